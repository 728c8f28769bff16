//! How far from the word of harm a count may stand that it claims.

use super::counted::{
    end_of_force, is_harmed_next, is_of_unhurt, is_person_word, is_sum_word, is_the_same, is_thing,
};
use super::pair::Mode;
use super::pair::Pending;
use super::side::{goes_on_behind, is_part_of};
use super::strike_first::behind_strike;
use super::toll::Walk;
use crate::events::mentions::reading::{ActorClass, ActorHit, NumberHit};
use crate::knowledge::status::{Cue, CueForm, Prep};
use crate::knowledge::tolls::TollWord;
use crate::text::{Affixes, Token, TokenKind, is_quote};

/// So far behind «the number of the dead» may the number stand.
const SUM_REACH: usize = 12;

/// So many phrases of where, when and who may stand between.
const PHRASES: usize = 8;

impl Walk<'_, '_> {
    /// «were killed in X on Monday five», «X executed in Y dozens of …»: the token behind where and when it was and who did
    /// it, which are told right behind the word of harm.
    pub(super) fn behind_scene(&self) -> usize {
        // Asked for at one token after the other.
        if let Some((of, end)) = self.scene_end.get()
            && of == self.mode_at
        {
            return end;
        }
        let end = self.find_scene_end();
        self.scene_end.set(Some((self.mode_at, end)));
        end
    }

    fn find_scene_end(&self) -> usize {
        let reading = self.reading;
        // «was killed in X a soldier», «killed a commander of X»: the one who is counted did not do it.
        let tolls = &reading.knowledge.tolls;
        let names_one = |at: usize| {
            tolls.ones.longest_at(&reading.text, at).is_some()
                || tolls.offices.longest_at(&reading.text, at).is_some_and(|m| m.affixes.is_empty())
        };
        let one = |a: &ActorHit| names_one(a.tokens.start);
        let first = self.mode_at + 1;
        let armed = |a: &&ActorHit| {
            let victim = (a.is_anonymous || a.tokens.start > first) && one(a);
            matches!(a.class, ActorClass::Armed | ActorClass::State) && !victim
        };
        let starts = |from: usize| {
            let date = reading.dates.partition_point(|d| d.tokens.start < from);
            let place = reading.places.partition_point(|p| p.tokens.start < from);
            let actor = reading.actors.partition_point(|a| a.tokens.start < from);
            let date = reading.dates.get(date).map(|d| &d.tokens);
            let place = reading.places.get(place).map(|p| &p.tokens);
            let actor = reading.actors.get(actor).filter(armed).map(|a| &a.tokens);
            [date, place, actor].into_iter().flatten().filter(|t| t.start == from).map(|t| t.end).max()
        };
        let skipped = |at: usize| {
            let cues = reading.knowledge.status.lexicon.longest_at(&reading.text, at);
            // «was killed in it a nurse».
            let aside = |c: &CueForm, pronoun: bool| {
                matches!(c.cue, Cue::Skip | Cue::There) || pronoun && matches!(c.cue, Cue::Prep(_))
            };
            cues.filter(|m| m.value.iter().any(|c| aside(c, m.pronoun))).map(|m| at + m.n_tokens)
        };
        let quoted =
            |at: usize| reading.text.tokens.get(at).is_some_and(|_| is_quote(reading.text.fold_at(at)));
        let mut at = behind_strike(reading, self.mode_at + 1);
        for _ in 0..PHRASES {
            let behind = || starts(at + 1).filter(|_| self.is_preposition(at));
            let next = skipped(at).or_else(|| starts(at)).or_else(behind);
            match next.or_else(|| quoted(at).then_some(at + 1)) {
                Some(next) if next > at => at = next,
                _ => break,
            }
        }
        at
    }

    /// «rose to 96 the number of civilians who …»: what is counted stands behind the count.
    pub(super) fn counted_behind(&mut self, number: NumberHit, at: usize) -> Option<usize> {
        let word = |at: usize| {
            let found = self.reading.knowledge.tolls.lexicon.longest_at(&self.reading.text, at);
            found.map(|m| (*m.value, at + m.n_tokens))
        };
        // «rose to 38, among them 7 children, the number of the dead».
        let sums = |w: (TollWord, usize)| matches!(w.0, TollWord::SumOfDead | TollWord::NumberOf);
        let plain = |i: &usize| self.reading.text.tokens[*i].kind != TokenKind::Break;
        let subset = word(at).is_some_and(|w| w.0 == TollWord::Subset);
        let until = (at + SUM_REACH).min(self.reading.text.tokens.len());
        let behind = (at..until).take_while(plain).find(|&i| subset && word(i).is_some_and(sums));
        match word(behind.unwrap_or(at))? {
            (TollWord::SumOfDead, end) => {
                self.is_sum = true;
                self.push(number, Mode::Killed, None, false, end);
                Some(end)
            }
            (TollWord::NumberOf, end) => {
                // «the number of those who were killed».
                let harms = |w: (TollWord, usize)| matches!(w.0, TollWord::Kill | TollWord::Wound);
                let those = word(end + 1).filter(|w| harms(*w)).map(|_| end);
                let who = word(end).filter(|w| is_person_word(w.0)).map(|w| w.1).or(those);
                self.pending.extend(who.map(|end| Pending { number, who: None, end }));
                who
            }
            _ => None,
        }
    }

