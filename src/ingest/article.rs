//! One article as it was brought in.

use std::sync::Arc;

use chrono::NaiveDate;

/// An article: its text exactly as read, and what is known about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Path or id, as the record names it.
    pub id: String,
    /// SHA-256 of the text's bytes, hexadecimal.
    pub sha256: String,
    /// The text.
    pub text: Arc<str>,
    /// Headline, when known apart from the text.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it stood.
    pub url: Option<String>,
    /// The day of publication, when given.
    pub published: Option<NaiveDate>,
    /// How the day of publication is known.
    pub published_basis: Option<String>,
}
