//! `waqai control`: who holds what on a day or over a range of days, why, and what changed.

use std::io::{self, Write};
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::output::write_to;
use super::{Common, Inputs, input};
use crate::base::{Error, Result};
use crate::control::{
    AreaCache, Certainty, Control as Day, ControlOptions, Fold, Ground, Rule, changes, day_before,
};
use crate::export::control::{write_csv, write_geojson};
use crate::export::control_table::write_table;
use crate::knowledge::{Conflict, Knowledge, PlaceIdx};
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
    /// Only these sites, by their ids in places.csv, parted by commas (CSV and table)
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    place: Vec<String>,
    /// Write what changed instead: each day against the day before, then the last day of the range against
    /// the first; a line in English, one in Arabic, then sites and land of each side
    #[arg(long)]
    changes: bool,
    /// List the rules by which claims move sites, and do nothing else
    #[arg(long)]
    rules: bool,
    /// Write to FILE instead of standard output (-)
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
    /// For reading: a row a site that changed (or each --place), a column a day, and below it why
    Table,
}

impl Control {
    /// Reads, folds, writes.
    pub(super) fn run(&self, knowledge: &Knowledge, common: &Common) -> Result<bool> {
        if self.rules {
            write_to(self.output.as_deref(), |out| write_rules(out))?;
            return Ok(true);
        }
        let [from, to] = self.range(knowledge)?;
        let places = self.places(&knowledge.conflict)?;
        let ingested = self.inputs.articles(common);
        let events = input::events_as_of(&ingested.articles, self.as_of, knowledge, common);
        let certainty = if self.possible { Certainty::Possible } else { Certainty::Certain };
        let fold = Fold::new(&events, knowledge, ControlOptions { certainty, as_of: self.as_of });
        let ground = || Ground::new(knowledge, &BaseMap::load().land);
        let path = self.output.as_deref();
        if self.changes {
            let days = fold.over(day_before(from), to);
            write_to(path, |out| write_changes(&days, knowledge, &ground(), out))?;
            return Ok(!ingested.has_errors());
        }
        let mut days = fold.over(from, to);
        if !places.is_empty() && self.format == Format::Csv {
            for day in &mut days {
                day.sites.retain(|s| places.contains(&s.place));
            }
        }
        write_to(path, |out| match self.format {
            Format::Csv => write_csv(&days, knowledge, out),
            Format::Geojson => write_geojson(&days, knowledge, &mut AreaCache::new(ground()), out),
            Format::Table => {
                let shown = if places.is_empty() { moved(&days) } else { places };
                write_table(&days, &shown, knowledge, out)
            }
        })?;
        Ok(!ingested.has_errors())
    }

    fn places(&self, conflict: &Conflict) -> Result<Vec<PlaceIdx>> {
        let site = |id: &String| {
            let place = conflict.place_of(id).filter(|&p| conflict.place(p).is_site);
            place.ok_or_else(|| Error::Usage(format!("--place {id}: no site of this id in places.csv")))
        };
        self.place.iter().map(site).collect()
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

/// The sites that are not on all days as they were at the opening.
fn moved(days: &[Day]) -> Vec<PlaceIdx> {
    let mut places: Vec<PlaceIdx> =
        days.iter().flat_map(|d| &d.sites).filter(|s| s.since.is_some()).map(|s| s.place).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// A block a day, then one for the whole range: the line in both languages, then sites and land of each side.
fn write_changes(
    days: &[Day],
    knowledge: &Knowledge,
    ground: &Ground,
    out: &mut dyn Write,
) -> io::Result<()> {
    for pair in days.windows(2) {
        write_change([&pair[0], &pair[1]], &pair[1].day.to_string(), knowledge, ground, out)?;
    }
    match days {
        [first, _, .., last] if days.len() > 2 => {
            let span = format!("{} to {}", first.day, last.day);
            write_change([first, last], &span, knowledge, ground, out)
        }
        _ => Ok(()),
    }
}

fn write_change(
    [from, to]: [&Day; 2],
    label: &str,
    knowledge: &Knowledge,
    ground: &Ground,
    out: &mut dyn Write,
) -> io::Result<()> {
    let conflict = &knowledge.conflict;
    let what = changes(from, to, ground);
    writeln!(out, "{label}  {}", changelog::line(&what, conflict, Lang::En))?;
    writeln!(out, "{label}  {}", changelog::line(&what, conflict, Lang::Ar))?;
    for (&side, balance) in what.balance.iter().filter(|(_, b)| b.before != b.after) {
        let (before, after) = (&balance.before, &balance.after);
        writeln!(
            out,
            "    {:<8} sites +{} -{}  land {:.0}-{:.0} -> {:.0}-{:.0} km2 ({:+.0} to {:+.0}), {:.1}-{:.1} -> {:.1}-{:.1} %",
            conflict.faction(side).code,
            balance.n_gained,
            balance.n_lost,
            before.km2[0],
            before.km2[1],
            after.km2[0],
            after.km2[1],
            balance.km2_change[0],
            balance.km2_change[1],
            before.percent[0],
            before.percent[1],
            after.percent[0],
            after.percent[1],
        )?;
    }
    Ok(())
}
