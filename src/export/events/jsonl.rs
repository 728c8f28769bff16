//! The record: one JSON object a line.

use std::io::{self, Write};

use crate::events::Event;

pub(super) fn write(events: &[Event], out: &mut dyn Write) -> io::Result<()> {
    for event in events {
        serde_json::to_writer(&mut *out, event)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
