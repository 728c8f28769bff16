//! «seven of them were killed as they withdrew towards X»: whither somebody withdraws is not where he dies.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::What;
use crate::events::clauses::walk::Found;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Takes from what befalls somebody the places that he only makes for, behind a noun of leaving or going between the
/// trigger at `item` and them; where he comes from stays.
pub(super) fn leave_whither(scope: Scope<'_, '_>, item: usize, found: &mut Vec<Found>, draft: &Draft) {
    let befalls =
        matches!(draft.frame, Frame::Harm | Frame::Strike | Frame::Fight | Frame::Damage | Frame::Hold);
    if !befalls || found.is_empty() {
        return;
    }
    let goes = |i: usize| {
        let noun = scope.items[i].noun_trigger().map(|t| scope.trigger(t).frame);
        matches!(noun, Some(Frame::Leave | Frame::Flee | Frame::Move | Frame::Rout | Frame::Send))
            && scope.items[i].has_pronoun
    };
    // «as they made for X», «on their way to X».
    let heads = |at: usize| {
        let to = |i: usize| scope.items[i].is_cue(Cue::Prep(Prep::To));
        at >= 2 && to(at - 1) && scope.items[at - 2].is_cue(Cue::Skip)
            || at >= 3 && to(at - 2) && scope.items[at - 3].is_cue(Cue::Skip)
    };
    let at = |p: usize| scope.items.iter().position(|n| n.what == What::Place(p));
    found.retain(|f| {
        let whither = f.prep == Some(Prep::To);
        !(whither && at(f.place).is_some_and(|at| heads(at) || (item + 1..at).any(goes)))
    });
}
