//! To whose control a place comes or comes back.

use super::roles::genitive;
use crate::events::acts::draft::Scope;
use crate::events::clauses::item::Item;
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// How far behind the verb the noun of control may stand.
const NEAR: usize = 6;

/// «the town submits to the control of Y»: whose control the noun names.
pub(super) fn submitted_to(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let controls = |i: &usize| {
        let under = scope.items[*i].to > scope.items[*i].from + 1; // «came under the control of Y»
        // «came back to the control of Y».
        let back = i.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Prep(Prep::To)));
        let to = under || back || scope.items[*i].affixes.has(Affixes::LI);
        // «to the fold of Y».
        let grips = || {
            let (actors, last) = (&scope.reading.knowledge.actors, scope.items[*i].to - 1);
            actors.is_grip(&scope.reading.text, last)
        };
        to && (takes(scope, &scope.items[*i]) || grips())
    };
    let at = (item + 1..scope.clause().items.end.min(item + NEAR)).find(controls)?;
    genitive(scope, at).map(|(actor, _)| actor)
}

/// Is it a noun of taking or of control?
fn takes(scope: Scope<'_, '_>, item: &Item) -> bool {
    item.noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Take)
}

/// «the army came back to the control of X», in Arabic «to control on X»: the armed subject of the verb at `item`.
pub(super) fn back_in_control(scope: Scope<'_, '_>, item: usize) -> Option<Vec<usize>> {
    let clause = scope.clause();
    let on = |i: &Item| i.is_cue(Cue::Prep(Prep::On)) && !i.has_pronoun;
    let items = scope.items.get(item + 1..clause.items.end.min(item + NEAR))?;
    let controls = items.windows(2).any(|w| takes(scope, &w[0]) && on(&w[1]));
    let armed = |&a: &usize| scope.reading.actors[a].class == ActorClass::Armed;
    let own = clause.finite.is_some_and(|f| f.item == item);
    (own && controls && clause.subject.iter().any(armed)).then(|| clause.subject.clone())
}
