//! Which words meet which needs, so that what stands behind a trigger is looked through once for all that its readings need.

use std::ops::Range;

use super::{Need, TriggerForm};
use crate::text::{Text, WordId};

/// The needs that each word meets.
#[derive(Clone, Debug, Default)]
pub struct MetBy {
    /// How many whole numbers hold a bit for each need.
    width: usize,
    /// Which row of `rows` a word has, by its number; 0 for a word that meets nothing.
    row_of: Vec<u32>,
    /// A bit for each need in each row; the first row is empty.
    rows: Vec<u64>,
}

/// Of which of a few forms the need is met.
#[derive(Clone, Copy, Debug, Default)]
pub struct Met(u64);

impl Met {
    /// May that of the `n`th be met? A no is certain.
    #[inline]
    pub fn has(self, n: usize) -> bool {
        n >= u64::BITS as usize || self.0 & 1 << n != 0
    }
}

impl MetBy {
    /// What is met by the words of these.
    pub(super) fn new(needs: &[Need]) -> Self {
        let width = needs.len().div_ceil(64);
        let mut met = Self { width, row_of: Vec::new(), rows: vec![0; width] };
        for (n, need) in needs.iter().enumerate() {
            for word in need.any.iter().map(WordId::index) {
                met.row_of.resize(met.row_of.len().max(word + 1), 0);
                if met.row_of[word] == 0 {
                    met.row_of[word] = (met.rows.len() / width) as u32;
                    met.rows.resize(met.rows.len() + width, 0);
                }
                met.rows[met.row_of[word] as usize * width + n / 64] |= 1 << (n % 64);
            }
        }
        met
    }

    /// Of which of `forms` a word at one of `tokens` meets the need, in any of its readings.
    pub fn met_in(&self, text: &Text<'_>, tokens: Range<usize>, forms: &[TriggerForm]) -> Met {
        let mut met = 0;
        for token in text.tokens.get(tokens).unwrap_or_default() {
            for reading in text.readings(token) {
                let row = self.row_of.get(reading.stem.index()).map_or(0, |&row| row as usize);
                if row != 0 {
                    let bits = &self.rows[row * self.width..][..self.width];
                    for (n, form) in forms.iter().take(u64::BITS as usize).enumerate() {
                        let has = |need: u16| bits[usize::from(need / 64)] >> (need % 64) & 1;
                        met |= form.need.map_or(0, has) << n;
                    }
                }
            }
        }
        Met(met)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::triggers::WordForm;
    use crate::text::{Vocabulary, WordSet};

    #[test]
    fn needs_are_met_by_their_own_words_only() {
        let mut vocabulary = Vocabulary::default();
        let need = |word: &str, vocabulary: &mut Vocabulary| {
            let mut any = WordSet::default();
            any.push(vocabulary.intern(word));
            any.push(vocabulary.intern("all"));
            Need { any, ..Need::default() }
        };
        let needs: Vec<Need> = (0..70).map(|n| need(&"w".repeat(n + 1), &mut vocabulary)).collect();
        let met_by = MetBy::new(&needs);
        let text = Text::new("ww x all", &vocabulary);
        let form = |need| TriggerForm { trigger: 0, form: WordForm::Noun, need: Some(need) };
        let all: Vec<TriggerForm> = (0..70).map(form).collect();
        let met = |tokens: Range<usize>| {
            let met = met_by.met_in(&text, tokens, &all);
            (0..64).filter(|&n| met.has(n)).count()
        };
        assert_eq!((met(0..1), met(1..2), met(0..3)), (1, 0, 64));
        let two = met_by.met_in(&text, 0..2, &[65, 1].map(form));
        assert_eq!((two.has(0), two.has(1)), (false, true));
    }
}
