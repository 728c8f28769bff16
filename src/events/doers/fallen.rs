//! «the gunmen took X, and the commander of Y was killed»: many kill with a verb of many, so that somebody else fell.

use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::subject::is_accusative;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;

/// Does the verb of clause `c`, of one man and joined with «and», tell of somebody no list knows, behind a clause whose
/// subject is a plural of persons?
pub(in crate::events) fn kills_somebody(
    reading: &Reading<'_>,
    items: &[Item],
    clauses: &[Clause],
    c: usize,
) -> bool {
    let clause = &clauses[c];
    let harms = clause.finite.filter(|f| f.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Harm));
    let Some(verb) = harms.filter(|f| items[f.item].is_joined() && !items[f.item].has_pronoun) else {
        return false;
    };
    if verb.verb.is_plural || verb.verb.is_feminine {
        return false;
    }
    let next = items.get(verb.item + 1).filter(|n| n.what == What::Word);
    let named =
        next.is_some_and(|n| !is_accusative(reading, n) && n.affixes == crate::text::Affixes::default());
    let before = clauses[..c].iter().rev().find(|b| !b.subject.is_empty());
    named
        && before.is_some_and(|b| {
            b.subject.iter().all(|&a| {
                let tokens = &reading.actors[a].tokens;
                tokens.clone().take(2).any(|t| reading.is_nominative_plural(t))
            })
        })
}
