//! «the forces stationed in X bombed Y»: where those stand who fire is not what they hit.

use super::told_before::free_places_before;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::knowledge::triggers::Frame;

/// How many items at most stand between the word for standing somewhere and the place («at the edge of the town of X»).
const REACH: usize = 4;

/// «the forces stationed in X bombed Y», «Y was shelled by the forces stationed in X»: does the place at item `i` only tell
/// where those stand who do the shelling or attacking?
pub(in crate::events) fn is_of_stationed(scope: Scope<'_, '_>, i: usize, draft: &Draft) -> bool {
    if !matches!(draft.frame, Frame::Strike | Frame::Fight) {
        return false;
    }
    // «stationed in X and Y».
    let list = |j: &usize| matches!(scope.items[*j].what, What::Place(_)) && scope.items[i].is_joined();
    if let Some(first) = i.checked_sub(1).filter(list) {
        return is_of_stationed(scope, first, draft);
    }
    let (text, stationed) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists.stationed);
    let governs = |n: &Item| n.what == What::Word || n.what == What::Known && !n.may_be_verb();
    let mut before = (i.saturating_sub(REACH)..i).rev().take_while(|&j| governs(&scope.items[j]));
    let at = before.find(|&j| stationed.longest_at(text, scope.items[j].from).is_some());
    let adjective = |j: &usize| scope.items[*j].what == What::Word && text.is_definite(scope.items[*j].from);
    let who = at.and_then(|at| (at.saturating_sub(2)..at).rev().find(|j| !adjective(j)));
    match who.map(|j| &scope.items[j].what) {
        Some(What::Actor(a)) => draft.initiators.contains(a),
        _ => false,
    }
}

/// Is another place than the one that only tells where those stand who act told before the act, or behind it at item `i`?
pub(in crate::events) fn hits_elsewhere(scope: Scope<'_, '_>, i: usize, draft: &Draft) -> bool {
    let act = scope.items.iter().position(|n| n.from == draft.trigger.0);
    let before = act.is_some_and(|act| !free_places_before(scope, act).is_empty());
    let behind = (i + 1..scope.clause().items.end).any(|j| match scope.items[j].what {
        What::Place(p) => !scope.reading.places[p].is_qualifier && !is_of_stationed(scope, j, draft),
        _ => false,
    });
    before || behind
}
