//! What falls or is lost that is no place: shells, the dead, men.

use super::draft::Scope;
use super::spot::opens_landmark;
use crate::events::clauses::clause::{Finite, Opener};
use crate::events::clauses::gender::fits_pronoun;
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::subject::coordinated;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm};
use crate::text::TokenKind;
use crate::text::inflect::Tense;
use crate::text::numbers::numeral_at;

/// «shells fell», «dead fell», «lost seven men»: what falls or is lost is no place.
pub(in crate::events) fn otherwise(reading: &Reading<'_>, items: &[Item], i: usize, finite: &Finite) -> bool {
    let falls = finite.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Fall);
    let bombs = |t: TriggerForm| reading.frame_of(t) == Frame::Strike;
    // «shells that fell on X»: whatever falls on something takes nothing.
    let lands = |n: &Item| n.is_cue(Cue::Prep(Prep::On));
    let there = items.get(i + 1).is_some_and(|n| n.is_cue(Cue::There));
    // «the last stronghold fell», where «last» is written like «others»; «the positions of X fell».
    let ground =
        items.get(i + 1 + usize::from(there)).is_some_and(|n| reading.says_cue(n.from, Cue::VaguePlace));
    let dead =
        |n: &Item| !ground && reading.knowledge.tolls.lexicon.longest_at(&reading.text, n.from).is_some();
    let loses = finite.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Lose && t.need.is_none());
    let mut behind = items[i + 1..].iter().skip_while(|n| matches!(n.what, What::Actor(_)));
    if loses && behind.next().is_some_and(|n| matches!(n.what, What::Number(_))) {
        return true;
    }
    // «twenty dead fell in it alone».
    let counted = |n: &Item| matches!(n.what, What::Number(_));
    let alone = there && items.get(i + 2).is_some_and(|n| matches!(n.what, What::Word));
    if falls && alone && items.get(i + 3).is_some_and(counted) {
        return true;
    }
    if falls && (follows_weapon(reading, items, i) || lies_under(reading, items, i, finite))
        || is_entrenched(reading, items, i, finite)
    {
        return true;
    }
    falls
        && items.get(i + 1 + usize::from(there)).is_some_and(|n| {
            // «dead and wounded, who fell in …»: a masculine plural is said of people.
            (finite.verb.is_plural && !finite.verb.is_feminine)
                || n.noun_trigger().is_some_and(bombs)
                || matches!(n.what, What::Number(_))
                || n.actor().is_some_and(|a| !ground && !is_numbered_unit(reading, a))
                || lands(n)
                || dead(n)
        })
}

/// «the pocket in which X is entrenched», «west of Y, where X is entrenched»: a verb in the present that only says where X
/// stands tells of no fight.
fn is_entrenched(reading: &Reading<'_>, items: &[Item], i: usize, finite: &Finite) -> bool {
    const WHERE: &str = "\u{62D}\u{64A}\u{62B}";
    let holds_out = finite.trigger.is_some_and(|t| {
        let trigger = &reading.knowledge.triggers.all[usize::from(t.trigger)];
        trigger.kind == "defence" && trigger.frame == Frame::Fight
    });
    let now = finite.verb.tense == Tense::Imperfect && !items[i].is_joined();
    let before = i.checked_sub(1).map(|j| &items[j]).filter(|_| holds_out && now);
    before.is_some_and(|b| b.is_cue(Cue::Relative) || reading.text.fold_at(b.from) == WHERE)
}

/// «X, which lies under the control of Y», «in an area that lies under their control»: a verb in the present that only
/// describes a place tells no change of hands.
fn lies_under(reading: &Reading<'_>, items: &[Item], i: usize, finite: &Finite) -> bool {
    let needs = finite.trigger.is_some_and(|t| t.need.is_some());
    let now = finite.verb.tense == Tense::Imperfect && !items[i].is_joined();
    let Some(before) = i.checked_sub(1).map(|j| &items[j]).filter(|_| needs && now) else { return false };
    let noun = matches!(before.what, What::Word) || before.is_cue(Cue::VaguePlace);
    before.is_cue(Cue::Relative) || noun && i > 1 && !reading.text.is_definite(before.to - 1)
}

