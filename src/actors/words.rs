//! What the form of a single word tells a phrase.

use std::ops::Range;

use super::phrase::Phrase;
use super::scan::{Reader, is_bare};
use crate::knowledge::{ActorWord, HeadClass, NameKind};
use crate::text::{Affixes, Match, TokenKind};

/// Country.
const COUNTRY: &str = "\u{628}\u{644}\u{627}\u{62F}";
/// His, her, their, our.
const THEIRS: [&str; 4] = ["\u{647}", "\u{647}\u{627}", "\u{647}\u{645}", "\u{646}\u{627}"];
/// The endings of a plural of persons, which it loses before a genitive.
const PERSONS: [&str; 2] = ["\u{648}\u{646}", "\u{64A}\u{646}"];
/// The ending of a plural of things.
const THINGS: &str = "\u{627}\u{62A}";

impl Reader<'_, '_> {
    /// Does the word at token `i` begin with an alef that the article does not have («thousands»)?
    pub(super) fn has_madda(&self, i: usize) -> bool {
        self.text.tokens[i].span.of(self.text.source).starts_with(['\u{622}', '\u{623}', '\u{625}'])
    }

    /// May the words at tokens `i` and `j` be forms of one?
    pub(super) fn share_stem(&self, i: usize, j: usize) -> bool {
        let stems = |i: usize| self.text.readings_at(i).iter().map(|r| r.stem);
        stems(j).any(|s| stems(i).any(|t| t == s))
    }

    /// «the forces of Marshal X»: the token after a rank before the name of a person.
    pub(super) fn past_rank(&self, i: usize) -> usize {
        self.past_rank_found(i, self.at(i))
    }

    /// The same, when it is known what stands at token `i`.
    pub(super) fn past_rank_found(&self, i: usize, found: Option<Match<'_, ActorWord>>) -> usize {
        const TITLES: usize = 2;
        let is_rank = |m: &Match<'_, ActorWord>| m.value.rank && m.value.head.is_none() && is_bare(m);
        let Some(rank) = found.filter(is_rank) else { return i };
        let titled = |j: &usize| !self.bare(*j).is_some_and(|m| m.value.rank || m.value.title);
        let from = i + rank.n_tokens;
        let next = (from..=from + TITLES).find(titled).unwrap_or(from);
        let name = self.bare(next).and_then(|m| m.value.name);
        let person = name.is_some_and(|n| self.actors.name(n).kind == NameKind::Person);
        if person { next } else { i }
    }

    /// «loyal to Marshal X», «to Brigadier General X»: the token behind the ranks that the preposition is written on to.
    pub(super) fn past_rank_of(&self, i: usize) -> usize {
        const RANKS: usize = 3;
        if !self.at(i).is_some_and(|m| m.value.rank && m.affixes.has(Affixes::LI)) {
            return i;
        }
        let ranks = |j: usize| self.at(j).is_some_and(|m| m.value.rank || m.value.title);
        let next = (i + 1..=i + RANKS).find(|&j| !ranks(j));
        let person = |j: &usize| {
            let name = self.bare(*j).and_then(|m| m.value.name);
            name.is_some_and(|n| self.actors.name(n).kind == NameKind::Person)
        };
        next.filter(person).unwrap_or(i)
    }

    /// «minister Y [accused] the X», «the X captured»: is the definite plural of persons at token `at` no part of the
    /// phrase, which has named a person, whose noun would have it in the genitive, or which ends in a feminine adjective?
    pub(super) fn is_apart(&self, phrase: &Phrase, at: usize) -> bool {
        const FEMININE: char = '\u{647}';
        let person = phrase.name.is_some_and(|n| self.actors.name(n).kind == NameKind::Person);
        let nominative = self.text.fold_at(at).ends_with(PERSONS[0]);
        // «the gunmen [attacked] the X»: subject and object, by their endings.
        let ending = |i: usize, n: usize| self.text.fold_at(i).ends_with(PERSONS[n]);
        let object = phrase.bare_end > 0 && ending(phrase.bare_end - 1, 0) && ending(at, 1);
        // «the speaker of the joint forces [accused] the X».
        let last = at.saturating_sub(1);
        let feminine = phrase.bare_end <= at && self.text.is_definite(last);
        let feminine = feminine && self.text.fold_at(last).ends_with(FEMININE);
        person
            || feminine
            || object
            || nominative && phrase.head.class == HeadClass::Civil && phrase.bare_end == at
    }

    pub(super) fn skip_quotes(&self, i: usize) -> usize {
        let quote = self.text.tokens.get(i).is_some_and(|t| {
            t.kind == TokenKind::Mark
                && matches!(self.text.fold_of(t), "\"" | "\u{201C}" | "\u{201D}" | "\u{AB}" | "(")
        });
        i + usize::from(quote)
    }

    /// «the ministry, X», «the army, "X"»: does the word at token `at` stand right behind the noun, with a quotation mark
    /// between them or none?
    pub(super) fn is_behind_noun(&self, phrase: &Phrase, at: usize) -> bool {
        phrase.bare_end == at || self.skip_quotes(phrase.bare_end) == at
    }

    /// «the forces of his country»: is it the word at token `at`?
    pub(super) fn is_his_country(&self, at: usize) -> bool {
        self.text.fold_at(at).strip_prefix(COUNTRY).is_some_and(|theirs| THEIRS.contains(&theirs))
    }

