//! «Geneva hosted talks», «the city of X received a conference»: whoever hosts a meeting is where it is held.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::Opener;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Takes the place that is the subject of a verb of holding a meeting, right behind the verb or right before it.
pub(in crate::events) fn host(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if !draft.is_noun && draft.places.is_empty() && matches!(draft.frame, Frame::Meet | Frame::Deal) {
        draft.places.extend(named_before(scope, item));
    }
    if !draft.is_noun
        && draft.frame == Frame::Meet
        && let Some(named) = named_behind(scope, item)
    {
        draft.places.clear();
        draft.places.push(named);
        return;
    }
    let meets = draft.frame == Frame::Meet && !draft.is_noun && draft.names_thing;
    if !meets || !draft.places.is_empty() || !draft.initiators.is_empty() {
        return;
    }
    let place = |i: &Item| match i.what {
        What::Place(p) if i.prep().is_none() && scope.reading.places[p].kind != PlaceKind::Country => Some(p),
        _ => None,
    };
    // «Kuwait hosted a conference»: a country too.
    let whole = |i: &Item| match i.what {
        What::Place(p) if i.prep().is_none() => Some(p),
        _ => None,
    };
    let behind = scope.items.get(item + 1).and_then(whole);
    let before = item.checked_sub(1).filter(|&j| {
        j == scope.clause().items.start
            && scope.items.get(j.wrapping_sub(1)).is_none_or(|b| b.prep().is_none())
    });
    let host = behind.or_else(|| before.and_then(|j| place(&scope.items[j])));
    if let Some(p) = host {
        draft.places.push(p);
    }
}

/// «the summit of Palermo met on 12 November», «the talks of Nairobi ended»: the place right behind the noun that the verb
/// tells of.
fn named_behind(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let [noun, at] = [item + 1, item + 2].map(|i| scope.items.get(i));
    let meets = noun?.noun_trigger().is_some_and(|t| scope.reading.frame_of(t) == Frame::Meet);
    let at = at.filter(|a| meets && a.prep().is_none() && a.proclitic().is_none())?;
    match at.what {
        What::Place(p) if scope.reading.places[p].kind != PlaceKind::Country => Some(p),
        _ => None,
    }
}

/// «the talks of Geneva broke down», «the truce in X ended»: the place of the noun that the verb tells of, before the verb.
fn named_before(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    const REACH: usize = 4;
    let opens = scope.clause().items.start;
    // «the summit of Berlin, which met on»: before the relative pronoun.
    let relative = scope.clause().opener == Opener::Relative;
    let start =
        if relative { opens.saturating_sub(REACH) } else { opens }.max(item.saturating_sub(REACH + 1));
    let at = (start..item).rev().find(|&i| matches!(scope.items[i].what, What::Place(_)))?;
    let told = |i: usize| {
        let noun = scope.items[i].noun_trigger();
        noun.is_some_and(|t| matches!(scope.reading.frame_of(t), Frame::Meet | Frame::Deal))
    };
    let noun = at.checked_sub(1).filter(|&i| told(i)).or_else(|| {
        let at_it = at.checked_sub(1).filter(|&i| scope.items[i].is_cue(Cue::Prep(Prep::At)));
        at_it.and_then(|i| i.checked_sub(1)).filter(|&i| told(i))
    });
    match scope.items[at].what {
        What::Place(p) if noun.is_some() && scope.reading.places[p].kind != PlaceKind::Country => Some(p),
        _ => None,
    }
}
