//! Killed and wounded: counts beside words of killing and wounding, subsets left out.

use std::cell::Cell;

use super::between::is_between;
use super::counted::{
    adds_on, adds_to_one, end_of_force, follows_result, goes_on_with, is_harmed_behind, is_known_one,
    is_of_another, is_of_group, is_of_harmed, is_of_many, is_of_things, is_of_time, is_of_unhurt,
    is_stipulated, is_the_same, is_told_in_dual, one_behind_that,
};
use super::killers::counts_killers;
use super::lives::{is_feared, loses_life};
use super::pair::{Mode, Pair, Pending, add, pair};
use super::side::{goes_on_behind, keep_sides, of_side, side_at, side_of_one};
use crate::events::mentions::reading::{NumberHit, Reading};
use crate::events::{Toll, TollWho};
use crate::knowledge::tolls::TollWord;
use crate::text::TokenKind;

/// A toll and the tokens it was read from.
#[derive(Clone, Debug)]
pub(in crate::events) struct TollHit {
    /// The toll.
    pub(in crate::events) toll: Toll,
    /// First token, with the word of killing when it stands before.
    pub(in crate::events) from: usize,
    /// One past the last token.
    pub(in crate::events) to: usize,
    /// Is it told as the result of what was told before it («leaving … dead»)?
    pub(super) is_result: bool,
    /// Is it the sum of many acts?
    pub(super) is_sum: bool,
    /// Is it one person, whom the words name or describe as known?
    pub(super) is_known_one: bool,
    /// The sides that the dead were of, when it is told how many of each («90, 50 of X and 40 of Y»).
    pub(super) parts: Vec<Toll>,
}

impl TollHit {
    /// The count and its parts.
    pub(super) fn told(self) -> impl Iterator<Item = Toll> {
        std::iter::once(self.toll).chain(self.parts)
    }
}

/// So far behind a count may its verb stand when a part of the counted is told between.
const SUBSET_REACH: usize = 9;

/// So much farther when the verb is in the plural.
const GROUP_REACH: usize = 3;

/// How the plural of a verb ends, folded.
const THEY: &str = "\u{648}\u{627}";

/// The walk over one sentence.
pub(super) struct Walk<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    pub(super) mode: Mode,
    pub(super) mode_at: usize,
    pub(super) in_subset: bool,
    /// Is a sum of many acts told?
    pub(super) is_sum: bool,
    /// Did the last word of killing only say that somebody or something fell?
    pub(super) is_fall: bool,
    /// Counts of persons, one after the other, that no word of harm has claimed yet.
    pub(super) pending: Vec<Pending>,
    /// Where the count stands that adds to the one person told before it.
    adds_at: Option<usize>,
    /// Where the count stands that «besides» or «against» adds to the last one.
    besides: Option<usize>,
    /// What is behind the scene of the word of harm at a token, once it was asked for.
    pub(super) scene_end: Cell<Option<(usize, usize)>>,
    pub(super) out: Vec<TollHit>,
}

/// All tolls of the tokens `from..to`.
pub(in crate::events) fn tolls(reading: &Reading<'_>, from: usize, to: usize) -> Vec<TollHit> {
    let mut walk = Walk {
        reading,
        mode: Mode::Nothing,
        mode_at: from,
        in_subset: false,
        is_sum: false,
        is_fall: false,
        pending: Vec::new(),
        adds_at: None,
        besides: None,
        scene_end: Cell::new(None),
        out: Vec::new(),
    };
    let mut number = reading.numbers.partition_point(|n| n.from < from);
    let counts = reading.numbers.get(number).is_some_and(|n| n.from < to);
    if !counts && !reading.knowledge.tolls.lexicon.may_stand_in(&reading.text, from..to) {
        return walk.out;
    }
    let start = |number: usize| reading.numbers.get(number).map_or(usize::MAX, |n| n.from);
    let (mut at, mut next) = (from, start(number));
    while at < to {
        while next < at {
            number += 1;
            next = start(number);
        }
        if let Some(n) = reading.numbers.get(number).filter(|n| next == at && n.to <= to) {
            if at.checked_sub(1).is_some_and(|before| {
                is_of_unhurt(reading, before)
                    && !loses_life(reading, TollWord::Lose, at)
                    && !is_of_harmed(reading, *n)
            }) {
                walk.mode = Mode::Nothing; // «and captured twelve more»
                at = n.to;
                continue;
            }
            // «two civilians, two»: written in the noun already.
            if is_told_in_dual(reading, *n) || counts_killers(reading, *n) {
                at = n.to;
                continue;
            }
            let end = walk.count(*n, to);
            at = end.max(at + 1);
            continue;
        }
        let harmed = matches!(walk.mode, Mode::Killed | Mode::Wounded) || walk.leaves_one(at);
        if harmed && let Some(one) = walk.one(at, number) {
            at = walk.count(one, to).max(at + 1);
            continue;
        }
        let found = reading.knowledge.tolls.lexicon.longest_at(&reading.text, at);
        match found.as_ref().map(|m| (*m.value, m.n_tokens)) {
            Some((word, n)) => {
                let word = if loses_life(reading, word, at + n) { TollWord::Kill } else { word };
                // «met their death»: the noun goes on with the verb that was told before.
                let goes_on = word == TollWord::Kill && walk.mode == Mode::Killed;
                let skipped = goes_on && found.is_some_and(|m| m.pronoun);
                if !(skipped || word == TollWord::Kill && is_stipulated(reading, at)) {
                    walk.word(word, at, n);
                }
                at += n;
            }
            None => at += 1,
        }
    }
    for hit in &mut walk.out {
        keep_sides(&mut hit.parts);
    }
    walk.out
}

