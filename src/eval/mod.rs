//! How well the reader reads: its events against events coded by hand, by the coding guide's rules.
//!
//! [`gold`] reads hand-coded files, `matching` pairs events one to one so that the total similarity is
//! greatest, [`score`] counts. The figures are those of the project's reference scorer: detection
//! precision, recall and F1; strict F1 (place and day right too); accuracy of each field over pairs.

pub mod gold;
mod matching;
mod score;

pub use matching::{Coded, matched};
pub use score::{ArticleScore, FIELDS, Report, score};
