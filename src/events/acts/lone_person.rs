//! «Abu Ahmad left the quarter on foot»: one person who is no side and goes away.

use super::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;
use crate::text::TokenKind;

/// Is it the leaving of one person, told by a name that begins with «father of» or «mother of», and by nobody known?
pub(in crate::events) fn is_lone_person(reading: &Reading<'_>, draft: &Draft) -> bool {
    let moves = matches!(draft.frame, Frame::Leave | Frame::Flee | Frame::Move | Frame::Reach);
    if !moves || draft.is_noun || !draft.initiators.is_empty() {
        return false;
    }
    let kunyas = &reading.knowledge.triggers.lists.kunyas;
    let tokens = &reading.text.tokens;
    let word = |i: usize| tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word);
    let person = |i: usize| word(i) && word(i + 1) && kunyas.longest_at(&reading.text, i).is_some();
    person(draft.trigger.1) || draft.trigger.0.checked_sub(2).is_some_and(person)
}
