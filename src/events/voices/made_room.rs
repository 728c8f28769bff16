//! «X left Y for Z to take it»: one side leaves and another, named behind its verb, follows. «To» tells no purpose then.

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::Finite;
use crate::knowledge::triggers::Frame;
use crate::text::inflect::Tense;

/// Does the verb of a clause, with its own subject behind it, tell who took the place that the clause before says was left?
pub(super) fn follows_who_left(scope: Scope<'_, '_>, verb: Finite) -> bool {
    let clause = scope.clause();
    let frame = |f: Finite| f.trigger.map(|t| scope.trigger(t).frame);
    let gains = matches!(frame(verb), Some(Frame::Take | Frame::Enter));
    let own = clause.subject_from.is_none() && clause.finite.is_some_and(|f| f.item == verb.item);
    let behind =
        clause.subject.iter().all(|&a| scope.reading.actors[a].tokens.start >= scope.items[verb.item].to);
    let before = scope.c.checked_sub(1).map(|p| &scope.clauses[p]);
    let left = before.and_then(|b| b.finite.filter(|f| f.verb.tense == Tense::Perfect).zip(Some(b)));
    left.is_some_and(|(f, b)| {
        let leaves = matches!(frame(f), Some(Frame::Leave | Frame::Lose | Frame::Flee));
        gains && own && behind && leaves && !clause.subject.is_empty() && b.subject != clause.subject
    })
}
