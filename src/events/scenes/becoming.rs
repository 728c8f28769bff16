//! «X has, after heavy fighting, come under the control of Y»: what has become so stands right behind the verb, whatever act
//! stands between it and what it has become.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// «most of X has come under the control of Y», «95 per cent of X»: a part of the place told before what took it.
pub(in crate::events) fn become_in_part(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let takes = matches!(draft.frame, Frame::Take | Frame::Fall | Frame::Lose);
    let Some(&place) = draft.places.first().filter(|_| takes) else { return };
    let mut before = scope.items[..item].windows(2);
    draft.is_partial |= before.any(|pair| pair[1].what == What::Place(place) && pair[0].is_cue(Cue::Partial));
}

/// The places right behind the verb of becoming, before the noun at `item` that tells what they have become.
pub(super) fn what_became(scope: Scope<'_, '_>, item: usize) -> Vec<usize> {
    const WORDS: usize = 2;
    let form = scope.items[item].noun_trigger();
    let verb = (scope.clause().items.start..item).rev().find(|&i| scope.items[i].is_cue(Cue::Became));
    let (Some(verb), true) = (verb, form.is_some_and(|t| scope.trigger(t).needs_became)) else {
        return Vec::new();
    };
    let behind = &scope.items[verb + 1..item];
    let place = |i: &Item| match i.what {
        What::Place(p) if i.prep().is_none() => Some(p),
        _ => None,
    };
    let construct = |i: &&Item| i.what == What::Word || i.is_cue(Cue::VaguePlace) || i.is_cue(Cue::Partial);
    let words = behind.iter().take(WORDS).take_while(construct).count();
    // «the road between X and Y has come to be cut»: it is told at its first end.
    let road = behind.get(words).filter(|i| i.is_cue(Cue::Prep(Prep::Between)) && !i.has_pronoun);
    if let Some(What::Place(p)) = road.and(behind.get(words + 1)).map(|i| &i.what) {
        return vec![*p];
    }
    if !behind.iter().any(|i| i.noun_trigger().is_some()) {
        return Vec::new();
    }
    let mut out: Vec<usize> = behind.iter().skip(words).take(1).filter_map(place).collect();
    if !out.is_empty() {
        out.extend(behind.iter().skip(words + 1).take_while(|i| i.is_joined()).map_while(place));
    }
    out
}
