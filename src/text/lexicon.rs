//! Phrases of one or more words, found longest first.

use rustc_hash::FxHashMap;

use super::fold::fold;
use super::{Affixes, Text, TokenKind, Vocabulary, WordId};

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
    edges: FxHashMap<(u32, WordId), u32>,
    /// The words that begin a phrase, a bit each: most words of a text begin none.
    begins: Vec<u64>,
    values: Vec<Option<T>>,
}

impl<T> Lexicon<T> {
    /// An empty lexicon.
    pub fn new(articles: Articles) -> Self {
        Self { articles, edges: FxHashMap::default(), begins: Vec::new(), values: vec![None] }
    }

    /// Adds `phrase`, as an analyst writes it. Gives the value back when the phrase stands already
    /// (the first stays) or has no word in it.
    ///
    /// # Errors
    /// The value that was not added.
    pub fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: T) -> Result<(), T> {
        let mut node = 0;
        for word in phrase_words(phrase) {
            let id = vocabulary.intern(&word);
            if node == 0 {
                let (at, bit) = id.bit();
                self.begins.resize(self.begins.len().max(at + 1), 0);
                self.begins[at] |= bit;
            }
            let fresh = self.values.len() as u32;
            node = *self.edges.entry((node, id)).or_insert(fresh);
            if node == fresh {
                self.values.push(None);
            }
        }
        match &mut self.values[node as usize] {
            slot @ None if node != 0 => {
                *slot = Some(value);
                Ok(())
            }
            _ => Err(value),
        }
    }

    /// The value of `phrase` exactly as inserted (folded).
    pub fn get(&self, vocabulary: &Vocabulary, phrase: &str) -> Option<&T> {
        let mut node = 0;
        for word in phrase_words(phrase) {
            node = *self.edges.get(&(node, vocabulary.get(&word)?))?;
        }
        self.values[node as usize].as_ref()
    }

    /// The value of a phrase that is this one word.
    pub fn of_word(&self, word: WordId) -> Option<&T> {
        let node = *self.edges.get(&(0, word))?;
        self.values[node as usize].as_ref()
    }

    /// The longest phrase that begins at token `i`.
    pub fn longest_at(&self, text: &Text<'_>, i: usize) -> Option<Match<'_, T>> {
        self.longest_with(text, i, Affixes::default())
    }

    /// The longest phrase that begins at token `i` with these proclitics taken off.
    pub fn longest_with(&self, text: &Text<'_>, i: usize, affixes: Affixes) -> Option<Match<'_, T>> {
        let begins = |id: WordId| {
            let (at, bit) = id.bit();
            self.begins.get(at).is_some_and(|bits| bits & bit != 0)
        };
        if !text.tokens.get(i)?.readings.iter().any(|r| r.affixes.has(affixes) && begins(r.stem)) {
            return None;
        }
        let mut best = None;
        self.walk(text, i, 0, 0, affixes, &mut best);
        best
    }

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
        if depth > 0 && token.kind == TokenKind::Mark && is_quote(text.fold_of(token)) {
            return self.walk(text, i, depth + 1, node, first, best);
        }
        for reading in &token.readings {
            let Some(&next) = self.edges.get(&(node, reading.stem)) else { continue };
            let a = reading.affixes;
            if depth == 0 && !a.has(first) {
                continue;
            }
            if a.has(Affixes::AL) && self.articles == Articles::Exact {
                continue;
            }
            let proclitic = Affixes::WA
                .with(Affixes::FA)
                .with(Affixes::BI)
                .with(Affixes::KA)
                .with(Affixes::LI)
                .with(Affixes::SA);
            if depth > 0 && a.has_any(proclitic) {
                continue;
            }
            let first = if depth == 0 { a } else { first };
            let pronoun = a.has(Affixes::PRONOUN);
            if let Some(value) = &self.values[next as usize] {
                let n_tokens = depth + 1;
                let better = best.as_ref().is_none_or(|b| n_tokens > b.n_tokens);
                if better {
                    *best = Some(Match { value, n_tokens, affixes: first, pronoun });
                }
            }
            if !pronoun {
                self.walk(text, i, depth + 1, next, first, best);
            }
        }
    }
}

/// Is this mark a quotation mark? Quotes may stand inside a name.
fn is_quote(mark: &str) -> bool {
    matches!(mark, "\"" | "\u{201C}" | "\u{201D}" | "\u{201E}" | "\u{AB}" | "\u{BB}")
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
