//! Events that contradict each other name each other.

use std::collections::BTreeMap;

use super::merge::initiators;
use crate::base::{LonLat, Precision};
use crate::events::{Denial, Event, EventKind, Modality, TollWho};

/// How far apart, in days, two claims about one place may lie and still contradict each other.
const NEAR_DAYS: u64 = 2;

/// So many dead are the toll of an offensive, which is told at more than one place.
const MANY: u64 = 100;

/// Tolls that differ by less than one part in so many are nearly one number.
const NEARLY: u64 = 10;

/// How far apart, in km, one offensive is told.
const REACH_KM: f64 = 300.0;

/// Links every pair that contradicts each other, both ways, ids sorted.
pub(in crate::events) fn link(events: &mut [Event]) {
    let mut by_place: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, event) in events.iter().enumerate() {
        let key = event.place.as_ref().map_or(String::new(), |p| p.id.clone());
        by_place.entry(key).or_default().push(i);
    }
    let mut pairs = totals_that_differ(events);
    pairs.extend(denials(events));
    for group in by_place.values() {
        pairs.extend(contradictions(events, group));
    }
    for (i, j) in pairs {
        let (a, b) = (events[i].id.clone(), events[j].id.clone());
        events[i].disputes.push(b);
        events[j].disputes.push(a);
    }
    for event in events {
        event.disputes.sort();
        event.disputes.dedup();
    }
}

/// The pairs of a statement that denies an act and of what tells that act.
fn denials(events: &[Event]) -> Vec<(usize, usize)> {
    let mut by_kind: BTreeMap<EventKind, Vec<usize>> = BTreeMap::new();
    for (i, event) in events.iter().enumerate().filter(|(_, e)| !e.background && !is_denied(e)) {
        by_kind.entry(event.kind).or_default().push(i);
    }
    let mut pairs = Vec::new();
    for (i, statement) in events.iter().enumerate() {
        let Some(act) = &statement.denies else { continue };
        let told = by_kind.get(&act.kind).into_iter().flatten().copied();
        pairs.extend(told.filter(|&j| i != j && is_told_of(act, statement, &events[j])).map(|j| (i, j)));
    }
    pairs
}

/// Does `event` tell the act that `statement` denies?
fn is_told_of(act: &Denial, statement: &Event, event: &Event) -> bool {
    let by = initiators(event);
    let sides = act.by.is_empty() || by.is_empty() || by.iter().any(|f| act.by.iter().any(|a| a == f));
    let place = event.place.as_ref().map(|p| &p.id);
    let there = act.place.is_some() && act.place.as_ref() == place;
    sides && there && days_meet(statement, event)
}

/// The pairs among the events of one place that contradict each other. Only those are held against each other that
/// can: captures, counts of dead, and a denial with everything.
fn contradictions(events: &[Event], group: &[usize]) -> Vec<(usize, usize)> {
    let some = |test: fn(&Event) -> bool| -> Vec<usize> {
        group.iter().copied().filter(|&i| !events[i].background && test(&events[i])).collect()
    };
    let takers = some(|e| takes(e) && e.place.is_some());
    let tolls = some(|e| e.kind == EventKind::Casualties && killed(e).is_some());
    let (denied, told) = (some(is_denied), some(|e| !is_denied(e)));
    let taken_twice = |a: &Event, b: &Event| day_differs(a, b) || holder_differs(a, b);
    let mut pairs = pairs_of(events, &takers, taken_twice);
    pairs.extend(pairs_of(events, &tolls, toll_differs));
    for i in denied {
        pairs.extend(told.iter().filter(|&&j| is_denial(&events[i], &events[j])).map(|&j| (i, j)));
    }
    pairs
}

/// The pairs of a list for which `test` holds.
fn pairs_of(events: &[Event], list: &[usize], test: impl Fn(&Event, &Event) -> bool) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (n, &i) in list.iter().enumerate() {
        pairs.extend(list[n + 1..].iter().filter(|&&j| test(&events[i], &events[j])).map(|&j| (i, j)));
    }
    pairs
}

fn days_meet(a: &Event, b: &Event) -> bool {
    match (a.date.range(), b.date.range()) {
        (Some(x), Some(y)) => x.meets(y, NEAR_DAYS),
        _ => true,
    }
}

fn takes(event: &Event) -> bool {
    matches!(event.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance)
}

