//! Ranges of calendar days, both ends included, with how precisely the source gave them.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// How precisely a text gives a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// One calendar day.
    Day,
    /// A span of a few days.
    Days,
    /// A calendar week.
    Week,
    /// A month, or a part of one.
    Month,
    /// A year, or a part of one.
    Year,
    /// The text leaves it open; the ends are bounds only.
    Unknown,
}

/// The days from `start` to `end`, both included; `start <= end` always holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayRange {
    start: NaiveDate,
    end: NaiveDate,
    /// How precisely the source gave it.
    pub precision: Precision,
}

impl DayRange {
    /// One day.
    pub fn day(day: NaiveDate) -> Self {
        Self { start: day, end: day, precision: Precision::Day }
    }

    /// From `start` to `end` in either order, both included.
    pub fn new(start: NaiveDate, end: NaiveDate, precision: Precision) -> Self {
        Self { start: start.min(end), end: start.max(end), precision }
    }

    /// The whole month, `month` from 1 to 12; nothing for a month that does not exist.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        let start = NaiveDate::from_ymd_opt(year, month, 1)?;
        let next = start.checked_add_months(chrono::Months::new(1))?;
        Some(Self { start, end: next.pred_opt()?, precision: Precision::Month })
    }

    /// The whole year; nothing for a year outside the calendar.
    pub fn year(year: i32) -> Option<Self> {
        let start = NaiveDate::from_ymd_opt(year, 1, 1)?;
        let end = NaiveDate::from_ymd_opt(year, 12, 31)?;
        Some(Self { start, end, precision: Precision::Year })
    }

    /// First day.
    pub fn start(self) -> NaiveDate {
        self.start
    }

    /// Last day, included.
    pub fn end(self) -> NaiveDate {
        self.end
    }

    /// Does `day` fall inside?
    pub fn contains(self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }

    /// How many days it covers, one at least.
    pub fn n_days(self) -> i64 {
        (self.end - self.start).num_days() + 1
    }

    /// Do the two meet when each end may be off by `slack` days?
    pub fn meets(self, other: Self, slack: u64) -> bool {
        let slack = Days::new(slack);
        let early = |d: NaiveDate| d.checked_sub_days(slack).unwrap_or(d);
        early(self.start) <= other.end && early(other.start) <= self.end
    }

    /// The days both cover, as precise as the more precise of the two.
    pub fn intersect(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start <= end).then(|| Self { start, end, precision: self.precision.min(other.precision) })
    }

    /// The same range with another precision.
    #[must_use]
    pub fn with_precision(self, precision: Precision) -> Self {
        Self { precision, ..self }
    }

    /// The precision that its length suggests.
    pub fn natural_precision(self) -> Precision {
        let whole_month = self.start.day() == 1
            && Self::month(self.start.year(), self.start.month()).is_some_and(|m| m.end == self.end);
        match self.n_days() {
            1 => Precision::Day,
            _ if whole_month => Precision::Month,
            2..=31 => Precision::Days,
            365 | 366 => Precision::Year,
            _ => Precision::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 12, d).expect("a day of December")
    }

    #[test]
    fn ends_are_put_in_order_and_slack_counts_days() {
        let r = DayRange::new(day(5), day(3), Precision::Days);
        assert_eq!((r.start(), r.end(), r.n_days()), (day(3), day(5), 3));
        assert!(r.meets(DayRange::day(day(6)), 1));
        assert!(!r.meets(DayRange::day(day(7)), 1));
        assert_eq!(r.intersect(DayRange::day(day(4))), Some(DayRange::day(day(4))));
    }

    #[test]
    fn month_ends_on_its_last_day() {
        assert_eq!(DayRange::month(2024, 2).map(|m| m.end().day()), Some(29));
        assert_eq!(DayRange::month(2024, 13), None);
    }
}
