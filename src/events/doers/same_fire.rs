//! «X fired rockets at Y, and Z said that a rocket had hit a house there»: what comes down where somebody was told to have
//! fired, in one sentence, is his.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::knowledge::triggers::Frame;

/// Gives shelling of nobody known the doers of the last shelling that its sentence told of the same place.
pub(in crate::events) fn go_on_in_sentence(draft: &mut Draft, told: &[Draft]) {
    let fire = |d: &Draft| d.kind == EventKind::Shelling && d.frame == Frame::Strike;
    if !fire(draft) || !draft.initiators.is_empty() || draft.places.is_empty() {
        return;
    }
    let same = |d: &&Draft| fire(d) && d.places == draft.places && !d.initiators.is_empty();
    let doers = told.iter().rev().find(same).map(|d| d.initiators.clone());
    if let Some(doers) = doers {
        draft.initiators = doers;
        draft.why.push("doer named before".into());
    }
}
