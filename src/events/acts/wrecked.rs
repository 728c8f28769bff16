//! Vehicles and guns destroyed: fighting, where the sentence tells of no other.

use super::draft::{Draft, Scope};
use super::spot::Noun;
use crate::events::EventKind;
use crate::events::clauses::clause::{Clause, Finite, Opener};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm, WordForm};
use crate::text::Affixes;
use crate::text::inflect::Tense;

/// «of his», «of hers», «of theirs», folded.
const HIS: [&str; 3] = ["\u{644}\u{647}", "\u{644}\u{647}\u{627}", "\u{644}\u{647}\u{645}"];

/// «destroyed three vehicles»: what is destroyed in a fight is no damage to a place.
pub(super) fn wrecks_arms(reading: &Reading<'_>, items: &[Item], i: usize, form: TriggerForm) -> bool {
    const REACH: usize = 3;
    let near = items[i + 1..].iter().take(REACH + unit_behind(items, i, form));
    let near = near.take_while(|n| {
        let of_place = n.is_cue(Cue::VaguePlace) || n.is_cue(Cue::Partial);
        !matches!(n.what, What::Place(_) | What::Comma | What::Stop) && !of_place
    });
    // «destroyed four of them».
    // «the bulldozers of X tore up fields»: machines that act are not wrecked.
    let acts = |n: &Item| matches!(n.what, What::Actor(_)) && n.proclitic().is_none();
    let machines = form.form != WordForm::Noun && items.get(i + 1).is_some_and(acts);
    let machines = if machines { 1 } else { unit_behind(items, i, form) };
    let mut near = near.skip(machines);
    // «intercepted and destroyed two missiles».
    let missiles = &reading.knowledge.triggers.lists.missiles;
    let shot = items.get(i + 1).is_some_and(|n| missiles.longest_at(&reading.text, n.from).is_some());
    reading.frame_of(form) == Frame::Damage
        && (shot || near.any(|n| is_arms(reading, n) || n.is_cue(Cue::ThereFrom)))
}

/// «a unit of the army destroyed»: how many items the part of a side that acts takes, behind the verb at item `i`.
fn unit_behind(items: &[Item], i: usize, form: TriggerForm) -> usize {
    const UNIT: usize = 3;
    let of = |w: &[Item]| {
        matches!(w[0].what, What::Word)
            && w[1].is_cue(Cue::Prep(Prep::From))
            && matches!(w[2].what, What::Actor(_))
    };
    let unit = items.get(i + 1..i + 1 + UNIT).is_some_and(of);
    if unit && form.form != WordForm::Noun { UNIT } else { 0 }
}

/// «the planes of X destroyed two boats of Y»: does the object behind the verb at `item` name arms on the ground or at sea?
pub(super) fn names_arms(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 5;
    let arms = &scope.reading.knowledge.triggers.lists.arms;
    let end = scope.window_end(item).min(item + 1 + REACH);
    let mut near = scope.items[item + 1..end].iter().filter(|n| !matches!(n.what, What::Actor(_)));
    near.any(|n| arms.longest_at(&scope.reading.text, n.from).is_some())
}

/// Is it a word for arms?
pub(super) fn is_arms(reading: &Reading<'_>, item: &Item) -> bool {
    let triggers = &reading.knowledge.triggers;
    let flies = || {
        matches!(item.what, What::Word) && triggers.lists.air.longest_at(&reading.text, item.from).is_some()
    };
    triggers.lists.arms.longest_at(&reading.text, item.from).is_some() || flies()
}

