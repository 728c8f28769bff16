//! Arabic text as the reader sees it: tokens in a folded form, each remembering where it stands in
//! the original; sentences; number words; page clutter.
//!
//! [`Text::new`] → [`fold`](fold::fold_char) every character → [`Token`]s with all their
//! [`Reading`]s (proclitics and pronoun suffixes taken off when the rest is a word that the
//! [`Vocabulary`] knows) → a [`Lexicon`] finds the longest phrase at a token.

mod clutter;
pub mod fold;
pub mod inflect;
mod lexicon;
mod lexicons;
mod memory;
pub mod numbers;
mod phrases;
mod readings;
mod sentences;
mod token;
mod vocabulary;
mod word_set;
mod wrapped;

pub use clutter::{Clutter, ClutterRules, ClutterWord};
pub use lexicon::{Articles, Lexicon, Match, is_quote};
pub use lexicons::Lexicons;
pub use sentences::{Sentence, sentences};
pub use token::{AND, ARTICLE, Affixes, BEFORE, Reading, Text, Token, TokenKind, without_article};
pub use vocabulary::{Vocabulary, WordId};
pub use word_set::WordSet;

/// Words of the longest article: what a name is looked for in, so that reading stays linear in texts of any length.
pub(crate) const LONGEST_IN_WORDS: usize = 20_000;
/// Names of places or actors in the longest article.
pub(crate) const LONGEST_IN_NAMES: usize = 4_000;
