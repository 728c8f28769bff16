//! What a count that is only part of another tells, and one that stands in a sum already.

use std::ops::Range;

use super::counted::{end_of_force, is_known_one, is_of_another, is_person_word};
use super::pair::Mode;
use super::side::{of_side, side_at};
use super::toll::Walk;
use crate::events::mentions::reading::{ActorClass, ActorHit, NumberHit};
use crate::events::{Toll, TollWho};
use crate::knowledge::status::Cue;
use crate::knowledge::tolls::TollWord;
use crate::text::numbers::NumberWord;
use crate::text::{AND, Affixes, TokenKind};

impl Walk<'_, '_> {
    /// «90 were killed, 50 of them of X»: keeps the part of the last count that is of one side.
    pub(super) fn part(&mut self, number: NumberHit, who: Option<TollWho>, end: usize) {
        let side = if who == Some(TollWho::Civilians) { None } else { side_at(self.reading, end) };
        let text = self.words(number.from, end);
        let Some(whole) = self.out.last_mut() else { return };
        let count = Some((number.low, number.high));
        // «12 of the security forces», of whom no list knows a side.
        let troops = who.is_none() && side.is_none() && end_of_force(self.reading, end).is_some();
        let (who, mut faction) = of_side(who.or(troops.then_some(TollWho::Soldiers)), side);
        if who == TollWho::Civilians {
            faction.clone_from(&self.reading.knowledge.status.civilians);
        }
        let killed = whole.toll.killed.and(count);
        let wounded = if killed.is_none() { count } else { None };
        if whole.toll.killed.or(whole.toll.wounded).is_some_and(|all| number.low <= all.0) {
            whole.parts.push(Toll { who, faction, killed, wounded, text });
        }
    }

    /// «the toll rose to 14 after two of the wounded died»: does a death told at token `at` stand in the sum before it?
    pub(super) fn is_in_sum(&self, at: usize) -> bool {
        let last = self.out.last().filter(|h| h.is_sum && h.to <= at);
        let after = |i: usize| self.reading.says_cue(i, Cue::After);
        last.is_some() && at.checked_sub(1).is_some_and(after)
    }

    /// «the dead of the raids on X have risen to 23, and shells fell on Y and wounded five»: does the word of harm at token
    /// `at` tell of another act than those that the count before it sums up?
    pub(super) fn is_behind_sum(&self, word: TollWord, at: usize) -> bool {
        let Some(last) = self.out.last().filter(|h| h.is_sum && h.to < at) else { return false };
        let mark = |i: usize| self.reading.text.tokens[i].kind == TokenKind::Mark;
        let turns = |i: usize| mark(i) && self.reading.says_cue(i + 1, Cue::Contrast);
        matches!(word, TollWord::Kill | TollWord::Wound | TollWord::Fall)
            && (is_of_another(self.reading, last.to, at) || (last.to..at).any(turns))
    }

    /// «X and Y were killed»: how many persons are named or described as known at token `at`, one behind the other.
    pub(super) fn n_named(&self, at: usize) -> u64 {
        if !is_known_one(self.reading, at) {
            return 0;
        }
        let person = |a: &&ActorHit| a.class == ActorClass::Person;
        let joined = |i: usize| self.reading.text.readings_at(i).iter().any(|r| r.affixes.has(Affixes::WA));
        let first = self.reading.actors.partition_point(|a| a.tokens.start < at);
        let mut actors = self.reading.actors[first..].iter();
        let Some(named) = actors.next().filter(person).filter(|a| a.tokens.start == at) else { return 1 };
        let (mut n, mut end) = (1, named.tokens.end);
        while let Some(next) = actors.next().filter(person).filter(|a| a.tokens.start == end && joined(end)) {
            (n, end) = (n + 1, next.tokens.end);
        }
        n
    }

