//! «a column of X», «a patrol of X», «a mine under soldiers of X»: whose the thing is that is hit.

use super::aim::{around, may_be_hit};
use crate::events::acts::draft::{Actors, Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::Cue;
use crate::knowledge::{FactionId, Modifier};
use crate::text::Affixes;

/// Whose the things are that the trigger at `item` hits.
pub(super) fn owners(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Actors {
    let found = around(scope, item).find_map(|i| {
        let What::Actor(a) = scope.items[i].what else { return None };
        let owns = owns(scope, i) || is_blown_up(scope, item, i);
        (owns && may_be_hit(scope, draft, a)).then_some(a)
    });
    found.into_iter().collect()
}

/// Is the actor at item `i` the owner, with «of», of the indefinite noun right before it?
fn owns(scope: Scope<'_, '_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|j| &scope.items[j]) else { return false };
    let noun =
        matches!(before.what, What::Word | What::Known) && before.prep().is_none_or(|_| is_noun(before));
    let last = before.to - 1;
    let plain = before.cues().is_empty() || is_noun(before);
    scope.items[i].affixes.has(Affixes::LI) && noun && plain && !scope.reading.text.is_definite(last)
}

/// «a tank of the Israelis», by their adjective: what the trigger at `item` hits, and whose it is.
pub(super) fn vehicle(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<(String, FactionId)> {
    let reading = scope.reading;
    let (text, knowledge) = (&reading.text, reading.knowledge);
    let hit = |i: &usize| scope.items[*i].proclitic().is_none() && !is_doer(scope, item, *i);
    let found = around(scope, item).filter(hit).find_map(|i| {
        let from = scope.items[i].from;
        let noun = knowledge.triggers.lists.vehicles.longest_at(text, from)?;
        let adjective = knowledge.actors.words.longest_at(text, from + noun.n_tokens)?;
        let Some((Modifier::State(state), _)) = adjective.value.modifier else { return None };
        let origin = &knowledge.actors.states[usize::from(state.0)].origin;
        let side =
            if origin.at_home && reading.is_abroad { knowledge.actors.sides.other } else { origin.force };
        let end = from + noun.n_tokens + adjective.n_tokens;
        Some((text.words_without(from, end, noun.affixes, &knowledge.vocabulary), side))
    })?;
    let doers = || draft.initiators.iter().filter_map(|&a| reading.actors[a].faction);
    (!doers().any(|d| knowledge.conflict.same_side(d, found.1))
        || knowledge.conflict.faction(found.1).is_rest)
        .then_some(found)
}

/// «a tank of X bombed Y», «a tank of X fired two shells»: does the vehicle at item `i` stand right behind a feminine verb, and
/// what the verb acts on behind it?
fn is_doer(scope: Scope<'_, '_>, item: usize, i: usize) -> bool {
    const ADJECTIVE: usize = 2;
    let reading = scope.reading;
    let fired = |n: &Item| {
        reading.knowledge.triggers.lists.missiles.longest_at(&reading.text, n.from).is_some()
            || reading.begins_count(n.from)
    };
    let object = |n: &Item| {
        let bare = n.proclitic().is_none() && !n.is_joined();
        bare && (matches!(n.what, What::Place(_) | What::Number(_)) || fired(n))
    };
    let feminine = scope.items[item].verb_trigger().is_some_and(|(_, verb)| verb.is_feminine);
    let behind = scope.items.get(i + 1..).unwrap_or_default().iter().take(ADJECTIVE);
    let governed = |n: &&Item| n.prep().is_none();
    i == item + 1 && feminine && behind.take_while(governed).any(object)
}

/// Is it a noun, though a word of the sentence's frame may be written like it?
fn is_noun(item: &Item) -> bool {
    item.noun_trigger().is_some() || item.is_cue(Cue::VaguePlace)
}

/// «blew up a charge under soldiers of X»: with «by» right behind the indefinite noun of what is blown up.
fn is_blown_up(scope: Scope<'_, '_>, item: usize, i: usize) -> bool {
    let word = |j: usize| {
        j > item && scope.items[j].what == What::Word
            || j == item && scope.items[j].to > scope.items[j].from + 1
    };
    let indefinite = |j: usize| !scope.reading.text.is_definite(scope.items[j].from);
    scope.items[i].affixes.has(Affixes::BI) && i > 0 && word(i - 1) && indefinite(i - 1)
}
