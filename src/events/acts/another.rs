//! «a second explosion», «another raid»: one more act than the text has told.

use super::draft::{Draft, Scope};
use crate::events::EventKind;
use crate::events::clauses::item::What;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};

/// The reason that keeps such an act apart from the one told before.
pub(in crate::events) const ANOTHER: &str = "one more than told before";

/// Notes that the act which the noun at `item` tells is one more: a word that says so stands behind it.
pub(super) fn note_another(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const REACH: usize = 2;
    const MANY: &str = "\u{627}\u{62A}";
    let reading = scope.reading;
    let single = matches!(draft.kind, EventKind::Attack | EventKind::AirStrike | EventKind::Shelling);
    let it = &scope.items[item];
    if !draft.is_noun || !single || draft.is_definite || reading.text.fold_at(it.from).ends_with(MANY) {
        return;
    }
    let near = scope.items[item + 1..scope.clause().items.end].iter().take(REACH);
    let mut near = near.take_while(|i| matches!(i.what, What::Word | What::Known | What::Number(_)));
    let seconds = &reading.knowledge.triggers.lists.seconds;
    if near.any(|i| i.affixes.is_empty() && seconds.longest_at(&reading.text, i.from).is_some()) {
        draft.why.push(ANOTHER.into());
    }
}

/// «shelled X, in the third attack of its kind in a week»: leaves out the noun that only says what the act before it was, and
/// names neither a place nor who did it.
pub(in crate::events) fn drop_nths(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    let harms = |d: &Draft| {
        use EventKind::{AirStrike, Attack, Clash, Shelling};
        matches!(d.kind, AirStrike | Attack | Clash | Shelling)
    };
    let is_nth = |d: &Draft| {
        let at = d.trigger.0;
        let nth = at.checked_sub(1).is_some_and(|i| {
            reading
                .knowledge
                .triggers
                .lists
                .nths
                .longest_at(&reading.text, i)
                .is_some_and(|m| m.affixes.is_empty())
        });
        let within = at.checked_sub(2).is_some_and(|i| reading.says_cue(i, Cue::Prep(Prep::At)));
        let bare = d.places.is_empty() && d.initiators.is_empty();
        nth && within && d.is_noun && bare
    };
    for i in (1..out.len()).rev() {
        let told = |d: &Draft| harms(d) && d.trigger.0 < out[i].trigger.0;
        let Some(at) = out[..i].iter().rposition(told).filter(|_| harms(&out[i]) && is_nth(&out[i])) else {
            continue;
        };
        let nth = out.remove(i);
        // Its dead are those of the act.
        if let Some(act) = out.get_mut(at).filter(|d| d.tolls.is_empty()) {
            act.quote = (act.quote.0.min(nth.quote.0), act.quote.1.max(nth.quote.1));
            act.tolls = nth.tolls;
        }
    }
}
