//! «X said that it had seen no advance. Seven were killed in an attack that two men carried out»: whoever watches a war for
//! the states takes no part in it because it was named last.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::triggers::Frame;

/// Takes bodies that belong to no side from the acts of war of sentence `s` that do not name them.
pub(in crate::events) fn leave_to_others(reading: &Reading<'_>, s: usize, drafts: &mut [Draft]) {
    let start = reading.sentences[s].tokens.start;
    let observes = |a: usize| {
        let hit = &reading.actors[a];
        let code = hit.faction.map(|f| reading.knowledge.conflict.faction(f).code.as_str());
        let neutral = code.is_some_and(|c| reading.knowledge.status.neutral.iter().any(|n| n == c));
        neutral && hit.class != ActorClass::Civilians && hit.tokens.start < start
    };
    for draft in drafts.iter_mut() {
        let fights =
            matches!(draft.frame, Frame::Fight | Frame::Strike | Frame::Harm | Frame::Take | Frame::Enter);
        if fights {
            draft.initiators.retain(|a| !observes(*a));
        }
    }
}
