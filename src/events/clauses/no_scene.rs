//! Places behind a trigger that are no scene of what it tells: those of a part of what is counted, of whom something is done
//! for, of talks, of where people come from.

use super::item::{Item, What};
use crate::events::acts::aside::ends_in_pronoun;
use crate::events::acts::draft::Scope;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;
use crate::text::{AND, Affixes};

/// «among them 21 in X», «among them five men in X and three in Y»: is the count behind «among them» at item `i` one of
/// that place alone? «Killed twelve, among them four women, in X»: all of them there.
pub(super) fn counts_elsewhere(scope: Scope<'_, '_>, i: usize) -> bool {
    const REACH: usize = 14;
    let number = |n: &Item| matches!(n.what, What::Number(_));
    // «among it a massacre in X»: another act.
    if scope.items.get(i + 1).is_some_and(|n| n.noun_trigger().is_some()) {
        return true;
    }
    if !scope.items.get(i + 1).is_some_and(number) {
        return false;
    }
    let behind = scope.items.get(i + 2);
    let alone = behind.is_none_or(|n| {
        n.is_cue(Cue::Prep(Prep::At)) || n.is_cue(Cue::Prep(Prep::On)) || matches!(n.what, What::Place(_))
    });
    let more = || scope.items[i + 2..].iter().take(REACH).any(|n| number(n) && n.is_joined());
    alone || more()
}

/// «in support of X», «in solidarity with X»: whom it is done for.
pub(super) fn is_sake(scope: Scope<'_, '_>, i: usize) -> bool {
    let (text, sakes) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists.sakes);
    let sake = |j: usize| sakes.longest_at(text, scope.items[j].from).is_some();
    let with = i.checked_sub(2).filter(|&j| scope.items[j + 1].is_cue(Cue::Prep(Prep::With)));
    let whom = i.checked_sub(1).filter(|_| scope.items[i].affixes.has(Affixes::LI)).or(with);
    // «in solidarity with X and Y».
    let more = i
        .checked_sub(1)
        .filter(|&j| scope.items[i].is_joined() && matches!(scope.items[j].what, What::Place(_)));
    whom.is_some_and(sake) || more.is_some_and(|j| is_sake(scope, j))
}

/// «…, and the wounded were taken to hospitals in X»: where those who are hurt are taken to is not where they were hit.
pub(super) fn is_of_hospital(scope: Scope<'_, '_>, i: usize, frame: Frame) -> bool {
    const LONGEST: usize = 4;
    let (text, words) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists.hospitals);
    let hurt = matches!(frame, Frame::Harm | Frame::Strike | Frame::Fight | Frame::Flee);
    let near = i.saturating_sub(LONGEST)..i;
    let mut before = near.rev().take_while(|&j| !matches!(scope.items[j].what, What::Comma | What::Place(_)));
    let to = |j: usize| scope.items[j].is_cue(Cue::Prep(Prep::To)) || scope.items[j].prep() == Some(Prep::To);
    hurt && before.any(|j| {
        let house = words.longest_at(text, scope.items[j].from).is_some();
        house && (to(j) || j.checked_sub(1).is_some_and(to))
    })
}

/// «fighting resumed after the failure of the talks of X»: does the place at item `i` only name talks or a deal, in what is
/// told of an act of arms?
pub(super) fn is_of_talks(scope: Scope<'_, '_>, i: usize, frame: Frame) -> bool {
    let arms = matches!(frame, Frame::Fight | Frame::Strike | Frame::Harm | Frame::Take | Frame::Enter);
    let before = i.checked_sub(1).filter(|_| arms && scope.items[i].affixes.is_empty());
    let frame = before.and_then(|j| scope.items[j].noun_trigger()).map(|t| scope.trigger(t).frame);
    matches!(frame, Some(Frame::Meet | Frame::Deal))
}

/// «…, most of them from X»: does the word at item `i` say where those come from who were told before?
pub(super) fn says_of_whom(scope: Scope<'_, '_>, i: usize) -> bool {
    const FROM: &str = "\u{645}\u{646}";
    let (text, words) = (&scope.reading.text, &scope.reading.knowledge.tolls.lexicon);
    let item = &scope.items[i];
    let from = || scope.items.get(i + 1).is_some_and(|n| text.fold_at(n.from) == FROM);
    let most = words.longest_at(text, item.from).is_some_and(|m| *m.value == TollWord::Subset);
    most && from() && item.prep().is_none() && !item.is_cue(Cue::Prep(Prep::Between))
}

/// «X and its surroundings in the countryside of Y»: does item `i`, right behind a place, only name what lies about it?
pub(super) fn is_its_surroundings(scope: Scope<'_, '_>, i: usize) -> bool {
    let item = &scope.items[i];
    let after_place = i.checked_sub(1).is_some_and(|j| matches!(scope.items[j].what, What::Place(_)));
    if !after_place {
        return false;
    }
    let noun = item.what == What::Word || item.is_cue(Cue::Prep(Prep::At)) || item.is_cue(Cue::Partial);
    let joined = scope.reading.text.fold_at(item.from).starts_with(AND);
    noun && joined && ends_in_pronoun(scope.reading, item.from)
}

/// «among them»: does the item bring in some of those told before?
pub(super) fn is_among(item: &Item) -> bool {
    item.has_pronoun && item.is_cue(Cue::Prep(Prep::Between))
}
