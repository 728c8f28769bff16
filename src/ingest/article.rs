//! One article as it was brought in.

use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

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

impl Article {
    /// An article of `text` with nothing else known.
    pub fn new(id: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        Self { id: id.into(), sha256: sha256_hex(text.as_bytes()), text, ..Self::default() }
    }

    /// What to call it in a list: its title, or the last part of its id.
    pub fn label(&self) -> &str {
        self.title.as_deref().unwrap_or_else(|| self.id.rsplit('/').next().unwrap_or(&self.id))
    }
}

/// SHA-256 of `bytes` in lower-case hexadecimal.
fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// `bytes` in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let mut out = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        out.push(DIGITS[usize::from(byte >> 4)]);
        out.push(DIGITS[usize::from(byte & 15)]);
    }
    out
}
