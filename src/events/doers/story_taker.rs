//! Who took a place of which only the taking is told («the cleansing of X was completed»): whoever takes the places
//! told around it.

use super::killed_on::is_of_state;
use super::recall::turn_by_side;
use super::winners::{is_loser, stronghold_of};
use crate::events::acts::draft::{Actors, Draft};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::triggers::Frame;

/// Names the taker of every place that nobody named takes: that of the taking told nearest before it and behind it,
/// if both are of one side.
pub(super) fn name_taker_of_story(reading: &Reading<'_>, drafts: &mut [Draft]) {
    /// So many takings before and behind are asked.
    const REACH: usize = 40;
    let takers: Vec<usize> = (0..drafts.len()).filter(|&i| is_by_somebody(reading, &drafts[i])).collect();
    if takers.is_empty() {
        return;
    }
    for i in 0..drafts.len() {
        if !is_by_nobody(&drafts[i]) {
            continue;
        }
        let here = takers.partition_point(|&t| t < i);
        let fit = |t: &&usize| fits(reading, &drafts[**t], &drafts[i]);
        let before = takers[..here].iter().rev().take(REACH).find(fit);
        let behind = takers[here..].iter().take(REACH).find(fit);
        let Some(&told) = before.or(behind) else { continue };
        let goes_on = |d: &Draft| d.sentence <= drafts[i].sentence && drafts[i].sentence - d.sentence <= 1;
        let main = |b: &&usize| !drafts[**b].is_dependent && (drafts[**b].is_carried || !drafts[**b].is_noun);
        let other = |b: &usize| !are_allied(reading, &drafts[told], &drafts[*b]);
        if !goes_on(&drafts[told]) && behind.filter(main).is_some_and(other) {
            continue;
        }
        let who: Actors = drafts[told].initiators.clone();
        let draft = &mut drafts[i];
        draft.initiators = who;
        draft.why.push("whoever takes the places told around it".into());
        turn_by_side(reading, draft);
    }
}

/// Do two takings add to the ground of one side?
fn are_allied(reading: &Reading<'_>, a: &Draft, b: &Draft) -> bool {
    let side = |d: &Draft| d.initiators.first().and_then(|&x| reading.actors[x].faction);
    let conflict = &reading.knowledge.conflict;
    match (side(a), side(b)) {
        (Some(x), Some(y)) if conflict.faction(x).is_rest || conflict.faction(y).is_rest => {
            let name = |d: &Draft| d.initiators.first().map(|&x| reading.actors[x].name.as_str());
            x == y && name(a) == name(b)
        }
        (Some(x), Some(y)) => conflict.same_side(x, y),
        _ => false,
    }
}

fn takes(draft: &Draft) -> bool {
    let gains = matches!(draft.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance);
    gains && draft.stance.modality <= Modality::Claimed && draft.denied.is_none()
}

fn is_by_somebody(reading: &Reading<'_>, draft: &Draft) -> bool {
    let armed = |a: &usize| reading.actors[*a].class == ActorClass::Armed;
    takes(draft) && draft.initiators.first().is_some_and(armed)
}

fn is_by_nobody(draft: &Draft) -> bool {
    let told = matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Fall | Frame::Reach);
    // «X took A, and Y took B», with Y no known side: B is Y's.
    let listed = draft.why.iter().any(|w| w == "the list goes on without the verb");
    takes(draft) && told && draft.initiators.is_empty() && !draft.acts_on && !listed
}

/// May whoever takes what `told` tells have taken what `draft` tells?
fn fits(reading: &Reading<'_>, told: &Draft, draft: &Draft) -> bool {
    let holder = stronghold_of(reading, draft);
    let holder_is = |a: &usize| {
        let side = reading.actors[*a].faction.map(|f| reading.knowledge.conflict.faction(f));
        side.is_none_or(|s| s.is_government || !s.holds_ground)
    };
    let back = draft.kind != EventKind::Retake || told.initiators.first().is_some_and(holder_is);
    (back && told.stance.is_past == draft.stance.is_past)
        && !(draft.frame == Frame::Fall && is_of_state(reading, told))
        && !is_loser(reading, told, draft, holder)
}
