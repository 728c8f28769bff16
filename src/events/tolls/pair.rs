//! Two persons, told in one word.

use super::counted::is_arms;
use crate::events::mentions::reading::{NumberHit, Reading};
use crate::events::{Toll, TollWho};
use crate::knowledge::tolls::TollWord;

/// «three persons», before it is told what happened to them.
#[derive(Clone, Copy)]
pub(super) struct Pending {
    pub(super) number: NumberHit,
    pub(super) who: Option<TollWho>,
    pub(super) end: usize,
}

/// What the count that comes next counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Nothing,
    Killed,
    Wounded,
    Both,
}

/// What one word for two tells.
#[derive(Clone, Copy)]
pub(super) enum Pair {
    /// «the two dead are X and Y»: counted before. «Two tanks of the fighters»: no persons.
    Known,
    /// Two dead or two wounded.
    Harmed(Mode),
    /// Two persons.
    Persons(Option<TollWho>),
}

/// «two dead», «two soldiers», in one word, at token `at`.
pub(super) fn pair(reading: &Reading<'_>, at: usize) -> Option<Pair> {
    if is_arms(reading, at) {
        return Some(Pair::Known);
    }
    let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, at)?;
    Some(match *word.value {
        TollWord::KilledNoun | TollWord::WoundedNoun if reading.text.is_definite(at) => Pair::Known,
        TollWord::KilledNoun => Pair::Harmed(Mode::Killed),
        TollWord::WoundedNoun => Pair::Harmed(Mode::Wounded),
        TollWord::Civilians => Pair::Persons(Some(TollWho::Civilians)),
        TollWord::Fighters => Pair::Persons(Some(TollWho::Fighters)),
        TollWord::Soldiers => Pair::Persons(Some(TollWho::Soldiers)),
        TollWord::Persons => Pair::Persons(None),
        _ => return None,
    })
}

/// Adds a count to the one person told before it; gives whether there was one.
pub(super) fn add(toll: &mut Toll, number: NumberHit, killed: bool) -> bool {
    let count = if killed { &mut toll.killed } else { &mut toll.wounded };
    let sum = count.map(|(low, high)| (low + number.low, high.zip(number.high).map(|(a, b)| a + b)));
    *count = sum.or(*count);
    sum.is_some()
}
