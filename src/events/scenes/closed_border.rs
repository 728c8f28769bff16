//! «X closes all its crossings with Y», «X bombed Y»: what a land closes of its own lies in that land, and so does what hits
//! a land as a whole.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::PlaceIdx;
use crate::knowledge::triggers::Frame;

/// Puts the closing or opening of borders that names no place in the land that does it.
pub(in crate::events) fn close_at_home(reading: &Reading<'_>, draft: &mut Draft) {
    let closes = draft.frame == Frame::Close && draft.kind == EventKind::Infrastructure && draft.names_thing;
    if !closes || draft.is_noun || is_placed(draft) {
        return;
    }
    let [doer] = draft.initiators[..] else { return };
    if let Some(land) = land_of(reading, doer) {
        draft.setting = Some(land);
        draft.why.push("no place named: the land that closes it".into());
    }
}

/// «X bombed Y», «the invasion of Y by X»: puts what is done by force to a land that is told by its name, and names no other
/// place, in that land.
pub(in crate::events) fn hit_in_land(reading: &Reading<'_>, draft: &mut Draft) {
    let by_force = matches!(draft.frame, Frame::Strike | Frame::Fight | Frame::Enter | Frame::Take);
    let [target] = draft.targets[..] else { return };
    if !by_force || is_placed(draft) || draft.has_vague_place || draft.names_thing {
        return;
    }
    if let Some(land) = land_of(reading, target) {
        draft.setting = Some(land);
        draft.why.push("no place named: the land that is hit".into());
    }
}

fn is_placed(draft: &Draft) -> bool {
    !draft.places.is_empty() || draft.points_back || draft.setting.is_some()
}

/// The land that an actor told by the name of a state is.
fn land_of(reading: &Reading<'_>, actor: usize) -> Option<PlaceIdx> {
    let hit = &reading.actors[actor];
    let word = reading.knowledge.actors.words.longest_at(&reading.text, hit.tokens.start)?;
    let state = word.value.state.filter(|_| hit.is_land && word.n_tokens == hit.tokens.len())?;
    reading.knowledge.place_words.lands.get(usize::from(state.0)).copied().flatten()
}
