//! Prisoners who are freed, as those tell it who count what carried them or what an exchange took in.

use super::draft::{Draft, Scope};
use crate::events::EventKind;
use crate::events::clauses::item::What;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::inflect::Tense;

/// The noun in «on board of it», folded.
const BOARD: &str = "\u{645}\u{62A}\u{646}";

/// «a plane with ten prisoners on board», «the swap included the release of 40», «the town witnessed a
/// wide deployment»: is the noun told in full by what stands around it?
pub(in crate::events) fn free(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let frees = draft.kind == EventKind::Release && draft.frame == Frame::Hold;
    if !draft.is_noun || !(frees || matches!(draft.frame, Frame::Send | Frame::Close)) {
        return;
    }
    let on_board = frees && scope.reading.text.fold_at(scope.items[item].from).starts_with(BOARD);
    let taken_in = scope.clause().finite.is_some_and(|f| {
        f.item < item && f.cue == Some(Cue::Comprise) && f.verb.tense == Tense::Perfect
    });
    let counted = || {
        let near = scope.items[item + 1..scope.clause().items.end].iter().take(2);
        near.into_iter().any(|n| matches!(n.what, What::Number(_) | What::Actor(_)))
    };
    draft.is_carried |= on_board || taken_in && (!frees || counted());
}
