//! Phrases of one or more words, found longest first.

use std::ops::Range;

use super::fold::fold;
use super::phrases::{LexiconId, Marks, Phrases};
use super::{Affixes, Reading, Text, TokenKind, Vocabulary, WordId};

/// May a token carry the article al- where the phrase as written has none?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Articles {
    /// As written: names.
    Exact,
    /// With or without: common nouns.
    Free,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Match<'l, T> {
    /// What the lexicon says of the phrase.
    pub value: &'l T,
    /// How many tokens it covers.
    pub n_tokens: usize,
    /// What was taken off its first token.
    pub affixes: Affixes,
    /// Does its last token carry a pronoun?
    pub pronoun: bool,
}

/// A set of phrases with a value each.
///
/// The first token may carry proclitics; later tokens may carry only what [`Articles`] allows; the
/// last may carry a pronoun.
#[derive(Clone, Debug)]
pub struct Lexicon<T> {
    articles: Articles,
    /// Its number in the [`Vocabulary`]; given at the first phrase.
    id: Option<LexiconId>,
    /// Where each word leads from node 0, by its number; 0 for nowhere.
    first: Vec<u32>,
    /// Where the words after it lead from each node, in order of their numbers.
    next: Vec<Vec<(WordId, u32)>>,
    values: Vec<Option<T>>,
}

impl<T> Lexicon<T> {
    /// An empty lexicon.
    pub fn new(articles: Articles) -> Self {
        Self { articles, id: None, first: Vec::new(), next: vec![Vec::new()], values: vec![None] }
    }

