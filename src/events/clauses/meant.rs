//! Who is meant where several are named around a verb: part of a side, whoever is described, one of many, what is hit.

use super::clause::{Clause, Opener};
use super::gender::ends_as_persons;
use super::item::{Item, What};
use crate::events::acts::aside::ends_in_pronoun;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «in support of Yemeni forces that advance on X», without «that»: whom a preposition names right before a bare verb, by
/// an indefinite noun, does what the verb tells.
pub(super) fn described_by(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    verb: usize,
) -> Option<usize> {
    // «struck forces that were fighting X».
    let was = verb.checked_sub(1).filter(|&j| j >= clause.items.start && items[j].is_cue(Cue::Was));
    let start = was.unwrap_or(verb);
    let before = start.checked_sub(1).filter(|_| start == clause.items.start).map(|j| &items[j])?;
    let actor = before.actor()?;
    let hit = &reading.actors[actor];
    let indefinite = hit.is_common_noun && !reading.text.is_definite(hit.tokens.start) && !hit.is_land;
    let many = hit.class == ActorClass::Armed && (was.is_some() || before.affixes == Affixes::LI);
    let joined = items[start].is_joined() || clause.opener != Opener::Joined;
    (!joined && indefinite && many).then_some(actor)
}

/// «that a unit of the army destroyed»: does a bare noun at the head of the clause, with «of» at item `of`, name a part
/// of troops?
pub(super) fn is_part_of(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    of: usize,
    actor: usize,
) -> bool {
    let Some(noun) = of.checked_sub(1).filter(|&n| n >= clause.items.start) else { return false };
    let word = |n: &Item| matches!(n.what, What::Word | What::Number(_) | What::Known) && n.prep().is_none();
    let head = noun <= clause.items.start + 1 && word(&items[noun]);
    let plain = items[noun].affixes.is_empty() || items[noun].affixes == Affixes::WA;
    let hit = &reading.actors[actor];
    let troops = hit.class == ActorClass::Armed && !hit.is_land && !hit.is_people;
    items[of].is_cue(Cue::Prep(Prep::From)) && head && plain && troops
}

/// «the rebels held X until he fled to Y»: behind a verb of one man, the many who acted before are not meant, but the
/// person that they acted on.
pub(super) fn one_of_many(
    reading: &Reading<'_>,
    items: &[Item],
    clauses: &[Clause],
    c: usize,
    p: usize,
) -> Option<usize> {
    let form = clauses[c].finite?.verb;
    let &[many] = clauses[p].subject.as_slice() else { return None };
    let head = reading.text.fold_at(reading.actors[many].tokens.start);
    let plural = ends_as_persons(head) && reading.actors[many].class == ActorClass::Armed;
    if form.is_plural || form.is_feminine || form.is_first_person || !plural {
        return None;
    }
    let verb = clauses[p].finite?.item;
    let on = items[verb + 1..clauses[p].items.end].iter().filter_map(Item::actor);
    let person = |a: &usize| *a != many && reading.actors[*a].class == ActorClass::Person;
    on.filter(person).last()
}

/// «said that the last convoy had reached X»: do buses stand behind «that», before a verb of moving?
pub(super) fn moves_convoy(reading: &Reading<'_>, ahead: &[Item], frame: Option<Frame>) -> bool {
    let moves = matches!(frame, Some(Frame::Reach | Frame::Move | Frame::Leave | Frame::Enter | Frame::Flee));
    let buses = |n: &Item| reading.knowledge.triggers.lists.buses.longest_at(&reading.text, n.from).is_some();
    moves && ahead.get(1).is_some_and(|n| n.what == What::Word && buses(n))
}

/// Is the actor behind men in arms, with nothing between, a person or an official, whom they act on?
pub(super) fn is_bare_object(reading: &Reading<'_>, item: &Item, first: usize, actor: usize) -> bool {
    let (men, hit) = (&reading.actors[first], &reading.actors[actor]);
    let armed = men.class == ActorClass::Armed && !men.is_commander;
    let official = matches!(hit.class, ActorClass::Person | ActorClass::State) && !hit.is_land;
    armed && official && item.affixes.is_empty()
}

/// Is the actor an aircraft of somebody, behind a joined verb of repelling that says what it brings down?
pub(super) fn is_downed_behind(reading: &Reading<'_>, items: &[Item], verb: usize, actor: usize) -> bool {
    let start = reading.actors[actor].tokens.start;
    let air = reading.knowledge.triggers.lists.air.longest_at(&reading.text, start).is_some();
    let brings =
        reading.repels(&items[verb]) && items[verb].verb_trigger().is_some_and(|(t, _)| t.need.is_some());
    air && brings && items[verb].is_joined() && !reading.text.is_definite(start)
}

/// Is it a person or an office, and not the name of a state?
pub(super) fn is_office(reading: &Reading<'_>, item: Option<&Item>) -> bool {
    let Some((What::Actor(a), item)) = item.map(|i| (&i.what, i)) else { return false };
    let hit = &reading.actors[*a];
    let office = matches!(hit.class, ActorClass::Person | ActorClass::State) && !hit.is_land;
    office && !item.is_joined() && item.proclitic().is_none()
}

/// Is item `i` «on», and a word for «after» with a pronoun behind it?
pub(super) fn is_in_wake(items: &[Item], i: usize) -> bool {
    let after = |n: &Item| n.has_pronoun && n.is_cue(Cue::After);
    items[i].is_cue(Cue::Prep(Prep::On)) && items.get(i + 1).is_some_and(after)
}

/// Does a day stand before or behind item `i`?
pub(super) fn is_beside_date(items: &[Item], i: usize) -> bool {
    let is_date = |item: Option<&Item>| item.is_some_and(|n| matches!(n.what, What::Date(_)));
    is_date(i.checked_sub(1).and_then(|j| items.get(j))) || is_date(items.get(i + 1))
}

/// Does the verb go on from one that was told before, behind «and» or «after»?
pub(super) fn goes_on(items: &[Item], verb: usize) -> bool {
    let after = |j: usize| items[j].is_cue(Cue::Subordinate) && !items[j].is_cue(Cue::When);
    items[verb].is_joined() || verb.checked_sub(1).is_some_and(after)
}

/// «that they …», «but they …»: does the clause open with a pronoun that stands for its subject?
pub(super) fn opens_with_pronoun(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    verb: usize,
) -> bool {
    let first = &items[clause.items.start];
    let they = || ends_in_pronoun(reading, first.to - 1);
    let but_they = first.is_cue(Cue::Contrast) && verb == clause.items.start + 1 && they();
    first.is_cue(Cue::ThatThey) || but_they
}
