//! Day, month and year in words: "27 November 2024", "the fourth of Kanun al-awwal", "November/Tishrin",
//! "March 2011", "the twentieth of this month".

use chrono::{Datelike, NaiveDate, Weekday};

use crate::base::DayRange;
use crate::dates::scan::{Reading, Scan};
use crate::dates::story::follows;
use crate::dates::{Basis, calendar};
use crate::knowledge::time::{Count, Link, Side, TimeWord, Unit};
use crate::text::numbers::Numeral;
use crate::text::{ARTICLE, Affixes, TokenKind};

/// The letter that parts the city of Ibb from the month of August, which are folded alike.
const WITH_HAMZA_BELOW: char = '\u{625}';

/// A month as named.
#[derive(Clone, Copy)]
pub(super) struct MonthName {
    /// 1 to 12.
    pub(super) number: u32,
    /// Needs a cue beside it to count as a month.
    pub(super) weak: bool,
    /// One past its last token.
    pub(super) end: usize,
}

/// A year as named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearRef {
    /// Its number.
    Exact(i32),
    /// The month so named, seen from the day of publication.
    Side(Side),
    /// So many years from that of publication.
    Shifted(i32),
    /// So many years from the one the story named last.
    Story(i32),
    /// Not named.
    Open,
}

/// Reads a date with a named month.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    if day_number(scan, i).is_none() {
        return month_first(scan, i).or_else(|| day_alone(scan, i)); // most numbers are no day
    }
    day_first(scan, i, None)
        .or_else(|| month_first(scan, i))
        .or_else(|| day_of_period(scan, i, None))
        .or_else(|| day_alone(scan, i))
}

/// "27 [of] [the month of] November [2024]", with the weekday that was named before it.
pub(super) fn day_first(scan: &Scan<'_>, i: usize, weekday: Option<Weekday>) -> Option<Reading> {
    let (day, worded, at) = day_number(scan, i)?;
    let month = month_at(scan, skip_of(scan, at))?;
    if month.weak && worded || is_count_in(scan, at, worded) {
        return None;
    }
    let (year, end) = year_after(scan, month.end).unwrap_or((YearRef::Open, month.end));
    Some(dated(scan, end, day, month.number, year, weekday))
}

/// "the death of 12 in November", "quarter number 3 in March": is the cardinal that ends at `at` a count, and no day?
fn is_count_in(scan: &Scan<'_>, at: usize, worded: bool) -> bool {
    let digits = |i: usize| scan.text.tokens[i].kind == TokenKind::Number;
    (worded || at > 0 && digits(at - 1)) && scan.link(at, &[Link::In]).is_some()
}

/// "November [2024]", "November 27[, 2024]".
fn month_first(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let month = month_at(scan, i)?;
    if let Some(reading) = month_then_day(scan, month, None) {
        return Some(reading);
    }
    let year = year_after(scan, month.end);
    if month.weak && year.is_none() && !has_cue(scan, i) {
        return None;
    }
    let (year, end) = year.unwrap_or((YearRef::Open, month.end));
    let range = month_range(scan, month.number, year);
    let basis = if matches!(year, YearRef::Exact(_)) { Basis::Absolute } else { Basis::Relative };
    let mut reading = Reading::new(end, range, basis, reason_of_year(year));
    reading.open = year == YearRef::Open;
    Some(reading)
}

/// "January the 22nd, 2018", "July 13".
pub(super) fn month_then_day(scan: &Scan<'_>, month: MonthName, weekday: Option<Weekday>) -> Option<Reading> {
    let at = scan.skip(month.end, &["-", "/"]);
    let (day, worded, day_end) = day_number(scan, at)?;
    let year = year_after(scan, day_end);
    let next = scan.text.tokens.get(day_end).filter(|_| day_end < scan.end);
    let closed = next.is_none_or(|t| t.kind != TokenKind::Word)
        || scan.link(day_end, &[Link::Until, Link::From, Link::In]).is_some();
    if year.is_none() && !(closed || worded) {
        return None;
    }
    let (year, end) = year.unwrap_or((YearRef::Open, day_end));
    Some(dated(scan, end, day, month.number, year, weekday))
}

