//! What a text has named so far, from which dates told without a month or a year go on.

use chrono::{Datelike, NaiveDate};

use super::{Basis, DateMention, Relation};
use crate::base::DayRange;

/// A month or day that lay within so many days before publication needs no year.
const RECENT: i64 = 75;

/// How a week or month is read that is the one of publication.
const OF_PUBLICATION: &str = "the calendar unit of publication";

/// The longest part of a year that a story goes on from: a half of it.
const PART_OF_YEAR: i64 = 184;

/// The dates named so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Story {
    /// The year named last.
    pub(super) year: Option<i32>,
    /// The month named last: year and number.
    pub(super) month: Option<(i32, u32)>,
    /// The month named last in the line, or that of the heading above it.
    pub(super) line_month: Option<(i32, u32)>,
    /// The month that the line before came to.
    month_before: Option<(i32, u32)>,
    /// The whole year that the sentence tells of, or that of the heading above it.
    pub(super) frame_year: Option<i32>,
    /// The last day that the sentence or the one before it named with its year, or counted on from there.
    pub(super) day: Option<NaiveDate>,
    /// The day that the line has come to, from one named with its year.
    told: Option<NaiveDate>,
    /// The day that the lines which a date leads have come to.
    led_to: Option<NaiveDate>,
    /// Has the line named nothing yet, so that its date would lead it?
    is_at_lead: bool,
    /// The last day named with its month, or counted on from there.
    last_day: Option<NaiveDate>,
    /// The year whose anniversary the text is written on.
    anniversary: Option<i32>,
    /// The line, counted from 1.
    line: u32,
    heading: Heading,
}

/// A line that is nothing but a month or a year.
#[derive(Clone, Copy, Debug, Default)]
struct Heading {
    year: Option<i32>,
    month: Option<(i32, u32)>,
}

impl Story {
    /// The story of what happened in `year`, told on its anniversary.
    pub(super) fn of_year(year: i32) -> Self {
        Self { anniversary: Some(year), ..Self::default() }
    }

    /// Begins a sentence of line `line`.
    pub(super) fn begin(&mut self, line: u32) {
        self.frame_year = self.heading.year.or(self.anniversary);
        if self.line != line {
            self.line = line;
            self.month_before = self.line_month.take();
            self.line_month = self.heading.month;
            self.told = self.led_to;
            self.is_at_lead = true;
        }
    }

    /// The line has begun with other words than a date.
    pub(super) fn leave_lead(&mut self) {
        if self.is_at_lead {
            self.is_at_lead = false;
            self.told = None;
        }
    }

    /// Might a date that stands here lead its line?
    pub(super) fn is_at_lead(&self) -> bool {
        self.is_at_lead
    }

    /// Ends a sentence in which `found` were named.
    pub(super) fn end(&mut self, found: &[DateMention]) {
        // A sentence without a day ends the row.
        self.day = self.day.filter(|_| found.iter().any(|m| day_of_row(m).is_some()));
    }

    /// A line that is nothing but the date `mention`: a month or a year stands over the lines below it.
    pub(super) fn stand_over(&mut self, mention: &DateMention) {
        if let Some(year) = whole_year(mention) {
            self.heading = Heading { year: Some(year), month: None };
        } else if let Some(month) = whole_month(mention) {
            self.heading = Heading { year: self.heading.year.filter(|y| *y == month.0), month: Some(month) };
        }
    }

    /// Another heading ends what the last one stood over.
    pub(super) fn end_heading(&mut self) {
        self.heading = Heading::default();
    }

    /// The month that a day «of the month» is of: that of the line, or of the line before.
    pub(super) fn running_month(&self) -> Option<DayRange> {
        let (year, number) = self.line_month.or(self.month_before)?;
        DayRange::month(year, number)
    }

    /// Day `day` of the month of the day named last, when it lies after that.
    pub(super) fn next_in_month(&self, day: u32) -> Option<NaiveDate> {
        let last = self.last_day.filter(|d| self.month == Some((d.year(), d.month())))?;
        last.with_day(day).filter(|d| *d > last)
    }

    /// The month of the heading above the line.
    pub(super) fn heading_month(&self) -> Option<(i32, u32)> {
        self.heading.month
    }

    /// Takes up a date.
    pub(super) fn take_up(&mut self, mention: &DateMention) {
        let told = self.follow(mention);
        if self.is_at_lead {
            self.led_to = told;
            self.is_at_lead = false;
        }
        self.told = told;
        let month = month_named(mention);
        let of_month = month.filter(|_| mention.relation != Relation::Since).map(|m| m.0);
        self.year = year_named(mention).or(of_month).or(self.year);
        // «left X in 2014 and took it in October 2015, and in March»: no longer of that year.
        let other = year_named(mention).is_some_and(|y| self.frame_year != Some(y));
        self.frame_year = whole_year(mention).or(self.frame_year.filter(|_| !other));
        (self.month, self.line_month) = (month.or(self.month), month.or(self.line_month));
        self.last_day = day_of_row(mention).or(self.last_day);
        let goes_on = |day: &NaiveDate| follows(self.day, *day);
        self.day = match day_of_row(mention) {
            Some(day) if mention.basis == Basis::Absolute => Some(day),
            Some(day) => Some(day).filter(goes_on),
            None => self.day,
        };
    }

