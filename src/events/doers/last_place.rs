//! The place told last before a token: what a pronoun means when nothing else is.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{PlaceHit, Reading};
use crate::events::scenes::beside::is_beside;
use crate::events::scenes::speech_place::is_abroad;
use crate::events::scenes::whence::is_whence;
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::places::tells_when;
use crate::text::{AND, Affixes};

/// The pronoun of one masculine thing, written on to its word.
const HIM: char = '\u{647}';

/// The last place named before token `at`.
pub(super) fn last_place(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let end = reading.places.partition_point(|p: &PlaceHit| p.tokens.start < at);
    let mut last = end.checked_sub(1)?;
    // «X (50 km north of Y), after they took it»: X.
    while (is_bracketed(reading, &reading.places[last], at)
        || is_whence(reading, &reading.places[last])
        || is_beside(reading, last)
        || is_around(reading, last)
        || is_in_what_it_is_called(reading, last)
        || is_only_when(reading, last))
        && let Some(before) = last.checked_sub(1)
    {
        last = before;
    }
    // «X in the countryside of Y»: X.
    while reading.places[last].is_qualifier
        && let Some(before) = last.checked_sub(1)
        && reading.places[before].tokens.end == reading.places[last].tokens.start
    {
        last = before;
    }
    Some(last)
}

/// «in X …; after the fall of Y they made for it»: does place `p` only tell when, with another named in its paragraph before
/// it?
pub(super) fn is_only_when(reading: &Reading<'_>, p: usize) -> bool {
    let sentence =
        |p: usize| reading.sentences.partition_point(|s| s.tokens.end <= reading.places[p].tokens.start);
    let paragraph = |p: usize| reading.sentences.get(sentence(p)).map(|s| s.paragraph);
    let start = reading.places[p].tokens.start;
    let told = p.checked_sub(1).filter(|&b| paragraph(b) == paragraph(p));
    told.is_some_and(|b| reading.places[b].kind != PlaceKind::Country)
        && tells_when(&reading.text, reading.knowledge, start)
}

/// «took X in May, and Y in June after the army left it»: the Y that the sentence has named since its last act.
pub(super) fn listed_last(reading: &Reading<'_>, told: &[Draft], draft: &Draft) -> Option<usize> {
    let leaves = draft.points_back && draft.is_noun && draft.frame == Frame::Leave;
    let before = told.last().filter(|d| leaves && d.frame == Frame::Take && d.sentence == draft.sentence)?;
    let last = last_place(reading, draft.trigger.0)?;
    let hit = &reading.places[last];
    let since = before.places.iter().all(|&p| reading.places[p].tokens.start < hit.tokens.start);
    let governed = reading.follows_cue(hit.tokens.start, Cue::Prep(Prep::On))
        || reading.text.fold_at(hit.tokens.start).starts_with(AND);
    let lies_in =
        reading.text.readings_at(list_head(reading, last)).iter().any(|r| r.affixes.has(Affixes::BI));
    (since && governed && !lies_in && !hit.kind.is_area() && hit.tokens.start > before.trigger.1)
        .then_some(last)
}

/// The first token of the list whose last member is place `last`: «in X and Y».
fn list_head(reading: &Reading<'_>, last: usize) -> usize {
    let start = |p: usize| reading.places[p].tokens.start;
    let mut first = last;
    while reading.text.fold_at(start(first)).starts_with(AND)
        && let Some(before) = first.checked_sub(1)
        && reading.places[before].tokens.end == start(first)
    {
        first = before;
    }
    start(first)
}

/// Does a bracket that opens before the place close behind it, before token `at`?
fn is_bracketed(reading: &Reading<'_>, place: &PlaceHit, at: usize) -> bool {
    const LONGEST: usize = 12;
    let bracket = |i: usize| match reading.text.fold_at(i) {
        "(" => Some(true),
        ")" => Some(false),
        _ => None,
    };
    let end = at.min(place.tokens.end + LONGEST);
    (place.tokens.end..end).find_map(bracket) == Some(false)
}

