//! «what was left of them fled towards X»: the words name only whither they went, and mean the place that they left.

use crate::events::EventKind;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Does a leaving, of which only the other end has a name, mean places told before: «from the two towns», or those that
/// the last of the defenders still held?
pub(super) fn leaves_told(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let of_them = draft.counts_back.is_some() && {
        let end = scope.window_end(item);
        let from = |i: usize| scope.items[i].is_cue(Cue::Prep(Prep::From));
        (item + 1..end.saturating_sub(1)).any(|i| from(i) && scope.items[i + 1].is_cue(Cue::TwoPlaces))
    };
    of_them || are_remnants(scope, item)
}

/// «the remnants of X fled», «who was left of X withdrew»: does the trigger at item `i` tell of the last of a side?
fn are_remnants(scope: Scope<'_, '_>, i: usize) -> bool {
    const BEHIND: usize = 3;
    const BEFORE: usize = 5;
    let (text, words) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists.remnants);
    let clause = &scope.clause().items;
    let ends = |n: usize| matches!(scope.items[n].what, What::Comma | What::Stop | What::Place(_));
    let behind = (i + 1..clause.end.min(i + 1 + BEHIND)).take_while(|&n| !ends(n));
    let before = (clause.start.max(i.saturating_sub(BEFORE))..i).rev().take_while(|&n| !ends(n));
    behind.chain(before).any(|n| words.longest_at(text, scope.items[n].from).is_some())
}

/// «what was left of X fled»: it is X that leaves, and nobody told before.
pub(super) fn name_remnants(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let (at, actors) = (scope.items[item].from, &scope.reading.actors);
    let behind = |a: &usize| actors[*a].tokens.start > at && actors[*a].class == ActorClass::Armed;
    let found = draft.others.iter().copied().find(behind);
    let Some(own) = found.filter(|_| !draft.initiators.iter().any(behind) && are_remnants(scope, item))
    else {
        return;
    };
    draft.others.retain(|a| *a != own);
    draft.initiators.clear();
    draft.initiators.push(own);
    draft.acts_on = false;
}

/// «buses entered the camp, and took hundreds towards X»: those whom buses take away leave the place told before.
pub(in crate::events) fn taken_by_bus(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let reading = scope.reading;
    let (text, buses) = (&reading.text, &reading.knowledge.triggers.lists.buses);
    let carries = matches!(draft.frame, Frame::Send | Frame::Flee) && !draft.is_noun;
    let whither =
        matches!(draft.kind, EventKind::Deployment | EventKind::Displacement | EventKind::Withdrawal);
    let [to] = draft.places[..] else { return };
    let headed = reading.follows_cue(reading.places[to].tokens.start, Cue::Prep(Prep::To));
    if !(carries && whither && headed) || draft.points_back || draft.has_vague_place {
        return;
    }
    let bus = |n: &Item| buses.longest_at(text, n.from).is_some();
    let subject = scope.items.get(item + 1).is_some_and(|n| bus(n) && text.is_definite(n.from));
    let said = || scope.items[..item].iter().any(bus);
    let goes_on = scope.items.get(item + 1).is_some_and(|n| reading.begins_count(n.from)) && said();
    if !(subject || goes_on) {
        return;
    }
    draft.destination = draft.places.pop();
    (draft.kind, draft.frame, draft.is_weak) = (EventKind::Withdrawal, Frame::Flee, false);
    (draft.is_carried, draft.points_back) = (true, true);
    let people = std::mem::take(&mut draft.targets).into_iter().chain(std::mem::take(&mut draft.others));
    draft.initiators.extend(people.collect::<Vec<_>>());
}

/// Whoever left no place that the text tells is told of where they went.
pub(in crate::events) fn go_where_told(draft: &mut Draft) {
    let leaves = draft.frame == Frame::Leave && draft.kind == EventKind::Withdrawal;
    if leaves && draft.places.is_empty() && draft.setting.is_none() && !draft.has_vague_place {
        let Some(to) = draft.destination.take() else { return };
        draft.places.push(to);
        draft.kind = EventKind::Deployment;
        draft.why.push("only where to is named: a deployment there".into());
    }
}

/// «thousands took refuge in the base X»: those who are only told as sheltering somewhere are told of there.
pub(in crate::events) fn shelter_there(reading: &Reading<'_>, draft: &mut Draft) {
    let flees = draft.kind == EventKind::Displacement && draft.places.is_empty() && !draft.is_noun;
    let shelters = &reading.knowledge.triggers.lists.shelters;
    if !flees || shelters.longest_at(&reading.text, draft.trigger.0).is_none() {
        return;
    }
    let site = draft.destination.filter(|&p| !reading.places[p].kind.is_area());
    if let Some(site) = site {
        draft.places.push(site);
        draft.destination = None;
        draft.points_back = false;
        draft.why.push("only where they found shelter is named".into());
    }
}
