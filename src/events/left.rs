//! «left X for Y, and others entered it»: it is X.

use super::draft::Draft;
use super::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// The place left by the act told last, when a draft points back and the place named last before it is only where those
/// who left went.
pub(super) fn place_left(reading: &Reading<'_>, told: &[Draft], draft: &Draft) -> Option<usize> {
    const GAP: usize = 2;
    let gains = matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Leave | Frame::Lose);
    let at = Some(draft.trigger.0).filter(|_| gains && (draft.points_back || draft.has_object))?;
    let whither = reading.places.partition_point(|p| p.tokens.end <= at).checked_sub(1)?;
    let left = whither.checked_sub(1)?;
    let [from, to] = [left, whither].map(|p| &reading.places[p].tokens);
    let near = (from.end..=from.end + GAP).contains(&to.start);
    let leaves = |d: &Draft| {
        matches!(d.frame, Frame::Leave | Frame::Rout | Frame::Flee | Frame::Take) && d.places.contains(&left)
    };
    let both = reading.follows_cue(from.start, Cue::Prep(Prep::From))
        && reading.follows_cue(to.start, Cue::Prep(Prep::To));
    (near && both && told.iter().rev().take(3).any(leaves)).then_some(left)
}
