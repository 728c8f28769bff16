//! «They left, two days ago, from X»: the words read like «two days before X», but X is a place and no event.

use chrono::NaiveDate;

use super::reading::{DateHit, PlaceHit};
use crate::base::DayRange;
use crate::dates::{Anchor, Basis, Target};
use crate::text::Text;

/// Counts such times back from the day of publication, and leaves the preposition to the place.
pub(super) fn count_from_now(
    text: &Text<'_>,
    dates: &mut [DateHit],
    places: &[PlaceHit],
    published: Option<NaiveDate>,
) {
    for date in dates {
        let Some(Anchor { target: Target::Event(event), shift }) = &date.anchor else { continue };
        let place = places.partition_point(|p| p.tokens.start < event.start);
        let is_place = places.get(place).is_some_and(|p| p.tokens.start == event.start);
        if shift.most >= 0 || !is_place || date.tokens.len() < 2 {
            continue;
        }
        let anchor = date.anchor.take();
        date.range = anchor.zip(published).map(|(a, day)| a.resolve(DayRange::day(day)));
        date.basis = Basis::Relative.as_str();
        date.tokens.end -= 1;
        date.span = text.span_of(date.tokens.start, date.tokens.end);
        date.why = vec!["counted from publication".into()];
    }
}
