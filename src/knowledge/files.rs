//! Where data files come from: inside the program, or a folder on disk.

use std::borrow::Cow;
use std::path::PathBuf;

use include_dir::{Dir, include_dir};

use crate::base::{Error, Result};

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// A source of data files, named by their path below `data/`.
#[derive(Clone, Debug)]
pub enum Files {
    /// The copy inside the program.
    Embedded,
    /// A folder laid out like `data/`.
    Folder(PathBuf),
}

impl Files {
    /// The copy inside the program.
    pub fn embedded() -> Self {
        Self::Embedded
    }

    /// The text of the data file at `path`, below `data/`.
    ///
    /// # Errors
    /// When it does not exist, cannot be read, or is not UTF-8.
    pub fn read(&self, path: &str) -> Result<Cow<'static, str>> {
        match self {
            Self::Embedded => EMBEDDED
                .get_file(path)
                .and_then(include_dir::File::contents_utf8)
                .map(Cow::Borrowed)
                .ok_or_else(|| Error::data(path, 1, "no such data file in the program")),
            Self::Folder(root) => {
                let path = root.join(path);
                std::fs::read_to_string(&path).map(Cow::Owned).map_err(|e| Error::io(path, e))
            }
        }
    }
}
