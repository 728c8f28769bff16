//! «the fighting ended with an agreement», «the truce broke down», «a truce that began at noon»: a deal told without a
//! place is about the ground on which the story has just fought, or was made where its makers have just met.

use super::home_place::is_old;
use super::speech_place::is_abroad;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::PlaceKind;
use crate::knowledge::triggers::Frame;

/// How many acts back the fighting may have been told.
const ACTS: usize = 6;
/// How many sentences back, within a paragraph.
const SENTENCES: usize = 3;

/// Gives a deal that names no place the ground of the fighting told before it.
pub(in crate::events) fn lie_where_fought(
    reading: &Reading<'_>,
    draft: &mut Draft,
    here: &[Draft],
    before: &[Draft],
) {
    let deal = draft.kind == EventKind::Agreement && draft.frame == Frame::Deal;
    let unplaced = draft.places.is_empty() && !draft.points_back && !draft.has_vague_place;
    // «the agreement of March 2020», «the agreement»: known by its name.
    let known = draft.is_noun && (draft.is_definite || draft.is_named_by_day && !draft.is_carried);
    if !deal || !unplaced || known || is_old(reading, draft) {
        return;
    }
    // «on condition of a ceasefire»: told of as little as a plan.
    let told = !draft.is_noun || draft.is_carried || draft.date.is_some();
    if !told || draft.stance.modality == Modality::Planned || is_between_states(reading, draft) {
        return;
    }
    let paragraph = |s: usize| reading.sentences[s].paragraph;
    let near = |d: &&Draft| {
        let gap = draft.sentence - d.sentence;
        gap <= 1 || gap <= SENTENCES && paragraph(d.sentence) == paragraph(draft.sentence)
    };
    let acts = here.iter().rev().chain(before.iter().rev()).take(ACTS);
    let told = acts.filter(near).find(|d| is_ground(reading, d));
    if let Some(told) = told {
        draft.places.push(told.container.filter(|_| told.places.len() > 1).unwrap_or(told.places[0]));
        draft.why.push("no place named: the ground that was fought over".into());
    }
}

/// «the envoy reached X. The minister visited it on Monday»: whoever visits it is where the act before was.
pub(in crate::events) fn visit_it(
    reading: &Reading<'_>,
    draft: &mut Draft,
    here: &[Draft],
    before: &[Draft],
) {
    let visits = &reading.knowledge.triggers.lists.visits;
    let it = draft.kind == EventKind::Diplomacy && draft.places.is_empty() && !draft.is_noun;
    if !it || visits.longest_at(&reading.text, draft.trigger.0).is_none() {
        return;
    }
    let site = |d: &&Draft| {
        draft.sentence - d.sentence <= 1
            && matches!(d.places[..], [p] if reading.places[p].kind != PlaceKind::Country)
    };
    if let Some(told) = here.iter().rev().chain(before.iter().rev()).find(site) {
        draft.places.push(told.places[0]);
        draft.points_back = false;
        draft.why.push("visited: the place told before".into());
    }
}

/// Do two states make the deal? It is of no town then.
fn is_between_states(reading: &Reading<'_>, draft: &Draft) -> bool {
    let makers = draft.initiators.iter().chain(&draft.targets).chain(&draft.others);
    makers.filter(|&&a| reading.actors[a].class == ActorClass::State).count() > 1
}

/// Is it fighting on some ground smaller than a country, and not abroad?
fn is_ground(reading: &Reading<'_>, draft: &Draft) -> bool {
    let fought = draft.kind.is_fighting();
    let site = |&p: &usize| reading.places[p].kind != PlaceKind::Country && !is_abroad(reading, p);
    fought && !draft.stance.is_past && draft.places.first().is_some_and(site)
}
