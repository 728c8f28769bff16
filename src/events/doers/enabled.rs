//! «which enabled X to take Y», «which let X enter Y», «X helped Y to take Z», «X had a share in taking Z»: whoever is enabled
//! or helped, or has a share, does what the noun behind the name tells.

use crate::events::acts::draft::{Actors, Scope};
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::text::inflect::Tense;
use crate::text::{Affixes, Lexicon};

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

/// «X helped Y to take Z»: Y, right before the preposition before the noun at `item`; «X had a share in taking Z»: X.
pub(super) fn helped_or_sharing(scope: Scope<'_, '_>, item: usize) -> Actors {
    let (text, lists) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists);
    let start = scope.clause().items.start;
    let is = |list: &Lexicon<()>, i: usize| list.longest_at(text, scope.items[i].from).is_some();
    let verb = (start..item).rev().find(|&i| is(&lists.shares, i) || is(&lists.helps, i));
    let Some(verb) = verb.filter(|v| v + 1 < item) else { return Actors::new() };
    let between = &scope.items[verb + 1..item];
    let passed = |i: &Item| {
        let noun = matches!(i.what, What::Word | What::Actor(_) | What::Number(_) | What::Quote);
        noun || i.prep().is_some() || i.noun_trigger().is_some()
    };
    let prep = scope.items[item - 1].prep().or(scope.items[item].proclitic());
    if !between.iter().all(passed) {
        return Actors::new();
    }
    let actor = |i: &Item| i.actor().filter(|_| i.proclitic().is_none());
    if is(&lists.shares, verb) && prep == Some(Prep::At) {
        let ahead = || verb.checked_sub(1).and_then(|j| actor(&scope.items[j]));
        let first = between.iter().find_map(actor).or_else(ahead);
        return first.or_else(|| scope.clause().subject.first().copied()).into_iter().collect();
    }
    let helps = is(&lists.helps, verb) && matches!(prep, Some(Prep::On | Prep::At));
    let object = between.iter().rev().find(|i| i.prep().is_none() || i.actor().is_some());
    object.filter(|_| helps).and_then(actor).into_iter().collect()
}
