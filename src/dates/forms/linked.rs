//! Times behind a preposition: "three days ago", "since Wednesday", "during the last week",
//! "two days after the fall of …", "by the end of …".

use std::ops::Range;

use super::count::{Amount, amount_at, length};
use crate::base::{DayRange, Precision};
use crate::dates::anchor::{Anchor, Shift, Target, add_days};
use crate::dates::scan::{Reading, Scan, Word};
use crate::dates::{Basis, Relation, calendar};
use crate::knowledge::time::{Count, Link, Part, TimeWord, Unit};
use crate::text::{ARTICLE, Affixes, TokenKind};

/// The words of an event that a time is counted from, this many at most.
const EVENT_WORDS: usize = 8;

/// «Which», of one and of many.
const WHICH: [&str; 2] = ["\u{627}\u{644}\u{630}\u{64A}", "\u{627}\u{644}\u{62A}\u{64A}"];

/// «On».
pub(super) const UPON: &str = "\u{639}\u{644}\u{64A}";

/// Reads a time behind a preposition.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let Some(Word { means: TimeWord::Link(link), end: at, .. }) = scan.word(i) else {
        return from_now(scan, i);
    };
    match link {
        Link::Ago => ago(scan, at, Relation::Before, -1),
        Link::After if repeats(scan, i, at) => None,
        Link::After => ago(scan, at, Relation::After, 1),
        Link::Since => since(scan, at),
        Link::AsOf => as_of(scan, at),
        Link::During => during(scan, at),
        Link::Until => dated(scan, at).map(|r| r.related(Relation::Until)),
        Link::By => dated(scan, at).map(|r| r.related(Relation::Until).because("by then")),
        Link::In | Link::On => dated(scan, at),
        Link::Thereafter => story_shift(scan, at, 1).or_else(|| later_in(scan, at)),
        Link::BeforeThat => story_shift(scan, at, -1),
        Link::Morrow => beside_event(scan, at, 1),
        Link::Eve => beside_event(scan, at, -1),
        _ => None,
    }
}

/// "three days from now".
fn from_now(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (amounts, end) = amounts_at(scan, i)?;
    let Some(From::Now(end)) = counted_from(scan, end) else { return None };
    Some(from_reference(scan, end, &amounts, 1))
}

/// "day after day": the same unit on both sides of the link at `i`.
fn repeats(scan: &Scan<'_>, i: usize, at: usize) -> bool {
    let unit = |i: usize| scan.unit(i).filter(|u| u.1 == Count::One).map(|u| u.0);
    i.checked_sub(1).and_then(unit).is_some_and(|before| unit(at) == Some(before))
}

/// "later this week": what is left of a running period.
fn later_in(scan: &Scan<'_>, at: usize) -> Option<Reading> {
    let whole = super::period(scan, scan.skip_link(at, &[Link::From, Link::In]))?;
    let range =
        whole.range.filter(|r| r.n_days() > 1 && scan.reference.is_some_and(|day| r.contains(day)))?;
    let range = Some(calendar::part_of(range, Part::Later, scan.reference));
    Some(Reading { range, ..whole }.because("what is left of it"))
}

/// A time by itself, or an interval.
fn dated(scan: &Scan<'_>, at: usize) -> Option<Reading> {
    let alone = super::period(scan, at);
    let interval = super::interval::read(scan, at, alone.as_ref());
    let alone = alone.or_else(|| super::anchored::read(scan, at));
    match (interval, alone) {
        (Some(a), Some(b)) if b.end > a.end => Some(b),
        (a, b) => a.or(b),
    }
}

/// "three days ago", "three days before the fall of …", "before the year 2011"; and the same after.
fn ago(scan: &Scan<'_>, at: usize, relation: Relation, sign: i32) -> Option<Reading> {
    let amounts = amounts_at(scan, at);
    let date = dated(scan, at).filter(Reading::is_dated);
    let (amounts, end) = match (amounts, date) {
        (Some((amounts, end)), Some(date)) if date.end <= end => (amounts, end),
        (_, Some(date)) => return Some(date.related(relation)),
        (Some(found), None) => found,
        (None, None) => return beside_by(scan, at, sign),
    };
    let counted = amounts[0];
    let end = only(scan, end);
    // «took, three days ago, X»: what is taken stands behind «on»; only what lies «three days on» counts so.
    let upon = sign < 0 && scan.fold(end) == UPON;
    if sign > 0 && lasts(scan, end) {
        // «after a week of fighting» says how long.
        let long = Reading::new(end, None, Basis::Context, "how long, not when");
        return Some(Reading { is_duration: true, ..long.related(Relation::During) });
    }
    if let Some(from) = counted_from(scan, end).filter(|_| !upon) {
        return Some(match from {
            From::Now(end) => from_reference(scan, end, &amounts, sign),
            From::Story(end) => {
                Reading::anchored(end, anchor(Target::Story, counted, sign), "counted along the story")
            }
            From::Event(end, event) => {
                Reading::anchored(end, anchor(Target::Event(event), counted, sign), "counted from an event")
            }
        });
    }
    if sign < 0 || scan.ahead {
        return Some(from_reference(scan, end, &amounts, sign));
    }
    let mut reading = Reading::anchored(end, anchor(Target::Story, counted, sign), "counted along the story");
    reading.open = true;
    Some(reading)
}

