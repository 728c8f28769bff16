//! Murders that a verb only carries: «X saw the assassination of Y», «the assassinations hit Y».

use super::draft::{Draft, Scope};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::inflect::Tense;

/// Is it told by a noun of murdering?
fn is_murder(reading: &Reading<'_>, draft: &Draft) -> bool {
    let murders = &reading.knowledge.triggers.lists.murders;
    let (from, to) = draft.trigger;
    let named = (from..to).any(|t| murders.longest_at(&reading.text, t).is_some());
    draft.frame == Frame::Harm && draft.is_noun && named
}

/// «X saw the assassination of a former leader»: told in full, though nobody known was murdered.
pub(super) fn see_murder(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let carried = scope.clause().finite.filter(|f| f.item < item && f.verb.tense == Tense::Perfect);
    let light = carried.is_some_and(|f| matches!(f.cue, Some(Cue::Light | Cue::PassiveLight)));
    if light && is_murder(scope.reading, draft) {
        (draft.is_carried, draft.names_thing) = (true, true);
    }
}

/// «the assassination hit a leader of X»: the verb of hitting only carries the noun beside it.
pub(in crate::events) fn join_murders(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    for i in (0..out.len()).rev() {
        let hits = out[i].frame == Frame::Strike && !out[i].is_noun;
        let beside = |d: &Draft| d.trigger.1 == out[i].trigger.0 || out[i].trigger.1 == d.trigger.0;
        let noun = out.iter().position(|d| hits && beside(d) && is_murder(reading, d));
        let Some(noun) = noun else { continue };
        let verb = out.remove(i);
        let murder = &mut out[noun - usize::from(noun > i)];
        if murder.places.is_empty() {
            murder.places = verb.places;
        }
        murder.targets.extend(verb.targets);
        murder.date = murder.date.or(verb.date);
        (murder.is_carried, murder.names_thing) = (true, true);
    }
}
