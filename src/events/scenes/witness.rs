//! «residents of the quarter X said that rockets had fallen on their houses»: what those who live in a place tell of, and of
//! no other place, happened there.

use crate::events::EventKind;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::What;
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep};

/// Puts an act of war without a place, told by civilians, where these speak.
pub(in crate::events) fn happen_to_witness(scope: Scope<'_, '_>, draft: &mut Draft) {
    let fire = draft.kind.is_fire() || draft.kind == EventKind::Detention;
    let unplaced = draft.places.is_empty() && !draft.points_back;
    let Some(said) = draft.stance.content_of.filter(|_| fire && unplaced) else { return };
    let speech = &scope.clauses[said];
    let reading = scope.reading;
    let Some(verb) = speech.finite.map(|f| f.item) else { return };
    let civil = |i: usize| match scope.items[i].what {
        What::Actor(a) => reading.actors[a].class == ActorClass::Civilians,
        _ => false,
    };
    let Some(who) = (verb + 1..speech.items.end).find(|&i| civil(i)) else { return };
    let at = who + 1;
    let place = |i: usize| match scope.items.get(i)?.what {
        What::Place(p) if i < speech.items.end => Some(p),
        _ => None,
    };
    let inside =
        scope.items.get(at).is_some_and(|n| n.is_cue(Cue::Prep(Prep::At)) || n.proclitic() == Some(Prep::At));
    // «residents in X», «residents of X».
    let of = || place(at).filter(|_| scope.items[at].affixes.is_empty());
    let Some(seat) = place(at).filter(|_| inside).or_else(|| place(at + 1).filter(|_| inside)).or_else(of)
    else {
        return;
    };
    if reading.places[seat].kind != PlaceKind::Country {
        draft.places.push(seat);
        draft.why.push("where those who tell it live".into());
    }
}
