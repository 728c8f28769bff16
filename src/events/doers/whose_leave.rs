//! «before its withdrawal from X», «forced it to withdraw»: who it is that leaves.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::gender::fits_pronoun;
use crate::events::clauses::item::What;
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::triggers::Frame;

/// Lets the pronoun of a withdrawal mean the side told last that it fits, and never civilians.
pub(in crate::events) fn name_leaver(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let it = &scope.items[item];
    if draft.frame != Frame::Leave || !draft.is_noun || draft.is_weak || !it.has_pronoun {
        return;
    }
    let reading = scope.reading;
    let civil = |a: &usize| reading.actors[*a].class == ActorClass::Civilians;
    if draft.initiators.is_empty() || !draft.initiators.iter().all(civil) {
        return;
    }
    let fits = |a: &usize| {
        let hit = &reading.actors[*a];
        let armed = hit.class == ActorClass::Armed && !hit.is_anonymous;
        armed && fits_pronoun(reading, it.to - 1, *a)
    };
    let side = scope.items[..item].iter().rev().find_map(|i| match i.what {
        What::Actor(a) if fits(&a) => Some(a),
        _ => None,
    });
    if let Some(side) = side {
        draft.initiators.clear();
        draft.initiators.push(side);
    }
}
