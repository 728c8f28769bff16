//! Weekdays: "Friday", "on Wednesday, 27 November", "last Tuesday", "Sunday of last week",
//! "on Wednesday and Thursday".

use chrono::{NaiveDate, Weekday};

use super::absolute;
use crate::base::{DayRange, Precision};
use crate::dates::anchor::{Anchor, Shift, Target, add_days};
use crate::dates::scan::{Reading, Scan};
use crate::dates::{Basis, calendar};
use crate::knowledge::time::{Count, Link, Side, TimeWord, Unit};
use crate::text::{Affixes, TokenKind};

/// Reads a weekday, or several.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    several(scan, i).or_else(|| this_weekday(scan, i)).or_else(|| one(scan, i))
}

/// "[the day of] Friday" with all that may follow it.
fn one(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (at, cue) = match scan.unit(i) {
        Some((Unit::Day, Count::One, word)) if !word.affixes.has(Affixes::AL) => (word.end, true),
        _ => (i, false),
    };
    let (day, word) = scan.weekday(at)?;
    if scan.number(at).is_some_and(|n| n.end > word.end) {
        return None; // "the eleventh", "the twenty-second"
    }
    let named = word.affixes.has(Affixes::AL);
    if let Some(reading) = with_week(scan, word.end, day) {
        return Some(reading);
    }
    if !named {
        return None;
    }
    if let Some(reading) = with_date(scan, word.end, day) {
        return Some(reading);
    }
    Some(alone(scan, word.end, day, cue))
}

/// A weekday whose date follows: "Friday, 15 February", "Thursday the 21st".
fn with_date(scan: &Scan<'_>, end: usize, day: Weekday) -> Option<Reading> {
    let at = scan.skip(end, &["\u{60C}", ",", "-", "/", "("]);
    let at = scan.skip_link(at, &[Link::On, Link::In]);
    let at = scan.skip_link(at, &[Link::In]);
    let dated = absolute::day_first(scan, at, Some(day))
        .or_else(|| absolute::day_of_period(scan, at, Some(day)))
        .or_else(|| absolute::month_at(scan, at).and_then(|m| absolute::month_then_day(scan, m, Some(day))))
        .or_else(|| super::numeric::read(scan, at));
    if let Some(mut reading) = dated {
        reading.end = if scan.is_mark(end, &["("]) { scan.skip(reading.end, &[")"]) } else { reading.end };
        reading.weekday = Some(day);
        return Some(reading);
    }
    if let Some(reading) = nth_of_month(scan, end, day).filter(|_| at == end) {
        return Some(reading);
    }
    let (number, worded, number_end) = absolute::day_number(scan, at)?;
    if (worded && at == end) || at > end && scan.link(end, &[Link::In, Link::On]).is_none() {
        return None;
    }
    // «on Friday 13 lorries»: a noun behind the number is counted by it.
    let next = scan.text.tokens.get(number_end).filter(|_| number_end < scan.end);
    let links = [Link::Until, Link::From, Link::In, Link::On];
    if next.is_some_and(|t| t.kind == TokenKind::Word) && scan.link(number_end, &links).is_none() {
        return None;
    }
    let reference = scan.reference?;
    let date = (0..24).find_map(|n| {
        let month = calendar::shift(reference, Unit::Month, (n + 1) / 2 * if n % 2 == 1 { -1 } else { 1 });
        let date = chrono::Datelike::with_day(&month, number)?;
        (chrono::Datelike::weekday(&date) == day).then_some(date)
    })?;
    let near = (date - reference).num_days().abs() <= 62;
    near.then(|| {
        let mut reading = Reading::new(
            number_end,
            Some(DayRange::day(date)),
            Basis::Weekday,
            "the nearest such weekday on that day",
        );
        reading.weekday = Some(day);
        reading
    })
}

/// "the second Sunday", with no month: of the month of publication.
fn nth_of_month(scan: &Scan<'_>, end: usize, day: Weekday) -> Option<Reading> {
    let n = scan.number(end).filter(|n| n.is_ordinal() && !n.digits && (1.0..=5.0).contains(&n.low))?;
    let month = calendar::unit_around(scan.reference?, Unit::Month);
    let date = add_days(calendar::on_or_after(month.start(), day), 7 * (n.low as i64 - 1));
    let range = month.contains(date).then(|| DayRange::day(date))?;
    let mut reading =
        Reading::new(n.end, Some(range), Basis::Weekday, "the so-manieth such weekday of this month");
    reading.weekday = Some(day);
    Some(reading)
}

/// "Sunday of last week", "Monday of this week".
fn with_week(scan: &Scan<'_>, end: usize, day: Weekday) -> Option<Reading> {
    let at = scan.skip_link(end, &[Link::From, Link::In]);
    let (week, end) = week_by_side(scan, at)?;
    Some(in_week(end, week, day))
}

/// A weekday of a known week.
fn in_week(end: usize, week: DayRange, day: Weekday) -> Reading {
    let date = add_days(week.start(), i64::from(day.num_days_from_monday()));
    let mut reading =
        Reading::new(end, Some(DayRange::day(date)), Basis::Weekday, "the weekday of the week named");
    reading.weekday = Some(day);
    reading
}

/// "last week", "this week" at `i`.
pub(super) fn week_by_side(scan: &Scan<'_>, i: usize) -> Option<(DayRange, usize)> {
    let first = scan.word(i)?;
    let (at, this) = if first.means == TimeWord::This { (first.end, true) } else { (i, false) };
    let (Unit::Week, Count::One, unit) = scan.unit(at)? else { return None };
    let (n, end) = match scan.side(unit.end) {
        Some((Side::Past | Side::Preceding, end)) => (-7, end),
        Some((Side::Next, end)) => (7, end),
        Some((Side::BeforePast, end)) => (-14, end),
        Some((Side::AfterNext, end)) => (14, end),
        Some((Side::Current, end)) => (0, end),
        None if this => (0, unit.end),
        _ => return None,
    };
    Some((calendar::week_of(add_days(scan.reference?, n)), end))
}

