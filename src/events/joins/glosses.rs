//! What a list of places tells of one of them before it goes on: «took X, the capital of the province, then Y», «took X and
//! Y, the latter without a shot, then Z».

use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::text::Affixes;

/// The item behind the comma that ends what item `i` begins to tell of a place told just before, when the list goes on there.
pub(super) fn ends_gloss(reading: &Reading<'_>, items: &[Item], i: usize) -> Option<usize> {
    const LONGEST: usize = 9;
    let item = items.get(i)?;
    let relative = item.is_cue(Cue::Relative) && !item.is_joined();
    let clause = relative || points_back(reading, item);
    if !clause && !is_apposed(reading, items, i) {
        return None;
    }
    let comma = (i + 1..items.len().min(i + LONGEST)).find(|&j| items[j].what == What::Comma)?;
    let next = comma + 1;
    if !clause && !items[i..comma].iter().all(is_plain) {
        return None;
    }
    if goes_on(items, next) {
        return Some(next);
    }
    items.get(next).filter(|n| points_back(reading, n)).and_then(|_| ends_gloss(reading, items, next))
}

/// The item behind the bracket that item `i` opens, when the few words in it tell neither an act nor a day: «X (the north)».
pub(super) fn ends_bracket(reading: &Reading<'_>, items: &[Item], i: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let opens = items.get(i).is_some_and(|n| reading.text.fold_at(n.from) == "(");
    let inside = items.get(i + 1..)?.iter().take(LONGEST).take_while(|n| is_plain(n)).count();
    let close = i + 1 + inside;
    let closes = items.get(close).is_some_and(|n| reading.text.fold_at(n.from) == ")");
    (opens && closes).then_some(close + 1)
}

/// Stands at item `i` «then» with a place behind it, or a joined place that no verb follows?
fn goes_on(items: &[Item], i: usize) -> bool {
    let place = |i: usize| items.get(i).is_some_and(|n| matches!(n.what, What::Place(_)));
    let Some(next) = items.get(i) else { return false };
    let ends = |i: usize| items.get(i).is_none_or(|n| !n.may_be_verb());
    next.is_cue(Cue::Then) && place(i + 1) && ends(i + 2)
        || next.affixes == Affixes::WA && place(i) && ends(i + 1)
}

/// «and the latter», «and it is»: a joined word for one of the places told before.
fn points_back(reading: &Reading<'_>, item: &Item) -> bool {
    let word = matches!(item.what, What::Word | What::Known);
    let found = reading.knowledge.triggers.lists.latters.longest_at(&reading.text, item.from);
    word && found.is_some_and(|m| m.affixes.has(Affixes::WA))
}

/// «the capital of the province», «the largest of the cities of the north», right behind a place or its comma: an indefinite
/// noun with another in the genitive.
fn is_apposed(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    let place = |n: &Item| matches!(n.what, What::Place(_));
    let behind = i.checked_sub(1).is_some_and(|j| {
        place(&items[j]) || items[j].what == What::Comma && j.checked_sub(1).is_some_and(|k| place(&items[k]))
    });
    let noun = is_plain(&items[i]) && items[i].prep().is_none() && !reading.text.is_definite(items[i].from);
    let of = items.get(i + 1).is_some_and(|n| n.affixes.is_empty() || n.affixes == Affixes::AL);
    behind && noun && !place(&items[i]) && items[i].affixes.is_empty() && of
}

/// «X and Y, lying to the west of the city», «X, the capital of Y»: does a definite adjective, or a noun with a place in the
/// genitive, at item `i` right behind a place say more of it?
pub(super) fn describes(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    let place = |n: &Item| matches!(n.what, What::Place(_));
    let of = items.get(i + 1).is_some_and(|n| place(n) && n.affixes.is_empty());
    let noun = is_plain(&items[i]) && items[i].prep().is_none();
    noun && place(&items[i - 1])
        && items[i].affixes.is_empty()
        && (of || reading.text.is_definite(items[i].from))
}

/// Does the item tell no act, no day and nobody new?
pub(super) fn is_plain(item: &Item) -> bool {
    let acts = item.verb_trigger().is_some() || item.noun_trigger().is_some() || item.verb_cue().is_some();
    !acts && !item.is_cue(Cue::Then) && matches!(item.what, What::Word | What::Place(_) | What::Known)
}
