//! «gunmen stormed the seat of the oil company», «two suicide bombers storm the election commission»: men of no side who
//! force their way into an office take no ground.

use super::draft::Draft;
use super::weapon::object_at;
use crate::events::EventKind;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::PlaceKind;
use crate::knowledge::triggers::Frame;

/// Makes an attack of an advance into a civil office by men of whom only that they are armed is told.
pub(super) fn storm_offices(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let stormed = |d: &Draft| {
        d.kind == EventKind::Advance
            && d.frame == Frame::Enter
            && reading.knowledge.triggers.lists.storms.longest_at(&reading.text, d.trigger.0).is_some()
            && of_no_side(reading, d)
            && is_office_behind(reading, d)
            && !d.places.iter().any(|&p| reading.places[p].kind == PlaceKind::Base)
    };
    for draft in drafts.iter_mut().filter(|d| stormed(d)) {
        (draft.kind, draft.frame) = (EventKind::Attack, Frame::Strike);
        draft.why.push("an office stormed, and by no side".into());
    }
}

/// Does a common noun alone («gunmen») say who stormed it, or nothing at all («the storming of a court»)?
fn of_no_side(reading: &Reading<'_>, draft: &Draft) -> bool {
    // «gunmen of X»: some men of a side, told by a common noun first, are no force that takes ground.
    let some_of = |start: usize| {
        let noun = reading.knowledge.actors.words.longest_at(&reading.text, start);
        noun.is_some_and(|m| m.value.head.is_some()) && reading.is_nominative_plural(start)
    };
    let men = |&a: &usize| {
        let hit = &reading.actors[a];
        let alone = hit.is_common_noun && (hit.is_anonymous || hit.tokens.len() == 1);
        hit.class == ActorClass::Armed
            && (alone || !reading.text.is_definite(hit.tokens.start) && some_of(hit.tokens.start))
    };
    (draft.is_noun || !draft.initiators.is_empty()) && draft.initiators.iter().all(men)
}

/// Does the word for an office stand right behind the verb, or behind the one who acts?
fn is_office_behind(reading: &Reading<'_>, draft: &Draft) -> bool {
    let (text, lists) = (&reading.text, &reading.knowledge.triggers.lists);
    let at = object_at(reading, draft);
    let office = lists.offices.longest_at(text, at).or_else(|| lists.civil_sites.longest_at(text, at));
    let armed = |end: usize| {
        let next = reading.actors.partition_point(|a| a.tokens.start < end);
        reading.actors.get(next).is_some_and(|a| a.tokens.start == end && a.class == ActorClass::Armed)
    };
    office.is_some_and(|m| !m.pronoun && !armed(at + m.n_tokens))
}
