//! «X launched an operation …, which ended in the capture of Y», «…, which left ten of Z dead»: what an operation comes to
//! is done by whoever carried it out.

use crate::events::acts::aside::ends_in_pronoun;
use crate::events::acts::draft::Draft;
use crate::events::clauses::clause::Clause;
use crate::events::doers::handed::are_apart;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::TokenKind;

/// Names who took or entered a place by a noun behind a verb of ending or leading to, by the armed subject told before.
pub(in crate::events) fn name_by_outcome(reading: &Reading<'_>, clauses: &[Clause], drafts: &mut [Draft]) {
    for draft in drafts {
        let open = draft.is_noun
            && draft.initiators.is_empty()
            && matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Harm)
            && is_outcome(reading, draft);
        if !open {
            continue;
        }
        let fights = |a: &usize| {
            let hit = &reading.actors[*a];
            hit.class == ActorClass::Armed && hit.tokens.start < draft.trigger.0 && !draft.targets.contains(a)
        };
        let own =
            |c: &&Clause| c.subject_from.is_none() && c.finite.is_some() && c.subject.iter().any(fights);
        let told = clauses[..clauses.len().min(draft.clause + 1)].iter().rev().find(own);
        let harms = draft.frame == Frame::Harm;
        let doers: Vec<usize> = match told {
            Some(told) if harms && !carries_out(told) => Vec::new(),
            Some(told) => told.subject.iter().copied().filter(fights).collect(),
            None if harms => Vec::new(),
            None => only_side_before(reading, draft).filter(fights).into_iter().collect(),
        };
        // «repelled an attack that left three of its soldiers dead».
        let own_dead =
            harms && doers.iter().any(|&d| draft.targets.iter().any(|&t| !are_apart(reading, d, t)));
        if own_dead {
            continue;
        }
        if !doers.is_empty() {
            draft.initiators.extend(doers);
            draft.is_armed = true;
            draft.why.push("the outcome of what was told before".into());
        }
    }
}

/// Is the verb of the clause one that only carries its noun («carried out an operation»)?
fn carries_out(told: &Clause) -> bool {
    told.finite.is_some_and(|f| matches!(f.cue, Some(Cue::Light | Cue::Launch | Cue::Begin)))
}

/// The first armed actor of the sentence before the act, where all those before it are of one side.
fn only_side_before(reading: &Reading<'_>, draft: &Draft) -> Option<usize> {
    let sentence = reading.sentences[draft.sentence].tokens.start;
    let within = |a: &usize| {
        let hit = &reading.actors[*a];
        let start = hit.tokens.start;
        hit.class == ActorClass::Armed && start >= sentence && start < draft.trigger.0
    };
    // «fought battles with X that ended in its capture of Y»: not X.
    let beside = |a: usize| {
        let start = reading.actors[a].tokens.start;
        let cue =
            start.checked_sub(1).and_then(|i| reading.knowledge.status.lexicon.longest_at(&reading.text, i));
        cue.is_some_and(|m| m.value.iter().any(|c| matches!(c.cue, Cue::Prep(_))))
    };
    if ends_in_pronoun(reading, draft.trigger.0) {
        return None;
    }
    let mut armed = (0..reading.actors.len()).filter(within);
    let first = armed.next().filter(|&a| !beside(a))?;
    armed.all(|a| reading.actors[a].faction == reading.actors[first].faction).then_some(first)
}

/// Does a verb of ending or leading to stand right before the noun, with no more than a day or an adverb between?
fn is_outcome(reading: &Reading<'_>, draft: &Draft) -> bool {
    const NEAR: usize = 9;
    let sentence = reading.sentences[draft.sentence].tokens.start;
    let from = draft.trigger.0.saturating_sub(NEAR).max(sentence);
    let outcomes = &reading.knowledge.triggers.lists.outcomes;
    let verb =
        (from..draft.trigger.0).rev().find_map(|i| Some(i + outcomes.longest_at(&reading.text, i)?.n_tokens));
    // What stands between belongs to the day.
    let dated = |i: usize| reading.dates.iter().any(|d| d.tokens.contains(&i));
    let word = |&i: &usize| reading.text.tokens[i].kind == TokenKind::Word && !dated(i);
    verb.is_some_and(|end| (end..draft.trigger.0).filter(word).count() <= 1)
}
