//! What means part of a place told before: «its quarters», «three of them», «both».

use super::item::What;
use crate::events::acts::draft::Scope;
use crate::knowledge::PartKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «attacked the quarters of X and took three of them», «a number of them»: does a count stand right before «of them» at item
/// `i`?
pub(super) fn is_some_of_them(scope: Scope<'_, '_>, i: usize) -> bool {
    let portions = &scope.reading.knowledge.triggers.lists.portions;
    scope.items[i].is_cue(Cue::ThereFrom)
        && i.checked_sub(1).is_some_and(|j| {
            let before = &scope.items[j];
            let counted = matches!(before.what, What::Number(_));
            counted || portions.longest_at(&scope.reading.text, before.from).is_some()
        })
}

/// «most of its quarters», «its outskirts»: a part of the place told before.
pub(super) fn is_part_of_it(scope: Scope<'_, '_>, i: usize) -> bool {
    let reading = scope.reading;
    let found = reading.knowledge.place_words.words.longest_at(&reading.text, scope.items[i].from);
    let quarters = |p: PartKind| matches!(p, PartKind::Quarters | PartKind::Outskirts | PartKind::Centre);
    found.is_some_and(|m| m.pronoun && m.value.part.is_some_and(quarters))
}

/// «took its centre», «entered its outskirts»: does the word at item `i`, of an act of ground, mean a part of the place told
/// before?
pub(super) fn takes_part(scope: Scope<'_, '_>, i: usize, frame: Frame) -> bool {
    matches!(frame, Frame::Take | Frame::Enter) && !scope.items[i].is_joined() && is_part_of_it(scope, i)
}

/// «on all its quarters», «its quarters altogether»: a word for all stands before or after.
pub(super) fn is_whole(scope: Scope<'_, '_>, i: usize) -> bool {
    let is_word = |i: usize| scope.items.get(i).is_some_and(|w| w.what == What::Word);
    let governed = i >= 2 && is_word(i - 1) && scope.items[i - 2].is_cue(Cue::Prep(Prep::On));
    let bare = |i: usize| !scope.reading.text.is_definite(scope.items[i].from);
    governed || (is_word(i + 1) && bare(i + 1) && !scope.items[i + 1].is_joined())
}

/// «from both», «in both»: a preposition with the pronoun of two.
pub(super) fn means_two(scope: Scope<'_, '_>, i: usize) -> bool {
    const BOTH: &str = "\u{647}\u{645}\u{627}";
    scope.reading.text.fold_at(scope.items[i].to - 1).ends_with(BOTH)
}

/// «the three towns», «the two ports»: how many places named before are meant.
pub(super) fn named_before(scope: Scope<'_, '_>, i: usize) -> Option<usize> {
    let item = scope.items.get(i).filter(|it| it.affixes.has(Affixes::AL))?;
    if item.is_cue(Cue::TwoPlaces) {
        return Some(2);
    }
    match scope.items.get(i + 1)?.what {
        What::Number(n) => {
            let number = scope.reading.numbers[n];
            (number.high == Some(number.low) && (2..=9).contains(&number.low)).then_some(number.low as usize)
        }
        _ => None,
    }
}

/// «X and all of Y»: a joined word for all of a place, with the place right behind it.
pub(super) fn is_and_all_of(scope: Scope<'_, '_>, i: usize) -> bool {
    let wholes = &scope.reading.knowledge.triggers.lists.wholes;
    let joined =
        wholes.longest_at(&scope.reading.text, scope.items[i].from).is_some_and(|m| m.affixes == Affixes::WA);
    joined && scope.items.get(i + 1).is_some_and(|n| matches!(n.what, What::Place(_)) && n.affixes.is_empty())
}
