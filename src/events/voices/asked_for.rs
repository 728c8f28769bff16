//! What somebody only asks for: «called on X to leave Y on Sunday», «marched for the withdrawal of X».

use crate::events::acts::draft::Scope;
use crate::events::clauses::item::Item;
use crate::knowledge::status::{Cue, Speech};

/// Is the act at `item` no more than what is asked for, in a verb of demanding or in the noun right before it?
pub(in crate::events) fn is_asked_for(scope: Scope<'_, '_>, contents: &[Option<usize>], item: usize) -> bool {
    const REACH: usize = 2;
    let clause = scope.clause();
    let governor = clause.finite.filter(|f| f.item < item).is_some_and(|f| demands(f.cue));
    let content = contents[scope.c].is_some_and(|s| scope.clauses[s].finite.is_some_and(|f| demands(f.cue)));
    let calls = |i: &Item| {
        let deeds = &scope.reading.knowledge.status.speech_deeds;
        deeds.longest_at(&scope.reading.text, i.from).is_some()
    };
    governor || content || scope.items[item.saturating_sub(REACH)..item].iter().any(calls)
}

fn demands(cue: Option<Cue>) -> bool {
    cue == Some(Cue::Speech(Speech::Demand))
}