impl Walk<'_, '_> {
    /// The last toll.
    pub(super) fn last(&self) -> Option<&Toll> {
        self.out.last().map(|h| &h.toll)
    }

    /// Where the last toll ends.
    pub(super) fn last_end(&self) -> Option<usize> {
        self.out.last().map(|h| h.to)
    }

    /// «a child was killed», «one of the commanders was killed»: token `at` as a count of one, when it names one
    /// person right after a word of harm, with no other count near, the next being number `next`.
    fn one(&mut self, at: usize, next: usize) -> Option<NumberHit> {
        const NEAR: usize = 4;
        if self.is_one_more(at) || self.falls_alone(at) || self.leaves_one(at) {
            return Some(NumberHit { from: at, to: at, low: 1, high: Some(1) });
        }
        if at <= self.mode_at || at > self.mode_at + 1 && at != self.behind_scene() {
            return None;
        }
        // «another explosion took the lives of five»: no other one.
        let lexicon = &self.reading.knowledge.tolls.lexicon;
        let other = lexicon.longest_at(&self.reading.text, at).is_some_and(|m| *m.value == TollWord::Others);
        if other && at > self.mode_at + 1 {
            return None;
        }
        let more = self.reading.numbers.get(next).filter(|n| adds_to_one(self.reading, at, **n));
        if let Some(more) = more.filter(|_| !self.is_fall) {
            self.adds_at = Some(more.from);
            return Some(NumberHit { from: at, to: at, low: 1, high: Some(1) });
        }
        let one = self.reading.knowledge.tolls.ones.longest_at(&self.reading.text, at);
        let bare = one.is_some_and(|m| m.affixes.is_empty() && (!m.pronoun || self.is_feminine(at)));
        let of = at + 1 < self.reading.text.tokens.len()
            && self.reading.knowledge.tolls.one_of.longest_at(&self.reading.text, at).is_some()
            && (self.reading.text.is_definite(at + 1) || self.is_person(at + 1));
        let harms = |i: usize| {
            let word = self.reading.knowledge.tolls.lexicon.longest_at(&self.reading.text, i);
            word.is_some_and(|m| matches!(m.value, TollWord::Kill | TollWord::Wound | TollWord::Hit))
        };
        let near = self.reading.numbers.get(next).filter(|n| n.from <= at + NEAR);
        let counted = near.is_some_and(|n| !(at + 1..n.from).any(harms) && !is_of_time(self.reading, n.to));
        let alone = !self.is_fall && !self.in_subset && !counted;
        let to = if of { at + 1 } else { at };
        let n = if bare || of { 1 } else { self.n_named(at) };
        (n > 0 && alone).then_some(NumberHit { from: at, to, low: n, high: Some(n) })
    }

