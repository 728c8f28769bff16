//! Particles that are written like a verb, and those that take back a negation.

use super::item::{Item, What};
use crate::knowledge::status::Cue;
use crate::text::Affixes;
use crate::text::inflect::{Tense, VerbForm};

/// «so the displaced may return to their areas»: «so may» is written like «lost»; before another verb it is the particle.
pub(super) fn keep_particles(items: &mut [Item]) {
    for i in 1..items.len() {
        let [before, verb] = &mut items[i - 1..=i] else { continue };
        if !before.is_cue(Cue::May) || verb.verb_trigger().is_none() && verb.verb_cue().is_none() {
            continue;
        }
        if !before.triggers().is_empty() {
            before.drop_triggers(Affixes::FA);
        }
    }
}

/// «no fighting but in X», «took nothing but X»: does a word for all else stand behind the negation at item `i`?
pub(in crate::events) fn is_excepted(items: &[Item], i: usize) -> bool {
    const REACH: usize = 8;
    let stops = |n: &&Item| matches!(n.what, What::Comma | What::Stop);
    items[i + 1..].iter().take(REACH).take_while(|n| !stops(n)).any(|n| n.is_cue(Cue::Except))
}

/// The negated verb at item `i`, as one of what was done where the negation is taken back: «took nothing but X».
pub(super) fn done_but(items: &[Item], i: usize, verb: VerbForm) -> VerbForm {
    if is_excepted(items, i) { VerbForm { tense: Tense::Perfect, ..verb } } else { verb }
}
