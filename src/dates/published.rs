//! The day of publication, worked out from the text.

use chrono::NaiveDate;

use super::DateMention;

/// A day of publication that nobody gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Inferred {
    /// The day.
    pub day: NaiveDate,
    /// 0 to 1.
    pub confidence: f32,
    /// Why that day.
    pub why: Vec<String>,
}

/// Works the day of publication out from the times found in a text without a reference.
pub fn infer_published(_mentions: &[DateMention]) -> Option<Inferred> {
    None
}