    fn word(&mut self, word: TollWord, at: usize, n: usize) {
        // «three were killed and … wounded»: the count before is told of already.
        let told = self.out.last().is_some_and(|h| h.to == at);
        let many = at.checked_sub(1).is_some_and(|b| is_of_many(self.reading.text.fold_at(b)));
        let close = at == self.mode_at + 1 && !told && !many;
        if matches!(word, TollWord::Kill | TollWord::Wound) && self.pending.is_empty() {
            self.pending.extend(one_behind_that(self.reading, at).map(|(from, who)| Pending {
                number: NumberHit { from, to: from, low: 1, high: Some(1) },
                who,
                end: at,
            }));
        }
        self.claim_pending(word, at);
        self.is_sum &= !self.is_behind_sum(word, at);
        match word {
            TollWord::Kill if self.is_in_sum(at) => self.mode = Mode::Nothing,
            TollWord::Fall => {
                self.mode = Mode::Killed;
                self.begin(at, false);
                self.is_fall = true;
            }
            TollWord::Kill => {
                self.mode = if close && self.mode == Mode::Wounded { Mode::Both } else { Mode::Killed };
                self.begin(at, close && self.mode == Mode::Both);
            }
            TollWord::Hit if !self.hits_more(at) => {}
            TollWord::Wound | TollWord::Hit => {
                self.mode = if close && self.mode == Mode::Killed { Mode::Both } else { Mode::Wounded };
                self.begin(at, close && self.mode == Mode::Both);
            }
            TollWord::Subset if self.tells_dead_first(at..at + n) => {
                self.mode = Mode::Killed;
                self.begin(at + n - 1, false);
            }
            TollWord::Subset => self.in_subset = true,
            // «against 40 of X», «besides 12 civilians».
            TollWord::Besides => {
                self.in_subset = false;
                self.besides = Some(at + n);
            }
            TollWord::Sum => self.sum_up(at),
            // «the number of those who were killed».
            TollWord::NumberOf if self.is_of_killed(at + n) => self.is_sum = true,
            TollWord::SumOfDead if is_feared(self.reading, at) => self.mode = Mode::Nothing,
            TollWord::SumOfDead => {
                self.is_sum = true;
                self.mode = Mode::Killed;
                self.begin(at, false);
            }
            TollWord::WoundedNoun => self.wounded_too(at),
            TollWord::Unhurt | TollWord::Lose => self.mode = Mode::Nothing,
            // «the bodies of ten …».
            TollWord::KilledNoun if self.reading.begins_count(at + 1) => {
                self.mode = Mode::Killed;
                self.begin(at, false);
            }
            _ => {}
        }
    }

    /// «three persons were killed»: the verb of harm claims the count right before it.
    fn claim_pending(&mut self, word: TollWord, at: usize) {
        // «fourteen civilians, among them women, were killed».
        if !matches!(word, TollWord::Kill | TollWord::Fall | TollWord::Wound) {
            return;
        }
        let pending = std::mem::take(&mut self.pending);
        let (Some(first), Some(last)) = (pending.first(), pending.last()) else { return };
        // «three of the heads of the tribes were killed»: the plural says who.
        let many = self.reading.text.fold_at(at).ends_with(THEY);
        let reach = if self.in_subset { SUBSET_REACH } else { 2 + if many { GROUP_REACH } else { 0 } };
        let mode = match word {
            TollWord::Kill | TollWord::Fall => Mode::Killed,
            _ => Mode::Wounded,
        };
        let next = self.reading.numbers.partition_point(|n| n.from <= at);
        let counts_again = self.reading.numbers.get(next).is_some_and(|n| n.from == at + 1);
        if at <= last.end + reach && !counts_again {
            // «the toll rose to 106; ten were killed on Friday alone»: these are counted by themselves.
            self.is_sum = false;
            (self.mode, self.mode_at) = (mode, first.number.from);
            for p in &pending {
                self.push(p.number, mode, p.who, false, at + 1);
            }
        }
    }

    pub(super) fn begin(&mut self, at: usize, keep: bool) {
        if !keep {
            self.mode_at = at;
        }
        self.is_fall = false;
        self.in_subset = false;
    }

    /// «dozens of dead and wounded»: the count before holds for both.
    fn wounded_too(&mut self, at: usize) {
        if let Some(last) = self.out.last_mut().filter(|h| h.to == at && h.toll.wounded.is_none()) {
            last.toll.wounded = last.toll.killed;
            last.to = at + 1;
        }
    }

    /// Does a word of harm claim the count, which counts persons, or goes on with another side's?
    fn is_claimed(&self, number: NumberHit, noun_mode: Mode, (persons, of_side): (bool, bool)) -> bool {
        let close = |h: &TollHit| number.from <= h.to + 3 || goes_on_behind(self.reading, h.to, number);
        let chained = self.out.last().is_some_and(close) && persons || of_side;
        // «were killed in a month of battles 233 of …»: a time or place may stand between.
        let aside = persons && number.from <= self.mode_at + 8 && self.is_preposition(self.mode_at + 1);
        // «the number of the dead since the beginning of the offensive has reached 800 persons».
        let of_dead = self.is_sum && self.mode == Mode::Killed;
        let summed =
            (persons && self.is_sum || of_dead) && number.from <= self.mode_at + self.sum_reach(number.from);
        let near = number.from <= self.mode_at + 4 + self.n_dated(number.from)
            || noun_mode != Mode::Nothing
            || self.adds_at == Some(number.from)
            || self.is_behind_scene(number)
            || chained
            || aside
            || summed;
        let far = number.from > self.mode_at + 2 && !self.is_behind_scene(number);
        let falls = self.is_fall && noun_mode == Mode::Nothing && (!persons || far);
        near && !falls
    }

