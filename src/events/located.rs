//! Where a place outside the gazetteer lies: in the town or district that the text puts it into, else by the places told
//! around it.

use super::main_place::main_place;
use super::reading::{PlaceHit, Reading};
use crate::knowledge::{PlaceIdx, PlaceKind};

/// How many tokens to either side another place may stand.
const NEAR: usize = 12;
/// How many tokens back.
const BACK: usize = 60;

/// A place of the gazetteer that the strange place `hit` is in or near, as far as the text tells.
pub(super) fn near_known(reading: &Reading<'_>, hit: &PlaceHit) -> Option<PlaceIdx> {
    if let Some(area) = hit.area.filter(|&a| is_small(reading.knowledge.conflict.place(a).kind)) {
        return Some(area);
    }
    let usable = |p: &&PlaceHit| {
        let known = p.place.filter(|&at| is_small(reading.knowledge.conflict.place(at).kind));
        known.is_some_and(|at| is_at_home(reading, at)) && p.tokens.start != hit.tokens.start
    };
    let from = reading.places.partition_point(|p| p.tokens.start < hit.tokens.start);
    let behind = reading.places[from..].iter().find(usable);
    let before = reading.places[..from].iter().rev().find(usable);
    let sentence = sentence_of(reading, hit);
    let gap_behind = behind.map(|p| p.tokens.start.saturating_sub(hit.tokens.end));
    let gap_before = before.map(|p| hit.tokens.start.saturating_sub(p.tokens.end));
    let close = |p: &PlaceHit| sentence_of(reading, p) == sentence;
    // «the village X in the district of Y»: what follows at once holds it.
    if let Some(p) = behind.filter(|p| close(p) && gap_behind.is_some_and(|g| g <= NEAR)) {
        let nearer = gap_before.is_some_and(|g| Some(g) < gap_behind) && before.is_some_and(close);
        return if nearer { before.and_then(|b| b.place) } else { p.place };
    }
    let told = before.filter(|p| close(p) || gap_before.is_some_and(|g| g <= BACK));
    let told = told.and_then(|p| p.place);
    let main = || main_place(reading, reading.text.tokens.len()).and_then(|p| reading.places[p].place);
    told.or_else(main)
}

/// How many sentences begin before the place.
fn sentence_of(reading: &Reading<'_>, hit: &PlaceHit) -> usize {
    reading.sentences.partition_point(|s| s.tokens.start <= hit.tokens.start)
}

/// Small enough to say where something in it lies?
fn is_small(kind: PlaceKind) -> bool {
    !matches!(kind, PlaceKind::Country | PlaceKind::Region)
}

/// Does it lie in the country of the story, if that is known?
fn is_at_home(reading: &Reading<'_>, place: PlaceIdx) -> bool {
    let conflict = &reading.knowledge.conflict;
    reading.home.is_none_or(|h| conflict.place(h).country == conflict.place(place).country)
}
