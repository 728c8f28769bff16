//! Arithmetic of days, weeks, months and longer units, and the parts of them that Arabic names.

use chrono::{Datelike, NaiveDate, Weekday};

use super::anchor::{add_days, add_months};
use crate::base::{DayRange, Precision};
use crate::knowledge::time::{Part, Season, Unit};

/// `day` moved by `n` units.
pub(super) fn shift(day: NaiveDate, unit: Unit, n: i32) -> NaiveDate {
    let days = i64::from(n);
    match unit {
        Unit::Second | Unit::Minute => day,
        Unit::Hour => add_days(day, days / 24),
        Unit::Day => add_days(day, days),
        Unit::Week => add_days(day, days.saturating_mul(7)),
        Unit::Month => add_months(day, n),
        Unit::Quarter => add_months(day, n.saturating_mul(3)),
        Unit::Year => add_months(day, n.saturating_mul(12)),
        Unit::Decade => add_months(day, n.saturating_mul(120)),
        Unit::Century => add_months(day, n.saturating_mul(1200)),
    }
}

/// The calendar unit that `day` lies in.
pub(super) fn unit_around(day: NaiveDate, unit: Unit) -> DayRange {
    let years = |from: i32, n: i32| years(from, from + n - 1).unwrap_or(DayRange::day(day));
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => DayRange::day(day),
        Unit::Week => week_of(day),
        Unit::Month => DayRange::month(day.year(), day.month()).unwrap_or(DayRange::day(day)),
        Unit::Quarter => quarter(day.year(), day.month0() / 3 + 1).unwrap_or(DayRange::day(day)),
        Unit::Year => years(day.year(), 1).with_precision(Precision::Year),
        Unit::Decade => years(day.year() - day.year().rem_euclid(10), 10),
        Unit::Century => years(day.year() - day.year().rem_euclid(100), 100),
    }
}

/// The week from Monday to Sunday that holds `day`.
pub(super) fn week_of(day: NaiveDate) -> DayRange {
    let monday = add_days(day, -i64::from(day.weekday().num_days_from_monday()));
    DayRange::new(monday, add_days(monday, 6), Precision::Week)
}

/// Quarter 1 to 4 of a year.
pub(super) fn quarter(year: i32, quarter: u32) -> Option<DayRange> {
    let first = DayRange::month(year, quarter * 3 - 2)?;
    let last = DayRange::month(year, quarter * 3)?;
    Some(DayRange::new(first.start(), last.end(), Precision::Month))
}

/// From the first day of year `from` to the last of year `to`.
pub(super) fn years(from: i32, to: i32) -> Option<DayRange> {
    Some(DayRange::new(DayRange::year(from)?.start(), DayRange::year(to)?.end(), Precision::Year))
}

/// A season; winter runs from the December of `year` on.
pub(super) fn season(year: i32, season: Season) -> Option<DayRange> {
    let (first, last) = match season {
        Season::Spring => ((year, 3), (year, 5)),
        Season::Summer => ((year, 6), (year, 8)),
        Season::Autumn => ((year, 9), (year, 11)),
        Season::Winter => ((year, 12), (year + 1, 2)),
    };
    let (start, end) = (DayRange::month(first.0, first.1)?, DayRange::month(last.0, last.1)?);
    Some(DayRange::new(start.start(), end.end(), Precision::Month))
}

/// One half of a year or a month; nothing for a period of another length.
pub(super) fn half(range: DayRange, second: bool) -> Option<DayRange> {
    let start = range.start();
    let last_of_first = match range.precision {
        Precision::Year if range.n_days() <= 366 => DayRange::month(start.year(), 6)?.end(),
        Precision::Month if range.n_days() <= 31 => start.with_day(15)?,
        _ => return None,
    };
    Some(if second {
        DayRange::new(add_days(last_of_first, 1), range.end(), range.precision)
    } else {
        DayRange::new(start, last_of_first, range.precision)
    })
}

/// The latest `weekday` on or before `day`.
pub(super) fn on_or_before(day: NaiveDate, weekday: Weekday) -> NaiveDate {
    add_days(day, -i64::from(day.weekday().days_since(weekday)))
}