    /// Takes in a count; gives the token after what it counts.
    fn count(&mut self, number: NumberHit, end: usize) -> usize {
        let mut at = number.to;
        if self.is_only_part(number) {
            return at + 1; // «four were killed, three of them children»
        }
        let (mut who, mut noun_mode, mut is_others) = (None, Mode::Nothing, false);
        // «35 of the army and 58 of the rebels».
        let of_side = self.goes_on_with(number);
        let mut steps = 0;
        if number.to == number.from + 1 {
            match pair(self.reading, number.from) {
                Some(Pair::Known) => return at,
                Some(Pair::Harmed(mode)) => (noun_mode, steps) = (mode, 1),
                Some(Pair::Persons(of)) => (who, steps) = (of, 1),
                None => {}
            }
        }
        while at < end && steps < 3 {
            if self.reading.text.tokens[at].kind == TokenKind::Break
                || self.adds_at == Some(at)
                || self.counts_on(number, at)
                || at > number.from && (self.is_one_joined(at) || number.low == 1 && self.is_kin_joined(at))
            {
                break;
            }
            let found = self.reading.knowledge.tolls.lexicon.longest_at(&self.reading.text, at);
            match found.as_ref().map(|m| (*m.value, m.n_tokens)) {
                Some((TollWord::KilledNoun, n)) => (noun_mode, at) = (Mode::Killed, at + n),
                Some((TollWord::WoundedNoun, n)) => {
                    noun_mode = if noun_mode == Mode::Killed { Mode::Both } else { Mode::Wounded };
                    at += n;
                }
                Some((TollWord::Civilians, n)) => (who, at) = (Some(TollWho::Civilians), at + n),
                Some((TollWord::Fighters, n)) => (who, at) = (Some(TollWho::Fighters), at + n),
                Some((TollWord::Soldiers, n)) => (who, at) = (Some(TollWho::Soldiers), at + n),
                Some((TollWord::Persons, n)) => at += n,
                Some((TollWord::Others, n)) => (is_others, at) = (true, at + n),
                // «28 of the soldiers».
                Some((TollWord::InRanks, n)) if steps == 0 && self.is_person(at + n) => {
                    at += n;
                    continue;
                }
                // «forty fighters, between dead and wounded»; «490 "terrorists"».
                None if is_between(self.reading, at) || self.is_quoted(at) => {
                    at += 1;
                    continue;
                }
                _ => break,
            }
            steps += 1;
        }
        // «and that seven were hurt»: a verb in the plural tells of persons.
        let theirs = steps == 0 && self.is_theirs(number, at);
        if steps == 0 && !theirs && is_harmed_behind(self.reading, at) {
            (at, steps) = (at + 1, 1);
        }
        // «18 of the forces of X», before it is told what befell them.
        let of_force = steps == 0 && noun_mode == Mode::Nothing && end_of_force(self.reading, at).is_some();
        steps = steps.max(usize::from(of_side || of_force || theirs));
        // «spent three years in …», «nine vehicles were hit».
        let other = || is_of_things(self.reading, number, at) || is_the_same(self.reading, number);
        if steps == 0 {
            if is_of_time(self.reading, at) || other() {
                self.go_on_to_same(number);
                return at;
            }
            if let Some(end) = self.counted_behind(number, at) {
                return end;
            }
        }
        let besides = self.besides == Some(number.from) && steps > 0;
        let bare = self.mode == Mode::Nothing && self.is_bare_sum(number, at, steps > 0);
        who = who.or_else(|| self.who_before(number).filter(|_| steps == 0));
        // «left 18 dead of X and 14 of Y»: the noun told what befell the first.
        let mode = self.mode_of(noun_mode, besides || of_side && self.mode == Mode::Nothing, bare);
        let is_claimed =
            besides || bare || !theirs && self.is_claimed(number, noun_mode, (steps > 0, of_side));
        if self.in_subset && noun_mode == Mode::Nothing && steps > 0 {
            self.part(number, who, at);
        }
        if !self.in_subset && is_claimed && mode != Mode::Nothing {
            self.push(number, mode, who, is_others, at);
        } else if (steps > 0 || is_of_group(self.reading, at)) && !self.in_subset {
            let end = self.end_of_phrase(at);
            self.pending.retain(|p| number.from <= p.end + 1);
            self.pending.push(Pending { number, who, end });
        }
        at
    }

