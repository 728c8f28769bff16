//! «the evacuation of the last batch of gunmen with their families», «the removal of hundreds of fighters from X»: where
//! fighters are the first of those who are taken away, a side leaves the place.

use super::draft::{Draft, Scope};
use crate::events::EventKind;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;

/// Makes a withdrawal of the displacement that the trigger at `item` tells of fighters.
pub(super) fn fighters_leave(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let moved = matches!(draft.frame, Frame::Send | Frame::Leave | Frame::Flee);
    let away = draft.kind == EventKind::Displacement && draft.is_noun && moved && !draft.places.is_empty();
    let from = (item + 1..scope.window_end(item)).any(|i| {
        let from = scope.items[i].is_cue(Cue::Prep(Prep::From));
        let place = scope.items.get(i + 1).map(|n| &n.what);
        from && matches!(place, Some(What::Place(p)) if draft.places.contains(p))
    });
    if away && from && fighters_first(scope, item) {
        draft.kind = EventKind::Withdrawal;
        draft.why.push("fighters are taken away".into());
    }
}

/// Are the first persons named behind item `item` fighters?
fn fighters_first(scope: Scope<'_, '_>, item: usize) -> bool {
    /// So far behind the noun, past the words for how many and the buses that carry them.
    const REACH: usize = 7;
    let reading = scope.reading;
    let lexicon = &reading.knowledge.tolls.lexicon;
    let person = |i: &Item| lexicon.longest_at(&reading.text, i.from).map(|m| *m.value);
    for i in scope.items[item + 1..scope.window_end(item)].iter().take(REACH) {
        match i.what {
            What::Actor(a) => return reading.actors[a].class == ActorClass::Armed,
            What::Place(_) | What::Comma | What::Stop => return false,
            _ => {}
        }
        match person(i) {
            Some(TollWord::Fighters | TollWord::Soldiers) => return true,
            Some(TollWord::Civilians | TollWord::Persons) => return false,
            _ => {}
        }
    }
    false
}

/// «1,200 people left X, 400 fighters among them», «buses left X with 600 of the gunmen and their families aboard»: makes a
/// withdrawal of those fighters of the displacement that the trigger at `item` tells.
pub(in crate::events) fn fighters_among_leave(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    /// So far from the trigger those who leave are counted.
    const NEAR: usize = 12;
    /// So far behind the count the fighters are told.
    const REACH: usize = 6;
    let frame = scope.items[item].noun_trigger().map(|t| scope.trigger(t).frame);
    let moved = frame.or(scope.trigger_frame(item));
    let leaves = matches!(moved, Some(Frame::Leave | Frame::Send | Frame::Move))
        || draft.is_noun && moved == Some(Frame::Flee);
    if draft.kind != EventKind::Displacement || !leaves || draft.places.is_empty() {
        return;
    }
    let reading = scope.reading;
    let lexicon = &reading.knowledge.tolls.lexicon;
    let person = |i: usize| lexicon.longest_at(&reading.text, scope.items[i].from).map(|m| *m.value);
    let stop = |i: &usize| scope.items[*i].what != What::Stop;
    let start = (0..item).rev().take(NEAR).take_while(stop).last().unwrap_or(item);
    let end = (item + 1..scope.items.len()).take(NEAR).take_while(stop).last().map_or(item + 1, |i| i + 1);
    let people = |i: &usize| {
        let counted = i.checked_sub(1).is_some_and(|j| matches!(scope.items[j].what, What::Number(_)));
        let own = matches!(scope.items[*i].what, What::Number(_));
        (counted || own) && person(*i) == Some(TollWord::Persons)
    };
    let among = |i: usize| scope.items[i].actor().filter(|&a| reading.actors[a].class == ActorClass::Armed);
    let plain = |i: &usize| {
        let what = &scope.items[*i].what;
        matches!(what, What::Word | What::Comma | What::Number(_) | What::Actor(_) | What::Known)
            || scope.items[*i].prep().is_some()
    };
    let found =
        (start..end).filter(people).find_map(|p| (p + 1..end).take(REACH).take_while(plain).find_map(among));
    let Some(fighters) = found else { return };
    draft.kind = EventKind::Withdrawal;
    draft.why.push("fighters are taken away".into());
    let civilians = std::mem::take(&mut draft.initiators);
    draft.others.retain(|a| *a != fighters);
    draft.others.extend(civilians.into_iter().filter(|a| *a != fighters));
    draft.initiators.push(fighters);
}
