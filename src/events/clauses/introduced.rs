//! «took three quarters of the city, which are A, B and C»: the names behind «which are» are what was taken, and the city is
//! where they lie.

use super::item::{Item, What};
use super::walk::Found;
use crate::events::acts::draft::{Draft, Scope};
use crate::knowledge::status::Prep;

/// Does a word that introduces the names of what was counted stand right before the place at item `i`?
fn is_introduced(scope: Scope<'_, '_>, i: usize) -> bool {
    let words = &scope.reading.knowledge.place_words.words;
    let mark = |n: &Item| matches!(n.what, What::Stop | What::Quote | What::Comma);
    let before = scope.items[..i].iter().rev().find(|n| !mark(n));
    before.is_some_and(|n| words.longest_at(&scope.reading.text, n.from).is_some_and(|m| m.value.introduces))
}

/// Gives way to the place at item `i`: the last one found only says where the places lie that the draft counts.
pub(super) fn give_way(scope: Scope<'_, '_>, i: usize, found: &mut Vec<Found>, draft: &mut Draft) {
    let Some(last) = found.last().filter(|f| f.prep == Some(Prep::At)) else { return };
    let counts = draft.has_vague_place || draft.is_partial;
    if counts && found.len() == 1 && is_introduced(scope, i) {
        draft.container = draft.container.or(Some(last.place));
        draft.is_partial = false;
        found.clear();
    }
}