/// "the twentieth of this month", "the 19th of last month".
pub(super) fn day_of_period(scan: &Scan<'_>, i: usize, weekday: Option<Weekday>) -> Option<Reading> {
    let (day, _, at) = day_number(scan, i)?;
    let from = scan.skip_link(at, &[Link::From, Link::In]);
    let (month, end) = month_by_side(scan, from)
        .or_else(|| month_adjective(scan, at))
        .or_else(|| month_of_story(scan, from))
        .or_else(|| month_of_it(scan, i, at))
        .or_else(|| running_month(scan, from, day))?;
    let date = NaiveDate::from_ymd_opt(month.start().year(), month.start().month(), day);
    let mut reading =
        Reading::new(end, date.map(DayRange::day), Basis::Relative, "day of a month told by its side");
    reading.weekday = weekday;
    Some(reading)
}

/// "this month", "last month", "the current month" at `i`.
pub(super) fn month_by_side(scan: &Scan<'_>, i: usize) -> Option<(DayRange, usize)> {
    let (at, this) = match scan.word(i)?.means {
        TimeWord::This => (scan.word(i)?.end, true),
        _ => (i, false),
    };
    let (Unit::Month, Count::One, word) = scan.unit(at)? else { return None };
    let reference = scan.reference?;
    let (side, end) = match scan.side(word.end) {
        Some((side, end)) => (side, end),
        None if this => (Side::Current, word.end),
        None => return None,
    };
    let n = match side {
        Side::Past | Side::Preceding => -1,
        Side::Next => 1,
        Side::Current => 0,
        Side::BeforePast => -2,
        Side::AfterNext => 2,
        Side::Recent | Side::Following | Side::Same => return None,
    };
    Some((calendar::unit_around(calendar::shift(reference, Unit::Month, n), Unit::Month), end))
}

/// "the tenth of the same month", "of the following month": the month that the text named last, or the one beside it.
fn month_of_story(scan: &Scan<'_>, i: usize) -> Option<(DayRange, usize)> {
    let (year, number) = scan.story.month?;
    let month = DayRange::month(year, number)?;
    let named =
        |at: usize| scan.unit(at).filter(|u| (u.0, u.1) == (Unit::Month, Count::One)).map(|u| u.2.end);
    if scan.word(i)?.means == TimeWord::That {
        return named(scan.word(i)?.end).map(|end| (month, end));
    }
    let (side, end) = scan.side(named(i)?)?;
    let shift = match side {
        Side::Same => 0,
        Side::Following => 1,
        Side::Preceding => -1,
        _ => return None,
    };
    Some((calendar::unit_around(calendar::shift(month.start(), Unit::Month, shift), Unit::Month), end))
}

/// "the 13th of it": of the month that the text named last. The day at token `day` stands in the definite.
fn month_of_it(scan: &Scan<'_>, day: usize, i: usize) -> Option<(DayRange, usize)> {
    let (year, number) = scan.story.month?;
    let definite = scan.fold(day).starts_with(ARTICLE)
        || scan.number(day).is_some_and(|n| n.article)
        || is_when(scan, day);
    let end = scan.link(i, &[Link::OfIt]).filter(|_| definite)?;
    Some((DayRange::month(year, number)?, end))
}

/// Does "in" or "on the day" stand before token `i`, or "the day" there?
fn is_when(scan: &Scan<'_>, i: usize) -> bool {
    let day = |i: usize| scan.unit(i).is_some_and(|u| (u.0, u.1) == (Unit::Day, Count::One));
    let before = i.checked_sub(1);
    day(i) || before.is_some_and(|b| day(b) || scan.link(b, &[Link::In]).is_some())
}

