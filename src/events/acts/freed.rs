//! Prisoners who are freed, as those tell it who count what carried them or what an exchange took in; and other nouns
//! that a verb of taking in tells.

use super::draft::{Draft, Scope};
use super::spot::Noun;
use crate::events::EventKind;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::scenes::left::expels;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::inflect::Tense;

/// The noun in «on board of it», folded.
const BOARD: &str = "\u{645}\u{62A}\u{646}";

/// «with forty passengers on board»: does a word for what is carried tell of no prisoner?
pub(super) fn carries_others(noun: Noun<'_, '_>) -> bool {
    const REACH: usize = 7;
    let (reading, item) = (noun.reading, &noun.items[noun.i]);
    let prisoner =
        |t: usize| reading.knowledge.triggers.lists.prisoners.longest_at(&reading.text, t).is_some();
    let end = (item.to + REACH).min(noun.items[noun.clause.items.end - 1].to);
    is_on_board(reading, item) && !(item.to..end).any(prisoner)
}

/// «on board of it».
fn is_on_board(reading: &Reading<'_>, item: &Item) -> bool {
    item.to > item.from + 1 && reading.text.fold_at(item.from + 1).starts_with(BOARD)
}

/// «a plane with ten prisoners on board», «the swap included the release of 40», «the town witnessed a wide deployment»:
/// is the act told in full by what stands around its word?
pub(in crate::events) fn free(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let frees = draft.kind == EventKind::Release && draft.frame == Frame::Hold;
    let number = |j: usize| scope.items.get(j).is_some_and(|n| matches!(n.what, What::Number(_)));
    let of = |j: usize| scope.items.get(j).is_some_and(|n| n.is_cue(Cue::Prep(Prep::From)));
    if !draft.is_noun {
        // «twenty prisoners were released».
        draft.is_carried |= frees && of(item + 1) && number(item + 2);
        leave_sufferers(scope, draft);
        receive(scope, item, draft);
        reach_behind(scope, draft);
        send_to_it(scope, item, draft);
        return;
    }
    if frees {
        name_releaser(scope, item, draft);
    } else if !matches!(draft.frame, Frame::Send | Frame::Close) {
        return;
    }
    let on_board = frees && is_on_board(scope.reading, &scope.items[item]);
    let taken_in = scope.clause().finite.is_some_and(|f| {
        let takes = f.cue == Some(Cue::Comprise) || frees && f.cue == Some(Cue::Light);
        // «the agreement included …»: its terms are to come.
        let deal = |n: &Item| n.noun_trigger().is_some_and(|t| scope.reading.frame_of(t) == Frame::Deal);
        f.item < item
            && takes
            && f.verb.tense == Tense::Perfect
            && !scope.items[f.item + 1..item].iter().any(deal)
    });
    let person = |n: &Item| matches!(n.what, What::Number(_) | What::Actor(_));
    let counted = || scope.items[item + 1..scope.clause().items.end].iter().take(2).any(person);
    draft.is_carried |= on_board || taken_in && (!frees || counted());
    if on_board && draft.places.is_empty() {
        // «there reached X a plane with …».
        let place = |n: &Item| match n.what {
            What::Place(p) => Some(p),
            _ => None,
        };
        draft.places.extend(scope.items[scope.clause().items.start..item].iter().find_map(place));
    }
}

/// «Baghdad pushed three regiments to it»: the capital behind the pronoun of the place is who sends.
fn send_to_it(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let to_it = scope.items.get(item + 1).is_some_and(|n| n.is_cue(Cue::There));
    let sender = scope.items.get(item + 2).filter(|n| n.proclitic().is_none());
    if let Some(Item { what: What::Place(p), .. }) = sender.filter(|_| to_it && draft.frame == Frame::Send) {
        draft.places.retain(|q| q != p);
        draft.points_back |= draft.places.is_empty();
    }
}

/// «the release by X of two hostages»: with those who are freed behind «of», X frees them.
fn name_releaser(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let actor = |j: usize| match scope.items.get(j).map(|n| (&n.what, n.proclitic())) {
        Some((What::Actor(a), None)) => Some(*a),
        _ => None,
    };
    let of = scope.items.get(item + 2).is_some_and(|n| n.is_cue(Cue::Prep(Prep::From)));
    let behind = actor(item + 1).filter(|_| of);
    // «the setting by X of two hostages free».
    let begun = |j: usize| scope.items[j].is_cue(Cue::Begin);
    let before = item.checked_sub(2).filter(|&j| begun(j)).and_then(|j| actor(j + 1));
    if let Some(a) = behind.or(before).filter(|_| draft.initiators.is_empty()) {
        draft.targets.retain(|t| *t != a);
        draft.initiators.push(a);
        draft.is_carried |= before.is_some();
    }
}

/// «twelve trucks that carry aid to X came in»: where they carry it is where they come.
fn reach_behind(scope: Scope<'_, '_>, draft: &mut Draft) {
    const REACH: usize = 8;
    if !draft.counts_column || !draft.places.is_empty() {
        return;
    }
    let behind = scope.items[scope.clause().items.end..].windows(2).take(REACH);
    let mut behind = behind.take_while(|w| !matches!(w[0].what, What::Comma | What::Stop));
    let to = behind.find_map(|w| match w[1].what {
        What::Place(p) if w[0].is_cue(Cue::Prep(Prep::To)) => Some(p),
        _ => None,
    });
    draft.places.extend(to);
}

