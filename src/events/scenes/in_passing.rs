//! «attacked X on Sunday. It had taken Y a month ago. Three were killed»: an act that its paragraph tells only in passing
//! puts nothing that follows where it happened itself.

use super::home_place::is_old;
use super::speech_place::is_abroad;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{PlaceHit, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::status::{Cue, Prep};

/// A day that lies further back than this, in days, is no longer of the news.
const NEWS: i64 = 7;

/// Is `told` no more than recalled, intended, described or heard of elsewhere, while `draft`, told after it without a
/// place, is an act of the story?
pub(super) fn is_in_passing(reading: &Reading<'_>, told: &Draft, draft: &Draft) -> bool {
    let intends = |d: &Draft| matches!(d.stance.modality, Modality::Planned | Modality::Hypothetical);
    let points_back = draft.is_noun && draft.is_definite;
    let apart = told.sentence != draft.sentence;
    // «On 20 October it bombed X, and on 26 October it entered the camp»: days that lead on.
    let leads_on = draft.date.is_some() && told.date.is_some();
    let recalls = || {
        apart && !points_back && !leads_on && lies_back(reading, told) && !lies_back(reading, draft)
    };
    apart && intends(told) && !intends(draft)
        || recalls()
        || apart && told.is_relative
        || is_heard_of_abroad(reading, told)
        || apart && is_counted_in_hospital(reading, told)
}

/// «X had taken Y», «X took Y last year»: is it told as done before what the news tells?
fn lies_back(reading: &Reading<'_>, draft: &Draft) -> bool {
    let opens = reading.sentences[draft.sentence].tokens.start;
    let range = draft.date.and_then(|d| reading.dates[d].range);
    let days_ago = |r: crate::base::DayRange| reading.published.map_or(0, |p| (p - r.end()).num_days());
    reading.says_cue(opens, Cue::Was)
        || draft.stance.is_past
        || is_old(reading, draft)
        || range.is_some_and(|r| days_ago(r) > NEWS)
}

/// «condemned the attack in a statement from X»: an act named only to be spoken of, with a place abroad.
fn is_heard_of_abroad(reading: &Reading<'_>, told: &Draft) -> bool {
    let named = told.is_noun && told.is_definite;
    named && told.places.iter().all(|&p| is_abroad(reading, p))
}

/// «a hospital in X said that it had taken in seven bodies»: they were counted in X, and did not die there.
fn is_counted_in_hospital(reading: &Reading<'_>, told: &Draft) -> bool {
    let hospitals = &reading.knowledge.triggers.lists.hospitals;
    let house = |p: &PlaceHit| {
        let (at, put) = (p.tokens.start, reading.follows_cue(p.tokens.start, Cue::Prep(Prep::At)));
        let noun = if put { at.checked_sub(2) } else { at.checked_sub(1) };
        noun.into_iter().chain([at]).any(|t| hospitals.longest_at(&reading.text, t).is_some())
    };
    told.kind == EventKind::Casualties && told.places.iter().all(|&p| house(&reading.places[p]))
}
