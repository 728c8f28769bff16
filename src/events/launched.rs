//! «a shell that X fired fell on Y»: who sent what falls and hits.

use super::draft::{Draft, Scope};
use super::item::{Item, What};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// How many words at most stand between an act and the verb that says who launched it.
const WORDS: usize = 4;

/// «a missile that X launched», «the fall of a shell fired by X»: a verb that only carries the noun, with its pronoun,
/// and its subject right behind.
pub(super) fn launched_by(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let carries = |i: &Item| i.verb_cue().is_some_and(|(cue, _)| cue == Cue::Light);
    let verb = (item + 1..scope.items.len()).take(WORDS).find(|&i| {
        let it = &scope.items[i];
        carries(it) && it.has_pronoun && !it.is_joined()
    })?;
    let shot = |i: &Item| i.noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Strike);
    let words = scope.items[item + 1..verb].iter().all(|i| {
        matches!(i.what, What::Word | What::Actor(_) | What::Number(_)) || shot(i) || i.is_cue(Cue::Relative)
    });
    match scope.items.get(verb + 1)?.what {
        What::Actor(a) if words => Some(a),
        _ => None,
    }
}

/// «shells that X fired hit Y»: the one who fired acts, when the verb at `item` names nobody.
pub(super) fn lay_to_launcher(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.frame == Frame::Strike && draft.initiators.is_empty() {
        let launcher = launched_by(scope, item);
        draft.targets.retain(|&mut a| Some(a) != launcher);
        draft.initiators.extend(launcher);
    }
}
