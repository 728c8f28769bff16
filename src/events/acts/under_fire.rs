//! «an ambulance was exposed to fire», «the camp was exposed to an attack»: who is shot at and is no force is attacked, and
//! fights no battle.

use super::draft::{Draft, Scope};
use crate::events::EventKind;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::voices::exposed::exposed_at;
use crate::knowledge::PlaceKind;
use crate::knowledge::status::Cue;
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;

/// Makes an attack of shots to which nobody in arms was exposed, and of an assault to which those were who do not fight.
pub(super) fn come_under_fire(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const BEHIND: usize = 4;
    let (reading, items) = (scope.reading, scope.items);
    let lists = &reading.knowledge.triggers.lists;
    if draft.kind != EventKind::Clash || !draft.is_noun {
        return;
    }
    let Some(verb) = exposed_at(scope, item) else { return };
    let at = items[item].from;
    let shots = lists.shots.longest_at(&reading.text, at).is_some();
    if !shots && lists.assaults.longest_at(&reading.text, at).is_none() {
        return;
    }
    // Whoever was exposed is named before the verb, or between it and the fire.
    let before = items[scope.clause().items.start..verb].iter().rev().take(BEHIND);
    let mut named = before.chain(&items[verb + 1..item]);
    let armed = named.clone().any(|i| is_of_force(reading, i));
    if !armed && (shots || named.any(|i| is_civil(reading, i))) {
        (draft.kind, draft.frame) = (EventKind::Attack, Frame::Strike);
        draft.why.push("shot at, and no force".into());
    }
}

/// Does the item name a force, what it drives or where it stands?
pub(super) fn is_of_force(reading: &Reading<'_>, item: &Item) -> bool {
    let vehicle = || reading.knowledge.triggers.lists.vehicles.longest_at(&reading.text, item.from).is_some();
    match item.what {
        What::Actor(a) => reading.actors[a].class == ActorClass::Armed && !is_neutral(reading, a),
        What::Place(p) => matches!(reading.places[p].kind, PlaceKind::Base | PlaceKind::Crossing),
        _ => {
            let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, item.from);
            let fights = word.is_some_and(|m| matches!(m.value, TollWord::Soldiers | TollWord::Fighters));
            fights || item.is_cue(Cue::VaguePlace) || vehicle()
        }
    }
}

/// Is the actor of a side that fights nobody («the force of the United Nations»)?
fn is_neutral(reading: &Reading<'_>, actor: usize) -> bool {
    let code = reading.actors[actor].faction.map(|f| reading.knowledge.conflict.faction(f).code.as_str());
    code.is_some_and(|c| reading.knowledge.status.neutral.iter().any(|n| n == c))
}

/// Does the item name somebody who does not fight, or what only civilians use?
pub(super) fn is_civil(reading: &Reading<'_>, item: &Item) -> bool {
    let lists = &reading.knowledge.triggers.lists;
    let (text, tolls) = (&reading.text, &reading.knowledge.tolls);
    if let What::Actor(a) = item.what {
        let hit = &reading.actors[a];
        return hit.class == ActorClass::Civilians || hit.class == ActorClass::Person && !hit.is_commander;
    }
    let word = tolls.lexicon.longest_at(text, item.from).map(|m| *m.value);
    matches!(word, Some(TollWord::Civilians | TollWord::Persons))
        || tolls.ones.longest_at(text, item.from).is_some()
        || lists.civil_sites.longest_at(text, item.from).is_some()
        || lists.homes.longest_at(text, item.from).is_some()
}
