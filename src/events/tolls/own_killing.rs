//! «X executed three in Y, and two died when a mine went off in Z»: each count has its own killing.

use super::cause::is_harm_of;
use super::toll::TollHit;
use crate::events::acts::draft::Draft;
use crate::events::acts::weapon::is_shot;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Toll, TollWho};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Has the verb of killing of a count a doer and a place of its own, in another clause than the `cause` of the next count?
pub(super) fn has_own_killing(drafts: &[Draft], toll: &TollHit, cause: Option<usize>) -> bool {
    let own = drafts.iter().find(|d| is_harm_of(d, toll));
    own.zip(cause.map(|c| &drafts[c])).is_some_and(|(own, cause)| {
        let is_whole = !own.initiators.is_empty() && !own.places.is_empty();
        is_whole && own.clause != cause.clause && own.initiators != cause.initiators
    })
}

/// Is it an assassination or an execution?
pub(super) fn is_murder(reading: &Reading<'_>, harm: &Draft) -> bool {
    reading.knowledge.triggers.lists.murders.longest_at(&reading.text, harm.trigger.0).is_some()
}

/// Is the harm an assassination, and `cause` not what it was done with: «X assassinated Y in a raid on Z», told in the same
/// breath and of nobody else?
pub(super) fn is_murder_apart(reading: &Reading<'_>, harm: &Draft, cause: &Draft) -> bool {
    let fire = cause.is_noun && matches!(cause.kind, EventKind::AirStrike | EventKind::Shelling);
    let within = cause.trigger.0.checked_sub(1).is_some_and(|i| reading.says_cue(i, Cue::Prep(Prep::At)));
    let same = harm.clause == cause.clause && cause.trigger.0 > harm.trigger.0;
    let with_it = fire && within && same && cause.initiators.iter().all(|a| harm.initiators.contains(a));
    is_murder(reading, harm) && !with_it
}

/// «the factions killed 15 of the attackers»: a force that kills several who are in arms fights them, where the verb tells of
/// no murder.
pub(in crate::events) fn fight_whom_they_kill(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let armed = |&a: &usize| {
        let hit = &reading.actors[a];
        let side = hit.faction.is_some_and(|f| reading.knowledge.conflict.faction(f).holds_ground);
        hit.class == ActorClass::Armed && side
    };
    for draft in drafts.iter_mut().filter(|d| d.kind == EventKind::Attack && d.frame == Frame::Harm) {
        let force = !draft.initiators.is_empty() && draft.initiators.iter().all(armed);
        // «killed four of its people, one the son of the mayor»: of no side.
        let sided = |t: &Toll| t.faction.is_some() || !draft.targets.is_empty();
        let in_arms = |t: &Toll| matches!(t.who, TollWho::Fighters | TollWho::Soldiers) && sided(t);
        let several = draft.tolls.iter().any(|t| t.killed.is_some_and(|k| k.0 > 1));
        let civil = |&a: &usize| reading.actors[a].class == ActorClass::Civilians;
        let fights = several && draft.tolls.iter().all(in_arms) && !draft.targets.iter().any(civil);
        if force && fights && !draft.is_noun && !is_murder(reading, draft) && !is_shot(reading, draft) {
            (draft.kind, draft.frame) = (EventKind::Clash, Frame::Fight);
        }
    }
}

/// Does «at the hands of», in one word or two, stand right before token `at`?
pub(super) fn is_at_hands_of(reading: &Reading<'_>, at: usize) -> bool {
    (1..=2).any(|n| {
        let found =
            at.checked_sub(n).and_then(|t| reading.knowledge.status.lexicon.longest_at(&reading.text, t));
        found.is_some_and(|m| m.n_tokens == n && m.value.iter().any(|c| c.cue == Cue::Prep(Prep::By)))
    })
}
