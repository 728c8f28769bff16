//! The phrases of all lexicons in one tree, so that the tokens of a text are walked once for all of them.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use smallvec::SmallVec;

use super::{Affixes, Articles, Reading, Text, Token, TokenKind, WordId, is_quote};

/// A set of lexicons or words, a bit each; past the last bit they share them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u64);

impl Marks {
    const ALL: Self = Self(u64::MAX);

    #[inline]
    fn of(n: u32) -> Self {
        Self(1 << (n % u64::BITS))
    }

    /// Have the two something in common? Maybe not, when two lexicons or words share a bit.
    #[inline]
    pub(super) fn may_meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Which lexicon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LexiconId(u16);

impl LexiconId {
    #[inline]
    pub(super) fn mark(self) -> Marks {
        Marks::of(self.0.into())
    }
}

/// A phrase of one lexicon, ending at a node.
#[derive(Clone, Copy)]
struct End {
    lexicon: LexiconId,
    articles: Articles,
    value: u32,
}

#[derive(Clone, Default)]
struct Node {
    /// Where the words after it lead, in order of their numbers.
    next: Vec<(WordId, u32)>,
    /// Those words.
    leads: Marks,
    ends: SmallVec<[End; 2]>,
}

/// The phrases of all lexicons of a [`Vocabulary`](super::Vocabulary).
#[derive(Clone, Default)]
pub(super) struct Phrases {
    n_lexicons: u16,
    /// Where each word leads from the root, by its number; 0 for nowhere.
    first: Vec<u32>,
    /// The root, which stays empty, and what it leads to.
    nodes: Vec<Node>,
}

impl fmt::Debug for Phrases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Phrases").field("n_lexicons", &self.n_lexicons).finish_non_exhaustive()
    }
}

impl Phrases {
    /// The root: no word read yet.
    pub(super) const ROOT: u32 = 0;

    /// A number for one more lexicon.
    pub(super) fn new_lexicon(&mut self) -> LexiconId {
        self.n_lexicons += 1;
        LexiconId(self.n_lexicons - 1)
    }

    /// The node that `word` leads to from `node`, made when new.
    pub(super) fn grow(&mut self, node: u32, word: WordId) -> u32 {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let fresh = self.nodes.len() as u32;
        if node == Self::ROOT {
            let at = word.index();
            self.first.resize(self.first.len().max(at + 1), 0);
            if self.first[at] != 0 {
                return self.first[at];
            }
            self.first[at] = fresh;
        } else {
            let node = &mut self.nodes[node as usize];
            match node.next.binary_search_by_key(&word, |(w, _)| *w) {
                Ok(at) => return node.next[at].1,
                Err(at) => node.next.insert(at, (word, fresh)),
            }
            node.leads = node.leads.with(mark_of(word));
        }
        self.nodes.push(Node::default());
        fresh
    }

    /// Notes that a phrase of `lexicon` ends at `node`, and where its value stands there.
    pub(super) fn end(&mut self, node: u32, lexicon: LexiconId, articles: Articles, value: u32) {
        self.nodes[node as usize].ends.push(End { lexicon, articles, value });
    }
}

/// The mark of a word.
pub(super) fn mark_of(word: WordId) -> Marks {
    Marks::of(word.index() as u32)
}

/// A word, number or mark as it is written.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    /// Its folded form.
    pub(super) fold: Cow<'a, str>,
    /// What goes on with the phrases that it begins.
    leads: Marks,
    /// What it is where a phrase goes on with it.
    follows: Marks,
    /// What it may be read as.
    pub(super) stems: Marks,
    /// Its readings.
    pub(super) readings: SmallVec<[Reading; 2]>,
}

impl<'a> Word<'a> {
    /// The word of which these are the readings.
    pub(super) fn new(fold: Cow<'a, str>, readings: SmallVec<[Reading; 2]>, phrases: &Phrases) -> Self {
        let empty = Marks::default();
        let mut word = Self { leads: empty, follows: empty, stems: empty, readings: SmallVec::new(), fold };
        for reading in &readings {
            word.stems = word.stems.with(mark_of(reading.stem));
            let node = phrases.first.get(reading.stem.index()).copied().unwrap_or(Phrases::ROOT);
            if node != Phrases::ROOT {
                word.leads = word.leads.with(phrases.nodes[node as usize].leads);
            }
            if !reading.affixes.has_any(Affixes::PROCLITIC) {
                word.follows = word.follows.with(mark_of(reading.stem));
            }
        }
        if is_quote(&word.fold) {
            word.follows = Marks::ALL; // any word may stand behind it
        }
        word.readings = readings;
        word
    }
}

