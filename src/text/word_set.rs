//! Small sets of words that many tokens are asked for.

use smallvec::SmallVec;

use super::phrases::{Marks, mark_of};
use super::{Text, WordId};

/// A few words, with marks that tell at once of most tokens that they are none of them.
#[derive(Clone, Debug, Default)]
pub struct WordSet {
    words: SmallVec<[WordId; 4]>,
    marks: Marks,
}

impl WordSet {
    /// Adds a word.
    pub fn push(&mut self, word: WordId) {
        self.words.push(word);
        self.marks = self.marks.with(mark_of(word));
    }

    /// Is no word in it?
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Its words.
    pub fn iter(&self) -> impl Iterator<Item = WordId> {
        self.words.iter().copied()
    }

    /// May token `i` be read as one of them?
    #[inline]
    pub fn stands_at(&self, text: &Text<'_>, i: usize) -> bool {
        text.tokens.get(i).is_some_and(|token| {
            let word = &text.memory.words[token.word as usize];
            word.stems.may_meet(self.marks) && word.readings.iter().any(|r| self.words.contains(&r.stem))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Vocabulary;

    #[test]
    fn a_word_is_found_with_what_is_written_on_to_it() {
        let mut vocabulary = Vocabulary::default();
        let ids: Vec<WordId> = (1..=80).map(|n| vocabulary.intern(&"w".repeat(n))).collect();
        let mut set = WordSet::default();
        assert!(set.is_empty());
        for id in [ids[0], ids[70]] {
            set.push(id);
        }
        let source = [1, 2, 65, 71].map(|n| "w".repeat(n)).join(" ");
        let text = Text::new(&source, &vocabulary);
        let found: Vec<bool> = (0..5).map(|i| set.stands_at(&text, i)).collect();
        assert_eq!(found, [true, false, false, true, false]);
    }
}
