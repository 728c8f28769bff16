//! «accusations against X of shelling Y», «X faces accusations of executing ten»: to whom a noun of accusing lays an act.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::acts::strangers::who_is_accused;
use crate::events::clauses::clause::Finite;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// So far before the act stands the noun of accusing.
const REACH: usize = 7;

/// Lays the act of the noun at `item` to whom a noun of accusing before it names. Whether it did.
pub(super) fn lay_to_accused_of(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) -> bool {
    let Some(who) = accused_of(scope, item) else { return false };
    draft.initiators.clear();
    draft.initiators.push(who);
    draft.targets.retain(|a| *a != who);
    draft.others.retain(|a| *a != who);
    draft.is_carried = true;
    draft.why.push("accused of it".into());
    true
}

fn accused_of(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let reading = scope.reading;
    let start = scope.clause().items.start.max(item.saturating_sub(REACH));
    let accusations = &reading.knowledge.triggers.lists.accusations;
    let noun = (start..item)
        .rev()
        .find(|&i| accusations.longest_at(&reading.text, scope.items[i].from).is_some())?;
    let between = scope.items.get(noun + 1..item)?;
    let of = |i: &Item| i.affixes.has(Affixes::BI);
    if !of(&scope.items[item]) && !between.iter().any(of) {
        return None;
    }
    let against = |k: usize, i: &Item| {
        let prep = k.checked_sub(1).and_then(|p| between.get(p));
        i.affixes.has(Affixes::LI)
            || prep.is_some_and(|p| p.is_cue(Cue::Prep(Prep::To)) || p.is_cue(Cue::Prep(Prep::Against)))
    };
    let named = between.iter().enumerate().find_map(|(k, i)| match i.what {
        What::Actor(a) if against(k, i) => Some(a),
        _ => None,
    });
    // «X faces accusations of».
    let faced = || {
        let faces = &reading.knowledge.triggers.lists.faces;
        let verb = (start..noun).find(|&i| faces.longest_at(&reading.text, scope.items[i].from).is_some())?;
        scope.items[verb + 1..noun].iter().find_map(Item::actor)
    };
    named.or_else(faced)
}

/// «accused X of bombing Y»: X is said to have done it.
pub(super) fn lay_to_accused(scope: Scope<'_, '_>, item: usize, governor: Finite, draft: &mut Draft) {
    let subject = &scope.clause().subject;
    let accused = who_is_accused(scope, item, governor, subject);
    // «accused X of bombing its forces»: whoever is named behind the act suffers it.
    let harms = matches!(draft.frame, Frame::Strike | Frame::Fight | Frame::Harm | Frame::Send);
    if let Some(accused) = accused.filter(|_| harms) {
        let named = std::mem::take(&mut draft.initiators);
        let sent = draft.frame == Frame::Send;
        let whom = if sent { &mut draft.others } else { &mut draft.targets };
        whom.extend(named.into_iter().filter(|&a| a != accused));
        draft.initiators.push(accused);
    } else if draft.initiators.is_empty() {
        draft.initiators.extend(accused);
    }
}
