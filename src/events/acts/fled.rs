//! Those who flee in their thousands, and roads that are cut.

use super::draft::{Draft, Scope};
use super::evacuated::fighters_leave;
use super::settle::are_friends;
use crate::events::EventKind;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::tolls::counted::is_person_word;
use crate::knowledge::PartKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// So many leave only as a people.
const CROWD: u64 = 1000;
/// So many are of no one town.
const PEOPLE: u64 = 100_000;

/// «more than 26 thousand fled», «tens of thousands fled to the border»: a number alone, and so large, is of civilians.
pub(in crate::events) fn flee_in_crowds(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let leaves = matches!(draft.frame, Frame::Leave | Frame::Flee) && !draft.is_noun;
    if !leaves {
        return;
    }
    let reading = scope.reading;
    let crowd = |i: usize| match scope.items[i].what {
        What::Number(n) => reading.numbers[n].low >= CROWD,
        _ => false,
    };
    let crowd = |i: usize| i < scope.items.len() && crowd(i);
    let of_many_towns = flees_a_people(scope, item);
    let rallies = scope.items[item].verb_trigger().is_some_and(|_| {
        let forms = reading.knowledge.triggers.lexicon.longest_at(&reading.text, scope.items[item].from);
        forms.is_some_and(|m| m.value.iter().any(|f| reading.frame_of(*f) == Frame::Rally))
    });
    let start = scope.clause().items.start;
    let before = item.checked_sub(1).filter(|&i| i >= start).is_some_and(crowd)
        || leave_it_in_crowds(scope, item, crowd);
    let behind = scope.items.get(item + 1).is_some() && crowd(item + 1) && {
        let next = scope.items.get(item + 2);
        next.is_none_or(|n| {
            n.prep().is_some() || matches!(n.what, What::Comma | What::Stop | What::Date(_) | What::Place(_))
        })
    };
    // «920 thousand civilians fled from their houses»: told in full, with no place.
    let civil = |&a: &usize| reading.actors[a].class == ActorClass::Civilians;
    let many = crowd(item + 1) || item.checked_sub(2).is_some_and(|i| i >= start && crowd(i));
    let told = many && !draft.initiators.is_empty() && draft.initiators.iter().all(civil);
    if told && draft.places.is_empty() && draft.destination.is_none() {
        (draft.kind, draft.frame) = (EventKind::Displacement, Frame::Flee);
        (draft.is_weak, draft.is_carried, draft.points_back) = (false, true, !of_many_towns);
    }
    // «X took Y, and thousands fled»: who is named with another verb does not flee.
    let at = scope.items[item].from;
    let own = |&a: &usize| (before || behind) && reading.actors[a].tokens.end < at;
    draft.initiators.retain(|a| !own(a));
    let nobody = draft.initiators.is_empty() && draft.targets.is_empty();
    if rallies || !nobody || !(before || behind) {
        return;
    }
    (draft.kind, draft.frame) = (EventKind::Displacement, Frame::Flee);
    (draft.is_weak, draft.is_carried, draft.acts_on) = (false, true, false);
    draft.points_back |= draft.places.is_empty() && draft.destination.is_none() && !of_many_towns;
}

/// «280 thousand people have fled»: do so many flee that they are from more than the town told last? «Half a million of the
/// residents» are of that town.
fn flees_a_people(scope: Scope<'_, '_>, item: usize) -> bool {
    const NEAR: usize = 4;
    let reading = scope.reading;
    let near = &scope.items[item.saturating_sub(2)..(item + NEAR).min(scope.items.len())];
    let dwellers = &reading.knowledge.triggers.lists.dwellers;
    let of_town = |i: &Item| (i.from..i.to).any(|t| dwellers.longest_at(&reading.text, t).is_some());
    let people = |i: &Item| match i.what {
        What::Number(n) => reading.numbers[n].low >= PEOPLE,
        _ => false,
    };
    near.iter().any(people) && !near.iter().any(of_town)
}

