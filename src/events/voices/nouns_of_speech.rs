//! Statements told by a noun: «a UN call for», «Arab condemnations of», «the demand of X that», at the head of a line, as
//! what an act called forth, or after it.

use super::speech::speakers;
use crate::events::acts::draft::{Actors, Scope};
use crate::events::acts::nominal::is_label;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::text::Affixes;

/// Who speaks in the noun of speech at `item`, and where the words end.
pub(super) fn noun_of_speech(
    scope: Scope<'_, '_>,
    contents: &[Option<usize>],
    item: usize,
) -> Option<(Actors, usize)> {
    let clause = scope.clause();
    // «X said that the American demands», «denied the Israeli accusations»: spoken of by another.
    let spoken_of = contents.get(scope.c).is_some_and(Option::is_some) || clause.speech().is_some();
    if spoken_of || scope.items[item].affixes.has_any(Affixes::AL.with(Affixes::LI).with(Affixes::KA)) {
        return None;
    }
    let found = by_adjective(scope, item).or_else(|| at_head(scope, item))?;
    let mut words = scope.items[clause.items.clone()].iter().rev();
    let last = words.find(|i| !matches!(i.what, What::Stop | What::Comma))?;
    Some((found, last.to))
}

/// Is the noun at `item` followed by an adjective of many («Arab», «international»)?
pub(super) fn is_of_many(scope: Scope<'_, '_>, item: usize) -> bool {
    // «in spite of international warnings»: of nobody, and only said aside.
    let aside = item.checked_sub(1).is_some_and(|j| {
        let cue = |c| scope.items[j].is_cue(c);
        cue(Cue::After) || cue(Cue::Prep(Prep::About)) || cue(Cue::Prep(Prep::With))
    });
    if aside {
        return false;
    }
    let many = &scope.reading.knowledge.status.speech_of_many;
    let behind = scope.items[item + 1..scope.clause().items.end].iter().take(2);
    behind.into_iter().any(|i| many.longest_at(&scope.reading.text, i.from).is_some())
}

/// «an American warning of», «wide Arab condemnations of»: adjectives right behind the noun say whose words they are.
fn by_adjective(scope: Scope<'_, '_>, item: usize) -> Option<Actors> {
    const ADJECTIVES: usize = 4;
    let (items, text) = (scope.items, &scope.reading.text);
    let indefinite = |i: &Item| !text.is_definite(i.from) && i.proclitic().is_none();
    let many = |i: &Item| scope.reading.knowledge.status.speech_of_many.longest_at(text, i.from).is_some();
    let states = |i: &Item| i.actor().is_some_and(|_| is_nisba(text.fold_at(i.to - 1)));
    let behind = items[item + 1..scope.clause().items.end].iter();
    let adjectives = behind.take(ADJECTIVES).take_while(|i| {
        let word = matches!(i.what, What::Word | What::Known | What::Actor(_)) && i.prep().is_none();
        word && indefinite(i) && (states(i) || many(i) || i.what == What::Word)
    });
    let named: Vec<&Item> = adjectives.collect();
    let first = named.first()?;
    // One word may stand before whose they are («wide Arab condemnations»).
    let whose = |i: &Item| states(i) || many(i);
    if !(whose(first) || named.get(1).is_some_and(|i| whose(i))) {
        return None;
    }
    let actors: Vec<usize> = named.iter().filter_map(|i| i.actor()).collect();
    let found = speakers(scope.reading, &[], &actors, Speech::Demand);
    // What is said follows, or the noun is what an act called forth.
    let next = items.get(item + 1 + named.len());
    let content = next.is_some_and(|n| n.prep().is_some() || n.is_cue(Cue::That) || n.is_cue(Cue::After));
    let called_forth = item > scope.clause().items.start;
    (content || called_forth).then_some(found)
}

/// «X's call for», «X's announcement of the end of»: at the head of a line without a verb, whose words they are stands right
/// behind the noun, and what was said behind that.
fn at_head(scope: Scope<'_, '_>, item: usize) -> Option<Actors> {
    const TITLE: usize = 2;
    let (items, clause) = (scope.items, scope.clause());
    let opens = items[clause.items.start..item].iter().all(|i| is_label(&i.what));
    if !opens || clause.finite.is_some() || items[item].has_pronoun {
        return None;
    }
    let behind = item + 1..clause.items.end;
    let plain = |i: &&Item| i.what == What::Word && !i.is_joined();
    let title = items[behind.clone()].iter().take(TITLE).take_while(plain).count();
    let at = item + 1 + title;
    let speaker = items.get(at).filter(|i| i.prep().is_none() && !i.is_joined())?.actor()?;
    let last = behind.clone().skip(title).take_while(|&i| items[i].actor().is_some()).last()?;
    let next = items.get(last + 1).filter(|_| last + 1 < clause.items.end)?;
    let within = next.is_cue(Cue::Prep(Prep::At)) && next.proclitic().is_none();
    let mark = matches!(next.what, What::Comma | What::Stop | What::Date(_));
    let content = !within && !mark && !next.is_joined();
    let whole = scope.reading.actors[speaker].class != ActorClass::Civilians;
    let found = speakers(scope.reading, &[], &[speaker], Speech::Demand);
    (content && whole && !found.is_empty()).then_some(found)
}

/// Does a word end like the adjective of a land?
fn is_nisba(word: &str) -> bool {
    const HE: &str = "\u{64A}";
    const SHE: &str = "\u{64A}\u{647}";
    word.ends_with(HE) || word.ends_with(SHE)
}
