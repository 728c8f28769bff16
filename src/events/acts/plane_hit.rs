//! «fighters of X hit an aircraft with a missile»: the aircraft is what is fired at, and bombs nothing.

use super::draft::{Draft, Scope};
use super::spot::is_with;
use super::weapon::is_air_defence;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::text::Affixes;

/// Does the verb at `item` tell of somebody who does not fly himself, and of an aircraft as the bare object behind?
pub(super) fn is_at_aircraft(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    const REACH: usize = 5;
    if draft.is_noun || draft.initiators.is_empty() {
        return false;
    }
    let reading = scope.reading;
    let flies = |t: usize| {
        reading.knowledge.triggers.lists.air.longest_at(&reading.text, t).is_some()
            && !is_air_defence(reading, t)
    };
    let doer = |a: &usize| reading.actors[*a].tokens.clone();
    if draft.initiators.iter().flat_map(doer).any(flies) {
        return false;
    }
    let end = scope.window_end(item).min(item + 1 + REACH);
    let near = |i: &&Item| !matches!(i.what, What::Comma | What::Stop | What::Place(_)) && i.prep().is_none();
    let behind = scope.items[item + 1..end].iter().take_while(near);
    let object = behind
        .into_iter()
        .find(|i| i.proclitic().is_none() && !i.is_joined() && !is_with(reading, i) && flies(i.from));
    // «X entered Y, and 20 planes bombed Z»: the verb agrees with the planes.
    let form = scope.items[item].verb_trigger().map(|t| t.1);
    if scope.clause().subject_from.is_some() && form.is_some_and(|f| f.is_feminine) {
        return false;
    }
    // «the planes of X bombed Y»: whoever stands right behind the verb does it.
    object.is_some_and(|o| {
        let mut told = draft.initiators.iter().map(doer);
        told.any(|t| t.end <= draft.trigger.0 || t.start >= draft.trigger.1 && t.end <= o.from)
    })
}

/// «its air force helps to repel …»: is the subject of the clause, told in so many words, one that flies?
pub(in crate::events) fn flies(scope: Scope<'_, '_>, item: usize) -> bool {
    let air = &scope.reading.knowledge.triggers.lists.air;
    scope.items[scope.clause().items.start..item].iter().any(|i| {
        let subject = matches!(i.what, What::Actor(_) | What::Word) && i.proclitic().is_none();
        let found = air.longest_at(&scope.reading.text, i.from).filter(|_| subject);
        found.is_some_and(|m| m.n_tokens >= 2)
    })
}

/// «the base of X, the air one»: an adjective with its article right behind the name of a place.
pub(super) fn is_of_base(scope: Scope<'_, '_>, item: &Item) -> bool {
    let at = scope.items.partition_point(|n| n.from < item.from);
    let place = at.checked_sub(1).is_some_and(|j| matches!(scope.items[j].what, What::Place(_)));
    let adjective = matches!(item.what, What::Word | What::Known) && item.prep().is_none();
    adjective && scope.reading.text.is_definite(item.from) && !item.is_joined() && place
}

/// «that a plane of type X was brought down with a missile»: the aircraft stands before the verb, and nobody behind it.
pub(in crate::events) fn is_downed(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    verb: usize,
) -> bool {
    let repels = reading.repels(&items[verb]);
    let air = |i: &Item| reading.knowledge.triggers.lists.air.longest_at(&reading.text, i.from).is_some();
    let ahead = &items[clause.items.start..verb];
    let flown = ahead.iter().take(3).any(|i| matches!(i.what, What::Word | What::Number(_)) && air(i));
    let next = items.get(verb + 1);
    let bare = next.is_none_or(|n| n.prep().is_some() || n.affixes.has(Affixes::BI) || n.what == What::Stop);
    repels && flown && bare
}
