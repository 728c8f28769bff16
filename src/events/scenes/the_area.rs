//! «they had entered the area on Tuesday»: the area is that of the headline, or what the article is about, and no village
//! told last.

use super::main_place::main_place;
use super::setting::headline_mention;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::PlaceKind;

/// «The area», folded.
const AREA: &str = "\u{627}\u{644}\u{645}\u{646}\u{637}\u{642}\u{647}";

/// What «the area» right behind the draft's trigger means, where the place told last is `p`; else `p`.
pub(in crate::events) fn area_meant(reading: &Reading<'_>, draft: &Draft, p: usize) -> usize {
    const REACH: usize = 7;
    let hit = &reading.places[p];
    let site =
        matches!(hit.kind, PlaceKind::Village | PlaceKind::Quarter | PlaceKind::Base | PlaceKind::Crossing);
    let end = reading.sentences[draft.sentence].tokens.end.min(draft.trigger.1 + REACH);
    let mut behind = draft.trigger.1..end;
    // «the area of X», «the western area» have places of their own.
    let dated = |i: usize| reading.dates.iter().any(|d| d.tokens.start == i);
    let alone = |i: usize| {
        reading.text.fold_at(i) == AREA && (i + 1 >= end || !reading.text.is_definite(i + 1) || dated(i + 1))
    };
    if !site || !behind.any(alone) {
        return p;
    }
    let wide = headline_mention(reading).or_else(|| main_place(reading, draft.trigger.0));
    wide.filter(|&w| reading.places[w].tokens.start < draft.trigger.0).unwrap_or(p)
}
