//! «X: we shelled Y»: what a side tells of itself in the first person.

use super::stance::{Attribution, is_party};
use super::told_already::admit;
use crate::events::Modality;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::{Clause, Finite, Opener};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::text::inflect::Tense;

/// Who speaks in clause `c`, whose verb is of the first person plural, and in which clause he is named: the side before
/// the colon, whoever said it, or whoever spoke so in the clause before.
pub(in crate::events) fn first_person(
    reading: &Reading<'_>,
    items: &[Item],
    clauses: &[Clause],
    c: usize,
) -> Option<(Vec<usize>, usize)> {
    let verb = |c: &Clause| c.finite.filter(|f| f.verb.is_first_person && f.verb.is_plural);
    verb(&clauses[c])?;
    let p = c.checked_sub(1)?;
    let before = &clauses[p];
    let said = || !before.subject.is_empty() && (before.speech().is_some() || verb(before).is_some());
    let speakers: Vec<usize> = match items[before.items.end - 1].what {
        What::Actor(a) if before.finite.is_none() => vec![a],
        _ if said() => before.subject.clone(),
        _ => return None,
    };
    let colon = items[clauses[c].items.start].what == What::Stop;
    let goes_on = clauses[c].opener == Opener::Joined && verb(before).is_some();
    ((colon || goes_on) && speakers.iter().all(|&a| is_side(reading, a))).then_some((speakers, p))
}

/// What a side tells of itself is its claim, unless it tells it against itself.
pub(in crate::events) fn claim(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    admit(scope, draft);
    let clause = scope.clause();
    let own = clause.finite.is_some_and(|f| f.item == item && f.verb.is_first_person);
    if !own || draft.stance.attribution.is_some() || draft.stance.modality != Modality::Asserted {
        return;
    }
    let tokens = |a: &usize| scope.reading.actors[*a].tokens.clone();
    let (Some(first), Some(last)) = (clause.subject.first().map(tokens), clause.subject.last().map(tokens))
    else {
        return;
    };
    let is_party = clause.subject.iter().any(|&a| is_party(scope.reading, a));
    draft.stance.attribution =
        Some(Attribution { from: first.start, to: last.end, actors: clause.subject.clone(), is_party });
    if is_party {
        draft.stance.modality = Modality::Claimed;
    }
}

/// Does a side tell in the first person what it has done? What it will do is a threat.
pub(in crate::events) fn tells_of_itself(reading: &Reading<'_>, clause: &Clause, finite: &Finite) -> bool {
    finite.verb.tense == Tense::Perfect
        && clause.subject_from.is_some()
        && !clause.subject.is_empty()
        && clause.subject.iter().all(|&a| is_side(reading, a))
}

fn is_side(reading: &Reading<'_>, actor: usize) -> bool {
    match reading.actors[actor].class {
        ActorClass::Armed | ActorClass::State => true,
        ActorClass::Civilians => false,
        // «the spokesman of X said: we took Y».
        ActorClass::Person | ActorClass::Source => is_party(reading, actor),
    }
}
