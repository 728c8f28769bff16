//! A place that the government of the country takes is retaken, whoever governs there; what anybody else takes is
//! captured.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, ActorHit, Reading};
use crate::events::{Actor, EventKind, Role};
use crate::knowledge::{ActorWord, Camp, HeadClass, Modifier, StateIdx};

/// The kind of a draft, once it is known who acts in whose country.
pub(super) fn kind_of(reading: &Reading<'_>, draft: &Draft, actors: &[Actor]) -> EventKind {
    let heir = reading.knowledge.actors.succession.as_ref().map(|s| s.faction);
    let by_heir = |a: &Actor| a.role == Role::Initiator && heir.is_some() && a.faction_id == heir;
    let taker = || draft.initiators.first().map(|&a| &reading.actors[a]);
    match draft.kind {
        // For those who succeeded the government what it would retake is a capture.
        EventKind::Retake if actors.iter().any(by_heir) => EventKind::Capture,
        EventKind::Capture => {
            let governs = taker().is_some_and(|t| governs_there(reading, draft, t));
            if governs { EventKind::Retake } else { EventKind::Capture }
        }
        kind => kind,
    }
}

/// Does the taker serve the government of the country in which the place lies?
fn governs_there(reading: &Reading<'_>, draft: &Draft, taker: &ActorHit) -> bool {
    let knowledge = reading.knowledge;
    let named = draft.places.first().and_then(|&p| reading.places[p].place);
    let Some(place) = named.or(reading.home) else { return false };
    let Some(&state) = knowledge.place_words.states.get(&knowledge.conflict.place(place).country) else {
        return false;
    };
    let origin = knowledge.actors.state(state).origin;
    match taker.faction {
        Some(f) if f != knowledge.actors.sides.other => f == origin.government || f == origin.force,
        _ => serves(reading, taker, state) || is_its_army(reading, taker, state),
    }
}

/// «the army of the country», «the forces of the government», «the Ukrainians»: do the words name the state's own side?
fn serves(reading: &Reading<'_>, actor: &ActorHit, state: StateIdx) -> bool {
    let words = || {
        let at = |i| reading.knowledge.actors.words.longest_at(&reading.text, i);
        actor.tokens.clone().filter_map(at).map(|m| m.value)
    };
    let names = &reading.knowledge.actors.names;
    let name = |w: &ActorWord| w.name.and_then(|n| names.get(usize::from(n.0)));
    if let Some(known) = words().find_map(name) {
        return known.governs && known.state == Some(state);
    }
    let is_force = words().any(|w| w.head.is_some_and(|h| h.class == HeadClass::Force));
    let of_state = |w: &ActorWord| matches!(w.modifier, Some((Modifier::State(s), _)) if s == state);
    let of_government = |w: &ActorWord| {
        matches!(w.modifier, Some((Modifier::Camp(Camp::Government), _)))
            || w.head.is_some_and(|h| h.class == HeadClass::Government || h.side == Some(Camp::Government))
    };
    let own = |w: &ActorWord| of_government(w) || of_state(w) && (is_force || actor.is_people);
    !words().any(|w| w.relation.is_some()) && words().any(own)
}

/// «the army», with nothing behind it, where the text speaks of the state's own army around it.
fn is_its_army(reading: &Reading<'_>, taker: &ActorHit, state: StateIdx) -> bool {
    /// So many mentions before and behind are asked.
    const REACH: usize = 100;
    let bare = taker.tokens.len() == 1 && taker.class == ActorClass::Armed && taker.is_common_noun;
    let noun = |a: &ActorHit| a.tokens.start;
    let same = |a: &ActorHit| reading.text.fold_at(noun(a)) == reading.text.fold_at(noun(taker));
    let here = reading.actors.partition_point(|a| a.tokens.start < taker.tokens.start);
    let around = here.saturating_sub(REACH)..reading.actors.len().min(here + REACH);
    let own = |a: &ActorHit| a.tokens.len() > 1 && same(a) && serves(reading, a, state);
    bare && reading.actors[around].iter().any(own)
}
