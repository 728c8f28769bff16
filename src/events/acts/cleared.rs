//! «cleared the town of mines»: nobody is driven out, and nothing goes off.

use super::draft::Draft;
use crate::events::EventKind;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::TokenKind;

/// So far behind the verb or noun of clearing stands what is cleared away.
const REACH: usize = 10;

/// Tells the clearing of mines as work on a place, and drops what only names the mines.
pub(in crate::events) fn clear_mines(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    let mut cleared: Vec<usize> = Vec::new();
    for draft in out.iter_mut().filter(|d| d.frame == Frame::Take) {
        if let Some(mines) = mines_behind(reading, draft) {
            (draft.kind, draft.frame) = (EventKind::Infrastructure, Frame::Damage);
            draft.targets.clear();
            draft.why.push("cleared of mines".into());
            cleared.push(mines);
        }
    }
    out.retain(|d| !(d.is_noun && d.frame == Frame::Strike && cleared.contains(&d.trigger.0)));
}

/// The token of the mines behind the «of» of a word of clearing, in the same breath.
fn mines_behind(reading: &Reading<'_>, draft: &Draft) -> Option<usize> {
    let (text, lists) = (&reading.text, &reading.knowledge.triggers.lists);
    lists.clearings.longest_at(text, draft.trigger.0)?;
    let end = reading.sentences[draft.sentence].tokens.end.min(draft.trigger.1 + REACH);
    let words = |i: &usize| text.tokens[*i].kind == TokenKind::Word;
    let mut behind = (draft.trigger.1..end).take_while(words);
    let of = behind.find(|&i| reading.says_cue(i, Cue::Prep(Prep::From)))?;
    lists.mines.longest_at(text, of + 1).map(|_| of + 1)
}
