//! The so-manieth unit of a longer one: "the first week of October", "the last Monday of March",
//! "the third quarter of 2016", "the last day of the month", "the second half of the year", "the first
//! days of December".

use chrono::{Datelike, Weekday};

use super::absolute::{self, YearRef};
use crate::base::{DayRange, Precision};
use crate::dates::anchor::add_days;
use crate::dates::scan::{Reading, Scan};
use crate::dates::{Basis, calendar};
use crate::knowledge::time::{Count, Link, Part, Side, TimeWord, Unit};
use crate::text::Affixes;

/// Which of several: from the front, or the last.
#[derive(Clone, Copy)]
enum Which {
    Nth(u32),
    Last,
}

/// What is counted.
#[derive(Clone, Copy)]
enum What {
    Unit(Unit),
    /// "the first days".
    Several,
    /// "the twelve first days".
    Days(u32),
    Half,
    Weekday(Weekday),
}

/// Reads the so-manieth unit of a longer one.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (which, what, at) = ordinal_first(scan, i).or_else(|| noun_first(scan, i))?;
    let from = scan.skip_link(at, &[Link::From, Link::In]);
    let (outer, end, year) = outer_at(scan, from)?;
    let (open, exact) = (year == YearRef::Open, matches!(year, YearRef::Exact(_)));
    let range = outer.and_then(|outer| pick(which, what, outer));
    if let (Which::Nth(n), What::Weekday(day), Some(outer)) = (which, what, outer)
        && scan.weekday(i).is_some()
        && outer.start().with_day(n).is_some_and(|date| date.weekday() == day)
    {
        return None; // "Tuesday the third of December" names a date that is a Tuesday
    }
    let basis = if exact { Basis::Absolute } else { Basis::Relative };
    let mut reading = Reading::new(end, range, basis, "counted within the longer unit");
    reading.open = open;
    Some(reading)
}

/// "the first week", "third Tuesday", "last day".
fn ordinal_first(scan: &Scan<'_>, i: usize) -> Option<(Which, What, usize)> {
    let (which, at) = match scan.word(i) {
        Some(w) if w.means == TimeWord::Part(Part::Last) => (Which::Last, w.end),
        _ => {
            let n = scan.number(i).filter(|n| n.is_ordinal() && n.low <= 53.0)?;
            (Which::Nth(n.low as u32), n.end)
        }
    };
    let (what, end) = what_at(scan, at)?;
    // «the third convoy, on Saturday»: an ordinal with the article belongs to the noun before it.
    let apart =
        scan.text.is_definite(i) && matches!(which, Which::Nth(_)) && matches!(what, What::Weekday(_));
    (!apart).then_some((which, what, end))
}

/// "the week the first", "Tuesday the third", "the day the last".
fn noun_first(scan: &Scan<'_>, i: usize) -> Option<(Which, What, usize)> {
    let (what, at) = what_at(scan, i)?;
    if let Some((Side::Recent, end)) = scan.side(at) {
        return Some((Which::Last, what, end));
    }
    let (what, at) = counted_days(scan, what, at);
    let n = scan.number(at).filter(|n| n.is_ordinal() && n.low <= 53.0)?;
    Some((Which::Nth(n.low as u32), what, n.end))
}

/// "the days, twelve, the first": how many days are meant.
fn counted_days(scan: &Scan<'_>, what: What, at: usize) -> (What, usize) {
    let days = matches!(what, What::Several) && scan.unit(at - 1).is_some_and(|u| u.0 == Unit::Day);
    match scan.number(at).filter(|n| days && !n.is_ordinal() && (2.0..=31.0).contains(&n.low)) {
        Some(n) => (What::Days(n.low as u32), n.end),
        None => (what, at),
    }
}

fn what_at(scan: &Scan<'_>, i: usize) -> Option<(What, usize)> {
    let at = match scan.unit(i) {
        Some((Unit::Day, Count::One, word)) if scan.weekday(word.end).is_some() => word.end,
        _ => i,
    };
    let word = scan.word(at)?;
    match word.means {
        TimeWord::Weekday(day) => Some((What::Weekday(day), word.end)),
        TimeWord::Unit(unit @ (Unit::Day | Unit::Week | Unit::Quarter), Count::One) => {
            Some((What::Unit(unit), word.end))
        }
        TimeWord::Unit(unit @ Unit::Month, Count::One) => Some((What::Unit(unit), word.end)),
        TimeWord::Unit(Unit::Day | Unit::Week | Unit::Month, Count::Many)
            if word.affixes.has(Affixes::AL) =>
        {
            Some((What::Several, word.end))
        }
        TimeWord::Part(Part::Middle) if word.affixes.has(Affixes::AL) => Some((What::Half, word.end)),
        _ => None,
    }
}

