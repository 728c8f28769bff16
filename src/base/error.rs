//! What can go wrong at the border to the outside world. Reading text never fails; see `Notice`.

use std::path::PathBuf;

/// An error of input or output, each with the file it is about.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The operating system refused a file.
    #[error("{path}: {source}", path = .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A data file says something that cannot be.
    #[error("{file}:{line}: {reason}")]
    Data {
        /// The data file, relative to `data/`.
        file: String,
        /// Line in it, from 1.
        line: u32,
        /// What is wrong, in words.
        reason: String,
    },
    /// A request that makes no sense.
    #[error("{0}")]
    Usage(String),
    /// Something could not be written or drawn.
    #[error("{0}")]
    Output(String),
}

impl Error {
    /// An error at `line` (from 1) of a data file.
    pub fn data(file: impl Into<String>, line: u32, reason: impl Into<String>) -> Self {
        Self::Data { file: file.into(), line, reason: reason.into() }
    }

    /// An error of the operating system about `path`.
    pub fn io(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Self::Io { path: path.into(), source }
    }
}

/// The result of anything that touches the outside world.
pub type Result<T> = std::result::Result<T, Error>;
