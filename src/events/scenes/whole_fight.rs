//! «the fighting since Sunday has left 36 dead», «the toll of the battles rises to 213»: what is summed up happened where
//! the article began, and not at the last camp or palace that it names.

use super::home_place::is_of_war;
use super::setting::headline_mention;
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::events::tolls::updated::is_summed;
use crate::knowledge::PlaceKind;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// Gives fighting and its dead, summed up without a place, the place of the first act of arms that the article tells.
pub(in crate::events) fn stay_at_scene(reading: &Reading<'_>, draft: &mut Draft, before: &[Draft]) {
    let counts = matches!(draft.kind, EventKind::Casualties | EventKind::Clash);
    let unplaced = draft.places.is_empty() && !draft.has_vague_place && !draft.points_back;
    if !counts || !unplaced || draft.stance.is_past || is_of_war(draft) {
        return;
    }
    let whole = draft.is_since || draft.is_from_start || is_summed(reading, draft);
    let arms = |d: &Draft| {
        matches!(d.frame, Frame::Fight | Frame::Take | Frame::Enter | Frame::Strike | Frame::Repel)
    };
    let site = |d: &Draft| d.places.first().is_some_and(|&p| reading.places[p].kind != PlaceKind::Country);
    let told = before.iter().filter(|_| whole).find(|d| arms(d) && !d.stance.is_past && site(d));
    // An article of several wars has a first act in each paragraph.
    let paragraph = |s: usize| reading.sentences[s].paragraph;
    let near = |d: &&Draft| {
        let gap = paragraph(draft.sentence).saturating_sub(paragraph(d.sentence));
        gap <= 2
    };
    if let Some(told) = told.filter(near) {
        draft.places.push(city_of(reading, told.places[0], draft.trigger.0));
        draft.why.push("summed up: where the article began".into());
    } else if let Some(p) = headline_mention(reading).filter(|_| whole) {
        draft.places.push(p);
        draft.why.push("summed up: where the article began".into());
    }
}

/// «bombed positions of X»: fire of somebody named, in a sentence that names no place.
pub(super) fn is_fire_nowhere(reading: &Reading<'_>, draft: &Draft) -> bool {
    let sentence = &reading.sentences[draft.sentence].tokens;
    let first = reading.places.partition_point(|p| p.tokens.start < sentence.start);
    let unplaced = reading.places.get(first).is_none_or(|p| p.tokens.start >= sentence.end);
    let fire = matches!(draft.kind, EventKind::AirStrike | EventKind::Shelling);
    fire && !draft.initiators.is_empty() && unplaced
}

/// «raids on the areas under the control of X»: all the ground that a side holds, and not where the story stands.
pub(super) fn is_on_whole_ground(reading: &Reading<'_>, draft: &Draft) -> bool {
    const REACH: usize = 14;
    let start = draft.trigger.1;
    let end = reading.sentences[draft.sentence].tokens.end.min(start + REACH);
    let held = |t: usize| {
        let taken = reading.knowledge.triggers.of_frame_at(&reading.text, t + 1, Frame::Take).is_some();
        taken && reading.says_cue(t, Cue::VaguePlace)
    };
    (start..end.saturating_sub(1)).any(held)
}

/// The city that the quarter or site of mention `p` lies in, when the text has named it before token `at`; else `p`.
pub(in crate::events) fn city_of(reading: &Reading<'_>, p: usize, at: usize) -> usize {
    let site = &reading.places[p];
    let inner = matches!(site.kind, PlaceKind::Quarter | PlaceKind::Base);
    let place = site.place.filter(|_| inner);
    let Some(city) = place.and_then(|p| reading.knowledge.conflict.place(p).parent) else { return p };
    let end = reading.places.partition_point(|p| p.tokens.start < at);
    (0..end).rev().find(|&i| reading.places[i].place == Some(city)).unwrap_or(p)
}
