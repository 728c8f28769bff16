//! Which counts go together: those of one act, and those of all that happened since a day.

use super::cause::is_harm_of;
use super::counted::{is_harmed_next, is_sum_word};
use super::side::is_loss;
use super::toll::TollHit;
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{DateHit, Reading};
use crate::knowledge::status::Cue;

/// «one was killed in X, while two were killed in Y»: the tolls of each act of killing that has a place or day
/// of its own.
pub(super) fn by_harm(reading: &Reading<'_>, drafts: &[Draft], tolls: Vec<TollHit>) -> Vec<Vec<TollHit>> {
    let harm_of = |t: &TollHit| drafts.iter().find(|d| is_harm_of(d, t));
    let mut out: Vec<Vec<TollHit>> = Vec::new();
    for toll in tolls {
        let harm = harm_of(&toll);
        let before = out.last().and_then(|group| group.iter().rev().find_map(harm_of));
        let anew = harm.zip(before).is_some_and(|(d, b)| {
            let placed = !d.places.is_empty() && !b.places.is_empty() && d.places != b.places;
            d.clause != b.clause && placed || days_apart(reading, d.date, b.date)
        });
        // «490 were killed, while the army lost two soldiers».
        let anew = anew || harm.is_none() && before.is_some() && is_loss(reading, toll.from);
        match out.last_mut() {
            Some(group) if !anew => group.push(toll),
            _ => out.push(vec![toll]),
        }
    }
    out
}

/// «20 were killed on Sunday, a day after the killing of 43 on Saturday»: are two days told, and not the same?
fn days_apart(reading: &Reading<'_>, a: Option<usize>, b: Option<usize>) -> bool {
    let day = |d: Option<usize>| d.and_then(|i| reading.dates[i].range);
    day(a).zip(day(b)).is_some_and(|(x, y)| x.end() < y.start() || y.end() < x.start())
}

/// «X was shelled after the killing of three»: does «after» stand before the noun of killing, and the act before that?
fn is_after_killing(reading: &Reading<'_>, harm: &Draft, act: &Draft) -> bool {
    let after = harm.trigger.0.checked_sub(1).is_some_and(|i| reading.says_cue(i, Cue::After));
    harm.is_noun && after && act.trigger.0 < harm.trigger.0
}

/// «besides 56 civilians who died in the shelling»: is nothing told of the act but its noun?
pub(super) fn is_bare_act(act: &Draft) -> bool {
    act.is_noun && act.places.is_empty() && act.date.is_none() && act.initiators.is_empty()
}

/// The day of the act that is told last before the killing `harm`.
fn day_before(drafts: &[Draft], harm: &Draft) -> Option<usize> {
    let before = drafts.iter().filter(|d| d.trigger.0 < harm.trigger.0 && d.date.is_some());
    before.max_by_key(|d| d.trigger.0).and_then(|d| d.date)
}

/// «in March X was shelled, and in April Y raided and hundreds killed»: those killed without a day or place of their own were
/// so when and where the act before them was, when the sentence tells of several days.
pub(super) fn goes_on_from(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let days: Vec<_> = drafts.iter().filter_map(|d| d.date).collect();
    let several = days.iter().any(|&d| days_apart(reading, days.first().copied(), Some(d)));
    if !several {
        return;
    }
    for i in 1..drafts.len() {
        let (told, rest) = drafts.split_at_mut(i);
        let Some(draft) = rest.first_mut().filter(|d| d.kind == EventKind::Casualties && d.date.is_none())
        else {
            continue;
        };
        let before = told.iter().filter(|d| d.trigger.0 < draft.trigger.0 && d.date.is_some());
        let Some(last) = before.max_by_key(|d| d.trigger.0) else { continue };
        draft.date = last.date;
        if draft.places.is_empty() {
            draft.places.extend(last.places.first().copied());
        }
    }
}

