//! Capitals as those who are spoken to: «Kyiv accused Moscow of shelling X», «Ankara asks Damascus to».

use super::phrase::Draft;
use super::scan::Reader;
use crate::knowledge::status::{Cue, Speech};
use crate::text::{Affixes, TokenKind};

/// How many words at most stand between a verb of accusing and whom it accuses.
const REACH: usize = 8;

impl Reader<'_, '_> {
    /// Does the capital at the tokens `i..end` stand for a government that somebody speaks to: right behind the speaker
    /// and a verb of speech, or behind a verb of accusing and before the word for what it is accused of?
    pub(super) fn is_spoken_to(&self, i: usize, end: usize, out: &[Draft]) -> bool {
        if self.at(i).is_none_or(|m| !m.affixes.is_empty()) {
            return false;
        }
        let beside = out.last().filter(|d| d.tokens.end == i && d.affixes.is_empty());
        let verb = beside.and_then(|d| d.tokens.start.checked_sub(1));
        verb.is_some_and(|v| self.speaks(v, |_| true)) || self.begins_with_at(end) && self.is_accused(i)
    }

    /// Does a verb of accusing stand before token `i`, with no mark between?
    fn is_accused(&self, i: usize) -> bool {
        let words = |&j: &usize| self.text.tokens[j].kind == TokenKind::Word;
        let mut before = (i.saturating_sub(REACH)..i).rev().take_while(words);
        before.any(|j| self.speaks(j, |s| s == Speech::Accuse))
    }

    /// Is the word at token `i` a verb of speech that `fits`?
    fn speaks(&self, i: usize, fits: impl Fn(Speech) -> bool) -> bool {
        let found = self.status.lexicon.longest_at(self.text, i).filter(|m| !m.pronoun);
        found.is_some_and(|m| {
            let is = |cue: Cue| matches!(cue, Cue::Speech(speech) if fits(speech));
            m.value.iter().any(|c| c.verb.is_some() && is(c.cue))
        })
    }

    /// Does the word at token `i` begin with the preposition of what somebody is accused of?
    fn begins_with_at(&self, i: usize) -> bool {
        self.text.readings_at(i).iter().any(|r| r.affixes.has(Affixes::BI))
    }
}
