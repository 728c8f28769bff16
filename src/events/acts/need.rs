//! Words that a verb or a deed needs beside it before it tells anything.

use std::ops::Range;

use crate::events::mentions::reading::{ActorClass, ActorHit, Reading};
use crate::knowledge::status::{Cue, CueForm, Prep};
use crate::knowledge::triggers::{Frame, Met, Need, TriggerForm};
use crate::text::{Affixes, TokenKind, WordSet};

/// So far behind a trigger a word that it needs may stand.
const REACH: usize = 9;
/// A bare count of at least so many is one of people who move.
const CROWD: u64 = 20;
/// So far where a deal or a hospital stands right behind it.
const FAR: usize = 15;

/// Of which of `forms` the need may be met behind the tokens `word` of the sentence that ends at `to`: of no other it is.
pub(in crate::events) fn may_be_met(
    reading: &Reading<'_>,
    word: &Range<usize>,
    to: usize,
    forms: &[TriggerForm],
) -> Met {
    let at = word.end;
    let reach = if may_be_far(reading, at) { FAR } else { REACH };
    reading.knowledge.triggers.met_by.met_in(&reading.text, at..(at + reach).min(to), forms)
}

/// «the agreement on a ceasefire in X, west of Y, entered into force», «the hospital of X in the countryside of Y went out of
/// service»: does a word for a deal or for what serves a town stand at token `at`, after which its name and place follow?
fn may_be_far(reading: &Reading<'_>, at: usize) -> bool {
    let lists = &reading.knowledge.triggers.lists;
    let house = |list: &crate::text::Lexicon<()>| list.longest_at(&reading.text, at).is_some();
    if house(&lists.hospitals) || house(&lists.services) {
        return true;
    }
    let found = reading.knowledge.triggers.lexicon.longest_at(&reading.text, at);
    found.is_some_and(|m| m.value.iter().any(|t| reading.frame_of(*t) == Frame::Deal))
}

/// How far behind the tokens `word` of the sentence that ends at `to` one of the words that a verb needs stands; nothing
/// when it does not, or one that it bars does. May one stand near at all? Of most none does.
#[inline]
pub(in crate::events) fn met_at(
    reading: &Reading<'_>,
    word: &Range<usize>,
    to: usize,
    (need, stands_near): (u16, bool),
) -> Option<usize> {
    let need = &reading.knowledge.triggers.needs[usize::from(need)];
    let may_be = stands_near || need.any.is_empty() || need.place || need.crowd;
    if may_be { look_behind(reading, word, to, (need, stands_near)) } else { None }
}

