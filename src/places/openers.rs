//! Tokens at which no place begins, told at a glance: most are such.

use super::scan::Scanner;
use super::unknown::is_particle;
use crate::knowledge::Knowledge;
use crate::text::{Lexicons, Token, TokenKind};

/// The lexicons that tell whether anything is to be read at a token.
pub(super) struct Openers {
    names: Lexicons,
    words: Lexicons,
    actors: Lexicons,
    all: Lexicons,
}

impl Openers {
    pub(super) fn new(knowledge: &Knowledge) -> Self {
        let (place, actors) = (&knowledge.place_words, &knowledge.actors.words);
        let none = Lexicons::default();
        let (names, words) = (none.with(&place.names), none.with(&place.words));
        Self { names, words, actors: none.with(actors), all: names.with(&place.words).with(actors) }
    }
}

impl Scanner<'_, '_> {
    /// The token to go on at, when at token `i` no name of a place begins and no word but a preposition or an actor's.
    pub(super) fn passed_by(&self, token: &Token, i: usize, openers: &Openers) -> Option<usize> {
        if openers.names.may_begin_with(token) || token.kind == TokenKind::Mark {
            let is_mark = || self.text.fold_of(token) != ":" || self.text.begins_phrase(i);
            return (!openers.all.may_begin_with(token) && is_mark()).then_some(i);
        }
        if openers.words.may_begin_with(token) && !self.word(i).is_some_and(|w| is_particle(w.value)) {
            return None;
        }
        Some(if openers.actors.may_begin_with(token) { self.other_name(i, None).unwrap_or(i) } else { i })
    }
}
