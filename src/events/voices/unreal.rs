//! What would have happened: «had X held out, Y would not have fallen».

use crate::events::acts::draft::Scope;
use crate::knowledge::status::Cue;

/// «had X held out, then Y would not have fallen»: «lamma» before the verb, and a condition before that.
pub(super) fn answers_condition(scope: Scope<'_, '_>, item: usize) -> bool {
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
