//! «X took it from Y, but the latter returned»: who was named last acts.

use super::clause::Clause;
use super::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};

/// «The last (named)», folded and without what tells its gender.
const LATTER: &str = "\u{627}\u{644}\u{627}\u{62E}\u{64A}\u{631}";

/// Whom «the latter» right before the verb at item `verb` means: the side named last before the clause.
pub(super) fn latter(reading: &Reading<'_>, items: &[Item], clause: &Clause, verb: usize) -> Option<usize> {
    let word = verb.checked_sub(1).filter(|&j| j >= clause.items.start).and_then(|j| items.get(j))?;
    let latters = &reading.knowledge.triggers.lists.latters;
    let is_latter = reading.text.fold_at(word.from).starts_with(LATTER)
        && latters.longest_at(&reading.text, word.from).is_some();
    if word.what != What::Word || !is_latter {
        return None;
    }
    let side = |a: &usize| matches!(reading.actors[*a].class, ActorClass::Armed | ActorClass::State);
    items.get(..verb)?.iter().rev().filter_map(Item::actor).find(side)
}