    /// Where the line has come to with `mention`.
    fn follow(&self, mention: &DateMention) -> Option<NaiveDate> {
        let is_when = matches!(mention.relation, Relation::At | Relation::During | Relation::After);
        // «early in 2015 …, and in August»: a part of a year named in full leads on as well.
        let longest = if mention.basis == Basis::Absolute { PART_OF_YEAR } else { 31 };
        let named = mention.resolved.filter(|r| is_when && is_told(mention) && r.n_days() <= longest);
        let Some(day) = named.map(DayRange::start) else { return self.told };
        let goes_on = self.told.is_some_and(|t| t <= day && t.year() == day.year() || follows(Some(t), day));
        (mention.basis == Basis::Absolute || !mention.is_open || goes_on).then_some(day)
    }

    /// The days without a year that `of` gives for each year, as the line goes on to them: «in April 2013 …, and in June».
    pub(super) fn next(
        &self,
        reference: Option<NaiveDate>,
        of: impl Fn(i32) -> Option<DayRange>,
    ) -> Option<DayRange> {
        let (told, reference) = (self.told?, reference?);
        // «In September 2011 …, and on 20 October»: the weeks of another year go on.
        let same = of(told.year()).filter(|r| told.year() < reference.year() && goes_on(told, r.start()));
        if same.is_some() {
            return same;
        }
        let latest = [0, -1].into_iter().filter_map(|n| of(reference.year() + n));
        let latest = latest.filter(|r| r.start() <= reference).max_by_key(|r| r.start())?;
        // The month of publication itself would be told as «this month».
        let age = (reference - latest.end()).num_days();
        if age <= RECENT && (latest.n_days() == 1 || age >= 0) {
            return None;
        }
        // A story that comes to another year names it.
        of(told.year()).filter(|r| r.end() >= told && r.start() <= reference)
    }
}

/// «On 27 November 2024 …, on 30 November …»: does `day` lie in the weeks after the day that the text named last?
pub(super) fn follows(named: Option<NaiveDate>, day: NaiveDate) -> bool {
    const LONGEST: i64 = 45;
    named.is_some_and(|n| (0..=LONGEST).contains(&(day - n).num_days()))
}

/// Does `day` lie in the two months after the day or month `told`?
fn goes_on(told: NaiveDate, day: NaiveDate) -> bool {
    const LONGEST: i64 = 62;
    (0..=LONGEST).contains(&(day - told).num_days())
}

/// Is it a date of the calendar, and not one counted from the day of publication?
fn is_told(mention: &DateMention) -> bool {
    let dated = matches!(mention.basis, Basis::Absolute | Basis::Relative);
    dated && mention.from_published.is_none() && !mention.is_duration
}

/// The year that a mention names in full.
fn year_named(mention: &DateMention) -> Option<i32> {
    let range = mention.resolved.filter(|_| mention.basis == Basis::Absolute)?;
    (range.start().year() == range.end().year()).then(|| range.start().year())
}

/// The year of which a mention tells as a whole («in the past year …, in October»), and not since when.
fn whole_year(mention: &DateMention) -> Option<i32> {
    let range = mention.resolved.filter(|_| !mention.is_duration && mention.relation != Relation::Since)?;
    (DayRange::year(range.start().year()) == Some(range)).then(|| range.start().year())
}

/// The day that a mention names, when the days of a row may be counted on from it.
fn day_of_row(mention: &DateMention) -> Option<NaiveDate> {
    let told = matches!(mention.basis, Basis::Absolute | Basis::Relative) && mention.from_published.is_none();
    mention.resolved.filter(|r| told && r.n_days() == 1).map(DayRange::start)
}

/// The month that a mention names, or whose day it names: year and number.
fn month_named(mention: &DateMention) -> Option<(i32, u32)> {
    // «early this week» names no month.
    let week = mention.why.iter().any(|why| why == OF_PUBLICATION)
        && mention.resolved.is_some_and(|r| r.n_days() <= 7);
    let range = mention.resolved.filter(|r| is_told(mention) && !week && r.n_days() <= 31)?;
    let (first, last) = (range.start(), range.end());
    ((first.year(), first.month()) == (last.year(), last.month())).then(|| (first.year(), first.month()))
}

/// The month that a mention tells as a whole.
fn whole_month(mention: &DateMention) -> Option<(i32, u32)> {
    let (year, month) = month_named(mention)?;
    (DayRange::month(year, month) == mention.resolved).then_some((year, month))
}
