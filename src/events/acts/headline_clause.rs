//! Headlines without a verb: «an advance of X in Y», and one that a sentence with a verb joins («raids on X and Y takes Z»).

use crate::events::clauses::clause::Finite;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::text::Affixes;
use crate::text::inflect::Tense;

/// «an advance of X», «a shelling of X on Y», written like «advanced»: with «of» and one who acts right behind it, the
/// word at item `i` is a noun.
pub(in crate::events) fn is_noun_of_doer(items: &[Item], i: usize) -> bool {
    let of = |n: &Item| matches!(n.what, What::Actor(_)) && n.affixes.has(Affixes::LI);
    !items[i].is_joined() && items.get(i + 1).is_some_and(of)
}

/// «raids on X and Y takes Z»: where a second subject begins, joined to the noun of what happened and with its verb in
/// the present tense right behind it.
pub(in crate::events) fn second_headline(
    reading: &Reading<'_>,
    items: &[Item],
    finite: &Finite,
    start: usize,
) -> Option<usize> {
    let quote = |j: &usize| items[*j].what == What::Quote;
    let one = finite.verb.tense == Tense::Imperfect && !items[finite.item].is_joined();
    let subject = (start..finite.item).filter(|_| one).rev().find(|j| !quote(j))?;
    let actor = |n: &Item| matches!(n.what, What::Actor(_));
    let named = actor(&items[subject]) && items[subject].affixes == Affixes::WA;
    let before = &items[start..subject];
    let told = before.iter().any(|n| n.noun_trigger().is_some());
    let open = before.iter().any(|n| n.is_cue(Cue::Prep(Prep::Between)));
    let last = before.iter().rfind(|n| n.what != What::Quote);
    // «the shelling by X and Y kills ten»: one subject of two.
    let another = last.is_some_and(|n| !actor(n) || is_adjective_of_act(reading, before));
    (named && told && another && !open).then_some(subject)
}

/// «Russian raids and X takes Y»: is the side right behind the noun only its adjective?
fn is_adjective_of_act(reading: &Reading<'_>, before: &[Item]) -> bool {
    const OF_ORIGIN: [&str; 2] = ["\u{64A}", "\u{64A}\u{647}"];
    let [.., noun, side] = before else { return false };
    let word = reading.text.fold_at(side.to - 1);
    let of_origin = side.to == side.from + 1 && OF_ORIGIN.iter().any(|end| word.ends_with(end));
    noun.noun_trigger().is_some() && !noun.affixes.has(Affixes::AL) && side.affixes.is_empty() && of_origin
}
