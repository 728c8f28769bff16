//! «shelled the residential quarters», «a raid on a market»: things that only civilians use.

use super::aim::around;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::ActorClass;
use crate::events::{Toll, TollWho};
use crate::knowledge::PlaceKind;
use crate::knowledge::status::Cue;

/// What civilians use, among what the trigger at `item` hits; no words for a massacre, which names them itself.
pub(super) fn civil_thing(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<String> {
    let lists = &scope.reading.knowledge.triggers.lists;
    let text = &scope.reading.text;
    // «the attack on a mosque killed 110 soldiers».
    let civilians = &scope.reading.knowledge.status.civilians;
    let of_side = |t: &Toll| t.faction.is_some() && t.faction != *civilians;
    let fights = |t: &Toll| matches!(t.who, TollWho::Fighters | TollWho::Soldiers) || of_side(t);
    if draft.tolls.iter().any(|t| t.killed.is_some() && fights(t)) {
        return None;
    }
    if lists.massacres.longest_at(text, scope.items[item].from).is_some() {
        return Some(String::new());
    }
    let tokens = |i: usize| {
        let from = scope.items[i].from;
        let found =
            lists.homes.longest_at(text, from).or_else(|| lists.civil_sites.longest_at(text, from))?;
        // «his house»: that of somebody told before.
        (!found.pronoun).then_some((from + found.n_tokens, found.affixes))
    };
    let (thing, (end, affixes)) = around(scope, item).find_map(|i| {
        let it = &scope.items[i];
        let plain = match it.what {
            What::Actor(_) | What::Date(_) | What::Number(_) | What::Comma => false,
            What::Place(p) => {
                let kind = scope.reading.places[p].kind;
                let town = matches!(kind, PlaceKind::City | PlaceKind::Town | PlaceKind::Village);
                let named = tokens(i).is_some_and(|(end, _)| end < it.to);
                named || !town && !kind.is_area()
            }
            _ => true,
        };
        tokens(i).filter(|_| plain).map(|t| (i, t))
    })?;
    // «a mosque in a camp», «the house of a leader of X».
    let armed = |it: &Item| match it.what {
        What::Actor(a) => matches!(scope.reading.actors[a].class, ActorClass::Armed | ActorClass::Person),
        _ => it.is_cue(Cue::VaguePlace) && it.from >= end,
    };
    let near = scope.items[thing + 1..].iter().take(3).take_while(|i| i.what != What::Comma);
    let name =
        || text.words_without(scope.items[thing].from, end, affixes, &scope.reading.knowledge.vocabulary);
    (!near.into_iter().any(armed)).then(name)
}
