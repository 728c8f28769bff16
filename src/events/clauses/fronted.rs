//! «X was taken, and in Y a bomb killed five»: the place told before its verb belongs to the clause of that verb.

use super::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};

/// Where «and in Y», behind a comma and right before the verb at item `i`, begins.
pub(super) fn fronted(items: &[Item], i: usize, floor: usize) -> Option<usize> {
    if items[i].is_joined() {
        return None;
    }
    let tail = |n: &Item| matches!(n.what, What::Place(_) | What::Comma | What::Quote | What::Date(_));
    let at = (floor + 1..i).rev().find(|&j| !tail(&items[j]))?;
    let named = items[at + 1..i].iter().any(|n| matches!(n.what, What::Place(_)));
    let parted = items[at - 1].what == What::Comma;
    (named && parted && items[at].is_joined() && items[at].is_cue(Cue::Prep(Prep::At))).then_some(at)
}
