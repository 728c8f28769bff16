//! «The minister said that …», «the court condemned …»: what somebody says rests on his own word.

use super::attributed::{Attribution, is_party};
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;

/// Gives each statement of which nobody else tells the one who makes it as its source.
pub(in crate::events) fn answer_for_words(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let untold = |d: &&mut Draft| d.kind == EventKind::Statement && d.stance.attribution.is_none();
    for draft in drafts.iter_mut().filter(untold) {
        let Some(&who) = draft.initiators.first() else { continue };
        let tokens = &reading.actors[who].tokens;
        let is_party = is_party(reading, who);
        draft.stance.attribution =
            Some(Attribution { from: tokens.start, to: tokens.end, actors: vec![who], is_party });
    }
}