    /// How many tokens of days stand between the word of harm and token `to`: «killed on Saturday, 3 March, ten».
    pub(super) fn n_dated(&self, to: usize) -> usize {
        let dates = &self.reading.dates;
        let first = dates.partition_point(|d| d.tokens.start <= self.mode_at);
        dates[first..].iter().take_while(|d| d.tokens.end <= to).map(|d| d.tokens.len()).sum()
    }

    /// How far a count at token `at` may stand behind the word of the sum: «the toll of … has risen to 81».
    pub(super) fn sum_reach(&self, at: usize) -> usize {
        if self.reading.follows_cue(at, Cue::Prep(Prep::To)) { 2 * SUM_REACH } else { SUM_REACH }
    }

    /// Does a preposition stand at token `at`?
    pub(super) fn is_preposition(&self, at: usize) -> bool {
        let found = self.reading.knowledge.status.lexicon.longest_at(&self.reading.text, at);
        found.is_some_and(|m| m.value.iter().any(|c| matches!(c.cue, Cue::Prep(_))))
    }

    /// Where the phrase that says whose the persons are ends, which the token before `at` begins.
    pub(super) fn end_of_phrase(&self, at: usize) -> usize {
        if let Some(end) = end_of_force(self.reading, at) {
            return end;
        }
        let i = self.reading.actors.partition_point(|a| a.tokens.end < at);
        let actor = self.reading.actors.get(i).filter(|a| a.tokens.start < at && a.tokens.end > at);
        actor.map_or(at, |a| a.tokens.end)
    }

    /// «three civilians and a girl»: does token `at` add one person to those counted right before it?
    pub(super) fn is_one_more(&self, at: usize) -> bool {
        let reading = self.reading;
        let number = NumberHit { from: at, to: at + 1, low: 1, high: Some(1) };
        // «three civilians and a child of two years».
        let more = reading.begins_count(at + 1);
        let one = self.last().and_then(|t| t.killed.or(t.wounded)).is_some_and(|c| c == (1, Some(1)));
        let joined = self.is_one_joined(at) || one && self.is_kin_joined(at);
        let last = self.last_end().filter(|_| joined && !more && !self.in_subset);
        last.is_some_and(|end| end == at || goes_on_behind(reading, end, number))
    }

    /// «… and a girl»: does a word for one person with «and», and not one that is counted too («20 sick and wounded»), stand
    /// at token `at`?
    pub(super) fn is_one_joined(&self, at: usize) -> bool {
        const ACCUSATIVE: char = '\u{627}';
        const HER: &str = "\u{647}\u{627}";
        let one = self.reading.knowledge.tolls.ones.longest_at(&self.reading.text, at);
        let plain = |pronoun: bool| !pronoun || self.is_feminine(at);
        let joined = one.is_some_and(|m| m.affixes == Affixes::WA && plain(m.pronoun) && m.n_tokens == 1);
        let fold = self.reading.text.fold_at(at);
        joined && (!fold.ends_with(ACCUSATIVE) || fold.ends_with(HER))
    }

    /// Is token `at` written with the mark of the feminine, and not with the pronoun that folds to the same («a nurse», «his
    /// nurse»)?
    pub(super) fn is_feminine(&self, at: usize) -> bool {
        const TA_MARBUTA: char = '\u{629}';
        let text = &self.reading.text;
        text.tokens.get(at).is_some_and(|t| t.span.of(text.source).ends_with(TA_MARBUTA))
    }

    /// Does a word for persons stand at token `at`?
    pub(super) fn is_person(&self, at: usize) -> bool {
        let found = self.reading.knowledge.tolls.lexicon.longest_at(&self.reading.text, at);
        found.is_some_and(|m| is_person_word(*m.value))
    }

