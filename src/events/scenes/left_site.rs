//! «withdrew from the headquarters of the division», «its people fled»: what is left has no name of its own, and is of the
//! place told before.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Folded «inside», and «its», «their» of two.
const INSIDE: &str = "\u{62F}\u{627}\u{62E}\u{644}";
const ITS: [&str; 2] = ["\u{647}\u{627}", "\u{647}\u{645}\u{627}"];

/// Do troops leave a site that is told by its noun alone?
pub(super) fn leaves_site(reading: &Reading<'_>, draft: &Draft) -> bool {
    const REACH: usize = 8;
    let leaves = draft.kind == EventKind::Withdrawal && draft.frame == Frame::Leave;
    if !leaves || draft.is_noun || draft.initiators.is_empty() || !draft.places.is_empty() {
        return false;
    }
    let end = reading.sentences[draft.sentence].tokens.end.min(draft.trigger.1 + REACH);
    let words = &reading.knowledge.place_words.words;
    let site = |t: usize| {
        let word = words.longest_at(&reading.text, t);
        word.is_some_and(|m| m.value.cue.is_some_and(|c| !c.many) || m.value.part.is_some())
    };
    (draft.trigger.1..end.saturating_sub(1)).any(|t| {
        // «withdrew to a town nearby»: from where, the story tells.
        let to = draft.destination.is_none() && reading.says_cue(t, Cue::Prep(Prep::To));
        let from = to || reading.says_cue(t, Cue::Prep(Prep::From));
        from && (site(t + 1) || reading.text.fold_at(t + 1) == INSIDE)
    })
}

/// Is it «its people» who flee?
pub(super) fn takes_its_people(reading: &Reading<'_>, draft: &Draft) -> bool {
    draft.kind == EventKind::Displacement
        && !draft.is_noun
        && draft.initiators.iter().any(|&a| {
            let hit = &reading.actors[a];
            let last = reading.text.fold_at(hit.tokens.end - 1);
            hit.class == ActorClass::Civilians && ITS.iter().any(|its| last.ends_with(its))
        })
}
