//! What the subject of a clause does beside the act of its verb: «captured five men after taking X», «found arms while
//! combing Y».

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::Finite;
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «While», «during», folded.
const WHILE: [&str; 2] = ["\u{627}\u{62B}\u{646}\u{627}\u{621}", "\u{62E}\u{644}\u{627}\u{644}"];

/// «captured five men after taking X»: who did the one did the other.
pub(super) fn took_before(scope: Scope<'_, '_>, item: usize, governor: Finite, draft: &mut Draft) {
    let behind = item.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::After));
    // «found X while combing Y».
    let amid = item.checked_sub(1).is_some_and(|j| {
        let before = &scope.items[j];
        before.to - before.from == 1 && WHILE.contains(&scope.reading.text.fold_at(before.from))
    });
    let own = matches!(draft.frame, Frame::Send | Frame::Move | Frame::Enter | Frame::Take);
    let acts = governor.trigger.is_some_and(|t| {
        let frame = scope.trigger(t).frame;
        !matches!(frame, Frame::Leave | Frame::Flee | Frame::Lose | Frame::Fall | Frame::Harm)
    });
    // «attacked X and regained it»: written like «its recapture».
    let affixes = scope.items[item].affixes;
    let and_it = affixes == Affixes::WA || affixes == Affixes::WA.with(Affixes::PRONOUN);
    let joined = draft.has_object && and_it;
    let took = (behind || joined) && acts && draft.frame == Frame::Take;
    if (amid && own || took) && draft.initiators.is_empty() {
        let armed = |a: &usize| scope.reading.actors[*a].class == ActorClass::Armed;
        draft.initiators.extend(scope.clause().subject.iter().copied().filter(armed));
    }
}

/// «the fall of a shell»: is item `i` the bare noun of a weapon that the noun at `item` asks for?
pub(super) fn is_its_word(scope: Scope<'_, '_>, item: usize, i: usize) -> bool {
    let asks = scope.items[item].noun_trigger().is_some_and(|t| t.need.is_some());
    let it = &scope.items[i];
    asks && it.prep().is_none() && it.proclitic().is_none() && !it.is_joined() && it.noun_trigger().is_some()
}

/// «X cut the road», written like «the cutting of the road»: who opens a clause without a verb, right before the noun.
pub(super) fn opens_before(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let clause = scope.clause();
    let before = item.checked_sub(1).filter(|&j| j >= clause.items.start).map(|j| &scope.items[j])?;
    let bare = scope.items[item].affixes.is_empty() && clause.finite.is_none();
    let opens = item <= clause.items.start + 2 && (before.proclitic().is_none() && !before.is_joined());
    let fights = |a: &usize| scope.reading.actors[*a].class == ActorClass::Armed;
    before.actor().filter(|a| bare && opens && fights(a))
}

/// «an Israeli campaign of arrests»: is the actor an adjective of a noun of two words, which tells who arrests?
pub(super) fn names_doer(scope: Scope<'_, '_>, item: usize, actor: usize) -> bool {
    let (it, hit) = (&scope.items[item], &scope.reading.actors[actor]);
    let words = &scope.reading.knowledge.actors.words;
    let word = words.longest_at(&scope.reading.text, hit.tokens.start);
    let adjective = hit.tokens.len() == 1 && word.is_some_and(|m| m.value.modifier.is_some());
    adjective && it.to - it.from > 1
}
