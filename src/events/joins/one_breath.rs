//! «clashes and shelling between X and Y in Z»: nouns of war told in one breath share their sides and their place.

use crate::events::acts::draft::Scope;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Is the noun at item `next` joined to the one at `item`, with nothing but adjectives between them?
pub(in crate::events) fn in_one_breath(scope: Scope<'_, '_>, item: usize, next: usize) -> bool {
    const ADJECTIVES: usize = 2;
    let fights = |i: usize| {
        let frame = scope.items[i].noun_trigger().map(|t| scope.trigger(t).frame);
        matches!(frame, Some(Frame::Fight | Frame::Strike))
    };
    let between = &scope.items[item + 1..next];
    let adjectives = between.len() <= ADJECTIVES && between.iter().all(|i| i.what == What::Word);
    let bare = scope.items[item].verb_trigger().is_none();
    adjectives && bare && scope.items[next].affixes == Affixes::WA && fights(item) && fights(next)
}

/// «fierce clashes and shelling between X and Y»: a word that could be «and shelled», behind another noun of war of whom
/// nobody is the subject, and with an adjective or a preposition behind it.
pub(in crate::events) fn is_joined_noun(items: &[Item], i: usize) -> bool {
    const ADJECTIVES: usize = 2;
    let item = &items[i];
    if item.affixes != Affixes::WA || item.noun_trigger().is_none() {
        return false;
    }
    let words = items[..i].iter().rev().take(ADJECTIVES).take_while(|b| b.what == What::Word).count();
    let Some(at) = i.checked_sub(words + 1) else { return false };
    let noun = items[at].noun_trigger().is_some() && items[at].verb_trigger().is_none();
    let begins = |b: &&Item| !matches!(b.what, What::Comma | What::Stop);
    let done = |b: &Item| matches!(b.what, What::Actor(_));
    let nobody = !items[..at].iter().rev().take_while(begins).any(done);
    let adjective = |n: &Item| n.what == What::Word && !n.affixes.has(Affixes::AL);
    let behind = |n: &Item| adjective(n) || n.prep().is_some() && !done(n);
    noun && nobody && items.get(i + 1).is_some_and(behind)
}

/// «the deal provides for the return of X and the moving of Y»: could item `i`, joined by «and», be a verb, though a verb of
/// providing and its preposition govern the list?
fn is_term(items: &[Item], i: usize) -> bool {
    const NEAR: usize = 3;
    let opens = |n: &Item| n.what == What::Stop || n.is_cue(Cue::That) || n.is_cue(Cue::Relative);
    let plans = |n: &Item| matches!(n.verb_cue(), Some((Cue::Plan, _)));
    let noun = items[i].affixes == Affixes::WA && items[i].noun_trigger().is_some();
    let Some(verb) = items[..i].iter().rposition(|n| opens(n) || plans(n)).filter(|_| noun) else {
        return false;
    };
    let on = |n: &Item| n.is_cue(Cue::Prep(Prep::On));
    plans(&items[verb]) && items[verb + 1..i].iter().take(NEAR).any(on)
}

/// «X announced the repelling of an attack, and the killing of ten and the destruction of a tank»: a word that could be «and
/// killed» between two nouns of acts that a verb of saying or doing governs.
pub(in crate::events) fn is_in_row(items: &[Item], i: usize) -> bool {
    const REACH: usize = 8;
    if is_term(items, i) {
        return true;
    }
    let counts = items.get(i + 1).is_some_and(|n| matches!(n.what, What::Number(_)));
    if items[i].affixes != Affixes::WA || !counts {
        return false;
    }
    let act = |n: &Item| n.noun_trigger().is_some() && n.verb_trigger().is_none() && n.verb_cue().is_none();
    let parts = |n: &Item| {
        n.what == What::Stop || n.is_cue(Cue::That) || n.is_cue(Cue::Relative) || n.is_cue(Cue::Subordinate)
    };
    let governs = |n: &Item| matches!(n.verb_cue(), Some((Cue::Speech(_) | Cue::Light, _)));
    let mut behind = items[i + 1..].iter().take(REACH).take_while(|n| !parts(n));
    let row = behind.any(|n| n.affixes == Affixes::WA && act(n));
    let Some(verb) = items[..i].iter().rposition(|n| parts(n) || governs(n)) else { return false };
    let between = &items[verb + 1..i];
    let told = governs(&items[verb]) && between.iter().any(|n| act(n) && !n.is_joined());
    told && (row || !between.iter().any(|n| n.what == What::Comma))
}
