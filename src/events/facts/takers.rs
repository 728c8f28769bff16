//! Who came to a place that others left, when another sentence of the article tells it.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::build::acled;
use crate::events::{Event, EventKind};
use crate::knowledge::Knowledge;

/// So many days before and behind a withdrawal its place may be taken.
const DAYS: (i64, i64) = (2, 7);

/// Names who took the place that somebody left, wherever an article tells both and the withdrawal names nobody.
pub(in crate::events) fn name_takers(events: &mut [Event], knowledge: &Knowledge) {
    let mut taken: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, event) in events.iter().enumerate() {
        let place =
            event.place.as_ref().filter(|_| matches!(event.kind, EventKind::Capture | EventKind::Retake));
        if let Some(place) = place {
            taken.entry(&place.id).or_default().push(i);
        }
    }
    let left = events.iter().enumerate().filter(|(_, e)| e.kind == EventKind::Withdrawal);
    let found: Vec<(usize, String)> = left
        .filter_map(|(i, event)| {
            let at = taken.get(event.place.as_ref()?.id.as_str())?;
            let comer = at.iter().find_map(|&t| taker_after(event, &events[t], knowledge))?;
            Some((i, comer))
        })
        .collect();
    for (i, taker) in found {
        let event = &mut events[i];
        let Some(change) = event.control.as_mut() else { continue };
        change.to = Some(taker);
        event.why.push("followed by whoever took the place".to_owned());
        event.acled = acled(event);
    }
}

/// Who takes the place in `taking` that somebody leaves in `left`, if an article tells both, on days that fit.
fn taker_after(left: &Event, taking: &Event, knowledge: &Knowledge) -> Option<String> {
    let conflict = &knowledge.conflict;
    let change = left.control.as_ref().filter(|c| c.to.is_none())?;
    let taker = taking.control.as_ref()?.to.as_ref()?;
    let told_together = left.mentions.iter().any(|m| taking.mentions.iter().any(|t| t.sha256 == m.sha256));
    let (earliest, latest) =
        (left.date.start? - TimeDelta::days(DAYS.0), left.date.end? + TimeDelta::days(DAYS.1));
    let fits = taking.date.start? <= latest && earliest <= taking.date.end?;
    let (from, to) = (conflict.faction_of(change.from.as_ref()?)?, conflict.faction_of(taker)?);
    let other = from == to && conflict.faction(to).is_rest || !conflict.same_side(from, to);
    (told_together && fits && other).then(|| taker.clone())
}
