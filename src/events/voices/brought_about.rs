//! «Entered X to take its quarters», «X withdrew, for Y to take the town»: behind what was done on the ground, «to» and a
//! verb of ground in the imperfect tell what came of it, and no purpose.

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::Finite;
use crate::events::clauses::item::Item;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::inflect::Tense;

/// Does the verb of purpose tell what came of the act that the clause before it tells as done?
pub(super) fn comes_of_act(scope: Scope<'_, '_>, verb: Finite) -> bool {
    let frame = |f: &Finite| f.trigger.map(|t| scope.reading.frame_of(t));
    let gains = matches!(frame(&verb), Some(Frame::Take | Frame::Enter | Frame::Reach | Frame::Fall));
    let Some(before) = scope.c.checked_sub(1).map(|c| &scope.clauses[c]).filter(|_| gains) else {
        return false;
    };
    let items = &scope.items[before.items.clone()];
    let negated = items.iter().any(|i| i.is_cue(Cue::Negation) || i.is_cue(Cue::Plan));
    // «the defences crumbled, for X to fall»: nobody means to fall.
    let falls = frame(&verb) == Some(Frame::Fall);
    let Some(done) = before.finite.filter(|f| f.verb.tense == Tense::Perfect) else {
        return falls && before.finite.is_none() && !negated;
    };
    if falls {
        return !negated;
    }
    let on_ground = |f: Frame| {
        use Frame::{Enter, Fall, Fight, Flee, Leave, Lose, Move, Reach, Rout, Take};
        // «X fled, for Y to take the town»: others, named behind their verb.
        let others = scope.clause().subject_from.is_none() && !scope.clause().subject.is_empty();
        matches!(f, Enter | Fall | Fight | Leave | Move | Reach | Rout | Take)
            || matches!(f, Flee | Lose) && others
    };
    // «launched an attack».
    let carried = |i: &Item| i.noun_trigger().is_some_and(|t| on_ground(scope.reading.frame_of(t)));
    let light = matches!(done.cue, Some(Cue::Light)) && items.iter().any(carried);
    (light || frame(&done).is_some_and(on_ground)) && !negated
}
