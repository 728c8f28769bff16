//! «as for Ankara, it accused X»: who is named first acts, and who stands behind the verb does not.

use super::clause::Clause;
use super::item::Item;
use crate::events::mentions::reading::Reading;
use crate::text::Affixes;

/// Who is named in the clause before clause `c`, which is nothing but «as for X», where the verb of `c` goes on from it.
pub(super) fn as_for(reading: &Reading<'_>, items: &[Item], clauses: &[Clause], c: usize) -> Option<usize> {
    const AS_FOR: [&str; 2] = ["\u{627}\u{645}\u{627}", "\u{648}\u{627}\u{645}\u{627}"];
    const HAS: &str = "\u{641}\u{642}\u{62F}";
    let verb = clauses.get(c)?.finite?.item;
    let has = verb.checked_sub(1).is_some_and(|j| reading.text.fold_at(items[j].from) == HAS);
    let then = items[verb].affixes.has(Affixes::FA) || has;
    let before = clauses.get(c.checked_sub(1)?).filter(|b| then && b.finite.is_none())?;
    let row = items.get(before.items.clone())?;
    let opens = row.first().is_some_and(|i| AS_FOR.contains(&reading.text.fold_at(i.from)));
    row.get(1).filter(|_| opens).and_then(Item::actor)
}