/// The longest phrase of one lexicon that begins at a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    lexicon: LexiconId,
    /// What was taken off its first token.
    pub(super) affixes: Affixes,
    /// Does its last token carry a pronoun?
    pub(super) pronoun: bool,
    /// How many tokens it covers.
    pub(super) n_tokens: u32,
    /// Where its value stands in the lexicon.
    pub(super) value: u32,
}

/// Where a token's phrases stand in [`Text::found`], and of which lexicons they are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FoundAt {
    marks: Marks,
    start: u32,
    end: u32,
}

impl FoundAt {
    /// May a phrase of one of these lexicons be among them? A no is certain.
    #[inline]
    pub(super) fn may_be_of(self, lexicons: Marks) -> bool {
        self.marks.may_meet(lexicons)
    }
}

/// One walk over the tokens from a token on.
struct Walk<'w, 't> {
    tokens: &'w [Token],
    words: &'w [Word<'t>],
    nodes: &'w [Node],
    /// The token.
    start: usize,
    /// The phrases that begin before it, and from `from` on the longest of each lexicon that begins with it; of two
    /// as long the first.
    found: &'w mut Vec<Found>,
    from: usize,
    /// The lexicons of those.
    marks: Marks,
}

impl Walk<'_, '_> {
    /// Takes in the token that stands `depth` after the first, in the reading that led to `node`.
    fn take(&mut self, depth: usize, node: u32, reading: Reading, first: Affixes, bare: bool) {
        let node = &self.nodes[node as usize];
        let bare = bare && !reading.affixes.has(Affixes::AL);
        let pronoun = reading.affixes.has(Affixes::PRONOUN);
        for end in node.ends.iter().filter(|e| bare || e.articles == Articles::Free) {
            let (lexicon, value, n_tokens) = (end.lexicon, end.value, depth as u32 + 1);
            let found = Found { lexicon, affixes: first, pronoun, n_tokens, value };
            let is_new = !self.marks.may_meet(lexicon.mark());
            self.marks = self.marks.with(lexicon.mark());
            if is_new {
                self.found.push(found);
                continue;
            }
            match self.found[self.from..].iter_mut().find(|b| b.lexicon == lexicon) {
                None => self.found.push(found),
                Some(best) if n_tokens > best.n_tokens => *best = found,
                Some(_) => {}
            }
        }
        if !pronoun && !node.next.is_empty() {
            self.go_on(depth + 1, node, first, bare);
        }
    }

    /// Goes on with the token that stands `depth` after the first, quotation marks aside.
    fn go_on(&mut self, mut depth: usize, node: &Node, first: Affixes, bare: bool) {
        while let Some(token) = self.tokens.get(self.start + depth) {
            let word = &self.words[token.word as usize];
            if !node.leads.may_meet(word.follows) {
                return;
            }
            for reading in word.readings.iter().filter(|r| !r.affixes.has_any(Affixes::PROCLITIC)) {
                if let Ok(at) = node.next.binary_search_by_key(&reading.stem, |(word, _)| *word) {
                    self.take(depth, node.next[at].1, *reading, first, bare);
                }
            }
            if token.kind != TokenKind::Mark || !is_quote(&word.fold) {
                return;
            }
            depth += 1;
        }
    }
}