/// Does «of» and what goes on for a while stand at `at`, with no clause behind that says which it was?
fn lasts(scan: &Scan<'_>, at: usize) -> bool {
    let from = scan.link(at, &[Link::From]);
    let to = from.and_then(|from| scan.link(from, &[Link::Lasting]));
    to.is_some_and(|to| !WHICH.contains(&scan.fold(to)))
}

/// "before the fall of the town by a day": the amount carries bi- and stands behind the event.
fn beside_by(scan: &Scan<'_>, at: usize, sign: i32) -> Option<Reading> {
    let by = |i: &usize| {
        scan.text.readings_at(*i).iter().any(|r| r.affixes.has(Affixes::BI)) && scan.is_timely(*i)
    };
    let event = event_words(scan, at);
    let i = event.clone().skip(1).find(by)?;
    let (amount, _) = amount_at(scan, i).filter(|(a, _)| a.unit >= Unit::Day)?;
    let anchor = anchor(Target::Event(at..i), amount, sign);
    Some(Reading::anchored(at, anchor, "counted from an event"))
}

/// Skips "only", "at least" and the like behind an amount, when "from" follows or nothing does.
fn only(scan: &Scan<'_>, end: usize) -> usize {
    scan.link(end, &[Link::Only]).or_else(|| scan.bound_after(end)).unwrap_or(end)
}

/// What an amount is counted from.
enum From {
    Now(usize),
    Story(usize),
    Event(usize, Range<usize>),
}

/// "from now", "from today", "from the fall of …" behind an amount.
fn counted_from(scan: &Scan<'_>, end: usize) -> Option<From> {
    let at = scan.link(end, &[Link::From]).or_else(|| (scan.fold(end) == UPON).then_some(end + 1))?;
    if let Some(now) = scan.link(at, &[Link::Now]) {
        return Some(From::Now(now));
    }
    if let Some((Unit::Day, Count::One, word)) = scan.unit(at)
        && word.affixes.has(Affixes::AL)
    {
        return Some(From::Now(word.end));
    }
    if let Some(that) = scan.word(at).filter(|w| w.means == TimeWord::That)
        && !scan.text.tokens.get(that.end).is_some_and(|t| scan.text.fold_of(t).starts_with(ARTICLE))
    {
        return Some(From::Story(that.end)); // "two days after that", with no noun behind
    }
    let event = event_words(scan, at);
    (!event.is_empty()).then_some(From::Event(at, event))
}

/// The words and numbers from `at` up to a mark, a few at most.
pub(super) fn event_words(scan: &Scan<'_>, at: usize) -> Range<usize> {
    let limit = (at + EVENT_WORDS).min(scan.end);
    let is_word = |i: &usize| matches!(scan.text.tokens[*i].kind, TokenKind::Word | TokenKind::Number);
    at..(at..limit).find(|i| !is_word(i)).unwrap_or(limit.max(at))
}

fn anchor(target: Target, amount: Amount, sign: i32) -> Anchor {
    let (a, b) = (sign * amount.least, sign * amount.most);
    Anchor { target, shift: Shift { least: a.min(b), most: a.max(b), unit: amount.unit, whole_unit: false } }
}

/// "two years and one month and 21 days": amounts in falling units.
fn amounts_at(scan: &Scan<'_>, at: usize) -> Option<(Vec<Amount>, usize)> {
    let (first, mut end) = amount_at(scan, at)?;
    if !first.told && scan.unit(at).is_some_and(|(_, _, word)| word.affixes.has(Affixes::AL)) {
        return None; // "since the first days of the war"
    }
    let mut amounts = vec![first];
    while amounts.len() < 4 {
        let comma = scan.skip(end, &["\u{60C}", ","]);
        let Some(next) = scan.and(comma).or_else(|| (comma > end).then_some(comma)) else { break };
        let Some((amount, to)) = amount_at(scan, next).filter(|(a, _)| a.told && a.unit != first.unit) else {
            break;
        };
        amounts.push(amount);
        end = to;
    }
    Some((amounts, end))
}

/// So long before or after publication.
fn from_reference(scan: &Scan<'_>, end: usize, amounts: &[Amount], sign: i32) -> Reading {
    let range = scan.reference.and_then(|r| distance(r, amounts, sign));
    let why = if range.is_none() && scan.reference.is_some() {
        "how long ago is left open"
    } else {
        "counted from publication"
    };
    let mut reading = Reading::new(end, range, Basis::Relative, why);
    reading.from_published = scan.reference.zip(range).map(|(r, range)| (range.end() - r).num_days());
    reading.ago = sign < 0;
    reading
}

