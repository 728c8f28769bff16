//! «declared the town of X liberated», «declares X free of Y»: what a side says that a place has become.

use crate::events::EventKind;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Speech};
use crate::knowledge::triggers::Frame;

/// The place that the verb of announcing of the clause has for its object, before what it is said to have become at `item`.
pub(in crate::events) fn is_declared(items: &[Item], clause: &Clause, item: usize) -> Option<usize> {
    let verb = clause.finite.filter(|f| f.item < item && clause.speech() == Some(Speech::Announce))?;
    let between = &items[verb.item + 1..item];
    let at = between.iter().rposition(|i| matches!(i.what, What::Place(_)))? + verb.item + 1;
    let governed = items[at].prep().is_some() || items[at - 1].prep().is_some();
    let acts = between
        .iter()
        .any(|i| i.noun_trigger().is_some() && !matches!(i.what, What::Place(_) | What::Actor(_)));
    (!governed && !acts).then_some(at)
}

/// «X announced the end of the operation in Y», «the halt of the attack on Y»: it is what was said, and no fighting.
fn is_announced_end(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let clause = scope.clause();
    let announced = clause.finite.is_some_and(|f| f.item < item) && clause.speech() == Some(Speech::Announce);
    let (text, ends) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists.ends);
    let ended = item.checked_sub(1).map(|j| scope.items[j].from);
    let ended = ended.is_some_and(|at| ends.longest_at(text, at).is_some());
    announced && ended && draft.frame == Frame::Fight && draft.is_noun && draft.tolls.is_empty()
}

/// «X announced the launch of operation Y»: fighting of nobody else and nowhere, which the verb only announces, is what was
/// said, and no fighting yet; nor is it when its end is announced.
pub(in crate::events) fn is_announced_only(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    if is_announced_end(scope, item, draft) {
        return true;
    }
    let clause = scope.clause();
    let announced = clause.finite.is_some_and(|f| f.item < item) && clause.speech() == Some(Speech::Announce);
    let begun = item.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Begin));
    if !announced || !begun {
        return false;
    }
    let rest = &scope.items[item + 1..clause.items.end];
    let aimed = rest.iter().any(|i| i.is_cue(Cue::There) || matches!(i.what, What::Place(_)));
    let named = scope.items.get(item + 1).is_some_and(|n| n.what == What::Quote);
    let fights = draft.frame == Frame::Fight && draft.is_noun && draft.kind == EventKind::Clash && named;
    let nowhere = draft.places.is_empty() && !draft.points_back && draft.targets.is_empty();
    fights && nowhere && !aimed && draft.tolls.is_empty()
}
