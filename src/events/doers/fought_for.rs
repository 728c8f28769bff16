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
    for i in 1..drafts.len() {
        let (told, rest) = drafts.split_at_mut(i);
        let Some(fight) = rest.first_mut() else { continue };
        if let Some(fallen) = told.last_mut() {
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
