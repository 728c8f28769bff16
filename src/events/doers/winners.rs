//! Who took what «falls», «is lost» or «is freed» with no word of by whom: whoever took or attacked before.

use super::killed_on::{is_of_other_day, is_of_state};
use crate::events::acts::draft::{Actors, Draft};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::FactionId;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// The initiators of the capture told before that the draft, which names no taker, goes on telling of.
pub(super) fn taker_before(reading: &Reading<'_>, draft: &Draft, before: &[Draft]) -> Option<Actors> {
    let reach = if draft.frame == Frame::Lose { 60 } else { 6 };
    let holder = stronghold_of(reading, draft);
    let winner = before.iter().rev().take(reach).find(|d| {
        matches!(d.kind, EventKind::Capture | EventKind::Advance)
            && !d.initiators.is_empty()
            && !(draft.frame == Frame::Fall && (is_of_state(reading, d) || is_move_of_state(reading, d)))
            && !is_of_other_day(draft, d)
            && !is_loser(reading, d, draft, holder)
            && draft.sentence - d.sentence <= if draft.frame == Frame::Lose { 40 } else { 4 }
    });
    let attacker = || {
        const REACH: usize = 8;
        const SENTENCES: usize = 2;
        before.iter().rev().take(REACH).find(|d| {
            let fights = d.kind == EventKind::Clash && d.frame == Frame::Fight && d.others.is_empty();
            let armed = d.initiators.iter().all(|&a| reading.actors[a].class == ActorClass::Armed);
            fights
                && (armed && !d.initiators.is_empty())
                && !d.stance.is_past
                && d.stance.modality <= Modality::Claimed
                && draft.sentence - d.sentence <= SENTENCES
                && !is_of_state(reading, d)
                && !is_loser(reading, d, draft, holder)
        })
    };
    let falls = draft.frame == Frame::Fall && !draft.stance.is_past;
    let told = winner.or_else(|| if falls { attacker() } else { None })?;
    Some(told.initiators.clone())
}

/// Is it the move of a state's army, which takes no place of another country?
fn is_move_of_state(reading: &Reading<'_>, told: &Draft) -> bool {
    let other = reading.knowledge.actors.sides.other;
    let states = &reading.knowledge.actors.states;
    let serves = |f: FactionId| f != other && states.iter().any(|s| s.origin.government == f);
    let moves = told.kind == EventKind::Advance;
    moves && told.initiators.iter().any(|&a| reading.actors[a].faction.is_some_and(serves))
}

/// Do those who took what `told` tells lose what `draft` tells, or fight beside those who do?
pub(super) fn is_loser(
    reading: &Reading<'_>,
    told: &Draft,
    draft: &Draft,
    holder: Option<FactionId>,
) -> bool {
    let conflict = &reading.knowledge.conflict;
    let rest = |f: FactionId| conflict.faction(f).is_rest;
    let losers = draft.targets.iter().filter_map(|&a| reading.actors[a].faction).chain(holder);
    let losers: Vec<FactionId> = losers.filter(|&f| !rest(f)).collect();
    let mut takers = told.initiators.iter().filter_map(|&a| reading.actors[a].faction);
    takers.any(|t| losers.iter().any(|&l| conflict.same_side(t, l)))
}

/// «the freeing of X, the last stronghold of Y»: Y, named right behind the place in words for what somebody holds.
pub(super) fn stronghold_of(reading: &Reading<'_>, draft: &Draft) -> Option<FactionId> {
    const NEAR: usize = 5;
    const HOLDS: usize = 4;
    let place = &reading.places[*draft.places.first()?].tokens;
    let end = reading.sentences[draft.sentence].tokens.end.min(place.end + NEAR);
    let at = (place.end..end).find(|&i| reading.says_cue(i, Cue::VaguePlace))?;
    let holder = reading.actors.iter().find(|a| a.tokens.start > at && a.tokens.start <= at + HOLDS)?;
    (place.start >= draft.trigger.0).then_some(holder.faction).flatten()
}

/// «On the 4th: the capture of X», «X fell», in a text in which one side alone takes places: that side took X.
pub(super) fn name_only_taker(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let takes = |d: &Draft| {
        let gains = matches!(d.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance);
        gains && matches!(d.frame, Frame::Take | Frame::Enter | Frame::Fall)
    };
    let real = |d: &Draft| d.stance.modality <= Modality::Claimed && !d.stance.is_past;
    let armed = |a: &usize| reading.actors[*a].class == ActorClass::Armed;
    let named = |d: &&Draft| takes(d) && real(d) && d.initiators.iter().any(armed);
    let sides = drafts.iter().filter(named).flat_map(|d| d.initiators.iter().copied());
    let winners: Vec<usize> = sides.filter(armed).collect();
    let lasting = |d: &&Draft| named(d) && d.kind != EventKind::Advance;
    let [first, ..] = winners[..] else { return };
    if !drafts.iter().any(|d| lasting(&d)) {
        return; // who only comes near takes nothing
    }
    let faction = |a: usize| reading.actors[a].faction;
    let Some(side) = faction(first) else { return };
    let conflict = &reading.knowledge.conflict;
    let alone = winners.iter().all(|&a| match faction(a) {
        Some(f) if conflict.faction(f).is_rest => {
            f == side && reading.actors[a].name == reading.actors[first].name
        }
        Some(f) => conflict.same_side(f, side),
        None => false,
    });
    if !alone {
        return;
    }
    for draft in drafts.iter_mut().filter(|d| takes(d) && real(d) && d.initiators.is_empty()) {
        let bare =
            draft.frame == Frame::Fall || draft.is_noun && !draft.is_dependent && opens_line(reading, draft);
        let holder = stronghold_of(reading, draft);
        let loses = draft
            .targets
            .iter()
            .filter_map(|&a| faction(a))
            .chain(holder)
            .any(|f| conflict.same_side(f, side));
        if bare && !loses {
            draft.initiators.push(first);
            draft.why.push("the one side that takes places in this text".into());
        }
    }
}

/// Does nothing but marks, numbers and a day stand between the head of the line and the noun that tells the act?
fn opens_line(reading: &Reading<'_>, draft: &Draft) -> bool {
    let sentence = &reading.sentences[draft.sentence].tokens;
    let dated = |i: usize| reading.dates.iter().any(|d| d.tokens.contains(&i));
    let quiet = |i: usize| reading.text.tokens[i].kind != crate::text::TokenKind::Word || dated(i);
    (sentence.start..draft.trigger.0).all(quiet)
}
