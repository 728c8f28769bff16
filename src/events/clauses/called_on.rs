//! Whether who stands right behind a verb is spoken to, and not who speaks: «and called on the Security Council to».

use super::gender::{is_feminine, is_feminine_force};
use super::item::Item;
use super::meant::goes_on;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::inflect::Tense;

/// Is the actor a state, whose name is feminine, behind a verb in the masculine?
pub(super) fn disagrees(reading: &Reading<'_>, items: &[Item], verb: usize, actor: usize) -> bool {
    let hit = &reading.actors[actor];
    let form = items[verb].verb_trigger().map(|t| t.1).or(items[verb].verb_cue().map(|c| c.1));
    let single = form
        .is_some_and(|v| v.tense == Tense::Perfect && !v.is_feminine && !v.is_plural && !v.is_first_person);
    let masculine = &reading.knowledge.status.masculine;
    let man = masculine.longest_at(&reading.text, hit.tokens.start).is_some();
    let word = reading.knowledge.actors.words.longest_at(&reading.text, hit.tokens.start);
    let state = word.is_some_and(|m| m.value.state.is_some());
    // «took X and encircled the forces of Y»: «forces» are feminine too.
    let force = hit.class == ActorClass::Armed && is_feminine_force(reading.text.fold_at(hit.tokens.start));
    let acts = items[verb].verb_trigger().is_some_and(|(t, _)| {
        matches!(reading.frame_of(t), Frame::Strike | Frame::Fight | Frame::Enter | Frame::Repel)
    });
    let nation = state && hit.is_land && hit.tokens.len() == 1;
    let body = hit.class != ActorClass::Person
        && items[verb].is_cue(Cue::Speech(Speech::Demand))
        && bears_feminine(reading, hit.tokens.clone());
    (nation || body || force && acts) && goes_on(items, verb) && single && !man
}

/// «the government», «the United Nations»: does the first word, or the adjective behind it, end as a feminine?
fn bears_feminine(reading: &Reading<'_>, tokens: std::ops::Range<usize>) -> bool {
    let ends = |t: usize| is_feminine(reading.text.fold_at(t));
    let plural = tokens.len() == 2
        && reading.text.is_definite(tokens.start)
        && reading.text.is_definite(tokens.start + 1)
        && ends(tokens.start + 1);
    ends(tokens.start) || plural
}

/// «X said that …, and called on the Security Council to»: a body of the nations right behind a verb that goes on from what
/// another said is spoken to.
pub(super) fn is_called_on(reading: &Reading<'_>, items: &[Item], verb: usize, actor: usize) -> bool {
    let hit = &reading.actors[actor];
    let neutral = &reading.knowledge.status.neutral;
    let code = hit.faction.map(|f| reading.knowledge.conflict.faction(f).code.as_str());
    let body = hit.class != ActorClass::Person
        && hit.class != ActorClass::Civilians
        && code.is_some_and(|c| neutral.iter().any(|n| n == c));
    let demands = items[verb].is_cue(Cue::Speech(Speech::Demand)) && goes_on(items, verb);
    let speaks = |i: &Item| i.verb_cue().is_some_and(|(cue, _)| matches!(cue, Cue::Speech(_)));
    body && demands && items[..verb].iter().any(speaks)
}
