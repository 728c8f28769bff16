//! «after the fall of X, the army made for it»: a place that only tells when, and which «it» and «the city» do not mean.

use super::resolve::{Resolver, family};
use super::scan::Draft;
use super::{PlaceMention, PlaceRole};
use crate::knowledge::Knowledge;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::{Frame, WordForm};
use crate::text::{BEFORE, Text};

/// Does the place at token `start` follow «after the fall of», «weeks after the taking of», «days after its entry into»?
pub fn tells_when(text: &Text<'_>, knowledge: &Knowledge, start: usize) -> bool {
    const OF: &str = "\u{645}\u{646}";
    const ON: &str = "\u{639}\u{644}\u{64A}";
    const TO: &str = "\u{627}\u{644}\u{64A}";
    const SPAN: usize = 4;
    let after = |t: usize| {
        let found = knowledge.status.lexicon.longest_at(text, t);
        text.fold_at(t) == BEFORE || found.is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::After))
    };
    // «days after its taking of X», with «on» before X.
    let on = start.checked_sub(1).is_some_and(|t| matches!(text.fold_at(t), ON | TO));
    let Some(noun) = start.checked_sub(1 + usize::from(on)).filter(|&t| !text.is_definite(t)) else {
        return false;
    };
    let falls = knowledge.triggers.lexicon.longest_at(text, noun).is_some_and(|m| {
        m.value.iter().any(|t| {
            let frame = knowledge.triggers.all[usize::from(t.trigger)].frame;
            // With a pronoun the noun looks like the perfect of its verb («its control»).
            let noun = m.pronoun || !matches!(t.form, WordForm::Verb(_));
            noun && matches!(frame, Frame::Fall | Frame::Take | Frame::Lose | Frame::Enter)
        })
    });
    let Some(before) = noun.checked_sub(1).filter(|_| falls) else { return false };
    let counted = || text.fold_at(before) == OF && (before.saturating_sub(SPAN)..before).any(after);
    after(before) || counted()
}

impl Resolver<'_, '_> {
    /// Does mention `j` only tell when, in a line that has named another town before it?
    pub(super) fn is_only_when(&self, (drafts, out): (&[Draft], &[PlaceMention]), j: usize) -> bool {
        const FEW: usize = 5;
        let town = |&k: &usize| {
            let known = out[k].place.is_some_and(|p| family(self.place(p).kind) == 0);
            known
                && matches!(out[k].role, PlaceRole::Event | PlaceRole::Again)
                && !self.is_parted_by_line(out, k, j)
        };
        tells_when(self.text, self.knowledge, drafts[j].tokens.start)
            && (0..j).rev().take(FEW).any(|k| town(&k))
    }
}