/// «where the army received them», «X freed 200 civilians»: persons are no ground that is taken.
fn receive(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const THEM: &str = "\u{647}\u{645}";
    let it = &scope.items[item];
    // «but the army drove them out of it»: they are no prisoners.
    let them = || {
        let pronoun = it.has_pronoun && scope.reading.text.fold_at(it.from).ends_with(THEM);
        pronoun && !expels(scope, item)
    };
    if draft.frame == Frame::Take && (them() || takes_civilians(scope, item, draft)) {
        (draft.kind, draft.frame, draft.has_object) = (EventKind::Release, Frame::Hold, false);
    }
}

/// «X freed 200 civilians»: do civilians stand as the object right behind the verb at `item` and whoever acts?
fn takes_civilians(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let passed = |n: &&Item| {
        let by = n.actor().is_some_and(|a| draft.initiators.contains(&a));
        by || matches!(n.what, What::Number(_) | What::Quote | What::Date(_))
    };
    let object = scope.items[item + 1..scope.clause().items.end].iter().find(|n| !passed(n));
    let bare = object.filter(|n| n.proclitic().is_none() && !n.is_joined());
    let civil = |a: usize| scope.reading.actors[a].class == ActorClass::Civilians;
    // «the people of X took the office»: they take it, and nobody takes them.
    !draft.initiators.is_empty() && bare.and_then(Item::actor).is_some_and(civil)
}

/// «X and Y swapped prisoners», in a sentence without a place: two states do so at no place told before.
pub(in crate::events) fn swap_nowhere(scope: Scope<'_, '_>, draft: &mut Draft) {
    let reading = scope.reading;
    let state = |a: &usize| reading.actors[*a].class == ActorClass::State;
    let sides = draft.initiators.iter().chain(&draft.others).filter(|a| state(a)).count();
    if draft.kind == EventKind::Release && sides > 1 {
        let tokens = &reading.sentences[draft.sentence].tokens;
        draft.places.retain(|p| tokens.contains(&reading.places[*p].tokens.start));
    }
}

/// «four civilians were killed, and houses burnt»: those told of before burnt nothing.
fn leave_sufferers(scope: Scope<'_, '_>, draft: &mut Draft) {
    if draft.frame == Frame::Damage && scope.clause().subject_from.is_some() {
        draft.initiators.retain(|a| scope.reading.actors[*a].class != ActorClass::Civilians);
    }
}

/// «forty were released, who were carried to X»: those who were freed before go there free.
pub(in crate::events) fn follow_freed(reading: &Reading<'_>, out: &mut [Draft]) {
    for i in 1..out.len() {
        let moves = matches!(out[i].kind, EventKind::Deployment | EventKind::Displacement)
            && matches!(out[i].frame, Frame::Send | Frame::Flee | Frame::Reach)
            && !out[i].is_noun;
        let nobody = out[i].initiators.iter().chain(&out[i].targets).chain(&out[i].others).next().is_none();
        let freed = out[..i].iter().any(|d| d.kind == EventKind::Release);
        let many = || reading.text.fold_at(out[i].trigger.0).ends_with("\u{648}\u{627}");
        if moves && nobody && freed && many() {
            (out[i].kind, out[i].frame, out[i].is_weak) = (EventKind::Release, Frame::Hold, false);
        }
    }
}

/// Under a headline that tells of freeing, «planes carried 200 fighters of X to Y» tells of it too.
pub(in crate::events) fn fly_home(reading: &Reading<'_>, out: &mut [Draft]) {
    let Some(first) = reading.sentences.first().filter(|s| s.is_headline) else { return };
    let triggers = &reading.knowledge.triggers;
    let flies = |d: &Draft| {
        let tokens = &reading.sentences[d.sentence].tokens;
        let near = d.trigger.0.saturating_sub(4).max(tokens.start)..(d.trigger.1 + 4).min(tokens.end);
        near.into_iter().any(|t| triggers.lists.air.longest_at(&reading.text, t).is_some())
    };
    let moved = |d: &Draft| {
        let kind = matches!(d.kind, EventKind::Deployment | EventKind::Withdrawal);
        kind && !d.is_noun && matches!(d.frame, Frame::Send | Frame::Reach | Frame::Leave | Frame::Move)
    };
    let prisoner = |t: usize| triggers.lists.prisoners.longest_at(&reading.text, t).is_some();
    let armed = |a: &usize| reading.actors[*a].class == ActorClass::Armed;
    for draft in out.iter_mut().filter(|d| moved(d)) {
        let people = draft.initiators.iter().chain(&draft.targets).chain(&draft.others).any(armed);
        if !people || !flies(draft) || !first.tokens.clone().any(prisoner) {
            continue;
        }
        (draft.kind, draft.frame, draft.is_weak) = (EventKind::Release, Frame::Hold, false);
        let carriers = std::mem::take(&mut draft.initiators);
        draft.targets.extend(carriers);
        let others = std::mem::take(&mut draft.others);
        draft.targets.extend(others);
    }
}
