//! Stories told later: a text that tells weeks by their dates means the weekdays between them, not the latest before
//! publication («On Wednesday 27 November …. On Friday …. On 3 December …»); and what lay «two days before» in a
//! sentence about a day long ago lay so before that day.

use chrono::NaiveDate;

use super::anchor::add_days;
use super::{Basis, DateMention, Relation, calendar};
use crate::base::DayRange;
use crate::text::Sentence;

/// A story told later names so many days at least.
const LEAST_DAYS: usize = 3;
/// Those days lie within so many days.
const LONGEST: i64 = 45;
/// A day this long before publication is no news, in days.
const LONG_AGO: i64 = 60;

/// Sets the mentions that hang on the day that the story has come to, once all of them are found. `reference` is the
/// day of publication.
pub(super) fn retell(found: &mut [DateMention], sentences: &[Sentence], reference: NaiveDate) {
    if let Some(story) = Retelling::of(found) {
        story.follow(found, reference);
    }
    count_from_old_days(found, sentences, reference);
}

/// The days of a story that is told later.
struct Retelling {
    first: NaiveDate,
    last: NaiveDate,
}

impl Retelling {
    /// The weeks in which most days lie that the text names, unless it speaks of «today» or «yesterday», as news does.
    fn of(found: &[DateMention]) -> Option<Self> {
        if found.iter().any(is_of_the_day) {
            return None;
        }
        let mut days: Vec<NaiveDate> = found.iter().filter_map(named_day).collect();
        days.sort_unstable();
        days.dedup();
        let within = |first: NaiveDate| days.iter().filter(move |d| is_within(first, **d)).count();
        let first = days.iter().copied().max_by_key(|d| within(*d))?;
        (within(first) >= LEAST_DAYS).then(|| Self { first, last: add_days(first, LONGEST) })
    }

    /// Goes through the mentions with the day that the story has come to.
    fn follow(&self, found: &mut [DateMention], reference: NaiveDate) {
        let mut told: Option<NaiveDate> = None;
        for mention in found {
            if let Some(day) = named_day(mention) {
                told = Some(day).filter(|d| (self.first..=self.last).contains(d));
                continue;
            }
            let Some(day) = told else { continue };
            if let Some(range) = weekday_from(mention, day, reference) {
                set(mention, range, "the first such weekday from the day that the story has come to");
                told = Some(range.start());
            } else if let Some(range) = ago_from(mention, day, reference) {
                set(mention, range, "counted from the day that the story has come to");
            }
        }
    }
}

/// «In June 2014 X fled before Y, who had taken Z two days ago»: counted from the day long ago that the sentence named.
fn count_from_old_days(found: &mut [DateMention], sentences: &[Sentence], reference: NaiveDate) {
    let is_old = |day: &NaiveDate| (reference - *day).num_days() > LONG_AGO;
    let mut told: Option<(usize, NaiveDate)> = None;
    for mention in found {
        let sentence = sentences.partition_point(|s| s.tokens.end <= mention.tokens.start);
        if let Some(day) = named_day(mention) {
            told = Some(day).filter(is_old).map(|day| (sentence, day));
        } else if let Some((_, day)) = told.filter(|t| t.0 == sentence)
            && let Some(range) = ago_from(mention, day, reference)
        {
            set(mention, range, "counted from the day that the sentence named");
        }
    }
}

fn is_within(first: NaiveDate, day: NaiveDate) -> bool {
    (0..=LONGEST).contains(&(day - first).num_days())
}

/// «Today», «yesterday», «last night»: words of the day on which news is written.
fn is_of_the_day(mention: &DateMention) -> bool {
    const NEWS: i64 = 2;
    !mention.is_ago && mention.from_published.is_some_and(|n| n.abs() <= NEWS)
}

/// A single day told with its month, and not counted from publication.
fn named_day(mention: &DateMention) -> Option<NaiveDate> {
    let told = matches!(mention.basis, Basis::Absolute | Basis::Relative) && mention.from_published.is_none();
    let range = mention.resolved.filter(|r| told && r.n_days() == 1 && !mention.is_duration);
    range.map(DayRange::start)
}

/// A bare weekday, or two, as the story goes on from `told`: some weeks before what it was read as.
fn weekday_from(mention: &DateMention, told: NaiveDate, reference: NaiveDate) -> Option<DayRange> {
    let is_bare = mention.basis == Basis::Weekday && mention.is_open && mention.relation != Relation::Since;
    let read = mention.resolved.filter(|r| is_bare && r.n_days() <= 3 && r.start() <= reference)?;
    let start = calendar::on_or_after(told, chrono::Datelike::weekday(&read.start()));
    let earlier = read.start().signed_duration_since(start).num_days();
    (earlier > 0).then(|| moved(read, -earlier))
}

/// «Two days ago», «hours ago», counted from `told`.
fn ago_from(mention: &DateMention, told: NaiveDate, reference: NaiveDate) -> Option<DayRange> {
    const LONGEST: i64 = 31;
    let near = mention.from_published.is_some_and(|n| (-LONGEST..=0).contains(&n));
    let read = mention.resolved.filter(|_| mention.is_ago && near)?;
    Some(moved(read, (told - reference).num_days()))
}

fn moved(range: DayRange, days: i64) -> DayRange {
    DayRange::new(add_days(range.start(), days), add_days(range.end(), days), range.precision)
}

/// Reads the mention as `range`, which the sentences before give and publication does not.
fn set(mention: &mut DateMention, range: DayRange, why: &str) {
    mention.resolved = Some(range);
    mention.basis = Basis::Context;
    mention.why.push(why.to_owned());
}
