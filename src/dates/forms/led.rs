//! The day that leads a line below a month: "June", then "10: …", "- 12: …", "the 14th and 15th: …".

use chrono::Datelike;

use super::absolute;
use crate::base::{DayRange, Precision};
use crate::dates::Basis;
use crate::dates::scan::{Reading, Scan};
use crate::knowledge::time::{Count, Unit};
use crate::text::TokenKind;

/// Reads the day of a line.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (year, number) = scan.story.heading_month().filter(|_| begins_line(scan, i))?;
    let month = DayRange::month(year, number)?;
    let at = match scan.unit(i) {
        Some((Unit::Day, Count::One, word)) => word.end,
        _ => i,
    };
    let (first, _, end) = absolute::day_number(scan, at)?;
    let second = joint(scan, end).and_then(|at| absolute::day_number(scan, at));
    let (last, end) = second.map_or((first, end), |(day, _, end)| (day, end));
    let colon = scan.is_mark(end, &[":"]);
    let dash = scan.is_mark(end, &["-", "\u{2013}", "\u{2014}"]) && scan.text.tokens[end].spaced;
    if !(colon || dash) {
        return None;
    }
    let day = |n: u32| month.start().with_day(n);
    let (first, last) = (day(first)?, day(last)?);
    let precision = if first == last { Precision::Day } else { Precision::Days };
    let range = (first <= last).then(|| DayRange::new(first, last, precision))?;
    Some(Reading::new(end, Some(range), Basis::Relative, "a day of the month that stands over the line"))
}

/// What joins the days of a line: "and" or a dash.
fn joint(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let at = scan.and(i).unwrap_or_else(|| scan.skip(i, &["-", "\u{2013}"]));
    let digits = scan.text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
    (at > i && digits).then_some(at)
}

/// Do only marks stand before token `i` in its line?
pub(super) fn begins_line(scan: &Scan<'_>, i: usize) -> bool {
    let before = scan.text.tokens[..i].iter().rev();
    before.take_while(|t| t.kind != TokenKind::Break).all(|t| t.kind == TokenKind::Mark)
}
