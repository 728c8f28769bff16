//! Tokens: words, numbers and marks, each with its span, its folded form and its readings.

use smallvec::SmallVec;

use super::fold::{fold, fold_char, is_word_char, word_end};
use super::memory::{Loan, Memory};
use super::phrases::{FoundAt, Marks, Phrases};
use super::readings::{number_reading, readings};
use super::{Vocabulary, WordId};
use crate::base::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// Digits, ASCII or Arabic-Indic, with inner separators (`1,200`, `3.5`).
    Number,
    /// One mark that is neither letter, digit nor space.
    Mark,
    /// The end of a line.
    Break,
}

/// What was taken off a word to arrive at a [`Reading`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Affixes(u8);

impl Affixes {
    /// The conjunction wa- (and).
    pub const WA: Self = Self(1);
    /// The conjunction fa- (so).
    pub const FA: Self = Self(2);
    /// The preposition bi- (in, by).
    pub const BI: Self = Self(4);
    /// The preposition ka- (as).
    pub const KA: Self = Self(8);
    /// The preposition li- (to, for).
    pub const LI: Self = Self(16);
    /// The article al-.
    pub const AL: Self = Self(32);
    /// The future prefix sa-.
    pub const SA: Self = Self(64);
    /// A pronoun suffix (-hu, -ha, -hum …).
    pub const PRONOUN: Self = Self(128);

    /// All that stands before the article.
    pub(super) const PROCLITIC: Self =
        Self::WA.with(Self::FA).with(Self::BI).with(Self::KA).with(Self::LI).with(Self::SA);

    /// Are all of `other` among these?
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Is any of `other` among these?
    pub const fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is taken off in front, without the pronoun behind.
    #[must_use]
    pub const fn in_front(self) -> Self {
        self.without(Self::PRONOUN)
    }

    /// Those that are not among `other`.
    #[must_use]
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Was nothing taken off?
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// One way to read a word: a stem that the vocabulary knows, and what was taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The known stem.
    pub stem: WordId,
    /// What was taken off in front and behind.
    pub affixes: Affixes,
}

/// A word, number or mark of a text.
#[derive(Clone, Debug)]
pub struct Token {
    /// Where it stands in the original.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Which of the words in memory it is.
    pub(super) word: u32,
    /// Can it be read: does some lexicon know it?
    pub is_known: bool,
    /// Does white space, or the start of the text, come before it?
    pub spaced: bool,
    /// The phrases that begin with it.
    pub(super) found: FoundAt,
}

/// A text cut into tokens. Borrows the original; all spans point into it.
#[derive(Debug)]
pub struct Text<'a> {
    /// The original.
    pub source: &'a str,
    /// Its tokens in order.
    pub tokens: Vec<Token>,
    /// Their words, and the phrases that begin at them.
    pub(super) memory: Loan<'a>,
    /// The phrases of all lexicons.
    pub(super) phrases: &'a Phrases,
    /// May there be marks of Markdown among its tokens?
    pub(super) has_markup: bool,
}

impl<'a> Text<'a> {
    /// Cuts `source` into tokens and reads each against `vocabulary`. Linear in the length.
    pub fn new(source: &'a str, vocabulary: &'a Vocabulary) -> Self {
        let mut memory = Loan::of(vocabulary);
        let mut tokens = Vec::with_capacity(source.len() / 8);
        let (mut open, mut has_markup) = (Vec::new(), false);
        let mut leads = Marks::default();
        let mut at = 0;
        let mut spaced = true;
        loop {
            if source.as_bytes().get(at) == Some(&b' ') {
                (at, spaced) = (at + 1, true); // what most tokens are parted by
            }
            let (start, rest) = (at, &source[at..]);
            let (mut kind, mut length) = (TokenKind::Word, word_end(rest));
            if length == 0 {
                let Some(c) = rest.chars().next() else { break };
                if c.is_whitespace() && !ends_line(c) {
                    (at, spaced) = (at + c.len_utf8(), true);
                    continue;
                }
                kind = kind_of_other(c);
                length = if kind == TokenKind::Number { number_end(rest) } else { c.len_utf8() };
            }
            at += length;
            let written = &rest[..length];
            let number = memory.get(written).unwrap_or_else(|| learn(&mut memory, kind, written, vocabulary));
            let word = &memory.words[number as usize];
            if word.fold.is_empty() {
                continue; // direction controls alone
            }
            if leads.may_meet(word.follows) {
                open.push(tokens.len() - 1);
            }
            leads = word.leads;
            has_markup |= word.is_markup;
            let (is_known, found) = (!word.readings.is_empty(), word.alone);
            tokens.push(Token { span: Span::new(start, at), kind, word: number, is_known, spaced, found });
            spaced = kind == TokenKind::Break;
        }
        let mut text = Self { source, tokens, memory, phrases: &vocabulary.phrases, has_markup };
        text.find_phrases(&open);
        text
    }

