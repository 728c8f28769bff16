//! What would have happened: «had X held out, Y would not have fallen»; and what ought to: «X has to leave Y».

use crate::events::acts::draft::Scope;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};

/// «had X held out, then Y would not have fallen»: «lamma» before the verb, and a condition before that.
fn answers_condition(scope: Scope<'_, '_>, item: usize) -> bool {
    const THEN_NOT: &str = "\u{644}\u{645}\u{627}";
    let verb = scope.clause().finite.map_or(item, |f| f.item.min(item));
    let then = |j: usize| scope.reading.text.fold_at(scope.items[j].from) == THEN_NOT;
    let condition = |j: usize| {
        scope.items[..j]
            .iter()
            .any(|i| i.cues().iter().any(|q| q.cue == Cue::Hypothetical && q.verb.is_none()))
    };
    verb.checked_sub(1).is_some_and(|j| then(j) && condition(j))
}

/// Is the act at `item` no more than what would have been, or ought to be?
pub(super) fn is_unreal(scope: Scope<'_, '_>, item: usize) -> bool {
    answers_condition(scope, item) || is_duty(scope, item)
}

/// «it is on X to leave Y»: «on» at the head of the sentence or behind a mark, whoever ought to act, and «that».
fn is_duty(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 10;
    const WORDS: usize = 5;
    let items = scope.items;
    let parts = |i: &Item| matches!(i.what, What::Stop | What::Comma);
    let from = item.saturating_sub(REACH);
    let near = (from..=item).rev().take_while(|&i| !parts(&items[i]));
    let Some(that) = near.filter(|&i| items[i].is_cue(Cue::That)).last() else { return false };
    let who = |i: &Item| matches!(i.what, What::Actor(_) | What::Place(_) | What::Word);
    let first = (that.saturating_sub(WORDS)..that).rev().take_while(|&i| who(&items[i])).last();
    let on = first.and_then(|f| f.checked_sub(1)).filter(|&i| items[i].is_cue(Cue::Prep(Prep::On)));
    on.is_some_and(|on| {
        let head = |i: &Item| parts(i) || i.is_cue(Cue::Contrast) || i.is_cue(Cue::Was);
        on.checked_sub(1).is_none_or(|b| head(&items[b]))
    })
}