fn look_behind(
    reading: &Reading<'_>,
    word: &Range<usize>,
    to: usize,
    (need, stands_near): (&Need, bool),
) -> Option<usize> {
    const CLOSE: usize = 7;
    const BEFORE: usize = 2;
    const PARTICLE: usize = 3;
    const THEY: &str = "\u{648}\u{627}";
    let at = word.end;
    let limit = to.max(at);
    // «lost three in the town of X»: what is counted is what the verb acts on.
    let count = reading.numbers.binary_search_by_key(&at, |n| n.from).ok().filter(|_| need.place);
    let counted = count.map(|n| reading.numbers[n].to + 1 - at);
    let ends = |i: usize| reading.text.tokens[i].kind == TokenKind::Break || sets_against(reading, at, i);
    let follows = |words: &WordSet, reach: usize| {
        let reach = counted.map_or(reach, |n| n.min(reach));
        let end = (at + reach).min(limit);
        let found = (at..end).find(|&i| words.stands_at(&reading.text, i) && !is_within_name(reading, i))?;
        let is_own = (at..=found).all(|i| !ends(i)) && !is_of_nearer(reading, at, found);
        is_own.then_some(found - at)
    };
    // A particle tells less than a noun, however near it stands.
    let small = |n: &usize| reading.text.fold_at(at + n).chars().count() <= PARTICLE;
    // «a road that reaches X»: so does one that stands right before.
    let barred = |i: usize| need.none.stands_at(&reading.text, i);
    let is_word = |i: &usize| reading.text.tokens[*i].kind == TokenKind::Word;
    let mut before = (word.start.saturating_sub(BEFORE)..word.start).rev().take_while(is_word);
    if !need.none.is_empty() && before.any(barred) {
        return None;
    }
    // «they fell when a shell hit …»: what the clause of time tells is not what fell.
    let they = reading.text.fold_at(word.start).ends_with(THEY);
    let when = |i: usize| reading.says_cue(i, Cue::When);
    let found = if stands_near { follows(&need.any, REACH) } else { None };
    let found = found
        .or_else(|| if stands_near && may_be_far(reading, at) { follows(&need.any, FAR) } else { None })
        .filter(|n| !(they && (at..at + n).any(when)))
        .map(|n| if small(&n) { REACH } else { n });
    let found = found.or(need.any.is_empty().then_some(usize::MAX));
    let found = found
        .or_else(|| (need.place && (takes_place(reading, at) || is_of_place(reading, word))).then_some(0));
    let found = found.or_else(|| (need.crowd && counts_crowd(reading, at)).then_some(0));
    if found.is_none() || need.none.is_empty() {
        return found;
    }
    // «closed Bab al-Hawa»: a word inside the name of a place bars nothing.
    let named = |i: usize| {
        let n = reading.places.partition_point(|p| p.tokens.end <= i);
        reading.places.get(n).is_some_and(|p| p.tokens.start <= i)
    };
    let end = (at + CLOSE).min(limit);
    let mut near = (at.min(end)..end).take_while(|&i| reading.text.tokens[i].kind != TokenKind::Break);
    // «taken to the hospital of X»: but a hospital does.
    let hospitals = &reading.knowledge.triggers.lists.hospitals;
    let bars = near.any(|i| barred(i) && (!named(i) || hospitals.longest_at(&reading.text, i).is_some()));
    // «13 wounded, some of them badly, were taken to the hospital of X»: so does one further off.
    let plain = |i: &usize| matches!(reading.text.tokens[*i].kind, TokenKind::Word | TokenKind::Number);
    let mut far = (at.min(limit)..(at + FAR).min(limit)).take_while(plain);
    let housed = far.any(|i| barred(i) && hospitals.longest_at(&reading.text, i).is_some());
    found.filter(|_| !bars && !housed)
}

/// «the fall of X and the toppling of the statue of Y»: does a joined verb or deed between the one before token `at` and the
/// word at token `found` need that very word, which is its own then? Of two that stand side by side it is the object of both.
fn is_of_nearer(reading: &Reading<'_>, at: usize, found: usize) -> bool {
    let triggers = &reading.knowledge.triggers;
    let needs = |t: &TriggerForm| {
        t.need.is_some_and(|n| triggers.needs[usize::from(n)].any.stands_at(&reading.text, found))
    };
    (at + 1..found).any(|i| {
        let joined = reading.text.readings_at(i).iter().any(|r| r.affixes.has(Affixes::WA));
        let form = || triggers.lexicon.longest_at(&reading.text, i);
        joined && form().is_some_and(|m| m.value.iter().any(needs))
    })
}

/// «80 thousand came to X», «hundreds of them came back to X»: does a count that says not of what stand at token `at`, before
/// a mark, a preposition or a day?
fn counts_crowd(reading: &Reading<'_>, at: usize) -> bool {
    const OF_THEM: [&str; 2] = ["\u{645}\u{646}\u{647}\u{645}", "\u{645}\u{646}\u{647}\u{627}"];
    let behind_them = |i: usize| {
        let them = reading.text.tokens.get(i).is_some() && OF_THEM.contains(&reading.text.fold_at(i));
        i + usize::from(them)
    };
    let from = behind_them(at);
    let Ok(n) = reading.numbers.binary_search_by_key(&from, |n| n.from) else { return false };
    let count = reading.numbers[n];
    count.low >= CROWD && stands_alone(reading, behind_them(count.to))
}

