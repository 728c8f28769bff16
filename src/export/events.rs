//! The formats of `extract`: one line each in [`Format`], one file each below.

use std::io::{self, Write};

use crate::events::Event;

/// A format that events can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// The record, one event a line.
    Jsonl,
}

impl Format {
    /// Writes `events` in this format.
    ///
    /// # Errors
    /// When `out` fails.
    pub fn write(self, events: &[Event], out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Jsonl => jsonl(events, out),
        }
    }
}

/// The record: one JSON object a line.
fn jsonl(events: &[Event], out: &mut dyn Write) -> io::Result<()> {
    for event in events {
        serde_json::to_writer(&mut *out, event)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
