//! Events that contradict each other name each other.

use std::collections::BTreeMap;

use super::{Event, EventKind, Modality, Role};
use crate::base::Precision;

/// How far apart, in days, two claims about one place may lie and still contradict each other.
const NEAR_DAYS: u64 = 2;

/// Links every pair that contradicts each other, both ways, ids sorted.
pub(super) fn link(events: &mut [Event]) {
    let mut by_place: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, event) in events.iter().enumerate() {
        let key = event.place.as_ref().map_or(String::new(), |p| p.id.clone());
        by_place.entry(key).or_default().push(i);
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for group in by_place.values() {
        for (n, &i) in group.iter().enumerate() {
            let rivals = group[n + 1..].iter().filter(|&&j| contradict(&events[i], &events[j]));
            pairs.extend(rivals.map(|&j| (i, j)));
        }
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

fn contradict(a: &Event, b: &Event) -> bool {
    if a.background || b.background {
        return false;
    }
    day_differs(a, b) || holder_differs(a, b) || is_denial(a, b) || toll_differs(a, b)
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
    takes(a)
        && takes(b)
        && a.place.is_some()
        && (a.kind == EventKind::Capture || b.kind == EventKind::Capture)
        && exact(a)
        && exact(b)
        && a.date.start != b.date.start
        && days_meet(a, b)
        && sources_differ(a, b)
}

fn sources_differ(a: &Event, b: &Event) -> bool {
    a.mentions.first().map(|m| &m.sha256) != b.mentions.first().map(|m| &m.sha256)
}

/// Two sides are said to take one place at the same time.
fn holder_differs(a: &Event, b: &Event) -> bool {
    let to = |e: &Event| e.control.as_ref().and_then(|c| c.to.clone());
    let (Some(x), Some(y)) = (to(a), to(b)) else { return false };
    let government = |e: &Event| e.kind == EventKind::Retake;
    takes(a) && takes(b) && a.place.is_some() && x != y && government(a) != government(b) && days_meet(a, b)
}

/// One is denied that the other tells.
fn is_denial(a: &Event, b: &Event) -> bool {
    let one_denied = (a.modality == Modality::Denied) != (b.modality == Modality::Denied);
    let side = |e: &Event, role| {
        e.actors.iter().filter(|x| x.role == role).map(|x| x.faction.clone()).collect::<Vec<_>>()
    };
    let (x, y) = (side(a, Role::Initiator), side(b, Role::Initiator));
    let shares = x.is_empty() || y.is_empty() || x.iter().any(|f| y.contains(f));
    one_denied && (a.kind == b.kind || (takes(a) && takes(b))) && shares && days_meet(a, b)
}

/// Two tolls of one fact that do not fit.
fn toll_differs(a: &Event, b: &Event) -> bool {
    let killed = |e: &Event| e.casualties.iter().filter_map(|t| t.killed).map(|k| k.0).max();
    let (Some(x), Some(y)) = (killed(a), killed(b)) else { return false };
    let (low, high) = (x.min(y), x.max(y));
    a.kind == EventKind::Casualties
        && b.kind == a.kind
        && x != y
        && high < low + low / 4 + 1
        && days_meet(a, b)
}
