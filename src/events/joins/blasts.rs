//! «a car bomb went off that hit X»: the blast is told twice, by itself and by what it hit.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;
use crate::text::{AND, TokenKind};

/// Takes a verb of hitting that stands bare behind a blast for part of the blast.
pub(in crate::events) fn join_blasts(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    for i in (1..out.len()).rev() {
        let (blast, verb) = (&out[i - 1], &out[i]);
        if !tells_of_blast(reading, blast, verb) {
            continue;
        }
        let verb = out.remove(i);
        let blast = &mut out[i - 1];
        // What stands behind the verb was hit, and hit nothing.
        let behind = |a: &usize| reading.actors[*a].tokens.start >= verb.trigger.1;
        let named = verb.initiators.iter().copied().filter(behind);
        // «…, and X claimed it»: but X did.
        if verb.is_claimed {
            blast.initiators.extend(named);
            blast.stance.content_of = blast.stance.content_of.or(verb.stance.content_of);
        } else {
            blast.targets.extend(named);
        }
        blast.targets.extend(verb.targets);
        let fronted = blast.places.iter().all(|&p| reading.places[p].tokens.end <= blast.trigger.0);
        if fronted && !verb.places.is_empty() {
            blast.places = verb.places;
        }
        blast.date = blast.date.or(verb.date);
        // The dead of «an explosion in X that hit Y» may stand before it.
        if !blast.is_noun {
            blast.clause = verb.clause;
        }
        blast.is_carried = true;
        blast.is_weak = false;
        blast.quote.1 = blast.quote.1.max(verb.quote.1);
    }
}

/// Does the verb, written without «and» or a mark before it, stand close behind the blast that hit?
fn tells_of_blast(reading: &Reading<'_>, blast: &Draft, verb: &Draft) -> bool {
    const REACH: usize = 6;
    let strikes = |d: &Draft| d.frame == Frame::Strike;
    let (from, to) = (blast.trigger.1, verb.trigger.0);
    if blast.kind != EventKind::Attack || !strikes(blast) || !strikes(verb) || verb.is_noun || from > to {
        return false;
    }
    let close = to - from <= REACH && !reading.text.fold_at(to).starts_with(AND);
    close && reading.text.tokens[from..to].iter().all(|t| t.kind == TokenKind::Word)
}

/// «blasts shook X because of raids on Y»: does a word for a cause lead from the blast to the fire behind it?
pub(super) fn blast_is_caused(reading: &Reading<'_>, blast: &Draft, fire: &Draft) -> bool {
    const NEAR: usize = 2;
    let told = matches!(fire.kind, EventKind::Shelling | EventKind::AirStrike) && fire.frame == Frame::Strike;
    let bursts = blast.kind == EventKind::Attack && blast.frame == Frame::Strike && blast.is_noun;
    let words = &reading.knowledge.triggers.lists.causes;
    let before = fire.trigger.0.saturating_sub(NEAR).max(blast.trigger.1)..fire.trigger.0;
    let caused = before.into_iter().any(|i| words.longest_at(&reading.text, i).is_some());
    told && bursts && fire.is_noun && !fire.places.is_empty() && caused
}