impl Text<'_> {
    /// What the lexicon has that begins at token `i`.
    #[inline]
    pub(super) fn found_at(&self, i: usize, lexicon: LexiconId) -> Option<&Found> {
        let at = self.tokens.get(i)?.found;
        if !at.marks.may_meet(lexicon.mark()) {
            return None;
        }
        self.found.get(at.start as usize..at.end as usize)?.iter().find(|f| f.lexicon == lexicon)
    }

    /// May a phrase of the lexicon begin at one of these tokens? A no is certain.
    pub(super) fn may_find_in(&self, tokens: Range<usize>, lexicon: LexiconId) -> bool {
        let mark = lexicon.mark();
        self.tokens.get(tokens).is_some_and(|all| all.iter().any(|t| t.found.marks.may_meet(mark)))
    }

    /// Those of `tokens` at which a phrase of one of the lexicons may begin.
    #[inline]
    pub(super) fn may_find_at(&self, tokens: Range<usize>, lexicons: Marks) -> impl Iterator<Item = usize> {
        let mut at = tokens.start;
        let among = self.tokens.get(tokens).unwrap_or_default();
        let mut rest = among.iter();
        std::iter::from_fn(move || {
            let n = rest.position(|t| t.found.may_be_of(lexicons))?;
            at += n + 1;
            Some(at - 1)
        })
    }

    /// Does a phrase of any lexicon begin at token `i`?
    #[inline]
    pub fn begins_phrase(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.found.start < t.found.end)
    }

    /// Finds the phrases that begin at each token; once for a word behind which no phrase goes on.
    pub(super) fn find_phrases(&mut self) {
        self.found.reserve(self.tokens.len());
        let mut twins = vec![usize::MAX; self.words.len()];
        for i in 0..self.tokens.len() {
            let token = &self.tokens[i];
            if !token.is_known {
                continue;
            }
            let word = token.word as usize;
            let next =
                self.tokens.get(i + 1).map_or(Marks::default(), |t| self.words[t.word as usize].follows);
            let goes_on = self.words[word].leads.may_meet(next);
            if let Some(twin) = self.tokens.get(twins[word]).filter(|_| !goes_on) {
                self.tokens[i].found = twin.found;
                continue;
            }
            self.find_phrases_at(i);
            if !goes_on {
                twins[word] = i;
            }
        }
    }

    /// Finds the phrases that begin at token `i`.
    fn find_phrases_at(&mut self, i: usize) {
        let (from, nodes) = (self.found.len(), &self.phrases.nodes);
        let (tokens, words) = (&self.tokens, &self.words);
        let marks = Marks::default();
        let mut walk = Walk { tokens, words, nodes, start: i, found: &mut self.found, from, marks };
        for reading in &words[tokens[i].word as usize].readings {
            let node = self.phrases.first.get(reading.stem.index()).copied().unwrap_or(Phrases::ROOT);
            if node != Phrases::ROOT {
                walk.take(0, node, *reading, reading.affixes, true);
            }
        }
        let marks = walk.marks;
        self.tokens[i].found = FoundAt { marks, start: from as u32, end: self.found.len() as u32 };
    }

    /// Drops the tokens that are `gone`, and looks for phrases anew before each gap.
    pub(super) fn drop_tokens(&mut self, gone: &[bool]) {
        if !gone.contains(&true) {
            return;
        }
        let mut seams = Vec::new();
        let mut n_kept = 0;
        for (i, &is_gone) in gone.iter().enumerate() {
            if is_gone && gone.get(i + 1) != Some(&true) {
                seams.push(n_kept);
            }
            n_kept += usize::from(!is_gone);
        }
        let mut left = gone.iter();
        self.tokens.retain(|_| left.next() != Some(&true));
        let mut reaches_seam = false;
        for i in (0..seams.last().copied().unwrap_or_default()).rev() {
            if seams.last() == Some(&(i + 1)) {
                seams.pop();
                reaches_seam = true;
            }
            if reaches_seam {
                self.find_phrases_at(i);
                let token = &self.tokens[i];
                reaches_seam = token.is_known || is_quote(self.fold_of(token));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Lexicon, Vocabulary};
    use super::*;

    #[test]
    fn lexicons_past_the_last_mark_still_find_their_phrases() {
        let mut v = Vocabulary::default();
        let lexicons: Vec<Lexicon<usize>> = (0..80)
            .map(|n| {
                let mut lexicon = Lexicon::new(Articles::Exact);
                lexicon.insert(&mut v, &"w".repeat(n + 1), n).expect("a new phrase");
                lexicon
            })
            .collect();
        let words = [1, 34, 80].map(|n| "w".repeat(n)).join(" ");
        let text = Text::new(&words, &v);
        let found = |n: usize, i: usize| lexicons[n].longest_at(&text, i).map(|m| *m.value);
        assert_eq!((found(0, 0), found(33, 1), found(79, 2)), (Some(0), Some(33), Some(79)));
        assert_eq!((found(79, 1), found(64, 0), found(0, 1)), (None, None, None));
    }

    #[test]
    fn a_phrase_over_a_gap_is_found() {
        let mut v = Vocabulary::default();
        let mut lexicon = Lexicon::new(Articles::Exact);
        for (phrase, value) in [("a b c", 3), ("b", 1), ("c \u{2D}d", 2)] {
            lexicon.insert(&mut v, phrase, value).expect("a new phrase");
        }
        let mut text = Text::new("a \"b\n* c d\n", &v);
        let found = |text: &Text<'_>| -> Vec<Option<i32>> {
            (0..text.tokens.len()).map(|i| lexicon.longest_at(text, i).map(|m| *m.value)).collect()
        };
        assert_eq!(found(&text), [None, None, Some(1), None, None, Some(2), None, None]);
        text.drop_tokens(&[false, false, false, true, true, false, false, true]);
        assert_eq!(found(&text), [Some(3), None, Some(1), Some(2), None]);
    }
}
