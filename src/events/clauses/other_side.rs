//! «between X on one side and Y on the other»: words that part two who fight, and open no clause.

use super::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};

/// How many items at most stand between the name of the second party and the words for its side.
const PARTY: usize = 12;

/// «between X on one side, and Y, loyal to Z, on the other»: do the words for another side at item `i`, in a clause that
/// begins at `start`, close the second party of a «between»?
pub(super) fn is_other_side(items: &[Item], i: usize, start: usize) -> bool {
    let next_acts = items.get(i + 1).is_some_and(|n| n.may_be_verb() && n.prep().is_none());
    let after_comma = i.checked_sub(1).is_none_or(|j| items[j].what == What::Comma);
    if items[i].is_joined() || next_acts || after_comma {
        return false;
    }
    let ends = |n: &Item| {
        let opens = n.is_cue(Cue::Subordinate) || n.is_cue(Cue::Relative) || n.is_cue(Cue::That);
        let placed = matches!(n.what, What::Place(_) | What::Stop) || n.is_cue(Cue::Prep(Prep::At));
        opens || placed || n.verb_trigger().is_some() && n.noun_trigger().is_none()
    };
    let party = (start..i).rev().take(PARTY).take_while(|&j| !ends(&items[j]));
    let joined = |j: &usize| matches!(items[*j].what, What::Actor(_)) && items[*j].is_joined();
    let between = |n: &Item| n.is_cue(Cue::Prep(Prep::Between));
    party.filter(joined).last().is_some_and(|first| items[start..first].iter().any(between))
}
