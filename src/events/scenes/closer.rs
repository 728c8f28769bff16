//! «bombed the basin of X, which left eleven dead in the town of Y»: what hit the land around hit the town in it.

use super::beside::lies_inside;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::{AND, TokenKind};

/// Gives fire on an area or a city the place inside it that the toll, which ends at token `end`, is told of.
pub(in crate::events) fn come_closer(reading: &Reading<'_>, draft: &mut Draft, end: usize) {
    const REACH: usize = 5;
    let [told] = draft.places[..] else { return };
    let outer = &reading.places[told];
    let fire = matches!(draft.frame, Frame::Strike | Frame::Fight);
    let Some(land) = outer.place.filter(|_| fire && outer.tokens.start < end) else { return };
    let next = reading.places.partition_point(|p| p.tokens.start < end);
    let Some(inner) = reading.places.get(next).filter(|p| !p.is_qualifier) else { return };
    let gap = end..inner.tokens.start;
    let word = |i: usize| reading.text.tokens[i].kind == TokenKind::Word;
    let at = reading.follows_cue(inner.tokens.start, Cue::Prep(Prep::At))
        || reading.text.fold_at(inner.tokens.start).starts_with('\u{628}');
    // «two died in X, and others were wounded in Y»: the nearest count is of X.
    let own = gap.len() <= REACH && gap.clone().all(|i| word(i) && !reading.text.fold_at(i).starts_with(AND));
    let inside = inner.place.is_some_and(|p| lies_inside(reading, p, land));
    if !(own && at && inside) {
        return;
    }
    draft.places.clear();
    draft.places.push(next);
    let mut last = inner.tokens.end;
    for (i, more) in reading.places.iter().enumerate().skip(next + 1) {
        let joined = more.tokens.start == last && reading.text.fold_at(last).starts_with(AND);
        if !joined || !more.place.is_some_and(|p| lies_inside(reading, p, land)) {
            break;
        }
        draft.places.push(i);
        last = more.tokens.end;
    }
    draft.container = draft.container.or(Some(told));
    draft.why.push("the place inside it where the toll was".into());
}
