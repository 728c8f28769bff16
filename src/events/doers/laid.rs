//! «X accused Y of carrying out the attack», «it was Y who launched the attack»: who did what was told before.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::{Affixes, TokenKind};

/// How many words a verb of accusing or launching reaches.
const REACH: usize = 14;

/// Lays an act of nobody, told up to two sentences before, to whom sentence `s` accuses of it or says that he launched it.
pub(in crate::events) fn lay_to_named(
    reading: &Reading<'_>,
    s: usize,
    found: &mut [Draft],
    before: &mut [Draft],
) {
    const SENTENCES: usize = 2;
    const DAYS: usize = 3;
    let is_of_nobody = |d: &Draft| {
        let acts = matches!(d.kind, EventKind::AirStrike | EventKind::Shelling | EventKind::Attack);
        acts && d.initiators.is_empty() && d.denied.is_none() && !d.stance.is_past
    };
    let near = |d: &Draft| s - d.sentence <= SENTENCES;
    let told = before.iter().rev().take(DAYS).take_while(|d| near(d));
    if !found.iter().chain(told).any(is_of_nobody) {
        return;
    }
    let tokens = reading.sentences[s].tokens.clone();
    for at in tokens.clone() {
        let Some(doer) = accused(reading, at, tokens.end).or_else(|| launcher(reading, at, tokens.end))
        else {
            continue;
        };
        let is_open = |d: &&mut Draft| d.trigger.0 < at && is_of_nobody(d);
        let told = before.iter_mut().rev().take(DAYS).take_while(|d| near(d));
        let told = found.iter_mut().rev().chain(told).find(is_open);
        if let Some(told) = told {
            let own = told
                .targets
                .iter()
                .any(|&a| reading.actors[a].faction == reading.actors[doer].faction && named(reading, a));
            if !own {
                told.initiators.push(doer);
                told.why.push("who is named behind it".into());
            }
        }
        return;
    }
}

fn named(reading: &Reading<'_>, actor: usize) -> bool {
    let other = reading.knowledge.actors.sides.other;
    reading.actors[actor].class != ActorClass::Civilians && reading.actors[actor].faction != Some(other)
}

/// Whom the verb of accusing at token `at` accuses of what was told before: the last one named before the deed.
fn accused(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    if !reading.says_cue(at, Cue::Speech(Speech::Accuse)) {
        return None;
    }
    let end = end.min(at + REACH);
    let guilt = &reading.knowledge.triggers.lists.guilt;
    let deed =
        (at + 1..end).find(|&i| guilt.longest_at(&reading.text, i).is_some() || of_the_deed(reading, i))?;
    let told = guilt.longest_at(&reading.text, deed).is_some()
        || (deed..end.min(deed + 4)).any(|i| is_the_deed(reading, i));
    let acts = |a: &usize| {
        matches!(reading.actors[*a].class, ActorClass::Armed | ActorClass::State | ActorClass::Person)
    };
    let first = reading.actors.partition_point(|a| a.tokens.start <= at);
    let all = || (first..reading.actors.len()).filter(acts);
    let behind = all().find(|&a| {
        let start = reading.actors[a].tokens.start;
        let to = reading.text.readings_at(start).iter().any(|r| r.affixes.has(Affixes::LI));
        to && start > deed && start <= deed + 2
    });
    let before: Vec<usize> = all().take_while(|&a| reading.actors[a].tokens.end <= deed).collect();
    let last = *before.last()?;
    let speaker = before.len() > 1 || reading.actors[last].tokens.start > at + 1;
    // «X and Y accuse Z, and W threatens to answer»: W is not accused.
    let beside = reading.actors[last].tokens.end + 1 >= deed;
    if !told || !beside {
        return None;
    }
    behind.or(Some(last).filter(|_| speaker))
}

/// Does the word at token `i` begin with the preposition of what somebody is accused of?
fn of_the_deed(reading: &Reading<'_>, i: usize) -> bool {
    let with = reading.text.readings_at(i).iter().any(|r| r.affixes.has(Affixes::BI));
    with && !reading.actors.iter().any(|a| a.tokens.contains(&i))
}

/// «the attack»: a definite noun of bombing or attacking.
fn is_the_deed(reading: &Reading<'_>, i: usize) -> bool {
    let found = reading.knowledge.triggers.lexicon.longest_at(&reading.text, i);
    found.is_some_and(|m| {
        let acts = |f: Frame| matches!(f, Frame::Strike | Frame::Fight | Frame::Harm);
        m.affixes.has(Affixes::AL) && m.value.iter().any(|&t| acts(reading.frame_of(t)))
    })
}

/// «and X carried out the raid», verb and act first: who is named right behind the act that was told before.
fn launcher(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    const DATES: usize = 4;
    let carries = reading.says_cue(at, Cue::Light) && at + 1 < end && is_the_deed(reading, at + 1);
    if !carries {
        return None;
    }
    let behind = reading.actors.iter().position(|a| a.tokens.start > at + 1)?;
    let hit = &reading.actors[behind];
    let words = |i: usize| {
        matches!(reading.text.tokens[i].kind, TokenKind::Word | TokenKind::Number | TokenKind::Mark)
    };
    let dated = |i: usize| {
        reading.dates.iter().any(|d| d.tokens.contains(&i)) || reading.text.tokens[i].kind == TokenKind::Mark
    };
    let near = hit.tokens.start <= at + 2 + DATES && (at + 2..hit.tokens.start).all(|i| words(i) && dated(i));
    (near && hit.class == ActorClass::Armed).then_some(behind)
}
