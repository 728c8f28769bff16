//! Names that only their first mention makes places: a town that the gazetteer does not have, told again without its
//! word, and «the south» where «the south of X» was told.

use super::judge::Judge;
use super::scan::Draft;
use crate::knowledge::{Cue, PlaceKind, PlaceWord};
use crate::text::{AND, Affixes, LONGEST_IN_WORDS, Match, TokenKind};

/// «In», written on to its noun.
const AT: char = '\u{628}';

impl Judge<'_, '_> {
    /// Adds the later mentions of such names behind a preposition.
    pub(super) fn named_again(&self, drafts: &mut Vec<Draft>) {
        let settles = |k: PlaceKind| {
            matches!(k, PlaceKind::City | PlaceKind::Town | PlaceKind::Village | PlaceKind::Quarter)
        };
        let unknown =
            |d: &&Draft| d.places.is_empty() && !d.again && d.cue.and_then(|c| c.kind).is_some_and(settles);
        let found: Vec<Draft> = drafts.iter().filter(unknown).flat_map(|d| self.told_again(d)).collect();
        let sides: Vec<Draft> = drafts.iter().filter(|d| self.is_named_side(d)).cloned().collect();
        let again = if sides.is_empty() { Vec::new() } else { self.sides_alone() };
        let south = sides.iter().flat_map(|d| self.side_again(d, &again));
        let more: Vec<Draft> = found.into_iter().chain(south).collect();
        for draft in more {
            let at = drafts.partition_point(|d| d.tokens.start < draft.tokens.start);
            let free = |d: Option<&Draft>| {
                d.is_none_or(|d| d.tokens.end <= draft.tokens.start || d.tokens.start >= draft.tokens.end)
            };
            if free(drafts.get(at)) && free(at.checked_sub(1).map(|i| &drafts[i])) {
                drafts.insert(at, draft);
            }
        }
    }

    /// The mentions of an unknown name behind its first.
    fn told_again(&self, first: &Draft) -> Vec<Draft> {
        let fold = |i: usize| self.text.fold_at(i);
        let head = fold(first.name.start);
        let head = if first.affixes.has(Affixes::WA) { head.strip_prefix(AND).unwrap_or(head) } else { head };
        let rest: Vec<&str> = (first.name.start + 1..first.name.end).map(fold).collect();
        let mut out = Vec::new();
        let end = self.text.tokens.len().saturating_sub(rest.len());
        for i in (first.tokens.end..end).take(LONGEST_IN_WORDS) {
            let word = fold(i);
            if word.len() != head.len() && word.len() != head.len() + AT.len_utf8() {
                continue; // most words
            }
            let within = word.strip_prefix(AT) == Some(head);
            let same = within || word == head && self.is_behind_preposition(i);
            if !same || (0..rest.len()).any(|n| fold(i + 1 + n) != rest[n]) {
                continue;
            }
            let name = i..i + 1 + rest.len();
            out.push(Draft {
                tokens: name.clone(),
                name,
                affixes: if within { Affixes::BI } else { Affixes::default() },
                cue: first.cue.map(|c| Cue { many: false, ..c }),
                part: None,
                offset: None,
                frame: None,
                locative: true,
                governed: false,
                listed: false,
                ..first.clone()
            });
        }
        out
    }

    fn is_behind_preposition(&self, i: usize) -> bool {
        let word = i.checked_sub(1).and_then(|j| self.knowledge.place_words.words.longest_at(self.text, j));
        word.is_some_and(|w| w.n_tokens == 1 && w.value.locative)
    }

    /// «the south of Lebanon»: a region whose name begins with a side.
    fn is_named_side(&self, draft: &Draft) -> bool {
        let region = |p| self.knowledge.conflict.place(p).kind == PlaceKind::Region;
        let direction = self.knowledge.place_words.words.longest_at(self.text, draft.name.start);
        let two = draft.name.len() == 2 && draft.part.is_none();
        two && draft.places.first().is_some_and(|&p| region(p))
            && direction.is_some_and(|w| w.n_tokens == 1 && w.value.direction.is_some())
    }

    /// «from the south»: the tokens that name a side and nothing else, with the side.
    fn sides_alone(&self) -> Vec<(usize, u16)> {
        let side = |word: &Match<'_, PlaceWord>| {
            word.value.direction.filter(|_| word.n_tokens == 1 && word.affixes.has(Affixes::AL))
        };
        // «the southern …», «the south of it».
        let alone = |i: usize| {
            self.text.tokens.get(i + 1).is_none_or(|t| {
                t.kind != TokenKind::Word || !self.is_definite(i + 1) && self.text.fold_at(i + 1) != FROM
            })
        };
        let words = &self.knowledge.place_words.words;
        let definite = (0..self.text.tokens.len()).filter(|&i| self.is_definite(i));
        let named = definite.filter_map(|i| Some((i, side(&words.longest_at(self.text, i)?)?)));
        named.filter(|&(i, _)| self.is_behind_preposition(i) && alone(i)).collect()
    }

    /// Those of its side behind it.
    fn side_again<'d>(
        &self,
        first: &'d Draft,
        sides: &'d [(usize, u16)],
    ) -> impl Iterator<Item = Draft> + 'd {
        let words = &self.knowledge.place_words.words;
        let side = words.longest_at(self.text, first.name.start).and_then(|w| w.value.direction);
        let behind = &sides[sides.partition_point(|(i, _)| *i < first.tokens.end)..];
        let same = behind.iter().filter(move |(_, s)| Some(*s) == side);
        same.map(|&(i, _)| Draft {
            tokens: i..i + 1,
            name: i..i + 1,
            listed: false,
            locative: true,
            ..first.clone()
        })
    }
}

/// «From» behind a side says of what it is the side.
const FROM: &str = "\u{645}\u{646}";
