//! Roads that are cut: closed by whoever cuts them; who cuts a side's supplies advances on it.

use super::draft::{Actors, Draft, Scope};
use crate::events::EventKind;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::PartKind;
use crate::knowledge::triggers::{Frame, TriggerForm};

/// «the troops managed to cut the road to X», «the army announced the cutting of the supply line»: a road that is cut is
/// closed, and whoever cuts supplies under arms advances; a line that nobody in arms cuts needs somebody who does.
pub(super) fn cut_road(scope: Scope<'_, '_>, item: usize, form: TriggerForm, draft: &mut Draft) {
    const REACH: usize = 3;
    /// So far behind the verb the road and what goes along it stand.
    const NEAR: usize = 6;
    let reading = scope.reading;
    let words = &reading.knowledge.place_words.words;
    let road =
        |t: usize| words.longest_at(&reading.text, t).is_some_and(|m| m.value.part == Some(PartKind::Road));
    let (from, to) = draft.trigger;
    let behind = || from..(to + NEAR).min(reading.sentences[draft.sentence].tokens.end);
    let supplies = &reading.knowledge.triggers.lists.supplies;
    let fed = behind().any(|t| supplies.longest_at(&reading.text, t).is_some());
    let cuts = draft.kind == EventKind::Advance && form.need.is_some() && may_close(reading, from);
    if cuts && !fed && behind().any(road) {
        (draft.kind, draft.is_on_road) = (EventKind::Infrastructure, true);
    }
    if !draft.is_noun || scope.items[item].has_pronoun {
        return;
    }
    let armed = |a: &usize| reading.actors[*a].class == ActorClass::Armed;
    let verb = scope.clause().finite.filter(|f| f.item < item && item - f.item <= 2 * REACH);
    let doers: Actors = if draft.initiators.is_empty() {
        let subject = scope.clause().subject.iter().copied();
        subject.filter(|_| verb.is_some()).collect()
    } else {
        draft.initiators.clone()
    };
    let by_force = !doers.is_empty() && doers.iter().all(armed);
    let closes = draft.frame == Frame::Close && to > from + 1 && (from..to).any(road);
    if closes && by_force && draft.kind == EventKind::Infrastructure {
        draft.frame = Frame::Enter;
        draft.initiators = doers;
        (draft.is_on_road, draft.is_weak) = (true, false);
    } else if draft.kind == EventKind::Advance && form.need.is_some() && !by_force {
        draft.is_weak = true;
        draft.initiators.retain(|a| armed(a));
    }
}

/// Is the word at token `from` one that closes, too («cut the water»)?
fn may_close(reading: &Reading<'_>, from: usize) -> bool {
    let found = reading.knowledge.triggers.lexicon.longest_at(&reading.text, from);
    found
        .is_some_and(|m| m.value.iter().any(|&t| matches!(reading.frame_of(t), Frame::Close | Frame::Damage)))
}

/// «protesters cut the road to X», «stormed the parliament», «shut the field of Y»: people take no ground.
pub(super) fn is_blocked_by_people(reading: &Reading<'_>, draft: &Draft) -> bool {
    let civil = |&a: &usize| reading.actors[a].class == ActorClass::Civilians;
    let road = draft.kind == EventKind::Infrastructure && draft.frame == Frame::Enter;
    let enters = (draft.kind == EventKind::Advance || road) && (draft.names_thing || !draft.is_weak);
    let closes = draft.frame == Frame::Close && !draft.is_noun && !draft.names_thing;
    (enters || closes) && draft.initiators.iter().any(civil)
}
