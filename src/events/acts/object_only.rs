//! What a protest is against, which is known already, and what a side says that it holds.

use super::aside::ends_in_pronoun;
use super::spot::Noun;
use crate::events::clauses::clause::{Clause, Finite, Opener};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «demonstrated against the shelling»: what is protested against is known already.
pub(super) fn is_protested(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, .. } = noun;
    let Some(finite) = clause.finite.filter(|f| f.item < i) else { return false };
    let rallies = finite.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Rally);
    rallies && items[finite.item..i].iter().any(|n| n.is_cue(Cue::Answer))
}

/// «X said that its forces hold Y»: in the words of a side, of its own, the state is a claim.
pub(super) fn claims_to_hold(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    finite: &Finite,
) -> bool {
    if clause.opener != Opener::That {
        return false;
    }
    let ahead = &items[clause.items.start..finite.item];
    let own = ahead.iter().any(|n| match n.what {
        What::Actor(_) => ends_in_pronoun(reading, n.to - 1),
        _ => n.is_cue(Cue::ThatThey),
    });
    // «that it still holds Y» tells nothing new.
    let still =
        ahead.iter().any(|n| !n.cues().is_empty() && !n.is_cue(Cue::That) && !n.is_cue(Cue::ThatThey));
    let before = &items[..clause.items.start];
    let says = |n: &Item| n.verb_cue().is_some_and(|(cue, _)| matches!(cue, Cue::Speech(_)));
    let Some(verb) = before.iter().rposition(says).filter(|_| own && !still) else { return false };
    before[verb..].iter().any(|n| match n.what {
        What::Actor(a) => {
            let hit = &reading.actors[a];
            let side = matches!(hit.class, ActorClass::Armed | ActorClass::State | ActorClass::Person);
            side && !hit.is_of_no_side && n.proclitic().is_none()
        }
        _ => false,
    })
}

/// «its recapture yesterday», «its full liberation»: can the item behind a noun with its pronoun be no object of it?
pub(super) fn ends_object(reading: &Reading<'_>, next: &Item) -> bool {
    let mark = matches!(next.what, What::Comma | What::Stop | What::Quote | What::Date(_));
    // «completely»: a word that begins with a preposition.
    let within = || reading.text.readings_at(next.from).iter().any(|r| r.affixes.has(Affixes::BI));
    next.prep().is_some() || mark || next.what == What::Word && within()
}
