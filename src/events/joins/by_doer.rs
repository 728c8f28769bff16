//! Verbs of hitting that go on with a raid across the words for who made it.

use crate::events::acts::draft::Draft;
use crate::events::clauses::clause::Clause;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::AND;

/// «in a raid by a drone of X that hit a car in Y»: does the verb, without «and», name no doer but that of the noun?
pub(super) fn is_by_same(reading: &Reading<'_>, noun: &Draft, verb: &Draft) -> bool {
    let bare = !reading.text.fold_at(verb.trigger.0).starts_with(AND);
    let between = |a: &usize| {
        let from = reading.actors[*a].tokens.start;
        noun.trigger.1 <= from && from < verb.trigger.0
    };
    let same = noun.initiators == verb.initiators && verb.initiators.iter().any(between);
    bare && same && noun.places.is_empty() && verb.clause <= noun.clause + 1
}

/// «in a raid that X made and that hit a post in Y»: does only a clause of who made it part the verb from the noun?
pub(super) fn is_across_doer(reading: &Reading<'_>, clauses: &[Clause], noun: &Draft, verb: &Draft) -> bool {
    let made = clauses.get(noun.clause + 1).and_then(|c| c.finite);
    let made = made.is_some_and(|f| f.cue == Some(Cue::Light) && f.trigger.is_none());
    let own = |a: &usize| reading.actors[*a].tokens.start > verb.trigger.0;
    let joined = reading.text.fold_at(verb.trigger.0).starts_with(AND);
    let open = noun.places.is_empty() && noun.frame == Frame::Strike;
    made && joined && open && verb.clause == noun.clause + 2 && !verb.initiators.iter().any(own)
}
