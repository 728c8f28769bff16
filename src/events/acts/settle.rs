//! What becomes of a draft once its actors and places are known: sides sorted out, the kind made finer.

use super::draft::{Actors, Draft};
use super::edges::{leaves_for_outside, reaches_edge};
use crate::events::EventKind;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::scenes::whence::comes_along;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;
use crate::knowledge::{FactionId, HeadClass, PartKind, PlaceKind};
use crate::text::{AND, TokenKind};

/// Last touches that need the whole draft: who is no actor, what the quote covers.
pub(in crate::events) fn settle(reading: &Reading<'_>, draft: &mut Draft) {
    let is_source = |a: &usize| reading.actors[*a].class == ActorClass::Source;
    draft.initiators.retain(|a| !is_source(a));
    draft.targets.retain(|a| !is_source(a));
    draft.others.retain(|a| !is_source(a));
    // «hundreds of refugees entered the country».
    let civilians = |a: &usize| reading.actors[*a].class == ActorClass::Civilians;
    let people = !draft.initiators.is_empty() && draft.initiators.iter().all(civilians);
    if draft.frame == Frame::Enter && draft.is_weak && people {
        (draft.kind, draft.frame) = (EventKind::Displacement, Frame::Flee);
    }
    if matches!(
        draft.frame,
        Frame::Strike | Frame::Fight | Frame::Repel | Frame::Take | Frame::Enter | Frame::Fall | Frame::Lose
    ) && (draft.is_noun || draft.frame != Frame::Repel)
    {
        // «the people of X repelled an attack» with a verb: they fight.
        let harmed = |a: &usize| reading.actors[*a].class == ActorClass::Civilians;
        let civilians: Actors = draft.initiators.iter().copied().filter(harmed).collect();
        draft.initiators.retain(|a| !harmed(a));
        draft.targets.extend(civilians);
    }
    if draft.kind == EventKind::Statement {
        draft.targets.clear(); // «raised the pay of soldiers»: of whom it speaks is no target
    }
    if matches!(draft.frame, Frame::Rally | Frame::Flee) {
        // A people that flees or marches is civilians.
        draft.initiators.retain(|a| !reading.actors[*a].is_people);
        // «bore the body of president X to his grave»: he is carried, and does not march.
        let (from, to) = draft.trigger;
        let (rallies, actors) = (draft.frame == Frame::Rally, &reading.actors);
        let beside = |a: &usize| actors[*a].tokens.start == to || actors[*a].tokens.end == from;
        draft.initiators.retain(|a| !rallies || actors[*a].class != ActorClass::Person || beside(a));
    }
    let initiators = draft.initiators.clone();
    draft.targets.retain(|a| !initiators.contains(a));
    let targets = &draft.targets;
    draft.others.retain(|a| !initiators.contains(a) && !targets.contains(a));
    refine_kind(reading, draft);
    draft.is_partial |= draft.places.iter().any(|&p| reading.places[p].is_part || is_some_of(reading, p));
}

/// «the buses took the fighters away from X»: the fighters leave it.
fn leave_with_taken(reading: &Reading<'_>, draft: &mut Draft) {
    draft.kind = EventKind::Withdrawal;
    let taken = draft.others.drain(..).chain(draft.targets.drain(..)).collect::<Vec<_>>();
    draft.initiators.retain(|a| reading.actors[*a].class == ActorClass::Armed);
    // «X drove the fighters of Y out of Z»: Y leaves it.
    let (own, takers) = std::mem::take(&mut draft.initiators)
        .into_iter()
        .partition(|&a| taken.iter().all(|&b| are_friends(reading, a, b)));
    (draft.initiators, draft.others) = (own, takers);
    draft.initiators.extend(taken);
}