    /// «among the dead are two children»: are no dead or wounded counted before the words at `tokens`, so that those behind
    /// them are the first to be counted?
    pub(super) fn tells_dead_first(&self, tokens: Range<usize>) -> bool {
        const REACH: usize = 60;
        let (text, lexicon) = (&self.reading.text, &self.reading.knowledge.tolls.lexicon);
        let word = |t: usize| lexicon.longest_at(text, t).map(|m| *m.value);
        let harm =
            |t: usize| matches!(word(t), Some(TollWord::Kill | TollWord::Wound | TollWord::KilledNoun));
        if tokens.len() < 2 || !harm(tokens.end - 1) {
            return false;
        }
        let from = tokens.start.saturating_sub(REACH);
        let first = self.reading.numbers.partition_point(|n| n.from < from);
        let before = self.reading.numbers[first..].iter().take_while(|n| n.to <= tokens.start);
        let counts = |n: &NumberHit| harm(n.to) || n.from > 0 && harm(n.from - 1) || self.is_person(n.to);
        !before.into_iter().any(counts)
    }

    /// «one dead and two wounded fell»: does a noun for one of the dead or wounded stand right behind the word of falling?
    pub(super) fn falls_alone(&self, at: usize) -> bool {
        let one = || self.reading.knowledge.tolls.one_dead.longest_at(&self.reading.text, at);
        self.is_fall && at == self.mode_at + 1 && one().is_some_and(|m| m.affixes.is_empty() && !m.pronoun)
    }

    /// «which left one dead and four wounded»: does a noun for one of the dead or wounded stand at token `at`, behind a word of
    /// result?
    pub(super) fn leaves_one(&self, at: usize) -> bool {
        const NEAR: usize = 3;
        let Some(one) = self.reading.knowledge.tolls.one_dead.longest_at(&self.reading.text, at) else {
            return false;
        };
        let told = self.last_end() == Some(at) && one.affixes == Affixes::WA;
        let leaving = &self.reading.knowledge.tolls.leaving;
        let leaves = |i: usize| {
            self.reading.says_cue(i, Cue::Result) || leaving.longest_at(&self.reading.text, i).is_some()
        };
        let left = (at.saturating_sub(NEAR)..at).any(leaves);
        let before = self.reading.numbers.partition_point(|n| n.from < at);
        let counted = before.checked_sub(1).is_some_and(|i| self.reading.numbers[i].to == at);
        !one.pronoun && !counted && (told || left && one.affixes.is_empty())
    }

    /// «took the lives of 147 and hit 614»: are persons counted behind a joined verb of hitting, and dead before it?
    pub(super) fn hits_more(&self, at: usize) -> bool {
        let joined = self.reading.text.fold_at(at).starts_with(AND);
        let dead = self.mode == Mode::Killed && self.last().is_some_and(|t| t.killed.is_some());
        joined && dead && self.reading.begins_count(at + 1)
    }

    /// Does `number` stand right behind the scene of the word of harm, with or without the noun that it counts between?
    pub(super) fn is_behind_scene(&self, number: NumberHit) -> bool {
        let end = self.behind_scene();
        number.from == end || number.from == end + 1 && self.is_person(end)
    }

    /// «a woman and her child»: does a word for one person with «and» and the pronoun of the one before stand at token `at`?
    pub(super) fn is_kin_joined(&self, at: usize) -> bool {
        let one = self.reading.knowledge.tolls.ones.longest_at(&self.reading.text, at);
        one.is_some_and(|m| m.affixes == Affixes::WA && m.pronoun && m.n_tokens == 1)
    }

    /// «two civilians, two», «the soldiers, five of them»: whom the word for persons right before a bare `number` tells of.
    pub(super) fn who_before(&self, number: NumberHit) -> Option<TollWho> {
        let text = &self.reading.text;
        let before = number.from.checked_sub(1)?;
        let numeral = text.tokens[number.from].kind == TokenKind::Word
            && self
                .reading
                .knowledge
                .numbers
                .lexicon
                .longest_at(text, number.from)
                .is_none_or(|m| *m.value != NumberWord::Dual);
        let word = self.reading.knowledge.tolls.lexicon.longest_at(text, before).map(|m| *m.value);
        match word.filter(|w| numeral && is_person_word(*w))? {
            TollWord::Civilians => Some(TollWho::Civilians),
            TollWord::Fighters => Some(TollWho::Fighters),
            TollWord::Soldiers => Some(TollWho::Soldiers),
            _ => None,
        }
    }
}
