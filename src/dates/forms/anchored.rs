//! Times of the story's own line: "that day", "on the same night", "on the third day of the battle".

use super::absolute::LI_AL;
use super::linked::{UPON, event_words};
use super::relative::{same_unit, story};
use crate::dates::anchor::{Anchor, Shift, Target};
use crate::dates::scan::{Reading, Scan};
use crate::knowledge::time::{Count, Link, TimeWord, Unit};
use crate::text::{ARTICLE, Affixes};

/// The reason of a day that is counted from the first of an event.
pub(crate) const NTH_DAY: &str = "a day of an event";

/// Reads a time of the story's own line.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    that(scan, i).or_else(|| day_of_event(scan, i)).or_else(|| nth_day_alone(scan, i))
}

/// "on the first day, X fell": counted from the first day of what the text tells of.
fn nth_day_alone(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let before = i.checked_sub(1).filter(|b| scan.link(*b, &[Link::In]).is_some())?;
    let (n, at) = nth_day(scan, i).filter(|_| scan.unit(i).is_some())?;
    // «on the third day in a row», «on the first day of the feast», «on the last, bloody day».
    let goes_on = scan.is_timely(at) || scan.word(at).is_some() || scan.fold(at).starts_with(ARTICLE);
    let follows = scan.is_word(at) && !goes_on && scan.fold(at) != UPON && !scan.fold(at).starts_with(LI_AL);
    let apart = scan.is_mark(at, &["\u{60C}", ",", ":"]);
    let shift = Shift { least: n - 1, most: n - 1, unit: Unit::Day, whole_unit: false };
    let anchor = Anchor { target: Target::Event(before..before), shift };
    (follows || apart).then(|| Reading::anchored(at, anchor, NTH_DAY))
}

/// "the third day of the battle", "on the second of the days of the battle": counted from its first.
fn day_of_event(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (n, at) = nth_day(scan, i)?;
    let from = scan.link(at, &[Link::From]);
    let to_event = scan.text.tokens.get(at).filter(|_| at < scan.end).is_some_and(|t| {
        scan.text.readings(t).iter().any(|r| r.affixes.has(Affixes::LI.with(Affixes::AL)))
            || scan.fold(at).starts_with(LI_AL)
    });
    let days = scan.unit(i).is_none(); // "the third of the days of"
    let start = from.or((to_event || days).then_some(at))?;
    let event = event_words(scan, start);
    // «on the first of the days of the feast»
    if event.is_empty() || scan.is_timely(start) || scan.link(start, &[Link::Observance]).is_some() {
        return None;
    }
    let shift = Shift { least: n - 1, most: n - 1, unit: Unit::Day, whole_unit: false };
    Some(Reading::anchored(start.max(at), Anchor { target: Target::Event(event), shift }, NTH_DAY))
}

/// "the third day" or "third of the days": which, and where it ends.
fn nth_day(scan: &Scan<'_>, i: usize) -> Option<(i32, usize)> {
    let nth =
        |at: usize| scan.number(at).filter(|n| n.is_ordinal() && !n.digits && (1.0..=60.0).contains(&n.low));
    if let Some((Unit::Day, Count::One, word)) = scan.unit(i) {
        let n = nth(word.end).filter(|n| n.article && word.affixes.has(Affixes::AL))?;
        return Some((n.low as i32, n.end));
    }
    let n = nth(i).filter(|n| !n.article)?;
    let (Unit::Day, Count::Many, word) = scan.unit(n.end)? else { return None };
    Some((n.low as i32, word.end))
}

/// "that day", "that night", "in that year".
fn that(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let that = scan.word(i).filter(|w| w.means == TimeWord::That)?;
    let word = scan.word(that.end).filter(|w| w.affixes.has(Affixes::AL))?;
    match word.means {
        TimeWord::Unit(unit, Count::One) if unit >= Unit::Day => Some(same_unit(scan, word.end, unit)),
        TimeWord::DayPart(_) => Some(story(word.end, 0, Unit::Day, false)),
        _ => None,
    }
}
