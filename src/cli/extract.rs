//! `waqai extract`: articles → events.

use std::path::PathBuf;

use clap::Args;

use super::output::write_to;
use super::{Common, Inputs, input, stream};
use crate::base::Result;
use crate::export::events::Format;
use crate::knowledge::Knowledge;

#[derive(Args, Debug)]
pub(super) struct Extract {
    /// What to write
    #[arg(long, short, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// Write to FILE instead of standard output (-)
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    inputs: Inputs,
}

impl Extract {
    /// Reads, merges, writes.
    pub(super) fn run(&self, knowledge: &Knowledge, common: &Common) -> Result<bool> {
        if let ([path], Format::Jsonl) = (self.inputs.paths.as_slice(), self.format)
            && stream::is_stream(&self.inputs.paths)
        {
            let mut is_whole = true;
            write_to(self.output.as_deref(), |out| {
                is_whole = stream::run(path, self.format, knowledge, common, out)?;
                Ok(())
            })?;
            return Ok(is_whole);
        }
        let ingested = self.inputs.articles(common);
        let events = input::events(&ingested.articles, knowledge, common);
        write_to(self.output.as_deref(), |out| self.format.write(&events, out))?;
        Ok(!ingested.has_errors())
    }
}
