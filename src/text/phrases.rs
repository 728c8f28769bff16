//! The phrases of all lexicons in one tree, so that the tokens of a text are walked once for all of them.

use std::fmt;
use std::ops::Range;

use smallvec::SmallVec;

use super::memory::Memory;
use super::{ARTICLE, Affixes, Articles, Reading, Text, Token, TokenKind, WordId, is_quote};

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

    /// The node that `word` leads to from the root, when a phrase begins with it.
    fn after_first(&self, word: WordId) -> Option<&Node> {
        let node = self.first.get(word.index()).copied().filter(|n| *n != Self::ROOT)?;
        self.nodes.get(node as usize)
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

/// Alef that bears madda or hamza.
const BORNE: [char; 3] = ['\u{622}', '\u{623}', '\u{625}'];

/// A word, number or mark as it is written.
#[derive(Debug)]
pub(super) struct Word {
    /// What goes on with the phrases that it begins.
    pub(super) leads: Marks,
    /// What it is where a phrase goes on with it.
    pub(super) follows: Marks,
    /// What it may be read as.
    pub(super) stems: Marks,
    /// The phrases that are this word alone.
    pub(super) alone: FoundAt,
    /// Does it begin as with the article, whose alef bears no hamza and no madda?
    pub(super) is_definite: bool,
    /// May it be a mark of Markdown?
    pub(super) is_markup: bool,
    /// Its readings.
    pub(super) readings: SmallVec<[Reading; 2]>,
    /// Its folded form.
    pub(super) fold: Box<str>,
}

impl Word {
    /// The word of which these are the readings; adds the phrases that are this word alone to `found`.
    pub(super) fn new(
        written: &str,
        fold: Box<str>,
        readings: SmallVec<[Reading; 2]>,
        phrases: &Phrases,
        found: &mut Vec<Found>,
    ) -> Self {
        let (mut leads, mut follows, mut stems) = (Marks::default(), Marks::default(), Marks::default());
        let from = found.len();
        let mut list = Longest { found, from, marks: Marks::default() };
        for reading in &readings {
            stems = stems.with(mark_of(reading.stem));
            if !reading.affixes.has_any(Affixes::PROCLITIC) {
                follows = follows.with(mark_of(reading.stem));
            }
            if let Some(node) = phrases.after_first(reading.stem) {
                leads = leads.with(node.leads);
                list.add(node, 0, *reading, reading.affixes, !reading.affixes.has(Affixes::AL));
            }
        }
        if is_quote(&fold) {
            follows = Marks::ALL; // any word may stand behind it
        }
        let alone = list.found_at();
        let is_definite = fold.starts_with(ARTICLE) && !written.starts_with(BORNE);
        let is_markup = matches!(&*fold, "#" | "*" | "[" | "]" | "_" | "/");
        Self { leads, follows, stems, alone, is_definite, is_markup, readings, fold }
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

    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The phrases that begin at one token: of each lexicon the longest, of two as long the first.
struct Longest<'w> {
    /// The phrases that begin before it, and those.
    found: &'w mut Vec<Found>,
    /// Where those begin.
    from: usize,
    /// The lexicons of those.
    marks: Marks,
}

impl Longest<'_> {
    /// Adds what ends at `node`, with the token that stands `depth` after the first and led there in this reading.
    fn add(&mut self, node: &Node, depth: usize, reading: Reading, first: Affixes, bare: bool) {
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
    }

    fn found_at(&self) -> FoundAt {
        FoundAt { marks: self.marks, start: self.from as u32, end: self.found.len() as u32 }
    }
}

/// One walk over the tokens behind a token, for the phrases of more than one word that begin with it.
struct Walk<'w> {
    tokens: &'w [Token],
    words: &'w [Word],
    nodes: &'w [Node],
    /// The token.
    start: usize,
    /// The phrases that are its word alone.
    alone: FoundAt,
    /// Those and the longer ones; without any before one of these is met.
    longest: Longest<'w>,
}

impl Walk<'_> {
    /// Takes in the token that stands `depth` after the first, in the reading that led to `node`.
    fn take(&mut self, depth: usize, node: &Node, reading: Reading, first: Affixes, bare: bool) {
        let bare = bare && !reading.affixes.has(Affixes::AL);
        if depth > 0 && !node.ends.is_empty() {
            if self.longest.marks == Marks::default() {
                self.longest.found.extend_from_within(self.alone.range());
                self.longest.marks = self.alone.marks;
            }
            self.longest.add(node, depth, reading, first, bare);
        }
        if !reading.affixes.has(Affixes::PRONOUN) && !node.next.is_empty() {
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
                    self.take(depth, &self.nodes[node.next[at].1 as usize], *reading, first, bare);
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
        self.memory.found.get(at.range())?.iter().find(|f| f.lexicon == lexicon)
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

    /// Finds the phrases that begin at the tokens behind which one may go on; at all others they are those of the words.
    pub(super) fn find_phrases(&mut self, open: &[usize]) {
        for &i in open {
            self.find_phrases_at(i);
        }
    }

    /// May a phrase that begins at token `i` go on behind it? A no is certain.
    fn may_go_on(&self, i: usize) -> bool {
        let word = |t: &Token| &self.memory.words[t.word as usize];
        self.tokens.get(i + 1).is_some_and(|t| word(&self.tokens[i]).leads.may_meet(word(t).follows))
    }

    /// Finds the phrases that begin at token `i`.
    fn find_phrases_at(&mut self, i: usize) {
        let Memory { words, found, .. } = &mut *self.memory;
        let word = &words[self.tokens[i].word as usize];
        let longest = Longest { from: found.len(), found, marks: Marks::default() };
        let (tokens, nodes, alone) = (&self.tokens[..], &self.phrases.nodes[..], word.alone);
        let mut walk = Walk { tokens, words, nodes, start: i, alone, longest };
        for reading in &word.readings {
            if let Some(node) = self.phrases.after_first(reading.stem) {
                walk.take(0, node, *reading, reading.affixes, true);
            }
        }
        let longer = walk.longest.found_at();
        self.tokens[i].found = if longer.range().is_empty() { alone } else { longer };
    }

    /// Drops the tokens that are `gone`, and looks for phrases anew before each gap.
    pub(super) fn drop_tokens(&mut self, gone: &[bool]) {
        if !gone.contains(&true) {
            return;
        }
        let mut seams = Vec::new();
        let mut n_kept = 0;
        for (i, &is_gone) in gone.iter().enumerate() {
            if !is_gone {
                self.tokens.swap(n_kept, i);
                n_kept += 1;
            } else if gone.get(i + 1) != Some(&true) {
                seams.push(n_kept);
            }
        }
        self.tokens.truncate(n_kept);
        let mut reaches_seam = false;
        for i in (0..seams.last().copied().unwrap_or_default()).rev() {
            if seams.last() == Some(&(i + 1)) {
                seams.pop();
                reaches_seam = true;
            }
            if reaches_seam {
                if self.may_go_on(i) {
                    self.find_phrases_at(i);
                } else {
                    self.tokens[i].found = self.memory.words[self.tokens[i].word as usize].alone;
                }
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
