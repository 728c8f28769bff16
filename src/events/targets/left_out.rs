//! «took X but for the quarters under Y»: Y lost nothing.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::text::TokenKind;

/// Takes from the targets of a draft those that stand in what the text leaves out.
pub(in crate::events) fn leave_out(scope: Scope<'_, '_>, draft: &mut Draft) {
    let reading = scope.reading;
    let exceptions = &reading.knowledge.triggers.lists.exceptions;
    let opens = |i: &Item| exceptions.longest_at(&reading.text, i.from).is_some();
    let (from, until) = (draft.trigger.1, reading.sentences[draft.sentence].tokens.end);
    let mut behind = scope.items.iter().skip_while(|i| i.from < from);
    let Some(opener) = behind.find(|i| opens(i)).map(|i| i.from) else { return };
    let parts = |i: &&Item| {
        matches!(i.what, What::Comma | What::Stop) && reading.text.tokens[i.from].kind != TokenKind::Word
    };
    let end = behind.find(parts).map_or(until, |i| i.from);
    draft.targets.retain(|a| !(opener..end).contains(&reading.actors[*a].tokens.start));
}
