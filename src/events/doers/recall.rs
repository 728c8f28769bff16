//! What a sentence leaves to the ones before it: doers, places and takers told already.

use super::act_on::{Subject, act_on};
use super::bombers::{may_bomb, recall_raids};
use super::captors::enters;
use super::last_place::{count_back, goes_home, is_one, is_only_when, last_place, listed_last, takes_around};
use super::winners::taker_before;
use crate::events::acts::aside::may_do;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::events::scenes::home_place::counts_many;
use crate::events::scenes::left::place_left;
use crate::events::scenes::setting::place_at_home;
use crate::events::scenes::speech_place::{is_abroad, is_said_abroad};
use crate::events::scenes::the_area::area_meant;
use crate::events::scenes::whole_fight::city_of;
use crate::events::{EventKind, Modality};
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::{AND, Affixes};

/// How far from the head of its sentence a place stands that sets the scene.
const HEAD: usize = 2;

/// «the attack in X drove thousands to flee to Y»: they fled from where the act told before them happened.
pub(in crate::events) fn flee_from(draft: &mut Draft, told: &[Draft]) {
    let flees =
        draft.kind == EventKind::Displacement && draft.places.is_empty() && draft.destination.is_some();
    let cause = told.last().filter(|d| {
        matches!(d.frame, Frame::Fight | Frame::Strike | Frame::Enter | Frame::Take)
            && d.stance.modality <= Modality::Claimed
    });
    if let Some(cause) = cause.filter(|d| flees && !d.places.is_empty()) {
        draft.places.clone_from(&cause.places);
        draft.why.push("fled from where the act told before happened".into());
    }
}

/// «entered it»: the object is the place, or the list of places, told last before the verb.
pub(in crate::events) fn object_places(reading: &Reading<'_>, draft: &mut Draft, told: &[Draft]) {
    // «took X and Y after the army left both».
    let both = draft.counts_back.filter(|_| draft.places.is_empty() && draft.points_back);
    if let Some(list) = both.and_then(|n| told.iter().rev().find(|d| d.places.len() == n)) {
        draft.places.clone_from(&list.places);
        draft.points_back = false;
        draft.why.push("the places told right before".into());
        return;
    }
    let takes_place =
        matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Lose | Frame::Leave | Frame::Strike);
    if !draft.places.is_empty() {
        add_it_too(reading, draft);
        return;
    }
    if let Some(left) = place_left(reading, told, draft) {
        draft.places.push(left);
        draft.points_back = false;
        return;
    }
    // «the towns of X and Y, which Z had taken»: both.
    if draft.is_relative && draft.points_back && !is_one(reading, draft.trigger.0) {
        let before = list_before(reading, draft.trigger.0);
        if before.len() > 1 {
            draft.places.extend(before);
            draft.points_back = false;
            draft.why.push("the places told right before".into());
            return;
        }
    }
    if let Some(p) = listed_last(reading, told, draft) {
        draft.places.push(p);
        draft.is_partial |= takes_around(reading, draft);
        draft.why.push("object pronoun: the place told before it".into());
        return;
    }
    let site = |p: &usize| !reading.places[*p].kind.is_area() && !is_only_when(reading, *p);
    let site = told.iter().rev().find(|d| d.places.iter().any(site));
    if let Some(site) = site.filter(|_| draft.points_back && draft.is_noun) {
        draft.places.push(site.places[0]);
        draft.is_partial |= takes_around(reading, draft);
        draft.why.push("object pronoun: the place told before it".into());
    }
    if !draft.has_object || !takes_place || !draft.places.is_empty() {
        return;
    }
    let list = told.last().filter(|d| d.places.len() > 1 && !draft.is_relative);
    if let Some(list) = list {
        draft.places.clone_from(&list.places);
        draft.why.push("object pronoun: the places told before it".into());
        return;
    }
    let sentence = reading.sentences[draft.sentence].tokens.start;
    let own = last_place(reading, draft.trigger.0).filter(|&p| reading.places[p].tokens.start >= sentence);
    draft.places.extend(own);
    // «took two villages near X, but others retook them»: no more of X.
    let takes = matches!(draft.frame, Frame::Take | Frame::Lose);
    let part = told.last().filter(|d| takes && d.frame == Frame::Take && d.is_partial && own.is_some());
    draft.is_partial |= part.is_some_and(|d| d.places == draft.places);
    draft.is_partial |= own.is_some() && takes_around(reading, draft);
    draft.points_back |= own.is_none();
}