    /// «gunmen»: the full ending of a plural of persons, after which no genitive stands.
    pub(super) fn is_closed(&self, class: HeadClass, last: usize) -> bool {
        let persons = matches!(
            class,
            HeadClass::Group | HeadClass::Force | HeadClass::Commander | HeadClass::Member | HeadClass::Media
        );
        let fold = self.text.fold_at(last);
        persons
            && PERSONS.iter().any(|end| fold.strip_suffix(end).is_some_and(|stem| stem.chars().count() >= 3))
    }

    /// «the forces», «the army»: a plural of things or one body, of which no plural of persons is the adjective.
    fn is_of_things(&self, i: usize) -> bool {
        const ONE: char = '\u{629}';
        let body = self.status.masculine.longest_at(self.text, i).is_some_and(|m| m.n_tokens == 1);
        let one = self.text.tokens[i].span.of(self.text.source).ends_with(ONE);
        body || one || self.text.fold_at(i).ends_with(THINGS)
    }

    /// Is the phrase of the tokens so far a body of troops, a group or an officer, which no adjective in the plural of
    /// persons can describe?
    pub(super) fn is_one_body(&self, class: HeadClass, tokens: Range<usize>, is_bare: bool) -> bool {
        let one = tokens.len() == 1;
        match class {
            HeadClass::Force | HeadClass::Government => self.is_of_things(tokens.start),
            HeadClass::Group => one && self.is_of_things(tokens.start),
            HeadClass::Official => is_bare && self.is_one_officer(tokens.start, tokens.len()),
            _ => false,
        }
    }

    /// «the prime minister [accused] the X»: the holder of one office, told in two words of which the first is no plural.
    fn is_one_officer(&self, i: usize, n_tokens: usize) -> bool {
        const MANY: [&str; 4] = ["\u{627}\u{621}", "\u{648}", "\u{64A}", "\u{627}\u{62A}"];
        let fold = self.text.fold_at(i);
        n_tokens > 1 && !MANY.iter().chain(&PERSONS).any(|end| fold.ends_with(end))
    }

    /// «the forces of the X», «the brigade of the martyrs of X»: the end of a name that no list knows, right behind the
    /// noun for a force.
    pub(super) fn unlisted(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 3;
        let before = at.checked_sub(1).and_then(|i| self.at(i));
        let unit = before.is_some_and(|m| m.value.particle.is_some_and(|p| p.unit) && m.n_tokens == 1);
        if !unit {
            return None;
        }
        let plain = |i: usize| {
            let word = self.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word);
            let known = self.at(i).is_some_and(|m| *m.value != ActorWord::default());
            let small = self.status.lexicon.longest_at(self.text, i).is_some();
            word && !known && !small && self.text.fold_at(i).chars().count() >= 4
        };
        let end = (at..at + LONGEST).find(|&i| self.text.is_definite(i))?;
        (at..=end).all(plain).then_some(end + 1)
    }

    /// «gunmen»: a whole plural of persons with its ending, behind which nothing stands in the genitive.
    pub(super) fn is_absolute(&self, class: HeadClass, last: usize) -> bool {
        const SUBJECT: &str = "\u{648}\u{646}";
        const OBJECT: &str = "\u{64A}\u{646}";
        // «gunmen of …»: such a plural is no adjective.
        const BEFORE_GENITIVE: char = '\u{648}';
        const OF_PLACE: &str = "\u{64A}\u{648}\u{646}";
        const ACCUSATIVE: char = '\u{627}';
        let word = self.text.fold_at(last);
        // «military planes [bombed] the positions of X»: behind an indefinite adjective another noun is another party.
        let adjective = matches!(class, HeadClass::Force | HeadClass::Group | HeadClass::Member)
            && !self.has_article(last)
            && last > 0
            && !self.has_article(last - 1)
            && !word.ends_with(BEFORE_GENITIVE)
            && self.at(last).is_some_and(|m| {
                let plain = matches!(m.value.modifier, Some((crate::knowledge::Modifier::Plain, _)));
                plain && m.value.head.is_none() // «gunmen of the organisation»: a noun
            });
        if adjective || self.is_counted(last) {
            return true;
        }
        match class {
            // «twenty gunmen»: behind a number in words the noun has the ending of an accusative.
            HeadClass::Member | HeadClass::Group => {
                let counted = word.ends_with(ACCUSATIVE) && !self.has_article(last);
                word.ends_with(SUBJECT) || word.ends_with(OBJECT) || counted
            }
            // «activists», and not «television».
            HeadClass::Media => word.ends_with(SUBJECT) && !word.ends_with(OF_PLACE),
            _ => false,
        }
    }

    /// «12 planes [bombed] the positions of X»: a noun in the singular behind a number above ten.
    fn is_counted(&self, at: usize) -> bool {
        const TEN: u64 = 10;
        let before = at.checked_sub(1).map(|i| &self.text.tokens[i]).filter(|t| t.kind == TokenKind::Number);
        let number = before.and_then(|t| self.text.fold_of(t).parse::<u64>().ok());
        number.is_some_and(|n| n > TEN) && !self.has_article(at)
    }

    /// «planes [bombed] positions of X»: ground, which has no troops of its own.
    pub(super) fn is_ground(&self, at: usize) -> bool {
        let found = self.status.lexicon.longest_at(self.text, at);
        found.is_some_and(|m| m.value.iter().any(|c| c.cue == crate::knowledge::status::Cue::VaguePlace))
    }
}
