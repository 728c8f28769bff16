//! «the planes stopped bombing X», «the army went back on storming Y»: what is left off is not done.

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::Finite;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// «from», behind a verb of ceasing.
const FROM: &str = "\u{639}\u{646}";

/// Is the act at `item` left off, or is it a verb of going back that has no act to go back from but one not done?
pub(super) fn is_ceased(scope: Scope<'_, '_>, item: usize, own: Option<Finite>) -> bool {
    let deal =
        |i: usize| scope.items[i].noun_trigger().is_some_and(|t| scope.reading.frame_of(t) == Frame::Deal);
    match own {
        Some(verb) => verb.item == item && goes_back_on(scope, item),
        // «left the agreement»: what ends a deal is told of it.
        None => !deal(item) && leaves_off(scope, item),
    }
}

/// «stopped bombing X», «the army stopped its shelling of X»: does a verb of ceasing govern the noun at `item`, with no more
/// than who stops and when between them?
fn leaves_off(scope: Scope<'_, '_>, item: usize) -> bool {
    let items = scope.items;
    let mut before = scope.clause().items.start..item;
    let Some(verb) = before.rfind(|&v| items[v].is_cue(Cue::LeavesOff)) else { return false };
    let negated = verb.checked_sub(1).is_some_and(|i| items[i].is_cue(Cue::Negation));
    let who = |i: usize| matches!(items[i].what, What::Actor(_) | What::Date(_));
    let from = item > verb + 1 && is_from(scope, item - 1);
    !negated && items[item].proclitic().is_none() && (verb + 1..item - usize::from(from)).all(who)
}

/// «the army went back on storming X»: does the noun of an act stand behind the verb at `item`, right behind «from»?
fn goes_back_on(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 4;
    let items = scope.items;
    let end = scope.clause().items.end.min(item + 1 + REACH);
    let goes_on = |i: &usize| !matches!(items[*i].what, What::Comma | What::Place(_));
    let from = (item + 1..end).take_while(goes_on).find(|&i| is_from(scope, i));
    let noun = from.and_then(|i| items.get(i + 1)).and_then(Item::noun_trigger);
    let frame = noun.map(|t| scope.reading.frame_of(t));
    let act = frame.is_some_and(|f| f != Frame::Deal);
    items[item].is_cue(Cue::LeavesOff) && act
}

fn is_from(scope: Scope<'_, '_>, i: usize) -> bool {
    scope.reading.text.fold_at(scope.items[i].from) == FROM
}
