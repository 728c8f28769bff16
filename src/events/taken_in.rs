//! «The positions that they had taken in X»: what is taken has no name, and lies in X.

use super::draft::{Draft, Scope};
use super::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Gives the taking of nameless positions the place that its clause puts them into.
pub(super) fn lie_in(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const REACH: usize = 5;
    let clause = scope.clause();
    let (items, start) = (scope.items, clause.items.start);
    let own = clause.finite.is_some_and(|f| f.item == item);
    let vague = start.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::VaguePlace))
        || item.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::VaguePlace));
    let back = |n: &Item| n.is_cue(Cue::There) || n.has_pronoun && n.prep() == Some(Prep::On);
    if !own || !vague || draft.frame != Frame::Take || !items.get(item + 1).is_some_and(back) {
        return;
    }
    let end = clause.items.end.min(item + 2 + REACH);
    let plain = |i: &usize| matches!(items[*i].what, What::Word | What::Actor(_) | What::Date(_));
    let mut behind = item + 2;
    while plain(&behind) && behind < end {
        behind += 1;
    }
    let placed = |n: &Item| match n.what {
        What::Place(p) => Some(p),
        _ => None,
    };
    let at = behind < end && items[behind].is_cue(Cue::Prep(Prep::At));
    let inside = |n: &Item| n.proclitic() == Some(Prep::At);
    let place = if at {
        items.get(behind + 1).and_then(placed)
    } else {
        items.get(behind).filter(|n| behind < end && inside(n)).and_then(placed)
    };
    if let Some(place) = place {
        draft.places.clear();
        draft.places.push(place);
        (draft.points_back, draft.has_object) = (false, false);
        draft.is_partial = true;
    }
}
