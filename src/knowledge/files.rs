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
    /// A folder laid out like `data/`; what it lacks comes from inside the program.
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
        if let Self::Folder(root) = self {
            let on_disk = root.join(path);
            match std::fs::read_to_string(&on_disk) {
                Ok(text) => return Ok(Cow::Owned(text)),
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
                Err(e) => return Err(Error::io(on_disk, e)),
            }
        }
        EMBEDDED
            .get_file(path)
            .and_then(include_dir::File::contents_utf8)
            .map(Cow::Borrowed)
            .ok_or_else(|| Error::data(path, 1, "no such data file"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_lies_over_the_embedded_copy() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("data.toml"), "mine").unwrap();
        let files = Files::Folder(folder.path().to_owned());
        assert_eq!(files.read("data.toml").unwrap(), "mine");
        assert!(files.read("syria-2024/conflict.toml").unwrap().contains("title_ar"));
        assert!(files.read("nowhere.toml").unwrap_err().to_string().contains("nowhere.toml"));
    }

    #[test]
    fn what_is_not_utf_8_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("data.toml"), b"conflict = \xC7\xE1").unwrap();
        let error = Files::Folder(folder.path().to_owned()).read("data.toml").unwrap_err().to_string();
        assert!(error.contains("data.toml"), "{error}");
    }
}
