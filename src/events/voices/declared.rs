//! «declared the town of X liberated», «declares X free of Y»: what a side says that a place has become.

use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::Speech;

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
