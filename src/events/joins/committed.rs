//! «bombed a market, committing a massacre that cost forty lives»: the bombing and the massacre are one act.

use crate::events::acts::draft::Draft;
use crate::events::clauses::item::{Item, What};

/// Stands the noun of massacre at item `at`, without a place or doer of its own, in the clause of what stands before it, with
/// no mark or «and» between?
pub(super) fn is_committed(items: &[Item], at: usize, massacre: &Draft) -> bool {
    const REACH: usize = 4;
    let opens = |i: &Item| matches!(i.what, What::Stop | What::Quote);
    let near = &items[at.saturating_sub(REACH)..at];
    let alone = massacre.places.is_empty() && massacre.initiators.is_empty() && !massacre.is_definite;
    alone && !items[at].is_joined() && !near.iter().any(opens)
}