/// «left it and X»: before X, which is named, the place told before.
fn add_it_too(reading: &Reading<'_>, draft: &mut Draft) {
    let Some(start) = draft.places.first().map(|&p| reading.places[p].tokens.start) else { return };
    let Some(it) = start.checked_sub(2).filter(|&at| at >= draft.trigger.1) else { return };
    let from = |at: usize| reading.says_cue(at, Cue::Prep(Prep::From));
    let both =
        reading.says_cue(it, Cue::ThereFrom) && from(it + 1) && reading.text.fold_at(it + 1).starts_with(AND);
    let sentence = reading.sentences[draft.sentence].tokens.start;
    let told = last_place(reading, draft.trigger.0).filter(|&p| reading.places[p].tokens.start >= sentence);
    if let Some(told) = told.filter(|p| both && !draft.places.contains(p)) {
        draft.places.insert(0, told);
        draft.why.push("«there»: the last place named before".into());
    }
}

/// The list of places that ends right before the relative clause of the verb at token `at`.
fn list_before(reading: &Reading<'_>, at: usize) -> Vec<usize> {
    const GAP: usize = 3;
    let mut out: Vec<usize> = Vec::new();
    let mut next = at;
    for (i, place) in reading.places.iter().enumerate().rev().filter(|(_, p)| p.tokens.end <= at) {
        if next - place.tokens.end > GAP || place.is_qualifier {
            break;
        }
        out.insert(0, i);
        next = place.tokens.start;
        let joined = reading.text.fold_at(next).starts_with(AND) && !reading.text.is_definite(next);
        if !joined {
            break;
        }
    }
    out
}

/// Resolves «there» and a missing taker from what was told before.
pub(in crate::events) fn look_back(
    reading: &Reading<'_>,
    draft: &mut Draft,
    before: &[Draft],
    last: &Subject,
) {
    act_on(reading, draft, last);
    count_back(draft, before);
    if draft.places.is_empty() && draft.points_back {
        stay_there(reading, draft, before);
    }
    let takes = matches!(draft.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance);
    if takes
        && draft.initiators.is_empty()
        && let Some(takers) = taker_before(reading, draft, before)
    {
        // «took X, and then lost it»: whoever took it last.
        if draft.frame == Frame::Lose && draft.acts_on && draft.targets.is_empty() {
            draft.targets = takers;
            draft.why.push("loser named before".into());
        } else {
            draft.initiators = takers;
            draft.why.push("taker named before".into());
        }
    }
    let leaves = draft.frame == Frame::Leave && draft.is_noun && draft.initiators.is_empty();
    if leaves {
        let mover = before.iter().rev().take(4).find(|d| d.frame == Frame::Leave && !d.initiators.is_empty());
        if let Some(mover) = mover.filter(|d| draft.sentence - d.sentence <= 2) {
            draft.initiators.clone_from(&mover.initiators);
            draft.why.push("leaver named before".into());
        }
    }
    let unsided = draft.kind == EventKind::Clash && draft.is_carried && draft.initiators.is_empty();
    if unsided && draft.targets.is_empty() && draft.others.is_empty() {
        let attacker =
            before.iter().rev().take(4).find(|d| {
                matches!(d.kind, EventKind::Capture | EventKind::Advance) && !d.initiators.is_empty()
            });
        let near = |d: &&Draft| draft.sentence - d.sentence <= 3 && may_do(d, draft);
        if let Some(attacker) = attacker.filter(near) {
            draft.initiators.clone_from(&attacker.initiators);
            draft.why.push("attacker named before".into());
        }
    }
    turn_by_side(reading, draft);
}

/// Gives a draft that points back the place it means.
fn stay_there(reading: &Reading<'_>, draft: &mut Draft, before: &[Draft]) {
    let sentence = reading.sentences[draft.sentence].tokens.start;
    // Whoever leaves «it» does not leave the place that others only head for.
    let headed =
        |d: &Draft| draft.frame == Frame::Leave && d.frame == Frame::Leave && d.kind == EventKind::Deployment;
    // People flee from towns, not from the base that was told last.
    let flees = draft.kind == EventKind::Displacement;
    let base = |p: usize| flees && reading.places[p].kind == PlaceKind::Base;
    // Nobody flees from abroad to a town at home.
    let into_home = flees && goes_home(reading, draft);
    let base = |p: usize| base(p) || into_home && is_abroad(reading, p);
    // Nobody fights where somebody spoke abroad.
    let named = |d: &&Draft| {
        !is_said_abroad(reading, d)
            && !d.places.is_empty()
            && !base(d.places[0])
            && d.sentence < draft.sentence
            && !headed(d)
    };
    let told = before.iter().rev().take(8).find(named);
    let told = told
        .filter(|d| draft.sentence - d.sentence <= 2)
        .map(|d| d.container.filter(|_| d.places.len() > 1).unwrap_or(d.places[0]));
    let own = last_place(reading, draft.trigger.0).filter(|&p| reading.places[p].tokens.start >= sentence);
    let relative = draft.is_relative.then_some(own).flatten();
    // «and in the governorate of X, …, on the city»: what opens the sentence sets where it plays.
    let heads = |p: usize| reading.places[p].tokens.start <= sentence + HEAD;
    let own_site = own.filter(|&p| (!reading.places[p].kind.is_area() || heads(p)) && !base(p));
    if let Some(p) = place_left(reading, before, draft)
        .or(relative)
        .or(own_site)
        .or(told)
        .or(own)
        .or_else(|| place_at_home(reading, draft.trigger.0))
        .or_else(|| last_place(reading, draft.trigger.0).filter(|&p| draft.is_noun || !base(p)))
    {
        let p = area_meant(reading, draft, p);
        // «13 thousand have fled from the fighting»: from more than a quarter.
        let crowd = flees && counts_many(reading, draft);
        draft.places.push(if crowd { city_of(reading, p, draft.trigger.0) } else { p });
        draft.is_partial |= takes_around(reading, draft);
        draft.why.push("«there»: the last place named before".into());
    }
}