/// The longer unit: a month or a year.
fn outer_at(scan: &Scan<'_>, i: usize) -> Option<(Option<DayRange>, usize, YearRef)> {
    if let Some((range, end)) = absolute::month_by_side(scan, i) {
        return Some((Some(range), end, YearRef::Shifted(0)));
    }
    if let Some(month) = absolute::month_at(scan, i) {
        let (year, end) = absolute::year_after(scan, month.end).unwrap_or((YearRef::Open, month.end));
        return Some((absolute::month_range(scan, month.number, year), end, year));
    }
    let (year, end) = absolute::year_after(scan, i)?;
    let number = match year {
        YearRef::Exact(year) => Some(year),
        YearRef::Side(side) => scan.year().map(|y| match side {
            Side::Past => y - 1,
            Side::Next => y + 1,
            _ => y,
        }),
        YearRef::Shifted(n) => scan.year().map(|y| y + n),
        YearRef::Story(n) => scan.story.year.map(|y| y + n),
        YearRef::Open => None,
    };
    Some((number.and_then(DayRange::year), end, year))
}

/// Picks it. Weeks run from Monday; a week of a month lies wholly inside it, a week of a year holds
/// its Thursday inside it.
fn pick(which: Which, what: What, outer: DayRange) -> Option<DayRange> {
    let inside = |range: DayRange| outer.contains(range.start()).then_some(range);
    match (what, which) {
        (What::Unit(Unit::Day), Which::Nth(n)) => {
            inside(DayRange::day(add_days(outer.start(), i64::from(n) - 1)))
        }
        (What::Unit(Unit::Day), Which::Last) => Some(DayRange::day(outer.end())),
        (What::Unit(Unit::Week), _) => {
            let whole_year = outer.n_days() > 31;
            let (first, last) =
                if whole_year { (Weekday::Thu, Weekday::Thu) } else { (Weekday::Mon, Weekday::Sun) };
            let day = match which {
                Which::Nth(n) => {
                    add_days(calendar::on_or_after(outer.start(), first), 7 * (i64::from(n) - 1))
                }
                Which::Last => calendar::on_or_before(outer.end(), last),
            };
            outer.contains(day).then(|| calendar::week_of(day))
        }
        (What::Unit(Unit::Month), Which::Nth(n)) => DayRange::month(outer.start().year(), n).and_then(inside),
        (What::Unit(Unit::Month), Which::Last) => DayRange::month(outer.end().year(), outer.end().month()),
        (What::Unit(Unit::Quarter), Which::Nth(n @ 1..=4)) => calendar::quarter(outer.start().year(), n),
        (What::Unit(Unit::Quarter), Which::Last) => calendar::quarter(outer.start().year(), 4),
        (What::Several, Which::Nth(1)) => Some(calendar::part_of(outer, Part::Early, None)),
        (What::Several, Which::Last) => Some(calendar::part_of(outer, Part::Late, None)),
        (What::Days(n), Which::Nth(1)) => {
            let last = add_days(outer.start(), i64::from(n) - 1);
            outer.contains(last).then(|| DayRange::new(outer.start(), last, Precision::Days))
        }
        (What::Half, Which::Nth(n @ 1..=2)) => calendar::half(outer, n == 2),
        (What::Half, Which::Last) => calendar::half(outer, true),
        (What::Weekday(day), Which::Nth(n)) => {
            let first = calendar::on_or_after(outer.start(), day);
            inside(DayRange::day(add_days(first, 7 * (i64::from(n) - 1))))
        }
        (What::Weekday(day), Which::Last) => Some(DayRange::day(calendar::on_or_before(outer.end(), day))),
        _ => None,
    }
    .map(|r| if r.n_days() == 1 { r.with_precision(Precision::Day) } else { r })
}
