//! Charts over the days of the timeline's window: events by kind, sites held, tolls low to high.

use chrono::{Datelike, NaiveDate};

use super::words::Words;
use super::{Rgb, colour_of};
use crate::control::{ControlOptions, Fold};
use crate::events::EventKind;
use crate::state::View;
use crate::store::Corpus;

/// Longer windows are not charted day by day.
const MAX_DAYS: i64 = 400;

/// One line or one layer of bars: a value a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// Its colour, for a faction.
    pub colour: Option<Rgb>,
    /// A value a day, from the first day on.
    pub values: Vec<f64>,
}

/// The charts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Charts {
    /// First day, counted from the common era.
    pub first: i32,
    /// How many days.
    pub n_days: usize,
    /// Events by kind, the most frequent first, counted in every day they cover.
    pub kinds: Vec<Series>,
    /// Sites held by each faction that ever holds one in the window.
    pub sites: Vec<Series>,
    /// Killed in the events of each day: low, and high where it is known. Only events of one day count.
    pub killed: [Vec<f64>; 2],
}

impl Charts {
    /// The charts of `view`; `shown` are the positions of the events that its filters show.
    pub fn build(corpus: &Corpus, view: &View, shown: &[usize]) -> Self {
        let (from, to) = view.range;
        let n_days = ((to - from).num_days() + 1).clamp(1, MAX_DAYS) as usize;
        Self {
            first: from.num_days_from_ce(),
            n_days,
            kinds: kinds(corpus, view, shown, n_days),
            sites: sites(corpus, view, n_days),
            killed: killed(corpus, shown, from, n_days),
        }
    }
}

fn kinds(corpus: &Corpus, view: &View, shown: &[usize], n_days: usize) -> Vec<Series> {
    let words = Words::of(view.lang);
    let from = view.range.0;
    let mut found: Vec<Series> = Vec::new();
    for kind in EventKind::ALL {
        let mut values = vec![0.0; n_days];
        for event in shown.iter().map(|&i| &corpus.events[i]).filter(|e| e.kind == kind) {
            let (Some(start), Some(end)) = (event.date.start, event.date.end) else { continue };
            let first = (start - from).num_days().max(0) as usize;
            let past = ((end - from).num_days() + 1).clamp(0, n_days as i64) as usize;
            for value in values.iter_mut().take(past).skip(first) {
                *value += 1.0;
            }
        }
        if values.iter().any(|&v| v > 0.0) {
            found.push(Series { name: words.kind(kind).to_owned(), colour: None, values });
        }
    }
    found.sort_by(|a, b| b.values.iter().sum::<f64>().total_cmp(&a.values.iter().sum()));
    found
}

fn sites(corpus: &Corpus, view: &View, n_days: usize) -> Vec<Series> {
    let knowledge = &corpus.knowledge;
    let options = ControlOptions { as_of: view.as_of, ..ControlOptions::default() };
    let to = view.range.0 + chrono::TimeDelta::days(n_days as i64 - 1);
    let days = Fold::new(&corpus.events, knowledge, options).over(view.range.0, to);
    let mut series: Vec<Series> = knowledge
        .conflict
        .factions
        .iter()
        .map(|f| Series {
            name: view.lang.pick(&f.short_en, &f.short_ar).to_owned(),
            colour: Some(colour_of(f, &view.palette)),
            values: vec![0.0; n_days],
        })
        .collect();
    for (day, control) in days.iter().enumerate().take(n_days) {
        for holder in control.sites.iter().filter_map(|s| s.holder) {
            series[holder.0 as usize].values[day] += 1.0;
        }
    }
    series.retain(|s| s.values.iter().any(|&v| v > 0.0));
    series
}

fn killed(corpus: &Corpus, shown: &[usize], from: NaiveDate, n_days: usize) -> [Vec<f64>; 2] {
    let mut killed = [vec![0.0; n_days], vec![0.0; n_days]];
    for event in shown.iter().map(|&i| &corpus.events[i]).filter(|e| e.date.start == e.date.end) {
        let Some(start) = event.date.start else { continue };
        let Ok(day) = usize::try_from((start - from).num_days()) else { continue };
        for (low, high) in event.casualties.iter().filter_map(|t| t.killed).filter(|_| day < n_days) {
            killed[0][day] += low as f64;
            killed[1][day] += high.unwrap_or(low) as f64;
        }
    }
    killed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::corpus;

    #[test]
    fn every_day_has_a_value_and_sites_are_conserved() {
        let corpus = corpus();
        let view = View::opening(&corpus);
        let charts = Charts::build(&corpus, &view, &corpus.shown(&view.filters));
        assert_eq!(charts.n_days, 14);
        assert_eq!(charts.kinds[0].name, "Capture");
        let held = |day: usize| charts.sites.iter().map(|s| s.values[day]).sum::<f64>();
        assert!(held(0) > 100.0 && held(0) >= held(13));
        assert!((charts.killed[0].iter().sum::<f64>() - 16.0).abs() < 1e-9);
    }
}
