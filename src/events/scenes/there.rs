//! «there»: an act that points back to a place told before.

use super::whence::is_whence;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::What;
use crate::events::clauses::walk::{Found, is_there};
use crate::knowledge::triggers::Frame;

/// «there», «which they make for from the axis of X»: does the act point back to a place told before?
pub(super) fn point_back(
    scope: Scope<'_, '_>,
    item: usize,
    near: usize,
    found: &mut Vec<Found>,
    draft: &mut Draft,
) {
    let clause = scope.clause();
    if matches!(draft.frame, Frame::Enter | Frame::Take) && (item + 1..near).any(|i| is_there(scope, i)) {
        let before = found.len();
        found.retain(|f| !is_whence(scope.reading, &scope.reading.places[f.place]));
        draft.points_back |= found.len() < before;
    }
    let own = clause.finite.is_some_and(|f| f.item == item);
    draft.points_back |= found.is_empty() && own && (clause.items.start..item).any(|i| is_there(scope, i));
    draft.points_back |= found.is_empty() && stays_there(scope, item, draft.frame);
    draft.points_back |= found.is_empty() && own && serves(scope, item, draft.frame);
    // «the envoy reached X; the minister visited it too».
    let visits = &scope.reading.knowledge.triggers.lists.visits;
    let it = draft.frame == Frame::Meet && found.is_empty();
    draft.points_back |= it && visits.longest_at(&scope.reading.text, scope.items[item].from).is_some();
}

/// «and they stayed there until planes took them away»: does the sentence say «there», and name no other place, before
/// what befalls somebody?
fn stays_there(scope: Scope<'_, '_>, item: usize, frame: Frame) -> bool {
    const THERE: &str = "\u{647}\u{646}\u{627}\u{643}";
    let befalls = matches!(frame, Frame::Flee | Frame::Strike | Frame::Harm | Frame::Fight);
    let mut before =
        scope.items[..item].iter().rev().take_while(|i| !matches!(i.what, What::Place(_) | What::Quote));
    befalls && before.any(|i| scope.reading.text.fold_at(i.from) == THERE)
}

/// «X was shelled. The hospital went out of service»: what serves the town told before, with its article, right behind the
/// verb.
fn serves(scope: Scope<'_, '_>, item: usize, frame: Frame) -> bool {
    let text = &scope.reading.text;
    let services = &scope.reading.knowledge.triggers.lists.services;
    let next = scope.items.get(item + 1).filter(|_| matches!(frame, Frame::Damage | Frame::Close));
    next.is_some_and(|n| text.is_definite(n.from) && services.longest_at(text, n.from).is_some())
}
