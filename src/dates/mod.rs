//! Days and ranges of days that a text names, each resolved to the calendar with its chain of reasons.
//!
//! [`find`] reads sentence by sentence: at every token that may begin a time, each form of `forms`
//! says how far it understands, and the longest wins. What depends on the day of publication needs a
//! reference; what hangs on the story itself ("the next day", "three days before the fall of …")
//! carries an [`Anchor`] for a second pass over dated events, and is never resolved against the day of
//! publication. [`infer_published`] works the reference out when nobody gives it.

mod anchor;
mod anniversary;
mod calendar;
mod find;
mod forms;
mod published;
mod retold;
mod rows;
mod scan;
mod story;
mod token_set;

pub use anchor::{Anchor, Shift, Target};
pub use find::{find, find_from};
pub(crate) use forms::NTH_DAY;
pub use published::{Inferred, infer_published};

use std::ops::Range;

use chrono::Weekday;

use crate::base::{DayRange, Span};

/// What a date was worked out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Day, month and year, or a year, stand in the text.
    Absolute,
    /// The name of a weekday.
    Weekday,
    /// Counted from the day of publication, or a day or month without a year.
    Relative,
    /// Counted from an event of the story.
    Event,
    /// The words around it.
    Context,
    /// The day of publication itself.
    Published,
}

impl Basis {
    /// The word of the record.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Absolute => "absolute",
            Self::Weekday => "weekday",
            Self::Relative => "relative",
            Self::Event => "event",
            Self::Context => "context",
            Self::Published => "published",
        }
    }
}

/// How a time stands to what the sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It happened then.
    At,
    /// It began then and went on.
    Since,
    /// It went on until then, or happened by then.
    Until,
    /// It happened within that time.
    During,
    /// It happened before then.
    Before,
    /// It happened after then.
    After,
}

/// A time found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct DateMention {
    /// Its tokens, with the words that join it to the sentence.
    pub tokens: Range<usize>,
    /// The bytes of `tokens`.
    pub span: Span,
    /// The days meant; none when only the story, or nothing, can tell.
    pub resolved: Option<DayRange>,
    /// What it is counted from when that is the story.
    pub anchor: Option<Anchor>,
    /// What it was worked out from.
    pub basis: Basis,
    /// How it stands to what the sentence tells.
    pub relation: Relation,
    /// Does it say how long and not when?
    pub is_duration: bool,
    /// The weekday named, when one is.
    pub weekday: Option<Weekday>,
    /// Days from the day of publication, when that is how it is told: 0 for "today", -1 for "yesterday".
    pub from_published: Option<i64>,
    /// Is it told as so long ago?
    pub is_ago: bool,
    /// The future reading of a date that stands outside any sentence, where nothing tells which is meant.
    pub future: Option<DayRange>,
    /// Would it mean another day if it lay ahead?
    pub is_open: bool,
    /// The chain of reasons, in the order they were drawn.
    pub why: Vec<String>,
}
