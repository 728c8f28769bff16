//! Data files as typed rows: CSV with a header, and TOML, each refused with file, line and reason.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Files;
use crate::base::{Error, Result};

/// The rows of the CSV file at `path`, each with its line.
///
/// # Errors
/// When the file is missing, or a row does not fit `T`.
pub(super) fn read_csv<T: DeserializeOwned>(files: &Files, path: &str) -> Result<Vec<(u32, T)>> {
    let text = files.read(path)?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|e| csv_error(path, 1, &e, None))?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| csv_error(path, e.position().map_or(1, line), &e, None))?;
        let at = record.position().map_or(1, line);
        let row = record.deserialize(Some(&headers)).map_err(|e| csv_error(path, at, &e, Some(&headers)))?;
        rows.push((at, row));
    }
    Ok(rows)
}

fn line(position: &csv::Position) -> u32 {
    position.line() as u32
}

fn csv_error(path: &str, line: u32, error: &csv::Error, headers: Option<&csv::StringRecord>) -> Error {
    let reason = match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => {
            let column = err.field().and_then(|i| headers?.get(i as usize));
            match column {
                Some(name) => format!("column {name}: {}", err.kind()),
                None => err.kind().to_string(),
            }
        }
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} columns where the header has {expected_len}")
        }
        _ => error.to_string(),
    };
    Error::data(path, line, reason)
}

/// `yes` or `no` in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum YesNo {
    Yes,
    No,
}

/// A TOML file and its text, so that errors found later can name their line.
pub(super) struct TomlFile<T> {
    pub(super) path: String,
    pub(super) value: T,
    text: String,
}

impl<T: DeserializeOwned> TomlFile<T> {
    /// Reads and parses the file at `path`.
    ///
    /// # Errors
    /// When the file is missing, is no TOML, or does not fit `T`.
    pub(super) fn read(files: &Files, path: impl Into<String>) -> Result<Self> {
        let path = path.into();
        let text = files.read(&path)?.into_owned();
        match toml::from_str(&text) {
            Ok(value) => Ok(Self { path, value, text }),
            Err(e) => {
                let at = e.span().map_or(0, |s| s.start);
                Err(Error::data(path, line_of(&text, at), e.message()))
            }
        }
    }
}

impl<T> TomlFile<T> {
    /// The line, from 1, of a byte offset, such as the start of a `toml::Spanned`.
    pub(super) fn line(&self, byte: usize) -> u32 {
        line_of(&self.text, byte)
    }

    /// An error about what stands at a byte offset.
    pub(super) fn error(&self, byte: usize, reason: impl Into<String>) -> Error {
        Error::data(&self.path, self.line(byte), reason)
    }
}

/// The line, from 1, of a byte offset into `text`.
pub(super) fn line_of(text: &str, byte: usize) -> u32 {
    1 + text.get(..byte).unwrap_or(text).matches('\n').count() as u32
}
