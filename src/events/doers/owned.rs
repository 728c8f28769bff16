//! Whose the troops, vehicles and planes are that act: «columns of X entered», «a brigade belonging to X took».

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::subject::coordinated;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Most words between a noun and its owner.
const ADJECTIVES: usize = 3;

/// The owner of the noun that follows the verb of `clause` as its subject.
pub(in crate::events) fn owner_behind(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    verb: usize,
) -> Option<Vec<usize>> {
    let end = clause.items.end;
    let frame = items[verb].verb_trigger().map(|(t, _)| reading.frame_of(t));
    if let Some(owner) = owner_ahead(reading, items, verb, frame?) {
        return Some(vec![owner]);
    }
    let noun = items.get(verb + 1).filter(|n| verb + 1 < end && is_noun(reading, n))?;
    let behind_name = name_end(items, verb + 2, end);
    let at = (behind_name..end.min(behind_name + 1 + ADJECTIVES))
        .find(|&i| items[i].what != What::Word && !ties(reading, items, i))?;
    let What::Actor(a) = items[at].what else { return None };
    let unit = items[at].affixes.has(Affixes::LI) && acts(reading, a);
    let part = ties(reading, items, at - 1);
    let indefinite = !reading.text.is_definite(noun.from) && at <= behind_name + 1;
    if !unit || !(part || indefinite) || reading.is_position(a) {
        return None;
    }
    let acting = match frame? {
        Frame::Enter
        | Frame::Reach
        | Frame::Move
        | Frame::Leave
        | Frame::Flee
        | Frame::Take
        | Frame::Fight => true,
        Frame::Strike => {
            // «a plane of X hit a hospital»: what flies has an owner, and no more.
            let air = reading.knowledge.triggers.lists.air.longest_at(&reading.text, noun.from).is_some();
            let hit = |n: &Item| is_object(n) || air && n.what == What::Word;
            // «a plane of X, on Monday, hit a hospital».
            let aside = |n: &&Item| !matches!(n.what, What::Comma | What::Date(_));
            items[at + 1..end.max(at + 1)].iter().find(aside).is_some_and(hit)
        }
        // «a drone of X killed three».
        Frame::Harm => reading.knowledge.triggers.lists.air.longest_at(&reading.text, noun.from).is_some(),
        _ => false,
    };
    acting.then(|| coordinated(reading, items, end, at, a))
}

/// «planes of the make "A" belonging to X», «drones "B" of X»: where the name in quotation marks ends that stands behind
/// the noun before item `from`; `from` when there is none.
fn name_end(items: &[Item], from: usize, end: usize) -> usize {
    const BEFORE: usize = 4;
    const NAME: usize = 4;
    let quote = |i: &usize| items[*i].what == What::Quote;
    let plain = |i: &usize| items[*i].what == What::Word || items[*i].is_cue(Cue::Prep(Prep::From));
    let before = (from..end).take(BEFORE).take_while(plain).count();
    let opens = Some(from + before).filter(|i| *i < end && quote(i));
    let closes = opens.and_then(|open| (open + 1..end).take(NAME).find(quote));
    closes.map_or(from, |close| close + 1)
}

/// «a drone of X bombed Y», the noun first: the owner right before the verb of what flies.
fn owner_ahead(reading: &Reading<'_>, items: &[Item], verb: usize, frame: Frame) -> Option<usize> {
    let at = verb.checked_sub(1).filter(|_| matches!(frame, Frame::Strike | Frame::Harm))?;
    let What::Actor(a) = items[at].what else { return None };
    let unit = items[at].affixes.has(Affixes::LI) && acts(reading, a) && !reading.is_position(a);
    let air = &reading.knowledge.triggers.lists.air;
    let mut nouns =
        items[at.saturating_sub(ADJECTIVES)..at].iter().rev().take_while(|n| n.what == What::Word);
    let flies = nouns.any(|n| air.longest_at(&reading.text, n.from).is_some() && n.proclitic().is_none());
    (unit && flies).then_some(a)
}

/// May it be the noun of a unit, and no object in the accusative?
fn is_noun(reading: &Reading<'_>, item: &Item) -> bool {
    const ACCUSATIVE: char = '\u{627}';
    let noun = match item.what {
        What::Word => true,
        What::Known => item.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Send),
        _ => false,
    };
    noun && item.proclitic().is_none() && !reading.text.fold_at(item.from).ends_with(ACCUSATIVE)
}

fn acts(reading: &Reading<'_>, actor: usize) -> bool {
    matches!(reading.actors[actor].class, ActorClass::Armed | ActorClass::State)
}

/// A place, a side or a vague place: what a strike may hit.
fn is_object(item: &Item) -> bool {
    let on = item.is_cue(Cue::Prep(Prep::On)) || item.is_cue(Cue::VaguePlace);
    on || matches!(item.what, What::Place(_) | What::Actor(_))
        && item.proclitic().is_none()
        && !item.is_joined()
}

/// Is item `i` a word that ties a group to a patron («belonging», «loyal»)?
fn ties(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    let word = matches!(items[i].what, What::Word | What::Known);
    let words = &reading.knowledge.actors.words;
    word && words
        .longest_at(&reading.text, items[i].from)
        .is_some_and(|m| m.value.relation.is_some_and(|(_, verb)| !verb))
}

/// Does the actor at item `i` stand behind such a word? It is whose the group is, and does nothing itself.
pub(super) fn is_patron(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    items[i].affixes.has(Affixes::LI) && i.checked_sub(1).is_some_and(|j| ties(reading, items, j))
}

/// Does «of» behind the noun at `item` name whose troops they are: those that withdraw, or that arrive?
pub(super) fn is_owned(scope: Scope<'_, '_>, item: usize, frame: Option<Frame>) -> bool {
    let before = || {
        let before = &scope.items[item.checked_sub(1)?];
        let noun = before.noun_trigger().map(|t| scope.trigger(t).frame);
        scope.trigger_frame(item - 1).or(noun)
    };
    match frame {
        Some(Frame::Leave) => true,
        Some(Frame::Send) => matches!(before(), Some(Frame::Reach | Frame::Enter)),
        _ => false,
    }
}

/// «a raid of X»: the side behind «of», right after the noun at `item` or an adjective of it.
pub(super) fn of_owner(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let words = &scope.reading.knowledge.actors.words;
    let adjective = |i: &usize| {
        let word = words.longest_at(&scope.reading.text, scope.items[*i].from);
        scope.items[*i].what == What::Word && word.is_some_and(|m| m.value.modifier.is_some())
    };
    let at = (item + 1..scope.clause().items.end).take(2).find(|i| !adjective(i))?;
    match scope.items[at].what {
        What::Actor(a) => {
            let unit = acts(scope.reading, a) && !scope.reading.is_position(a);
            (unit && scope.items[at].affixes.has(Affixes::LI)).then_some(a)
        }
        _ => None,
    }
}

/// «with air support from X», «with Y artillery cover»: does the actor at item `i` only stand behind those who act?
pub(super) fn is_backer(items: &[Item], i: usize) -> bool {
    const NEAR: usize = 4;
    let between = |n: &&Item| n.what == What::Word || n.is_cue(Cue::Prep(Prep::From));
    let before = &items[i.saturating_sub(NEAR)..i];
    let opens = before.iter().rev().find(|n| !between(n));
    opens.is_some_and(|n| n.is_cue(Cue::Backing))
}