/// «250 soldiers were killed, besides 56 civilians who died in the shelling»: has count `t` a verb of its own behind it, and
/// one before it in front, so that what caused it is no cause of the others?
pub(super) fn is_of_verb_behind(
    reading: &Reading<'_>,
    drafts: &[Draft],
    tolls: &[TollHit],
    t: usize,
) -> bool {
    let Some(later) = tolls.get(t) else { return false };
    let verb = |i: &usize| *i > later.from && is_harmed_next(reading, *i);
    let Some(own) = [later.to, later.to.saturating_sub(1)].into_iter().find(verb) else { return false };
    let harm = |t: &TollHit| drafts.iter().find(|d| is_harm_of(d, t));
    let in_front = |t: &TollHit| harm(t).is_some_and(|h| h.trigger.0 <= t.from && h.trigger.0 != own);
    tolls[..t].iter().any(in_front)
}

/// «… have been killed since the beginning of the offensive»: such a count belongs to no single act.
pub(super) fn counts_from_start(
    reading: &Reading<'_>,
    (toll, until): (usize, Option<usize>),
    sentence: usize,
) -> bool {
    let end = until.unwrap_or(reading.sentences[sentence].tokens.end);
    // «killed ten, the highest toll since the beginning of the year»: no count of all the dead since then.
    let counts = |date: usize| {
        !(toll + 1..date).any(|i| is_sum_word(reading, i)) && !compares_with(reading, toll + 1..date)
    };
    let after = |d: &DateHit| d.tokens.start >= toll && d.tokens.start < end;
    let since = reading.dates.iter().any(|d| d.is_since && after(d) && counts(d.tokens.start));
    since || begins_with_war(reading, toll, sentence)
}

/// «since the beginning of the offensive», with no day told.
pub(super) fn begins_with_war(reading: &Reading<'_>, toll: usize, sentence: usize) -> bool {
    const REACH: usize = 3;
    const BEFORE: usize = 14;
    let end = reading.sentences[sentence].tokens.end;
    let is = |i: usize, cue: Cue| reading.says_cue(i, cue);
    let from = reading.sentences[sentence].tokens.start.max(toll.saturating_sub(BEFORE));
    let counts = |i: usize| {
        let sum = || (toll + 1..i).any(|j| is_sum_word(reading, j));
        i < toll || !(sum() || compares_with(reading, toll + 1..i))
    };
    (from..end)
        .any(|i| is(i, Cue::Since) && counts(i) && (i + 1..(i + REACH).min(end)).any(|j| is(j, Cue::Begin)))
}

/// «killed ten in the heaviest raid since …»: does a superlative open the words that end with the day?
fn compares_with(reading: &Reading<'_>, tokens: std::ops::Range<usize>) -> bool {
    const COMMAS: [&str; 2] = ["\u{60C}", ","];
    let superlatives = &reading.knowledge.status.superlatives;
    let mut phrase = tokens.rev().take_while(|&i| !COMMAS.contains(&reading.text.fold_at(i)));
    phrase.any(|i| superlatives.longest_at(&reading.text, i).is_some_and(|m| !m.pronoun))
}

/// Does toll `t` count all since a day? «killed ten today, in an escalation that left 90 dead since Sunday»: since then only
/// the 90.
pub(super) fn is_since_start(reading: &Reading<'_>, tolls: &[TollHit], t: usize, sentence: usize) -> bool {
    const CHAIN: usize = 3;
    let Some(toll) = tolls.get(t) else { return false };
    let anew = |n: &&TollHit| n.is_result && n.from > toll.to + CHAIN;
    let until = tolls[t + 1..].iter().find(anew).map(|n| n.from);
    counts_from_start(reading, (toll.from, until), sentence)
}

/// «ten were killed in the shelling on Tuesday, a day after 20 were on Monday»: was the killing on another day than the act,
/// or before it?
pub(super) fn is_of_other_day(reading: &Reading<'_>, drafts: &[Draft], harm: &Draft, act: &Draft) -> bool {
    let day = |d: &Draft| d.date.or_else(|| day_before(drafts, d));
    days_apart(reading, day(act), day(harm)) || is_after_killing(reading, harm, act)
}
