//! Of the places that stand behind an act, those that are its own.

use super::scene_of::rank;
use super::told_before::free_places_before;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::walk::Found;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Gives the act at `item` the list of places that its frame governs best; false where none was found.
pub(super) fn take_best(scope: Scope<'_, '_>, item: usize, found: &[Found], draft: &mut Draft) -> bool {
    let is_road = |f: &&Found| scope.reading.places[f.place].is_road;
    let off_road = found.iter().any(|f| !is_road(&f) && f.prep == Some(Prep::At));
    let best = found
        .iter()
        .filter(|f| !(off_road && is_road(f)))
        .min_by_key(|f| rank(draft.frame, f.prep))
        .map(|f| f.list);
    let only_to = |list: usize| found.iter().any(|f| f.list == list && f.prep == Some(Prep::To));
    if draft.frame == Frame::Flee && best.is_some_and(only_to) {
        // «as for X and Y, their people left for Z»: the place left is told first.
        draft.places.extend(free_places_before(scope, item));
        let mut to = found.iter().filter(|f| Some(f.list) == best).map(|f| f.place);
        draft.destination = to.next();
        draft.also_to.extend(to);
        return true;
    }
    let Some(list) = best else { return false };
    let members = found.iter().filter(|f| f.list == list);
    let roads = draft.names_thing && draft.frame == Frame::Enter
        || draft.is_on_road && matches!(draft.frame, Frame::Close | Frame::Enter | Frame::Fight);
    let between = (draft.has_vague_place || roads) && members.clone().any(|f| f.prep == Some(Prep::Between));
    // «villages between the countrysides of X and Y» is one stretch of land.
    let most = if between { 1 } else { usize::MAX };
    draft.places.extend(told_first(scope, item, (found, list), draft));
    draft.places.extend(members.take(most).map(|f| f.place));
    true
}

/// «hit X with three raids, and with two raids Y», «in X, and also in Y»: the bare places that a verb of bombing hits before
/// those of `list`, which another noun of bombing with «and» brings; those told before the act at `item`, to which others
/// are only added.
fn told_first(
    scope: Scope<'_, '_>,
    item: usize,
    (found, list): (&[Found], usize),
    draft: &Draft,
) -> Vec<usize> {
    if is_also(scope, item, found.iter().find(|f| f.list == list)) {
        return free_places_before(scope, item);
    }
    let mut bare = found.iter().take_while(|f| f.list < list).filter(|f| f.prep.is_none()).peekable();
    let next = found.iter().find(|f| f.list == list).map(|f| scope.reading.places[f.place].tokens.start);
    let (Some(first), Some(next)) = (bare.peek(), next) else { return Vec::new() };
    let from = scope.reading.places[first.place].tokens.end;
    let strikes = |i: &Item| i.noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Strike);
    let brought = |i: &Item| (from..next).contains(&i.from) && i.affixes.has(Affixes::WA) && strikes(i);
    let verb = draft.frame == Frame::Strike && !draft.is_noun;
    if verb && scope.items.iter().any(brought) { bare.map(|f| f.place).collect() } else { Vec::new() }
}

/// «in X arrests were made, and also in Y»: does the first place behind the act at `item` only add to one told before it?
fn is_also(scope: Scope<'_, '_>, item: usize, first: Option<&Found>) -> bool {
    let Some(first) = first else { return false };
    let at = scope.items[item..].iter().position(|i| i.what == What::Place(first.place));
    let before = at.and_then(|at| (item + at).checked_sub(2)).filter(|&j| j > item);
    before.is_some_and(|j| scope.items[j].is_cue(Cue::Then) && scope.items[j + 1].is_cue(Cue::Prep(Prep::At)))
}
