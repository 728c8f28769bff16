//! Times of the story's own line: "that day", "on the same night", "in that year".

use super::relative::story;
use crate::dates::scan::{Reading, Scan};
use crate::knowledge::time::{Count, TimeWord, Unit};
use crate::text::Affixes;

/// Reads a time of the story's own line.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let that = scan.word(i).filter(|w| w.means == TimeWord::That)?;
    let word = scan.word(that.end).filter(|w| w.affixes.has(Affixes::AL))?;
    match word.means {
        TimeWord::Unit(unit, Count::One) if unit >= Unit::Day => {
            Some(story(word.end, 0, unit, unit > Unit::Day))
        }
        TimeWord::DayPart(_) => Some(story(word.end, 0, Unit::Day, false)),
        _ => None,
    }
}
