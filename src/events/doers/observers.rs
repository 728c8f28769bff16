//! «X said that it had seen no advance. Seven were killed in an attack that two men carried out»: whoever watches a war for
//! the states takes no part in it because it was named last.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::triggers::Frame;

/// Takes bodies that belong to no side from the acts of war of sentence `s` that do not name them.
pub(in crate::events) fn leave_to_others(reading: &Reading<'_>, s: usize, drafts: &mut [Draft]) {
    let start = reading.sentences[s].tokens.start;
    // «X spoke of executions in Y»: nor did X, where only a noun tells of the act.
    let observes = |a: usize, is_noun: bool| {
        let hit = &reading.actors[a];
        let code = hit.faction.map(|f| reading.knowledge.conflict.faction(f).code.as_str());
        let neutral = code.is_some_and(|c| reading.knowledge.status.neutral.iter().any(|n| n == c));
        let spoken_of = is_noun && hit.class != ActorClass::Armed;
        neutral && hit.class != ActorClass::Civilians && (hit.tokens.start < start || spoken_of)
    };
    for draft in drafts.iter_mut() {
        let fights =
            matches!(draft.frame, Frame::Fight | Frame::Strike | Frame::Harm | Frame::Take | Frame::Enter);
        if fights {
            let is_noun = draft.is_noun;
            draft.initiators.retain(|a| !observes(*a, is_noun));
        }
    }
}
