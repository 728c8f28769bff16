//! «a drone killed a leader», «warplanes sank a boat», «the planes repelled them»: what aircraft do by a verb of the ground is a
//! strike from the air.

use super::draft::{Draft, Scope};
use super::plane_hit::flies;
use super::weapon::{flies_behind, is_flown};
use super::wrecked::names_arms;
use crate::events::EventKind;
use crate::events::clauses::clause::Opener;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::triggers::Frame;

/// Makes a strike from the air of killing, sinking and repelling that aircraft do.
pub(super) fn strike_from_the_air(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let verb = !draft.is_noun;
    let kills = draft.frame == Frame::Harm && verb && is_killed_from_the_air(scope, item, draft);
    let sinks = draft.frame == Frame::Repel && verb && is_flown(scope.reading, draft);
    let repels = draft.frame == Frame::Repel && !draft.names_thing && flies(scope, item);
    if kills || sinks && names_arms(scope, item) || repels {
        (draft.kind, draft.frame) = (EventKind::AirStrike, Frame::Strike);
    }
}

/// «a drone killed a leader»: do aircraft stand right before the verb of killing at `item`, or right behind it?
fn is_killed_from_the_air(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    const NEAR: usize = 3;
    let reading = scope.reading;
    let air = &reading.knowledge.triggers.lists.air;
    let from = scope.clause().items.start.max(item.saturating_sub(NEAR));
    let mut before = scope.items[from..item]
        .iter()
        .rev()
        .take_while(|i| matches!(i.what, What::Word | What::Actor(_) | What::Known));
    let flies = |i: &Item| i.prep().is_none() && air.longest_at(&reading.text, i.from).is_some();
    let beside = |a: &usize| {
        let tokens = &reading.actors[*a].tokens;
        tokens.end == draft.trigger.0 || tokens.start == draft.trigger.1
    };
    let own = draft.initiators.iter().filter(|a| beside(a)).flat_map(|&a| reading.actors[a].tokens.clone());
    let flown = own.into_iter().any(|t| air.longest_at(&reading.text, t).is_some());
    before.any(flies) || flown || flies_behind(reading, scope.items, item)
}

/// «the planes bombed X, and hit Y», «drones attacked X, hitting its stores»: do planes stand behind the verb that the act at
/// `item` goes on from, with nobody else named as its doer?
pub(super) fn goes_on_flying(scope: Scope<'_, '_>, item: usize) -> bool {
    let clause = scope.clause();
    let own = clause.finite.filter(|f| f.item < item && scope.items[item].verb_trigger().is_none());
    let nobody = clause.subject.is_empty() && clause.opener == Opener::Joined;
    let before = clause.subject_from.or_else(|| scope.c.checked_sub(1).filter(|_| nobody));
    let verb = own.or_else(|| before.and_then(|p| scope.clauses.get(p)?.finite));
    verb.is_some_and(|f| flies_behind(scope.reading, scope.items, f.item))
}

/// «drones attacked X, hitting its stores»: what the participle tells planes do.
pub(super) fn fly_on(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.kind == EventKind::Shelling && goes_on_flying(scope, item) {
        draft.kind = EventKind::AirStrike;
    }
}
