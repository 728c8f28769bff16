//! Times seen from the day of publication: "today", "yesterday", "last week", "this year",
//! and parts of a period: "late 2016", "the end of last month", "the rest of the week".

use chrono::Datelike;

use super::absolute::{self, YearRef};
use super::count::length;
use crate::base::{DayRange, Precision};
use crate::dates::anchor::{Anchor, Shift, Target, add_days};
use crate::dates::scan::{Reading, Scan};
use crate::dates::{Basis, calendar};
use crate::knowledge::time::{Count, Link, Part, Season, Side, TimeWord, Unit};
use crate::text::Affixes;
use crate::text::numbers::Numeral;

/// Reads a relative time.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let word = scan.word(i)?;
    match word.means {
        TimeWord::Offset(days) => Some(offset(scan, word.end, days)),
        TimeWord::Unit(Unit::Day, Count::One) => day(scan, i),
        TimeWord::Unit(unit, Count::One) => {
            let al = word.affixes.has(Affixes::AL) && !is_general(scan, i, unit);
            let week = || week_of_day(scan, word.end).filter(|_| unit == Unit::Week && !al);
            unit_side(scan, word.end, unit, al).or_else(week)
        }
        TimeWord::This => this(scan, word.end),
        TimeWord::Part(part) => part_of(scan, word.end, part),
        TimeWord::Season(season) => season_of(scan, word.end, season, word.affixes.has(Affixes::AL)),
        TimeWord::Weekend => Some(weekend(scan, word.end)),
        _ => None,
    }
}

/// Is "year" at `i` the adjective "general" of the noun before it?
fn is_general(scan: &Scan<'_>, i: usize, unit: Unit) -> bool {
    let before = i.checked_sub(1).filter(|_| unit == Unit::Year).and_then(|b| scan.word(b));
    before.is_some_and(|w| w.means == TimeWord::Link(Link::General) && w.affixes.has(Affixes::AL))
}

/// "yesterday [Friday]".
fn offset(scan: &Scan<'_>, end: usize, days: i64) -> Reading {
    let (weekday, end) = following_weekday(scan, end);
    let range = scan.reference.map(|r| DayRange::day(add_days(r, days)));
    let mut reading = Reading::new(end, range, Basis::Relative, "counted in days from publication");
    reading.weekday = weekday;
    reading.from_published = Some(days);
    check_weekday(reading)
}

/// A weekday right after "today" or "yesterday", and where it ends.
fn following_weekday(scan: &Scan<'_>, end: usize) -> (Option<chrono::Weekday>, usize) {
    let at = scan.skip(end, &["\u{60C}", ",", "("]);
    match scan.weekday(at) {
        Some((day, word)) if word.affixes.has(Affixes::AL) => {
            let close = if scan.is_mark(end, &["("]) { scan.skip(word.end, &[")"]) } else { word.end };
            (Some(day), close)
        }
        _ => (None, end),
    }
}

fn check_weekday(reading: Reading) -> Reading {
    let misfit = reading.weekday.zip(reading.range).is_some_and(|(named, r)| r.start().weekday() != named);
    if misfit { reading.because("the weekday does not fit the day of publication") } else { reading }
}

/// "today", "today Monday", "the day before yesterday", "the past day".
fn day(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (_, _, word) = scan.unit(i)?;
    let al = word.affixes.has(Affixes::AL);
    let at = scan.skip_link(word.end, &[Link::Which]);
    if let Some(next) = scan.word(at) {
        match next.means {
            TimeWord::Offset(days) => return Some(offset(scan, next.end, days)),
            TimeWord::Side(side) if al => return day_side(scan, next.end, side),
            TimeWord::Link(Link::Observance) => return None,
            _ => {}
        }
    }
    // «Day 1 (8 July): …».
    let numbered = |n: Numeral| n.is_ordinal() || n.digits && scan.is_mark(n.end, &["(", ":"]);
    if at > word.end || !al || scan.number(word.end).is_some_and(numbered) {
        return None;
    }
    let (weekday, end) = following_weekday(scan, word.end);
    let mut reading =
        Reading::new(end, scan.reference.map(DayRange::day), Basis::Relative, "the day of publication");
    reading.weekday = weekday;
    reading.from_published = Some(0);
    Some(check_weekday(reading))
}

fn day_side(scan: &Scan<'_>, end: usize, side: Side) -> Option<Reading> {
    let n = match side {
        Side::Past => -1,
        Side::Next => 1,
        Side::BeforePast => -2,
        Side::AfterNext => 2,
        Side::Current => 0,
        Side::Following if scan.ahead => 1,
        Side::Preceding if scan.ahead => -1,
        Side::Following => return Some(open_story(end, 1, Unit::Day, false)),
        Side::Preceding => return Some(open_story(end, -1, Unit::Day, false)),
        Side::Same => return Some(story(end, 0, Unit::Day, false)),
        Side::Recent => return None,
    };
    Some(offset(scan, end, n))
}

