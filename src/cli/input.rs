//! INPUT → articles, with a notice on standard error for each that could not be read.

use std::io::IsTerminal as _;

use chrono::NaiveDate;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::{Common, Inputs};
use crate::base::{Level, Notice};
use crate::events::{Event, Extraction, extract, merge};
use crate::ingest::{Article, Ingested, ingest, seeds};
use crate::knowledge::Knowledge;

impl Inputs {
    /// The articles; the five embedded ones when nothing is named.
    pub(super) fn articles(&self, common: &Common) -> Ingested {
        let ingested = if self.paths.is_empty() {
            Ingested { articles: seeds(), notices: Vec::new() }
        } else {
            ingest(&self.paths)
        };
        tell(&ingested.notices, common);
        ingested
    }
}

/// Writes notices to standard error: errors always, the rest unless told to be quiet.
pub(super) fn tell(notices: &[Notice], common: &Common) {
    for notice in notices {
        if notice.level == Level::Error || !common.quiet {
            eprintln!("waqai: {notice}");
        }
    }
}

/// Reads all articles on all cores, in order, with a progress bar when a person watches.
pub(super) fn read(articles: &[Article], knowledge: &Knowledge, common: &Common) -> Vec<Extraction> {
    let bar = if common.quiet || articles.len() < 50 || !std::io::stderr().is_terminal() {
        ProgressBar::hidden()
    } else {
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} articles, {eta} left");
        ProgressBar::new(articles.len() as u64)
            .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    };
    let one = |article: &Article| {
        let extraction = extract(article, knowledge);
        bar.inc(1);
        extraction
    };
    let readings = articles.par_iter().map(one).collect();
    bar.finish_and_clear();
    readings
}

/// Reads and merges; notices of the reading go to standard error.
pub(super) fn events(articles: &[Article], knowledge: &Knowledge, common: &Common) -> Vec<Event> {
    events_as_of(articles, None, knowledge, common)
}

/// The same from the articles published by a day, so that an event is told as it was known then. An article
/// without a known day of publication does not count.
pub(super) fn events_as_of(
    articles: &[Article],
    as_of: Option<NaiveDate>,
    knowledge: &Knowledge,
    common: &Common,
) -> Vec<Event> {
    let mut readings = read(articles, knowledge, common);
    readings.retain(|r| as_of.is_none_or(|day| r.published.is_some_and(|p| p <= day)));
    for reading in &readings {
        tell(&reading.notices, common);
    }
    merge(readings, knowledge)
}
