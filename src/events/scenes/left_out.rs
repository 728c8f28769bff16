//! Places behind a trigger that its preposition makes no scene of the act.

use super::scene_of::rank;
use crate::events::acts::draft::Draft;
use crate::events::clauses::walk::Found;
use crate::knowledge::status::Prep;
use crate::knowledge::triggers::Frame;

/// Takes those out of `found`.
pub(super) fn leave_out(draft: &Draft, found: &mut Vec<Found>) {
    match draft.frame {
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
