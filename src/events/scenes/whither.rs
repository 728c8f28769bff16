//! «what was left of them fled towards X»: the words name only whither they went, and mean the place that they left.

use crate::events::EventKind;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::What;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Does a leaving, of which only the other end has a name, mean places told before: «from the two towns», or those that
/// the last of the defenders still held?
pub(super) fn leaves_told(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let of_them = draft.counts_back.is_some() && {
        let end = scope.window_end(item);
        let from = |i: usize| scope.items[i].is_cue(Cue::Prep(Prep::From));
        (item + 1..end.saturating_sub(1)).any(|i| from(i) && scope.items[i + 1].is_cue(Cue::TwoPlaces))
    };
    of_them || are_remnants(scope, item)
}

/// «the remnants of X fled», «who was left of X withdrew»: does the trigger at item `i` tell of the last of a side?
fn are_remnants(scope: Scope<'_, '_>, i: usize) -> bool {
    const BEHIND: usize = 3;
    const BEFORE: usize = 5;
    let (text, words) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists.remnants);
    let clause = &scope.clause().items;
    let ends = |n: usize| matches!(scope.items[n].what, What::Comma | What::Stop | What::Place(_));
    let behind = (i + 1..clause.end.min(i + 1 + BEHIND)).take_while(|&n| !ends(n));
    let before = (clause.start.max(i.saturating_sub(BEFORE))..i).rev().take_while(|&n| !ends(n));
    behind.chain(before).any(|n| words.longest_at(text, scope.items[n].from).is_some())
}

/// Whoever left no place that the text tells is told of where they went.
pub(in crate::events) fn go_where_told(draft: &mut Draft) {
    let leaves = draft.frame == Frame::Leave && draft.kind == EventKind::Withdrawal;
    if leaves && draft.places.is_empty() && draft.setting.is_none() && !draft.has_vague_place {
        let Some(to) = draft.destination.take() else { return };
        draft.places.push(to);
        draft.kind = EventKind::Deployment;
        draft.why.push("only where to is named: a deployment there".into());
    }
}
