//! From one time to another: "from 27 November to 8 December", "between the 4th and the 22nd of this
//! month", "13-15 July", "2016 to 2020".

use chrono::{Datelike, NaiveDate};

use super::absolute::{self, YearRef};
use super::count::length;
use crate::base::{DayRange, Precision};
use crate::dates::scan::{Reading, Scan};
use crate::dates::{Basis, Relation, calendar};
use crate::knowledge::time::{Count, Link, TimeWord, Unit};
use crate::text::{ARTICLE, TokenKind};

/// How an interval opens.
#[derive(Clone, Copy, PartialEq)]
enum Opening {
    None,
    From,
    Between,
}

/// Reads an interval; `alone` is the time by itself at the same token, which may be its first end.
pub(super) fn read(scan: &Scan<'_>, i: usize, alone: Option<&Reading>) -> Option<Reading> {
    let (opening, at) = opening(scan, i);
    days_of_month(scan, opening, at)
        .or_else(|| month_with_days(scan, at))
        .or_else(|| two_times(scan, (opening, at), alone))
        .or_else(|| two_years(scan, opening, at))
        .map(|r| r.related(Relation::During))
}

fn opening(scan: &Scan<'_>, i: usize) -> (Opening, usize) {
    match scan.word(i).map(|w| (w.means, w.end)) {
        Some((TimeWord::Link(Link::From), end)) => (Opening::From, end),
        Some((TimeWord::Link(Link::Between), end)) => (Opening::Between, end),
        _ => (Opening::None, i),
    }
}

/// What joins the two ends, at `i`; gives where the second begins.
fn joint(scan: &Scan<'_>, opening: Opening, i: usize) -> Option<usize> {
    if scan.is_mark(i, &["-", "\u{2013}"]) {
        return Some(i + 1);
    }
    if opening == Opening::Between {
        return scan.and(i).or_else(|| scan.link(i, &[Link::Until]));
    }
    let at = scan.and(i).unwrap_or(i);
    scan.link(at, &[Link::Until])
}

/// "[from] 13 to 15 July [2013]", "4-22 of this month", "27, 28 and 29 November".
fn days_of_month(scan: &Scan<'_>, opening: Opening, i: usize) -> Option<Reading> {
    let (i, several) = match scan.unit(i) {
        Some((Unit::Day, Count::Two | Count::Many, word)) => (word.end, true),
        _ => (i, false),
    };
    let digits = |i: usize| {
        let number = |i: usize| scan.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
        number(i) || (number(i + 1) && is_lone_article(scan, i)) // «the 18th and the 19th of»
    };
    let (first, _, end) = absolute::day_number(scan, i)?;
    let mut listed = end;
    let listed_next = |at: usize| scan.skip_and(at).or_else(|| is_lone_article(scan, at).then_some(at));
    while let Some(next) = listed_next(listed).filter(|n| digits(*n) && (several || digits(i))) {
        if let Some(last) = last_day(scan, next) {
            return from_day(scan, first, last);
        }
        listed = absolute::day_number(scan, next)?.2;
    }
    let next = joint(scan, opening, end).or_else(|| scan.and(end).filter(|_| several))?;
    from_day(scan, first, last_day(scan, next)?)
}

/// Does the article, with or without "and", stand apart before a number?
fn is_lone_article(scan: &Scan<'_>, i: usize) -> bool {
    matches!(scan.fold(i), ARTICLE | absolute::AND_AL)
}

/// The last day of a list or an interval, with its month.
fn last_day(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    absolute::day_first(scan, i, None)
        .or_else(|| absolute::day_of_period(scan, i, None))
        .or_else(|| with_side(scan, i))
}

/// From day `first` of the same month to `last`.
fn from_day(scan: &Scan<'_>, first: u32, last: Reading) -> Option<Reading> {
    let range = last.range?;
    let start = range.start().with_day(first).filter(|d| *d <= range.start())?;
    let range = DayRange::new(start, range.end(), Precision::Days);
    let range = if last.open { begun(scan, range) } else { range };
    Some(Reading { range: Some(range), ..last }.because("from the first day named to the last"))
}

/// An interval whose year is only guessed, and whose last day lies ahead: the one that goes on on the day of publication.
fn begun(scan: &Scan<'_>, range: DayRange) -> DayRange {
    let later = |day: NaiveDate| day.with_year(day.year() + 1);
    let next = later(range.start()).zip(later(range.end()));
    match next.filter(|(start, end)| !scan.ahead && scan.reference.is_some_and(|r| *start <= r && r <= *end))
    {
        Some((start, end)) => DayRange::new(start, end, range.precision),
        None => range,
    }
}

