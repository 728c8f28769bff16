//! «announced its encirclement»: the pronoun of a noun of encircling is the place.

use super::draft::Scope;

/// Is the noun at `item` one of encircling or storming, with the pronoun of the place?
pub(super) fn is_of_it(scope: Scope<'_, '_>, item: usize) -> bool {
    let encircles = &scope.reading.knowledge.triggers.lists.encircles;
    scope.items[item].has_pronoun
        && encircles.longest_at(&scope.reading.text, scope.items[item].from).is_some()
}