/// What the actors and the place make of a kind: civilians who are sent away flee, attackers who reach
/// the edge of a place advance, an official who arrives visits.
pub(super) fn refine_kind(reading: &Reading<'_>, draft: &mut Draft) {
    let class = |a: &usize| reading.actors[*a].class;
    let all = |list: &Actors, wanted: ActorClass| !list.is_empty() && list.iter().all(|a| class(a) == wanted);
    let is_partial = draft.is_partial || draft.places.iter().any(|&p| reading.places[p].is_part);
    let government = draft.initiators.iter().any(|&a| {
        reading.actors[a].faction.is_some_and(|f| reading.knowledge.conflict.faction(f).is_government)
    });
    let is_country = |p: &usize| reading.places[*p].kind == PlaceKind::Country;
    let strong = draft.is_noun && !draft.is_weak;
    if draft.kind == EventKind::Advance && strong && draft.places.iter().all(is_country) {
        draft.places.clear();
    }
    let country = draft.places.first().is_some_and(|&p| reading.places[p].kind == PlaceKind::Country);
    if draft.frame == Frame::Enter && country && draft.is_weak && draft.kind == EventKind::Advance {
        draft.kind = EventKind::Deployment;
    }
    let fights_own = fights_own(reading, draft);
    let is_site = draft.places.iter().any(|&p| !reading.places[p].kind.is_area());
    match draft.frame {
        Frame::Fight | Frame::Harm if fights_own => draft.kind = EventKind::Infighting,
        Frame::Harm if is_battle(reading, draft) => draft.kind = EventKind::Clash,
        Frame::Fight if draft.is_noun && is_within_one(reading, draft) => draft.kind = EventKind::Infighting,
        // «the fighters were evacuated from X»: fighters leave, civilians are displaced.
        Frame::Flee if draft.kind == EventKind::Withdrawal && !moves_fighters(reading, draft) => {
            draft.kind = EventKind::Displacement;
        }
        Frame::Flee if draft.kind == EventKind::Withdrawal => {
            draft.initiators.extend(std::mem::take(&mut draft.targets));
        }
        // «the return of the army».
        // «X drove thousands of its people out»: whoever drives them out goes nowhere.
        Frame::Flee
            if draft.kind == EventKind::Displacement
                && all(&draft.initiators, ActorClass::Armed)
                && !draft.others.iter().chain(&draft.targets).any(|a| class(a) == ActorClass::Civilians)
                && !drives_out(reading, draft) =>
        {
            // «the removal of the fighters of X from Y to Z».
            let from =
                |&p: &usize| reading.follows_cue(reading.places[p].tokens.start, Cue::Prep(Prep::From));
            let removed = draft.is_noun && draft.places.first().is_some_and(from);
            draft.kind = if removed { EventKind::Withdrawal } else { EventKind::Deployment };
        }
        // «the buses took the fighters away from X».
        Frame::Send if draft.kind == EventKind::Displacement && takes_fighters(reading, draft) => {
            leave_with_taken(reading, draft);
        }
        Frame::Send | Frame::Move | Frame::Reach | Frame::Leave
            if all(&draft.others, ActorClass::Civilians) && draft.frame == Frame::Send
                || all(&draft.initiators, ActorClass::Civilians) =>
        {
            draft.kind = EventKind::Displacement;
        }
        Frame::Reach
            if all(&draft.initiators, ActorClass::Armed)
                && (reaches_edge(reading, draft)
                    || (is_partial || is_site)
                        && !government
                        && attacks_on_arrival(reading, draft, is_partial)) =>
        {
            draft.kind = EventKind::Advance;
        }
        Frame::Meet if joins_up(reading, draft) => draft.kind = EventKind::Advance,
        _ if draft.kind == EventKind::Deployment && leaves_for_outside(reading, draft) => {
            draft.kind = EventKind::Withdrawal;
        }
        Frame::Move | Frame::Reach | Frame::Leave
            if (draft.frame != Frame::Leave || draft.is_weak)
                && !(draft.frame == Frame::Move && draft.names_thing)
                && draft.initiators.iter().any(|&a| {
                    matches!(class(&a), ActorClass::Person | ActorClass::State)
                        && !reading.actors[a].is_commander
                }) =>
        {
            draft.kind = EventKind::Diplomacy;
        }
        _ => {}
    }
}