/// "22 this month" without "of".
fn with_side(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (day, _, at) = absolute::day_number(scan, i)?;
    let (month, end) = absolute::month_by_side(scan, at)?;
    let date = month.start().with_day(day)?;
    Some(Reading::new(end, Some(DayRange::day(date)), Basis::Relative, "day of a month told by its side"))
}

/// "July 13 to 15", "November between 19 and 20".
fn month_with_days(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let month = absolute::month_at(scan, i)?;
    let (opening, at) = opening(scan, month.end);
    let (first, _, end) = absolute::day_number(scan, at)?;
    let next = joint(scan, opening, end)?;
    let (last, _, end) = absolute::day_number(scan, next)?;
    let (year, end) = absolute::year_after(scan, end).unwrap_or((YearRef::Open, end));
    let range = absolute::month_range(scan, month.number, year).and_then(|m| {
        let (a, b) = (m.start().with_day(first)?, m.start().with_day(last)?);
        (a <= b).then(|| DayRange::new(a, b, Precision::Days))
    });
    let mut reading =
        Reading::new(end, Some(range?), Basis::Relative, "from the first day named to the last");
    reading.open = year == YearRef::Open;
    Some(reading)
}

/// Two times that stand for themselves; `alone` is the first where nothing opens the interval.
fn two_times(scan: &Scan<'_>, (opening, i): (Opening, usize), alone: Option<&Reading>) -> Option<Reading> {
    if opening != Opening::Between && scan.words.next_joint(i) >= scan.end {
        return None; // nothing joins them; most times are told alone
    }
    let opened = if opening == Opening::None { None } else { super::period(scan, i) };
    let first = if opening == Opening::None { alone } else { opened.as_ref() };
    let first = first.filter(|r| !r.is_duration)?;
    let glued = |at: usize| scan.is_mark(at, &["-", "\u{2013}"]) && opening == Opening::None;
    let next = joint(scan, opening, first.end)?;
    let second = super::period(scan, next).filter(|r| !r.is_duration)?;
    let (a, b) = (first.range?, second.range?);
    if glued(first.end) && (a.precision != Precision::Day || b.precision != Precision::Day) {
        return None;
    }
    let start = aligned_start(first, a, &second, b);
    let range = (start <= b.end()).then(|| DayRange::new(start, b.end(), Precision::Days))?;
    let dated = |r: &Reading| r.open && r.weekday.is_none();
    let range = if dated(first) && dated(&second) { begun(scan, range) } else { range };
    let years = a.precision == Precision::Year && b.precision == Precision::Year;
    let precision = if years { Precision::Year } else { length(range) };
    let weekday = first.weekday;
    let open = first.open && second.open;
    let mut reading = Reading::new(
        second.end,
        Some(range.with_precision(precision)),
        second.basis,
        "from one time to the other",
    );
    (reading.weekday, reading.open) = (weekday, open);
    Some(reading)
}

/// The first day of an interval, when its own year or week was only guessed.
fn aligned_start(first: &Reading, a: DayRange, second: &Reading, b: DayRange) -> NaiveDate {
    if first.basis == Basis::Weekday && second.basis == Basis::Weekday && a.start() > b.start() {
        return first.weekday.map_or(a.start(), |day| calendar::on_or_before(b.start(), day));
    }
    if first.open && (second.basis == Basis::Absolute || a.start() > b.start()) {
        let in_year = |y: i32| a.start().with_year(y).filter(|d| *d <= b.end());
        let year = b.start().year();
        return in_year(year).or_else(|| in_year(year - 1)).unwrap_or(a.start());
    }
    a.start()
}

/// "[from] 2016 to 2020", "2014-2018", "between [the years] 2015 and 2018".
fn two_years(scan: &Scan<'_>, opening: Opening, i: usize) -> Option<Reading> {
    let at = match scan.unit(i) {
        Some((Unit::Year, _, word)) => word.end,
        _ => i,
    };
    let year = |at: usize| {
        let n = scan.number(at)?;
        let plain = scan.text.tokens[at].kind == TokenKind::Number && scan.fold(at).len() == 4;
        ((plain || !n.digits) && (1800.0..2200.0).contains(&n.low)).then_some((n.low as i32, n.end))
    };
    let (first, end) = year(at)?;
    let dash = scan.is_mark(end, &["-", "\u{2013}"]);
    let next = joint(scan, opening, end)?;
    let next = match scan.unit(next) {
        Some((Unit::Year, Count::One, word)) => word.end,
        _ => next,
    };
    let (last, end) = year(next)?;
    let cue =
        opening != Opening::None || at > i || (dash && scan.link(i.saturating_sub(1), &[Link::In]).is_some());
    let range = calendar::years(first, last).filter(|_| first < last && (cue || dash || last < 2100))?;
    Some(Reading::new(end, Some(range), Basis::Absolute, "from one year to the other"))
}
