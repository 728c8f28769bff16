//! «fired a missile that fell in X», «shells that landed on Y»: what was fired hit where it came down.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::walk::after;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// The places where what was fired came down: behind a bare verb of falling or going off in the next clause, which tells of
/// no other act.
pub(super) fn where_it_fell(scope: Scope<'_, '_>, draft: &Draft) -> Vec<usize> {
    let placed = !draft.places.is_empty() || draft.points_back;
    if draft.frame != Frame::Strike || draft.has_vague_place || placed {
        return Vec::new();
    }
    let next = Scope { c: scope.c + 1, ..scope };
    let Some(clause) = next.clauses.get(next.c) else { return Vec::new() };
    let falls = |v: &usize| scope.items[*v].is_cue(Cue::GoesOff);
    let Some(verb) = clause.finite.map(|f| f.item).filter(falls) else { return Vec::new() };
    if scope.items[verb].is_joined() || verb > clause.items.start + 1 {
        return Vec::new();
    }
    let found = after(next, verb + 1, clause.items.end, &mut draft.clone());
    // «X fell»: a town falls by itself, what is fired on something or at it.
    let list = found.first().filter(|f| f.prep.is_some()).map(|f| f.list);
    found.iter().filter(|f| Some(f.list) == list).map(|f| f.place).collect()
}
