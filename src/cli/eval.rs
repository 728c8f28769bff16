//! `waqai eval`: the reader against events coded by hand.

use std::path::PathBuf;

use clap::Args;

use super::{Common, Inputs, input};
use crate::base::Result;
use crate::eval::{Coded, gold, score};
use crate::knowledge::Knowledge;

#[derive(Args, Debug)]
pub(super) struct Eval {
    /// Folder of hand-coded events: KEY.jsonl for the article KEY.txt or `KEY_….txt`
    #[arg(long, value_name = "DIR")]
    gold: PathBuf,
    /// Ask only for events up to this importance (1 must have, 2 should, 3 marginal)
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=3))]
    max_importance: u8,
    /// List the events that were missed, and those that match nothing
    #[arg(long, short)]
    verbose: bool,
    #[command(flatten)]
    inputs: Inputs,
}

impl Eval {
    /// Reads, pairs, counts, prints.
    pub(super) fn run(&self, knowledge: &Knowledge, common: &Common) -> Result<bool> {
        let ingested = self.inputs.articles(common);
        let events = input::events(&ingested.articles, knowledge, common);
        let gold = gold::read_dir(&self.gold, &ingested.articles)?;
        let report = score(&gold, &events, &ingested.articles, self.max_importance);
        if self.verbose {
            for article in &report.articles {
                article.missed.iter().for_each(|e| println!("  missed    {} {}", article.key, line(e)));
                article.spurious.iter().for_each(|e| println!("  spurious  {} {}", article.key, line(e)));
            }
        }
        println!("{report}");
        Ok(!ingested.has_errors())
    }
}

/// An event in one line.
fn line(e: &Coded) -> String {
    let days = e.days.map_or_else(|| "no day".to_owned(), |(a, b)| format!("{a}..{b}"));
    let place = e.place_name.as_deref().unwrap_or("no place");
    let quote: String = e.quote.chars().take(90).collect();
    format!("{} {place} {days} | {quote}", e.kind.as_str())
}
