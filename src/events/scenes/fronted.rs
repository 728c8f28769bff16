//! «In X a truce that Y brokered ended fighting that left ten dead»: the place that opens the sentence is where what it
//! tells without a place of its own has happened.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep};
use crate::text::Affixes;

/// The place behind «in» that opens the sentence of the draft, when no other stands between it and the draft's trigger.
pub(super) fn fronted_place(reading: &Reading<'_>, draft: &Draft) -> Option<usize> {
    const CAPTION: usize = 2;
    let start = reading.sentences[draft.sentence].tokens.start;
    let first = reading.places.partition_point(|p| p.tokens.start < start);
    let hit = reading.places.get(first).filter(|p| p.tokens.start <= start + CAPTION)?;
    let at = hit.tokens.start;
    let inside = reading.text.readings_at(at).iter().any(|r| r.affixes.has(Affixes::BI));
    let opens = at == start && inside || at == start + 1 && reading.says_cue(start, Cue::Prep(Prep::At));
    // «in X, south of Y, a truce»: Y only says where X lies.
    let between = &reading.places[first + 1..];
    let other = between.iter().take_while(|p| p.tokens.start < draft.trigger.0).any(|p| !p.is_qualifier);
    let site = hit.kind != PlaceKind::Country;
    (opens && site && !other && at < draft.trigger.0).then_some(first)
}
