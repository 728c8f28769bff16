//! What somebody was exposed to: «X was exposed to the shelling».

use crate::events::acts::draft::Scope;
use crate::text::Affixes;

/// «to the shelling»: what is meant, unless somebody was exposed to it.
pub(super) fn is_meant(scope: Scope<'_, '_>, item: usize) -> bool {
    scope.items[item].affixes.has(Affixes::LI.with(Affixes::AL)) && !is_exposed_to(scope, item)
}

/// «the hospital was exposed to the shelling»: does a word for being exposed lead to the noun with «to the», and no other act
/// stand between? Then «to» tells no purpose.
fn is_exposed_to(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 8;
    let (items, text) = (scope.items, &scope.reading.text);
    let exposes = &scope.reading.knowledge.triggers.lists.exposes;
    let from = scope.clause().items.start.max(item.saturating_sub(REACH));
    let mut before = items[from..item].iter().rev().take_while(|i| i.noun_trigger().is_none());
    before.any(|i| exposes.longest_at(text, i.from).is_some())
}
