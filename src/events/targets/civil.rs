//! «shelled the residential quarters», «a raid on a market»: things that only civilians use.

use super::aim::around;
use crate::events::acts::draft::Scope;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::Cue;

/// The item that names what civilians use, among what the trigger at `item` hits.
pub(super) fn civil_thing(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let lists = &scope.reading.knowledge.triggers.lists;
    let text = &scope.reading.text;
    let is_civil = |i: &usize| {
        let it = &scope.items[*i];
        let plain = !matches!(it.what, What::Actor(_) | What::Date(_) | What::Number(_) | What::Comma);
        plain
            && (lists.civil_sites.longest_at(text, it.from).is_some()
                || lists.homes.longest_at(text, it.from).is_some())
    };
    let thing = lists.massacres.longest_at(text, scope.items[item].from).map(|_| item);
    let thing = thing.or_else(|| around(scope, item).find(is_civil))?;
    // «a mosque in a camp», «the house of a leader of X».
    let armed = |it: &Item| match it.what {
        What::Actor(a) => matches!(scope.reading.actors[a].class, ActorClass::Armed | ActorClass::Person),
        _ => it.is_cue(Cue::VaguePlace) && it.from != scope.items[thing].from,
    };
    let near = scope.items[thing + 1..].iter().take(2).take_while(|i| i.what != What::Comma);
    (thing == item || !near.into_iter().any(armed)).then_some(thing)
}
