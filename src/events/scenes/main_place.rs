//! «it launched the last stage of its offensive on 6 June»: what lies days back, told without a place of its own, is of the
//! place that the article is about, and not of the one named last.

use chrono::Days;
use rustc_hash::FxHashMap;

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{PlaceHit, Reading};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::knowledge::{Conflict, PlaceIdx, PlaceKind};

/// How many days back an act lies that the story only recalls.
const BACK: Days = Days::new(3);
/// So many times as often as any other an article names the settlement that it is about.
const TIMES: usize = 2;
/// One in so many mentions of a capital is taken for the city.
const AS_GOVERNMENT: usize = 3;

/// Gives a recalled act without a place of its own the place that the article is about.
pub(in crate::events) fn recall_to_main_place(reading: &Reading<'_>, draft: &mut Draft) {
    keep_to_antecedent(reading, draft);
    let launched = draft.kind == EventKind::Clash && draft.frame == Frame::Fight;
    let fights = launched && !draft.is_since && !draft.is_definite;
    let again = matches!(draft.places[..], [p] if is_told_again(reading, &reading.places[p]));
    let gains = matches!(draft.frame, Frame::Take | Frame::Lose) && (draft.points_back || again);
    let unnamed = draft.places.is_empty() && !draft.has_vague_place;
    if !(unnamed || again) || !(fights || gains) || !is_back(reading, draft) {
        return;
    }
    let sentence = reading.sentences[draft.sentence].tokens.clone();
    let named = |p: &PlaceHit| sentence.contains(&p.tokens.start) && !is_told_again(reading, p);
    if reading.places.iter().any(|p| named(p) && p.tokens.start < draft.trigger.1) {
        return;
    }
    if let Some(main) = main_place(reading, sentence.start) {
        draft.places.clear();
        draft.places.push(main);
        draft.points_back = false;
        draft.why.push("recalled: the place that the article is about".into());
    }
}

/// «to withdraw from the positions that they took»: the pronoun means the positions, and no place told in the sentences
/// before.
fn keep_to_antecedent(reading: &Reading<'_>, draft: &mut Draft) {
    let relative = draft.is_relative && draft.points_back && draft.places.is_empty();
    let Some(noun) = draft.trigger.0.checked_sub(2).filter(|_| relative && draft.frame == Frame::Take) else {
        return;
    };
    let found = reading.knowledge.status.lexicon.longest_at(&reading.text, noun);
    let vague = found.is_some_and(|m| m.n_tokens == 1 && m.value.iter().any(|c| c.cue == Cue::VaguePlace));
    let sentence = reading.sentences[draft.sentence].tokens.start;
    let told = |p: &PlaceHit| (sentence..noun).contains(&p.tokens.start);
    if vague && reading.follows_cue(draft.trigger.0, Cue::Relative) && !reading.places.iter().any(told) {
        draft.points_back = false;
        draft.has_vague_place = true;
    }
}

/// «the town»: is it a noun for a place told before, without a name?
fn is_told_again(reading: &Reading<'_>, place: &PlaceHit) -> bool {
    let words = &reading.knowledge.place_words;
    let cue = words.words.longest_at(&reading.text, place.tokens.start);
    let noun = cue.is_some_and(|m| m.value.cue.is_some() && m.n_tokens >= place.tokens.len());
    noun && reading.text.is_definite(place.tokens.start)
}

/// Does its own day lie days before the day of publication?
fn is_back(reading: &Reading<'_>, draft: &Draft) -> bool {
    let range = draft.date.and_then(|d| reading.dates[d].range);
    let since = reading.published.and_then(|p| p.checked_sub_days(BACK));
    range.zip(since).is_some_and(|(range, since)| range.end() < since)
}

/// The last mention before token `at` of the settlement that the article is about.
pub(in crate::events) fn main_place(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let main = (*reading.main_place.get_or_init(|| most_named(reading)))?;
    let end = reading.places.partition_point(|p| p.tokens.start < at);
    let own = |p: &PlaceHit| p.place == Some(main) && !p.is_qualifier && !is_told_again(reading, p);
    (0..end).rev().find(|&i| own(&reading.places[i]))
}

/// The settlement that the article names most often, with its quarters, when no other comes near it.
fn most_named(reading: &Reading<'_>) -> Option<PlaceIdx> {
    let conflict = &reading.knowledge.conflict;
    let mut told: FxHashMap<PlaceIdx, usize> = FxHashMap::default();
    for place in reading.places.iter().filter(|p| !is_told_again(reading, p)) {
        if let Some(town) = settlement(conflict, place) {
            *told.entry(town).or_default() += 1;
        }
    }
    // A capital is more often named for its government.
    let capitals = &reading.knowledge.place_words.capitals;
    let count = |(t, n): (&PlaceIdx, &usize)| if capitals.contains(t) { n / AS_GOVERNMENT } else { *n };
    let most = told.iter().map(count).max().filter(|&n| n >= TIMES)?;
    let mut near = told.iter().filter(|&t| count(t) * TIMES > most);
    let main = near.next().map(|(town, _)| *town);
    main.filter(|_| near.next().is_none())
}

/// The settlement that a mention names, itself or by its quarter.
fn settlement(conflict: &Conflict, hit: &PlaceHit) -> Option<PlaceIdx> {
    let settles = |k: PlaceKind| matches!(k, PlaceKind::City | PlaceKind::Town | PlaceKind::Village);
    let place = hit.place?;
    if settles(hit.kind) {
        return Some(place);
    }
    let parent = conflict.place(place).parent.filter(|_| hit.kind == PlaceKind::Quarter)?;
    settles(conflict.place(parent).kind).then_some(parent)
}
