//! Words that are verb and noun with a pronoun alike, where what stands before them leaves only the verb.

use super::item::{Item, What};
use crate::knowledge::status::Cue;
use crate::text::inflect::{Tense, VerbForm};

/// «lost it, then regained it», «but the forces regained it»: behind «then» and a verb in the feminine, or whoever acts and
/// «but», what is written like «its recapture» is a verb.
pub(super) fn is_verb_after_all(items: &[Item], i: usize, verb: VerbForm) -> bool {
    const REACH: usize = 14;
    if verb.tense != Tense::Perfect || !verb.is_feminine {
        return false;
    }
    // «the forces of the opposition»: of those who act only the first stands behind the opener.
    let doers = items[..i].iter().rev().take_while(|n| matches!(n.what, What::Actor(_))).count();
    let doer = doers > 0 && items[i - doers].proclitic().is_none();
    let opens = |n: &Item| n.what == What::Stop || n.is_cue(Cue::Contrast) || n.is_cue(Cue::That);
    if doer && i.checked_sub(doers + 1).is_none_or(|j| opens(&items[j])) {
        return true;
    }
    let [head @ .., opener, before] = &items[..i] else { return false };
    let told = |n: &Item| {
        let form = n.verb_trigger().map(|t| t.1).filter(|_| n.noun_trigger().is_none());
        form.is_some_and(|v| v.tense == Tense::Perfect && v.is_feminine)
    };
    let mut back =
        std::iter::once(opener).chain(head.iter().rev()).take(REACH).take_while(|n| !n.is_cue(Cue::After));
    before.is_cue(Cue::Then) && back.any(told)
}
