//! «a shell that X fired fell on Y»: who sent what falls and hits.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::{Clause, Finite};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// How many words at most stand between an act and the verb that says who launched it, the place that was hit among them.
const WORDS: usize = 8;

/// How many words at most stand between the name of an operation and its aim.
const AIM: usize = 7;

/// «a missile that X launched», «the fall of a shell fired by X», «a shell fell on the town of Y, fired by X»: a verb that
/// only carries the noun, with its pronoun, and its subject right behind.
pub(in crate::events) fn launched_by(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let carries = |i: &Item| i.verb_cue().is_some_and(|(cue, _)| cue == Cue::Light);
    let verb = (item + 1..scope.items.len()).take(WORDS).find(|&i| {
        let it = &scope.items[i];
        carries(it) && it.has_pronoun && !it.is_joined()
    })?;
    let shot = |i: &Item| i.noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Strike);
    let words = scope.items[item + 1..verb].iter().all(|i| {
        let placed = matches!(i.what, What::Place(_) | What::Comma | What::Date(_))
            || i.is_cue(Cue::Prep(Prep::On))
            || i.is_cue(Cue::Prep(Prep::At));
        let thing = matches!(i.what, What::Word | What::Actor(_) | What::Number(_));
        thing || placed && !i.is_joined() || shot(i) || i.is_cue(Cue::Relative)
    });
    match scope.items.get(verb + 1)?.what {
        What::Actor(a) if words => Some(a),
        _ => None,
    }
}

/// «raids that X launched», «the advance that X made»: whoever did is the one who acts.
pub(super) fn take_launcher(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let made = matches!(draft.frame, Frame::Enter | Frame::Take | Frame::Leave);
    if (made || matches!(draft.frame, Frame::Strike | Frame::Fight | Frame::Hold))
        && let Some(launcher) = launched_by(scope, item)
    {
        draft.initiators = std::iter::once(launcher).collect();
        draft.is_carried |= made;
    }
}

/// Does the verb, before the noun at item `i`, say that somebody begins what the noun tells?
pub(super) fn launches(verb: &Finite, i: usize) -> bool {
    verb.item < i && matches!(verb.cue, Some(Cue::Light | Cue::Begin | Cue::Launch))
}

/// «the army launched the operation Y of Z», a name of two words that no list knows: does an armed side launch it?
pub(in crate::events) fn is_launched_by_force(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    i: usize,
) -> bool {
    let force = |a: &usize| matches!(reading.actors[*a].class, ActorClass::Armed | ActorClass::Person);
    let name = |n: &Item| n.what == What::Word && (n.affixes.is_empty() || n.affixes == Affixes::AL);
    let (Some(first), Some(second)) = (items.get(i + 1), items.get(i + 2)) else { return false };
    let definite = |n: &Item| reading.text.is_definite(n.from);
    let two = name(second) && definite(second);
    // «the operation "Dignity" against Y», «the operation "Golden Victory" to take Y».
    let aims = |n: &Item| {
        let takes = n.noun_trigger().is_some_and(|t| {
            matches!(reading.frame_of(t), Frame::Take | Frame::Enter | Frame::Repel | Frame::Fight)
        });
        n.is_cue(Cue::Prep(Prep::Against)) || n.affixes.has(Affixes::LI) && takes
    };
    let aimed = || items[i + 2..clause.items.end.max(i + 2)].iter().take(AIM).any(aims);
    // «launched the operation "Dignity" in X».
    let located = || match items.get(i + 2..i + 4) {
        Some([at, place]) => at.is_cue(Cue::Prep(Prep::At)) && matches!(place.what, What::Place(_)),
        _ => false,
    };
    let placed = matches!(first.what, What::Place(_)) && first.proclitic().is_none() && located();
    let named =
        placed || name(first) && (two && !definite(first) || definite(first) && (aimed() || located()));
    named && clause.finite.is_some_and(|f| launches(&f, i)) && clause.subject.iter().any(force)
}

/// «shells that X fired hit Y»: the one who fired acts, when the verb at `item` names nobody.
pub(in crate::events) fn lay_to_launcher(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.frame == Frame::Strike && draft.initiators.is_empty() {
        let launcher = launched_by(scope, item);
        draft.targets.retain(|&mut a| Some(a) != launcher);
        draft.initiators.extend(launcher);
    }
}

/// «the success of X and Y in taking Z»: X and Y, between a noun of beginning or succeeding and the preposition.
pub(super) fn succeeds(scope: Scope<'_, '_>, item: usize) -> Vec<usize> {
    let within = |i: &Item| i.is_cue(Cue::Prep(Prep::At)) || i.is_cue(Cue::Prep(Prep::From));
    // «in advancing and taking».
    let is_noun = |i: &Item| i.noun_trigger().is_some();
    let at = item.checked_sub(1).map(|j| if is_noun(&scope.items[j]) { j } else { item });
    let Some([before @ .., prep]) = at.and_then(|at| scope.items.get(..at)) else { return Vec::new() };
    let n = before.iter().rev().take_while(|i| matches!(i.what, What::Actor(_))).count();
    let (before, doers) = before.split_at(before.len() - n);
    if !within(prep) || !before.last().is_some_and(|b| b.is_cue(Cue::Begin)) {
        return Vec::new();
    }
    let actor = |i: &Item| i.actor();
    doers.iter().filter_map(actor).collect()
}
