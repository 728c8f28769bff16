//! The formats of `extract`: a line each in [`Format`], a file each below.

mod geojson;
mod jsonl;
mod table;

use std::io::{self, Write};

use clap::ValueEnum;

use crate::events::Event;

/// A format that events can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The record, one event a line.
    Jsonl,
    /// One row an event, one column a field.
    Csv,
    /// Points with the record's fields as properties; events without coordinates have no geometry.
    Geojson,
}

impl Format {
    /// Writes `events` in this format.
    ///
    /// # Errors
    /// When `out` fails.
    pub fn write(self, events: &[Event], out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Jsonl => jsonl::write(events, out),
            Self::Csv => table::write(events, out),
            Self::Geojson => geojson::write(events, out),
        }
    }
}