/// "the seventh of the month", with nothing behind: of the month that the line named, of the month of publication, or of the one before it when
/// that day is still to come.
fn running_month(scan: &Scan<'_>, i: usize, day: u32) -> Option<(DayRange, usize)> {
    let (Unit::Month, Count::One, word) = scan.unit(i).filter(|u| u.2.affixes.has(Affixes::AL))? else {
        return None;
    };
    let reference = scan.reference?;
    let told = scan.side(word.end).is_some() || month_at(scan, word.end).is_some();
    let named = scan.story.running_month();
    let n = if day <= reference.day() { 0 } else { -1 };
    let month = calendar::unit_around(calendar::shift(reference, Unit::Month, n), Unit::Month);
    (!told && scan.link(i - 1, &[Link::From]).is_some()).then_some((named.unwrap_or(month), word.end))
}

/// "27 al-jari": the adjective alone stands for "of the current month".
fn month_adjective(scan: &Scan<'_>, i: usize) -> Option<(DayRange, usize)> {
    let n = match scan.side(i)? {
        (Side::Current, _) => 0,
        (Side::Past, _) => -1,
        (Side::Next, _) => 1,
        _ => return None,
    };
    let feminine = scan.fold(i).ends_with('\u{647}'); // it belongs to hours or the like
    let digits = i.checked_sub(1).is_some_and(|b| scan.text.tokens[b].kind == TokenKind::Number) && !feminine;
    let month = calendar::unit_around(calendar::shift(scan.reference?, Unit::Month, n), Unit::Month);
    digits.then_some((month, scan.side(i)?.1))
}

/// "the day of the 27th", with nothing else: the latest past one.
fn day_alone(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (Unit::Day, Count::One, word) = scan.unit(i)? else { return None };
    let digits = scan.text.tokens.get(word.end).is_some_and(|t| t.kind == TokenKind::Number);
    let (day, _, end) = day_number(scan, word.end).filter(|_| digits && !word.affixes.has(Affixes::AL))?;
    let closed =
        scan.text.tokens.get(end).filter(|_| end < scan.end).is_none_or(|t| t.kind != TokenKind::Word);
    let reference = scan.reference?;
    let named = scan.story.line_month.and_then(|(y, m)| NaiveDate::from_ymd_opt(y, m, day));
    let date = named.filter(|d| *d <= reference).or_else(|| {
        (0..3).find_map(|n| {
            let month = calendar::shift(reference, Unit::Month, -n);
            month.with_day(day).filter(|d| *d <= reference)
        })
    })?;
    closed.then(|| {
        Reading::new(end, Some(DayRange::day(date)), Basis::Relative, "no month: the latest such day")
    })
}

/// The same with "and" before it.
/// The preposition li- with the article.
pub(super) const LI_AL: &str = "\u{644}\u{644}";
/// «And» with the article.
pub(super) const AND_AL: &str = "\u{648}\u{627}\u{644}";

/// A day of the month at `i`: the number, whether it is a cardinal in words, and where it ends.
pub(super) fn day_number(scan: &Scan<'_>, i: usize) -> Option<(u32, bool, usize)> {
    let at = match scan.unit(i) {
        Some((Unit::Day, Count::One, word)) => word.end,
        _ => i,
    };
    let digits_follow = scan.text.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number);
    let at = at + usize::from(digits_follow && matches!(scan.fold(at), ARTICLE | AND_AL));
    let n = scan.number(at).filter(|n| !(n.is_ordinal() && is_adjective(scan, at)))?;
    let day = n.low as u32;
    (n.is(f64::from(day)) && (1..=31).contains(&day)).then_some((day, !n.digits && !n.is_ordinal(), n.end))
}

