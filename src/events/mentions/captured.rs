//! «the army captured six fighters»: the verb of capturing is written like «families», and who captures stands behind it.

use super::reading::{ActorClass, ActorHit, NumberHit};
use crate::knowledge::Knowledge;
use crate::knowledge::triggers::Frame;
use crate::text::{Affixes, Text};

/// The tokens of words for families that are verbs of capturing: an armed side stands right behind, and behind that side
/// those who are counted or told in the accusative. «The families of the army …» would have a verb there, or nothing.
pub(super) fn captors(
    text: &Text<'_>,
    knowledge: &Knowledge,
    actors: &[ActorHit],
    numbers: &[NumberHit],
) -> Vec<usize> {
    const ACCUSATIVE: char = '\u{627}';
    let person = |at: usize| {
        let tolls = &knowledge.tolls;
        let one = tolls.ones.longest_at(text, at).or_else(|| tolls.offices.longest_at(text, at));
        one.is_some_and(|m| m.affixes.is_empty() || m.affixes == Affixes::AL)
    };
    let seized = |at: usize| {
        let counts = numbers.binary_search_by_key(&at, |n| n.from).is_ok();
        counts || text.tokens.get(at).is_some() && person(at) && text.fold_at(at).ends_with(ACCUSATIVE)
    };
    let verb = |pair: &[ActorHit]| {
        let [families, captor] = pair else { return None };
        let at = families.tokens.start;
        let ambiguous = families.tokens.len() == 1
            && families.class == ActorClass::Civilians
            && !text.is_definite(at)
            && knowledge.triggers.of_frame_at(text, at, Frame::Hold).is_some();
        let armed = matches!(captor.class, ActorClass::Armed | ActorClass::State);
        (ambiguous && armed && captor.tokens.start == at + 1 && seized(captor.tokens.end)).then_some(at)
    };
    actors.windows(2).filter_map(verb).collect()
}
