//! «a second explosion», «another raid»: one more act than the text has told.

use super::draft::{Draft, Scope};
use crate::events::EventKind;
use crate::events::clauses::item::What;

/// The reason that keeps such an act apart from the one told before.
pub(in crate::events) const ANOTHER: &str = "one more than told before";

/// Notes that the act which the noun at `item` tells is one more: a word that says so stands behind it.
pub(super) fn note_another(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const REACH: usize = 2;
    const MANY: &str = "\u{627}\u{62A}";
    let reading = scope.reading;
    let single = matches!(draft.kind, EventKind::Attack | EventKind::AirStrike | EventKind::Shelling);
    let it = &scope.items[item];
    if !draft.is_noun || !single || draft.is_definite || reading.text.fold_at(it.from).ends_with(MANY) {
        return;
    }
    let near = scope.items[item + 1..scope.clause().items.end].iter().take(REACH);
    let mut near = near.take_while(|i| matches!(i.what, What::Word | What::Known | What::Number(_)));
    let seconds = &reading.knowledge.triggers.lists.seconds;
    if near.any(|i| i.affixes.is_empty() && seconds.longest_at(&reading.text, i.from).is_some()) {
        draft.why.push(ANOTHER.into());
    }
}
