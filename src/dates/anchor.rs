//! Times that hang on the story: "the next day", "two days after the fall of the town".

use std::ops::Range;

use chrono::{Days, Months, NaiveDate};

use super::calendar;
use crate::base::{DayRange, Precision};
use crate::knowledge::time::Unit;

/// What an anchored time is counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The day the story has come to.
    Story,
    /// The event that these tokens name.
    Event(Range<usize>),
}

/// How far an anchored time lies from its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The least number of units; negative for earlier.
    pub least: i32,
    /// The most.
    pub most: i32,
    /// The unit.
    pub unit: Unit,
    /// Is the whole calendar unit meant ("the following week") and not a day at that distance?
    pub whole_unit: bool,
}

/// A time that only the story can resolve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// What it is counted from.
    pub target: Target,
    /// How far it lies from there.
    pub shift: Shift,
}

impl Anchor {
    /// The days meant, once the target is known to be at `day`.
    pub fn resolve(&self, day: DayRange) -> DayRange {
        let Shift { least, most, unit, whole_unit } = self.shift;
        if whole_unit {
            let from = calendar::shift(day.start(), unit, least);
            let to = calendar::shift(day.end(), unit, most);
            let (first, last) = (calendar::unit_around(from, unit), calendar::unit_around(to, unit));
            return DayRange::new(first.start(), last.end(), first.precision);
        }
        let start = calendar::shift(day.start(), unit, least);
        let end = calendar::shift(day.end(), unit, most);
        let range = DayRange::new(start, end, Precision::Day);
        let precision = if least == most { day.precision } else { range.natural_precision() };
        range.with_precision(precision.max(range.natural_precision().min(Precision::Days)))
    }

    /// The days of the target, once the time itself is known to be at `day`.
    pub fn resolve_back(&self, day: DayRange) -> DayRange {
        let Shift { least, most, unit, .. } = self.shift;
        let shift = Shift { least: -most, most: -least, unit, whole_unit: false };
        Self { target: self.target.clone(), shift }.resolve(day)
    }
}

/// `day` moved by whole days; the day itself at the ends of the calendar.
pub(super) fn add_days(day: NaiveDate, n: i64) -> NaiveDate {
    let days = Days::new(n.unsigned_abs());
    if n < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }.unwrap_or(day)
}

/// `day` moved by calendar months, the last of the month where it has no such day.
pub(super) fn add_months(day: NaiveDate, n: i32) -> NaiveDate {
    let months = Months::new(n.unsigned_abs());
    if n < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifts_count_from_both_ends() {
        let fall = DayRange::day(NaiveDate::from_ymd_opt(2024, 12, 5).expect("a day"));
        let anchor = |least, most, unit, whole_unit| Anchor {
            target: Target::Story,
            shift: Shift { least, most, unit, whole_unit },
        };
        let before = anchor(-3, -3, Unit::Day, false).resolve(fall);
        assert_eq!((before.start().to_string(), before.n_days()), ("2024-12-02".to_owned(), 1));
        let few = anchor(3, 9, Unit::Day, false).resolve(fall);
        assert_eq!((few.n_days(), few.precision), (7, Precision::Days));
        let week = anchor(1, 1, Unit::Week, true).resolve(fall);
        assert_eq!((week.start().to_string(), week.precision), ("2024-12-09".to_owned(), Precision::Week));
    }
}
