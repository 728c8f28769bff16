//! Where somebody speaks, which is not where what is said has happened.

use super::draft::{Draft, Scope};
use super::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// «X, in a speech in Y, accused Z of …»: a place behind a noun of speech, before what is said.
pub(super) fn leave_rostrum(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const REACH: usize = 3;
    let clause = scope.clause();
    let Some(verb) = clause.finite.filter(|f| f.item < item && clause.speech().is_some()) else { return };
    let rostrum = |p: usize| {
        let between = verb.item + 1..item;
        let at = between.clone().find(|&i| scope.items[i].what == What::Place(p));
        at.is_some_and(|at| {
            let before = &scope.items[at.saturating_sub(REACH).max(verb.item + 1)..at];
            before.iter().any(|i| i.is_cue(Cue::SpeechNoun))
        })
    };
    draft.places.retain(|p| !rostrum(*p));
}

/// «the road that links X with Y»: a verb of reaching with a place for its object, and another with «with» behind it.
pub(super) fn is_link(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let place = |i: &Item| matches!(i.what, What::Place(_));
    let [from, to] = [item + 1, item + 2].map(|i| scope.items.get(i).filter(|n| place(n)));
    let ends = from.is_some_and(|n| n.proclitic().is_none())
        && to.is_some_and(|n| n.proclitic() == Some(Prep::At) || n.prep() == Some(Prep::At));
    draft.frame == Frame::Reach && !draft.is_noun && ends
}