    /// «490 "terrorists"»: does a quotation mark stand at token `at`, before a word for persons or behind one?
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        let mark = |t: &Token| t.kind == TokenKind::Mark && is_quote(self.reading.text.fold_of(t));
        let quote = self.reading.text.tokens.get(at).is_some_and(mark);
        quote && (self.is_person(at + 1) || at.checked_sub(1).is_some_and(|before| self.is_person(before)))
    }

    /// «and that seven were hurt»: does the verb behind a bare count tell what befell those whom it counts?
    pub(super) fn is_theirs(&self, number: NumberHit, at: usize) -> bool {
        is_harmed_next(self.reading, at) && !is_the_same(self.reading, number)
    }

    /// «13 persons of one family were killed»: the phrase of the count before goes on to the word for «one» at `number`.
    pub(super) fn go_on_to_same(&mut self, number: NumberHit) {
        const OF_ONE_FAMILY: usize = 4;
        let same = is_the_same(self.reading, number);
        let last = self.pending.last_mut().filter(|p| same && number.from <= p.end + OF_ONE_FAMILY);
        if let Some(last) = last {
            last.end = number.to;
        }
    }

    /// «the toll has risen to 35»: a sum counts the dead, whatever was counted before it.
    pub(super) fn sum_up(&mut self, at: usize) {
        self.is_sum = true;
        if self.mode == Mode::Wounded {
            self.mode = Mode::Killed;
            self.begin(at, false);
        }
    }

    /// «the toll rose to 35.»: does `number` tell a sum of which nothing else is said, `at` being behind it? «The toll of the
    /// raid rose to 35 persons»: or one of `persons` whom a strike or fight harmed?
    pub(super) fn is_bare_sum(&self, number: NumberHit, at: usize, persons: bool) -> bool {
        let to = self.reading.follows_cue(number.from, Cue::Prep(Prep::To));
        let ends = self.reading.text.tokens.get(at).is_none_or(|t| t.kind != TokenKind::Word);
        self.is_sum && if persons { self.sums_harmed(number) } else { to && ends }
    }

    /// Does «the toll», with the strike or fight that it counts, stand before `number`, and no word for the wounded, missing
    /// or arrested?
    fn sums_harmed(&self, number: NumberHit) -> bool {
        let plain = |i: &usize| self.reading.text.tokens[*i].kind != TokenKind::Break;
        let mut near = (number.from.saturating_sub(2 * SUM_REACH)..number.from).rev().take_while(plain);
        let Some(sum) = near.find(|&i| is_sum_word(self.reading, i)) else { return false };
        let spares = |i: usize| {
            let word = self.reading.knowledge.tolls.lexicon.longest_at(&self.reading.text, i);
            is_of_unhurt(self.reading, i) || word.is_some_and(|m| *m.value == TollWord::WoundedNoun)
        };
        (sum + 1..number.from).any(|i| is_thing(self.reading, i)) && !(sum..number.from).any(spares)
    }

    /// Does «of those who were killed» stand at token `at`?
    pub(super) fn is_of_killed(&self, at: usize) -> bool {
        const WHO: [&str; 3] =
            ["\u{645}\u{646}", "\u{627}\u{644}\u{630}\u{64a}\u{646}", "\u{645}\u{645}\u{646}"];
        let tokens = self.reading.text.tokens.len();
        let kills = |i: usize| {
            let word = self.reading.knowledge.tolls.lexicon.longest_at(&self.reading.text, i);
            word.is_some_and(|m| *m.value == TollWord::Kill)
        };
        at + 1 < tokens && WHO.contains(&self.reading.text.fold_at(at)) && kills(at + 1)
    }

    /// What befell those whom a count counts: what the noun behind it says, else as many as «besides» or «against» adds to,
    /// else the dead of a bare sum, else what the word of harm says.
    pub(super) fn mode_of(&self, noun: Mode, besides: bool, bare: bool) -> Mode {
        match self.last().filter(|_| besides) {
            _ if noun != Mode::Nothing => noun,
            Some(last) if last.killed.is_some() => Mode::Killed,
            Some(last) if last.wounded.is_some() => Mode::Wounded,
            _ if bare => Mode::Killed,
            _ => self.mode,
        }
    }

    /// Does `number` only tell how many of those counted before it are something else?
    pub(super) fn is_only_part(&self, number: NumberHit) -> bool {
        let told = self.last().and_then(|t| t.killed.or(t.wounded)).map(|c| c.0);
        let counted = told.max(self.pending.last().map(|p| p.number.low));
        counted.is_some_and(|low| number.low <= low) && is_part_of(self.reading, number)
    }
}
