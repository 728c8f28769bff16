//! The place told last before a token: what a pronoun means when nothing else is.

use crate::events::mentions::reading::{PlaceHit, Reading};
use crate::events::scenes::beside::is_beside;
use crate::events::scenes::whence::is_whence;

/// The last place named before token `at`.
pub(super) fn last_place(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let end = reading.places.partition_point(|p: &PlaceHit| p.tokens.start < at);
    let mut last = end.checked_sub(1)?;
    // «X (50 km north of Y), after they took it»: X.
    while (is_bracketed(reading, &reading.places[last], at)
        || is_whence(reading, &reading.places[last])
        || is_beside(reading, last))
        && let Some(before) = last.checked_sub(1)
    {
        last = before;
    }
    // «X in the countryside of Y»: X.
    while reading.places[last].is_qualifier
        && let Some(before) = last.checked_sub(1)
        && reading.places[before].tokens.end == reading.places[last].tokens.start
    {
        last = before;
    }
    Some(last)
}

/// Does a bracket that opens before the place close behind it, before token `at`?
fn is_bracketed(reading: &Reading<'_>, place: &PlaceHit, at: usize) -> bool {
    const LONGEST: usize = 12;
    let bracket = |i: usize| match reading.text.fold_at(i) {
        "(" => Some(true),
        ")" => Some(false),
        _ => None,
    };
    let end = at.min(place.tokens.end + LONGEST);
    (place.tokens.end..end).find_map(bracket) == Some(false)
}
