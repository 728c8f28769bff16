//! The whole reading of an article, and the merging of many.

use super::Event;
use crate::base::{Notice, Span};
use crate::ingest::Article;
use crate::knowledge::Knowledge;

/// What was read in one article.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    /// Its events, in the order of the text, merged within the article.
    pub events: Vec<Event>,
    /// Guesses made and things left out.
    pub notices: Vec<Notice>,
    /// Lines that were taken for page clutter, with the reason.
    pub clutter: Vec<(Span, String)>,
    /// The publication day used, given or inferred.
    pub published: Option<chrono::NaiveDate>,
}

/// Reads one article. Never fails; what could not be read is a notice.
pub fn extract(_article: &Article, _knowledge: &Knowledge) -> Extraction {
    Extraction::default()
}

/// Merges the events of many articles: one event a fact, disputes linked, in a stable order.
pub fn merge(readings: Vec<Extraction>, _knowledge: &Knowledge) -> Vec<Event> {
    readings.into_iter().flat_map(|r| r.events).collect()
}
