//! «a raid hit X», «the attack, which hit X»: acts that are themselves the subject of a verb of hitting. What follows is hit.

use super::draft::{Draft, Scope};
use super::wrecked::is_arms;
use crate::events::clauses::clause::{Clause, Finite};
use crate::events::clauses::item::{Item, What};
use crate::events::doers::sides::side_actors;
use crate::events::joins::join::hits;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Is it a noun of bombing or attacking?
fn is_act(reading: &Reading<'_>, item: &Item) -> bool {
    item.noun_trigger().is_some_and(|t| matches!(reading.frame_of(t), Frame::Strike | Frame::Fight))
}

/// «raids that hit the forces of X», «the attack on X, which hit Y»: the verb of an act named before it.
pub(in crate::events) fn tells_of_strike(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    finite: Finite,
) -> bool {
    // «an attack with ten drones that hit X».
    const REACH: usize = 7;
    let verb = &items[finite.item];
    if verb.is_joined() || !finite.trigger.is_some_and(|t| hits(reading.frame_of(t))) {
        return false;
    }
    let relative = finite.item > 0 && items[finite.item - 1].is_cue(Cue::Relative);
    let end = finite.item - usize::from(relative);
    let passed = |i: usize| match items[i].what {
        What::Word | What::Number(_) | What::Quote => true,
        // «an attack by X that hit Y», and not «the attack of X, who hit Y».
        // «raids, Russian ones, that hit Y», indefinite both.
        What::Actor(a) if is_adjective(reading, a) => relative || !items[i].affixes.has(Affixes::AL),
        What::Actor(_) => !relative && items[i].proclitic() == Some(Prep::On),
        What::Place(_) => {
            items[i].proclitic().is_some() || i > 0 && leads(&items[i - 1]) || is_place(items, i)
        }
        _ => leads(&items[i]) && items.get(i + 1).is_some_and(|n| matches!(n.what, What::Place(_))),
    };
    let Some(act) =
        (end.saturating_sub(REACH)..end).rev().find(|&i| is_act(reading, &items[i]) || !passed(i))
    else {
        return false;
    };
    let noun = &items[act];
    // «X, after heavy fighting, bombed Y»: what went before is no subject.
    let before = act.checked_sub(1).map(|j| &items[j]);
    // «in answer to an attack that hit X»: an indefinite noun right before the verb is what hit.
    let own = act + 1 == finite.item && !noun.affixes.has(Affixes::AL) && act > clause.items.start + 2;
    if !own && before.is_some_and(|b| b.is_cue(Cue::After) || b.is_cue(Cue::Prep(Prep::About))) {
        return false;
    }
    // «In another attack gunmen killed three»: what opens the clause behind «in» is when it was done, and kills nobody.
    let within = before.is_some_and(|b| b.is_cue(Cue::Prep(Prep::At)) && !b.has_pronoun);
    let harms = finite.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Harm);
    if within && harms && !relative && act <= clause.items.start + 1 {
        return false;
    }
    let definite = noun.affixes.has(Affixes::AL);
    // «that the raid on X hit Y»: it stands at the head of its clause.
    let heads = act <= clause.items.start + 1;
    is_act(reading, noun) && (relative || !definite || heads)
}

/// Is it told by an adjective only («Israeli»)?
fn is_adjective(reading: &Reading<'_>, actor: usize) -> bool {
    let start = reading.actors[actor].tokens.start;
    let word = reading.knowledge.actors.words.longest_at(&reading.text, start);
    word.is_some_and(|m| m.value.modifier.is_some() && m.value.head.is_none())
}

/// Does a preposition of place begin here?
fn leads(item: &Item) -> bool {
    item.is_cue(Cue::Prep(Prep::On)) || item.is_cue(Cue::Prep(Prep::At))
}

/// Is it a place right behind another («X, west of Y»)?
fn is_place(items: &[Item], i: usize) -> bool {
    i > 0 && matches!(items[i - 1].what, What::Place(_))
}

/// The act right behind the verb at `item` that is its subject («a raid hit X»).
pub(in crate::events) fn act_as_subject(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let next = scope.items.get(item + 1)?;
    let bare = next.affixes.is_empty() || next.affixes == Affixes::AL;
    let hits = scope.trigger_frame(item) == Some(Frame::Strike);
    (hits && bare && is_act(scope.reading, next)).then_some(item + 1)
}

/// Who carried out the act at `raid`, which hits whatever is named behind it, and who is hit.
pub(in crate::events) fn act_and_object(scope: Scope<'_, '_>, raid: usize, draft: &mut Draft) {
    let reading = scope.reading;
    let end = scope.window_end(raid);
    let Some(at) = (raid + 1..end).find(|&i| scope.items[i].what != What::Word) else { return };
    let mut from = raid;
    if let What::Actor(a) = scope.items[at].what
        && scope.items[at].affixes.is_empty()
        && at <= raid + 3
    {
        let adjective = is_adjective(reading, a);
        // «raids of the coalition hit positions»: with an object behind, the name is no object.
        let object = scope.items.get(at + 1).filter(|_| at + 1 < end && at == raid + 1).is_some_and(|n| {
            let thing = matches!(n.what, What::Word | What::Place(_) | What::Actor(_))
                || n.what == What::Known && n.cues().is_empty() // «a store of arms»
                || is_arms(reading, n)
                || n.is_cue(Cue::VaguePlace)
                || n.is_cue(Cue::Partial);
            thing && n.prep().is_none() && !n.is_joined()
        });
        if adjective || object {
            draft.initiators.push(a);
            from = at;
        }
    }
    for i in from + 1..end {
        let What::Actor(a) = scope.items[i].what else { continue };
        let governed = scope.items[i].proclitic().is_some() || scope.items[i - 1].prep().is_some();
        if !governed && !scope.items[i].is_joined() && !draft.initiators.contains(&a) {
            draft.targets.push(a);
        }
    }
    side_actors(scope, raid, draft);
}

/// «missiles hit it», or «raids hit them in X»: is a place told before the next comma?
pub(super) fn strikes_in(scope: Scope<'_, '_>, item: usize) -> bool {
    let clause = &scope.items[item + 1..scope.clause().items.end];
    let mut near = clause.iter().take_while(|i| !matches!(i.what, What::Comma | What::Stop));
    near.any(|i| matches!(i.what, What::Place(_)))
}
