//! Places behind a trigger that its preposition makes no scene of the act.

use super::scene_of::rank;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::acts::falls::is_numbered_unit;
use crate::events::clauses::item::Item;
use crate::events::clauses::walk::Found;
use crate::knowledge::status::Prep;
use crate::knowledge::triggers::Frame;

/// Takes those of the act at `item` out of `found`.
pub(super) fn leave_out(scope: Scope<'_, '_>, item: usize, draft: &mut Draft, found: &mut Vec<Found>) {
    let next = scope.items.get(item + 1).and_then(Item::actor);
    match draft.frame {
        // «the division 16 in X fell»: its seat did.
        Frame::Fall if next.is_some_and(|a| is_numbered_unit(scope.reading, a)) => draft.is_partial = true,
        // What falls *on* a place is rain or fire.
        Frame::Fall if !draft.has_vague_place => found.retain(|f| f.prep.is_none()),
        Frame::Deal => found.retain(|f| rank(Frame::Deal, f.prep) < 9),
        // «took over the command in the city»: what is taken is not the place.
        Frame::Take if !draft.has_vague_place && !draft.is_partial && !draft.names_thing => {
            found.retain(|f| f.prep != Some(Prep::At));
        }
        _ => {}
    }
}
