//! The drafts of a sentence that name nobody as hit ask what stands around their trigger.

use super::against::{accused, protested};
use super::civil::civil_thing;
use super::owners::{owners, vehicle};
use super::repelled_from::attackers;
use crate::events::EventKind;
use crate::events::acts::draft::{Actors, Draft, Scope};
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::Cue;

/// Whom the drafts of a sentence hit.
pub(in crate::events) fn aim(reading: &Reading<'_>, items: &[Item], clauses: &[Clause], out: &mut [Draft]) {
    for draft in out.iter_mut().filter(|d| d.targets.is_empty() && d.clause < clauses.len()) {
        let scope = Scope { reading, items, clauses, c: draft.clause };
        let item = items.partition_point(|i| i.from < draft.trigger.0);
        if draft.kind == EventKind::Statement {
            hit(draft, accused(scope, draft), "aimed at whom the words are against");
        } else if items.get(item).is_some_and(|i| i.from == draft.trigger.0) {
            aim_one(scope, item, draft);
        }
    }
}

fn aim_one(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    match draft.kind {
        EventKind::AirStrike | EventKind::Shelling | EventKind::Attack => {
            let owned = owners(scope, item, draft);
            let civil = civil_thing(scope, item, draft).filter(|_| owned.is_empty());
            if civil.is_some() {
                draft.why.push("aimed at what civilians use".into());
            }
            let civilians = scope.reading.knowledge.actors.sides.civilians;
            draft.thing = civil.map(|name| (name, civilians));
            hit(draft, owned, "aimed at whose it is");
            name_vehicle(scope, item, draft);
        }
        EventKind::Clash if draft.others.is_empty() => {
            let owned = owners(scope, item, draft);
            hit(draft, owned, "aimed at whose it is");
            name_vehicle(scope, item, draft);
        }
        EventKind::Defence => hit(draft, attackers(scope, item, draft), "aimed at whoever attacked"),
        EventKind::Protest => {
            hit(draft, protested(scope, item, draft), "aimed at whom the words are against");
        }
        _ => {}
    }
}

/// Notes whose vehicle is hit, where nobody is named.
fn name_vehicle(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.targets.is_empty() && draft.thing.is_none() {
        draft.thing = vehicle(scope, item, draft);
        draft.why.extend(draft.thing.iter().map(|_| "aimed at whose it is".to_owned()));
    }
}

/// Notes who is hit, and why, if anybody.
fn hit(draft: &mut Draft, whom: Actors, reason: &str) {
    if !whom.is_empty() {
        draft.targets = whom;
        draft.why.push(reason.into());
    }
}

/// Who may be hit as a side: armed, a state, somebody named; and takes no part otherwise.
pub(super) fn may_be_hit(scope: Scope<'_, '_>, draft: &Draft, actor: usize) -> bool {
    let hit = &scope.reading.actors[actor];
    let side = matches!(hit.class, ActorClass::Armed | ActorClass::State | ActorClass::Person);
    let lists = [&draft.initiators, &draft.others, &draft.not_by];
    let apart = lists.iter().all(|l| !l.contains(&actor));
    // Nobody hits himself, by another name.
    let rest = hit.faction.is_some_and(|f| scope.reading.knowledge.conflict.faction(f).is_rest);
    let same = |a: &usize| hit.faction.is_some() && scope.reading.actors[*a].faction == hit.faction && !rest;
    side && apart && hit.faction.is_some() && !draft.initiators.iter().any(same)
}

/// The items around the trigger at `item` that may say what it hits: those behind it, up to the next comma or clause, and
/// behind a verb of undergoing those before it.
pub(super) fn around(scope: Scope<'_, '_>, item: usize) -> impl Iterator<Item = usize> {
    let (items, clause) = (scope.items, scope.clause());
    let ends = move |i: &usize| {
        let it = &items[*i];
        let tells = it.verb_trigger().is_some_and(|(t, _)| t.need.is_none());
        let new = *i > item + 1 && tells && (!it.has_pronoun || it.is_joined());
        matches!(it.what, What::Comma | What::Stop)
            || it.is_cue(Cue::According)
            || it.is_cue(Cue::After)
            || new
    };
    // «a shell that X fired fell on Y»: the clause that only says who launched it goes on to what it hits.
    let launches = |c: &&Clause| {
        let light = c.finite.is_some_and(|f| f.cue == Some(Cue::Light) && items[f.item].has_pronoun);
        light && !items[c.items.start].is_joined()
    };
    let shell = scope.clauses.get(scope.c + 1).filter(launches);
    let end = shell.map_or(clause.items.end, |c| c.items.end);
    let behind = (item + 1..end).take_while(move |i| !ends(i));
    let undergoes = clause.finite.filter(|f| f.item < item && f.cue == Some(Cue::PassiveLight));
    let before = undergoes.map_or(item..item, |f| f.item + 1..item);
    before.chain(behind)
}
