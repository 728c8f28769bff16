//! «X near Y», «X between Y and Z»: Y only says where X lies, and is not what a pronoun behind means.

use crate::events::acts::draft::Scope;
use crate::events::clauses::item::Item;
use crate::events::mentions::reading::Reading;
use crate::knowledge::{PartKind, PlaceIdx, PlaceKind};
use crate::text::AND;

/// How many words may stand between the two: adjectives of the first, and the words for «near».
const GAP: usize = 4;

/// «Near», alone, with «from» behind it, and how far something lies, folded.
const NEAR: [&str; 4] = [
    "\u{642}\u{631}\u{628}",
    "\u{628}\u{627}\u{644}\u{642}\u{631}\u{628}",
    "\u{645}\u{642}\u{631}\u{628}\u{647}",
    "\u{628}\u{62C}\u{648}\u{627}\u{631}",
];

/// «Between», folded.
const BETWEEN: &str = "\u{628}\u{64A}\u{646}";

/// «From» behind «near», and «at» before «a short way from», folded.
const PARTICLES: [&str; 2] = ["\u{645}\u{646}", "\u{639}\u{644}\u{64A}"];

/// Does the place `p` only say what the site or settlement told right before it lies near?
pub(in crate::events) fn is_beside(reading: &Reading<'_>, p: usize) -> bool {
    let Some(before) = p.checked_sub(1).map(|b| &reading.places[b]) else { return false };
    let place = &reading.places[p];
    let gap = before.tokens.end..place.tokens.start;
    // «X between Y and Z»: so does Z.
    let second = gap.is_empty() && reading.text.fold_at(place.tokens.start).starts_with(AND);
    if second && p >= 2 && is_between(reading, p - 1) {
        return true;
    }
    let near = |i: usize| NEAR.contains(&reading.text.fold_at(i)) || is_between(reading, p);
    let plain =
        |i: usize| near(i) || reading.text.is_definite(i) || PARTICLES.contains(&reading.text.fold_at(i));
    let site = !before.kind.is_area() && (before.place.is_some() || !before.name.is_empty());
    site && gap.len() <= GAP && gap.clone().any(near) && gap.clone().all(plain)
}

/// Does nothing but «between» part the place `p` from the site or settlement told before it?
fn is_between(reading: &Reading<'_>, p: usize) -> bool {
    let Some(before) = p.checked_sub(1).map(|b| &reading.places[b]) else { return false };
    let at = before.tokens.end;
    !before.kind.is_area() && reading.places[p].tokens.start == at + 1 && reading.text.fold_at(at) == BETWEEN
}

/// «ten were wounded east of X»: is the mention a side of a place, told by its own and not of the place before it?
pub(in crate::events) fn is_side_of(reading: &Reading<'_>, p: usize) -> bool {
    let hit = &reading.places[p];
    let words = &reading.knowledge.place_words.words;
    let side = words.longest_at(&reading.text, hit.tokens.start).is_some_and(|m| m.value.direction.is_some());
    side && hit.is_part && !hit.is_qualifier && hit.place.is_some()
}

/// Does `inner` lie in the area or city `outer`?
pub(in crate::events) fn lies_inside(reading: &Reading<'_>, inner: PlaceIdx, outer: PlaceIdx) -> bool {
    let conflict = &reading.knowledge.conflict;
    let (site, land) = (conflict.place(inner), conflict.place(outer));
    if inner == outer || site.kind == PlaceKind::Country || site.country != land.country {
        return false;
    }
    if !land.kind.is_area() {
        return site.parent == Some(outer);
    }
    let smaller = !site.kind.is_area() || land.kind == PlaceKind::Country;
    let governed =
        land.kind == PlaceKind::Governorate && !site.admin1.is_empty() && site.admin1 == land.admin1;
    smaller && (land.kind == PlaceKind::Country || governed || land.members.contains(&inner))
}

/// «the road that links X and Y»: a word for a road, without the name of one.
pub(super) fn is_road_word(scope: Scope<'_, '_>, item: &Item) -> bool {
    let reading = scope.reading;
    let found = reading.knowledge.place_words.words.longest_at(&reading.text, item.from);
    found.is_some_and(|m| m.value.part == Some(PartKind::Road))
}