/// Does the pronoun of the verb at token `at`, or of its preposition, mean one thing («عليه»)?
pub(super) fn is_one(reading: &Reading<'_>, at: usize) -> bool {
    let fold = |j: usize| reading.text.fold_at(j);
    (at..reading.text.tokens.len().min(at + 2)).any(|j| fold(j).ends_with(HIM))
}

/// «entered the three towns»: the list of so many places told last.
pub(super) fn count_back(draft: &mut Draft, before: &[Draft]) {
    const REACH: usize = 12;
    let Some(n) = draft.counts_back.filter(|_| draft.places.is_empty()) else { return };
    if let Some(list) = before.iter().rev().take(REACH).find(|d| d.places.len() == n) {
        draft.places.clone_from(&list.places);
        draft.has_vague_place = false;
        draft.why.push(format!("the {n} places told before"));
    }
}

/// Does the sentence of a flight name a town at home as where to?
pub(super) fn goes_home(reading: &Reading<'_>, draft: &Draft) -> bool {
    let end = reading.sentences[draft.sentence].tokens.end;
    let from = reading.places.partition_point(|p| p.tokens.start < draft.trigger.0);
    let behind = reading.places.iter().enumerate().skip(from).take_while(|(_, p)| p.tokens.start < end);
    behind
        .filter(|(_, p)| reading.follows_cue(p.tokens.start, Cue::Prep(Prep::To)))
        .any(|(i, p)| p.place.is_some() && !is_abroad(reading, i))
}

/// «the district X in the province Y», «the crossing X on the border with Y»: does place `p` only say what the place right
/// before it lies in, or on whose border?
fn is_around(reading: &Reading<'_>, p: usize) -> bool {
    let Some(before) = p.checked_sub(1).map(|i| &reading.places[i]) else { return false };
    let hit = &reading.places[p];
    let Some(prep) = hit.tokens.start.checked_sub(1) else { return false };
    let next = before.tokens.end == prep && !before.kind.is_area();
    let lies_in = hit.kind.is_area() && reading.says_cue(prep, Cue::Prep(Prep::At));
    let borders = &reading.knowledge.triggers.lists.borders;
    let border = before.tokens.end + 1 >= prep
        && prep > 0
        && borders.longest_at(&reading.text, prep - 1).is_some()
        && reading.says_cue(prep, Cue::Prep(Prep::With));
    next && lies_in || border
}

/// «X, the second largest town of Y», «X, the last stronghold of the army in Y»: does place `p` only stand in what the place
/// before it is called besides?
fn is_in_what_it_is_called(reading: &Reading<'_>, p: usize) -> bool {
    const WORDS: usize = 6;
    const COMMAS: [&str; 2] = ["\u{60C}", ","];
    let Some(before) = p.checked_sub(1).map(|i| &reading.places[i]) else { return false };
    let comma = |i: usize| COMMAS.contains(&reading.text.fold_at(i));
    let (end, start) = (before.tokens.end, reading.places[p].tokens.start);
    let first = end + usize::from(comma(end));
    let superlatives = &reading.knowledge.status.superlatives;
    let greatest = superlatives.longest_at(&reading.text, first).is_some_and(|m| m.affixes.is_empty());
    let acts = |i: usize| reading.knowledge.triggers.lexicon.longest_at(&reading.text, i).is_some();
    let plain = || (first + 1..start).all(|i| !comma(i) && reading.text.fold_at(i) != "." && !acts(i));
    first < start && start - first <= WORDS && greatest && plain()
}

/// «besieged X after it took the villages around it», «took the hills above it»: is what is taken more than the place that
/// its pronoun means, and beside it?
pub(super) fn takes_around(reading: &Reading<'_>, draft: &Draft) -> bool {
    const REACH: usize = 4;
    let takes = draft.frame == Frame::Take;
    let end = reading.sentences[draft.sentence].tokens.end.min(draft.trigger.1 + REACH);
    let words = &reading.knowledge.place_words.words;
    let many = |t: usize| {
        let cue = words.longest_at(&reading.text, t).and_then(|m| m.value.cue);
        cue.is_some_and(|c| c.many) || reading.says_cue(t, Cue::VaguePlace)
    };
    takes && (draft.trigger.1..end).any(many)
}
