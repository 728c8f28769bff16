//! «the hospital of X in the city of Y»: a site that the gazetteer does not have, told with the town it stands in.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{PlaceHit, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::knowledge::{PartKind, PlaceKind};
use crate::text::Affixes;

/// Gives a draft at an unknown site the town that the text puts the site into, and one at an unknown town that is called
/// the centre of a district that district.
pub(in crate::events) fn lie_in_town(reading: &Reading<'_>, draft: &mut Draft) {
    for i in 0..draft.places.len() {
        let Some(town) = town_of(reading, draft.places[i]).filter(|t| !draft.places.contains(t)) else {
            continue;
        };
        let ground =
            matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Fall | Frame::Lose | Frame::Leave);
        let site = is_site(&reading.places[draft.places[i]]);
        draft.is_partial |= site && ground;
        draft.names_thing |= site && draft.frame == Frame::Take;
        draft.places[i] = town;
        draft.why.push("a site without a place of its own: the town it stands in".into());
    }
}

fn is_site(place: &PlaceHit) -> bool {
    // «the school X in Y».
    let landmark = place.place.is_none() && place.is_part;
    landmark || matches!(place.kind, PlaceKind::Base | PlaceKind::Quarter | PlaceKind::Crossing)
}

/// The known town right behind the unknown place.
fn town_of(reading: &Reading<'_>, place: usize) -> Option<usize> {
    let hit = &reading.places[place];
    let town = reading.places.get(place + 1).filter(|_| hit.place.is_none())?;
    let settled = matches!(town.kind, PlaceKind::City | PlaceKind::Town | PlaceKind::Village);
    if town.place.is_none() || !settled {
        return None;
    }
    let start = town.tokens.start;
    let inside = reading.text.readings_at(start).iter().any(|r| r.affixes.has(Affixes::BI));
    let within = start == hit.tokens.end && inside
        || start == hit.tokens.end + 1 && reading.follows_cue(start, Cue::Prep(Prep::At));
    let words = &reading.knowledge.place_words.words;
    let centre = || {
        let word = words.longest_at(&reading.text, start);
        start == hit.tokens.end && word.is_some_and(|m| m.value.part == Some(PartKind::Centre))
    };
    let settlement = matches!(hit.kind, PlaceKind::City | PlaceKind::Town);
    (is_site(hit) && within || settlement && centre()).then_some(place + 1)
}
