//! «in X, which Y holds, shells fell»: a sentence opens with a place, and says how things are there before it tells what
//! happened.

use std::ops::Range;

use super::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::text::Affixes;
use crate::text::inflect::{Tense, VerbForm};

/// How many words at most describe the place.
const LONGEST: usize = 12;

/// Takes the description out of the row, so that the place stands right before the verb that tells what happened.
pub(super) fn drop_scene_description(items: &mut Vec<Item>, joined: &mut [usize]) {
    let Some(gone) = description(items) else { return };
    for at in joined.iter_mut().filter(|at| **at >= gone.end) {
        *at -= gone.len();
    }
    items.drain(gone);
}

/// The items between the place at the head of the sentence and its verb, if they only describe the place.
fn description(items: &[Item]) -> Option<Range<usize>> {
    let places = items.iter().skip(1).take_while(|n| matches!(n.what, What::Place(_))).count();
    if places == 0 || !items[0].is_cue(Cue::Prep(Prep::At)) {
        return None;
    }
    let start = places + 1;
    if let Some(gone) = between_commas(items, start) {
        return Some(gone);
    }
    let open = start + usize::from(items.get(start)?.what == What::Comma);
    let opener = items.get(open)?;
    let clause = opener.is_cue(Cue::Relative) || opener.is_cue(Cue::There) && opener.is_cue(Cue::Subordinate);
    let adjective = opener.affixes.has(Affixes::AL) && opener.noun_trigger().is_some();
    let end = items.len().min(open + LONGEST);
    let mut verbs = (open + 1..end)
        .take_while(|&i| items[i].what != What::Stop)
        .filter_map(|i| Some((i, verb(&items[i])?)));
    if clause {
        let (_, lasts) = verbs.next()?;
        if lasts.tense != Tense::Imperfect {
            return None; // «where X killed ten»: something happened there too
        }
    } else if !adjective {
        return None;
    }
    let (at, _) = verbs.next()?;
    let told = items[at].noun_trigger().is_none() || items[at - 1].what == What::Comma;
    (told && !says(&items[at])).then_some(start..at)
}

/// «in X, the capital of Y that has been under siege for two years, hundreds took to the streets»: what stands between
/// two commas, the second of them right before the verb, and tells no act of its own.
fn between_commas(items: &[Item], start: usize) -> Option<Range<usize>> {
    let comma = |i: &usize| items.get(*i).is_some_and(|n| n.what == What::Comma);
    let from = Some(start).filter(comma)? + 1;
    let to = (from + 1..items.len().min(from + LONGEST)).find(comma)?;
    let acts = |n: &Item| n.verb_trigger().is_some_and(|t| t.1.tense == Tense::Perfect);
    let opens = verb(items.get(to + 1)?).is_some() && !says(&items[to + 1]);
    let describes = verb(&items[from]).is_none() && !items[from..to].iter().any(acts);
    (opens && describes).then_some(start..to + 1)
}

/// «in X, towards which Y marches, the ministry said that»: X is no ground of what is said.
fn says(item: &Item) -> bool {
    item.verb_cue().is_some_and(|c| matches!(c.0, Cue::Speech(_)))
}

/// The form of an item that may be the verb of a clause of its own.
fn verb(item: &Item) -> Option<VerbForm> {
    let form = item.verb_trigger().map(|t| t.1).or(item.verb_cue().map(|c| c.1));
    form.filter(|_| !item.is_joined() && item.proclitic().is_none())
}
