//! «a statement of X threatened to»: whose words they are that demand, threaten or accuse.

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Speech};

/// Who issued the statement that is the subject of the verb, right behind it.
pub(super) fn issuer_of_act(scope: Scope<'_, '_>, clause: &Clause, speech: Speech) -> Option<usize> {
    const REACH: usize = 4;
    let acts = matches!(speech, Speech::Demand | Speech::Threaten | Speech::Accuse | Speech::Deny);
    let verb = clause.finite.filter(|_| acts && clause.subject_from.is_none())?.item;
    let rest = scope.items.get(verb + 1..clause.items.end)?;
    let noun = rest.first().filter(|n| n.is_cue(Cue::SpeechNoun) && n.prep().is_none())?;
    let plain = |i: &&Item| matches!(i.what, What::Word | What::Known | What::Actor(_));
    let words = rest[1..].iter().take(REACH).take_while(plain);
    (noun.to > noun.from).then_some(())?;
    words.into_iter().find_map(Item::actor)
}
