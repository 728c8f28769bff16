//! Whether who stands right behind a verb is spoken to, and not who speaks: «and called on the Security Council to».

use super::gender::{is_feminine, is_feminine_force};
use super::item::Item;
use super::meant::goes_on;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Speech};
use crate::knowledge::triggers::{Frame, TriggerForm, WordForm};
use crate::text::inflect::Tense;
use crate::text::{Affixes, without_article};

/// Is the actor a state, whose name is feminine, behind a verb in the masculine?
pub(super) fn disagrees(reading: &Reading<'_>, items: &[Item], verb: usize, actor: usize) -> bool {
    let hit = &reading.actors[actor];
    let form = items[verb].verb_trigger().map(|t| t.1).or(items[verb].verb_cue().map(|c| c.1));
    let single = form
        .is_some_and(|v| v.tense == Tense::Perfect && !v.is_feminine && !v.is_plural && !v.is_first_person);
    // «where the forces fight gunmen»: what two did to each other is written like what she does.
    let is_hers = |t: &TriggerForm| matches!(t.form, WordForm::Verb(v) if v.tense == Tense::Imperfect);
    let single = single && !items[verb].triggers().iter().any(is_hers);
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

/// «X denied it, and accused Y of», «and held Y responsible for»: who stands alone right behind a verb of accusing that goes on
/// from what another said is accused.
pub(super) fn is_accused(reading: &Reading<'_>, items: &[Item], verb: usize) -> bool {
    const RESPONSIBILITY: &str = "\u{645}\u{633}\u{648}\u{648}\u{644}\u{64A}\u{647}";
    let accuses = items[verb].is_cue(Cue::Speech(Speech::Accuse)) && goes_on(items, verb);
    let speaks = |i: &Item| i.verb_cue().is_some_and(|(cue, _)| matches!(cue, Cue::Speech(_)));
    let of = |i: &Item| {
        i.affixes.has(Affixes::BI) || without_article(reading.text.fold_at(i.from)) == RESPONSIBILITY
    };
    accuses && items.get(verb + 2).is_some_and(of) && items[..verb].iter().any(speaks)
}