    /// Adds `phrase`, as an analyst writes it. Gives the value back when the phrase stands already
    /// (the first stays) or has no word in it.
    ///
    /// # Errors
    /// The value that was not added.
    pub fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: T) -> Result<(), T> {
        let id = *self.id.get_or_insert_with(|| vocabulary.phrases.new_lexicon());
        let (mut node, mut end) = (0, Phrases::ROOT);
        for word in phrase_words(phrase) {
            let word = vocabulary.intern(&word);
            node = if node == 0 { self.grow_first(word) } else { self.grow_next(node, word) };
            end = vocabulary.phrases.grow(end, word);
        }
        match &mut self.values[node as usize] {
            slot @ None if node != 0 => {
                *slot = Some(value);
                vocabulary.phrases.end(end, id, self.articles, node);
                Ok(())
            }
            _ => Err(value),
        }
    }

    /// The node of the phrases that begin with `id`, made when new.
    fn grow_first(&mut self, id: WordId) -> u32 {
        let at = id.index();
        self.first.resize(self.first.len().max(at + 1), 0);
        if self.first[at] == 0 {
            self.first[at] = self.new_node();
        }
        self.first[at]
    }

    /// The node that `id` leads to from `node`, made when new.
    fn grow_next(&mut self, node: u32, id: WordId) -> u32 {
        match self.next[node as usize].binary_search_by_key(&id, |(word, _)| *word) {
            Ok(at) => self.next[node as usize][at].1,
            Err(at) => {
                let fresh = self.new_node();
                self.next[node as usize].insert(at, (id, fresh));
                fresh
            }
        }
    }

    fn new_node(&mut self) -> u32 {
        self.next.push(Vec::new());
        self.values.push(None);
        (self.values.len() - 1) as u32
    }

    /// Where `word` leads from `node`.
    fn step(&self, node: u32, word: WordId) -> Option<u32> {
        if node == 0 {
            return self.first.get(word.index()).copied().filter(|n| *n != 0);
        }
        let next = &self.next[node as usize];
        next.binary_search_by_key(&word, |(word, _)| *word).ok().map(|at| next[at].1)
    }

    /// The value of `phrase` exactly as inserted (folded).
    pub fn get(&self, vocabulary: &Vocabulary, phrase: &str) -> Option<&T> {
        let mut node = 0;
        for word in phrase_words(phrase) {
            node = self.step(node, vocabulary.get(&word)?)?;
        }
        self.values[node as usize].as_ref()
    }

    /// The value of a phrase that is this one word.
    pub fn of_word(&self, word: WordId) -> Option<&T> {
        self.values[self.step(0, word)? as usize].as_ref()
    }

    /// Does a phrase begin at token `i`? Of most words of a text none does.
    #[inline]
    pub fn begins_at(&self, text: &Text<'_>, i: usize) -> bool {
        self.id.is_some_and(|id| text.found_at(i, id).is_some())
    }

    /// Its mark among all lexicons; none for an empty one.
    pub(super) fn mark(&self) -> Marks {
        self.id.map_or(Marks::default(), LexiconId::mark)
    }

    /// May a phrase begin at one of these tokens? A no is certain.
    pub fn may_stand_in(&self, text: &Text<'_>, tokens: Range<usize>) -> bool {
        self.id.is_some_and(|id| text.may_find_in(tokens, id))
    }

    /// The longest phrase that begins at token `i`.
    #[inline]
    pub fn longest_at(&self, text: &Text<'_>, i: usize) -> Option<Match<'_, T>> {
        let found = text.found_at(i, self.id?)?;
        let value = self.values[found.value as usize].as_ref()?;
        let (n_tokens, affixes, pronoun) = (found.n_tokens as usize, found.affixes, found.pronoun);
        Some(Match { value, n_tokens, affixes, pronoun })
    }

    /// The longest phrases that begin at each of `tokens`, with their first token. Those at which none does are
    /// passed over faster than by asking for each.
    #[inline]
    pub fn longest_in<'l>(
        &'l self,
        text: &Text<'_>,
        tokens: Range<usize>,
    ) -> impl Iterator<Item = (usize, Match<'l, T>)> {
        text.may_find_at(tokens, self.mark()).filter_map(|i| Some((i, self.longest_at(text, i)?)))
    }

    /// The longest phrase that begins at token `i` with these proclitics taken off.
    pub fn longest_with(&self, text: &Text<'_>, i: usize, affixes: Affixes) -> Option<Match<'_, T>> {
        if affixes.is_empty() || !self.begins_at(text, i) {
            return self.longest_at(text, i);
        }
        let mut best = None;
        for reading in text.readings_at(i).iter().filter(|r| r.affixes.has(affixes)) {
            if let Some(node) = self.step(0, reading.stem) {
                self.take(text, i, 0, node, (*reading, reading.affixes), &mut best);
            }
        }
        best
    }

    /// Goes on from `node` with the token that stands `depth` after `i`.
    fn walk<'l>(
        &'l self,
        text: &Text<'_>,
        i: usize,
        depth: usize,
        node: u32,
        first: Affixes,
        best: &mut Option<Match<'l, T>>,
    ) {
        let Some(token) = text.tokens.get(i + depth) else { return };
        if token.kind == TokenKind::Mark && is_quote(text.fold_of(token)) {
            return self.walk(text, i, depth + 1, node, first, best);
        }
        for reading in text.readings(token).iter().filter(|r| !r.affixes.has_any(Affixes::PROCLITIC)) {
            if let Some(next) = self.step(node, reading.stem) {
                self.take(text, i, depth, next, (*reading, first), best);
            }
        }
    }

    /// Takes the token that stands `depth` after `i` and led to `node` in.
    fn take<'l>(
        &'l self,
        text: &Text<'_>,
        i: usize,
        depth: usize,
        node: u32,
        (reading, first): (Reading, Affixes),
        best: &mut Option<Match<'l, T>>,
    ) {
        if reading.affixes.has(Affixes::AL) && self.articles == Articles::Exact {
            return;
        }
        let pronoun = reading.affixes.has(Affixes::PRONOUN);
        let n_tokens = depth + 1;
        if let Some(value) = &self.values[node as usize]
            && best.as_ref().is_none_or(|b| n_tokens > b.n_tokens)
        {
            *best = Some(Match { value, n_tokens, affixes: first, pronoun });
        }
        if !pronoun && !self.next[node as usize].is_empty() {
            self.walk(text, i, n_tokens, node, first, best);
        }
    }
}

/// Is this mark a quotation mark? Quotes may stand inside a name.
pub fn is_quote(mark: &str) -> bool {
    matches!(mark, "\"" | "\u{201C}" | "\u{201D}" | "\u{201E}" | "\u{201F}" | "\u{AB}" | "\u{BB}")
}

/// The folded words of a phrase of a data file.
fn phrase_words(phrase: &str) -> impl Iterator<Item = String> {
    phrase
        .split(|c: char| !super::fold::is_word_char(c) && !c.is_ascii_digit())
        .filter(|w| !w.is_empty())
        .map(fold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_and_names_keep_their_article() {
        let mut v = Vocabulary::default();
        let mut names = Lexicon::new(Articles::Exact);
        for (phrase, value) in [("حزب الله", 1), ("كتائب حزب الله العراقية", 2), ("حلب", 3)]
        {
            names.insert(&mut v, phrase, value).expect("new phrase");
        }
        assert_eq!(names.insert(&mut v, "حَلَب", 4), Err(4));
        let text = Text::new("وكتائب حزب الله العراقية الحلب لحلب", &v);
        let found = names.longest_at(&text, 0).expect("a phrase");
        assert_eq!((*found.value, found.n_tokens, found.affixes), (2, 4, Affixes::WA));
        assert!(names.longest_at(&text, 4).is_none());
        assert!(names.longest_at(&text, 5).is_some_and(|m| m.affixes.has(Affixes::LI)));
    }
}
