//! Leads without a verb: «fierce clashes in X», «X's troops at the gates of Y».

use super::draft::{Draft, Scope};
use super::item::What;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «fierce clashes in X»: does an indefinite noun of fighting open a clause without a verb, with its place behind it?
pub(super) fn leads(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    const ADJECTIVES: usize = 3;
    let clause = scope.clause();
    let it = &scope.items[item];
    let fights = draft.frame == Frame::Fight && draft.is_noun && !draft.is_definite;
    if !fights || clause.finite.is_some() || !(it.affixes.is_empty() || it.affixes == Affixes::WA) {
        return false;
    }
    let label = |w: &What| matches!(w, What::Stop | What::Quote | What::Comma | What::Date(_) | What::Place(_));
    let opens = scope.items[clause.items.start..item].iter().all(|i| label(&i.what));
    let behind = &scope.items[item + 1..clause.items.end];
    let words = behind.iter().take(ADJECTIVES).take_while(|i| i.what == What::Word).count();
    let within = |p: Prep| matches!(p, Prep::At | Prep::On);
    let placed = behind.get(words).is_some_and(|i| i.prep().is_some_and(within) && !i.is_cue(Cue::Prep(Prep::Between)));
    opens && placed && !draft.places.is_empty()
}
