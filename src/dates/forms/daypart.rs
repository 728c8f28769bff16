//! Parts of a day before the day itself: "yesterday evening", "at dawn on Friday", "last night",
//! "on the night from Thursday to Friday".

use chrono::Weekday;

use crate::base::{DayRange, Precision};
use crate::dates::Basis;
use crate::dates::anchor::add_days;
use crate::dates::scan::{Reading, Scan};
use crate::knowledge::time::{Link, Side, TimeWord, Unit};
use crate::text::{ARTICLE, Affixes};

/// Reads a part of a day with its day; a part alone is no date.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let word = scan.word(i)?;
    let TimeWord::DayPart(night) = word.means else { return None };
    let al = word.affixes.has(Affixes::AL) || scan.fold(word.end - 1).starts_with(ARTICLE);
    if let Some((side, end)) = scan.side(word.end).filter(|_| al) {
        let story = |days| Some(super::relative::story(end, days, Unit::Day, false));
        match side {
            Side::Past => return Some(seen_from(scan, end, -1)),
            Side::Next => return Some(seen_from(scan, end, 1)),
            Side::Following => return story(1),
            Side::Preceding => return story(-1),
            Side::Same => return story(0),
            _ => {}
        }
    }
    let at = skip_parts(scan, word.end);
    if let Some(day) = super::weekday::read(scan, at)
        .into_iter()
        .chain(super::relative::read(scan, at))
        .chain(super::absolute::read(scan, at))
        .chain(super::numeric::read(scan, at))
        .chain(super::interval::read(scan, at, super::period(scan, at).as_ref()))
        .chain(super::anchored::read(scan, at))
        .max_by_key(|r| r.end)
    {
        return Some(if night { overnight(scan, day) } else { day.because("a part of that day") });
    }
    (night && al && scan.fold(i).len() >= 10 && word.end == i + 1 && is_tonight(scan, i))
        .then(|| seen_from(scan, word.end, 0))
}

/// "al-layla" alone is tonight; "al-layl" is night in general.
fn is_tonight(scan: &Scan<'_>, i: usize) -> bool {
    scan.fold(i).ends_with('\u{647}')
}

fn seen_from(scan: &Scan<'_>, end: usize, days: i64) -> Reading {
    let range = scan.reference.map(|r| DayRange::day(add_days(r, days)));
    Reading::new(end, range, Basis::Relative, "the night seen from publication")
}

/// "in the late evening of", "in the first hours of": further parts, "of", "in".
fn skip_parts(scan: &Scan<'_>, from: usize) -> usize {
    let first = scan.number(from).filter(|n| n.is_ordinal() && n.is(1.0) && n.article).map(|n| n.end);
    let last = || scan.side(from).filter(|(side, _)| *side == Side::Recent).map(|(_, end)| end);
    let mut at = first.or_else(last).unwrap_or(from);
    for _ in 0..3 {
        match scan.word(at) {
            Some(w) if matches!(w.means, TimeWord::DayPart(_) | TimeWord::Link(Link::From | Link::In)) => {
                at = w.end;
            }
            _ => break,
        }
    }
    at
}

/// The night between two weekdays belongs to both.
fn overnight(scan: &Scan<'_>, first: Reading) -> Reading {
    let at = scan.skip(first.end, &["-", "/", "\u{2013}", "\u{60C}"]);
    let at = scan.skip_link(at, &[Link::Until]);
    let second = scan.weekday(at).filter(|(_, w)| w.affixes.has(Affixes::AL));
    let Some(((second, word), (range, named))) = second.zip(first.range.zip(first.weekday)) else {
        return first.because("the night of that day");
    };
    if named.succ() != second {
        return first.because("the night of that day");
    }
    let days = DayRange::new(range.start(), add_days(range.start(), 1), Precision::Days);
    let end = word.end;
    let weekday: Option<Weekday> = Some(named);
    Reading { end, range: Some(days), weekday, ..first }.because("the night between the two days")
}
