//! What somebody only says of what was told: «raids on sites, which the army said were depots», «admitted its downing».

use crate::events::Modality;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::{Clause, Opener};
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Speech};

/// Does the clause of speech `c` only describe, or admit, what was told before it?
pub(super) fn is_of_what_was_told(scope: Scope<'_, '_>, c: usize, speech: Speech) -> bool {
    describes(scope, c, speech) || admits_it(scope, &scope.clauses[c])
}

/// «raids on sites, (which) the army said were depots»: a verb of saying that nothing joins to the noun before it, and behind
/// «that they» a name for them and no verb.
fn describes(scope: Scope<'_, '_>, c: usize, speech: Speech) -> bool {
    let clause = &scope.clauses[c];
    let Some(verb) = clause.finite.map(|f| f.item) else { return false };
    let items = scope.items;
    let noun = |i: &Item| matches!(i.what, What::Word | What::Place(_) | What::Actor(_) | What::Known);
    let before = (0..verb).rev().find(|&i| !matches!(items[i].what, What::Comma | What::Quote));
    let asyndetic = verb == clause.items.start
        && !items[verb].is_joined()
        && matches!(clause.opener, Opener::Start | Opener::Joined | Opener::Relative)
        && before.is_some_and(|b| noun(&items[b]));
    let named = scope.clauses.get(c + 1).is_some_and(|n| {
        let first = &items[n.items.start];
        n.opener == Opener::That && first.is_cue(Cue::ThatThey) && n.finite.is_none()
    });
    matches!(speech, Speech::Say | Speech::Announce) && asyndetic && named
}

/// «X admitted its downing»: right behind the one who admits, an act with the pronoun of what was told.
fn admits_it(scope: Scope<'_, '_>, clause: &Clause) -> bool {
    let (text, lists) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists);
    let Some(verb) = clause.finite.map(|f| f.item) else { return false };
    let subject = |i: &&Item| matches!(i.what, What::Actor(_) | What::Date(_));
    let mut rest = scope.items[verb + 1..clause.items.end].iter().skip_while(subject);
    let own = rest.next().is_some_and(|i| i.noun_trigger().is_some() && i.has_pronoun);
    own && lists.admits.longest_at(text, scope.items[verb].from).is_some()
}

/// «the ministry admitted the death of ten of its soldiers»: what a side says against itself is no claim of it.
pub(super) fn admit(scope: Scope<'_, '_>, draft: &mut Draft) {
    let speech = draft.stance.content_of.or(scope.clause().speech().map(|_| scope.c));
    let verb = speech.and_then(|c| scope.clauses[c].finite).map(|f| scope.items[f.item].from);
    let admits = &scope.reading.knowledge.triggers.lists.admits;
    let admitted = verb.is_some_and(|at| admits.longest_at(&scope.reading.text, at).is_some());
    if admitted && draft.stance.modality == Modality::Claimed && !draft.stance.is_accusation {
        draft.stance.modality = Modality::Asserted;
        draft.why.push("admitted".into());
    }
}
