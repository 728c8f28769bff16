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

/// The draft whose place `draft` stays in: the last near one of those that `may_be`, and none that is told in passing when
/// another is near.
pub(super) fn told_on_scene<'d>(
    reading: &Reading<'_>,
    (before, draft): (&'d [Draft], &Draft),
    may_be: impl Fn(&&Draft) -> bool,
) -> Option<&'d Draft> {
    const FEW: usize = 6;
    let paragraph = |s: usize| reading.sentences[s].paragraph;
    let gap = |d: &Draft| draft.sentence - d.sentence;
    let near = |d: &Draft| gap(d) <= 1 || gap(d) <= 3 && paragraph(d.sentence) == paragraph(draft.sentence);
    let passing = |d: &Draft| is_in_passing(reading, d, draft);
    let told = || before.iter().rev().take(FEW).filter(|d| may_be(d));
    let first = told().next().filter(|d| near(d))?;
    // «… took X. The attack had begun from Y. And three were killed»: X, though it was told in the paragraph before.
    let scene = || told().find(|d| (near(d) || gap(d) == 2) && !passing(d));
    Some(if passing(first) { scene().unwrap_or(first) } else { first })
}

/// Is `told` no more than recalled, intended, described or heard of elsewhere, while `draft`, told after it without a
/// place, is an act of the story?
fn is_in_passing(reading: &Reading<'_>, told: &Draft, draft: &Draft) -> bool {
    let intends = |d: &Draft| matches!(d.stance.modality, Modality::Planned | Modality::Hypothetical);
    let points_back = draft.is_noun && draft.is_definite;
    let apart = told.sentence != draft.sentence;
    // «On 20 October it bombed X, and on 26 October it entered the camp»: days that lead on.
    let leads_on = draft.date.is_some() && told.date.is_some();
    let recalls =
        || apart && !points_back && !leads_on && lies_back(reading, told) && !lies_back(reading, draft);
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