/// The earliest `weekday` on or after `day`.
pub(super) fn on_or_after(day: NaiveDate, weekday: Weekday) -> NaiveDate {
    add_days(day, i64::from(weekday.days_since(day.weekday())))
}

/// A part of a period; `reference` is where the rest of a running period begins.
pub(super) fn part_of(range: DayRange, part: Part, reference: Option<NaiveDate>) -> DayRange {
    match part {
        Part::Rest => {
            let start = reference.filter(|r| range.contains(*r)).unwrap_or(range.start());
            DayRange::new(start, range.end(), range.precision)
        }
        Part::Earlier => {
            let end = reference.filter(|r| range.contains(*r)).unwrap_or(range.end());
            DayRange::new(range.start(), end, range.precision)
        }
        Part::Later => {
            let next = reference.map(|r| add_days(r, 1)).filter(|r| range.contains(*r));
            DayRange::new(next.unwrap_or(range.start()), range.end(), range.precision)
        }
        Part::Last => DayRange::new(range.end(), range.end(), Precision::Day),
        _ if range.n_days() == 1 => range,
        _ if range.precision == Precision::Week => part_of_week(range, part),
        _ if range.precision == Precision::Month && range.n_days() <= 31 => part_of_month(range, part),
        _ if range.precision == Precision::Year && range.n_days() <= 366 => part_of_year(range, part),
        _ => third(range, part),
    }
}

fn part_of_week(week: DayRange, part: Part) -> DayRange {
    let (from, to) = match part {
        Part::Early | Part::Start => (0, 2),
        Part::Middle => (1, 4),
        Part::Late => (3, 6),
        _ => (5, 6),
    };
    DayRange::new(add_days(week.start(), from), add_days(week.start(), to), Precision::Days)
}

fn part_of_month(month: DayRange, part: Part) -> DayRange {
    let day = |n: i64| add_days(month.start(), n - 1);
    let (start, end) = match part {
        Part::Early | Part::Start => (day(1), day(10)),
        Part::Middle => (day(11), day(20)),
        _ => (day(21), month.end()),
    };
    DayRange::new(start, end, Precision::Month)
}

fn part_of_year(year: DayRange, part: Part) -> DayRange {
    let months = |from: u32, to: u32| {
        let y = year.start().year();
        let (a, b) = (DayRange::month(y, from), DayRange::month(y, to));
        a.zip(b).map_or(year, |(a, b)| DayRange::new(a.start(), b.end(), Precision::Year))
    };
    match part {
        Part::Early => months(1, 4),
        Part::Start => months(1, 3),
        Part::Middle => months(6, 7),
        Part::Late => months(9, 12),
        _ => months(10, 12),
    }
}

fn third(range: DayRange, part: Part) -> DayRange {
    let n = range.n_days() / 3;
    let (from, to) = match part {
        Part::Early | Part::Start => (0, n - 1),
        Part::Middle => (n, 2 * n - 1),
        _ => (2 * n, range.n_days() - 1),
    };
    DayRange::new(add_days(range.start(), from), add_days(range.start(), to), range.precision)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a day")
    }

    #[test]
    fn weekdays_are_found_on_both_sides() {
        let saturday = day(2024, 12, 7);
        assert_eq!(on_or_before(saturday, Weekday::Sat), saturday);
        assert_eq!(on_or_before(saturday, Weekday::Wed), day(2024, 12, 4));
        assert_eq!(on_or_after(saturday, Weekday::Mon), day(2024, 12, 9));
    }

    #[test]
    fn parts_follow_the_precision() {
        let part = |range: Option<DayRange>, part| {
            let r = part_of(range.expect("a range"), part, None);
            (r.start(), r.end())
        };
        assert_eq!(part(DayRange::year(2016), Part::End), (day(2016, 10, 1), day(2016, 12, 31)));
        assert_eq!(part(DayRange::month(2013, 2), Part::Late), (day(2013, 2, 21), day(2013, 2, 28)));
        assert_eq!(part(years(1980, 1989), Part::Early), (day(1980, 1, 1), day(1983, 5, 1)));
    }
}
