//! What the analyst should know although nothing failed.

use std::fmt;

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Good to know: a guess was made and says so.
    Info,
    /// Something was left out or doubted.
    Warning,
    /// An input could not be read; the rest was.
    Error,
}

/// One clear line about one file, with the place in it when known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub level: Level,
    /// The file it is about, as the user named it.
    pub file: String,
    /// Line in that file, from 1.
    pub line: Option<u32>,
    /// One sentence, no full stop needed.
    pub message: String,
}

impl Notice {
    /// A notice about the whole of `file`.
    pub fn new(level: Level, file: impl Into<String>, message: impl Into<String>) -> Self {
        Self { level, file: file.into(), line: None, message: message.into() }
    }

    /// The same, about `line` (from 1).
    #[must_use]
    pub fn at_line(mut self, line: u32) -> Self {
        self.line = Some(line);
        self
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}
