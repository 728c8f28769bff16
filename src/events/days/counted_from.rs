//! Acts that another time is counted from: «a week after X fell» tells when it fell, and «the third day of the war»
//! is counted from its first.

use super::own_day::day_it_follows;
use super::when::When;
use crate::base::{DayRange, Precision};
use crate::dates::{Anchor, NTH_DAY, Target};
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{DateHit, Reading};
use crate::knowledge::time::Unit;
use crate::knowledge::triggers::Frame;

/// «they attacked today, a week after X fell»: the day of the act dates the event that it is counted from.
pub(super) fn date_back(reading: &Reading<'_>, drafts: &[Draft], whens: &mut [When]) {
    for (d, hit) in reading.dates.iter().enumerate() {
        let by_days = |a: &&Anchor| !matches!(a.shift.unit, Unit::Hour | Unit::Minute | Unit::Second);
        let Some(anchor) = hit.anchor.as_ref().filter(by_days) else { continue };
        let Target::Event(tokens) = &anchor.target else { continue };
        let n = drafts.partition_point(|draft| draft.trigger.0 < tokens.start);
        let Some(named) = drafts.get(n).filter(|named| named.trigger.0 < tokens.end) else { continue };
        let has_own = named.date.is_some_and(|own| reading.dates[own].tokens.start >= tokens.start);
        let acts = (0..n).rev().take_while(|&i| drafts[i].sentence == named.sentence);
        let near = |w: &When| w.range.filter(|r| r.n_days() <= 2);
        let day = acts.filter(|&i| whens[i].date != Some(d)).find_map(|i| near(&whens[i]));
        let day = day.or_else(|| day_it_follows(reading, hit, &drafts[..n], whens));
        let day = day.or_else(|| day_named_before(reading, d));
        let Some(day) = day.filter(|_| !has_own) else { continue };
        // Counted from an act that is older than the story told, or long before it.
        let same = |&i: &usize| drafts[i].sentence == named.sentence;
        let of_old =
            (0..n).rev().take_while(same).any(|i| whens[i].is_background && near(&whens[i]) == Some(day));
        let from = anchor.resolve_back(day);
        // What has a fourth day has gone on for four.
        let is_nth = drafts[n].frame == Frame::Fight && is_nth_day(hit);
        let lasts = (is_nth || goes_on(reading, &drafts[n])) && from.start() < day.start();
        let range = if lasts { DayRange::new(from.start(), day.end(), Precision::Days) } else { from };
        whens[n] = When {
            range: Some(range),
            date: Some(d),
            text: hit.span.of(reading.text.source).to_owned(),
            basis: "event",
            is_background: whens[n].is_background && (of_old || lies_back(range, day)),
            why: vec!["counted back from the act that it is named with".into()],
        };
    }
}

/// Does it lie so far before the act that it is counted back from that it is none of the same story?
fn lies_back(range: DayRange, day: DayRange) -> bool {
    const STORY: i64 = 60;
    (day.start() - range.end()).num_days() > STORY
}

/// «13 July: two days after the robbing of X», «announced on 9 October an operation that it called Y, three days after»: the
/// day that the sentence, or the line that it opens, names before date mention `d`.
fn day_named_before(reading: &Reading<'_>, d: usize) -> Option<DayRange> {
    let at = reading.dates[d].tokens.start;
    let s = reading.sentences.partition_point(|s| s.tokens.end <= at);
    let start = reading.sentences.get(s)?.tokens.start;
    let day = |i: usize| {
        let hit = &reading.dates[i];
        hit.range.filter(|r| r.n_days() == 1 && !hit.is_since && !hit.is_until && hit.anchor.is_none())
    };
    (0..d).rev().take_while(|&i| reading.dates[i].tokens.start >= start).find_map(day)
}

/// «the third day of …».
fn is_nth_day(hit: &DateHit) -> bool {
    hit.why.iter().any(|why| why == NTH_DAY)
}

/// «after a week of fighting»: did it go on all the week?
fn goes_on(reading: &Reading<'_>, draft: &Draft) -> bool {
    let at = draft.trigger.0;
    match draft.frame {
        Frame::Fight => reading.knowledge.status.lasting.longest_at(&reading.text, at).is_some(),
        // «after four weeks of raids», and not «of the raid».
        Frame::Strike => {
            const ONE: [char; 2] = ['\u{629}', '\u{647}'];
            draft.is_noun && draft.is_definite && !reading.text.fold_at(at).ends_with(ONE)
        }
        _ => false,
    }
}

/// «on the third day of the war»: the first day of the campaign that the text names, or of the first fighting it dates.
pub(in crate::events) fn first_day(
    reading: &Reading<'_>,
    hit: &DateHit,
    drafts: &[Draft],
    whens: &[When],
) -> Option<DayRange> {
    const LONGEST: i64 = 400;
    if !is_nth_day(hit) {
        return None;
    }
    let published = reading.published?;
    let near = |day: &chrono::NaiveDate| (0..=LONGEST).contains(&(published - *day).num_days());
    let campaigns = &reading.knowledge.campaigns;
    let named = (0..reading.text.tokens.len())
        .find_map(|i| campaigns.longest_at(&reading.text, i).map(|m| *m.value).filter(near));
    let fighting = || {
        let dated = drafts.iter().zip(whens).filter(|(d, w)| d.kind == EventKind::Clash && w.date.is_some());
        dated.filter_map(|(_, w)| w.range).find(|r| r.n_days() == 1)
    };
    named.map(DayRange::day).or_else(fighting)
}
