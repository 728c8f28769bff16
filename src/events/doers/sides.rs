//! Whom prepositions name: by whom, against whom, with whom, between whom.

use super::owned::{is_backer, is_patron};
use crate::events::acts::aside::ends_in_pronoun;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What, behind_source};
use crate::events::clauses::subject::coordinated;
use crate::events::mentions::reading::ActorClass;
use crate::events::scenes::whence::is_fired;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Actors that a preposition names: by whom, against whom, with whom, between whom.
pub(in crate::events) fn side_actors(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let mut end = scope.window_end(item);
    // «regained control of X from Y»: the noun that the verb takes ends nothing.
    let takes = |i: usize| {
        let next = scope.items.get(i).filter(|n| !n.is_joined());
        next.and_then(Item::noun_trigger).is_some_and(|t| scope.trigger(t).frame == Frame::Take)
    };
    let deals = |i: usize| {
        let next = scope.items.get(i).filter(|n| !n.is_joined());
        next.and_then(Item::noun_trigger).is_some_and(|t| scope.trigger(t).frame == Frame::Deal)
    };
    // «concluded a deal with Y».
    let goes_on = matches!(draft.frame, Frame::Take | Frame::Lose) && takes(end)
        || draft.frame == Frame::Deal && deals(end);
    if goes_on && !draft.is_noun {
        end = scope.window_end(end);
    }
    let mut prep: Option<Prep> = None;
    let mut between = false;
    let mut i = item + 1;
    while i < end {
        let it = &scope.items[i];
        if let What::Actor(a) = it.what {
            let role = it.proclitic().or_else(|| of_title(scope, i)).or(prep);
            let known =
                draft.initiators.contains(&a) || draft.targets.contains(&a) || draft.others.contains(&a);
            // «between X on one side, and Y on the other».
            if between && !known && it.affixes == Affixes::WA && scope.items[i - 1].what == What::Comma {
                draft.others.push(a);
            } else if is_backer(scope.items, i) {
                let follows = known || draft.frame == Frame::Leave;
                draft.others.extend((!follows).then_some(a));
            } else if let (Some(role), false) = (role, known || is_patron(scope.reading, scope.items, i)) {
                place_actor(scope, draft, role, i, a, end);
            }
        }
        match &it.what {
            // Whose word it is, and no side.
            What::Known if it.is_cue(Cue::According) => i = behind_source(scope.items, i, end) - 1,
            What::Known if it.has_pronoun && it.is_cue(Cue::Prep(Prep::Between)) => prep = None,
            What::Known if it.is_cue(Cue::Prep(Prep::Between)) && !it.has_pronoun => {
                (prep, between) = (Some(Prep::Between), draft.frame == Frame::Fight);
            }
            // «between X and Y on the one side and Z on the other», in words that elsewhere say by whom.
            What::Known if between && it.is_cue(Cue::OneSide) => {}
            // «the border crossing with X»: X takes no part.
            What::Known if it.is_cue(Cue::Prep(Prep::With)) && is_of_border(scope, i) => prep = None,
            What::Known => prep = it.cues().iter().find_map(|c| prep_of(c.cue)).or(prep),
            What::Word | What::Quote => {}
            What::Actor(_) if prep == Some(Prep::Between) => {}
            _ => prep = None,
        }
        i += 1;
    }
}

/// Does «in front of» stand right before item `i`?
fn faces(scope: Scope<'_, '_>, i: usize) -> bool {
    const BEFORE: &str = "\u{627}\u{645}\u{627}\u{645}";
    i.checked_sub(1).is_some_and(|j| scope.reading.text.fold_at(scope.items[j].from) == BEFORE)
}

/// Does a word for a border stand right before item `i`?
pub(super) fn is_of_border(scope: Scope<'_, '_>, i: usize) -> bool {
    let borders = &scope.reading.knowledge.triggers.lists.borders;
    let before = i.checked_sub(1).map(|j| scope.items[j].to - 1);
    before.is_some_and(|t| borders.longest_at(&scope.reading.text, t).is_some())
}

pub(in crate::events) fn prep_of(cue: Cue) -> Option<Prep> {
    match cue {
        Cue::Prep(p) => Some(p),
        _ => None,
    }
}

