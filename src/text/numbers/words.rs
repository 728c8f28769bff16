//! What a number word means; the words themselves come from `data/language/numbers.toml`.

use crate::text::{Articles, Lexicon};

/// The meaning of a number word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// A number by itself: 0 to 20, the tens, the hundreds.
    Cardinal(u32),
    /// A unit that counts only inside a compound ("one" of eleven; alone it means "one of").
    Compound(u32),
    /// Multiplies what stands before it.
    Scale {
        /// By how much.
        factor: f64,
        /// With nothing before it: the scale itself, twice it, or vaguely many.
        alone: Alone,
    },
    /// Twice a scale, in one word.
    ScaleTwo(f64),
    /// First to tenth.
    Ordinal(u32),
    /// One part of so many.
    Fraction(u32),
    /// Parts of so many, counted before it: "three quarters".
    Fractions(u32),
    /// Two parts of so many, in one word.
    TwoFractions(u32),
    /// A few: the fewest and the most meant.
    Vague {
        /// The fewest; 0 when the word tells no number at all.
        low: u32,
        /// The most, when there is a most.
        high: Option<u32>,
    },
    /// Bounds the number after it.
    Bound(Bound),
    /// Bounds the number before it, or the one after it.
    BoundAfter(Bound),
    /// Stands before the digits after the decimal point.
    Point,
    /// Makes the number after it negative.
    Minus,
    /// Opens a range.
    Between,
    /// Joins the two ends of a range.
    To,
    /// Per hundred.
    Percent,
    /// Makes the number after it a name.
    Label,
    /// After an ordinal, makes it a rank.
    Superlative,
    /// Grows or shrinks: "from" and "to" after it are two numbers and no range.
    Change,
    /// A noun in the dual.
    Dual,
}

/// What a scale says with nothing before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alone {
    /// One of it.
    One,
    /// Two of it: the form is also that of a dual before a noun.
    Two,
    /// Many of it.
    Many,
}

/// How a word bounds a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// More than it.
    Above,
    /// It or more.
    From,
    /// Fewer than it.
    Below,
    /// It or fewer.
    To,
    /// Near it.
    About,
    /// It, no more and no fewer.
    Exact,
}

/// All number words.
#[derive(Clone, Debug)]
pub struct NumberWords {
    /// Phrase to meaning.
    pub lexicon: Lexicon<NumberWord>,
}

impl Default for NumberWords {
    fn default() -> Self {
        Self { lexicon: Lexicon::new(Articles::Free) }
    }
}
