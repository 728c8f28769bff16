//! «took X the forces of Y», «met in X the ministers of Y»: a place between a verb and its subject.

use super::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};

/// Is item `i` «on», with a place behind it and then, but for a day, one who acts?
pub(super) fn is_on_place(items: &[Item], i: usize) -> bool {
    let [on, place, behind @ ..] = &items[i..] else { return false };
    let actor = behind.iter().find(|n| !matches!(n.what, What::Date(_)));
    let acts = |n: &Item| matches!(n.what, What::Actor(_)) && n.affixes.is_empty();
    on.is_cue(Cue::Prep(Prep::On)) && matches!(place.what, What::Place(_)) && actor.is_some_and(acts)
}

/// Is item `i` «to» or «from», and a place behind it?
pub(super) fn is_to_place(items: &[Item], i: usize) -> bool {
    let leads = items[i].is_cue(Cue::Prep(Prep::To)) || items[i].is_cue(Cue::Prep(Prep::From));
    leads && items.get(i + 1).is_some_and(|n| matches!(n.what, What::Place(_)))
}

/// Is item `i` «at», and a place behind it?
pub(super) fn is_at_place(items: &[Item], i: usize) -> bool {
    items[i].is_cue(Cue::Prep(Prep::At)) && items.get(i + 1).is_some_and(|n| matches!(n.what, What::Place(_)))
}
