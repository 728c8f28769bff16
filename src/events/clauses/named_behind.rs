//! «After it had taken X, the army entered Y»: a sentence that opens with what went before names whoever did both behind.

use super::clause::{Clause, Opener};
use super::gender::agrees;
use super::item::Item;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::Cue;

/// Gives the clause of time that opens the sentence, when it names nobody, the subject of the main clause behind it.
pub(super) fn take_from_behind(reading: &Reading<'_>, items: &[Item], clauses: &mut [Clause]) {
    let Some((at, first)) = clauses.iter().enumerate().find(|(_, c)| c.finite.is_some()) else { return };
    let opens = items.get(first.items.start).is_some_and(|i| i.is_cue(Cue::AfterThat) || i.is_cue(Cue::When));
    let bare = first.opener == Opener::Subordinate && first.subject.is_empty();
    let Some(verb) = first.finite.filter(|f| bare && opens && f.trigger.is_some()) else { return };
    let Some(main) = clauses[at + 1..].iter().find(|c| c.finite.is_some()) else { return };
    let told = |a: &usize| matches!(reading.actors[*a].class, ActorClass::Armed | ActorClass::State);
    let own = main.subject_from.is_none() && !main.subject.is_empty() && main.subject.iter().all(told);
    if own && main.opener != Opener::Relative && agrees(reading, &verb, &main.subject) {
        let subject = main.subject.clone();
        clauses[at].subject = subject;
    }
}
