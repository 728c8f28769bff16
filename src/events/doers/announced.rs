//! «The army said that ten gunmen had been killed in an operation»: who says so of his enemies killed them.

use super::handed::are_apart;
use super::sides::of_the_doer;
use crate::events::EventKind;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::Finite;
use crate::events::clauses::item::Item;
use crate::events::clauses::subject::coordinated;
use crate::events::facts::whom::is_alike;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// Names the armed side or state that speaks as the doer where the killing of its foes is told of nobody.
pub(in crate::events) fn name_announcers(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        let kind = matches!(draft.kind, EventKind::Clash | EventKind::Casualties);
        let deadly = matches!(draft.frame, Frame::Fight | Frame::Harm)
            && draft.tolls.iter().any(|t| t.killed.is_some());
        if !kind || !deadly || !draft.initiators.is_empty() || draft.targets.is_empty() {
            continue;
        }
        let Some(who) = draft.stance.attribution.as_ref().filter(|a| a.is_party) else { continue };
        let foe = |t: usize, s: usize| {
            let (target, speaker) = (&reading.actors[t], &reading.actors[s]);
            target.class == ActorClass::Armed
                && are_apart(reading, s, t)
                && !is_alike(&speaker.name, &target.name)
        };
        let speaks = |s: &&usize| {
            matches!(reading.actors[**s].class, ActorClass::Armed | ActorClass::State | ActorClass::Person)
        };
        let Some(&speaker) = who.actors.iter().find(speaks) else { continue };
        if draft.targets.iter().all(|&t| foe(t, speaker)) {
            draft.initiators.push(speaker);
            draft.why.push("who speaks of foes killed".into());
        }
    }
}

/// «X announced the start of an attack of Y», Y with a preposition right behind the noun: who speaks does not do it.
pub(super) fn announced_doer(scope: Scope<'_, '_>, item: usize, governor: Option<Finite>, draft: &mut Draft) {
    let spoken = governor.is_some_and(|g| matches!(g.cue, Some(Cue::Speech(_))));
    let named = scope.items.get(item + 1).and_then(Item::actor);
    if let Some(actor) = named.filter(|_| spoken && of_the_doer(scope, draft, item + 1)) {
        let all = coordinated(scope.reading, scope.items, scope.window_end(item), item + 1, actor);
        draft.initiators.extend(all);
    }
}