/// Does the ordinal at `at` belong to the noun before it, and in the feminine («the first phase of»)?
fn is_adjective(scan: &Scan<'_>, at: usize) -> bool {
    const FIRST: &str = "\u{627}\u{648}\u{644}\u{64A}";
    let folded = scan.fold(at);
    let feminine = folded.ends_with(FIRST) || folded.ends_with('\u{647}');
    let noun = |before: usize| {
        let is_day = scan.unit(before).is_some_and(|u| (u.0, u.1) == (Unit::Day, Count::One));
        (scan.fold(before).starts_with(ARTICLE) || scan.fold(before).starts_with(LI_AL))
            && scan.weekday(before).is_none()
            && !is_day
    };
    feminine && at.checked_sub(1).is_some_and(noun)
}

/// Skips what may stand between a day and its month.
pub(super) fn skip_of(scan: &Scan<'_>, at: usize) -> usize {
    let at = scan.skip(at, &["-", "/", ".", "\u{60C}", ","]);
    scan.skip_link(at, &[Link::From, Link::In])
}

/// The month named at `i`, with its second name in another tradition when that follows.
pub(super) fn month_at(scan: &Scan<'_>, i: usize) -> Option<MonthName> {
    if let Some((Unit::Month, Count::One, unit)) = scan.unit(i) {
        if let Some(month) = month_at(scan, unit.end) {
            return Some(MonthName { weak: false, ..month });
        }
        // «in one month» is no January.
        let one = |n: &Numeral| n.is(1.0) && !n.digits && !n.is_ordinal();
        let n = scan.number(unit.end).filter(|n| (1.0..=12.0).contains(&n.low) && !one(n))?;
        let counts = scan.unit(n.end).is_none_or(|(unit, ..)| unit == Unit::Year)
            && (n.is_ordinal() || !unit.affixes.has(Affixes::AL));
        return counts.then_some(MonthName { number: n.low as u32, weak: false, end: n.end });
    }
    let word = scan.word(i)?;
    let TimeWord::Month { number, weak } = word.means else { return None };
    let mut letters = scan.written(i).chars().rev().skip(1);
    if letters.next() == Some(WITH_HAMZA_BELOW) && letters.count() <= 1 {
        return None; // Ibb, the city, or in it
    }
    let (twin, end) = twin_name(scan, word.end, number).map_or((false, word.end), |end| (true, end));
    Some(MonthName { number, weak: weak && !twin, end })
}

/// The end of a second name of month `number` after a slash, a bracket, a dash or nothing.
fn twin_name(scan: &Scan<'_>, at: usize, number: u32) -> Option<usize> {
    const OR: &str = "\u{627}\u{648}";
    let mut open = scan.skip(at, &["/", "(", "-", "\u{2013}", "\\"]);
    if open == at && scan.fold(at) == OR {
        open += 1;
    }
    let word = scan.word(open)?;
    match word.means {
        TimeWord::Month { number: other, .. } if other == number => Some(scan.skip(word.end, &[")"])),
        _ => None,
    }
}