    /// The folded form of a token.
    #[inline]
    pub fn fold_of(&self, token: &Token) -> &str {
        &self.memory.words[token.word as usize].fold
    }

    /// The readings of a token, the least stripped first; none for a word that no lexicon knows.
    #[inline]
    pub fn readings(&self, token: &Token) -> &[Reading] {
        &self.memory.words[token.word as usize].readings
    }

    /// The readings of token `i`; none past the end.
    #[inline]
    pub fn readings_at(&self, i: usize) -> &[Reading] {
        self.tokens.get(i).map_or(&[], |t| self.readings(t))
    }

    /// Does the word at token `i` begin as with the article, whose alef bears no hamza and no madda?
    #[inline]
    pub fn is_definite(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| self.memory.words[t.word as usize].is_definite)
    }

    /// The folded form of token `i`; empty past the end.
    #[inline]
    pub fn fold_at(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| self.fold_of(t))
    }

    /// The original words from token `from` to token `to`, `to` excluded.
    pub fn span_of(&self, from: usize, to: usize) -> Span {
        match (self.tokens.get(from), to.checked_sub(1).and_then(|i| self.tokens.get(i))) {
            (Some(a), Some(b)) => a.span.cover(b.span),
            _ => Span::default(),
        }
    }

    /// The original words from token `from` to token `to` without the proclitics of the first, with
    /// the article that li- swallows given back.
    pub fn words_without(&self, from: usize, to: usize, affixes: Affixes, vocabulary: &Vocabulary) -> String {
        let mut rest = self.span_of(from, to).of(self.source);
        if !affixes.has_any(Affixes::PROCLITIC) {
            return rest.to_owned();
        }
        for affix in [Affixes::WA, Affixes::FA, Affixes::BI, Affixes::KA, Affixes::LI, Affixes::SA] {
            if affixes.has(affix) {
                let mut chars = rest.chars();
                chars.next();
                rest = chars.as_str().trim_start_matches(is_mark_within);
            }
        }
        if affixes.has(Affixes::LI) && rest.starts_with('\u{644}') {
            let first = rest.split(|c| !is_word_char(c)).next().unwrap_or(rest);
            if affixes.has(Affixes::AL) || vocabulary.get(&super::fold::fold(first)).is_none() {
                return ["\u{627}", rest].concat();
            }
        }
        rest.to_owned()
    }

    /// The index of the first token that ends after byte `at`.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|t| t.span.end as usize <= at)
    }
}

/// Does `c` stand inside words, and is it no letter?
fn is_mark_within(c: char) -> bool {
    let letter = matches!(c, '\u{620}'..='\u{64A}'); // most characters are such
    !letter && is_word_char(c) && !c.is_alphabetic()
}

/// The length in bytes of the number that `text` begins with.
fn number_end(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let parts_digits = is_separator(c) && chars.peek().is_some_and(|(_, next)| is_digit(*next));
        if !(is_digit(c) || parts_digits) {
            return at;
        }
    }
    text.len()
}

/// Reads a word that is met for the first time; which of the words it is.
fn learn(memory: &mut Memory, kind: TokenKind, written: &str, vocabulary: &Vocabulary) -> u32 {
    let fold = fold(written);
    let readings = read(kind, written, &fold, vocabulary);
    memory.add(written, fold, readings, &vocabulary.phrases)
}

