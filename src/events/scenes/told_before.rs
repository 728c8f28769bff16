//! The places told before a trigger, in its clause: «the villages of X and Y came under fire».

use super::scene_of::WITH_IT;
use super::speech_place::is_foreign_capital;
use crate::events::acts::draft::Scope;
use crate::events::clauses::described::is_of_predicate;
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::walk::alike;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;

/// The last place before a trigger that no other trigger has a claim to.
pub(super) fn free_place_before(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let start = scope.clause().items.start;
    for i in (start..item).rev() {
        let placed = |j: &Item| matches!(j.what, What::Place(_));
        let follows = scope.items[start..i].iter().rev().find(|j| j.what != What::Quote).is_some_and(placed);
        match scope.items[i].what {
            // «X, in the south of Y», «X (south of Y)»: X.
            What::Place(p) if follows && scope.reading.places[p].is_qualifier => {}
            // «X, and it is the base of the attack on Y, in an operation»: X.
            What::Place(_) if is_of_predicate(scope, i) => {}
            What::Place(p) => {
                // «seven were killed in X with raids on …»: who dies in X dies of the raids.
                let frame = |t| scope.trigger(t).frame;
                let strikes = scope.items[item].noun_trigger().is_some_and(|t| frame(t) == Frame::Strike);
                let harms = |b: &Item| b.verb_trigger().is_some_and(|(t, _)| frame(t) == Frame::Harm);
                let claims = |b: &Item| b.noun_trigger().is_some() || b.verb_trigger().is_some();
                let claimed = scope.items[start..i].iter().any(|b| claims(b) && !(strikes && harms(b)));
                // «in X, the spokesman denied the entry of Y»: where he speaks.
                let denies = scope
                    .clause()
                    .finite
                    .is_some_and(|f| f.cue == Some(Cue::Speech(Speech::Deny)) && f.item > i && f.item < item);
                // «backed from Ankara»: where the backers sit.
                let from = i.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Prep(Prep::From)));
                let backs = from && is_foreign_capital(scope.reading, p);
                return (!claimed && !backs && !denies).then_some(p);
            }
            // «in X after the targeting of him with a bomb»
            _ if i + 1 == item && scope.items[i].has_pronoun => {}
            _ if scope.items[i].noun_trigger().is_some() && !is_of_predicate(scope, i) => return None,
            _ => {}
        }
    }
    None
}

/// The last free place before a trigger, when it says where («in X»).
pub(super) fn at_before(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let place = free_place_before(scope, item)?;
    let start = scope.clause().items.start;
    let mut at = (start..item).rev().find(|&i| scope.items[i].what == What::Place(place))?;
    // «in X and Y».
    while at > start && scope.items[at].is_joined() && matches!(scope.items[at - 1].what, What::Place(_)) {
        at -= 1;
    }
    let before = at.checked_sub(1).filter(|&j| j >= start).map(|j| &scope.items[j]);
    let lies_in = |i: &Item| i.is_cue(Cue::Prep(Prep::At));
    (scope.items[at].proclitic() == Some(Prep::At) || before.is_some_and(lies_in)).then_some(place)
}

/// The list that ends with the last place before a trigger («the villages of X and Y came under fire»).
pub(super) fn free_places_before(scope: Scope<'_, '_>, item: usize) -> Vec<usize> {
    let Some(last) = free_place_before(scope, item) else { return Vec::new() };
    let start = scope.clause().items.start;
    let at = (start..item).rev().find(|&i| scope.items[i].what == What::Place(last));
    let mut out = vec![last];
    // «the land from X in the west to Y in the east is in the grip of»: both ends.
    let far_end = at.and_then(|i| {
        let to = i.checked_sub(1).filter(|&j| scope.items[j].is_cue(Cue::Prep(Prep::To)))?;
        let near = (start + 1..to).rev().find(|&j| scope.items[j].what != What::Word)?;
        match scope.items[near].what {
            What::Place(p) if scope.items[near - 1].is_cue(Cue::Prep(Prep::From)) => Some(p),
            _ => None,
        }
    });
    out.splice(0..0, far_end);
    let fold = |i: usize| scope.reading.text.fold_at(scope.items[i].from);
    let mut joined = at.is_some_and(|i| scope.items[i].is_joined());
    let lies_in = |i: usize| scope.items[i].is_cue(Cue::Prep(Prep::At)) && !scope.items[i].has_pronoun;
    for i in (start..at.unwrap_or(start)).rev() {
        match scope.items[i].what {
            // «in X near Y and in Z»: where X lies, and the «and» before Z.
            What::Place(_) if joined && i >= start + 2 && tells_where(scope, i) => {}
            What::Known if lies_in(i) && joined != scope.items[i].is_joined() => joined = true,
            What::Place(p) if joined && alike(scope, p, last) => {
                out.insert(0, p);
                joined = scope.items[i].is_joined();
            }
            What::Comma | What::Quote => {}
            // «X, and with it Y»: both.
            _ if Some(i + 1) == at && WITH_IT.contains(&fold(i)) => {
                if let Some(What::Place(p)) = i.checked_sub(1).map(|j| &scope.items[j].what) {
                    out.insert(0, *p);
                }
                break;
            }
            _ => break,
        }
    }
    out
}

/// «X and Y, which Z holds, were exposed to shelling»: the places of the main clause that goes on behind a relative one.
pub(super) fn places_of_resumed(scope: Scope<'_, '_>) -> Vec<usize> {
    let Some(main) = scope.clause().resumes else { return Vec::new() };
    let end = scope.clauses[main].items.end;
    if end < scope.items.len() { free_places_before(Scope { c: main, ..scope }, end) } else { Vec::new() }
}

/// «X near Y», «X in Y»: does the place at item `i` say where the one before it lies?
fn tells_where(scope: Scope<'_, '_>, i: usize) -> bool {
    let near = &scope.items[i - 1];
    let placed = matches!(scope.items[i - 2].what, What::Place(_));
    placed && near.is_cue(Cue::Prep(Prep::At)) && !near.is_joined()
}
