//! «took it from the axis of X»: the side from which somebody comes is not where he arrives.

use super::reading::{PlaceHit, Reading};
use crate::knowledge::PartKind;
use crate::knowledge::status::{Cue, Prep};

/// Does the place tell only along which front or from which side somebody came («from the axis of X»)?
pub(super) fn is_whence(reading: &Reading<'_>, place: &PlaceHit) -> bool {
    let start = place.tokens.start;
    let words = &reading.knowledge.place_words.words;
    let axis = words.longest_at(&reading.text, start).is_some_and(|m| m.value.part == Some(PartKind::Axis));
    axis && reading.follows_cue(start, Cue::Prep(Prep::From))
}
