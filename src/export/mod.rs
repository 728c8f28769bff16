//! Events and control → bytes, one file a format.

pub mod control;
pub mod control_table;
pub mod events;

/// The error behind one of a table, of its own kind: a closed pipe stays a closed pipe.
fn io_error(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}
