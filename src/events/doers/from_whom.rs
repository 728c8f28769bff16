//! «with an air raid from the planes of X on Y»: who bombs stands behind «from», and not before the verb.

use crate::events::acts::draft::{Actors, Draft, Scope};
use crate::events::acts::falls::into_their_hands;
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::subject::coordinated;
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// The sides behind «from», right behind the noun of bombing at `item` or its adjectives; whose hands a place falls into.
pub(super) fn from_whom(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Actors {
    const ADJECTIVES: usize = 3;
    if draft.frame == Frame::Fall {
        return into_their_hands(scope, item).into_iter().flatten().collect(); // «the fall of X into their hands»
    }
    let end = scope.window_end(item);
    let words = scope.items[item + 1..end.max(item + 1)].iter();
    let words = words.take(ADJECTIVES).take_while(|i| is_adjective(i)).count();
    let (from, at) = (item + 1 + words, item + 2 + words);
    let governed =
        from < end && scope.items[from].is_cue(Cue::Prep(Prep::From)) && !scope.items[from].has_pronoun;
    let Some(actor) =
        scope.items.get(at).and_then(Item::actor).filter(|_| governed && draft.frame == Frame::Strike)
    else {
        return Actors::new();
    };
    let hit = &scope.reading.actors[actor];
    let bombs =
        matches!(hit.class, ActorClass::Armed | ActorClass::State) && !scope.reading.is_position(actor);
    if bombs {
        coordinated(scope.reading, scope.items, end, at, actor).into_iter().collect()
    } else {
        Actors::new()
    }
}

/// An adjective of the bombing, or what it is done with: «with barrels».
fn is_adjective(item: &Item) -> bool {
    let weapon = item.affixes == Affixes::BI || item.affixes == Affixes::BI.with(Affixes::AL);
    let noun = item.what == What::Word || weapon && item.noun_trigger().is_some();
    noun && (item.prep().is_none() || weapon)
}