fn distance(reference: chrono::NaiveDate, amounts: &[Amount], sign: i32) -> Option<DayRange> {
    let [amount] = amounts else {
        let day = amounts.iter().fold(reference, |d, a| calendar::shift(d, a.unit, sign * a.most));
        return Some(DayRange::day(day));
    };
    let at = |n: i32| calendar::shift(reference, amount.unit, sign * n);
    if !amount.told {
        return match amount.unit {
            Unit::Second | Unit::Minute | Unit::Hour => Some(DayRange::day(reference)),
            Unit::Day | Unit::Week => {
                let range = DayRange::new(at(amount.least), at(amount.most), Precision::Days);
                Some(range.with_precision(length(range)))
            }
            _ => None,
        };
    }
    Some(match amount.unit {
        Unit::Month | Unit::Quarter => {
            let months = [amount.least, amount.most].map(|n| calendar::unit_around(at(n), Unit::Month));
            let [near, far] = months;
            let range =
                DayRange::new(near.start().min(far.start()), near.end().max(far.end()), near.precision);
            if near == far { near } else { range.with_precision(length(range)) }
        }
        Unit::Year | Unit::Decade | Unit::Century => calendar::unit_around(at(amount.most), Unit::Year),
        _ => DayRange::day(at(amount.most)),
    })
}

/// "since Wednesday", "for three days", "for years".
fn since(scan: &Scan<'_>, at: usize) -> Option<Reading> {
    let amounts = amounts_at(scan, at);
    let date = dated(scan, at).filter(Reading::is_dated);
    match (amounts, date) {
        (Some((amounts, end)), date) if date.as_ref().is_none_or(|d| d.end <= end) => {
            let end =
                scan.link(end, &[Link::From]).and_then(|from| scan.link(from, &[Link::Now])).unwrap_or(end);
            Some(from_reference(scan, end, &amounts, -1).related(Relation::Since))
        }
        (_, date) => date.map(|d| d.related(Relation::Since)),
    }
}

/// "as of Thursday": a weekday that is still to come.
fn as_of(scan: &Scan<'_>, at: usize) -> Option<Reading> {
    let reading = since(scan, at)?;
    let weekday = reading.open && reading.basis == Basis::Weekday && !scan.ahead;
    if weekday { since(&scan.looking_ahead(), at) } else { Some(reading) }
}

/// "during the last week", "within 24 hours", "for two days".
fn during(scan: &Scan<'_>, at: usize) -> Option<Reading> {
    let date = dated(scan, at).filter(Reading::is_dated);
    let around_the_clock = |(unit, count, word): &(Unit, Count, Word)| {
        *unit < Unit::Day && *count == Count::One && word.affixes.has(Affixes::AL)
    };
    let amount = if scan.unit(at).is_some_and(|u| around_the_clock(&u)) { None } else { amount_at(scan, at) };
    match (amount, date) {
        (Some((amount, end)), date) if date.as_ref().is_none_or(|d| d.end <= end) => {
            let hours = amount.unit == Unit::Hour && amount.told;
            let days = i64::from((amount.most + 23) / 24) * if scan.ahead { 1 } else { -1 };
            let range = scan
                .reference
                .filter(|_| hours)
                .map(|r| DayRange::new(add_days(r, days), r, Precision::Days));
            let mut reading =
                Reading::new(end, range, Basis::Context, "how long, not when").related(Relation::During);
            (reading.is_duration, reading.open) = (true, hours);
            Some(reading)
        }
        (_, date) => date.map(|d| d.related(Relation::During)),
    }
}

/// "two days after that": the amount carries bi-.
fn story_shift(scan: &Scan<'_>, at: usize, sign: i32) -> Option<Reading> {
    let (amount, end) = amount_at(scan, at)?;
    Some(Reading::anchored(end, anchor(Target::Story, amount, sign), "counted along the story"))
}

/// "the day after Friday", "on the morrow of the attack".
fn beside_event(scan: &Scan<'_>, at: usize, days: i32) -> Option<Reading> {
    if let Some(date) = dated(scan, at).filter(|d| d.range.is_some()) {
        let range = date.range.map(|r| DayRange::day(add_days(r.start(), i64::from(days))));
        return Some(Reading { range, ..date }.because("the day beside it"));
    }
    let event = event_words(scan, at);
    let shift = Shift { least: days, most: days, unit: Unit::Day, whole_unit: false };
    (!event.is_empty()).then(|| {
        Reading::anchored(at, Anchor { target: Target::Event(event), shift }, "the day beside an event")
    })
}
