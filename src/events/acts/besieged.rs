//! «400,000 live under siege»: those under it besiege nobody.

use super::draft::{Draft, Scope};
use crate::knowledge::triggers::Frame;

/// «Under», folded.
const UNDER: &str = "\u{62A}\u{62D}\u{62A}";

/// Takes those who live under the siege at `item` for whom it is laid to, and not for who lays it.
pub(super) fn suffer_siege(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let reading = scope.reading;
    let under = item.checked_sub(1).is_some_and(|i| reading.text.fold_at(scope.items[i].from) == UNDER);
    if !under || !draft.is_noun || draft.frame != Frame::Enter {
        return;
    }
    let start = scope.items[item].from;
    let before = |a: &usize| reading.actors[*a].tokens.start < start;
    let those: Vec<usize> = draft.initiators.iter().copied().filter(before).collect();
    draft.initiators.retain(|a| !before(a));
    draft.targets.extend(those);
}