/// A time on the story's own line.
pub(super) fn story(end: usize, n: i32, unit: Unit, whole_unit: bool) -> Reading {
    let shift = Shift { least: n, most: n, unit, whole_unit };
    Reading::anchored(end, Anchor { target: Target::Story, shift }, "counted along the story")
}

/// The same, where a text without a story may mean the day of publication.
fn open_story(end: usize, n: i32, unit: Unit, whole_unit: bool) -> Reading {
    Reading { open: true, ..story(end, n, unit, whole_unit) }
}

/// "last week", "the coming year", "the following month".
fn unit_side(scan: &Scan<'_>, end: usize, unit: Unit, al: bool) -> Option<Reading> {
    if unit < Unit::Day {
        return None;
    }
    let (side, end) = scan.side(end).filter(|_| al)?;
    let n = match side {
        Side::Past => -1,
        Side::BeforePast => -2,
        Side::AfterNext => 2,
        Side::Preceding if unit != Unit::Day => -1,
        Side::Next => 1,
        Side::Current => 0,
        Side::Following if scan.ahead => 1,
        Side::Following => return Some(open_story(end, 1, unit, true)),
        Side::Preceding => return Some(open_story(end, -1, unit, true)),
        Side::Same => return Some(same_unit(scan, end, unit)),
        Side::Recent => {
            let range =
                scan.reference.map(|r| DayRange::new(calendar::shift(r, unit, -1), r, Precision::Days));
            let range = range.map(|r| r.with_precision(length(r)));
            return Some(Reading::new(end, range, Basis::Relative, "the last one up to publication"));
        }
    };
    let range = scan.reference.map(|r| calendar::unit_around(calendar::shift(r, unit, n), unit));
    Some(Reading::new(end, range, Basis::Relative, "the calendar unit seen from publication"))
}

/// "the same month", "that year": the one that the text named last.
pub(super) fn same_unit(scan: &Scan<'_>, end: usize, unit: Unit) -> Reading {
    let month = || scan.story.month.and_then(|(year, number)| DayRange::month(year, number));
    let named = match unit {
        Unit::Month => month(),
        Unit::Year => scan.story.year.and_then(DayRange::year),
        _ => None,
    };
    match named {
        Some(range) => Reading::new(end, Some(range), Basis::Relative, "the one that the text named last"),
        None => story(end, 0, unit, unit > Unit::Day),
    }
}

/// "the week of 16 September": the week around a day.
fn week_of_day(scan: &Scan<'_>, end: usize) -> Option<Reading> {
    let day = absolute::read(scan, end)
        .into_iter()
        .chain(super::numeric::read(scan, end))
        .max_by_key(|r| r.end)
        .filter(|r| r.range.is_some_and(|r| r.precision == Precision::Day))?;
    let range = day.range.map(|r| calendar::week_of(r.start()));
    Some(Reading { range, ..day }.because("the week around that day"))
}

/// "this week", "this year", "this month", "this March".
fn this(scan: &Scan<'_>, at: usize) -> Option<Reading> {
    if let Some((unit, Count::One, word)) = scan.unit(at) {
        if unit < Unit::Day {
            return None;
        }
        if let Some(reading) = anniversary(scan, word.end).filter(|_| unit == Unit::Day) {
            return Some(reading);
        }
        let range = scan.reference.map(|r| calendar::unit_around(r, unit));
        let end = scan.side(word.end).filter(|(s, _)| *s == Side::Current).map_or(word.end, |(_, end)| end);
        return Some(Reading::new(end, range, Basis::Relative, "the calendar unit of publication"));
    }
    if let Some(word) = scan.word(at) {
        match word.means {
            TimeWord::DayPart(_) => {
                let range = scan.reference.map(DayRange::day);
                return Some(Reading::new(word.end, range, Basis::Relative, "the day of publication"));
            }
            TimeWord::Season(season) => {
                let range = scan.year().and_then(|y| calendar::season(y, season));
                return Some(Reading::new(word.end, range, Basis::Relative, "the season of this year"));
            }
            TimeWord::Weekend => return Some(weekend(scan, word.end)),
            _ => {}
        }
    }
    let month = absolute::month_at(scan, at)?;
    let range = absolute::month_range(scan, month.number, YearRef::Side(Side::Current));
    Some(Reading::new(month.end, range, Basis::Relative, "the month of this year"))
}

