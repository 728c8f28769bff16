//! «X fell. They took the headquarters of the division»: a site told by its noun alone is one of the town told before.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::knowledge::{PartKind, PlaceKind};

/// Does somebody take or enter one site that has no name, and no other place?
pub(super) fn takes_site(reading: &Reading<'_>, draft: &Draft) -> bool {
    const REACH: usize = 4;
    let gains = matches!(draft.frame, Frame::Take | Frame::Enter);
    if !gains || draft.initiators.is_empty() || !draft.places.is_empty() || draft.points_back {
        return false;
    }
    let (text, words) = (&reading.text, &reading.knowledge.place_words.words);
    let headquarters = &reading.knowledge.triggers.lists.headquarters;
    let site = |t: usize| {
        let word = words.longest_at(text, t).filter(|m| m.n_tokens == 1);
        let one = word.is_some_and(|m| {
            let base = m.value.cue.is_some_and(|c| !c.many && c.kind == Some(PlaceKind::Base));
            let again = m.value.again && m.value.cue.is_none();
            base || again || m.value.part == Some(PartKind::Landmark)
        });
        // «the palace of the president», «the presidential palace»: one that everybody knows.
        (one || headquarters.longest_at(text, t).is_some()) && text.is_definite(t + 1)
    };
    let end = reading.sentences[draft.sentence].tokens.end.saturating_sub(1).min(draft.trigger.1 + REACH);
    let governed = |t: usize| match draft.frame {
        Frame::Take => reading.follows_cue(t, Cue::Prep(Prep::On)) || t == draft.trigger.1,
        _ => true,
    };
    (draft.trigger.1..end).any(|t| governed(t) && site(t))
}
