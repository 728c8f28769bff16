//! What somebody was exposed to: «X was exposed to the shelling».

use crate::events::acts::draft::Scope;
use crate::text::Affixes;

/// «to the shelling»: what is meant, unless somebody was exposed to it.
pub(super) fn is_meant(scope: Scope<'_, '_>, item: usize) -> bool {
    scope.items[item].affixes.has(Affixes::LI.with(Affixes::AL)) && exposed_at(scope, item).is_none()
}

/// «the hospital was exposed to the shelling»: the word for being exposed that leads to the noun at `item` with «to», with no
/// other act between. Then «to» tells no purpose.
pub(in crate::events) fn exposed_at(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    const REACH: usize = 8;
    let (items, text) = (scope.items, &scope.reading.text);
    if !items[item].affixes.has(Affixes::LI) {
        return None;
    }
    let exposes = &scope.reading.knowledge.triggers.lists.exposes;
    let from = scope.clause().items.start.max(item.saturating_sub(REACH));
    let mut before = (from..item).rev().take_while(|&i| items[i].noun_trigger().is_none());
    let says = |i: usize| exposes.longest_at(text, items[i].from).is_some();
    // «X, which Y holds, was exposed to the shelling».
    let main = scope.clause().resumes.and_then(|main| scope.clauses[main].finite);
    before.find(|&i| says(i)).or_else(|| main.map(|f| f.item).filter(|&i| says(i)))
}
