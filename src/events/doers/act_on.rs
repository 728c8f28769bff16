//! Whoever acted last acts on, where a verb names nobody.

use super::killed_on::kills;
use crate::events::acts::draft::Draft;
use crate::events::clauses::clause::{Clause, Opener};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::triggers::Frame;

/// Who acted last, from sentence to sentence.
#[derive(Default)]
pub(in crate::events) struct Subject {
    sentence: usize,
    actors: Vec<usize>,
}

impl Subject {
    /// Those who acted last.
    pub(in crate::events) fn actors(&self) -> &[usize] {
        &self.actors
    }

    /// Takes in the subjects of a sentence.
    pub(in crate::events) fn note(&mut self, reading: &Reading<'_>, sentence: usize, clauses: &[Clause]) {
        let acts = |c: &&Clause| c.subject_from.is_none() && c.speech().is_none() && c.finite.is_some();
        let fights = |a: &usize| matches!(reading.actors[*a].class, ActorClass::Armed | ActorClass::Person);
        let mut named = clauses.iter().filter(acts).filter(|c| c.subject.iter().any(fights));
        // «X rejected the deal. And it attacked Y»: who speaks acts, where nobody else does.
        let armed = |a: &usize| reading.actors[*a].class == ActorClass::Armed;
        let speaks = |c: &&Clause| {
            c.subject_from.is_none() && c.speech().is_some() && c.subject.first().is_some_and(armed)
        };
        // «and took X, while Y bombed Z»: whoever took X acts on.
        let aside = |c: &Clause| matches!(c.opener, Opener::Relative | Opener::Subordinate);
        let goes_on = sentence == self.sentence + 1
            && clauses.iter().any(|c| {
                let acts = c.finite.is_some_and(|f| f.trigger.is_some());
                acts && !aside(c) && c.is_without_subject
            });
        if let Some(clause) = named.clone().rfind(|c| !aside(c)) {
            self.sentence = sentence;
            self.actors.clone_from(&clause.subject);
        } else if goes_on && !self.actors.is_empty() {
            self.sentence = sentence;
        } else if let Some(clause) = named.next_back().or_else(|| clauses.iter().find(speaks)) {
            self.sentence = sentence;
            self.actors.clone_from(&clause.subject);
        }
    }
}

/// A verb without any subject goes on telling of whoever acted in the sentences before.
pub(super) fn act_on(reading: &Reading<'_>, draft: &mut Draft, last: &Subject) {
    let acts = matches!(
        draft.frame,
        Frame::Take
            | Frame::Enter
            | Frame::Leave
            | Frame::Move
            | Frame::Reach
            | Frame::Repel
            | Frame::Fight
            | Frame::Send
            | Frame::Hold
    ) || draft.is_noun && draft.frame == Frame::Strike
        || kills(reading, draft);
    let near = draft.sentence - last.sentence <= 2;
    if draft.acts_on && acts && near && draft.initiators.is_empty() {
        let kills = draft.frame == Frame::Harm;
        let armed = |a: &usize| !kills || reading.actors[*a].class == ActorClass::Armed;
        draft.initiators.extend(last.actors.iter().copied().filter(armed));
        draft.is_armed = draft.initiators.iter().any(|&a| reading.actors[a].class == ActorClass::Armed);
        if !last.actors.is_empty() {
            draft.why.push("acts on from the sentence before".into());
        }
    }
}

/// A verb without any subject goes on telling of whoever acted before it in the sentence.
pub(in crate::events) fn act_on_in_sentence(reading: &Reading<'_>, draft: &mut Draft, told: &[Draft]) {
    let moves =
        |d: &Draft| matches!(d.frame, Frame::Take | Frame::Enter | Frame::Leave | Frame::Move | Frame::Reach);
    let armed = |a: &usize| reading.actors[*a].class == ActorClass::Armed;
    if !draft.acts_on || !moves(draft) || !draft.initiators.is_empty() {
        return;
    }
    let actor = told.iter().rev().find(|d| moves(d) && d.is_noun && d.initiators.iter().any(armed));
    if let Some(before) = actor {
        draft.initiators.clone_from(&before.initiators);
        draft.is_armed = true;
        draft.why.push("acts on from earlier in the sentence".into());
    }
}