/// «a raid of the coalition»: the actor with a proclitic right after a noun of bombing or attack does it.
pub(super) fn of_the_doer(scope: Scope<'_, '_>, draft: &Draft, i: usize) -> bool {
    const MANY: &str = "\u{627}\u{62A}";
    let follows = scope.items[i].proclitic() == Some(Prep::On)
        && i.checked_sub(1).is_some_and(|j| {
            scope.items[j].noun_trigger().is_some() || matches!(scope.items[j].what, What::Word)
        });
    let acts = match scope.items[i].what {
        What::Actor(a) => scope.reading.actors[a].class != ActorClass::Civilians,
        _ => false,
    };
    let near = scope.items[i].from <= draft.trigger.1 + 1;
    // «a campaign of arrests of X», and not «the arrest of X».
    let many = || scope.reading.text.fold_at(draft.trigger.0).ends_with(MANY) && names_troops(scope, i);
    let campaign = draft.frame == Frame::Hold && (draft.trigger.1 > draft.trigger.0 + 1 || many());
    let acting = campaign || matches!(draft.frame, Frame::Strike | Frame::Fight);
    let strikes = draft.is_noun && acting && draft.initiators.is_empty();
    follows && near && acts && strikes
}

/// Does item `i` name a force, and not some of its men («raids of the army», «arrests of soldiers»)?
fn names_troops(scope: Scope<'_, '_>, i: usize) -> bool {
    let Some(hit) = scope.items[i].actor().map(|a| &scope.reading.actors[a]) else { return false };
    let some = hit.is_common_noun && !scope.reading.text.is_definite(hit.tokens.start);
    hit.class == ActorClass::Armed && !some
}

/// Does a comma stand between the trigger and item `i`?
fn is_behind_comma(scope: Scope<'_, '_>, draft: &Draft, i: usize) -> bool {
    let trigger = scope.items.partition_point(|it| it.from < draft.trigger.1);
    scope.items.get(trigger..i).unwrap_or_default().iter().any(|it| it.what == What::Comma)
}

/// «X slipped from the grip of Y, with pockets left in the hands of Z»: behind a comma, a word of another matter stands
/// between the trigger and the actor of item `i`.
fn is_of_another(scope: Scope<'_, '_>, draft: &Draft, i: usize) -> bool {
    let trigger = scope.items.partition_point(|it| it.from < draft.trigger.1);
    let between = scope.items.get(trigger..i).unwrap_or_default();
    let comma = between.iter().rposition(|it| it.what == What::Comma);
    comma.is_some_and(|c| between[c..].iter().any(|it| it.what == What::Word))
}

/// «the shelling left 23 dead, five of them of the forces of X»: does the actor of item `i` say of whom those counted are?
fn is_of_counted(scope: Scope<'_, '_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(2).map(|j| &scope.items[j]) else { return false };
    let tolls = &scope.reading.knowledge.tolls.lexicon;
    scope.items[i - 1].is_cue(Cue::Prep(Prep::From))
        && (matches!(before.what, What::Number(_))
            || tolls.longest_at(&scope.reading.text, before.from).is_some())
}

fn place_actor(scope: Scope<'_, '_>, draft: &mut Draft, role: Prep, i: usize, a: usize, end: usize) {
    let all = || coordinated(scope.reading, scope.items, end, i, a);
    match role {
        Prep::By if is_of_another(scope, draft, i) => {}
        Prep::By => {
            let done = matches!(draft.frame, Frame::Take | Frame::Fall | Frame::Harm);
            if done || draft.initiators.is_empty() || is_done_to_it(scope, draft, i) {
                let told = std::mem::replace(&mut draft.initiators, all().into_iter().collect());
                // «the shooting down of a plane of X by Y»: X suffers it.
                if !done && !ends_in_pronoun(scope.reading, draft.trigger.1 - 1) {
                    draft.targets.extend(told);
                }
            }
        }
        // The one who is announced to have done it.
        Prep::On if draft.initiators.contains(&a) => {}
        Prep::On if of_the_doer(scope, draft, i) => draft.initiators.extend(all()),
        Prep::Against | Prep::On => match draft.frame {
            Frame::Meet | Frame::Deal => draft.others.extend(all()),
            Frame::Enter | Frame::Take if draft.is_noun && draft.initiators.is_empty() => {
                draft.initiators.extend(all());
            }
            _ => draft.targets.extend(all()),
        },
        Prep::From => from_actor(scope, draft, i, a, all),
        Prep::With => draft.others.extend(all()),
        // «500 persons were killed, between civilians and soldiers».
        Prep::Between if draft.frame == Frame::Harm => draft.targets.extend(all()),
        Prep::Between => {
            let all = all();
            let first = if draft.initiators.is_empty() { fight_together(scope, i, end, &all) } else { 0 };
            draft.initiators.extend(all[..first].iter().copied());
            draft.others.extend(all[first..].iter().copied());
        }
        // «control of X passed to Y», «handed X over to Y».
        Prep::To
            if draft.frame == Frame::Fall || (draft.frame == Frame::Take && draft.initiators.is_empty()) =>
        {
            draft.initiators.extend(all());
        }
        Prep::To if draft.frame == Frame::Leave && draft.names_thing => draft.others.extend(all()),
        // «a telephone call with his counterpart», «met with X».
        Prep::At
            if draft.frame == Frame::Meet
                && (scope.items[i].affixes.has(Affixes::BI) || of_title(scope, i).is_some()) =>
        {
            draft.others.extend(all());
            draft.is_carried |= draft.is_noun;
        }
        // «lost the town to X».
        Prep::At if draft.frame == Frame::Lose && draft.initiators.is_empty() && faces(scope, i) => {
            draft.initiators.extend(all());
        }
        // «the mutiny inside X».
        Prep::At
            if draft.frame == Frame::Rout
                && draft.initiators.is_empty()
                && !is_behind_comma(scope, draft, i) =>
        {
            draft.initiators.extend(all());
        }
        Prep::To | Prep::Via | Prep::At | Prep::About => {}
    }
}