/// «the factions destroyed two tanks near X»: does the wrecking at item `i` tell, alone in its sentence, of fighting at a
/// place?
pub(super) fn tells_of_fight(reading: &Reading<'_>, items: &[Item], clause: &Clause, i: usize) -> bool {
    const NEAR: usize = 3;
    let fights = |t: TriggerForm| {
        let frame = reading.frame_of(t);
        matches!(
            frame,
            Frame::Fight
                | Frame::Strike
                | Frame::Enter
                | Frame::Take
                | Frame::Repel
                | Frame::Harm
                | Frame::Hold
        )
    };
    let placed = items[i + 1..clause.items.end].iter().any(|n| matches!(n.what, What::Place(_)));
    // «a town that lies 6 km from X»: a state, unless it came about.
    let all = &reading.knowledge.triggers.all;
    let state = |t: TriggerForm| all[usize::from(t.trigger)].needs_became && !clause.has_become();
    let acts = |n: &Item| {
        let form = n.noun_trigger().or(n.verb_trigger().map(|(t, _)| t));
        form.is_some_and(|t| fights(t) && !state(t))
    };
    // «a launcher of rockets»: part of what is wrecked.
    let arms = &reading.knowledge.triggers.lists.arms;
    let of_arms = |j: usize| {
        let before = j.checked_sub(1).map(|k| arms.longest_at(&reading.text, items[k].from));
        before.flatten().is_some_and(|m| m.n_tokens > 1) && !items[j].is_joined()
    };
    let means = |n: &Item| n.prep() == Some(Prep::At) && n.affixes.has(Affixes::BI);
    let is_noun = items[i].noun_trigger().is_some();
    // «the destruction of a store in a raid of X»: the raid tells it.
    let raids = |n: &Item| n.noun_trigger().is_some_and(|t| is_raid(reading, t));
    let means = |n: &Item| means(n) && !(is_noun && raids(n));
    let with = |j: usize| j > i && (means(&items[j]) || is_of_crew(reading, items, j));
    // «…, and the guns of X destroyed a tank in Y»: told in a clause of its own, with its own place.
    let told_apart = clause.opener == Opener::Joined && clause.items.start > 0 && placed;
    let told = if told_apart { clause.items.clone() } else { 0..items.len() };
    let another = told.clone().any(|j| j != i && acts(&items[j]) && !with(j) && !of_arms(j));
    let armed = |n: &Item| matches!(n.what, What::Actor(a) if reading.actors[a].class == ActorClass::Armed);
    // «the destruction of a tank of X»: whose it was says who fights, where nobody is told to have done it.
    let force = |n: &Item| armed(n) && (n.proclitic().is_none() || is_noun && n.affixes.has(Affixes::LI));
    let here = &items[clause.items.clone()];
    let of_war = || {
        is_noun && (i + 1..clause.items.end).any(|j| is_of_crew(reading, items, j))
            || (is_noun || told_apart)
                && items[i + 1..clause.items.end].iter().take(NEAR).any(|n| is_of_war(reading, n))
    };
    // «…, and destroyed a tank in Y»: in the words of the subject of the clause before.
    let they = || told_apart && clause.subject.iter().any(|&a| reading.actors[a].class == ActorClass::Armed);
    placed && !another && (here.iter().any(force) || they() || of_war())
}

/// Is it a word for what planes do?
fn is_raid(reading: &Reading<'_>, form: TriggerForm) -> bool {
    reading.knowledge.triggers.all[usize::from(form.trigger)].kind == "air_strike"
}

/// «the destruction of a tank in X with a rocket»: does a noun of wrecking arms, told as a fight, stand before what they
/// were destroyed with?
pub(super) fn is_wrecked_with(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let with = items[i].affixes.has(Affixes::BI) && reading.frame_of(form) == Frame::Strike;
    let mut before = items[clause.items.start..i].iter().enumerate().rev();
    let wreck = before.find_map(|(n, b)| b.noun_trigger().map(|t| (clause.items.start + n, t)));
    with && wreck
        .is_some_and(|(j, t)| wrecks_arms(reading, items, j, t) && tells_of_fight(reading, items, clause, j))
}

/// Is it a word for what only armies drive, such as a tank?
fn is_of_war(reading: &Reading<'_>, item: &Item) -> bool {
    reading.knowledge.triggers.lists.armour.longest_at(&reading.text, item.from).is_some()
}

/// «and the death of its crew», «and the wounding of those on board»: does the noun of harm at item `j` tell what became of
/// those in a wrecked vehicle?
fn is_of_crew(reading: &Reading<'_>, items: &[Item], j: usize) -> bool {
    const REACH: usize = 4;
    let harms = |n: &Item| n.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Harm);
    let crews = &reading.knowledge.triggers.lists.crews;
    let named = |n: &Item| crews.longest_at(&reading.text, n.from).is_some();
    let behind = items[j + 1..].iter().take(REACH);
    // «on board of it» itself tells of nobody else.
    named(&items[j])
        || harms(&items[j]) && behind.take_while(|n| !matches!(n.what, What::Comma | What::Stop)).any(named)
}

/// «destroyed a tank in X with a shell»: does the verb of wrecking arms tell of a fight, so that what it was done with tells
/// nothing more?
pub(super) fn wrecks_with(noun: Noun<'_, '_>, verb: &Finite) -> bool {
    let Noun { reading, items, clause, .. } = noun;
    // «disabled a tank in X with a shell»: a verb that needs arms tells of a fight already.
    let disables = |t: TriggerForm| {
        t.need.is_some()
            && reading.frame_of(t) == Frame::Fight
            && items[verb.item + 1..noun.i].iter().any(|n| is_arms(reading, n))
    };
    let wrecks = |t: TriggerForm| wrecks_arms(reading, items, verb.item, t) || disables(t);
    verb.trigger.is_some_and(wrecks) && tells_of_fight(reading, items, clause, verb.item)
}