/// "[on] this day of the year 2016", "of last year".
fn anniversary(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    scan.link(i, &[Link::From, Link::In])?;
    let (year, end) = match absolute::year_after(scan, i)? {
        (YearRef::Exact(year), end) => (year, end),
        (YearRef::Shifted(n), end) if n < 0 => (scan.year()? + n, end),
        _ => return None,
    };
    let day = scan.reference.and_then(|r| r.with_year(year));
    Some(Reading::new(end, day.map(DayRange::day), Basis::Relative, "the day of publication in another year"))
}

/// "late 2016", "the middle of March", "the end of the week".
fn part_of(scan: &Scan<'_>, end: usize, part: Part) -> Option<Reading> {
    let at = scan.skip_link(end, &[Link::From, Link::In]);
    let inner = whole_unit(scan, at, part)
        .or_else(|| bare_year(scan, at))
        .or_else(|| super::period(scan, at).filter(|r| !r.is_duration && r.is_dated()))?;
    let reference = scan.reference;
    let range = inner.range.map(|r| calendar::part_of(r, part, reference));
    Some(Reading { range, ..inner }.because("a part of it"))
}

/// "[the rest of] the year": a bare unit is the one of publication, only after a part.
fn whole_unit(scan: &Scan<'_>, at: usize, part: Part) -> Option<Reading> {
    let (unit, count, word) = scan.unit(at)?;
    let bare =
        scan.side(word.end).is_none() && scan.number(word.end).is_none() && scan.word(word.end).is_none();
    let definite = match count {
        Count::One => word.affixes.has(Affixes::AL),
        // "my week" is written like "the two weeks of"
        Count::Two => scan.fold(at).ends_with('\u{64A}') && (word.end >= scan.end || !scan.is_word(word.end)),
        Count::Many => false,
    };
    if !bare || unit < Unit::Week || !definite || part == Part::Last {
        return None;
    }
    // «on 1 January …, and in the middle of the month».
    let named = scan.story.line_month.filter(|_| unit == Unit::Month);
    let named = named.and_then(|(year, number)| DayRange::month(year, number));
    let range = named.or_else(|| scan.reference.map(|r| calendar::unit_around(r, unit)));
    Some(Reading::new(word.end, range, Basis::Relative, "the calendar unit of publication"))
}

/// A year without the word, after a part or a season.
pub(super) fn bare_year(scan: &Scan<'_>, at: usize) -> Option<Reading> {
    let n = scan.number(at).filter(|n| n.digits && (1800.0..2200.0).contains(&n.low))?;
    Some(Reading::new(n.end, DayRange::year(n.low as i32), Basis::Absolute, "a year in the text"))
}

/// "summer 2012", "last winter", "the summer of the year 2014".
fn season_of(scan: &Scan<'_>, end: usize, season: Season, al: bool) -> Option<Reading> {
    if let Some((side, end)) = scan.side(end).filter(|_| al) {
        let reference = scan.reference;
        let range = reference.and_then(|r| {
            let of = |n: i32| calendar::season(r.year() + n, season);
            match side {
                Side::Past => [0, -1].into_iter().filter_map(of).find(|s| s.end() < r),
                Side::Next => [0, 1].into_iter().filter_map(of).find(|s| s.start() > r),
                Side::Current => of(0),
                _ => None,
            }
        });
        return Some(Reading::new(end, range, Basis::Relative, "the season seen from publication"));
    }
    let (year, end) = absolute::year_after(scan, end)?;
    let range = match year {
        YearRef::Exact(year) => calendar::season(year, season),
        YearRef::Side(side) => scan.year().and_then(|y| {
            let n = match side {
                Side::Past => -1,
                Side::Next => 1,
                _ => 0,
            };
            calendar::season(y + n, season)
        }),
        YearRef::Shifted(n) => scan.year().and_then(|y| calendar::season(y + n, season)),
        YearRef::Story(n) => scan.story.year.and_then(|y| calendar::season(y + n, season)),
        YearRef::Open => None,
    };
    Some(Reading::new(end, range, Basis::Absolute, "a season of a year"))
}

/// "the weekend", "last weekend".
fn weekend(scan: &Scan<'_>, end: usize) -> Reading {
    let (n, end) = match scan.side(end) {
        Some((Side::Past, end)) => (-7, end),
        Some((Side::Next, end)) => (7, end),
        Some((Side::Current, end)) => (0, end),
        _ => (0, end),
    };
    let range = scan.reference.map(|r| {
        let week = calendar::week_of(add_days(r, n));
        DayRange::new(add_days(week.start(), 5), week.end(), Precision::Days)
    });
    Reading::new(end, range, Basis::Relative, "Saturday and Sunday of the week")
}