/// «the division 16 fell»: does the actor bear the number of a unit, whose seat is ground that falls?
pub(in crate::events) fn is_numbered_unit(reading: &Reading<'_>, actor: usize) -> bool {
    let tokens = &reading.actors[actor].tokens;
    let number = |i: usize| reading.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let ordinal = |i: usize| {
        let found = numeral_at(&reading.text, &reading.knowledge.numbers, i);
        found.is_some_and(|n| n.is_ordinal())
    };
    let seat = |t: usize| reading.text.is_definite(t) || opens_landmark(reading, t);
    seat(tokens.start) && (tokens.start..=tokens.end).any(|i| number(i) || ordinal(i))
}

/// «a rocket that did not explode fell yesterday», «a shell that fell»: behind a weapon, and no place falls.
fn follows_weapon(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    const REACH: usize = 4;
    let place = |n: &Item| matches!(n.what, What::Place(_));
    let weapon =
        |n: &Item| reading.knowledge.triggers.lists.missiles.longest_at(&reading.text, n.from).is_some();
    let mut near = items[i.saturating_sub(REACH)..i].iter().rev();
    let ends = |n: &Item| {
        matches!(n.what, What::Place(_) | What::Comma | What::Stop | What::Actor(_)) || n.is_joined()
    };
    !items.get(i + 1).is_some_and(place) && near.find(|n| weapon(n) || ends(n)).is_some_and(weapon)
}

/// «shells fell on their houses and killed three»: does the verb of harm at item `i` go on with what was fired in the clause
/// before it?
pub(in crate::events) fn kills_on(scope: Scope<'_, '_>, i: usize) -> bool {
    let (reading, items) = (scope.reading, scope.items);
    let frame = |f: &Finite| f.trigger.map(|t| reading.frame_of(t));
    let harms = scope.clause().finite.filter(|f| f.item == i && frame(f) == Some(Frame::Harm));
    let before = scope.c.checked_sub(1).and_then(|c| scope.clauses[c].finite);
    let fell = before.filter(|f| frame(f) == Some(Frame::Strike) && f.item < i);
    let (Some(harms), Some(fell)) = (harms, fell) else { return false };
    let same = harms.verb.is_feminine == fell.verb.is_feminine && !harms.verb.is_plural;
    scope.clause().opener == Opener::Joined && same && follows_weapon(reading, items, fell.item)
}

/// «X, which had been …, fell into the hands of Y»: behind a relative clause of the place stands who took it.
pub(in crate::events) fn into_hands(scope: Scope<'_, '_>, item: usize) -> Option<Vec<usize>> {
    let own = scope.items.get(item + 1..scope.clause().items.end)?;
    let place = own.iter().rev().find(|n| n.what != What::Comma)?;
    let next = scope.clauses.get(scope.c + 1).filter(|n| n.opener == Opener::Relative)?;
    let by = |n: &Item| n.is_cue(Cue::Prep(Prep::By));
    if !matches!(place.what, What::Place(_)) || own.iter().any(by) {
        return None;
    }
    let at = next.items.clone().rev().find(|&i| by(&scope.items[i]))?;
    match scope.items.get(at + 1)?.what {
        What::Actor(a) if at + 1 < next.items.end => {
            Some(coordinated(scope.reading, scope.items, next.items.end, at + 1, a))
        }
        _ => None,
    }
}

/// «the town fell into their hands»: who was told to act before, when the pronoun may mean them.
pub(in crate::events) fn into_their_hands(scope: Scope<'_, '_>, item: usize) -> Option<Vec<usize>> {
    const MANY: &str = "\u{647}\u{645}";
    let reading = scope.reading;
    let by = |i: &&Item| i.has_pronoun && i.is_cue(Cue::Prep(Prep::By));
    let hands = scope.items.get(item + 1..scope.clause().items.end)?.iter().find(by)?;
    let at = hands.to - 1;
    let many = reading.text.fold_at(at).ends_with(MANY);
    let fits = |a: &usize| {
        let hit = &reading.actors[*a];
        let acts = matches!(hit.class, ActorClass::Armed | ActorClass::State) && !(many && hit.is_land);
        acts && fits_pronoun(reading, at, *a)
    };
    let before = scope.clauses.get(..=scope.c)?.iter().rev();
    let subject = before.map(|c| &c.subject).find(|s| !s.is_empty() && s.iter().all(fits)).cloned();
    // «with the approach of the fighters of X, the base fell into their hands».
    let named = || {
        let before = scope.items[..item].iter().rev().filter_map(Item::actor);
        before.filter(|_| many).find(|a| reading.actors[*a].class == ActorClass::Armed && fits(a))
    };
    subject.or_else(|| named().map(|a| vec![a]))
}
