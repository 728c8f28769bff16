//! «the evacuation of the last batch of gunmen with their families», «the removal of hundreds of fighters from X»: where
//! fighters are the first of those who are taken away, a side leaves the place.

use super::draft::{Draft, Scope};
use crate::events::EventKind;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;

/// Makes a withdrawal of the displacement that the trigger at `item` tells of fighters.
pub(super) fn fighters_leave(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let moved = matches!(draft.frame, Frame::Send | Frame::Leave | Frame::Flee);
    let away = draft.kind == EventKind::Displacement && draft.is_noun && moved && !draft.places.is_empty();
    let from = (item + 1..scope.window_end(item)).any(|i| {
        let from = scope.items[i].is_cue(Cue::Prep(Prep::From));
        let place = scope.items.get(i + 1).map(|n| &n.what);
        from && matches!(place, Some(What::Place(p)) if draft.places.contains(p))
    });
    if away && from && fighters_first(scope, item) {
        draft.kind = EventKind::Withdrawal;
        draft.why.push("fighters are taken away".into());
    }
}

/// Are the first persons named behind item `item` fighters?
fn fighters_first(scope: Scope<'_, '_>, item: usize) -> bool {
    /// So far behind the noun, past the words for how many and the buses that carry them.
    const REACH: usize = 7;
    let reading = scope.reading;
    let lexicon = &reading.knowledge.tolls.lexicon;
    let person = |i: &Item| lexicon.longest_at(&reading.text, i.from).map(|m| *m.value);
    for i in scope.items[item + 1..scope.window_end(item)].iter().take(REACH) {
        match i.what {
            What::Actor(a) => return reading.actors[a].class == ActorClass::Armed,
            What::Place(_) | What::Comma | What::Stop => return false,
            _ => {}
        }
        match person(i) {
            Some(TollWord::Fighters | TollWord::Soldiers) => return true,
            Some(TollWord::Civilians | TollWord::Persons) => return false,
            _ => {}
        }
    }
    false
}
