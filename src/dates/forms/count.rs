//! So many units on one side of publication: "the last three days", "the coming two weeks",
//! "the last few days", "the last 24 hours".

use crate::base::{DayRange, Precision};
use crate::dates::anchor::{Anchor, Shift, Target, add_days};
use crate::dates::scan::{Reading, Scan};
use crate::dates::{Basis, calendar};
use crate::knowledge::time::{Count, Part, Side, TimeWord, Unit};
use crate::text::{ARTICLE, Affixes};

/// How many units a text means, at least and at most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    /// The least.
    pub(super) least: i32,
    /// The most.
    pub(super) most: i32,
    /// The unit.
    pub(super) unit: Unit,
    /// Does the text give a number, or one or two by the form?
    pub(super) told: bool,
}

/// Reads so many units with a side.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    if let Some(word) = scan.word(i)
        && word.means == TimeWord::Part(Part::Last)
    {
        let (amount, end) = amount_at(scan, word.end).filter(|(a, _)| a.told && a.most > 1)?;
        return Some(beside(scan, end, amount, Side::Past));
    }
    let (amount, end) = amount_at(scan, i)?;
    let (side, end) = scan.side(end)?;
    if amount.most == 1 && amount.told {
        return None;
    }
    match side {
        Side::Past | Side::Recent | Side::Next => Some(beside(scan, end, amount, side)),
        Side::Following => Some(along_story(end, amount, 1)),
        Side::Preceding => Some(along_story(end, amount, -1)),
        _ => None,
    }
}

/// "the following two days": from the first of them to the last, counted from the day the story has
/// come to.
fn along_story(end: usize, amount: Amount, sign: i32) -> Reading {
    let (near, far) = (sign, sign * amount.most);
    let shift = Shift { least: near.min(far), most: near.max(far), unit: amount.unit, whole_unit: false };
    Reading::anchored(end, Anchor { target: Target::Story, shift }, "counted along the story")
}

/// "three days", "two weeks", "24 hours", "the three days", "a few days", "days", "a year".
pub(super) fn amount_at(scan: &Scan<'_>, i: usize) -> Option<(Amount, usize)> {
    use crate::knowledge::time::Link;
    if let Some(at) = scan.link(i, &[Link::Less]) {
        return amount_at(scan, at).map(|(amount, end)| (less_than(amount), end));
    }
    let i = scan.skip_link(i, &[Link::About]);
    let i = i + usize::from(scan.fold(i) == ARTICLE);
    if let Some(end) = scan.link(i, &[Link::Few]) {
        let (unit, _, word) = scan.unit(end)?;
        return Some((Amount { least: 3, most: 9, unit, told: false }, word.end));
    }
    if let Some((unit, count, word)) = scan.unit(i) {
        if scan.word(word.end).is_some_and(|w| matches!(w.means, TimeWord::HijriMonth(_))) {
            return None; // "the month of Ramadan"
        }
        return Some(counted_after(scan, unit, count, word.end));
    }
    let n = scan.number(i).filter(|n| !n.is_ordinal() || n.article)?;
    let (unit, _, word) = scan.unit(n.end)?;
    let n_units = n.low as i32;
    (n_units > 0).then(|| and_half(scan, n_units, unit, word.end))
}

/// "less than two weeks": more than one, in days.
fn less_than(amount: Amount) -> Amount {
    let Amount { least, most, unit, told } = amount;
    match unit {
        _ if !told || least != most => amount,
        Unit::Week => Amount { least: 7 * (least - 1) + 1, most: 7 * most - 1, unit: Unit::Day, told: false },
        Unit::Second | Unit::Minute | Unit::Hour => amount,
        _ => Amount { least: least - 1, most, unit, told },
    }
}