/// The year after a month or a period: "2016", "of the year 2016", ", 2018", "last year".
pub(super) fn year_after(scan: &Scan<'_>, i: usize) -> Option<(YearRef, usize)> {
    if let Some((side, end)) = scan.side(i)
        && matches!(side, Side::Past | Side::Next | Side::Current)
        && (side != Side::Next || scan.text.is_definite(i))
    {
        // «18 May, coming from X» is no next May: the adjective has the article.
        // «of the current month of the year 2018».
        let from = scan.skip_link(end, &[Link::From, Link::In]);
        let of_year = scan.unit(from).filter(|u| matches!((u.0, u.1), (Unit::Year, Count::One)));
        let exact = of_year.and_then(|u| exact_year(scan, scan.side(u.2.end).map_or(u.2.end, |s| s.1)));
        return Some(exact.unwrap_or((YearRef::Side(side), end)));
    }
    let at = scan.skip(i, &["\u{60C}", ",", "-", "/", ".", "("]);
    let after_mark = at > i;
    let at = scan.skip_link(at, &[Link::From, Link::In]);
    let (number_at, named) = match scan.word(at).map(|w| (w.means, w.end)) {
        Some((TimeWord::Unit(Unit::Year, Count::One) | TimeWord::This, end)) => (end, true),
        // «of that year», «of the same year».
        Some((TimeWord::That, end)) => {
            let (Unit::Year, Count::One, unit) = scan.unit(end)? else { return None };
            return Some((YearRef::Story(0), unit.end));
        }
        _ => (at, false),
    };
    if named {
        if let Some((side, end)) = scan.side(number_at) {
            let shift = match side {
                Side::Past => -1,
                Side::Next => 1,
                Side::Current => 0,
                Side::Same => return Some((YearRef::Story(0), end)),
                Side::Following => return Some((YearRef::Story(1), end)),
                Side::Preceding => return Some((YearRef::Story(-1), end)),
                _ => return None,
            };
            // «of the current year 2018».
            return Some(exact_year(scan, end).unwrap_or((YearRef::Shifted(shift), end)));
        }
        if let Some((Unit::Year, Count::One, unit)) = scan.unit(number_at) {
            return Some((YearRef::Shifted(0), unit.end));
        }
    }
    let n = scan.number(number_at)?;
    let low = if named { 100.0 } else { 1000.0 };
    if n.is_ordinal()
        || !(low..=2999.0).contains(&n.low)
        || (after_mark && !named && n.low < 1900.0 && n.digits)
        || scan.link(n.end, &[Link::Hijri]).is_some()
    {
        return None;
    }
    let end = scan.skip_link(n.end, &[Link::Gregorian]);
    let end = if scan.is_mark(i, &["("]) { scan.skip(end, &[")"]) } else { end };
    Some((YearRef::Exact(n.low as i32), end))
}

/// A year in four digits at `i`.
fn exact_year(scan: &Scan<'_>, i: usize) -> Option<(YearRef, usize)> {
    let n = scan.number(i).filter(|n| n.digits && !n.is_ordinal() && (1900.0..=2100.0).contains(&n.low))?;
    Some((YearRef::Exact(n.low as i32), n.end))
}

/// Does the word before `i`, or `i` itself, make a weak name a month?
fn has_cue(scan: &Scan<'_>, i: usize) -> bool {
    const CUES: [Link; 8] =
        [Link::In, Link::Since, Link::Until, Link::During, Link::From, Link::By, Link::Ago, Link::After];
    let prefixed = scan.word(i).is_some_and(|w| w.affixes.has(Affixes::BI));
    let before = i.checked_sub(1).and_then(|b| scan.word(b));
    prefixed
        || before.is_some_and(|w| match w.means {
            TimeWord::Link(link) => CUES.contains(&link),
            TimeWord::Part(_) | TimeWord::This => true,
            _ => false,
        })
}

/// The days of month `number`.
pub(super) fn month_range(scan: &Scan<'_>, number: u32, year: YearRef) -> Option<DayRange> {
    let year = match year {
        YearRef::Exact(year) => year,
        YearRef::Shifted(n) => scan.year()? + n,
        YearRef::Story(n) => scan.story.year? + n,
        YearRef::Side(side) => {
            let reference = scan.reference?;
            let (year, this) = (reference.year(), reference.month());
            match side {
                Side::Past if number >= this => year - 1,
                Side::Next if number <= this => year + 1,
                _ => year,
            }
        }
        YearRef::Open => {
            let reference = scan.reference?;
            let (year, this) = (reference.year(), reference.month());
            if let Some(framed) = scan.story.frame_year.filter(|y| *y < year && !scan.ahead) {
                return DayRange::month(framed, number);
            }
            let next = scan.story.next(scan.reference, |y| DayRange::month(y, number));
            if let Some(month) = next.filter(|_| !scan.ahead) {
                return Some(month);
            }
            match (scan.ahead, number.cmp(&this)) {
                (false, std::cmp::Ordering::Greater) => year - 1,
                (true, std::cmp::Ordering::Less) => year + 1,
                _ => year,
            }
        }
    };
    DayRange::month(year, number)
}

