//! Where results go: a file, or standard output.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::base::{Error, Result};

/// Runs `write` on the file at `path`, or on standard output where `path` is none or `-`.
///
/// # Errors
/// When writing fails; a reader that closed the pipe early is no error.
pub(super) fn write_to(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    let (name, result) = match path.filter(|p| *p != Path::new("-")) {
        Some(path) => (path.to_path_buf(), File::create(path).and_then(|f| into(BufWriter::new(f), write))),
        None => (PathBuf::from("standard output"), into(BufWriter::new(io::stdout().lock()), write)),
    };
    match result {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(Error::io(name, e)),
        _ => Ok(()),
    }
}

fn into(mut out: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    write(&mut out)?;
    out.flush()
}
