//! Names that are words too, as the object of a verb of war.

use super::judge::Judge;
use super::scan::Draft;
use crate::knowledge::triggers::{Frame, TriggerForm, WordForm};
use crate::knowledge::{Doubt, Modifier};
use crate::text::inflect::{Tense, VerbForm};
use crate::text::{Affixes, TokenKind, is_quote};

/// How many tokens may stand between the verb and the name.
const REACH: usize = 4;
const FAR: usize = 7;
/// On, over.
const ON: &str = "\u{639}\u{644}\u{64A}";
/// Of, from.
const OF: &str = "\u{645}\u{646}";

impl Judge<'_, '_> {
    /// «the troops evacuated X», «X and Y took control of Z»: a name of one word behind a verb of taking or leaving and
    /// its subject.
    pub(super) fn is_object(&self, draft: &Draft) -> bool {
        let at = draft.tokens.start;
        if draft.name.len() != 1 || !draft.affixes.is_empty() || at == 0 {
            return false;
        }
        self.is_taken(draft)
            || self.follows_verb(draft)
            || self.follows_whole_subject(draft)
            || if self.is_definite(at) { self.follows_name(at) } else { self.follows_subject(at) }
    }

    /// «X: the army left»: a name before a colon at the beginning of a line or sentence; «X saw clashes».
    pub(super) fn is_label(&self, draft: &Draft) -> bool {
        let before = draft.tokens.start.checked_sub(1);
        let begins = before.is_none_or(|i| {
            self.text.tokens[i].kind == TokenKind::Break
                || matches!(self.text.fold_at(i), "." | "-" | "\u{2022}")
        });
        let words = &self.knowledge.place_words.words;
        let scene = || before.is_some_and(|i| words.longest_at(self.text, i).is_some_and(|m| m.value.scene));
        let name = draft.name.len() == 1 && draft.affixes.is_empty();
        name && (begins && self.text.fold_at(draft.tokens.end) == ":" || scene())
    }

    /// A name without article behind a subject that has one.
    fn follows_subject(&self, at: usize) -> bool {
        let from = at.saturating_sub(REACH);
        let verb = (from..at).rev().find(|&i| self.acts(i, false));
        verb.is_some_and(|v| {
            let subject = v + 1 < at && (self.is_definite(v + 1) || self.is_definite(at - 1));
            subject && (v + 1..at).all(|i| self.is_plain(i))
        })
    }

    /// «the troops retake X»: a name that is no noun, right behind the verb of a headline, at the end of what is told;
    /// one that is a noun too, behind a side that takes or enters.
    fn follows_verb(&self, draft: &Draft) -> bool {
        let at = draft.tokens.start;
        let behind_side = || self.is_definite(at) && self.acts(at - 1, false) && self.ends_side(at - 1);
        let sure = draft.doubt == Doubt::Word || behind_side();
        sure && self.acts(at - 1, true) && self.ends_there(draft.tokens.end)
    }

    /// Does the name of a side, or a word for fighters and what tells whose they are, end before token `at`?
    fn ends_side(&self, at: usize) -> bool {
        let words = &self.knowledge.actors.words;
        let at = if at > 0 && is_quote(self.text.fold_at(at - 1)) { at - 1 } else { at };
        (at.saturating_sub(REACH)..at).any(|i| {
            let found = words.longest_at(self.text, i);
            found.is_some_and(|m| {
                let of = usize::from(m.value.head.is_some() && i + m.n_tokens + 1 == at);
                (m.value.name.is_some() || m.value.head.is_some()) && i + m.n_tokens + of == at
            })
        })
    }

    /// «the troops of X (planes of the state Y) bombed Z»: a name of one word that is no noun, behind a verb of war and
    /// a subject that ends with a name or with what a state is called by, at the end of what is told of it.
    fn follows_whole_subject(&self, draft: &Draft) -> bool {
        let at = draft.tokens.start;
        if draft.doubt != Doubt::Word || !self.ends_there(draft.tokens.end) {
            return false;
        }
        let from = at.saturating_sub(REACH);
        let Some(verb) = (from..at).rev().find(|&i| self.acts(i, true)) else { return false };
        let words = &self.knowledge.actors.words;
        let ends = |i: usize| {
            let found = words.longest_at(self.text, i).filter(|m| i + m.n_tokens == at);
            found.is_some_and(|m| {
                let of_state = m.value.modifier.is_some_and(|(a, _)| matches!(a, Modifier::State(_)));
                let head = m.value.head.is_some() && m.affixes.has(Affixes::AL);
                m.value.name.is_some() || m.value.state.is_some() || of_state || head
            })
        };
        (verb + 1..at).any(ends) && (verb + 1..at).all(|i| self.is_plain(i))
    }

