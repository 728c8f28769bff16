//! «took it from the axis of X»: the side from which somebody comes is not where he arrives.

use crate::events::acts::aside::ends_in_pronoun;
use crate::events::acts::draft::Scope;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, PlaceHit, Reading};
use crate::knowledge::PartKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// «from», which with «defence» and its like is another word, folded.
const OUT_OF: &str = "\u{645}\u{646}";

/// «shelling, the source of which is X»: the word with the pronoun of what is fired, folded.
const SOURCE: [&str; 2] =
    ["\u{645}\u{635}\u{62F}\u{631}\u{647}", "\u{645}\u{635}\u{62F}\u{631}\u{647}\u{627}"];

/// Does the place tell only along which front or from which side somebody came («from the axis of X»)?
pub(in crate::events) fn is_whence(reading: &Reading<'_>, place: &PlaceHit) -> bool {
    is_axis(reading, place) && reading.follows_cue(place.tokens.start, Cue::Prep(Prep::From))
}

/// «the axis of X»: is the place told as a front?
fn is_axis(reading: &Reading<'_>, place: &PlaceHit) -> bool {
    let words = &reading.knowledge.place_words.words;
    let axis = words.longest_at(&reading.text, place.tokens.start);
    axis.is_some_and(|m| m.value.part == Some(PartKind::Axis))
}

/// «forces from X»: do the items end with men under arms and «from», who are not driven out?
fn is_of_men(scope: Scope<'_, '_>, before: &[Item]) -> bool {
    let [rest @ .., men, from] = before else { return false };
    let armed = match men.what {
        What::Actor(a) => {
            let hit = &scope.reading.actors[a];
            hit.class == ActorClass::Armed && hit.is_common_noun && men.affixes.is_empty()
        }
        _ => false,
    };
    let expels = |i: &Item| {
        let noun = i.noun_trigger().is_some_and(|t| scope.trigger(t).expels);
        noun || i.verb_trigger().is_some_and(|(t, _)| scope.trigger(t).expels)
    };
    armed && from.is_cue(Cue::Prep(Prep::From)) && !rest.iter().any(expels)
}

/// «missiles fired from X»: does the place at item `i` say whence what is fired at others or shot down, or who enters
/// another place, came?
pub(in crate::events) fn is_origin(scope: Scope<'_, '_>, i: usize, frame: Frame) -> bool {
    const REACH: usize = 7;
    let from = |i: &Item| i.is_cue(Cue::Prep(Prep::From));
    let out_of = |i: &Item| from(i) && scope.reading.text.fold_at(i.from) == OUT_OF && i.to == i.from + 1;
    let on_its_way = |i: &Item| i.actor().is_some_and(|a| comes_along(scope.reading, a));
    let comes = |i: &Item| i.cues().iter().any(|c| c.sets_out()) || on_its_way(i);
    // «coming from X and Y»: both.
    let list = |j: &usize| matches!(scope.items[*j].what, What::Place(_)) && scope.items[i].is_joined();
    if let Some(first) = i.checked_sub(1).filter(list) {
        return is_origin(scope, first, frame);
    }
    let before = &scope.items[i.saturating_sub(REACH)..i];
    // «attacked, setting out from X».
    let sets_out = |b: &Item| comes(b) && b.to > b.from + 1;
    // «attacked, setting out from the axis of X»: along that front.
    let front =
        |i: &Item| matches!(i.what, What::Place(p) if is_axis(scope.reading, &scope.reading.places[p]));
    let along = frame == Frame::Fight && front(&scope.items[i]);
    if frame != Frame::Flee && !along && before.last().is_some_and(sets_out) {
        return true;
    }
    let inner = |i: &Item| i.is_cue(Cue::Prep(Prep::At)) || i.is_cue(Cue::Prep(Prep::On));
    match frame {
        // «the forces that came from X entered Y».
        Frame::Enter | Frame::Reach | Frame::Move | Frame::Send => {
            // «reached it from X».
            let whence = |b: &Item| frame == Frame::Reach && out_of(b);
            matches!(before, [.., a, b] if from(b) && comes(a)) || before.last().is_some_and(whence)
        }
        Frame::Strike | Frame::Repel => {
            // «from within the lands of X».
            let governed = match before {
                [.., a, b] => from(b) || from(a) && (inner(b) || b.what == What::Word),
                [b] => from(b),
                [] => false,
            };
            let ends = |i: &&Item| !matches!(i.what, What::Stop | What::Comma | What::Place(_));
            let launched = || before.iter().rev().take_while(ends).any(|i| i.is_cue(Cue::Launch));
            let posts = |b: &Item| b.is_cue(Cue::VaguePlace) || matches!(b.what, What::Actor(_));
            let own_posts = |b: &Item| posts(b) && ends_in_pronoun(scope.reading, b.to - 1);
            // «bombed, from its positions in X, the quarters of Y».
            // «shelling from the checkpoints of X in Y hit Z».
            let fired = |rest: &[Item], b: &Item| is_fired(scope, rest) && is_post(scope.reading, b);
            let posts = match before {
                [rest @ .., a, b, c] if from(a) && inner(c) && fired(rest, b) => true,
                [.., a, b, c] => from(a) && inner(c) && own_posts(b),
                [.., a, b] => from(a) && own_posts(b) && scope.items[i].proclitic() == Some(Prep::At),
                _ => false,
            };
            let aims = |b: &&Item| !b.is_cue(Cue::Prep(Prep::On)); // «shells, the source of which is X, on Y»
            let sourced = before
                .iter()
                .rev()
                .take_while(|b| ends(b) && aims(b))
                .any(|b| b.to == b.from + 1 && SOURCE.contains(&scope.reading.text.fold_at(b.from)));
            sourced
                || before.last().is_some_and(comes)
                || posts
                || hits_another(scope, i)
                || governed && launched()
        }
        // Whoever flees flees from where they come.
        Frame::Flee => false,
        // «fought a group from X», «forces from X took Y».
        // «in each of X and Y», «in parts of X»: no origin.
        Frame::Fight => match before {
            // «in the northern part of X»: nor is that.
            [.., within, at, _, b] => out_of(b) && at.prep().is_none() && !inner(within),
            [at, _, b] => out_of(b) && at.prep().is_none(),
            _ => false,
        },
        Frame::Take if is_of_men(scope, before) => true,
        _ => matches!(before, [.., a, b] if from(b) && comes(a)),
    }
}

