//! «The positions that they had taken in X»: what is taken has no name, and lies in X.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Gives the taking of nameless positions the place that its clause puts them into.
pub(in crate::events) fn lie_in(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const REACH: usize = 5;
    let clause = scope.clause();
    let (items, start) = (scope.items, clause.items.start);
    let own = clause.finite.is_some_and(|f| f.item == item);
    let vague = start.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::VaguePlace))
        || item.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::VaguePlace));
    // «that it had lost»: the pronoun stands on the verb.
    let lost = draft.frame == Frame::Lose && items[item].has_pronoun;
    let back = |n: &Item| n.is_cue(Cue::There) || n.has_pronoun && n.prep() == Some(Prep::On);
    let takes = matches!(draft.frame, Frame::Take | Frame::Lose);
    if !own || !vague || !takes || !(lost || items.get(item + 1).is_some_and(back)) {
        return;
    }
    let end = clause.items.end.min(item + 2 + REACH);
    let against = |i: usize| {
        let to_whom = items[i].prep().is_some_and(|p| p != Prep::At);
        to_whom && items.get(i + 1).is_some_and(|n| matches!(n.what, What::Actor(_) | What::Quote))
    };
    let plain = |i: &usize| {
        matches!(items[*i].what, What::Word | What::Actor(_) | What::Date(_) | What::Quote) || against(*i)
    };
    let mut behind = if lost { item + 1 } else { item + 2 };
    while behind < end && plain(&behind) {
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
        let first = items.partition_point(|n| n.from < scope.reading.places[place].tokens.start);
        let more = items[(first + 1).min(clause.items.end)..clause.items.end].iter();
        let more = more.take_while(|n| n.affixes == Affixes::WA).map_while(placed);
        draft.places.extend(more);
        (draft.points_back, draft.has_object) = (false, lost && draft.has_object);
        draft.is_partial = true;
    }
}

/// «took back the positions that it had lost in X and Y»: what was lost there is taken there.
pub(in crate::events) fn take_what_was_lost(drafts: &mut [Draft]) {
    for i in 1..drafts.len() {
        let (told, rest) = drafts.split_at_mut(i);
        let (Some(take), Some(lost)) = (told.last_mut(), rest.first()) else { continue };
        let of_it =
            lost.frame == Frame::Lose && lost.is_relative && lost.is_partial && !lost.places.is_empty();
        if of_it && take.frame == Frame::Take && take.has_vague_place && take.places.is_empty() {
            take.places.clone_from(&lost.places);
            (take.is_partial, take.points_back) = (true, false);
        }
    }
}
