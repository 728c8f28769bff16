//! Numbers in words and digits, with what bounds them: "more than 410", "at least 12", "40 to 50",
//! "dozens", "two children" in one dual word.
//!
//! [`numeral_at`] reads one bare number; [`find`] reads a whole text and adds bounds and ranges.

mod find;
mod numeral;
mod words;

pub use find::find;
pub use numeral::{Numeral, NumeralKind, digits_value, numeral_at};
pub use words::{Alone, Bound, NumberWord, NumberWords};

use std::ops::Range;

use crate::base::Span;

/// What kind of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// So many.
    Cardinal,
    /// The so-manieth.
    Ordinal,
    /// So many in a hundred.
    Percent,
    /// A part of a whole: "three quarters".
    Part,
    /// A name: a resolution, a brigade.
    Label,
}

/// A number found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberMention {
    /// Its tokens, with the words that bound it from in front.
    pub tokens: Range<usize>,
    /// The tokens of the numerals alone.
    pub core: Range<usize>,
    /// The bytes of `tokens`.
    pub span: Span,
    /// The least it can be; none when only an upper bound is told.
    pub low: Option<f64>,
    /// The most it can be; none when open.
    pub high: Option<f64>,
    /// What kind of number it is.
    pub kind: NumberKind,
    /// Is it a word like "dozens" that states no number?
    pub vague: bool,
    /// Does the text say "about"?
    pub about: bool,
    /// Is it a noun in the dual, which carries what it counts?
    pub noun: bool,
}

impl NumberMention {
    /// The number, when the text states exactly one.
    pub fn exact(&self) -> Option<f64> {
        self.low.filter(|_| self.low == self.high)
    }

    /// The number of persons or things as `[low, high]` for a toll: whole, not negative; none for a
    /// number that counts nothing (ordinal, percentage, part, label) or is not told at all ("a number of").
    pub fn count(&self) -> Option<(u64, Option<u64>)> {
        let whole = |v: f64| (0.0..1e15).contains(&v).then(|| v.round() as u64);
        if self.kind != NumberKind::Cardinal || (self.low.is_none() && self.high.is_none()) {
            return None;
        }
        Some((whole(self.low.unwrap_or(0.0))?, self.high.and_then(whole)))
    }
}
