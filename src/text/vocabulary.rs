//! Every folded word that some lexicon knows, as a small number.

use rustc_hash::FxHashMap;

/// A folded word of the [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

/// The words that the data files mention. Filled while `data/` is loaded, read-only afterwards.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Box<str>>,
}

impl Vocabulary {
    /// The number of `folded`, added when new.
    pub fn intern(&mut self, folded: &str) -> WordId {
        if let Some(&id) = self.ids.get(folded) {
            return id;
        }
        let id = WordId(self.words.len() as u32);
        self.ids.insert(folded.into(), id);
        self.words.push(folded.into());
        id
    }

    /// The number of `folded` when some lexicon knows it.
    pub fn get(&self, folded: &str) -> Option<WordId> {
        self.ids.get(folded).copied()
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