/// «took villages west of X», «took 15 villages west of X»: does a word for many villages, or a count of them, stand before
/// the land that they lie in?
fn is_some_of(reading: &Reading<'_>, p: usize) -> bool {
    let words = &reading.knowledge.place_words.words;
    let start = reading.places[p].tokens.start;
    let cue = words.longest_at(&reading.text, start).and_then(|m| m.value.cue);
    let counted = || {
        let first = reading.numbers.partition_point(|n| n.from < start);
        first.checked_sub(1).is_some_and(|n| reading.numbers[n].to == start)
    };
    let many = cue.is_some_and(|c| c.kind == Some(PlaceKind::Village) && (c.many || counted()));
    reading.places[p].kind.is_area() && many
}

/// «X killed ten of the fighters of Y on the front of Z»: do fighters kill fighters where a word for a front stands before the
/// place?
fn is_battle(reading: &Reading<'_>, draft: &Draft) -> bool {
    let armed = |list: &Actors| {
        !list.is_empty() && list.iter().all(|&a| reading.actors[a].class == ActorClass::Armed)
    };
    if draft.kind != EventKind::Attack || !armed(&draft.initiators) || !armed(&draft.targets) {
        return false;
    }
    let words = &reading.knowledge.place_words.words;
    draft.places.iter().any(|&p| {
        let found = words.longest_at(&reading.text, reading.places[p].tokens.start);
        found.is_some_and(|m| m.value.part == Some(PartKind::Axis))
    })
}

/// «the forces that advance from X met those coming from Y»: do forces on their way meet?
fn joins_up(reading: &Reading<'_>, draft: &Draft) -> bool {
    let armed = draft.initiators.iter().all(|&a| reading.actors[a].class == ActorClass::Armed);
    !draft.is_noun && armed && draft.initiators.iter().any(|&a| comes_along(reading, a))
}

/// Does somebody fight or kill his own side? Where not, those of the doers' side are none that they fight.
fn fights_own(reading: &Reading<'_>, draft: &mut Draft) -> bool {
    let fights_own = matches!(draft.frame, Frame::Fight | Frame::Harm)
        && draft.initiators.iter().filter(|&&a| !are_gunmen(reading, draft, a)).any(|&a| {
            let named = |b: &usize| !reading.actors[*b].is_anonymous;
            draft.targets.iter().filter(|b| named(b)).any(|&b| are_friends(reading, a, b))
        });
    if matches!(draft.frame, Frame::Fight | Frame::Harm | Frame::Hold) && !fights_own {
        // «the factions killed ten soldiers»: nobody's soldiers by name are not their own.
        let doers = draft.initiators.clone();
        let own = |b: usize| doers.iter().any(|&a| are_friends(reading, a, b));
        draft.targets.retain(|b| !own(*b));
    }
    fights_own
}

/// «gunmen killed the head of X»: whoever kills so, told by a bare noun, is of no side that is known.
fn are_gunmen(reading: &Reading<'_>, draft: &Draft, actor: usize) -> bool {
    let hit = &reading.actors[actor];
    let bare = hit.is_common_noun && hit.tokens.len() == 1 && !reading.text.is_definite(hit.tokens.start);
    draft.frame == Frame::Harm && !draft.is_noun && bare
}

