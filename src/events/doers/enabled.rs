//! «which enabled X to take Y», «which let X enter Y»: whoever is enabled does what the noun behind the name tells.

use crate::events::acts::draft::{Actors, Scope};
use crate::events::clauses::item::Item;
use crate::knowledge::status::{Cue, Prep};
use crate::text::Affixes;
use crate::text::inflect::Tense;

/// «What», «of what», «(the matter) which», folded: they take up what was told before.
const WHAT: [&str; 3] = ["\u{645}\u{627}", "\u{645}\u{645}\u{627}", "\u{627}\u{644}\u{630}\u{64A}"];

/// Who stands between a verb of enabling, behind «which», and the noun at `item`.
pub(super) fn enabled(scope: Scope<'_, '_>, item: usize) -> Actors {
    let text = &scope.reading.text;
    let leads = |i: &Item| i.is_cue(Cue::Prep(Prep::From)) || i.is_cue(Cue::Prep(Prep::At));
    let end = item.checked_sub(1).filter(|&j| leads(&scope.items[j])).unwrap_or(item);
    let before = scope.items.get(..end).unwrap_or_default();
    let n = before.iter().rev().take_while(|i| i.actor().is_some()).count();
    let (before, doers) = before.split_at(before.len() - n);
    let enables = &scope.reading.knowledge.triggers.lists.enables;
    let verb = before.last().filter(|v| enables.longest_at(text, v.from).is_some());
    let what = |v: &Item| v.from.checked_sub(1).is_some_and(|at| WHAT.contains(&text.fold_at(at)));
    // «the attack let the army take X»: it has «for» before it.
    let finite = scope.clause().finite.filter(|f| f.item < before.len() && f.verb.tense == Tense::Perfect);
    let given = doers.first().is_some_and(|d| d.affixes.has(Affixes::LI))
        && finite.is_some_and(|f| enables.longest_at(text, scope.items[f.item].from).is_some());
    if given || verb.is_some_and(what) {
        doers.iter().filter_map(Item::actor).collect()
    } else {
        Actors::new()
    }
}
