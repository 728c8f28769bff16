//! «clashes and shelling between X and Y in Z»: nouns of war told in one breath share their sides and their place.

use super::draft::Scope;
use super::item::What;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Is the noun at item `next` joined to the one at `item`, with nothing but adjectives between them?
pub(super) fn in_one_breath(scope: Scope<'_, '_>, item: usize, next: usize) -> bool {
    const ADJECTIVES: usize = 2;
    let fights = |i: usize| {
        let frame = scope.items[i].noun_trigger().map(|t| scope.trigger(t).frame);
        matches!(frame, Some(Frame::Fight | Frame::Strike))
    };
    let between = &scope.items[item + 1..next];
    let adjectives = between.len() <= ADJECTIVES && between.iter().all(|i| i.what == What::Word);
    let bare = scope.items[item].verb_trigger().is_none();
    adjectives && bare && scope.items[next].affixes == Affixes::WA && fights(item) && fights(next)
}
