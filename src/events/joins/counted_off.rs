//! What was fired or flown, counted off by where it went: «seven missiles, three of them at X, two at Y and one at each of Z
//! and W».

use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::text::Affixes;

/// Where the place stands that the count at item `i` went to, if there is one.
pub(super) fn counted_to(reading: &Reading<'_>, items: &[Item], i: usize) -> Option<usize> {
    let counts = &reading.knowledge.triggers.lists.counted_off;
    let opens = items[i].is_joined() || i > 0 && items[i - 1].what == What::Comma;
    let counted = match items[i].what {
        What::Number(_) => opens,
        // «and a third at Y»: the words that nothing else knows bear their «and» in the text only.
        What::Word | What::Known => counts
            .longest_at(&reading.text, items[i].from)
            .is_some_and(|m| opens || m.affixes.has(Affixes::WA)),
        _ => false,
    };
    if !counted {
        return None;
    }
    // «three of them».
    let of_them = |n: &Item| n.has_pronoun && n.is_cue(Cue::Prep(Prep::From));
    let to = i + 1 + usize::from(items.get(i + 1).is_some_and(of_them));
    let aimed = |n: &Item| n.is_cue(Cue::Prep(Prep::On)) || n.is_cue(Cue::Prep(Prep::To));
    items.get(to).filter(|n| aimed(n) && !n.has_pronoun)?;
    // «at each of X and Y».
    let place = |n: &usize| items.get(*n).is_some_and(|n| matches!(n.what, What::Place(_)));
    let each = items.get(to + 2).is_some_and(|n| n.is_cue(Cue::Prep(Prep::From)) && !n.has_pronoun);
    Some(to + 1).filter(place).or(Some(to + 3).filter(|n| each && place(n)))
}