/// The same capture on two exact days.
fn day_differs(a: &Event, b: &Event) -> bool {
    let exact = |e: &Event| {
        e.date.precision == Precision::Day && !matches!(e.date.basis.as_str(), "context" | "published")
    };
    (a.kind == EventKind::Capture || b.kind == EventKind::Capture)
        && exact(a)
        && exact(b)
        && a.date.start != b.date.start
        && days_meet(a, b)
        && sources_differ(a, b)
}

/// Is one told by an article that does not tell the other?
fn sources_differ(a: &Event, b: &Event) -> bool {
    let misses = |e: &Event, o: &Event| {
        e.mentions.iter().any(|m| o.mentions.iter().all(|other| other.sha256 != m.sha256))
    };
    misses(a, b) || misses(b, a)
}

/// Two sides are said to take one place at the same time.
fn holder_differs(a: &Event, b: &Event) -> bool {
    let (Some(x), Some(y)) = (taker(a), taker(b)) else { return false };
    let government = |e: &Event| e.kind == EventKind::Retake;
    x != y && government(a) != government(b) && days_meet(a, b)
}

/// Who holds the place afterwards.
fn taker(event: &Event) -> Option<&str> {
    event.control.as_ref()?.to.as_deref()
}

fn is_denied(event: &Event) -> bool {
    event.modality == Modality::Denied
}

/// Does the denied event `a` deny what `b` tells?
fn is_denial(a: &Event, b: &Event) -> bool {
    let (mut x, y) = (initiators(a), initiators(b));
    // A statement has its speaker; who takes what it denies stands in the change of hands.
    let denies = a.kind == EventKind::Statement && a.control.is_some();
    if denies {
        x = a.control.iter().filter_map(|c| c.to.as_deref().or(c.from.as_deref())).collect();
    }
    let loser = |e: &Event| e.control.as_ref().and_then(|c| c.from.clone());
    let same_loser = denies && loser(a).is_some() && loser(a) == loser(b);
    let shares = same_loser || x.is_empty() || y.is_empty() || x.iter().any(|f| y.contains(f));
    let alike = a.kind == b.kind || takes(a) && takes(b) || denies && b.control.is_some();
    alike && shares && days_meet(a, b)
}

/// Pairs of events whose tolls of many dead are nearly one number: the same dead, counted twice and not alike.
fn totals_that_differ(events: &[Event]) -> Vec<(usize, usize)> {
    let totals: Vec<(usize, u64)> = events
        .iter()
        .enumerate()
        .filter(|(_, e)| !e.background)
        .filter_map(|(i, e)| {
            let [total] = e.tolls_in_all() else { return None };
            let killed = total.killed.filter(|k| total.who == TollWho::All && k.0 >= MANY)?;
            Some((i, killed.0))
        })
        .collect();
    let mut pairs = Vec::new();
    for (n, &(i, x)) in totals.iter().enumerate() {
        for &(j, y) in &totals[n + 1..] {
            let is_near = x.abs_diff(y) * NEARLY <= x.min(y);
            if x != y && is_near && told_together(&events[i], &events[j]) && lie_near(&events[i], &events[j])
            {
                pairs.push((i, j));
            }
        }
    }
    pairs
}

/// Were two events told within some days of each other?
fn told_together(a: &Event, b: &Event) -> bool {
    let told = |e: &Event| e.mentions.iter().filter_map(|m| m.published).collect::<Vec<_>>();
    let (x, y) = (told(a), told(b));
    x.iter().any(|d| y.iter().any(|o| (*d - *o).num_days().unsigned_abs() <= NEAR_DAYS))
}

/// Do two places lie within the reach of one offensive? Unknown points do.
fn lie_near(a: &Event, b: &Event) -> bool {
    let at = |e: &Event| {
        let place = e.place.as_ref()?;
        Some(LonLat::new(place.lon?, place.lat?))
    };
    at(a).zip(at(b)).is_none_or(|(x, y)| x.distance_km(y) <= REACH_KM)
}

/// The largest count of dead.
fn killed(event: &Event) -> Option<u64> {
    event.casualties.iter().filter_map(|t| t.killed).map(|k| k.0).max()
}

/// Two tolls of one fact that do not fit.
fn toll_differs(a: &Event, b: &Event) -> bool {
    let (Some(x), Some(y)) = (killed(a), killed(b)) else { return false };
    let (low, high) = (x.min(y), x.max(y));
    x != y && high < low + low / 4 + 1 && days_meet(a, b)
}