/// What the actor `a` of item `i` is behind «from», with `all` that are joined to it.
fn from_actor(scope: Scope<'_, '_>, draft: &mut Draft, i: usize, a: usize, all: impl FnOnce() -> Vec<usize>) {
    let alone = draft.initiators.is_empty();
    match draft.frame {
        // «took it from X», «arrested a number of X».
        Frame::Take | Frame::Hold | Frame::Harm => draft.targets.extend(all()),
        Frame::Strike if is_of_counted(scope, i) => draft.targets.extend(all()),
        frame
            if alone
                && draft.is_noun
                && (matches!(frame, Frame::Send | Frame::Strike) || is_attack_from(scope, draft, i)) =>
        {
            draft.initiators.extend(all());
        }
        // «shelling from the positions of X hit Y», which the verb tells.
        Frame::Strike
            if alone && i.checked_sub(1).is_some_and(|from| is_fired(scope, &scope.items[..from])) =>
        {
            draft.initiators.extend(all());
        }
        // «X was emptied of its fighters».
        Frame::Leave if alone && draft.names_thing => draft.initiators.extend(all()),
        _ => draft.others.push(a),
    }
}

/// «because of their shelling by X»: does the noun's own pronoun say whom it was done to, and not who did it? Or is somebody
/// named behind it, and nothing else told before «by» at item `i`?
fn is_done_to_it(scope: Scope<'_, '_>, draft: &Draft, i: usize) -> bool {
    let hits =
        matches!(draft.frame, Frame::Strike | Frame::Fight | Frame::Enter | Frame::Hold | Frame::Repel);
    let trigger = scope.items.partition_point(|it| it.from < draft.trigger.1);
    let plain = |it: &Item| {
        let named =
            matches!(it.what, What::Word | What::Actor(_) | What::Place(_) | What::Date(_) | What::Quote);
        named || it.prep().is_some() && it.verb_cue().is_none()
    };
    let between = scope.items.get(trigger..i).unwrap_or_default();
    draft.is_noun
        && hits
        && (ends_in_pronoun(scope.reading, draft.trigger.1 - 1) || between.iter().all(plain))
}

/// «came under an attack from X»: does «from» stand right behind the noun of attacking and right before item `i`?
fn is_attack_from(scope: Scope<'_, '_>, draft: &Draft, i: usize) -> bool {
    let from = i.checked_sub(1).map(|j| &scope.items[j]);
    let right = from.is_some_and(|f| f.is_cue(Cue::Prep(Prep::From)) && f.from == draft.trigger.1);
    draft.frame == Frame::Fight && right
}

/// «a call with Marshal X»: the preposition that is written together with the rank right before the name at item `i`.
fn of_title(scope: Scope<'_, '_>, i: usize) -> Option<Prep> {
    let title = scope.items.get(i.checked_sub(1)?).filter(|t| t.what == What::Word)?;
    let word = scope.reading.knowledge.actors.words.longest_at(&scope.reading.text, title.from)?;
    title.proclitic().filter(|_| word.value.rank)
}

/// «between X and Y on the one side and Z on the other»: how many of `all`, named from item `i` on, fight together.
fn fight_together(scope: Scope<'_, '_>, i: usize, end: usize, all: &[usize]) -> usize {
    let Some(side) = (i..end).find(|&j| scope.items[j].is_cue(Cue::OneSide)) else { return 1.min(all.len()) };
    let before = |a: &&usize| scope.reading.actors[**a].tokens.start < scope.items[side].from;
    all.iter().take_while(before).count()
}