/// A unit first: its number may follow ("the days three"), or be in its form.
fn counted_after(scan: &Scan<'_>, unit: Unit, count: Count, end: usize) -> (Amount, usize) {
    let exactly = |n| Amount { least: n, most: n, unit, told: true };
    match count {
        Count::One => one_said(scan, unit, end),
        Count::Two => and_half(scan, 2, unit, end),
        Count::Many => {
            let end = end + usize::from(scan.fold(end) == ARTICLE);
            if let Some(n) = scan
                .number(end)
                .filter(|n| n.low >= 2.0 && n.article && !n.digits || n.digits && n.low < 100.0)
            {
                return (exactly(n.low as i32), n.end);
            }
            if let Some(word) = scan.word(end).filter(|w| w.means == TimeWord::FewOf) {
                return (Amount { least: 2, most: 3, unit, told: false }, word.end);
            }
            (Amount { least: 2, most: plural(unit), unit, told: false }, end)
        }
    }
}

/// "a day [and one]": skips the word "one" after a singular.
fn one_said(scan: &Scan<'_>, unit: Unit, end: usize) -> (Amount, usize) {
    match scan.number(end) {
        Some(n) if n.is(1.0) && !n.is_ordinal() && !n.digits => {
            (Amount { least: 1, most: 1, unit, told: true }, n.end)
        }
        _ => and_half(scan, 1, unit, end),
    }
}

/// So many units, and perhaps "and a half": some three months around the half of a year; to what is shorter it adds
/// nothing that days can show.
fn and_half(scan: &Scan<'_>, n: i32, unit: Unit, end: usize) -> (Amount, usize) {
    const YEAR: i32 = 12;
    let whole = Amount { least: n, most: n, unit, told: true };
    let half = scan.and(end).and_then(|at| scan.word(at));
    let Some(half) = half.filter(|w| w.means == TimeWord::Part(Part::Middle)) else { return (whole, end) };
    // "a year and a half [of the year]"
    let end = match scan.unit(half.end) {
        Some((_, Count::One, again)) if again.affixes.has(Affixes::AL) => again.end,
        _ => half.end,
    };
    let months = Amount { least: YEAR * n + 3, most: YEAR * n + 9, unit: Unit::Month, told: true };
    (if unit == Unit::Year { months } else { whole }, end)
}

/// What a bare plural reaches to before the next longer unit would be named.
fn plural(unit: Unit) -> i32 {
    match unit {
        Unit::Second | Unit::Minute => 59,
        Unit::Hour => 23,
        Unit::Day => 6,
        Unit::Week => 5,
        Unit::Month => 11,
        Unit::Quarter => 3,
        Unit::Year | Unit::Decade | Unit::Century => 10,
    }
}

/// So many units up to the day before publication, or from the day after it on.
fn beside(scan: &Scan<'_>, end: usize, amount: Amount, side: Side) -> Reading {
    let range = scan.reference.map(|r| {
        let n = if amount.told { amount.least.midpoint(amount.most) } else { amount.most };
        if amount.unit < Unit::Day {
            let days = if amount.unit == Unit::Hour { i64::from((n + 23) / 24) } else { 0 };
            return match side {
                Side::Next => DayRange::new(r, add_days(r, days), Precision::Days),
                _ => DayRange::new(add_days(r, -days), r, Precision::Days),
            };
        }
        let (from, to) = match side {
            Side::Next => (add_days(r, 1), calendar::shift(r, amount.unit, n)),
            Side::Recent => (calendar::shift(r, amount.unit, -n), r),
            _ => (calendar::shift(r, amount.unit, -n), add_days(r, -1)),
        };
        let range = DayRange::new(from, to, Precision::Unknown);
        if amount.told || amount.unit == Unit::Day { range.with_precision(length(range)) } else { range }
    });
    Reading::new(end, range, Basis::Relative, "so many units beside the day of publication")
}

/// How precise a range of that length is.
pub(super) fn length(range: DayRange) -> Precision {
    match range.n_days() {
        1 => Precision::Day,
        2..=10 => Precision::Days,
        11..=45 => Precision::Month,
        46..=400 => Precision::Year,
        _ => Precision::Unknown,
    }
}