/// Whoever bombed in the sentence before goes on bombing; whoever took the place frees the prisoners.
pub(in crate::events) fn go_on(reading: &Reading<'_>, draft: &mut Draft, before: &[Draft]) {
    const REACH: usize = 12;
    recall_strike(reading, draft, before);
    recall_raids(draft, before);
    if !draft.initiators.is_empty() {
        return;
    }
    let gap = |d: &Draft| draft.sentence - d.sentence;
    let same = |d: &&Draft| match draft.kind {
        // Who has guns need not have planes; nor do planes fire the guns that are named as such.
        EventKind::Shelling if d.kind == EventKind::AirStrike && draft.names_thing => false,
        EventKind::AirStrike => d.kind == draft.kind && d.frame == Frame::Strike && gap(d) <= 3,
        EventKind::Shelling => d.frame == Frame::Strike && gap(d) <= 3,
        // «X comes under an attack»: by somebody, and not by whoever acted last.
        EventKind::Clash if draft.is_noun && is_undergone(reading, draft) => false,
        EventKind::Clash if draft.targets.is_empty() && draft.others.is_empty() => {
            let fights = matches!(d.frame, Frame::Fight | Frame::Enter | Frame::Take);
            fights && gap(d) <= 3
        }
        // «the security room freed ten»: somebody whom nobody knows.
        EventKind::Release if !draft.is_noun && !draft.acts_on => false,
        EventKind::Release => matches!(d.kind, EventKind::Capture) && gap(d) <= REACH,
        // «X entered Y. Ten civilians were arrested».
        EventKind::Detention => {
            let before = draft.trigger.0.checked_sub(1);
            let told = before.is_some_and(|i| reading.says_cue(i, Cue::PassiveLight));
            told && enters(reading, d) && gap(d) == 1
        }
        _ => false,
    };
    let mut near = before.iter().rev().take_while(|d| gap(d) <= REACH);
    let can = |d: &Draft| may_do(d, draft) && may_bomb(reading, d, draft);
    let told = near.find(|d| same(d) && !d.initiators.is_empty() && can(d));
    if let Some(told) = told {
        draft.initiators.clone_from(&told.initiators);
        draft.why.push("doer named before".into());
    }
}

/// «came under an attack»: has the noun «to» on it?
fn is_undergone(reading: &Reading<'_>, draft: &Draft) -> bool {
    reading.text.readings_at(draft.trigger.0).iter().any(|r| r.affixes == Affixes::LI)
}

/// «the bombing»: without a place of its own it is the strike of the sentence before, by its kind and place.
fn recall_strike(reading: &Reading<'_>, draft: &mut Draft, before: &[Draft]) {
    let points = draft.is_definite && draft.kind == EventKind::Shelling && draft.places.is_empty();
    // «accused X of the strike», which X had done.
    let side = |a: &usize| reading.actors[*a].faction;
    let by_same = |told: &Draft| {
        let mut others = draft.initiators.iter().map(side);
        others.all(|a| a.is_some() && told.initiators.iter().any(|b| side(b) == a))
    };
    if !points {
        return;
    }
    let told = before.iter().rev().take(4).find(|d| d.frame == Frame::Strike && !d.places.is_empty());
    if let Some(told) =
        told.filter(|d| draft.sentence - d.sentence <= 1 && d.kind != EventKind::Attack && by_same(d))
    {
        draft.kind = told.kind;
        draft.places.clone_from(&told.places);
        draft.places.truncate(1);
        if draft.initiators.is_empty() {
            draft.initiators.clone_from(&told.initiators);
        }
        draft.date = draft.date.or(told.date);
        draft.why.push("the strike told before".into());
    }
}

/// A capture by the government is a retake, a retake by anybody else a capture.
pub(super) fn turn_by_side(reading: &Reading<'_>, draft: &mut Draft) {
    let Some(id) = draft.initiators.first().and_then(|&a| reading.actors[a].faction) else { return };
    let faction = reading.knowledge.conflict.faction(id);
    let (government, holds_ground) = (faction.is_government, faction.holds_ground);
    match draft.kind {
        EventKind::Capture if government && draft.frame != Frame::Lose => draft.kind = EventKind::Retake,
        EventKind::Retake if !government && holds_ground => draft.kind = EventKind::Capture,
        _ => {}
    }
}
