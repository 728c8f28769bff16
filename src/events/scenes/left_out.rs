//! Places behind a trigger that its preposition makes no scene of the act.

use super::scene_of::rank;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::acts::falls::is_numbered_unit;
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::walk::Found;
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Takes those of the act at `item` out of `found`.
pub(super) fn leave_out(scope: Scope<'_, '_>, item: usize, draft: &mut Draft, found: &mut Vec<Found>) {
    let next = scope.items.get(item + 1).and_then(Item::actor);
    match draft.frame {
        // «the division 16 in X fell»: its seat did.
        Frame::Fall if next.is_some_and(|a| is_numbered_unit(scope.reading, a)) => draft.is_partial = true,
        // What falls *on* a place is rain or fire.
        Frame::Fall if !draft.has_vague_place => found.retain(|f| f.prep.is_none()),
        Frame::Deal => {
            found.retain(|f| rank(Frame::Deal, f.prep) < 9);
            sit_in_town(scope, found);
        }
        // «took the command of division 18 in X»: its seat.
        Frame::Take if takes_seat(scope, item) => draft.is_partial = true,
        // «took over the command in the city»: what is taken is not the place.
        Frame::Take if !draft.has_vague_place && !draft.is_partial && !draft.names_thing => {
            found.retain(|f| f.prep != Some(Prep::At));
        }
        _ => {}
    }
}

/// «the parties to the war in Libya signed in Geneva»: of a country and a town they sit in the town.
fn sit_in_town(scope: Scope<'_, '_>, found: &mut Vec<Found>) {
    let kind = |f: &Found| scope.reading.places[f.place].kind;
    let town = |f: &Found| matches!(kind(f), PlaceKind::City | PlaceKind::Town);
    if found.first().is_some_and(|f| kind(f) == PlaceKind::Country) && found.iter().any(town) {
        found.retain(|f| kind(f) != PlaceKind::Country);
    }
}

/// «took the command of division 18 in X», «laid hands on the garrison of the army in X»: is a numbered unit taken, or the
/// seat of some?
fn takes_seat(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 5; // whoever takes it, and since when
    let (reading, items) = (scope.reading, scope.items);
    let behind = items.iter().skip(item + 1).take(REACH);
    let between = |n: &&Item| matches!(n.what, What::Actor(_) | What::Word | What::Date(_) | What::Known);
    let over = item + 1 + behind.take_while(|n| between(n) && !n.is_cue(Cue::Prep(Prep::On))).count();
    let is_over = items.get(over).is_some_and(|n| n.is_cue(Cue::Prep(Prep::On)));
    let headquarters = &reading.knowledge.triggers.lists.headquarters;
    let seat = |t: usize| headquarters.longest_at(&reading.text, t).is_some();
    let command = items.get(over + 1).is_some_and(|n| matches!(n.what, What::Word) && seat(n.from));
    let unit = items.get(over + 1 + usize::from(command)).and_then(Item::actor).filter(|_| is_over);
    unit.is_some_and(|a| command || is_numbered_unit(reading, a) || seat(reading.actors[a].tokens.start))
}
