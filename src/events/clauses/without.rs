//! Verbs behind which nobody stands who might do what they tell: they go on from those told before.

use super::active::is_count;
use super::clause::{Clause, Opener};
use super::gender::opens_of_many;
use super::item::{Item, What};
use crate::events::acts::draft::Scope;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::inflect::Tense;

/// Does the verb of the clause name no subject, not even an unknown one?
pub(super) fn is_without_subject(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> bool {
    clause.subject.is_empty() && (names_no_subject(items, clause) || counts_object(reading, items, clause))
}

/// Does no noun that may be its subject stand right after the verb of the clause, or before it?
fn names_no_subject(items: &[Item], clause: &Clause) -> bool {
    let Some(ref finite) = clause.finite else { return false };
    let is_open = |i: &Item| match i.what {
        What::Word | What::Actor(_) | What::Number(_) => false,
        What::Known => i.noun_trigger().is_none(),
        _ => true,
    };
    let stranger = clause.items.start < finite.item
        && items[clause.items.start..finite.item].iter().any(|i| matches!(i.what, What::Number(_)));
    let next = items[finite.item + 1..clause.items.end].first();
    !stranger && (opens_of_many(clause, finite) || next.is_none_or(|n| n.prep().is_some() || is_open(n)))
}

/// «They arrested ten civilians», at the head of a sentence and with the verb in the feminine: of ten men who were arrested
/// it would be masculine, so that it tells what those told before did.
pub(in crate::events) fn counts_object(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> bool {
    let Some(verb) = clause.finite.filter(|f| f.verb.is_feminine && !f.verb.is_plural) else { return false };
    let harms = verb.trigger.is_some_and(|t| matches!(reading.frame_of(t), Frame::Harm | Frame::Hold));
    let opens = clause.opener == Opener::Start && verb.item <= clause.items.start + 1;
    let mut behind = items[verb.item + 1..clause.items.end].iter();
    let Some(count) = behind.next().filter(|n| is_count(reading, n)) else { return false };
    let counted = if matches!(count.what, What::Number(_)) { behind.next() } else { Some(count) };
    harms && opens && verb.verb.tense == Tense::Perfect && counted.is_some_and(|n| !are_women(reading, n))
}

/// Is it a word with a feminine ending?
pub(super) fn are_women(reading: &Reading<'_>, item: &Item) -> bool {
    const FEMININE: [&str; 2] = ["\u{647}", "\u{627}\u{62A}"];
    let word = reading.text.fold_at(item.to - 1);
    item.what == What::Word && FEMININE.iter().any(|f| word.ends_with(f))
}

/// Does the count at item `i` have «of» and an actor behind it?
pub(super) fn counts_of(items: &[Item], i: usize) -> bool {
    let of = items.get(i + 1).is_some_and(|n| n.is_cue(Cue::Prep(Prep::From)));
    of && items.get(i + 2).is_some_and(|n| matches!(n.what, What::Actor(_)))
}

/// «had killed, on 27 October, forty soldiers»: the item behind the verb at `item` and the day that stands right behind it.
pub(super) fn behind_day(scope: Scope<'_, '_>, item: usize) -> usize {
    let next = item + 1;
    let within = scope.items.get(next).is_some_and(|i| i.is_cue(Cue::Prep(Prep::At)) && !i.has_pronoun);
    let day = next + usize::from(within);
    let dated = scope.items.get(day).is_some_and(|i| matches!(i.what, What::Date(_)));
    if dated { day + 1 } else { next }
}

/// «bombed X on Sunday, and three were killed on Monday»: does the verb at `item` tell of another day than the clause whose
/// subject it would take over?
pub(super) fn is_of_own_day(scope: Scope<'_, '_>, item: usize) -> bool {
    let day = |i: &Item| matches!(i.what, What::Date(_));
    let own = scope.items[item..scope.clause().items.end].iter().any(day);
    let before = scope.clause().subject_from.or(scope.c.checked_sub(1));
    own && before.is_some_and(|c| scope.items[scope.clauses[c].items.clone()].iter().any(day))
}
