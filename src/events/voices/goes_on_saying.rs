//! What a speaker goes on to do in words, behind what they said or did first.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::Clause;
use crate::knowledge::status::{Cue, Speech};

/// «X announced the fall of Y and vowed to»: what the same speaker goes on to do in words, where the first words told an
/// event and no statement.
pub(super) fn goes_on_to(
    scope: Scope<'_, '_>,
    c: usize,
    speech: Speech,
    (drafts, out): (&[Draft], &[Draft]),
) -> bool {
    let clause = &scope.clauses[c];
    let acts = matches!(speech, Speech::Demand | Speech::Threaten | Speech::Deny);
    let Some(from) = clause.subject_from.filter(|_| acts) else { return false };
    let before = &scope.clauses[from];
    let told = drafts.iter().any(|d| d.clause == from || d.stance.content_of == Some(from));
    // «accused X of Y and called on its followers to»: one act more.
    let stated = out.iter().any(|d| d.clause == from);
    let besides = stated && before.speech().is_some_and(|first| is_another_act(first, speech));
    // «…, but it denied».
    let joined = clause.finite.is_some_and(|f| scope.items[f.item].is_joined())
        || scope.items[clause.items.start].is_cue(Cue::Contrast);
    let anew = besides || told && !stated;
    joined && anew && before.subject_from.is_none() && before.speech().is_some()
}

/// «X bombs Y and calls on them to leave»: a demand or threat that goes on from what its speaker does.
pub(super) fn calls_on_them(scope: Scope<'_, '_>, clause: &Clause, speech: Speech) -> bool {
    let joined = clause.finite.is_some_and(|f| scope.items[f.item].is_joined());
    let but = scope.items[clause.items.start].is_cue(Cue::Contrast);
    joined && matches!(speech, Speech::Demand | Speech::Threaten) || (joined || but) && speech == Speech::Deny
}

/// «threatened to answer, and asked for a session», «said that …, and denied»: is the second act in words of another sort
/// than the first? «welcomed it and hailed it» is one.
fn is_another_act(first: Speech, then: Speech) -> bool {
    match then {
        Speech::Threaten | Speech::Deny => first != then,
        Speech::Demand => !matches!(first, Speech::Demand | Speech::Announce | Speech::Say),
        _ => false,
    }
}