/// "this Friday", "this week Friday", "next week on Friday".
fn this_weekday(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    if let Some((week, end)) = week_by_side(scan, i) {
        let at = match scan.unit(end) {
            Some((Unit::Day, Count::One, word)) => word.end,
            _ => end,
        };
        if let Some(reading) = span_of_week(scan, at, week) {
            return Some(reading);
        }
        let (day, word) = scan.weekday(at).filter(|(_, w)| w.affixes.has(Affixes::AL))?;
        return Some(in_week(word.end, week, day));
    }
    let this = scan.word(i).filter(|w| w.means == TimeWord::This)?;
    let at = match scan.unit(this.end) {
        Some((Unit::Day, Count::One, word)) => word.end,
        _ => this.end,
    };
    let (day, word) = scan.weekday(at)?;
    Some(in_week(word.end, calendar::week_of(scan.reference?), day))
}

/// "next week between Wednesday and Friday": the days of a known week.
fn span_of_week(scan: &Scan<'_>, i: usize, week: DayRange) -> Option<Reading> {
    let at = scan.link(i, &[Link::Between, Link::From])?;
    let (first, word) = scan.weekday(at)?;
    let next = scan.and(word.end).unwrap_or(word.end);
    let (last, word) = scan.weekday(scan.skip_link(next, &[Link::Until]))?;
    let start = calendar::on_or_after(week.start(), first);
    let range = DayRange::new(start, calendar::on_or_after(start, last), Precision::Days);
    Some(Reading::new(
        word.end,
        Some(range),
        Basis::Weekday,
        "from one weekday of the week named to the other",
    ))
}

/// A weekday by itself or with an adjective.
fn alone(scan: &Scan<'_>, end: usize, day: Weekday, cue: bool) -> Reading {
    // «on Saturday, coming from X» is no next Saturday: the adjective has the article.
    let told = scan.side(end).filter(|(side, _)| *side != Side::Next || scan.text.is_definite(end));
    let (side, end) = told.map_or((None, end), |(side, end)| (Some(side), end));
    let on = |date: NaiveDate| Some(DayRange::day(date));
    let before = |r: NaiveDate| on(calendar::on_or_before(add_days(r, -1), day));
    let (range, why) = match side {
        Some(Side::Past | Side::Preceding | Side::Recent) => {
            (scan.reference.and_then(before), "the latest such weekday before publication")
        }
        Some(Side::BeforePast) => {
            (scan.reference.and_then(|r| before(add_days(r, -7))), "the weekday a week before the latest one")
        }
        Some(Side::AfterNext) => (
            scan.reference.and_then(|r| on(calendar::on_or_after(add_days(r, 8), day))),
            "the weekday a week after the next one",
        ),
        Some(Side::Next) => (
            scan.reference.and_then(|r| on(calendar::on_or_after(add_days(r, 1), day))),
            "the next such weekday after publication",
        ),
        Some(Side::Following | Side::Same) => {
            let shift = Shift { least: 0, most: 6, unit: Unit::Day, whole_unit: false };
            let mut reading =
                Reading::anchored(end, Anchor { target: Target::Story, shift }, "a weekday of the story");
            reading.weekday = Some(day);
            return reading;
        }
        Some(Side::Current) => (
            scan.reference.and_then(|r| {
                on(add_days(calendar::week_of(r).start(), i64::from(day.num_days_from_monday())))
            }),
            "the weekday of this week",
        ),
        None if scan.ahead => (
            scan.reference.and_then(|r| on(calendar::on_or_after(add_days(r, i64::from(!cue)), day))),
            "the next such weekday",
        ),
        None => (
            scan.reference.and_then(|r| on(calendar::on_or_before(r, day))),
            "the latest such weekday on or before publication",
        ),
    };
    let mut reading = Reading::new(end, range, Basis::Weekday, why);
    reading.weekday = Some(day);
    reading.open = side.is_none();
    reading
}

/// "on Wednesday and Thursday": two or more weekdays after the word "days" make one range.
fn several(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (Unit::Day, Count::Two | Count::Many, unit) = scan.unit(i)? else { return None };
    let (first, word) = scan.weekday(unit.end)?;
    let (mut end, mut last) = (word.end, first);
    loop {
        let at = scan.skip(end, &["\u{60C}", ","]);
        let at = scan.and(at).unwrap_or(at);
        let Some((day, word)) = scan.weekday(at) else { break };
        (end, last) = (word.end, day);
    }
    let (side, end) = scan.side(end).map_or((None, end), |(side, end)| (Some(side), end));
    if end == word.end {
        return Some(Reading::new(end, None, Basis::Weekday, "such days in general")); // "on Fridays"
    }
    let range = scan.reference.map(|r| {
        let to = match side {
            Some(Side::Next) => {
                let from = calendar::on_or_after(add_days(r, 1), first);
                return DayRange::new(from, calendar::on_or_after(from, last), Precision::Days);
            }
            Some(Side::Past) => calendar::on_or_before(add_days(r, -1), last),
            _ => calendar::on_or_before(r, last),
        };
        DayRange::new(calendar::on_or_before(to, first), to, Precision::Days)
    });
    Some(Reading::new(end, range, Basis::Weekday, "from the first weekday named to the last"))
}
