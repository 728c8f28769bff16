//! Some lexicons that tokens are asked for together.

use super::phrases::Marks;
use super::{Lexicon, Text, Token};

/// Some lexicons, to pass by at once the tokens at which none of them has a phrase.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lexicons(Marks);

impl Lexicons {
    /// These and one more.
    #[must_use]
    pub fn with<T>(self, lexicon: &Lexicon<T>) -> Self {
        Self(self.0.with(lexicon.mark()))
    }

    /// May a phrase of one of them begin at token `i`? A no is certain.
    #[inline]
    pub fn may_begin_at(self, text: &Text<'_>, i: usize) -> bool {
        text.tokens.get(i).is_some_and(|t| self.may_begin_with(t))
    }

    /// May a phrase of one of them begin with this token? A no is certain.
    #[inline]
    pub fn may_begin_with(self, token: &Token) -> bool {
        token.found.may_be_of(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Articles, Vocabulary};
    use super::*;

    #[test]
    fn a_token_of_any_of_them_is_not_passed_by() {
        let mut v = Vocabulary::default();
        let [a, b, c] = ["a", "b", "c"].map(|word| {
            let mut lexicon = Lexicon::new(Articles::Exact);
            lexicon.insert(&mut v, word, ()).expect("a new phrase");
            lexicon
        });
        let text = Text::new("a b c d", &v);
        let two = Lexicons::default().with(&a).with(&c);
        let begins: Vec<bool> = (0..5).map(|i| two.may_begin_at(&text, i)).collect();
        assert_eq!(begins, [true, false, true, false, false]);
        assert!(Lexicons::default().with(&b).may_begin_at(&text, 1));
    }
}
