//! «the capture of X by Y after battles with Z»: whoever takes a place fought for it.

use super::killed_on::is_of_state;
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::acts::settle::are_friends;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// Lays battles of nobody, told behind «after» in the clause of an advance or capture, to those who advance.
pub(in crate::events) fn name_takers_fighting(reading: &Reading<'_>, drafts: &mut [Draft]) {
    const WORDS: usize = 4;
    const NEAR: usize = 2; // «fell out of the control of X after an attack»: its control stands between
    for i in 1..drafts.len() {
        let (told, rest) = drafts.split_at_mut(i);
        let Some(fight) = rest.first_mut() else { continue };
        for fallen in told.iter_mut().rev().take(NEAR) {
            fall_to_fighter(reading, fallen, fight);
        }
        let open =
            fight.frame == Frame::Fight && fight.is_noun && fight.initiators.is_empty() && !fight.is_definite;
        let from = fight.trigger.0;
        let after = |j: usize| reading.says_cue(j, Cue::After);
        if !open || !(from.saturating_sub(WORDS)..from).any(after) {
            continue;
        }
        let takes = |d: &&Draft| {
            let gains = matches!(d.frame, Frame::Take | Frame::Enter | Frame::Reach);
            gains
                && d.sentence == fight.sentence
                && d.stance.modality == fight.stance.modality
                && !d.initiators.is_empty()
        };
        let Some(gain) = told.last().filter(takes) else { continue };
        let armed = |&a: &usize| reading.actors[a].class == ActorClass::Armed;
        let foe = |&a: &usize| {
            fight.others.iter().chain(&fight.targets).any(|&b| a == b || are_friends(reading, a, b))
        };
        if gain.initiators.iter().all(armed) && !gain.initiators.iter().any(foe) {
            fight.initiators.clone_from(&gain.initiators);
            fight.why.push("attacker named before".into());
        }
    }
}

/// «after battles with Y, X took Z»: X fought them, and took it from Y.
pub(in crate::events) fn name_fighters_taking(reading: &Reading<'_>, drafts: &mut [Draft]) {
    const NEAR: usize = 3;
    for i in 1..drafts.len() {
        let (told, rest) = drafts.split_at_mut(i);
        let (Some(fight), Some(gain)) = (told.last_mut(), rest.first_mut()) else { continue };
        let from = fight.trigger.0;
        let after = (from.saturating_sub(NEAR)..from).any(|j| reading.says_cue(j, Cue::After));
        let open = fight.frame == Frame::Fight && fight.is_noun && fight.initiators.is_empty() && after;
        let gains = matches!(gain.frame, Frame::Take | Frame::Enter) && gain.sentence == fight.sentence;
        let armed = |&a: &usize| reading.actors[a].class == ActorClass::Armed;
        let takers = !gain.initiators.is_empty() && gain.initiators.iter().all(armed);
        if !(open && gains && takers) || gain.stance.modality != fight.stance.modality {
            continue;
        }
        let foes: Vec<usize> = fight.others.iter().chain(&fight.targets).copied().filter(armed).collect();
        let own = |&a: &usize| foes.iter().any(|&b| a == b || are_friends(reading, a, b));
        if foes.is_empty() || gain.initiators.iter().any(own) {
            continue;
        }
        fight.initiators.clone_from(&gain.initiators);
        fight.why.push("attacker named behind".into());
        if fight.places.is_empty() && gain.places.len() == 1 {
            fight.places.clone_from(&gain.places);
        }
        if gain.targets.is_empty() {
            gain.targets.extend(foes);
            gain.why.push("lost by the side that its taker fights in the text".into());
        }
    }
}

/// Lays takings by a noun of nobody to those whom a defence told next is against.
pub(in crate::events) fn name_takers_held_off(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for i in 1..drafts.len() {
        let (told, rest) = drafts.split_at_mut(i);
        if let (Some(taken), Some(held)) = (told.last_mut(), rest.first()) {
            take_before_held(reading, taken, held);
        }
    }
}

/// «after the taking of X, Y held out against the attackers»: the attackers took X.
fn take_before_held(reading: &Reading<'_>, taken: &mut Draft, held: &Draft) {
    let open = taken.frame == Frame::Take && taken.is_noun && taken.initiators.is_empty();
    let holds =
        held.kind == EventKind::Defence && held.sentence == taken.sentence && !held.targets.is_empty();
    let armed = |&a: &usize| reading.actors[a].class == ActorClass::Armed;
    if open && holds && held.targets.iter().all(armed) {
        taken.initiators.clone_from(&held.targets);
        taken.why.push("attacker named behind".into());
    }
}

/// «the base fell after battles that X fought with the army»: it fell to X.
fn fall_to_fighter(reading: &Reading<'_>, fallen: &mut Draft, fight: &Draft) {
    let falls =
        fallen.frame == Frame::Fall && fallen.initiators.is_empty() && fallen.sentence == fight.sentence;
    let behind = fight.frame == Frame::Fight && fight.trigger.0 > fallen.trigger.1;
    let armed = |&a: &usize| reading.actors[a].class == ActorClass::Armed;
    let state = is_of_state(reading, fight);
    if falls && behind && !state && !fight.initiators.is_empty() && fight.initiators.iter().all(armed) {
        fallen.initiators.clone_from(&fight.initiators);
        fallen.why.push("taker named before".into());
    }
}