/// «since the spring 67 thousand people have left X», which Arabic tells with X right behind the verb: a count of people behind
/// the place and the day.
fn leave_it_in_crowds(scope: Scope<'_, '_>, item: usize, crowd: impl Fn(usize) -> bool) -> bool {
    let place = |i: usize| matches!(scope.items[i].what, What::Place(_));
    let aside = |i: &usize| {
        let it = &scope.items[*i];
        place(*i) || matches!(it.what, What::Date(_)) || it.prep().is_some() || it.is_cue(Cue::Since)
    };
    let end = scope.window_end(item);
    let Some(at) = (item + 1..end).find(|i| !aside(i)).filter(|&i| i > item + 1 && crowd(i)) else {
        return false;
    };
    let tolls = &scope.reading.knowledge.tolls.lexicon;
    let people =
        |n: &Item| tolls.longest_at(&scope.reading.text, n.from).is_some_and(|m| is_person_word(*m.value));
    scope
        .items
        .get(at + 1)
        .is_none_or(|n| n.prep().is_some() || matches!(n.what, What::Stop | What::Comma) || people(n))
}

/// «the buses left X», «the third convoy has left X»: nobody but those who are taken away leaves it.
pub(in crate::events) fn leave_by_bus(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if !draft.initiators.is_empty() || !draft.targets.is_empty() || draft.places.is_empty() {
        return;
    }
    let end = scope.window_end(item);
    // «buses from X reached Y».
    let come = || scope.items[item + 1..end].iter().any(|n| n.is_cue(Cue::Prep(Prep::From)));
    let moves = matches!(draft.frame, Frame::Leave | Frame::Move)
        || draft.frame == Frame::Reach && come()
        || matches!(draft.frame, Frame::Reach | Frame::Enter | Frame::Send) && carry_people(scope, item);
    if !moves {
        return;
    }
    let (text, buses) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists.buses);
    let bus = |i: usize| {
        let it = scope.items.get(i).filter(|n| n.what == What::Word && n.proclitic().is_none());
        it.is_some_and(|n| buses.longest_at(text, n.from).is_some())
    };
    let counted = scope.items.get(item + 1).is_some_and(|n| matches!(n.what, What::Number(_)));
    let start = scope.clause().items.start;
    let opens = !draft.is_noun && start < item && bus(start);
    // «there left X 20 buses».
    let whence = |i: &usize| {
        matches!(scope.items[*i].what, What::Place(_) | What::Date(_)) || scope.items[*i].prep().is_some()
    };
    let behind = (item + 1..end).find(|i| !whence(i)).filter(|&i| i > item + 1);
    let behind = behind.is_some_and(|i| matches!(scope.items[i].what, What::Number(_)) && bus(i + 1));
    if bus(item + 1) || counted && bus(item + 2) || !draft.is_noun && behind || opens {
        (draft.kind, draft.frame) = (EventKind::Displacement, Frame::Flee);
        (draft.is_weak, draft.is_carried, draft.acts_on, draft.counts_column) = (false, true, false, false);
    }
}

/// «45 buses that carry people of X», «11 buses with civilians aboard»: does what stands behind the verb at `item` carry
/// civilians?
fn carry_people(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 14;
    let (text, words) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists.carrying);
    let near = || scope.items.iter().skip(item + 1).take(REACH).take_while(|n| n.what != What::Stop);
    let Some(at) = near().position(|n| words.longest_at(text, n.from).is_some()) else { return false };
    near().skip(at).any(|n| n.actor().is_some_and(|a| scope.reading.actors[a].class == ActorClass::Civilians))
}

/// «hundreds of fighters were carried from X to Y», written like «carried hundreds»: where nobody carries them, they leave X.
pub(in crate::events) fn carried_away(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    fighters_leave(scope, item, draft); // and so do those whom a noun of taking away names
    let reading = scope.reading;
    let sends = draft.frame == Frame::Send && draft.kind == EventKind::Deployment && !draft.is_noun;
    let moves = &reading.knowledge.triggers;
    if !sends || moves.of_frame_at(&reading.text, scope.items[item].from, Frame::Flee).is_none() {
        return;
    }
    let Some(next) = scope.items.get(item + 1) else { return };
    let counted = reading.begins_count(next.from);
    let behind = |a: &usize| reading.actors[*a].tokens.start >= next.from;
    let end = scope.clause().items.end;
    let from = (item + 1..end).find_map(|i| {
        let place = scope.items.get(i + 1).filter(|_| scope.items[i].is_cue(Cue::Prep(Prep::From)))?;
        match place.what {
            What::Place(p) => Some(p),
            _ => None,
        }
    });
    // «X carried hundreds of the fighters of Y from A to B»: Y leaves A.
    let foreign = moves_others(reading, draft);
    let unsent = counted && draft.initiators.iter().all(behind);
    let Some(from) = from.filter(|_| unsent || foreign) else { return };
    (draft.kind, draft.frame, draft.is_weak) = (EventKind::Withdrawal, Frame::Flee, false);
    draft.is_carried = true;
    draft.destination = draft.places.iter().copied().find(|&p| p != from);
    draft.places = std::iter::once(from).collect();
    let carried = std::mem::take(&mut draft.targets).into_iter().chain(std::mem::take(&mut draft.others));
    let carried = carried.collect::<Vec<_>>();
    if foreign {
        draft.others = std::mem::take(&mut draft.initiators);
    }
    draft.initiators.extend(carried);
}

