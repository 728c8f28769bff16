//! A verb of holding that tells when a place was taken: «has held X since October 2014», «10 August: Y holds X»; and what
//! tells that a place stays whose it was.

use crate::base::DayRange;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::{Frame, TriggerForm};

/// «has held X since October 2014»: the state tells when X was taken, if that is long ago.
pub(super) fn has_held_since(reading: &Reading<'_>, items: &[Item], clause: &Clause, i: usize) -> bool {
    const LONG: i64 = 60;
    let place = items[i + 1..clause.items.end].iter().position(|n| matches!(n.what, What::Place(_)));
    let Some(place) = place.map(|n| i + 1 + n) else { return false };
    items[place..clause.items.end].iter().any(|n| match n.what {
        What::Date(d) => {
            let hit = &reading.dates[d];
            let begins = hit.range.map(DayRange::start);
            hit.is_since
                && begins.is_some_and(|b| reading.published.is_some_and(|p| (p - b).num_days() > LONG))
        }
        _ => false,
    })
}

/// «10 August: X holds the palace», «- May 2018: X holds Y», «on the 10th X holds the palace»: a chronicle tells in the present
/// tense what was done on a day of the past that it names first, or in a month that heads its line.
pub(super) fn took_on_day(reading: &Reading<'_>, items: &[Item], clause: &Clause, i: usize) -> bool {
    const MONTH: i64 = 31;
    let past = |n: &Item, days: i64| match n.what {
        What::Date(d) if !reading.dates[d].is_since => reading.dates[d].range.is_some_and(|range| {
            range.n_days() <= days && reading.published.is_some_and(|p| range.end() < p)
        }),
        _ => false,
    };
    let marks = items[..i].iter().take_while(|n| matches!(n.what, What::Stop | What::Comma)).count();
    let heads = match &items[marks..i] {
        [first, mark, ..] => past(first, MONTH) && mark.what == What::Stop,
        _ => false,
    };
    heads || items[clause.items.start..i].iter().any(|n| past(n, 1))
}

/// «X remained under the control of Y»: does a word for remaining stand before the noun of control?
pub(super) fn stays_held(reading: &Reading<'_>, before: &[Item]) -> bool {
    let abides = &reading.knowledge.triggers.lists.abides;
    before.iter().any(|n| abides.longest_at(&reading.text, n.from).is_some())
}

/// «kept its control of X»: does the verb tell that a side holds out?
pub(super) fn holds_out(reading: &Reading<'_>, verb: Option<TriggerForm>) -> bool {
    verb.is_some_and(|t| reading.knowledge.triggers.all[t.trigger as usize].kind == "defence")
}

/// Are both of a kind in which a side fights on its own, or both an advance («broke the siege that X laid»)?
pub(super) fn is_same_kind(reading: &Reading<'_>, form: TriggerForm, governor: Option<TriggerForm>) -> bool {
    let kind = |t: TriggerForm| reading.knowledge.triggers.all[t.trigger as usize].kind.as_str();
    let fights = |t: TriggerForm| reading.frame_of(t) == Frame::Fight;
    let enters = |t: TriggerForm| reading.frame_of(t) == Frame::Enter;
    governor.is_some_and(|g| {
        kind(g) == kind(form)
            && (kind(form) == "defence" && fights(g) && fights(form) || enters(g) && enters(form))
    })
}
