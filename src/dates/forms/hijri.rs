//! Months, days and years of the Hijri era: "10 Muharram 1446", "last Ramadan", "the year 1446 AH".
//!
//! The beginning of a month hangs on the sight of the moon; the tabular calendar of thirty years used
//! here is right within a day, so a day is given with one day on either side.

use chrono::{Datelike, NaiveDate};

use super::absolute::{day_number, skip_of};
use crate::base::{DayRange, Precision};
use crate::dates::Basis;
use crate::dates::anchor::add_days;
use crate::dates::scan::{Reading, Scan};
use crate::knowledge::time::{Count, Link, Side, TimeWord, Unit};

/// Reads a month of the Hijri year with a day, a year or a side.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (day, at, cue) = match day_number(scan, i) {
        Some((day, _, end)) => (Some(day), skip_of(scan, end), true),
        None => (None, i, false),
    };
    let (at, cue) = match scan.unit(at) {
        Some((Unit::Month, Count::One, unit)) => (unit.end, true),
        _ => (at, cue),
    };
    let word = scan.word(at)?;
    let TimeWord::HijriMonth(month) = word.means else { return None };
    let (year, end) = year_after(scan, word.end);
    if !cue && end == word.end {
        return None; // a name of a person
    }
    let (basis, why) = match year {
        Year::Told(_) => (Basis::Absolute, "a month of the Hijri year, by the tabular calendar"),
        _ => (Basis::Relative, "the nearest such month of the Hijri year, by the tabular calendar"),
    };
    Some(Reading::new(end, resolve(scan, day, month, year), basis, why))
}

/// A whole year of the Hijri era.
pub(super) fn year(end: usize, year: i32) -> Reading {
    let range = first_of(year, 1).zip(first_of(year + 1, 1));
    let range = range.map(|(from, to)| DayRange::new(from, add_days(to, -1), Precision::Year));
    Reading::new(end, range, Basis::Absolute, "a year of the Hijri era, by the tabular calendar")
}

/// The year of a month as the text gives it.
#[derive(Clone, Copy)]
enum Year {
    Told(i32),
    Side(Side),
    Open,
}

fn year_after(scan: &Scan<'_>, i: usize) -> (Year, usize) {
    if let Some((side @ (Side::Past | Side::Next | Side::Current), end)) = scan.side(i) {
        return (Year::Side(side), end);
    }
    let from = scan.skip_link(i, &[Link::From]);
    let at = match scan.unit(from) {
        Some((Unit::Year, Count::One, unit)) => unit.end,
        _ => from,
    };
    match scan.number(at).filter(|n| (1300.0..1600.0).contains(&n.low)) {
        Some(n) => (Year::Told(n.low as i32), scan.skip_link(n.end, &[Link::Hijri])),
        None => (Year::Open, i),
    }
}

/// The days of a month, or of a day of it with one on either side.
fn resolve(scan: &Scan<'_>, day: Option<u32>, month: u32, year: Year) -> Option<DayRange> {
    let days = |year: i32| match day {
        Some(day) => {
            let date = add_days(first_of(year, month)?, i64::from(day) - 1);
            Some(DayRange::new(add_days(date, -1), add_days(date, 1), Precision::Days))
        }
        None => Some(DayRange::new(
            first_of(year, month)?,
            add_days(first_of(year + month as i32 / 12, month % 12 + 1)?, -1),
            Precision::Month,
        )),
    };
    let reference = match year {
        Year::Told(year) => return days(year),
        _ => scan.reference?,
    };
    let this = year_of(reference);
    let around = || (this - 1..=this + 1).filter_map(days);
    match year {
        Year::Side(Side::Next) => around().find(|r| r.start() > reference),
        Year::Side(Side::Past) => around().rfind(|r| r.end() < reference),
        _ => around().rfind(|r| r.start() <= reference),
    }
}

/// Days of the common era before the first of the Hijri era.
const EPOCH: i32 = 227_014;

/// The first day of a month of the Hijri era, by the tabular calendar: months of 30 and 29 days in
/// turn, eleven leap years in thirty.
fn first_of(year: i32, month: u32) -> Option<NaiveDate> {
    let before = month as i32 - 1;
    let days = (year - 1) * 354 + (11 * year + 3) / 30 + 29 * before + (before + 1) / 2;
    NaiveDate::from_num_days_from_ce_opt(EPOCH + 1 + days)
}

/// The year of the Hijri era that `day` lies in, to within one.
fn year_of(day: NaiveDate) -> i32 {
    let days = i64::from(day.num_days_from_ce()) - i64::from(EPOCH);
    (days * 30 / 10_631 + 1) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tabular_calendar_is_right_within_a_day() {
        let first = |y, m| first_of(y, m).expect("a day").to_string();
        assert_eq!(first(1446, 1), "2024-07-08"); // 7 July where the moon was seen
        assert_eq!(first(1445, 9), "2024-03-11");
        assert_eq!(first(1400, 1), "1979-11-21");
        assert_eq!(year_of(NaiveDate::from_ymd_opt(2024, 12, 7).expect("a day")), 1446);
    }
}
