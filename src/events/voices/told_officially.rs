//! «the spokesman of X explained that», «the ministry stated that»: whoever holds an office speaks for a side also where the
//! verb is one of passing on news.

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::Opener;
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::Cue;

/// Does a person or a state, named in clause `c`, say what the next clause holds, and no mere source?
pub(super) fn is_told_officially(scope: Scope<'_, '_>, c: usize) -> bool {
    let clause = &scope.clauses[c];
    let says = scope.clauses.get(c + 1).is_some_and(|n| n.opener == Opener::That);
    let official = |&a: &usize| {
        let hit = &scope.reading.actors[a];
        matches!(hit.class, ActorClass::Person | ActorClass::State) && !hit.is_land && !hit.is_anonymous
    };
    // «as the minister stated» only names who says it.
    let as_told = clause.finite.and_then(|f| f.item.checked_sub(1));
    let as_told = as_told.is_some_and(|j| scope.items[j].is_cue(Cue::According));
    says && !as_told && clause.subject_from.is_none() && clause.subject.iter().any(official)
}
