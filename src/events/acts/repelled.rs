//! «its forces repelled the attack»: an attack that is known names no place, and was repelled where it was told.

use super::draft::{Draft, Scope};
use super::weapon::is_air_defence;
use crate::events::EventKind;
use crate::events::clauses::item::Item;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Lets a verb of repelling tell enough by the known attack that stands behind it.
pub(in crate::events) fn repel_known(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const REACH: usize = 3;
    if draft.frame != Frame::Repel || draft.is_noun || !draft.places.is_empty() {
        return;
    }
    let mut behind = scope.items[item + 1..scope.clause().items.end].iter().take(REACH);
    let known = behind.find_map(|i| i.noun_trigger().map(|t| (i, scope.trigger(t).frame)));
    let definite = known.is_some_and(|(i, frame)| {
        let attack = matches!(frame, Frame::Fight | Frame::Enter | Frame::Strike);
        attack && (scope.reading.text.is_definite(i.from) || i.affixes.has(Affixes::AL))
    });
    draft.names_thing |= definite && !draft.initiators.is_empty();
}

/// «the air defences of X destroyed five of them»: what they destroy was fired at them.
pub(super) fn down(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let reading = scope.reading;
    strike_from_above(scope, item, draft);
    let air = &reading.knowledge.triggers.lists.air;
    let defends = |t: usize| air.longest_at(&reading.text, t).is_some() && is_air_defence(reading, t);
    let by_them = draft.initiators.iter().any(|&a| reading.actors[a].tokens.clone().any(defends));
    if draft.frame == Frame::Damage && !draft.is_noun && by_them {
        (draft.kind, draft.frame, draft.is_weak) = (EventKind::Defence, Frame::Repel, false);
    }
}

/// «drones destroyed a battery in X», told like «destroyed drones»: with an object behind them the drones strike.
fn strike_from_above(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const ADJECTIVES: usize = 3;
    if draft.frame != Frame::Repel || draft.is_noun {
        return;
    }
    let (reading, end) = (scope.reading, scope.window_end(item));
    let air = &reading.knowledge.triggers.lists.air;
    let next = scope.items.get(item + 1).filter(|n| item + 1 < end && n.prep().is_none());
    let flies = next.is_some_and(|n| air.longest_at(&reading.text, n.from).is_some());
    if !flies {
        return;
    }
    let arms = &reading.knowledge.triggers.lists.arms;
    let accusative = |n: &Item| reading.text.fold_at(n.from).ends_with('\u{627}') && n.affixes.is_empty();
    let object = |n: &Item| {
        let thing =
            arms.longest_at(&reading.text, n.from).is_some() || accusative(n) || n.is_cue(Cue::VaguePlace);
        thing && air.longest_at(&reading.text, n.from).is_none()
    };
    let mut behind = scope.items[item + 2..end.max(item + 2)].iter().take(ADJECTIVES);
    if behind.by_ref().take_while(|n| n.prep().is_none() && !n.is_joined()).any(object) {
        (draft.kind, draft.frame) = (EventKind::AirStrike, Frame::Strike);
    }
}
