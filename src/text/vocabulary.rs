//! Every folded word that some lexicon knows, as a small number.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// A folded word of the [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// Its place in a table of all words.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A set of lexicons, a bit each: those of which a phrase begins with some word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Begins(u64);

impl Begins {
    /// Have the two a lexicon in common?
    #[inline]
    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The words that the data files mention. Filled while `data/` is loaded, read-only afterwards.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Box<str>>,
    /// The lexicons that have a phrase that begins with each word.
    begins: Vec<Begins>,
    /// How many lexicons have a mark.
    n_marks: u32,
    sieve: Sieve,
}

/// Tells of most strings that are no word that they are none, by their length and first letters: a
/// reading tries many stems, and nearly all of them are no word.
#[derive(Clone, Debug)]
struct Sieve(Box<[u64]>);

impl Default for Sieve {
    fn default() -> Self {
        Self(vec![0; 1 << (Self::BITS - 6)].into_boxed_slice())
    }
}

impl Sieve {
    const BITS: u32 = 17;

    /// Where the bit of a word stands that is `a` and `b` in one: its word of 64 bits, and the bit.
    fn bit(a: &[u8], b: &[u8]) -> (usize, u64) {
        const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
        let head = match a.first_chunk() {
            Some(head) => u64::from_le_bytes(*head),
            None => Self::short(a) | Self::short(b) << (8 * a.len() as u32),
        };
        let key = head ^ ((a.len() + b.len()) as u64).wrapping_mul(MIX);
        let hash = key.wrapping_mul(MIX) >> (64 - Self::BITS);
        ((hash >> 6) as usize, 1 << (hash & 63))
    }

    /// The first eight bytes, or fewer.
    fn short(bytes: &[u8]) -> u64 {
        match bytes.first_chunk() {
            Some(head) => u64::from_le_bytes(*head),
            None => bytes.iter().rev().fold(0, |head, b| head << 8 | u64::from(*b)),
        }
    }

    fn add(&mut self, word: &str) {
        let (at, bit) = Self::bit(word.as_bytes(), &[]);
        self.0[at] |= bit;
    }

    fn may_hold(&self, a: &str, b: &str) -> bool {
        let (at, bit) = Self::bit(a.as_bytes(), b.as_bytes());
        self.0[at] & bit != 0
    }
}

impl Vocabulary {
    /// The number of `folded`, added when new.
    pub fn intern(&mut self, folded: &str) -> WordId {
        if let Some(&id) = self.ids.get(folded) {
            return id;
        }
        let id = WordId(self.words.len() as u32);
        self.ids.insert(folded.into(), id);
        self.sieve.add(folded);
        self.words.push(folded.into());
        self.begins.push(Begins::default());
        id
    }

    /// A mark for one more lexicon. Past the last bit lexicons share it: a mark only says where a
    /// phrase may begin.
    pub(super) fn new_mark(&mut self) -> Begins {
        let mark = Begins(1 << self.n_marks.min(u64::BITS - 1));
        self.n_marks += 1;
        mark
    }

    /// Notes that a phrase of the lexicon with this mark begins with `word`.
    pub(super) fn mark(&mut self, word: WordId, mark: Begins) {
        self.begins[word.index()] = self.begins[word.index()].with(mark);
    }

    /// The lexicons that have a phrase that begins with `word`.
    pub(super) fn begins(&self, word: WordId) -> Begins {
        self.begins[word.index()]
    }

    /// The number of `folded` when some lexicon knows it.
    pub fn get(&self, folded: &str) -> Option<WordId> {
        if self.sieve.may_hold(folded, "") { self.ids.get(folded).copied() } else { None }
    }

    /// The number of `a` and `b` in one word.
    pub(super) fn get_joined(&self, a: &str, b: &str) -> Option<WordId> {
        if !self.sieve.may_hold(a, b) {
            return None;
        }
        let word: SmallVec<[u8; 64]> = a.bytes().chain(b.bytes()).collect();
        self.ids.get(std::str::from_utf8(&word).ok()?).copied()
    }

    /// The folded word behind a number.
    pub fn word(&self, id: WordId) -> &str {
        &self.words[id.0 as usize]
    }

    /// How many words are known.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Is nothing known yet?
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Articles, Lexicon, Text};
    use super::*;

    #[test]
    fn a_word_in_two_parts_is_the_word() {
        let mut v = Vocabulary::default();
        let ids = ["\u{628}", "al-bab", "alpha", "a longer word"].map(|w| v.intern(w));
        let parts = [("", "\u{628}"), ("al", "-bab"), ("alpha", ""), ("a longer ", "word")];
        assert_eq!(parts.map(|(a, b)| v.get_joined(a, b)), ids.map(Some));
        assert_eq!(v.get_joined("a longer", "word"), None);
    }

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
        assert_eq!((found(79, 1), found(0, 1)), (None, None));
    }
}