    /// «three children and two women»: does the next count stand at token `at`, in one word?
    fn counts_on(&self, number: NumberHit, at: usize) -> bool {
        at > number.to && self.reading.begins_count(at)
    }

    /// Does a count go on, with «and», from the last one, whose side stands between, and tell those of another side?
    fn goes_on_with(&self, number: NumberHit) -> bool {
        let last = self.out.last().filter(|h| h.to <= number.from);
        let word = self.reading.knowledge.tolls.lexicon.longest_at(&self.reading.text, number.to);
        let at = match word.map(|m| *m.value) {
            Some(TollWord::InRanks) => number.to + 1,
            // «18 dead of X and 14 members of Y».
            Some(TollWord::Fighters | TollWord::Soldiers) if self.mode == Mode::Nothing => number.to,
            _ => return false,
        };
        last.is_some_and(|h| goes_on_with(self.reading, h.to, number, at))
    }

    pub(super) fn push(
        &mut self,
        number: NumberHit,
        mode: Mode,
        who: Option<TollWho>,
        is_others: bool,
        end: usize,
    ) {
        let count = Some((number.low, number.high));
        let killed = matches!(mode, Mode::Killed | Mode::Both).then_some(count).flatten();
        let wounded = matches!(mode, Mode::Wounded | Mode::Both).then_some(count).flatten();
        if self.adds_at == Some(number.from)
            && let Some(last) = self.out.last_mut().filter(|h| who.is_none_or(|w| w == h.toll.who))
            && add(&mut last.toll, number, mode == Mode::Killed)
        {
            last.to = end;
            let span = self.reading.text.span_of(last.from, end);
            span.of(self.reading.text.source).clone_into(&mut last.toll.text);
            return;
        }
        // «three children and two women».
        if let Some(last) = self.out.last_mut().filter(|h| {
            let same =
                h.toll.who == who.unwrap_or(TollWho::All) && wounded.is_none() && h.toll.wounded.is_none();
            let sided = h.toll.faction.is_some() && h.toll.who != TollWho::Civilians;
            same && killed.is_some() && !sided && adds_on(self.reading, h.to, number)
        }) && add(&mut last.toll, number, true)
        {
            last.to = end;
            let span = self.reading.text.span_of(last.from, end);
            span.of(self.reading.text.source).clone_into(&mut last.toll.text);
            return;
        }
        let joins = self.out.last().is_some_and(|h| {
            h.toll.wounded.is_none()
                && killed.is_none()
                && !is_of_another(self.reading, h.to, number.from)
                && (is_others || who.is_none() || who == Some(h.toll.who))
        });
        if joins && let Some(last) = self.out.last_mut() {
            last.toll.wounded = wounded;
            last.to = end;
            let span = self.reading.text.span_of(last.from, end);
            span.of(self.reading.text.source).clone_into(&mut last.toll.text);
            return;
        }
        let reach = self.mode_at + 4 + self.n_dated(number.from);
        let far = reach < number.from
            && number.from != self.behind_scene()
            && !self.mode_at.checked_sub(1).is_some_and(|of| self.is_sum && self.is_of_killed(of));
        let from = if self.mode == Mode::Nothing || far { number.from } else { self.mode_at };
        let armed = matches!(who, Some(TollWho::Soldiers | TollWho::Fighters));
        let civilians = self.reading.knowledge.status.civilians.as_ref();
        let side = if who == Some(TollWho::Civilians) { None } else { side_at(self.reading, end) };
        let side = side.or_else(|| side_of_one(self.reading, number, self.mode_at));
        // «soldiers of the Saudis».
        let side = side.filter(|s| !(armed && Some(&s.faction) == civilians));
        let (who, faction) = of_side(who, side);
        let toll = Toll { who, faction, killed, wounded, text: self.words(from, end) };
        let is_result = follows_result(self.reading, from);
        // A count of one that no token counts is of the person who is named there.
        let is_known_one = number.to == number.from && is_known_one(self.reading, number.from);
        let is_sum = self.is_sum && !is_known_one;
        self.out.push(TollHit { toll, from, to: end, is_result, is_sum, is_known_one, parts: Vec::new() });
    }

    pub(super) fn words(&self, from: usize, to: usize) -> String {
        self.reading.text.span_of(from, to).of(self.reading.text.source).to_owned()
    }
}
