//! Of which side the counted are, and how many of each.

use super::counted::is_joined;
use crate::events::mentions::reading::{ActorClass, ActorHit, NumberHit, Reading};
use crate::events::{Toll, TollWho};
use crate::knowledge::tolls::TollWord;
use crate::text::TokenKind;
use crate::text::numbers::NumberWord;

/// The side that is named behind a count.
#[derive(Clone, Debug)]
pub(super) struct Side {
    /// Its code.
    pub(super) faction: String,
    /// What its armed people are, when they are told by nothing else.
    armed: Option<TollWho>,
    /// Is it the army of the government, whose fighters are soldiers?
    is_government: bool,
}

/// The side that «in the ranks of …» or «of the forces of …» names right behind a count that ends before token `at`.
pub(super) fn side_at(reading: &Reading<'_>, at: usize) -> Option<Side> {
    let bound = reading.knowledge.numbers.lexicon.longest_at(&reading.text, at);
    // «26 dead at least in the ranks of X».
    let at = at + bound.filter(|m| matches!(m.value, NumberWord::BoundAfter(_))).map_or(0, |m| m.n_tokens);
    let of = reading.knowledge.tolls.lexicon.longest_at(&reading.text, at);
    let start = at + of.filter(|m| *m.value == TollWord::InRanks).map_or(0, |m| m.n_tokens);
    let first = reading.actors.partition_point(|a| a.tokens.end <= at);
    // «20 of the fighters of X»: the name may begin with the word for whom it counts.
    // «20 of the soldiers of the garrison»: that noun tells no side.
    let noun = |a: &ActorHit| a.is_anonymous && a.tokens.start < at;
    let named = |a: &&ActorHit| a.tokens.start <= start && a.tokens.end > start && is_side(a) && !noun(a);
    let actor = reading.actors.get(first).filter(named)?;
    side_of(reading, actor)
}

/// «a commander in X», «X lost five soldiers»: the side of the one person whom `number` counts without a number, or of who
/// lost those whom it counts, the verb of losing being token `verb`.
pub(super) fn side_of_one(reading: &Reading<'_>, number: NumberHit, verb: usize) -> Option<Side> {
    let starting = |token: usize| {
        let at = reading.actors.partition_point(|a| a.tokens.start < token);
        let known = |a: &&ActorHit| matches!(a.class, ActorClass::Armed | ActorClass::Person);
        reading.actors.get(at).filter(|a| a.tokens.start == token).filter(known)
    };
    let one = || starting(number.from).filter(|_| number.to == number.from);
    let behind = || is_loss(reading, verb).then(|| starting(verb + 1))?;
    let loser = || behind().filter(|a| a.tokens.end == number.from);
    side_of(reading, one().or_else(loser)?)
}

/// Does a verb of losing or falling stand at token `at`?
pub(super) fn is_loss(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, at);
    word.is_some_and(|m| matches!(m.value, TollWord::Lose | TollWord::Fall))
}

/// The side of an actor.
fn side_of(reading: &Reading<'_>, actor: &ActorHit) -> Option<Side> {
    let id = actor.leader.or(actor.faction)?;
    let faction = reading.knowledge.conflict.faction(id);
    let states = &reading.knowledge.actors.states;
    let army = |s: usize| states.get(s).is_some_and(|s| s.origin.force == id);
    let force = reading.knowledge.place_words.states.values().any(|s| army(usize::from(s.0)));
    let armed = if faction.is_government || force { TollWho::Soldiers } else { TollWho::Fighters };
    Some(Side {
        faction: faction.code.clone(),
        armed: Some(armed).filter(|_| actor.class == ActorClass::Armed && !faction.is_rest),
        is_government: faction.is_government,
    })
}

fn is_side(actor: &ActorHit) -> bool {
    matches!(actor.class, ActorClass::Armed | ActorClass::State | ActorClass::Civilians)
}

/// Who is counted and of which faction, when `who` is told and a side.
pub(super) fn of_side(who: Option<TollWho>, side: Option<Side>) -> (TollWho, Option<String>) {
    let Some(side) = side else { return (who.unwrap_or(TollWho::All), None) };
    let who = match who {
        Some(TollWho::Fighters) if side.is_government && side.armed.is_some() => TollWho::Soldiers,
        Some(who) => who,
        None => side.armed.unwrap_or(TollWho::All),
    };
    (who, Some(side.faction))
}

/// «20 of the army, and 15 civilians»: is `number` joined by «and» to the side of those counted before token `at`?
pub(super) fn goes_on_behind(reading: &Reading<'_>, at: usize, number: NumberHit) -> bool {
    const PREPOSITION: usize = 2;
    const MARKS: usize = 2;
    let first = reading.actors.partition_point(|a| a.tokens.end <= at);
    let side = reading.actors.get(first);
    let side = side.filter(|a| a.tokens.start <= at + PREPOSITION && a.class == ActorClass::Armed);
    let Some(mut end) = side.map(|a| a.tokens.end) else { return false };
    let mark = |i: usize| reading.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Mark);
    for _ in 0..MARKS {
        end += usize::from(mark(end));
    }
    end <= number.from && is_joined(reading, end, number)
}

/// «three of them children»: is `number`, behind a mark, only a part of those counted before?
pub(super) fn is_part_of(reading: &Reading<'_>, number: NumberHit) -> bool {
    const OF: &str = "\u{645}\u{646}";
    let apart = number.from.checked_sub(1).is_some_and(|i| reading.text.tokens[i].kind == TokenKind::Mark);
    let subset = reading.knowledge.tolls.lexicon.longest_at(&reading.text, number.to);
    let subset = subset.filter(|m| *m.value == TollWord::Subset && m.n_tokens == 1);
    apart
        && subset.is_some()
        && reading.text.fold_at(number.to).starts_with(OF)
        && !reading.begins_count(number.to + 1)
}

/// Keeps the parts of a count when they are of two sides at least, one of them armed; «four children and three women» are
/// of one.
pub(super) fn keep_sides(parts: &mut Vec<Toll>) {
    let sided = |t: &Toll| t.who != TollWho::All || t.faction.is_some();
    let armed = |t: &Toll| {
        matches!(t.who, TollWho::Fighters | TollWho::Soldiers) || t.who == TollWho::All && t.faction.is_some()
    };
    let apart =
        parts.first().is_some_and(|f| parts.iter().any(|t| (t.who, &t.faction) != (f.who, &f.faction)));
    if !apart || !parts.iter().all(sided) || !parts.iter().any(armed) {
        parts.clear();
    }
}
