//! «while X was shelling Y», «X was advancing on Y when …»: what went on at the time of the news, and no custom of old.

use crate::events::clauses::clause::{Clause, Finite, is_state};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// Does the verb of the clause, in the imperfect behind «was», tell of an act that went on while something else happened,
/// or on a day that is told?
pub(in crate::events) fn goes_on_meanwhile(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    finite: &Finite,
) -> bool {
    const DAYS: i64 = 3;
    let acts = finite.trigger.is_some_and(|t| {
        matches!(
            reading.frame_of(t),
            Frame::Strike
                | Frame::Fight
                | Frame::Enter
                | Frame::Leave
                | Frame::Flee
                | Frame::Hold
                | Frame::Repel
        )
    });
    if !acts || is_state(reading, clause, finite) {
        return false;
    }
    let first = &items[clause.items.start];
    let beside = first.is_cue(Cue::Contrast) || first.is_cue(Cue::When);
    let when = items.get(clause.items.end).is_some_and(|n| n.is_cue(Cue::When));
    let dated = items[clause.items.clone()].iter().any(|i| match i.what {
        What::Date(d) => {
            let hit = &reading.dates[d];
            !hit.is_since && hit.range.is_some_and(|r| r.n_days() <= DAYS)
        }
        _ => false,
    });
    // «had not been shelling X».
    let negated = items[clause.items.start..finite.item].iter().any(|i| i.is_cue(Cue::Negation));
    (beside || when || dated) && !negated
}
