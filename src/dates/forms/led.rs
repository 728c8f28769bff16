//! Days told by their number alone: one that leads a line below a month ("June", then "10: …", "- 12: …", "the 14th
//! and 15th: …"), and one that a story goes on to ("on 15 April …. On 24, a truce …").

use chrono::Datelike;

use super::absolute;
use crate::base::{DayRange, Precision};
use crate::dates::Basis;
use crate::dates::scan::{Reading, Scan};
use crate::knowledge::time::{Count, Link, TimeWord, Unit};
use crate::text::TokenKind;

/// Reads a day told by its number.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    of_line(scan, i).or_else(|| going_on(scan, i))
}

/// "On 24, …", "on 26 they took X": a later day of the month that the story has come to, at the head of a sentence or
/// behind a comma.
fn going_on(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let before = i.checked_sub(1).filter(|b| scan.link(*b, &[Link::In]).is_some())?;
    let opens = before.checked_sub(1).is_none_or(|b| scan.text.tokens[b].kind != TokenKind::Word);
    let at = i + usize::from(scan.fold(i) == crate::text::ARTICLE);
    let number = scan.number(at).filter(|n| opens && n.digits && n.end == at + 1)?;
    let day = (1..=31).find(|day| number.is(f64::from(*day)))?;
    if !stands_apart(scan, number.end, day) {
        return None;
    }
    let date = scan.story.next_in_month(day)?;
    let why = "a later day of the month that the story has come to";
    Some(Reading::new(number.end, Some(DayRange::day(date)), Basis::Relative, why))
}

/// Does the word at token `at` not say what the number before it counts? Eleven and more are followed by a noun in the
/// accusative.
fn stands_apart(scan: &Scan<'_>, at: usize, number: u32) -> bool {
    const COMMAS: [&str; 2] = ["\u{60C}", ","];
    const COUNTED: [char; 3] = ['\u{627}', '\u{647}', '\u{649}'];
    const LEAST: u32 = 11;
    let counted = || {
        let word = scan.fold(at);
        word.ends_with(COUNTED) || word.starts_with(crate::text::ARTICLE) || word.chars().count() <= 2
    };
    let timely = scan.word(at).is_some_and(|w| w.means != TimeWord::NotFuture) || scan.is_number(at);
    scan.is_mark(at, &COMMAS) || number >= LEAST && scan.is_word(at) && !timely && !counted()
}

/// The day of a line below a month.
fn of_line(scan: &Scan<'_>, i: usize) -> Option<Reading> {
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
