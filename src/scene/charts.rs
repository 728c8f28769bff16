//! Charts over the days of the timeline's window: land and sites held, tolls low to high, events by kind.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::words::Words;
use super::{Caches, Rgb, colour_of};
use crate::control::{Fold, Holding, holdings};
use crate::events::{EventKind, Toll};
use crate::knowledge::FactionId;
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

/// A band of a faction: what it surely has on each day, and what it may have.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Short name.
    pub name: String,
    /// Its colour.
    pub colour: Rgb,
    /// Without what is contested, a value a day.
    pub low: Vec<f64>,
    /// With all that it contests.
    pub high: Vec<f64>,
}

/// What each side has on every day of a window.
type Balance = Arc<Vec<BTreeMap<FactionId, Holding>>>;

/// First day, number of days, the day up to which articles count, and whether possible days count.
type Window = (NaiveDate, usize, Option<NaiveDate>, bool);

/// The last window that was charted.
#[derive(Debug, Default)]
pub(super) struct ChartCache {
    balance: Option<(Window, Balance)>,
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
    /// Land of each faction that the filters show and that ever has any in the window, km².
    pub area: Vec<Band>,
    /// Sites of the same.
    pub sites: Vec<Band>,
    /// Killed in the events of each day: low, and high where it is known. Only events of one day count.
    pub killed: [Vec<f64>; 2],
    /// The same for wounded.
    pub wounded: [Vec<f64>; 2],
}

impl Charts {
    /// The charts of `view`; `shown` are the positions of the events that its filters show.
    pub fn build(corpus: &Corpus, view: &View, shown: &[usize], caches: &mut Caches) -> Self {
        let (from, to) = view.range;
        let n_days = ((to - from).num_days() + 1).clamp(1, MAX_DAYS) as usize;
        let balance = balance(corpus, view, n_days, caches);
        Self {
            first: from.num_days_from_ce(),
            n_days,
            kinds: kinds(corpus, view, shown, n_days),
            area: bands(corpus, view, &balance, |h| h.km2),
            sites: bands(corpus, view, &balance, |h| h.n_sites.map(|n| n as f64)),
            killed: tolls(corpus, shown, from, n_days, |t| t.killed),
            wounded: tolls(corpus, shown, from, n_days, |t| t.wounded),
        }
    }
}

fn balance(corpus: &Corpus, view: &View, n_days: usize, caches: &mut Caches) -> Balance {
    let window: Window = (view.range.0, n_days, view.as_of, view.possible);
    if let Some((_, balance)) = caches.charts.balance.as_ref().filter(|(w, _)| *w == window) {
        return balance.clone();
    }
    let to = view.range.0 + chrono::TimeDelta::days(n_days as i64 - 1);
    let days = Fold::new(&corpus.events, &corpus.knowledge, view.control_options()).over(view.range.0, to);
    let ground = caches.map.ground(corpus);
    let balance: Balance = Arc::new(days.iter().take(n_days).map(|c| holdings(c, ground)).collect());
    caches.charts.balance = Some((window, balance.clone()));
    balance
}

/// A band a faction that is not hidden.
fn bands(corpus: &Corpus, view: &View, balance: &Balance, of: impl Fn(&Holding) -> [f64; 2]) -> Vec<Band> {
    let factions = corpus.knowledge.conflict.factions.iter().enumerate();
    let shown = factions.filter(|(_, f)| !view.filters.factions_hidden.contains(&f.code));
    let band = |(i, f): (usize, &crate::knowledge::Faction)| {
        let id = FactionId(i as u8);
        let values: Vec<[f64; 2]> = balance.iter().map(|d| d.get(&id).map_or([0.0; 2], &of)).collect();
        Band {
            name: view.lang.pick(&f.short_en, &f.short_ar).to_owned(),
            colour: colour_of(f, view),
            low: values.iter().map(|v| v[0]).collect(),
            high: values.iter().map(|v| v[1]).collect(),
        }
    };
    shown.map(band).filter(|b| b.high.iter().any(|&v| v > 0.0)).collect()
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

/// A count of people: low, and high where it is known.
type Count = Option<(u64, Option<u64>)>;

fn tolls(
    corpus: &Corpus,
    shown: &[usize],
    from: NaiveDate,
    n_days: usize,
    count: impl Fn(&Toll) -> Count,
) -> [Vec<f64>; 2] {
    let mut sums = [vec![0.0; n_days], vec![0.0; n_days]];
    for event in shown.iter().map(|&i| &corpus.events[i]).filter(|e| e.date.start == e.date.end) {
        let Some(start) = event.date.start else { continue };
        let Ok(day) = usize::try_from((start - from).num_days()) else { continue };
        for (low, high) in event.tolls_in_all().iter().filter_map(&count).filter(|_| day < n_days) {
            sums[0][day] += low as f64;
            sums[1][day] += high.unwrap_or(low) as f64;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::corpus;

    #[test]
    fn every_day_has_a_value_and_sites_are_conserved() {
        let corpus = corpus();
        let view = View::opening(&corpus);
        let mut caches = Caches::default();
        let charts = Charts::build(&corpus, &view, &corpus.shown(&view.filters), &mut caches);
        assert_eq!(charts.n_days, 14);
        assert_eq!(charts.kinds[0].name, "Capture");
        let held = |day: usize| charts.sites.iter().map(|s| s.high[day]).sum::<f64>();
        assert!(held(0) > 100.0 && held(0) <= held(13));
        assert!(
            charts.sites.iter().chain(&charts.area).all(|b| b.low.iter().zip(&b.high).all(|(l, h)| l <= h))
        );
        let land: f64 = charts.area.iter().map(|b| b.high[0]).sum();
        assert!((170_000.0..200_000.0).contains(&land), "{land}");
        assert!((charts.killed[0].iter().sum::<f64>() - 16.0).abs() < 1e-9);
        assert!((charts.wounded[1].iter().sum::<f64>() - 25.0).abs() < 1e-9);
    }

    #[test]
    fn hidden_factions_have_no_band() {
        let corpus = corpus();
        let mut view = View::opening(&corpus);
        view.filters.factions_hidden.insert("SAA".to_owned());
        let shown = corpus.shown(&view.filters);
        let charts = Charts::build(&corpus, &view, &shown, &mut Caches::default());
        assert!(charts.area.iter().all(|b| b.name != "Government") && !charts.area.is_empty());
    }
}
