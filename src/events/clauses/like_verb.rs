//! Nouns and adjectives in the accusative that are written like a verb of two.

use super::item::{Item, What};
use crate::knowledge::status::Cue;
use crate::text::Affixes;
use crate::text::inflect::{Tense, VerbForm};

/// «the army repelled an attempt to steal in»: a noun in the accusative, written like a verb of two, is the object of the
/// verb before it.
pub(super) fn is_object_of_verb(items: &[Item], i: usize) -> bool {
    let named = |b: &&Item| matches!(b.what, What::Actor(_) | What::Date(_) | What::Word | What::Quote);
    let past = |b: &Item| {
        let form = b.verb_trigger().map(|t| t.1).or(b.verb_cue().map(|c| c.1));
        form.is_some_and(|v| v.tense == Tense::Perfect)
    };
    let governor = || items[..i].iter().rev().find(|b| !named(b));
    items[i].noun_trigger().is_some() && !items[i].is_joined() && governor().is_some_and(past)
}

/// «a column belonging to X»: an adjective in the accusative, written like a verb of two.
pub(super) fn is_adjective(items: &[Item], i: usize, verb: VerbForm) -> bool {
    let thing = |n: &Item| n.what == What::Word || n.is_cue(Cue::VaguePlace);
    let noun = i.checked_sub(1).is_some_and(|j| thing(&items[j]));
    let to_whom = items.get(i + 1).is_some_and(|n| n.affixes.has(Affixes::LI));
    verb.is_plural && verb.tense == Tense::Perfect && noun && to_whom && !items[i].is_joined()
}

/// «that a bombing of X killed»: an accusative behind «that», written like a verb of two.
pub(super) fn is_behind_that(items: &[Item], i: usize, verb: VerbForm) -> bool {
    let that =
        i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::That) && !items[j].is_cue(Cue::ThatThey));
    that && verb.is_plural && verb.tense == Tense::Perfect && items[i].noun_trigger().is_some()
}

/// «thirty students»: a noun in the accusative behind its number, written like «both demanded».
pub(super) fn is_counted(items: &[Item], i: usize, verb: VerbForm) -> bool {
    let number = i.checked_sub(1).is_some_and(|j| matches!(items[j].what, What::Number(_)));
    let speaks =
        matches!(items[i].verb_cue(), Some((Cue::Speech(_), _))) && items[i].verb_trigger().is_none();
    let two = verb.is_plural && !verb.is_feminine && verb.tense == Tense::Perfect;
    number && speaks && two && !items[i].is_joined()
}
