//! `waqai control`: who holds what on a day or over a range of days, why, and what changed.

use std::io::{self, Write};
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::output::write_to;
use super::{Common, Inputs, input};
use crate::base::{Error, Result};
use crate::control::{Certainty, Control as Day, ControlOptions, Fold, Ground, Rule, changes, day_before};
use crate::export::control::{write_csv, write_geojson};
use crate::knowledge::Knowledge;
use crate::scene::basemap::BaseMap;
use crate::scene::changelog;
use crate::state::Lang;

#[derive(Args, Debug)]
pub(super) struct Control {
    /// The day (YYYY-MM-DD); without it, the last day of the story
    #[arg(long, value_name = "DATE", conflicts_with_all = ["from", "to"])]
    at: Option<NaiveDate>,
    /// First day of a range
    #[arg(long, value_name = "DATE", requires = "to")]
    from: Option<NaiveDate>,
    /// Last day of a range
    #[arg(long, value_name = "DATE", requires = "from")]
    to: Option<NaiveDate>,
    /// Use only articles published by this day
    #[arg(long, value_name = "DATE")]
    as_of: Option<NaiveDate>,
    /// Count a claim from the first possible day of its date, not from the last
    #[arg(long)]
    possible: bool,
    /// What to write
    #[arg(long, short, value_enum, default_value_t = Format::Csv)]
    format: Format,
    /// Write what changed on each day instead, a line a day in English and one in Arabic
    #[arg(long)]
    changes: bool,
    /// List the rules by which claims move sites, and do nothing else
    #[arg(long)]
    rules: bool,
    /// Write to FILE instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    inputs: Inputs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One row a site
    Csv,
    /// Areas and sites
    Geojson,
}

impl Control {
    /// Reads, folds, writes.
    pub(super) fn run(&self, knowledge: &Knowledge, common: &Common) -> Result<bool> {
        if self.rules {
            write_to(self.output.as_deref(), |out| write_rules(out))?;
            return Ok(true);
        }
        let [from, to] = self.range(knowledge)?;
        let ingested = self.inputs.articles(common);
        let events = input::events(&ingested.articles, knowledge, common);
        let certainty = if self.possible { Certainty::Possible } else { Certainty::Certain };
        let fold = Fold::new(&events, knowledge, ControlOptions { certainty, as_of: self.as_of });
        let ground = || Ground::new(knowledge, &BaseMap::load().land);
        let path = self.output.as_deref();
        if self.changes {
            let days = fold.over(day_before(from), to);
            write_to(path, |out| write_changes(&days, knowledge, &ground(), out))?;
        } else {
            let days = fold.over(from, to);
            match self.format {
                Format::Csv => write_to(path, |out| write_csv(&days, knowledge, out))?,
                Format::Geojson => write_to(path, |out| write_geojson(&days, knowledge, &ground(), out))?,
            }
        }
        Ok(!ingested.has_errors())
    }

    fn range(&self, knowledge: &Knowledge) -> Result<[NaiveDate; 2]> {
        let at = self.at.unwrap_or(knowledge.conflict.last_day);
        let (from, to) = self.from.zip(self.to).unwrap_or((at, at));
        if from > to {
            return Err(Error::Usage(format!("--from {from} is after --to {to}")));
        }
        Ok([from, to])
    }
}

fn write_rules(out: &mut dyn Write) -> io::Result<()> {
    Rule::ALL.iter().try_for_each(|rule| writeln!(out, "{:<12} {}", rule.name(), rule.meaning()))
}

/// A block a day: the line in both languages, then sites and land of each side.
fn write_changes(
    days: &[Day],
    knowledge: &Knowledge,
    ground: &Ground,
    out: &mut dyn Write,
) -> io::Result<()> {
    let conflict = &knowledge.conflict;
    for pair in days.windows(2) {
        let what = changes(&pair[0], &pair[1], ground);
        writeln!(out, "{}  {}", pair[1].day, changelog::line(&what, conflict, Lang::En))?;
        writeln!(out, "{}  {}", pair[1].day, changelog::line(&what, conflict, Lang::Ar))?;
        for (&side, balance) in &what.balance {
            if balance.before == balance.after {
                continue;
            }
            let [low, high] = balance.after.km2;
            let [low_percent, high_percent] = balance.after.percent;
            writeln!(
                out,
                "    {:<8} sites +{} -{}  land {:+.0} km2 -> {low:.0} to {high:.0} km2, {low_percent:.1} to {high_percent:.1} %",
                conflict.faction(side).code,
                balance.n_gained,
                balance.n_lost,
                balance.after.km2[0] - balance.before.km2[0],
            )?;
        }
    }
    Ok(())
}