/// All readings of a token.
fn read(kind: TokenKind, written: &str, folded: &str, vocabulary: &Vocabulary) -> SmallVec<[Reading; 2]> {
    match kind {
        TokenKind::Word => {
            let mut readings = readings(folded, written.ends_with(TA_MARBUTA), vocabulary);
            if is_gate(folded, written) {
                readings.retain(|r| !r.affixes.has(Affixes::BI));
            }
            readings
        }
        TokenKind::Number => number_reading(folded, vocabulary),
        TokenKind::Mark | TokenKind::Break => SmallVec::new(),
    }
}

/// The kind of token that `c` begins, which is no letter and no space.
fn kind_of_other(c: char) -> TokenKind {
    match c {
        _ if ends_line(c) => TokenKind::Break,
        _ if is_digit(c) => TokenKind::Number,
        _ => TokenKind::Mark,
    }
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\u{2028}' | '\u{2029}')
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}')
}

/// Marks that may stand inside a number: thousands and decimal separators.
fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.' | '\u{66B}' | '\u{66C}')
}

/// The conjunction wa-, written on to its word.
pub const AND: char = '\u{648}';

const TA_MARBUTA: char = '\u{629}';
/// The article, alef and lam, as it is folded.
pub const ARTICLE: &str = "\u{627}\u{644}";

/// «before», as it is folded.
pub const BEFORE: &str = "\u{642}\u{628}\u{644}";

/// A folded word without the article, even where that is written twice.
pub fn without_article(word: &str) -> &str {
    let mut bare = word;
    while let Some(rest) = bare.strip_prefix(ARTICLE) {
        bare = rest;
    }
    bare
}

/// «gate», which is folded like «in August» and «in Ibb»: those are written with madda or hamza on their alef.
fn is_gate(folded: &str, written: &str) -> bool {
    const GATE: &str = "\u{628}\u{627}\u{628}";
    matches!(folded.len(), 6 | 8)
        && folded.strip_prefix(AND).unwrap_or(folded) == GATE
        && !written.contains(['\u{622}', '\u{623}', '\u{625}'])
}

/// Does folding leave nothing of `text`?
#[allow(dead_code, reason = "used by data checks in tests")]
pub(crate) fn folds_to_nothing(text: &str) -> bool {
    text.chars().all(|c| matches!(fold_char(c), super::fold::Folded::Nothing))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let mut v = Vocabulary::default();
        for w in words {
            v.intern(&super::super::fold::fold(w));
        }
        v
    }

    #[test]
    fn proclitics_come_off_only_when_the_rest_is_known() {
        let v = vocabulary(&["سيطرة", "حلب", "دخول"]);
        let text = Text::new("وبالسيطرة على حلب، دخولها سيطرتهم وصل", &v);
        let found: Vec<_> = text.tokens.iter().map(|t| text.readings(t).len()).collect();
        assert_eq!(found, [1, 0, 1, 0, 1, 1, 0]);
        let first = text.readings_at(0)[0];
        assert!(first.affixes.has(Affixes::WA.with(Affixes::BI).with(Affixes::AL)));
        assert!(text.readings_at(4)[0].affixes.has(Affixes::PRONOUN));
    }

    #[test]
    fn a_final_hamza_moves_to_a_seat_before_a_pronoun() {
        let v = vocabulary(&["إجلاء", "حلفاء"]);
        let text = Text::new("بإجلائهم حلفاؤها إجلاي", &v);
        let found: Vec<_> = text.tokens.iter().map(|t| text.readings(t).len()).collect();
        assert_eq!(found, [1, 1, 0]);
    }

    #[test]
    fn spans_point_into_the_original() {
        let source = "قُتل 1,200 في\nحماة.";
        let vocabulary = Vocabulary::default();
        let text = Text::new(source, &vocabulary);
        let words: Vec<_> = text.tokens.iter().map(|t| t.span.of(source)).collect();
        assert_eq!(words, ["قُتل", "1,200", "في", "\n", "حماة", "."]);
        assert_eq!(text.fold_at(0), "قتل");
    }
}
