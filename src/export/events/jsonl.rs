//! The record: one JSON object a line.

use std::io::{self, Write};

use crate::events::Event;

pub(super) fn write(events: &[Event], out: &mut dyn Write) -> io::Result<()> {
    let mut line = Vec::new(); // written at once: an event is told in hundreds of pieces
    for event in events {
        line.clear();
        serde_json::to_writer(&mut line, event)?;
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}
