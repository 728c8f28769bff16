//! «entered X, the last stronghold of Y, after its capture of Z»: what stands between commas and says what a place is.

use crate::events::acts::draft::Scope;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::ActorClass;

/// Does the actor `a` before item `until` only say what the place before it is, between two commas and without a verb,
/// where somebody else is told as the subject? No pronoun behind means it then.
pub(in crate::events) fn is_of_apposition(scope: Scope<'_, '_>, a: usize, until: usize) -> bool {
    let items = scope.items;
    let start = scope.clause().items.start;
    let Some(at) = (start..until).find(|&i| items[i].what == What::Actor(a)) else { return false };
    let comma = |i: &usize| items[*i].what == What::Comma;
    let (Some(opens), Some(ends)) = ((start..at).rev().find(comma), (at..until).find(comma)) else {
        return false;
    };
    let verb = |i: &Item| i.verb_trigger().is_some() && i.noun_trigger().is_none() || i.verb_cue().is_some();
    let place = opens.checked_sub(1).is_some_and(|i| matches!(items[i].what, What::Place(_)));
    let armed = |s: &&usize| scope.reading.actors[**s].class != ActorClass::Civilians;
    let other = scope.clause().subject.iter().filter(armed).any(|&s| s != a);
    place && other && !items[opens..ends].iter().any(verb) && !items[opens + 1].is_joined()
}