/// «reopened the crossing of Karm Abu Salim», where «Salim» is «safe»: does the word at token `i` end the name, of two words
/// or more, of a place that the gazetteer has, and is no word for a place?
fn is_within_name(reading: &Reading<'_>, i: usize) -> bool {
    let place = reading.places.partition_point(|p| p.tokens.end <= i);
    // «the Support forces crossed a bridge»: nor does a word inside the name of a side.
    let actor = reading.actors.partition_point(|a| a.tokens.end <= i);
    let of_side = reading.actors.get(actor).is_some_and(|a| {
        a.tokens.start < i
            && a.tokens.len() > 2
            && a.faction.is_some()
            && !a.is_common_noun
            && !a.is_anonymous
    });
    let ends = reading
        .places
        .get(place)
        .is_some_and(|p| p.tokens.end == i + 1 && p.tokens.start < i && p.place.is_some());
    of_side || ends && reading.knowledge.place_words.words.longest_at(&reading.text, i).is_none()
}

/// «withdrew from the agreement», and not «from X under the agreement»: does what the verb needs stand right behind «from»?
pub(in crate::events) fn leaves_deal(reading: &Reading<'_>, word: &Range<usize>, need: u16) -> bool {
    const REACH: usize = 8;
    let deals = &reading.knowledge.triggers.needs[usize::from(need)].any;
    let end = reading.text.tokens.len().min(word.end + REACH);
    let mut from = (word.end..end.saturating_sub(1)).filter(|&i| reading.says_cue(i, Cue::Prep(Prep::From)));
    from.any(|i| deals.stands_at(&reading.text, i + 1))
}

/// «destroyed a bridge, while Y says that its missiles …»: does a word that sets another matter against this one stand at
/// token `i`, right behind a mark and the words from `at` on?
fn sets_against(reading: &Reading<'_>, at: usize, i: usize) -> bool {
    let mark = i > at && reading.text.tokens[i - 1].kind == TokenKind::Mark;
    let against = || reading.says_cue(i, Cue::Contrast);
    mark && against()
}

/// «lost X», «the army lost X»: does a place stand at token `at`, or right behind an actor there?
fn takes_place(reading: &Reading<'_>, at: usize) -> bool {
    let actor = reading.actors.get(reading.actors.partition_point(|m| m.tokens.start < at));
    let behind = actor.filter(|m| m.tokens.start == at).map_or(at, |m| m.tokens.end);
    let place = reading.places.get(reading.places.partition_point(|m| m.tokens.start < behind));
    place.is_some_and(|m| m.tokens.start == behind)
}

/// «X, which the army lost»: does a place stand right before the relative pronoun of the verb, which has a pronoun for it?
fn is_of_place(reading: &Reading<'_>, word: &Range<usize>) -> bool {
    let pronoun = reading.text.readings_at(word.end - 1).iter().any(|r| r.affixes.has(Affixes::PRONOUN));
    let which =
        word.start.checked_sub(1).filter(|_| pronoun && reading.follows_cue(word.start, Cue::Relative));
    let Some(mut end) = which else { return false };
    end -= usize::from(end > 0 && reading.text.tokens[end - 1].kind == TokenKind::Mark);
    let place = reading.places.partition_point(|p| p.tokens.end < end);
    reading.places.get(place).is_some_and(|p| p.tokens.end == end)
}

/// Do the tokens of a verb stand between an actor and a place («the brigades free X»)?
pub(in crate::events) fn stands_between(reading: &Reading<'_>, word: Range<usize>) -> bool {
    let actor = reading.actors.partition_point(|m| m.tokens.end < word.start);
    let doer = reading.actors.get(actor).is_some_and(|m| m.tokens.end == word.start);
    let place = reading.places.partition_point(|m| m.tokens.start < word.end);
    doer && reading.places.get(place).is_some_and(|m| m.tokens.start == word.end)
}

/// Does a mark or a preposition stand at token `at`, so that the verb before it has no object?
fn ends_or_places(reading: &Reading<'_>, at: usize) -> bool {
    let Some(token) = reading.text.tokens.get(at) else { return true };
    let prep = |c: &CueForm| matches!(c.cue, Cue::Prep(_));
    let found = reading.knowledge.status.lexicon.longest_at(&reading.text, at);
    let within = reading.text.readings(token).iter().any(|r| r.affixes.has(Affixes::BI));
    token.kind != TokenKind::Word || within || found.is_some_and(|m| m.value.iter().any(prep))
}

