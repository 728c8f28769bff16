//! Every folded word that some lexicon knows, as a small number.

use rustc_hash::FxHashMap;

/// A folded word of the [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// Where the bit of the word stands in a set of words: its word of 64 bits, and the bit.
    pub(super) fn bit(self) -> (usize, u64) {
        ((self.0 >> 6) as usize, 1 << (self.0 & 63))
    }
}

/// The words that the data files mention. Filled while `data/` is loaded, read-only afterwards.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Box<str>>,
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

    /// Where the bit of `word` stands: its word of 64 bits, and the bit.
    fn bit(word: &str) -> (usize, u64) {
        const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
        let bytes = word.as_bytes();
        let mut head = [0; 8];
        let n = bytes.len().min(8);
        head[..n].copy_from_slice(&bytes[..n]);
        let key = u64::from_le_bytes(head) ^ (bytes.len() as u64).wrapping_mul(MIX);
        let hash = key.wrapping_mul(MIX) >> (64 - Self::BITS);
        ((hash >> 6) as usize, 1 << (hash & 63))
    }

    fn add(&mut self, word: &str) {
        let (at, bit) = Self::bit(word);
        self.0[at] |= bit;
    }

    fn may_hold(&self, word: &str) -> bool {
        let (at, bit) = Self::bit(word);
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
        id
    }

    /// The number of `folded` when some lexicon knows it.
    pub fn get(&self, folded: &str) -> Option<WordId> {
        if self.sieve.may_hold(folded) { self.ids.get(folded).copied() } else { None }
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
