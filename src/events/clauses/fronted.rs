//! «X was taken, and in Y a bomb killed five», «X fell; as for Y, it fell before»: the places told before their verb belong
//! to the clause of that verb.

use super::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::events::scenes::scene_of::AS_FOR;
use crate::knowledge::status::{Cue, Prep};
use crate::text::{AND, Affixes};

/// Where «and in Y», behind a comma and right before the verb at item `i`, begins, or «as for Y».
pub(super) fn fronted(reading: &Reading<'_>, items: &[Item], i: usize, floor: usize) -> Option<usize> {
    topic(reading, items, i, floor).or_else(|| scene(reading, items, i, floor))
}

/// «and in X and in Y too»: the places with nothing but their prepositions, days and surroundings between them.
fn scene(reading: &Reading<'_>, items: &[Item], i: usize, floor: usize) -> Option<usize> {
    if items[i].is_joined() {
        return None;
    }
    let at = |n: &Item| n.is_cue(Cue::Prep(Prep::At)) && !n.has_pronoun;
    let place = |n: &Item| matches!(n.what, What::Place(_));
    let tail = |j: usize| {
        let n = &items[j];
        // «and its countryside»
        let about = || items.get(j - 1).is_some_and(place) && reading.text.fold_at(n.from).starts_with(AND);
        let small = n.is_cue(Cue::Skip) || n.is_cue(Cue::Then) || at(n);
        place(n)
            || matches!(n.what, What::Comma | What::Quote | What::Date(_))
            || n.what == What::Word && (about() || is_too(reading, n))
            || small && !n.is_trigger() && n.verb_cue().is_none()
    };
    let from = (floor + 1..i).rev().find(|&j| !tail(j)).unwrap_or(floor);
    let opens = |j: usize| items[j].is_joined() && at(&items[j]) && items[j - 1].what == What::Comma;
    let first = (from.max(1)..i).find(|&j| opens(j))?;
    items[first + 1..i].iter().any(place).then_some(first)
}

/// «too»: an indefinite accusative that is not joined.
fn is_too(reading: &Reading<'_>, item: &Item) -> bool {
    const TANWIN: char = '\u{627}';
    let fold = reading.text.fold_at(item.from);
    item.affixes.is_empty() && !reading.text.is_definite(item.from) && fold.ends_with(TANWIN)
}

/// «as for X and Y, they …»: where the topic begins, behind a mark, when the verb at item `i` is the first behind it.
fn topic(reading: &Reading<'_>, items: &[Item], i: usize, floor: usize) -> Option<usize> {
    const LONGEST: usize = 9;
    let so = items[i].affixes.has(Affixes::FA) || !items[i].is_joined();
    let stops = |j: usize| matches!(items[j].what, What::Comma | What::Stop);
    let opens = |j: usize| {
        let word = reading.text.fold_at(items[j].from);
        stops(j - 1) && word.strip_prefix(AND).unwrap_or(word) == AS_FOR
    };
    let first = (floor.max(i.saturating_sub(LONGEST)).max(1)..i).rev().find(|&j| opens(j))?;
    let behind = &items[first + 1..i];
    let acts = |n: &Item| n.may_be_verb() || n.what == What::Stop;
    let place = behind.iter().any(|n| matches!(n.what, What::Place(_)));
    (so && place && !behind.iter().any(acts)).then_some(first)
}
