//! Every folded word that some lexicon knows, as a small number.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::memory::Memories;
use super::phrases::Phrases;

/// A folded word of the [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// Its place in a table of all words.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The words that the data files mention. Filled while `data/` is loaded, read-only afterwards.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Box<str>>,
    /// The phrases of all lexicons.
    pub(super) phrases: Phrases,
    sieve: Sieve,
    /// What is remembered of the words of texts.
    pub(super) memories: Memories,
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
        if let Some(head) = bytes.first_chunk() {
            return u64::from_le_bytes(*head);
        }
        // The first and the last four (or two) bytes, which may share some.
        if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let [first, last] = [first, last].map(|b| u64::from(u32::from_le_bytes(*b)));
            return first | last << (8 * (bytes.len() - 4) as u32);
        }
        if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let [first, last] = [first, last].map(|b| u64::from(u16::from_le_bytes(*b)));
            return first | last << (8 * (bytes.len() - 2) as u32);
        }
        bytes.first().map_or(0, |b| u64::from(*b))
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
        self.memories.forget();
        if let Some(&id) = self.ids.get(folded) {
            return id;
        }
        let id = WordId(self.words.len() as u32);
        self.ids.insert(folded.into(), id);
        self.sieve.add(folded);
        self.words.push(folded.into());
        id
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
    use super::*;

    #[test]
    fn short_words_are_read_byte_by_byte() {
        let bytes = b"abcdefghij";
        for n in 0..=bytes.len() {
            let slow = bytes[..n.min(8)].iter().rev().fold(0, |head, b| head << 8 | u64::from(*b));
            assert_eq!(Sieve::short(&bytes[..n]), slow);
        }
    }

    #[test]
    fn a_word_in_two_parts_is_the_word() {
        let mut v = Vocabulary::default();
        let ids = ["\u{628}", "al-bab", "alpha", "a longer word"].map(|w| v.intern(w));
        let parts = [("", "\u{628}"), ("al", "-bab"), ("alpha", ""), ("a longer ", "word")];
        assert_eq!(parts.map(|(a, b)| v.get_joined(a, b)), ids.map(Some));
        assert_eq!(v.get_joined("a longer", "word"), None);
    }
}
