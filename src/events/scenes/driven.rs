//! «the battles led to the flight of families to X»: where people flee to is no place of what they flee from.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::Item;
use crate::knowledge::triggers::Frame;

/// Does the noun of fighting or bombing stand before words of flight, the next act in its clause at item `next`?
pub(super) fn drives_out(scope: Scope<'_, '_>, next: usize, draft: &Draft) -> bool {
    let flees = |i: &Item| {
        let form = i.noun_trigger().or_else(|| i.verb_trigger().map(|(t, _)| t));
        form.is_some_and(|t| scope.reading.frame_of(t) == Frame::Flee)
    };
    let strikes = draft.is_noun && matches!(draft.frame, Frame::Fight | Frame::Strike);
    strikes && scope.items.get(next).is_some_and(flees)
}