/// «fighting between factions of X»: is the one side that is named several groups of one side, between which it is?
fn is_within_one(reading: &Reading<'_>, draft: &Draft) -> bool {
    const OTHERS: usize = 4;
    if is_between_two_of_one(reading, draft) {
        return true;
    }
    let (side, rest) = match draft.initiators[..] {
        [] => (&draft.others, &draft.initiators),
        _ => (&draft.initiators, &draft.others),
    };
    let [one] = side[..] else { return false };
    let hit = &reading.actors[one];
    let tokens = &reading.text.tokens;
    let at = hit.tokens.start;
    // «between two factions of X».
    let two = two_of(reading, at);
    let is_between = reading.follows_cue(two.unwrap_or(at), Cue::Prep(Prep::Between));
    // «between armed men of X and others of Y».
    let within = |i: &usize| {
        let cues = reading.knowledge.status.lexicon.longest_at(&reading.text, *i);
        let at = |c: Cue| matches!(c, Cue::Prep(Prep::At | Prep::On));
        tokens[*i].kind == TokenKind::Word && !cues.is_some_and(|m| m.value.iter().any(|c| at(c.cue)))
    };
    let behind = (hit.tokens.end..tokens.len()).take(OTHERS).take_while(within);
    let joined = behind.into_iter().any(|i| reading.text.fold_at(i).starts_with(AND));
    let holds = hit.faction.is_some_and(|f| reading.knowledge.conflict.faction(f).holds_ground);
    let head = reading.knowledge.actors.words.longest_at(&reading.text, at).and_then(|m| m.value.head);
    let groups = head.is_some_and(|h| h.class == HeadClass::Group);
    let groups = groups || two.is_some();
    is_between && !joined && holds && groups && draft.targets.is_empty() && rest.is_empty()
}

/// «fighting between A and B», both of one side: are two of its groups, named, all who fight?
fn is_between_two_of_one(reading: &Reading<'_>, draft: &Draft) -> bool {
    let all = || draft.initiators.iter().chain(&draft.others).chain(&draft.targets);
    let side = |a: usize| {
        let hit = &reading.actors[a];
        let named = !(hit.is_anonymous || hit.is_common_noun && hit.tokens.len() == 1);
        hit.faction.filter(|f| named && reading.knowledge.conflict.faction(*f).holds_ground)
    };
    let Some(first) = all().next().and_then(|&a| side(a)) else { return false };
    let between = all().any(|&a| {
        let at = reading.actors[a].tokens.start;
        reading.follows_cue(at, Cue::Prep(Prep::Between))
            || at > 0 && reading.follows_cue(at - 1, Cue::Prep(Prep::Between))
    });
    let parted = || all().any(|&a| all().any(|&b| is_heir_of(reading, a, b)));
    between && all().count() > 1 && all().all(|&a| side(a) == Some(first)) && !parted()
}

/// «two factions of X»: where a dual noun begins that «of» joins to the name at token `at`.
fn two_of(reading: &Reading<'_>, at: usize) -> Option<usize> {
    const DUAL: &str = "\u{64A}\u{646}";
    let of = at.checked_sub(1).filter(|_| reading.follows_cue(at, Cue::Prep(Prep::From)))?;
    let two = of.checked_sub(1)?;
    let counted = reading.numbers.get(reading.numbers.partition_point(|n| n.from < two));
    let dual = reading.text.fold_at(two).ends_with(DUAL) || counted.is_some_and(|n| n.from == two);
    dual.then_some(two)
}

/// «X drove out the people of Y»: does a verb have civilians behind those who act?
fn drives_out(reading: &Reading<'_>, draft: &Draft) -> bool {
    const REACH: usize = 6;
    let Some(doer) = draft.initiators.first().map(|&a| reading.actors[a].tokens.clone()) else {
        return false;
    };
    let follows = doer.start == draft.trigger.1;
    let people = |a: &&crate::events::mentions::reading::ActorHit| {
        a.class == ActorClass::Civilians && a.tokens.start >= doer.end && a.tokens.start < doer.end + REACH
    };
    !draft.is_noun && follows && reading.actors.iter().filter(people).any(|a| a.tokens.start == doer.end)
}

/// Do those who reach the edge of a place, or a site, come to take it? Columns and forces of a state do not.
fn attacks_on_arrival(reading: &Reading<'_>, draft: &Draft, is_partial: bool) -> bool {
    let of_state = |f: FactionId| {
        let mut states = reading.knowledge.actors.states.iter();
        states.any(|s| s.origin.government == f && reading.knowledge.actors.sides.other != f)
    };
    let attacks = draft.initiators.iter().any(|&a| {
        reading.actors[a].faction.is_some_and(|f| {
            let holds_ground = reading.knowledge.conflict.faction(f).holds_ground;
            holds_ground && (is_partial || !of_state(f))
        })
    });
    attacks && !draft.initiators.iter().any(|&a| reading.is_column(a))
}