/// A reading of one day.
fn dated(
    scan: &Scan<'_>,
    end: usize,
    day: u32,
    month: u32,
    year: YearRef,
    weekday: Option<Weekday>,
) -> Reading {
    let date = resolve(scan, day, month, year, weekday);
    let basis = if matches!(year, YearRef::Exact(_)) { Basis::Absolute } else { Basis::Relative };
    let mut reading = Reading::new(end, date.map(DayRange::day), basis, reason_of_year(year));
    reading.weekday = weekday;
    reading.open = year == YearRef::Open && weekday.is_none();
    if let (Some(named), Some(date)) = (weekday, date)
        && date.weekday() != named
    {
        reading = reading.because("the weekday does not fit the date");
    }
    reading
}

/// The day meant: without a year the nearest past one, unless the weekday fits only the next.
pub(super) fn resolve(
    scan: &Scan<'_>,
    day: u32,
    month: u32,
    year: YearRef,
    weekday: Option<Weekday>,
) -> Option<NaiveDate> {
    let of = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    match year {
        YearRef::Exact(year) => return of(year),
        YearRef::Shifted(n) => return of(scan.year()? + n),
        YearRef::Story(n) => return of(scan.story.year? + n),
        _ => {}
    }
    let reference = scan.reference?;
    let this = reference.year();
    let past = of(this).filter(|d| *d <= reference).or_else(|| (1..=4).find_map(|n| of(this - n)));
    let next = of(this).filter(|d| *d > reference).or_else(|| (1..=4).find_map(|n| of(this + n)));
    match year {
        YearRef::Side(Side::Past) => {
            let before = |d: &NaiveDate| (d.year(), d.month()) < (this, reference.month());
            past.filter(before).or_else(|| of(this - 1))
        }
        YearRef::Side(Side::Next) => next,
        YearRef::Side(_) => of(this),
        _ => {
            let fits = |d: &Option<NaiveDate>| d.is_some_and(|d| Some(d.weekday()) == weekday);
            if let Some(day) = next_of_row(scan, of).filter(|d| weekday.is_none() || fits(&Some(*d))) {
                return Some(day);
            }
            let framed = scan.story.frame_year.filter(|y| *y < this && !scan.ahead).map(of);
            if let Some(day) = framed.flatten().filter(|d| weekday.is_none() || fits(&Some(*d))) {
                return Some(day);
            }
            let told = scan.story.next(scan.reference, |y| of(y).map(DayRange::day)).map(DayRange::start);
            if let Some(day) = told.filter(|d| !scan.ahead && (weekday.is_none() || fits(&Some(*d)))) {
                return Some(day);
            }
            match weekday {
                Some(_) if !fits(&past) && fits(&next) => next,
                None if scan.ahead && past != Some(reference) => next,
                _ => past,
            }
        }
    }
}

/// The day without a year that a row of days goes on to («on 27 November 2024 …, on 30 November …»).
fn next_of_row(scan: &Scan<'_>, of: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let named = scan.story.day.filter(|_| !scan.ahead)?;
    let past = |d: &NaiveDate| scan.reference.is_none_or(|r| *d <= r);
    [0, 1].into_iter().filter_map(|n| of(named.year() + n)).find(|d| follows(Some(named), *d) && past(d))
}

fn reason_of_year(year: YearRef) -> &'static str {
    match year {
        YearRef::Exact(_) => "month and year in the text",
        YearRef::Side(_) | YearRef::Shifted(_) => "the year told by its side, from the day of publication",
        YearRef::Story(_) => "the year that the text named last",
        YearRef::Open => "no year: the nearest past one",
    }
}
