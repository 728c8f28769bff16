//! «attacked the city of X. He had fled from Y. The city …»: a name told only in passing, which «the city» does not mean
//! where the text has called another place so.

use super::resolve::Resolver;
use super::scan::Draft;
use crate::knowledge::PlaceKind;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::{Frame, WordForm};
use crate::text::TokenKind;

/// So many tokens back a sentence may begin.
const LONGEST: usize = 40;
/// So far before a name its verb may stand.
const NEAR: usize = 6;

impl Resolver<'_, '_> {
    /// Is the place of the mention, told by its bare name, neither where something happens nor what somebody acts on in the
    /// news of the day?
    pub(super) fn is_passed(&self, draft: &Draft, kind: Option<PlaceKind>) -> bool {
        const ARMS: [Frame; 8] = [
            Frame::Take,
            Frame::Enter,
            Frame::Leave,
            Frame::Lose,
            Frame::Fall,
            Frame::Strike,
            Frame::Fight,
            Frame::Repel,
        ];
        let settles = matches!(kind, Some(PlaceKind::City | PlaceKind::Town | PlaceKind::Village));
        if !settles || draft.cue.is_some() {
            return false;
        }
        if self.opens_pluperfect(draft.tokens.start) {
            return true;
        }
        let start = draft.tokens.start;
        let triggers = &self.knowledge.triggers;
        let word = |i: &usize| self.text.tokens[*i].kind == TokenKind::Word;
        let acts = |i: usize| {
            let found = triggers.lexicon.longest_at(self.text, i);
            found.is_some_and(|m| {
                m.value.iter().any(|t| {
                    let frame = triggers.all[usize::from(t.trigger)].frame;
                    let free = t.need.is_none_or(|n| triggers.needs[usize::from(n)].any.is_empty());
                    let verb = matches!(t.form, WordForm::Verb(_));
                    ARMS.contains(&frame) && free && (verb || !self.text.is_definite(i))
                })
            })
        };
        !self.is_at_of(draft) && !(start.saturating_sub(NEAR)..start).rev().take_while(word).any(acts)
    }

    /// «X had taken Y»: does the sentence of token `at` open with «had»?
    fn opens_pluperfect(&self, at: usize) -> bool {
        const STOP: &str = ".";
        let ends = |t: &usize| {
            self.text.tokens[*t].kind == TokenKind::Break || self.text.fold_at(*t) == STOP
        };
        let first = (at.saturating_sub(LONGEST)..at).rev().find(ends).map_or(0, |t| t + 1);
        let found = self.knowledge.status.lexicon.longest_at(self.text, first);
        first < at && found.is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::Was))
    }
}