/// «the forces that advance», «the troops coming from X»: is the last word of actor `a`, or the next one, of setting out?
pub(in crate::events) fn comes_along(reading: &Reading<'_>, a: usize) -> bool {
    let end = reading.actors[a].tokens.end;
    let on_its_way = |t: usize| {
        let found = reading.knowledge.status.lexicon.longest_at(&reading.text, t);
        found.is_some_and(|m| m.value.iter().any(|c| c.sets_out()))
    };
    on_its_way(end - 1) || end < reading.text.tokens.len() && on_its_way(end)
}

/// Do the items end with a noun of bombing, and an adjective of it at most («artillery shelling»)?
pub(in crate::events) fn is_fired(scope: Scope<'_, '_>, items: &[Item]) -> bool {
    let strike = |n: &Item| n.noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Strike);
    match items {
        [.., noun, Item { what: What::Word, .. }] | [.., noun] => strike(noun),
        [] => false,
    }
}

/// «the checkpoints of X», «positions of X»: where those stand who fire.
fn is_post(reading: &Reading<'_>, item: &Item) -> bool {
    let Some(actor) = item.actor() else { return false };
    let vehicles = &reading.knowledge.triggers.lists.vehicles;
    let at = reading.actors[actor].tokens.start;
    reading.is_position(actor) || vehicles.longest_at(&reading.text, at).is_some()
}

/// «checkpoints of X in A bombed the town of B»: does the actor at item `i` stand in one place and fire at the next?
pub(in crate::events) fn fires_from(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    let inside = items.get(i + 1).is_some_and(|n| n.is_cue(Cue::Prep(Prep::At)));
    let place = items.get(i + 2).is_some_and(|n| matches!(n.what, What::Place(_)));
    inside && place && items.get(i + 3).is_some_and(|n| is_bare_place(reading, n))
}

/// «the army bombed, from the camp of X, the towns of Y and Z», «the forces stationed in X bombed the town of Y»: does a
/// bare place with a word for what it is follow the place at item `i`, which tells where those who fire stand?
fn hits_another(scope: Scope<'_, '_>, i: usize) -> bool {
    let out_of = |n: &Item| n.is_cue(Cue::Prep(Prep::From)) && scope.reading.text.fold_at(n.from) == OUT_OF;
    let Some(prep) = i.checked_sub(1) else { return false };
    // «the forces stationed in X bombed the town of Y».
    let stationed = || {
        let by = |n: &Item| matches!(n.what, What::Actor(_));
        let definite = |n: &Item| n.what == What::Word && scope.reading.text.is_definite(n.from);
        matches!(&scope.items[..prep], [.., a, b] if by(a) && definite(b))
            || matches!(&scope.items[..prep], [.., a] if is_post(scope.reading, a))
    };
    let inside = |n: &Item| n.is_cue(Cue::Prep(Prep::At));
    let origin = out_of(&scope.items[prep]) || inside(&scope.items[prep]) && stationed();
    origin && scope.items.get(i + 1).is_some_and(|n| is_bare_place(scope.reading, n))
}

/// Does the item name a place behind a word for what it is, with nothing before it («the town of X»)?
fn is_bare_place(reading: &Reading<'_>, item: &Item) -> bool {
    let What::Place(p) = item.what else { return false };
    let hit = &reading.places[p];
    let word = reading.knowledge.place_words.words.longest_at(&reading.text, hit.tokens.start);
    item.affixes.is_empty() && !hit.is_qualifier && word.is_some_and(|m| m.value.cue.is_some())
}
