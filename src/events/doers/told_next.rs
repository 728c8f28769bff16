//! «after its capture of X, the factions …», «during its storming of X, …»: whom a pronoun means that stands before its name.

use super::beside_act::opens_before;
use crate::events::acts::aside::ends_in_pronoun;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::Opener;
use crate::events::clauses::gender::fits_pronoun;
use crate::events::clauses::item::What;
use crate::events::clauses::subject::became_near;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Who does what a noun tells that no verb carries.
pub(super) fn told_without_verb(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let clause = scope.clause();
    told_next(scope, item, draft);
    draft.initiators.extend(became_near(scope, item, draft));
    if draft.frame == Frame::Close && draft.initiators.is_empty() {
        draft.initiators.extend(opens_before(scope, item));
    }
    // «after the capture of X the factions headed for Y»: who heads for Y took X.
    let before = item.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Prep(Prep::About)));
    let takes = matches!(draft.frame, Frame::Take | Frame::Enter) && draft.initiators.is_empty();
    if before && takes && clause.subject_from.is_none() {
        draft.initiators.extend(clause.subject.iter().copied());
    }
}

/// Names who does what a noun with its pronoun tells, by the subject of the clause that follows.
fn told_next(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let clause = scope.clause();
    let first = scope.c == 0 || clause.opener == Opener::Start;
    let opens = first && clause.subject.is_empty() && clause.finite.is_none();
    let it = &scope.items[item];
    let acts = matches!(
        draft.frame,
        Frame::Take | Frame::Enter | Frame::Leave | Frame::Lose | Frame::Strike | Frame::Fight | Frame::Repel
    );
    // «after its attack on X», and not «after the shelling of it».
    let reaches = scope.items.get(item + 1).is_some_and(|n| {
        let object = matches!(n.what, What::Place(_) | What::Actor(_)) && !n.is_joined();
        object || n.prep().is_some() || n.noun_trigger().is_some()
    });
    let owned =
        it.has_pronoun && acts && draft.initiators.is_empty() && (reaches || draft.frame == Frame::Take);
    let next = scope.clauses.get(scope.c + 1).filter(|n| opens && owned && n.subject_from.is_none());
    let Some(next) = next else { return };
    let fits = |&a: &usize| {
        let civil = scope.reading.actors[a].class == ActorClass::Civilians;
        !civil && fits_pronoun(scope.reading, it.from, a)
    };
    if !next.subject.iter().all(fits) {
        return;
    }
    if next.subject.is_empty() {
        return;
    }
    let side = if draft.frame == Frame::Lose { &mut draft.targets } else { &mut draft.initiators };
    side.extend(next.subject.iter().copied());
    draft.why.push("its pronoun means who is named next".into());
}

/// «After its capture of X .. the forces of Y advance»: the same, where two dots part a headline.
pub(in crate::events) fn name_in_headlines(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for i in 1..drafts.len() {
        let (before, rest) = drafts.split_at_mut(i);
        let (Some(draft), Some(next)) = (before.last_mut(), rest.first()) else { continue };
        let headline = |d: &Draft| reading.sentences[d.sentence].is_headline;
        let owned = draft.is_noun
            && matches!(draft.frame, Frame::Take | Frame::Enter)
            && draft.initiators.is_empty()
            && ends_in_pronoun(reading, draft.trigger.0);
        let follows = next.sentence == draft.sentence + 1 && headline(draft) && headline(next);
        let fits = |&a: &usize| fits_pronoun(reading, draft.trigger.0, a);
        if owned && follows && !next.initiators.is_empty() && next.initiators.iter().all(fits) {
            draft.initiators.clone_from(&next.initiators);
            draft.why.push("its pronoun means who is named next".into());
        }
    }
}

/// «X fought battles that ended in its capture of Y»: whoever acted before in the sentence, when the pronoun fits.
pub(in crate::events) fn name_in_sentences(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for i in 1..drafts.len() {
        let (before, rest) = drafts.split_at_mut(i);
        let draft = &mut rest[0];
        let owned = draft.is_noun
            && !draft.has_object
            && matches!(draft.frame, Frame::Take | Frame::Enter)
            && draft.initiators.is_empty()
            && ends_in_pronoun(reading, draft.trigger.0);
        let fits = |&a: &usize| {
            reading.actors[a].class == ActorClass::Armed && fits_pronoun(reading, draft.trigger.0, a)
        };
        let mut near = before.iter().rev().take_while(|d| owned && d.sentence == draft.sentence);
        let told = near.find(|d| !d.initiators.is_empty()).filter(|d| d.initiators.iter().all(fits));
        if let Some(told) = told {
            draft.initiators.clone_from(&told.initiators);
            draft.why.push("its pronoun means who acted before".into());
        }
    }
}

/// «killed dozens of civilians after its entry into X»: does an armed subject of the clause, whom the pronoun fits, attack
/// with the noun at `item`? Then it is not that of those harmed.
pub(in crate::events) fn attackers(scope: Scope<'_, '_>, item: usize) -> bool {
    let acts = scope.items[item].noun_trigger().is_some_and(|t| {
        let frame = scope.trigger(t).frame;
        matches!(frame, Frame::Take | Frame::Enter | Frame::Strike | Frame::Fight | Frame::Repel)
    });
    let fits = |&a: &usize| {
        let armed = scope.reading.actors[a].class == ActorClass::Armed;
        armed && fits_pronoun(scope.reading, scope.items[item].from, a)
    };
    acts && scope.clause().subject.iter().any(fits)
}
