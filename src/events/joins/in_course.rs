//! «carried out an operation, in the course of which it took X»: the operation is what was taken in it.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::Item;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Drops the operation of which only what was taken in its course is told, and says whose gain that was.
pub(in crate::events) fn join_courses(items: &[Item], clauses: &[Clause], out: &mut Vec<Draft>) {
    for i in (1..out.len()).rev() {
        let (operation, gain) = (&out[i - 1], &out[i]);
        let fights = operation.kind == EventKind::Clash
            && operation.is_noun
            && operation.tolls.is_empty()
            && operation.date.is_none();
        let gains = matches!(gain.frame, Frame::Take | Frame::Enter) && !gain.is_noun;
        let next = gain.clause == operation.clause + 1;
        if !(fights && gains && next && operation.places.is_empty() && is_in_its_course(items, clauses, gain))
        {
            continue;
        }
        let operation = out.remove(i - 1);
        let gain = &mut out[i - 1];
        if gain.initiators.is_empty() {
            gain.initiators = operation.initiators;
            let doers = gain.initiators.clone();
            gain.targets.retain(|a| !doers.contains(a));
        }
    }
}

/// Does «in its course», with the pronoun of what was told before, stand right behind the verb?
fn is_in_its_course(items: &[Item], clauses: &[Clause], gain: &Draft) -> bool {
    let verb = clauses.get(gain.clause).and_then(|c| c.finite).map(|f| f.item);
    let behind = verb.and_then(|v| items.get(v + 1));
    behind.is_some_and(|n| n.has_pronoun && n.is_cue(Cue::Prep(Prep::About)))
}
