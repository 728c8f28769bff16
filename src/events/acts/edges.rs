//! The edge of a place: who reaches it advances, and who takes up positions outside has left.

use super::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «reached the outskirts of X»: does a force, and no convoy, come to the edge of the place?
pub(super) fn reaches_edge(reading: &Reading<'_>, draft: &Draft) -> bool {
    let edges = &reading.knowledge.triggers.lists.edges;
    let Some(&place) = draft.places.first() else { return false };
    let at = reading.places[place].tokens.start;
    let edge = |t: usize| edges.longest_at(&reading.text, t).is_some();
    // «reached the outskirts of X, to reinforce the army there»: among friends.
    let behind = reading.text.tokens.get(reading.places[place].tokens.end);
    let helps = behind.is_some_and(|t| reading.text.readings(t).iter().any(|r| r.affixes.has(Affixes::LI)));
    // «reinforcements of X reached the outskirts of Y»: they are sent there.
    let sent = reading.knowledge.triggers.of_frame_at(&reading.text, draft.trigger.1, Frame::Send).is_some();
    !helps
        && !sent
        && (edge(at) || at.checked_sub(1).is_some_and(edge))
        && !draft.initiators.iter().any(|&a| reading.is_column(a))
}

/// «the redeployment of its forces outside X»: do they take up positions outside the place?
pub(super) fn leaves_for_outside(reading: &Reading<'_>, draft: &Draft) -> bool {
    const OUTSIDE: &str = "\u{62E}\u{627}\u{631}\u{62C}";
    let regroups = &reading.knowledge.triggers.lists.regroups;
    let Some(&place) = draft.places.first() else { return false };
    let at = reading.places[place].tokens.start;
    let outside = reading.text.fold_at(at) == OUTSIDE
        || at.checked_sub(1).is_some_and(|j| reading.text.fold_at(j) == OUTSIDE);
    outside && (draft.trigger.0..at).any(|t| regroups.longest_at(&reading.text, t).is_some())
}
