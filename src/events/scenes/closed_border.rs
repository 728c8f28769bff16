//! «X closes all its crossings with Y»: what a land closes of its own lies in that land.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::PlaceIdx;
use crate::knowledge::triggers::Frame;

/// Puts the closing or opening of borders that names no place in the land that does it.
pub(in crate::events) fn close_at_home(reading: &Reading<'_>, draft: &mut Draft) {
    let closes = draft.frame == Frame::Close && draft.kind == EventKind::Infrastructure && draft.names_thing;
    if !closes || draft.is_noun || !draft.places.is_empty() || draft.points_back || draft.setting.is_some() {
        return;
    }
    let [doer] = draft.initiators[..] else { return };
    if let Some(land) = land_of(reading, doer) {
        draft.setting = Some(land);
        draft.why.push("no place named: the land that closes it".into());
    }
}

/// The land that an actor told by the name of a state is.
fn land_of(reading: &Reading<'_>, actor: usize) -> Option<PlaceIdx> {
    let hit = &reading.actors[actor];
    let word = reading.knowledge.actors.words.longest_at(&reading.text, hit.tokens.start)?;
    let state = word.value.state.filter(|_| hit.is_land && word.n_tokens == hit.tokens.len())?;
    reading.knowledge.place_words.lands.get(usize::from(state.0)).copied().flatten()
}
