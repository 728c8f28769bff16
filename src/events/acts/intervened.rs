//! «the air force intervened», written like «she enters»: a verb in the feminine does not fit a masculine subject.

use super::draft::Scope;
use crate::events::clauses::gender::agrees;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::triggers::Frame;

/// Does the verb of entering at `item`, in the feminine, stand right before a masculine force?
pub(in crate::events) fn intervenes(scope: Scope<'_, '_>, item: usize) -> bool {
    let clause = scope.clause();
    let Some(verb) = clause.finite.filter(|f| f.item == item && f.verb.is_feminine) else { return false };
    let enters = verb
        .trigger
        .is_some_and(|t| matches!(scope.trigger(t).frame, Frame::Enter | Frame::Move | Frame::Reach));
    let placed = scope.items[item..clause.items.end].iter().any(|i| matches!(i.what, What::Place(_)));
    let next = scope.items.get(item + 1).and_then(Item::actor);
    enters
        && !placed
        && next.is_some_and(|a| clause.subject.first() == Some(&a) && !agrees(scope.reading, &verb, &[a]))
}