/// Are those who are taken away all under arms?
fn takes_fighters(reading: &Reading<'_>, draft: &Draft) -> bool {
    let named = draft.others.iter().chain(&draft.targets);
    // «X took its forces out of Y»: who takes need not be under arms.
    let unnamed = draft.others.is_empty() && draft.targets.is_empty() && !draft.names_thing;
    let doers = draft.initiators.iter().filter(|_| unnamed && !counts_people(reading, draft));
    let mut taken = named.chain(doers).peekable();
    taken.peek().is_some() && taken.all(|&a| reading.actors[a].class == ActorClass::Armed)
}

/// «X brought 200 thousand Kurds to Y»: are so many counted behind the trigger, of whom no word says that they fight?
fn counts_people(reading: &Reading<'_>, draft: &Draft) -> bool {
    const NEAR: usize = 3;
    const CROWD: u64 = 5000;
    let from = draft.trigger.1;
    let first = reading.numbers.partition_point(|n| n.from < from);
    let counted = reading.numbers.get(first).filter(|n| n.from <= from + NEAR && n.low >= CROWD);
    let tolls = &reading.knowledge.tolls.lexicon;
    let fights = |m: &TollWord| matches!(m, TollWord::Fighters | TollWord::Soldiers);
    counted.is_some_and(|n| !tolls.longest_at(&reading.text, n.to).is_some_and(|m| fights(m.value)))
}

/// Are all who flee or are taken away under arms? Where nobody is named so, is anybody beside them?
fn moves_fighters(reading: &Reading<'_>, draft: &Draft) -> bool {
    // «hundreds of the civil defence».
    let civil = |a: &usize| reading.actors[*a].faction == Some(reading.knowledge.actors.sides.civilians);
    let armed = |a: &usize| reading.actors[*a].class == ActorClass::Armed && !civil(a);
    if draft.initiators.is_empty() && draft.targets.is_empty() {
        // «500 fighters were evacuated».
        const NEAR: usize = 4;
        let (from, end) = (draft.trigger.1, reading.sentences[draft.sentence].tokens.end);
        let tolls = &reading.knowledge.tolls.lexicon;
        let fights =
            |t: usize| tolls.longest_at(&reading.text, t).is_some_and(|m| *m.value == TollWord::Fighters);
        return draft.others.iter().any(armed) || (from..end.min(from + NEAR)).any(fights);
    }
    draft.initiators.iter().chain(&draft.targets).all(armed)
}

/// Are both of one faction, or of factions that fight side by side?
pub(in crate::events) fn are_friends(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    let (Some(x), Some(y)) = (reading.actors[a].faction, reading.actors[b].faction) else { return false };
    let conflict = &reading.knowledge.conflict;
    let armed = |i: usize| matches!(reading.actors[i].class, ActorClass::Armed | ActorClass::Person);
    let allied = conflict.faction(x).allies.contains(&y) || conflict.faction(y).allies.contains(&x);
    armed(a)
        && armed(b)
        && conflict.faction(x).holds_ground
        && (x == y || allied)
        && !is_heir_of(reading, a, b)
}

/// «the ministry of defence fought the remnants of the regime»: has a new government the office that the one mention names,
/// and is the other told by the old one's name?
fn is_heir_of(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    let (x, y) = (&reading.actors[a], &reading.actors[b]);
    let government = x.faction == Some(reading.knowledge.actors.sides.government) && x.faction == y.faction;
    let succession = reading.knowledge.actors.succession.as_ref();
    let gone = || succession.is_some_and(|s| reading.published.is_some_and(|p| p >= s.day));
    government && x.is_by_office != y.is_by_office && gone()
}