/// Are those who are carried fighters of another side than those who carry them?
fn moves_others(reading: &Reading<'_>, draft: &Draft) -> bool {
    let armed =
        |a: &usize| reading.actors[*a].class == ActorClass::Armed && reading.actors[*a].faction.is_some();
    let side = |a: usize| reading.actors[a].faction;
    let own =
        |a: &usize| draft.initiators.iter().any(|&b| side(*a) == side(b) || are_friends(reading, *a, b));
    let mut carried = draft.targets.iter().chain(&draft.others).peekable();
    !draft.initiators.is_empty() && carried.peek().is_some() && carried.all(|a| armed(a) && !own(a))
}

/// «fled from the eastern quarters to X»: quarters that nothing names are of the place that the story has told.
pub(in crate::events) fn flee_from_quarters(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let flees =
        draft.kind == EventKind::Displacement && draft.places.is_empty() && draft.destination.is_some();
    let end = scope.clause().items.end;
    let Some(from) = (item + 1..end).find(|&i| flees && scope.items[i].is_cue(Cue::Prep(Prep::From))) else {
        return;
    };
    let definite = |i: usize| scope.reading.text.is_definite(scope.items[i].from);
    let quarters = scope.items.get(from + 1).is_some_and(|n| n.is_cue(Cue::VaguePlace));
    draft.points_back |= quarters && (definite(from + 1) || from + 2 < end && definite(from + 2));
}

/// «the people of X fled to Y», «thousands of the inhabitants of X have begun to flee towards Y»: who is told with his town
/// flees from there.
pub(in crate::events) fn flee_from_home(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    /// So far before the verb its subject stands.
    const BACK: usize = 8;
    let reading = scope.reading;
    if draft.kind != EventKind::Displacement || !draft.places.is_empty() || draft.destination.is_none() {
        return;
    }
    let dwellers = &reading.knowledge.triggers.lists.dwellers;
    let start = scope.clause().items.start.max(item.saturating_sub(BACK));
    let of_town = |p: &usize| {
        let before = reading.places[*p].tokens.start.checked_sub(1);
        before.is_some_and(|t| dwellers.longest_at(&reading.text, t).is_some())
    };
    let place = |i: usize| match scope.items[i].what {
        What::Place(p) => Some(p).filter(of_town),
        _ => None,
    };
    let home = (start..item).find_map(place);
    draft.places.extend(home);
}

/// «the road between A and B was opened»: one road, told at its first end.
pub(in crate::events) fn keep_one_end(scope: Scope<'_, '_>, draft: &mut Draft) {
    let (text, words) = (&scope.reading.text, &scope.reading.knowledge.place_words.words);
    let road = |t: usize| words.longest_at(text, t).is_some_and(|m| m.value.part == Some(PartKind::Road));
    let (from, to) = draft.trigger;
    // «the road between A and B is cut since Monday», «the cutting of the road between A and B».
    let shut = draft.frame == Frame::Close && draft.is_noun && draft.places.len() > 1;
    let before = scope.items[scope.clause().items.clone()].iter().map(|n| n.from).filter(|&t| t < from);
    draft.is_on_road |= shut && before.chain(from..to).any(road);
    if draft.is_on_road && (draft.frame == Frame::Close || draft.kind == EventKind::Attack) {
        draft.places.truncate(1);
    }
}
