//! «In X:» on a line of its own: what follows below it without a place happened there.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;

/// Gives an act without a place the one that the line above heads it with, when nothing below that has told another.
pub(in crate::events) fn stay_below_heading(reading: &Reading<'_>, draft: &mut Draft, before: &[Draft]) {
    let talk = matches!(draft.kind, EventKind::Statement | EventKind::Diplomacy | EventKind::Leadership);
    if talk || !draft.places.is_empty() || draft.points_back {
        return;
    }
    let Some((heading, place)) = heading_above(reading, draft.sentence) else { return };
    let other = |d: &Draft| d.sentence > heading && !d.places.is_empty();
    if !before.iter().any(other) {
        draft.places.push(place);
        draft.why.push("below a line that names the place".into());
    }
}

/// The last line above sentence `s` that is only a place and a colon, and its place.
fn heading_above(reading: &Reading<'_>, s: usize) -> Option<(usize, usize)> {
    const REACH: usize = 6;
    const LONGEST: usize = 8;
    let heads = |h: &usize| {
        let tokens = &reading.sentences[*h].tokens;
        tokens.len() <= LONGEST && reading.text.fold_at(tokens.end - 1) == ":"
    };
    let heading = (s.saturating_sub(REACH)..s).rev().find(heads)?;
    let tokens = &reading.sentences[heading].tokens;
    let first = reading.places.partition_point(|p| p.tokens.start < tokens.start);
    let place = reading.places.get(first).filter(|p| p.tokens.end <= tokens.end)?;
    // «X:», «in X:», «the governorate of X:».
    let opens = place.tokens.start <= tokens.start + 1 && place.tokens.end + 2 >= tokens.end;
    opens.then_some((heading, first))
}