    /// Does a mark, a preposition or a day follow, and no word that the name could govern?
    fn ends_there(&self, i: usize) -> bool {
        let Some(token) = self.text.tokens.get(i) else { return true };
        let words = &self.knowledge.place_words.words;
        let locative = || words.longest_at(self.text, i).is_some_and(|m| m.value.locative);
        let written = self.text.readings(token).iter().any(|r| r.affixes.has_any(Affixes::BI));
        token.kind != TokenKind::Word
            || written
            || self.is_told_next(i)
            || locative()
            || self.knowledge.time.lexicon.longest_at(self.text, i).is_some()
    }

    /// «attacked X and killed ten»: a verb of what was done, joined.
    fn is_told_next(&self, i: usize) -> bool {
        let done = |v: VerbForm| v.tense == Tense::Perfect;
        let acts = self.knowledge.triggers.lexicon.longest_at(self.text, i).is_some_and(|m| {
            let verb = |f: &TriggerForm| matches!(f.form, WordForm::Verb(v) if done(v));
            m.affixes == Affixes::WA && m.value.iter().any(verb)
        });
        let tells =
            self.knowledge.status.lexicon.longest_at(self.text, i).is_some_and(|m| {
                m.affixes == Affixes::WA && m.value.iter().any(|c| c.verb.is_some_and(done))
            });
        acts || tells
    }

    /// A name with the article right behind a name of a side, of which it is no adjective.
    fn follows_name(&self, at: usize) -> bool {
        let ends = |&i: &usize| {
            let found = self.knowledge.actors.words.longest_at(self.text, i);
            found.is_some_and(|m| m.value.name.is_some() && i + m.n_tokens == at)
        };
        let side = (at.saturating_sub(REACH)..at).find(ends);
        let next = !self.is_definite(at + 1);
        next && side.and_then(|i| i.checked_sub(1)).is_some_and(|verb| self.acts(verb, true))
    }

    /// «took control of X».
    fn is_taken(&self, draft: &Draft) -> bool {
        let at = draft.tokens.start;
        // «took control of a number of towns».
        let some_of = !self.is_definite(at) && self.text.fold_at(draft.tokens.end) == OF;
        if self.text.fold_at(at - 1) != ON || self.is_definite(draft.tokens.end) || some_of {
            return false;
        }
        let takes = |i: usize| {
            let triggers = &self.knowledge.triggers;
            let found = triggers.lexicon.longest_at(self.text, i);
            found.is_some_and(|m| {
                let takes = |t: u16| triggers.all[usize::from(t)].frame == Frame::Take;
                m.value.iter().any(|f| takes(f.trigger) && matches!(f.form, WordForm::Verb(_)))
            })
        };
        let from = (at - 1).saturating_sub(FAR);
        (from..at - 1).rev().take_while(|&i| self.text.tokens[i].kind == TokenKind::Word).any(takes)
    }

    fn is_plain(&self, i: usize) -> bool {
        let status = &self.knowledge.status.lexicon;
        self.text.tokens[i].kind == TokenKind::Word && status.longest_at(self.text, i).is_none()
    }

    /// Is it a verb that takes a place as its object, of bombing and fighting too when the subject is `sure`?
    fn acts(&self, i: usize, sure: bool) -> bool {
        let found = self.knowledge.triggers.lexicon.longest_at(self.text, i);
        found.is_some_and(|m| {
            m.value.iter().any(|f| {
                let frame = self.knowledge.triggers.all[usize::from(f.trigger)].frame;
                let takes = matches!(frame, Frame::Take | Frame::Enter | Frame::Leave | Frame::Lose)
                    || sure && matches!(frame, Frame::Strike | Frame::Fight);
                // A verb may only bar some words behind it.
                let needs = &self.knowledge.triggers.needs;
                let free = f.need.is_none_or(|n| needs[usize::from(n)].any.is_empty());
                takes && free && matches!(f.form, WordForm::Verb(_))
            })
        })
    }
}
