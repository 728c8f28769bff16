//! Particles that are written like a verb, and those that take back a negation.

use super::clause::Finite;
use super::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::WordForm;
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

/// «does not hold more than X», and not «took nothing but X»: does the verb of a state at item `i`, whose negation is taken
/// back, stand behind another negation than that of the past?
pub(in crate::events) fn holds_only(
    reading: &Reading<'_>,
    items: &[Item],
    i: usize,
    finite: &Finite,
) -> bool {
    const NOT_DONE: &str = "\u{644}\u{645}";
    let state = finite.trigger.is_some_and(|t| {
        let now = matches!(t.form, WordForm::Verb(v) if v.tense == Tense::Imperfect);
        now && reading.knowledge.triggers.all[usize::from(t.trigger)].is_state
    });
    let before = i.checked_sub(1).map(|j| &items[j]).filter(|b| b.is_cue(Cue::Negation));
    let past = |b: &Item| reading.text.fold_at(b.from).ends_with(NOT_DONE);
    state && finite.verb.tense == Tense::Perfect && before.is_some_and(|b| !past(b))
}

/// «at once», «in turn», «on the other hand», «also»: does a word of this sort stand between a verb and its subject?
pub(super) fn is_aside(cue: Cue) -> bool {
    matches!(cue, Cue::Skip | Cue::Then | Cue::Contrast | Cue::Unopposed)
}