/// Does a mark, a preposition or a day stand at token `at`, so that the verb before it has no object?
fn stands_alone(reading: &Reading<'_>, at: usize) -> bool {
    let next = reading.dates.partition_point(|d| d.tokens.end <= at);
    ends_or_places(reading, at) || reading.dates.get(next).is_some_and(|d| d.tokens.start <= at)
}

/// «half of the people of X have left it», «13 thousand have reached X»: does a verb at token `at` in the plural have those
/// before it whom the verb needs, or their count, with nobody else between?
pub(in crate::events) fn follows_crowd(reading: &Reading<'_>, at: usize, trigger: TriggerForm) -> bool {
    const REACH: usize = 4;
    const PLURAL: [&str; 4] = ["\u{648}\u{627}", "\u{648}\u{646}", "\u{648}\u{647}\u{627}", "\u{648}\u{647}"];
    let verb = reading.text.fold_at(at);
    let Some(need) = trigger.need.map(|n| &reading.knowledge.triggers.needs[usize::from(n)]) else {
        return false;
    };
    if !PLURAL.iter().any(|p| verb.ends_with(p)) {
        return false;
    }
    let counted = || {
        let n = reading.numbers.partition_point(|n| n.to < at);
        need.crowd && reading.numbers.get(n).is_some_and(|n| n.to == at && n.low >= CROWD)
    };
    let other = |i: usize| {
        let armed = |a: &ActorHit| a.class != ActorClass::Civilians;
        let n = reading.actors.partition_point(|a| a.tokens.end <= i);
        reading.says_cue(i, Cue::That)
            || reading.actors.get(n).is_some_and(|a| a.tokens.start <= i && armed(a))
    };
    let is_word = |i: &usize| reading.text.tokens[*i].kind == TokenKind::Word && !other(*i);
    let mut near = (at.saturating_sub(REACH)..at).rev().take_while(is_word);
    counted() || near.any(|i| need.any.stands_at(&reading.text, i))
}

/// «280 thousand displaced came back»: does a word that a verb of fleeing needs stand right before token `at`?
pub(in crate::events) fn is_met_before(reading: &Reading<'_>, at: usize, trigger: TriggerForm) -> bool {
    const REACH: usize = 4;
    const NEAR: usize = 2;
    const NAME: usize = 6;
    let is_weak = reading.knowledge.triggers.all[trigger.trigger as usize].is_weak;
    // «intercepted rockets that were fired at X»: the verb only says which.
    let fires = is_weak && reading.knowledge.triggers.all[trigger.trigger as usize].kind == "shelling";
    let reach = match reading.frame_of(trigger) {
        Frame::Strike if fires => return false,
        Frame::Flee => REACH,
        // «the talks of X had broken down in May», «the truce ended on Sunday».
        Frame::Meet if !is_weak && stands_alone(reading, at + 1) => REACH,
        // «a bomb that went off at X», «a car bomb went off on Sunday».
        // «a rocket from X came down at Y».
        Frame::Deal | Frame::Strike if stands_alone(reading, at + 1) => REACH,
        // «the fire that broke out», «flames devoured the market», «the tower of X collapses».
        Frame::Damage => NAME,
        // «fifty prisoners leave a prison in X».
        Frame::Hold if reading.knowledge.triggers.all[trigger.trigger as usize].kind == "release" => NEAR,
        // «the first drone was shot down near X».
        Frame::Repel | Frame::Fight | Frame::Close if ends_or_places(reading, at + 1) => NEAR,
        _ => return false,
    };
    let Some(need) = trigger.need else { return false };
    let need = &reading.knowledge.triggers.needs[usize::from(need)];
    let is_word = |i: &usize| reading.text.tokens[*i].kind == TokenKind::Word;
    let mut near = (at.saturating_sub(reach)..at).rev().take_while(is_word);
    near.any(|i| need.any.stands_at(&reading.text, i))
}
