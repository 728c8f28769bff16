//! Capitals as those who are spoken to: «Kyiv accused Moscow of shelling X», «Ankara asks Damascus to».

use super::phrase::Draft;
use super::scan::Reader;
use crate::knowledge::status::{Cue, Speech};
use crate::knowledge::{ActorWord, HeadClass};
use crate::text::{Affixes, Match, TokenKind};

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

    /// «a truce that Moscow and Ankara reached», in Arabic «reached it Moscow»: does a verb with a feminine subject stand before
    /// token `i`, and between them a preposition with a pronoun?
    pub(super) fn acts_upon_it(&self, i: usize) -> bool {
        const IT: [&str; 8] = [
            "\u{639}\u{644}\u{64A}\u{647}",
            "\u{639}\u{644}\u{64A}\u{647}\u{627}",
            "\u{627}\u{644}\u{64A}\u{647}",
            "\u{627}\u{644}\u{64A}\u{647}\u{627}",
            "\u{628}\u{647}",
            "\u{628}\u{647}\u{627}",
            "\u{639}\u{646}\u{647}",
            "\u{639}\u{646}\u{647}\u{627}",
        ];
        let it = i.checked_sub(1).is_some_and(|j| IT.contains(&self.text.fold_at(j)));
        it && i.checked_sub(2).is_some_and(|v| self.feminine_verb(v, false))
    }

    /// «accusations against Damascus of shelling»: does a noun of what is said, as of accusing, stand right before the
    /// capital at the tokens `i..end`, and what it is accused of right behind?
    pub(super) fn is_laid_to(&self, i: usize, end: usize) -> bool {
        let against = self.at(i).is_some_and(|m| m.affixes == Affixes::LI);
        let said = |m: Match<'_, ActorWord>| m.value.head.is_some_and(|h| h.class == HeadClass::Act);
        let noun = i.checked_sub(1).and_then(|j| self.at(j)).is_some_and(said);
        against && noun && self.begins_with_at(end)
    }

    /// «Ankara, which threatened to»: does a relative pronoun stand behind the tokens that end before `end`, and a verb of
    /// speech behind it?
    pub(super) fn who_said(&self, end: usize) -> bool {
        const WHICH: &str = "\u{627}\u{644}\u{62A}\u{64A}";
        let tokens = &self.text.tokens;
        let mark = tokens.get(end).is_some_and(|t| t.kind == TokenKind::Mark);
        let at = end + usize::from(mark);
        let which = tokens.get(at).is_some_and(|t| self.text.fold_of(t) == WHICH);
        which && at + 1 < tokens.len() && self.speaks(at + 1, |_| true)
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
