//! Who makes room for whom: those who leave a place and those who take it.

use super::story_taker::name_taker_of_story;
use super::winners::name_only_taker;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::triggers::Frame;
use crate::knowledge::{FactionId, PlaceKind};

/// Who leaves makes room for whoever takes places in the same sentence.
pub(in crate::events) fn name_followers(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let gain = drafts
        .iter()
        .find(|d| matches!(d.kind, EventKind::Capture | EventKind::Advance) && !d.initiators.is_empty());
    let Some((gained, winners)) = gain.map(|d| (d.places.clone(), d.initiators.clone())) else { return };
    let faction = |a: &usize| reading.actors[*a].faction;
    let ours = winners.first().and_then(faction);
    // «left X, and Y took Z»: nobody follows in X.
    let elsewhere =
        |d: &Draft| !d.places.iter().any(|&p| gained.iter().any(|&q| may_be_within(reading, p, q)));
    for draft in drafts.iter_mut().filter(|d| d.kind == EventKind::Withdrawal && d.others.is_empty()) {
        let leaver = draft.initiators.first().and_then(faction);
        let allied = leaver.zip(ours).is_some_and(|(a, b)| reading.knowledge.conflict.same_side(a, b));
        let parted = !gained.is_empty() && !draft.places.is_empty() && elsewhere(draft);
        if leaver != ours && !allied && !parted {
            draft.others.clone_from(&winners);
        }
    }
}

/// Whoever took the place that a side left made it leave.
pub(in crate::events) fn name_takers(reading: &Reading<'_>, drafts: &mut [Draft]) {
    name_only_taker(reading, drafts);
    name_taker_of_story(reading, drafts);
    let place_of = |d: &Draft| d.places.first().and_then(|&p| reading.places[p].place);
    let takers: Vec<_> = drafts
        .iter()
        .filter(|d| {
            let takes = matches!(d.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance);
            takes && !d.initiators.is_empty() && d.stance.modality <= Modality::Claimed
        })
        .filter_map(|d| Some((place_of(d)?, d.initiators.clone())))
        .collect();
    let faction = |a: &usize| reading.actors[*a].faction;
    for draft in drafts.iter_mut().filter(|d| d.kind == EventKind::Withdrawal && d.others.is_empty()) {
        let ours = draft.initiators.first().and_then(faction);
        let is_rival = |taker: Option<FactionId>| match (taker, ours) {
            (Some(taker), Some(ours)) => !reading.knowledge.conflict.same_side(taker, ours),
            _ => taker != ours,
        };
        let taker = takers
            .iter()
            .find(|(place, who)| Some(*place) == place_of(draft) && is_rival(who.first().and_then(faction)));
        if let Some((_, who)) = taker {
            draft.others.clone_from(who);
            draft.why.push("followed by whoever took the place".into());
        }
    }
}

/// «took X after the withdrawal of Y from it», «after the expulsion of Y»: Y lost X.
pub(in crate::events) fn name_losers(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let faction = |a: &usize| reading.actors[*a].faction;
    for i in 0..drafts.len() {
        let gain = &drafts[i];
        let gains = matches!(gain.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance);
        let Some(ours) =
            gain.initiators.first().and_then(faction).filter(|_| gains && gain.targets.is_empty())
        else {
            continue;
        };
        let rival = |a: &usize| {
            faction(a).is_some_and(|f| {
                reading.knowledge.conflict.faction(f).holds_ground
                    && !reading.knowledge.conflict.same_side(f, ours)
            })
        };
        let leaves = |d: &&Draft| {
            let same = d.places.iter().any(|&p| gain.places.iter().any(|&q| may_be_within(reading, p, q)));
            let gone = d.kind == EventKind::Withdrawal && same;
            let expelled = d.frame == Frame::Take && d.is_noun && d.initiators == gain.initiators;
            (gone || expelled && (same || d.places.is_empty())) && d.stance.modality <= Modality::Claimed
        };
        let lost = |d: &Draft| {
            let who = if d.kind == EventKind::Withdrawal { &d.initiators } else { &d.targets };
            who.first().copied().filter(rival)
        };
        let others = drafts.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, d)| d);
        if let Some(loser) = others.filter(leaves).find_map(lost) {
            drafts[i].targets.push(loser);
            drafts[i].why.push("held by whoever left it".into());
        }
    }
}

/// «X lost Y after an attack that Z launched»: Z took Y.
pub(in crate::events) fn name_winners(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        let lost = &drafts[i];
        let open = matches!(lost.frame, Frame::Lose | Frame::Fall)
            && lost.kind == EventKind::Capture
            && lost.initiators.is_empty();
        // «X left the control of Y after an attack».
        let others = lost.others.first().filter(|_| lost.frame == Frame::Fall);
        let Some(loser) = lost.targets.first().or(others).copied().filter(|_| open) else { continue };
        let rival =
            |a: &&usize| are_apart(reading, **a, loser) && reading.actors[**a].class == ActorClass::Armed;
        let behind = |d: &&Draft| {
            let attacks = matches!(d.frame, Frame::Fight | Frame::Enter) && d.is_noun;
            let there = d.places.is_empty() || d.places == lost.places;
            attacks && there && d.trigger.0 > lost.trigger.1 && d.stance.modality <= Modality::Claimed
        };
        let winner = drafts
            .iter()
            .find(behind)
            .and_then(|d| d.initiators.iter().chain(&d.others).chain(&d.targets).find(rival).copied());
        if let Some(winner) = winner {
            drafts[i].initiators.push(winner);
            drafts[i].why.push("followed by whoever took the place".into());
        }
    }
}

/// Are they of two sides? Of those whose sides nobody counts, two names are two.
pub(super) fn are_apart(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    let (a, b) = (&reading.actors[a], &reading.actors[b]);
    let conflict = &reading.knowledge.conflict;
    a.faction.zip(b.faction).is_some_and(|(x, y)| {
        let unknown = x == y && conflict.faction(x).is_rest;
        if unknown { a.name != b.name } else { !conflict.same_side(x, y) }
    })
}

/// Are the two mentions of one place, or may one lie in the other?
fn may_be_within(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    let (a, b) = (&reading.places[a], &reading.places[b]);
    let wide =
        |kind: PlaceKind| matches!(kind, PlaceKind::Governorate | PlaceKind::Region | PlaceKind::Country);
    match (a.place, b.place) {
        (Some(p), Some(q)) => p == q || wide(a.kind) || wide(b.kind),
        _ => a.name == b.name || wide(a.kind) || wide(b.kind),
    }
}
