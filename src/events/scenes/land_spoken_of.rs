//! «called for an end of the escalation in X», «the presence of our forces in X», «X denied the entry of forces from its
//! land»: a whole country that a statement without any other place is about.

use crate::events::acts::draft::Scope;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;

/// The country that the words of the speech in clause `c` are about; they end before token `to`.
pub(in crate::events) fn land_spoken_of(
    scope: Scope<'_, '_>,
    c: usize,
    speech: Speech,
    to: usize,
) -> Option<usize> {
    let from = scope.clauses[c].finite?.item + 1;
    let end = scope.items.partition_point(|i| i.from < to).max(from);
    if speech == Speech::Deny {
        return own_land(scope, c, &scope.items[from..end]);
    }
    (from..end).find_map(|at| land_at(scope, from, at, speech))
}

/// «an end of the fighting in X», asked for; «the presence of Y in X», stated.
fn land_at(scope: Scope<'_, '_>, from: usize, at: usize, speech: Speech) -> Option<usize> {
    const REACH: usize = 6;
    const HALTS: usize = 5;
    let (items, text, lists) = (scope.items, &scope.reading.text, &scope.reading.knowledge.triggers.lists);
    let What::Place(p) = items[at].what else { return None };
    let inner = at.checked_sub(1).filter(|&b| b >= from && items[b].is_cue(Cue::Prep(Prep::At)));
    let put = inner.is_some() || items[at].proclitic() == Some(Prep::At);
    if scope.reading.places[p].kind != PlaceKind::Country || !put {
        return None;
    }
    let last = inner.unwrap_or(at);
    let before = |n: usize| items[from.max(last.saturating_sub(n))..last].iter();
    let says = |list: &crate::text::Lexicon<()>, i: &Item| list.longest_at(text, i.from).is_some();
    let asked =
        speech == Speech::Demand && before(HALTS).any(|i| says(&lists.halts, i) || says(&lists.calms, i));
    let remains = before(REACH).any(|i| says(&lists.stays, i));
    (asked || remains).then_some(p)
}

/// «X denied that forces had crossed from it into Y»: a land that denies what would have crossed its border.
fn own_land(scope: Scope<'_, '_>, c: usize, words: &[Item]) -> Option<usize> {
    let &[speaker] = scope.clauses[c].subject.as_slice() else { return None };
    let hit = scope.reading.actors.get(speaker).filter(|a| a.is_land)?;
    let crosses = |i: &Item| {
        let frame = i.noun_trigger().map(|t| scope.reading.frame_of(t));
        matches!(frame, Some(Frame::Enter | Frame::Move | Frame::Send | Frame::Leave))
    };
    let place = scope.reading.places.iter().position(|p| p.tokens.start == hit.tokens.start)?;
    let country = scope.reading.places[place].kind == PlaceKind::Country;
    (country && words.iter().any(crosses)).then_some(place)
}
