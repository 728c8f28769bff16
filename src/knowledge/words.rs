//! Word tables: TOML files of `[section]`, `key = ["phrase", …]`, each phrase with its line.

use std::collections::BTreeMap;

use toml::Spanned;

use super::Files;
use super::table::line_of;
use crate::base::{Error, Result};

/// A word table as read, not yet understood.
pub(super) struct WordTable {
    file: &'static str,
    text: String,
    sections: BTreeMap<String, BTreeMap<String, Vec<Spanned<String>>>>,
}

impl WordTable {
    /// Reads the table at `file`, below `data/`.
    ///
    /// # Errors
    /// When it is missing or is no such table.
    pub(super) fn read(files: &Files, file: &'static str) -> Result<Self> {
        let text = files.read(file)?.into_owned();
        let sections = toml::from_str(&text).map_err(|e| {
            let at = e.span().map_or(0, |s| s.start);
            Error::data(file, line_of(&text, at), e.message())
        })?;
        Ok(Self { file, text, sections })
    }

    /// Hands every phrase with its section and key to `take`.
    ///
    /// # Errors
    /// When `take` refuses one: its reason, at the line of the phrase.
    pub(super) fn each(
        &self,
        mut take: impl FnMut(&str, &str, &str) -> std::result::Result<(), String>,
    ) -> Result<()> {
        for (section, keys) in &self.sections {
            for (key, phrases) in keys {
                for phrase in phrases {
                    take(section, key, phrase.get_ref()).map_err(|reason| {
                        Error::data(self.file, line_of(&self.text, phrase.span().start), reason)
                    })?;
                }
            }
        }
        Ok(())
    }

    /// An error about the file as a whole.
    pub(super) fn refuse(&self, reason: impl Into<String>) -> Error {
        Error::data(self.file, 1, reason)
    }
}
