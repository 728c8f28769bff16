//! The words of the texts read so far: most words of a text stand in those before it, and each is read once.

use std::ops::{Deref, DerefMut};
use std::sync::Mutex;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::phrases::{Found, Phrases, Word};
use super::{Reading, Vocabulary};

/// A memory that holds more bytes of words than this is not used again.
const MOST_BYTES: usize = 1 << 20;

/// What is remembered of the words of texts. What it says of a word hangs on the vocabulary alone.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// Which of `words` each is, as it is written.
    numbers: FxHashMap<Box<str>, u32>,
    /// The words.
    pub(super) words: Vec<Word>,
    /// The phrases that begin at the words; behind them those of the text that is being read.
    pub(super) found: Vec<Found>,
    /// How many of `found` are those of the words.
    n_of_words: usize,
    /// The bytes of the words as they are written.
    n_bytes: usize,
}

impl Memory {
    /// Which of the words `written` is, when it is remembered.
    #[inline]
    pub(super) fn get(&self, written: &str) -> Option<u32> {
        self.numbers.get(written).copied()
    }

    /// Remembers a word; which it is. Only before phrases of a text are added.
    pub(super) fn add(
        &mut self,
        written: &str,
        fold: String,
        readings: SmallVec<[Reading; 2]>,
        phrases: &Phrases,
    ) -> u32 {
        let number = self.words.len() as u32;
        self.words.push(Word::new(written, fold.into(), readings, phrases, &mut self.found));
        self.n_of_words = self.found.len();
        self.n_bytes += written.len();
        self.numbers.insert(written.into(), number);
        number
    }
}

/// The memories that no text uses just now. A copy of them is empty.
#[derive(Debug, Default)]
pub(super) struct Memories(Mutex<Vec<Memory>>);

impl Clone for Memories {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Memories {
    /// Forgets all words: the vocabulary grows.
    pub(super) fn forget(&mut self) {
        if let Ok(all) = self.0.get_mut() {
            all.clear();
        }
    }
}

/// A memory that one text uses, and gives back in the end.
#[derive(Debug)]
pub(super) struct Loan<'v> {
    memory: Memory,
    lender: &'v Memories,
}

impl<'v> Loan<'v> {
    /// One that no other text uses.
    pub(super) fn of(vocabulary: &'v Vocabulary) -> Self {
        let lender = &vocabulary.memories;
        let free = lender.0.lock().ok().and_then(|mut all| all.pop());
        Self { memory: free.unwrap_or_default(), lender }
    }
}

impl Deref for Loan<'_> {
    type Target = Memory;

    #[inline]
    fn deref(&self) -> &Memory {
        &self.memory
    }
}

impl DerefMut for Loan<'_> {
    #[inline]
    fn deref_mut(&mut self) -> &mut Memory {
        &mut self.memory
    }
}

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        let mut memory = std::mem::take(&mut self.memory);
        memory.found.truncate(memory.n_of_words);
        if memory.n_bytes <= MOST_BYTES
            && let Ok(mut all) = self.lender.0.lock()
        {
            all.push(memory);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{Articles, Lexicon, Text, Vocabulary};

    #[test]
    fn a_text_read_again_is_read_alike() {
        let mut v = Vocabulary::default();
        let mut lexicon = Lexicon::new(Articles::Exact);
        for (phrase, value) in [("a b", 2), ("a", 1), ("c", 3)] {
            lexicon.insert(&mut v, phrase, value).expect("a new phrase");
        }
        let found = |v: &Vocabulary, source: &str| -> Vec<Option<i32>> {
            let text = Text::new(source, v);
            (0..text.tokens.len()).map(|i| lexicon.longest_at(&text, i).map(|m| *m.value)).collect()
        };
        let first = found(&v, "a b a c \u{200F} d");
        assert_eq!(first, [Some(2), None, Some(1), Some(3), None]);
        assert_eq!(found(&v, "d c a"), [None, Some(3), Some(1)]);
        assert_eq!(found(&v, "a b a c \u{200F} d"), first);
        let within = Text::new("a b", &v);
        assert_eq!(found(&v, "d c a b"), [None, Some(3), Some(2), None]);
        drop(within);
    }

    #[test]
    fn what_is_learnt_later_is_seen() {
        let mut v = Vocabulary::default();
        assert!(Text::new("a", &v).readings_at(0).is_empty());
        v.intern("a");
        assert_eq!(Text::new("a", &v).readings_at(0).len(), 1);
    }
}
