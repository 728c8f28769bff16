//! Deaths of no war: floods, quakes, accidents on the road, diseases.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;
use crate::text::TokenKind;

/// «six died in a road accident», «a flood took the lives of eight»: nobody harmed them.
pub(in crate::events) fn is_mishap(reading: &Reading<'_>, draft: &Draft) -> bool {
    const BEFORE: usize = 8;
    const BEHIND: usize = 12;
    let harm = draft.kind == EventKind::Casualties || draft.frame == Frame::Harm;
    if !harm || !draft.initiators.is_empty() {
        return false;
    }
    let (text, mishaps) = (&reading.text, &reading.knowledge.tolls.mishaps);
    let sentence = &reading.sentences[draft.sentence].tokens;
    let ends = |i: &usize| text.tokens[*i].kind == TokenKind::Mark;
    let (from, to) = draft.trigger;
    let before = (sentence.start.max(from.saturating_sub(BEFORE))..from).rev().take_while(|i| !ends(i));
    let behind = (from..sentence.end.min(to + BEHIND)).take_while(|i| !ends(i));
    before.chain(behind).any(|i| mishaps.longest_at(text, i).is_some())
}
