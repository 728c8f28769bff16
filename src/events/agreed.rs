//! Deals told by a noun, or by a verb whose subject is both sides.

use super::draft::{Draft, Scope};
use super::item::{Item, What};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Is the deal told, though no verb of making carries it?
pub(super) fn agree(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.frame == Frame::Deal {
        let noun = draft.is_noun && !draft.is_definite;
        draft.is_carried |= if noun {
            ends_talks(scope, item) || opens_between(scope, item, draft)
        } else {
            !draft.is_noun && draft.initiators.len() + draft.others.len() > 1
        };
    }
}

/// «the talks in X ended with an agreement».
fn ends_talks(scope: Scope<'_, '_>, item: usize) -> bool {
    let clause = scope.clause();
    let meets = |i: &Item| i.noun_trigger().is_some_and(|t| scope.reading.frame_of(t) == Frame::Meet);
    let ended = clause.finite.filter(|f| f.item < item);
    let with = scope.items[item].affixes == Affixes::BI;
    with && ended.is_some_and(|f| scope.items[f.item + 1..item].iter().any(meets))
}

/// «a ceasefire in X between Y and Z» without a verb.
fn opens_between(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let clause = scope.clause();
    let label =
        |w: &What| matches!(w, What::Stop | What::Quote | What::Comma | What::Place(_) | What::Date(_));
    let opens = scope.items[clause.items.start..item].iter().all(|i| label(&i.what));
    let sides = !draft.initiators.is_empty() && !draft.others.is_empty();
    clause.finite.is_none() && opens && sides && !draft.places.is_empty()
}