/// Arms wrecked by those who fight: a clash.
pub(in crate::events) fn wreck(scope: Scope<'_, '_>, item: usize, form: TriggerForm, draft: &mut Draft) {
    if draft.frame == Frame::Damage && wrecks_arms(scope.reading, scope.items, item, form) {
        (draft.kind, draft.frame, draft.is_weak) = (EventKind::Clash, Frame::Fight, false);
        draft.is_carried = true;
    }
}

/// «a ship that flies the flag of X off Y», «the ship that they seized»: a flag borne all along by what is no force is raised
/// over nothing, and a thing that is seized is no place.
pub(super) fn bears_flag(reading: &Reading<'_>, items: &[Item], clause: &Clause, finite: &Finite) -> bool {
    let lists = &reading.knowledge.triggers.lists;
    let flag = |n: &Item| lists.flags.longest_at(&reading.text, n.from).is_some();
    let form = finite.trigger.filter(|&t| reading.frame_of(t) == Frame::Take);
    let Some(form) = form else { return false };
    let now = finite.verb.tense == Tense::Imperfect;
    let force = |&a: &usize| matches!(reading.actors[a].class, ActorClass::Armed | ActorClass::State);
    let which = clause.opener == Opener::Relative;
    let raises = form.need.is_some() && items.get(finite.item + 1).is_some_and(flag);
    raises && now && (which || !clause.subject.iter().any(force))
        || which && is_of_thing(reading, items, clause)
}

/// Does the relative clause say something of a thing that may be seized?
fn is_of_thing(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> bool {
    /// Past the thing's name, between quotation marks.
    const BACK: usize = 4;
    let things = &reading.knowledge.triggers.lists.things;
    let before = items[..clause.items.start].iter().rev().take(BACK);
    let mut near = before.take_while(|n| matches!(n.what, What::Word | What::Known | What::Quote));
    near.any(|n| n.what == What::Word && things.longest_at(&reading.text, n.from).is_some())
}

/// «a helicopter of X fell», «the downing of a plane of X»: whose the machine is did not bring it down.
pub(super) fn lay_down(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const REACH: usize = 4;
    let reading = scope.reading;
    if draft.frame != Frame::Fight || draft.initiators.is_empty() || !draft.names_thing {
        return;
    }
    let air = |t: usize| reading.knowledge.triggers.lists.air.longest_at(&reading.text, t).is_some();
    let it = &scope.items[item];
    // «X announced the fall of a plane of its own».
    let his = |n: &Item| HIS.contains(&reading.text.fold_at(n.from));
    let behind = scope.items[item + 1..scope.clause().items.end].iter().take(REACH);
    if draft.is_noun && scope.clause().speech().is_some() && behind.into_iter().any(his) {
        let owners = std::mem::take(&mut draft.initiators);
        draft.targets.extend(owners);
        return;
    }
    let machine = (it.from + 1..it.to).find(|&t| air(t)).or_else(|| {
        let next = scope.items.get(item + 1)?;
        let bare =
            matches!(next.what, What::Word | What::Actor(_) | What::Number(_)) && next.proclitic().is_none();
        (bare && air(next.from)).then_some(next.from)
    });
    let Some(machine) = machine else { return };
    // «the planes of X shot down a helicopter»: the second machine is the one that fell.
    let end = scope.window_end(item);
    let behind = scope.items[item + 1..end].iter().filter(|n| n.from > machine);
    let mut behind = behind.take_while(|n| n.what != What::Comma && n.prep().is_none());
    if behind.any(|n| matches!(n.what, What::Word | What::Actor(_)) && air(n.from)) {
        return;
    }
    let owns = |a: &usize| {
        let tokens = &reading.actors[*a].tokens;
        tokens.end > machine && tokens.start <= machine + REACH
    };
    let owners: Vec<usize> = draft.initiators.iter().copied().filter(owns).collect();
    if owners.is_empty() {
        return;
    }
    draft.initiators.retain(|a| !owners.contains(a));
    draft.targets.extend(owners);
    let carried = scope.clause().finite.filter(|f| f.item < item && draft.is_noun && f.trigger.is_none());
    if carried.is_some() && draft.initiators.is_empty() {
        let armed = |a: &&usize| reading.actors[**a].class == ActorClass::Armed && !draft.targets.contains(a);
        draft.initiators = scope.clause().subject.iter().filter(armed).copied().collect();
    }
}
