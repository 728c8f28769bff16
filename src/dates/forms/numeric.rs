//! Dates in digits: 27/11/2024, 2024-11-27, 27-11, 3/2015.

use chrono::{Datelike, NaiveDate};

use super::absolute::{YearRef, resolve};
use crate::base::DayRange;
use crate::dates::Basis;
use crate::dates::scan::{Reading, Scan};
use crate::knowledge::time::{Link, TimeWord};
use crate::text::TokenKind;

const MARKS: [&str; 5] = ["/", "-", "\u{2013}", "\\", "_"];

/// Reads a date in digits.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let parts = parts_at(scan, i)?;
    let before = scan.text.tokens.get(i.wrapping_sub(1)).filter(|_| i > 0);
    if before.is_some_and(|t| {
        t.kind == TokenKind::Mark && MARKS.contains(&scan.text.fold_of(t)) && !scan.text.tokens[i].spaced
    }) {
        return None;
    }
    match *parts.values.as_slice() {
        [a, b, c] => three(scan, &parts, a, b, c),
        [a, b] => two(scan, &parts, i, a, b),
        _ => None,
    }
}

/// The numbers of a chain such as 27/11/2024.
struct Parts {
    values: Vec<(u32, usize)>,
    mark: String,
    end: usize,
}

fn parts_at(scan: &Scan<'_>, i: usize) -> Option<Parts> {
    chain(scan, i, false).or_else(|| {
        // «27 / 11 / 2024»: with spaces a whole date only.
        let year = |v: &(u32, usize)| v.1 == 4 && (1900..2100).contains(&v.0);
        chain(scan, i, true).filter(|p| p.values.len() == 3 && p.values.last().is_some_and(year))
    })
}

fn chain(scan: &Scan<'_>, i: usize, with_spaces: bool) -> Option<Parts> {
    let first = scan.text.tokens.get(i).filter(|t| t.kind == TokenKind::Number)?;
    let folded = scan.text.fold_of(first);
    if let Some(dotted) = dotted(folded) {
        return Some(Parts { values: dotted, mark: ".".to_owned(), end: i + 1 });
    }
    if !scan.is_mark(i + 1, &MARKS) {
        return None;
    }
    let mut parts = Parts { values: vec![plain(folded)?], mark: String::new(), end: i + 1 };
    while parts.values.len() < 3 && scan.is_mark(parts.end, &MARKS) && parts.end + 1 < scan.end {
        let mark = scan.fold(parts.end);
        if !parts.mark.is_empty() && parts.mark != mark {
            break;
        }
        let next = &scan.text.tokens[parts.end + 1];
        let spaced = next.spaced || scan.text.tokens[parts.end].spaced;
        if next.kind != TokenKind::Number || (spaced && !with_spaces) {
            break;
        }
        let Some(value) = plain(scan.text.fold_of(next)) else { break };
        mark.clone_into(&mut parts.mark);
        parts.values.push(value);
        parts.end += 2;
    }
    (parts.values.len() > 1).then_some(parts)
}

fn plain(folded: &str) -> Option<(u32, usize)> {
    Some((folded.parse().ok().filter(|_| folded.len() <= 4)?, folded.len()))
}

/// 27.11.2024 and 2015.3 arrive as one token.
fn dotted(folded: &str) -> Option<Vec<(u32, usize)>> {
    if !folded.contains('.') {
        return None;
    }
    let parts: Option<Vec<_>> = folded.split('.').map(plain).collect();
    let parts = parts?;
    let year = |p: &(u32, usize)| p.1 == 4 && (1900..2100).contains(&p.0);
    let sensible = match parts.as_slice() {
        [a, _, c] => year(a) || year(c),
        [a, b] => year(a) && b.1 <= 2 && (1..=12).contains(&b.0),
        _ => false,
    };
    sensible.then_some(parts)
}

fn three(
    scan: &Scan<'_>,
    parts: &Parts,
    a: (u32, usize),
    b: (u32, usize),
    c: (u32, usize),
) -> Option<Reading> {
    let century = |(year, digits): (u32, usize)| {
        if digits == 4 { year as i32 } else { 2000 + year as i32 - if year > 69 { 100 } else { 0 } }
    };
    let of = |y: (u32, usize), m: u32, d: u32| NaiveDate::from_ymd_opt(century(y), m, d);
    let date = if a.1 == 4 {
        of(a, b.0, c.0).or_else(|| of(a, c.0, b.0))
    } else if c.1 == 4 {
        of(c, b.0, a.0).or_else(|| of(c, a.0, b.0))
    } else if a.1 == 2 && b.1 <= 2 && c.1 == 2 {
        of(c, b.0, a.0).or_else(|| of(a, b.0, c.0)).or_else(|| of(c, a.0, b.0))
    } else {
        of(c, b.0, a.0)
    };
    let date = two_digit_choice(scan, a, b, c).or(date)?;
    let end = scan.skip_link(parts.end, &[Link::Gregorian]);
    Some(Reading::new(end, Some(DayRange::day(date)), Basis::Absolute, "date in digits"))
}

/// With three numbers of two digits the year may stand first or last: the one nearer to publication.
fn two_digit_choice(scan: &Scan<'_>, a: (u32, usize), b: (u32, usize), c: (u32, usize)) -> Option<NaiveDate> {
    if [a, b, c].iter().any(|p| p.1 > 2) {
        return None;
    }
    let reference = scan.reference?;
    let of = |y: u32, d: u32| NaiveDate::from_ymd_opt(2000 + y as i32, b.0, d);
    [of(c.0, a.0), of(a.0, c.0)].into_iter().flatten().min_by_key(|d| (d.year() - reference.year()).abs())
}

/// 3/2015 is a month; 27/11 is a day when something before it says so.
fn two(scan: &Scan<'_>, parts: &Parts, i: usize, a: (u32, usize), b: (u32, usize)) -> Option<Reading> {
    let month = |y: (u32, usize), m: (u32, usize)| {
        let year = (y.1 == 4 && (1900..2100).contains(&y.0) && m.1 <= 2).then_some(y.0 as i32)?;
        DayRange::month(year, m.0)
    };
    if let Some(range) = month(b, a).or_else(|| month(a, b)) {
        return Some(Reading::new(parts.end, Some(range), Basis::Absolute, "month and year in digits"));
    }
    let cue = i.checked_sub(1).and_then(|b| scan.word(b)).is_some_and(|w| {
        matches!(
            w.means,
            TimeWord::Link(
                Link::On | Link::In | Link::Since | Link::Until | Link::From | Link::Ago | Link::After
            ) | TimeWord::Unit(..)
                | TimeWord::Weekday(_)
        )
    });
    let day_sized = a.1 <= 2 && b.1 <= 2 && parts.mark != ".";
    if !day_sized || !(cue || a.1 + b.1 >= 3) || (parts.mark != "/" && !cue) {
        return None;
    }
    let resolved = resolve_pair(scan, a.0, b.0)?;
    let mut reading = Reading::new(
        parts.end,
        Some(DayRange::day(resolved)),
        Basis::Relative,
        "no year: the nearest past one",
    );
    reading.open = true;
    Some(reading)
}

fn resolve_pair(scan: &Scan<'_>, a: u32, b: u32) -> Option<NaiveDate> {
    let valid = |d: u32, m: u32| (1..=12).contains(&m) && (1..=31).contains(&d);
    if valid(a, b) {
        resolve(scan, a, b, YearRef::Open, None)
    } else if valid(b, a) {
        resolve(scan, b, a, YearRef::Open, None)
    } else {
        None
    }
}
