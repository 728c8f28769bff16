//! For tests: the embedded conflict, and what the loader says of a data file with one thing broken.

use super::{Conflict, Files};
use crate::base::Result;
use crate::text::Vocabulary;

/// The conflict inside the program.
pub(crate) fn conflict() -> Conflict {
    Conflict::load(&Files::embedded(), &mut Vocabulary::default()).expect("embedded data")
}

/// The error after replacing the first `from` by `to` in the data file at `path`.
pub(crate) fn refusal(path: &str, from: &str, to: &str) -> String {
    let text = Files::embedded().read(path).expect("a data file").into_owned();
    assert!(text.contains(from), "{path} does not contain {from}");
    load_error(path, &text.replacen(from, to, 1))
}

/// The error after appending `rows` to the data file at `path`.
pub(crate) fn added(path: &str, rows: &str) -> String {
    let text = Files::embedded().read(path).expect("a data file").into_owned();
    load_error(path, &(text + rows))
}

/// The conflict after appending `rows` to the data file at `path`.
pub(crate) fn accepted(path: &str, rows: &str) -> Conflict {
    let text = Files::embedded().read(path).expect("a data file").into_owned();
    load(path, &(text + rows)).expect("data that can be read")
}

fn load_error(path: &str, text: &str) -> String {
    match load(path, text) {
        Ok(_) => panic!("{path} was accepted with:\n{}", text.lines().last().unwrap_or_default()),
        Err(e) => e.to_string(),
    }
}

/// Loads the embedded data with `text` in place of the file at `path`.
fn load(path: &str, text: &str) -> Result<Conflict> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let on_disk = folder.path().join(path);
    std::fs::create_dir_all(on_disk.parent().expect("a folder")).expect("a folder");
    std::fs::write(on_disk, text).expect("a file");
    Conflict::load(&Files::Folder(folder.path().to_owned()), &mut Vocabulary::default())
}
