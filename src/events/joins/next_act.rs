//! Places that a draft finds behind another act, and that are not where it happened.

use crate::events::acts::draft::Scope;
use crate::events::clauses::item::Item;
use crate::events::scenes::scene_of::is_counted_from;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «fighting grew fiercer after the announcement that X had taken A and B», «shelling of a hospital, and a truce in A»,
/// «arrival of X, and dead in clashes in A»: those places are of what is told at item `next`.
pub(in crate::events) fn is_after_a_gain(scope: Scope<'_, '_>, item: usize, next: usize) -> bool {
    let Some(frame) = scope.items[next].noun_trigger().map(|t| scope.trigger(t).frame) else { return false };
    let deals = frame == Frame::Deal && scope.items[next].affixes == Affixes::WA;
    let own = scope.items[item].noun_trigger().map(|t| scope.trigger(t).frame);
    let fights = matches!(frame, Frame::Fight | Frame::Strike);
    let comes = matches!(own, Some(Frame::Reach | Frame::Meet)) && fights;
    // «after», «two days after».
    let after = || {
        let counted = |i: &Item| i.is_cue(Cue::After) || is_counted_from(scope.reading, i);
        scope.items[item + 1..next].iter().any(counted)
    };
    deals || comes || frame == Frame::Take && after()
}
