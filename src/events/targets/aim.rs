//! The drafts of a sentence that name nobody as hit ask what stands around their trigger.

use super::civil::civil_thing;
use super::owners::owners;
use super::repelled_from::attackers;
use crate::events::EventKind;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::Cue;

/// Whom the drafts of a sentence hit.
pub(in crate::events) fn aim(reading: &Reading<'_>, items: &[Item], clauses: &[Clause], out: &mut [Draft]) {
    for draft in out.iter_mut().filter(|d| d.targets.is_empty() && d.clause < clauses.len()) {
        let scope = Scope { reading, items, clauses, c: draft.clause };
        let item = items.partition_point(|i| i.from < draft.trigger.0);
        if items.get(item).is_some_and(|i| i.from == draft.trigger.0) {
            aim_one(scope, item, draft);
        }
    }
}

fn aim_one(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    match draft.kind {
        EventKind::AirStrike | EventKind::Shelling | EventKind::Attack => {
            let civil = civil_thing(scope, item);
            let owned = owners(scope, item, draft);
            if !owned.is_empty() {
                draft.targets.extend(owned);
                draft.why.push("aimed at whose it is".into());
            } else if let Some(thing) = civil {
                draft.civil = Some((scope.items[thing].from, scope.items[thing].to));
                draft.why.push("aimed at what civilians use".into());
            }
        }
        EventKind::Clash if draft.others.is_empty() => {
            let owned = owners(scope, item, draft);
            if !owned.is_empty() {
                draft.targets.extend(owned);
                draft.why.push("aimed at whose it is".into());
            }
        }
        EventKind::Defence => {
            let attackers = attackers(scope, item, draft);
            if !attackers.is_empty() {
                draft.targets.extend(attackers);
                draft.why.push("aimed at whoever attacked".into());
            }
        }
        _ => {}
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
        let new = *i > item + 1 && it.verb_trigger().is_some_and(|(t, _)| t.need.is_none());
        matches!(it.what, What::Comma | What::Stop)
            || it.is_cue(Cue::According)
            || it.is_cue(Cue::Relative)
            || it.is_cue(Cue::After)
            || new
    };
    let end = clause.items.end;
    let behind = (item + 1..end).take_while(move |i| !ends(i));
    let undergoes = clause.finite.filter(|f| f.item < item && f.cue == Some(Cue::PassiveLight));
    let before = undergoes.map_or(item..item, |f| f.item + 1..item);
    before.chain(behind)
}
