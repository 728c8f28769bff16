//! Whose dead a count of its own counts: «twelve of the fighters of X were killed in the battles».

use super::toll::TollHit;
use crate::events::TollWho;
use crate::events::acts::draft::{Actors, Draft};
use crate::events::acts::settle::are_friends;
use crate::events::mentions::reading::{ActorClass, ActorHit, Reading};
use crate::knowledge::status::{Cue, Prep};

/// The actors that the counts themselves name, or that stand right behind them, «of» between.
pub(super) fn whose_dead(reading: &Reading<'_>, tolls: &[TollHit]) -> Actors {
    let is_of = |i: usize| {
        let found = reading.knowledge.status.lexicon.longest_at(&reading.text, i);
        found.is_some_and(|m| m.n_tokens == 1 && m.value.iter().any(|c| c.cue == Cue::Prep(Prep::From)))
    };
    let mut out = Actors::new();
    for toll in tolls {
        let end = if is_of(toll.to) { toll.to + 1 } else { toll.to };
        let first = reading.actors.partition_point(|a| a.tokens.start < toll.from);
        let near = reading.actors[first..].iter().take_while(|a| a.tokens.start <= end);
        // «600 persons», of whom it is not told what they were.
        let people = |a: &ActorHit| a.class == ActorClass::Civilians && toll.toll.who != TollWho::Civilians;
        let counted = near
            .enumerate()
            .filter(|(_, a)| (a.tokens.start < toll.to || a.tokens.start == end) && !people(a));
        out.extend(counted.map(|(n, _)| first + n));
    }
    out
}

/// «attacked Y, killing twelve fighters of X»: those who are counted as dead, and no friends of who attacked, are whom the act
/// was aimed at when nobody else is told to be.
pub(super) fn aim_at_dead(reading: &Reading<'_>, draft: &mut Draft, toll: &TollHit) {
    if !draft.targets.is_empty() || draft.initiators.is_empty() {
        return;
    }
    let side = |a: usize| reading.actors[a].leader.or(reading.actors[a].faction);
    let friends = |i: usize, a: usize| side(i) == side(a) || are_friends(reading, i, a);
    let own = |a: usize| draft.initiators.iter().chain(&draft.others).any(|&i| friends(i, a));
    // Who stands before the count did it, or sent who did.
    let number = reading.numbers.partition_point(|n| n.from < toll.from);
    let counted = reading.numbers.get(number).filter(|n| n.from < toll.to).map_or(toll.from, |n| n.from);
    let armed = |&a: &usize| {
        let hit = &reading.actors[a];
        matches!(hit.class, ActorClass::Armed | ActorClass::Person)
            && (hit.faction.is_some() || hit.leader.is_some())
            && !own(a)
            && hit.tokens.start >= counted
    };
    draft.targets = whose_dead(reading, std::slice::from_ref(toll)).into_iter().filter(armed).collect();
}

/// «the organisation X executed the young man Y»: who stands right behind a verb of killing, before the one who is named as
/// its victim, did it.
pub(super) fn hand_to_killer(reading: &Reading<'_>, harm: &mut Draft, tolls: &[TollHit]) {
    const PERSON: usize = 2;
    let victim = |from: usize| tolls.iter().any(|t| t.is_known_one && from < t.to && t.to <= from + PERSON);
    let kills = |&a: &usize| {
        let hit = &reading.actors[a];
        let next = hit.tokens.start == harm.trigger.1;
        next && hit.class == ActorClass::Armed && !hit.is_common_noun && victim(hit.tokens.end)
    };
    let Some(at) = harm.targets.iter().position(kills).filter(|_| !harm.is_noun) else { return };
    let killer = harm.targets.remove(at);
    harm.initiators.push(killer);
}
