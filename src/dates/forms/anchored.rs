//! Times of the story's own line: "that day", "on the same night", "on the third day of the battle".

use super::linked::event_words;
use super::relative::{same_unit, story};
use crate::dates::anchor::{Anchor, Shift, Target};
use crate::dates::scan::{Reading, Scan};
use crate::knowledge::time::{Count, Link, TimeWord, Unit};
use crate::text::Affixes;

/// The reason of a day that is counted from the first of an event.
pub(crate) const NTH_DAY: &str = "a day of an event";

/// The preposition li- with the article.
const LI_AL: &str = "\u{644}\u{644}";

/// Reads a time of the story's own line.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    that(scan, i).or_else(|| day_of_event(scan, i))
}

/// "the third day of the battle", "on the second of the days of the battle": counted from its first.
fn day_of_event(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (n, at) = nth_day(scan, i)?;
    let from = scan.link(at, &[Link::From]);
    let to_event = scan.text.tokens.get(at).filter(|_| at < scan.end).is_some_and(|t| {
        t.readings.iter().any(|r| r.affixes.has(Affixes::LI.with(Affixes::AL)))
            || scan.fold(at).starts_with(LI_AL)
    });
    let days = scan.unit(i).is_none(); // "the third of the days of"
    let start = from.or((to_event || days).then_some(at))?;
    let event = event_words(scan, start);
    if event.is_empty() || scan.is_timely(start) {
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
