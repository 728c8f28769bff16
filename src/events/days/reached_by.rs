//! «left under a deal that X reached with Y on Friday»: the clause behind the noun of a deal says who made it, and when.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::{Finite, Opener};
use crate::events::clauses::item::What;
use crate::events::clauses::subject::coordinated;
use crate::events::doers::sides::prep_of;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// The item of the deal whose making clause `c` tells, right behind its noun.
pub(super) fn deal_made_in(scope: Scope<'_, '_>, c: usize) -> Option<usize> {
    const ADJECTIVES: usize = 2;
    let clause = scope.clauses.get(c)?;
    let start = clause.items.start;
    let makes = |f: &Finite| {
        let behind = &scope.items[f.item..clause.items.end];
        let of_it = behind.iter().take(4).any(|i| i.has_pronoun);
        // «was concluded yesterday between».
        let next = scope.items.get(f.item + 1);
        let nobody = next.is_some_and(|n| matches!(n.what, What::Date(_)) || n.prep().is_some());
        let done = of_it || nobody || f.cue == Some(Cue::PassiveLight);
        f.item <= start + 1 && matches!(f.cue, Some(Cue::Light | Cue::PassiveLight)) && done
    };
    let bare = clause.opener == Opener::Joined && !scope.items[start].is_joined();
    if !(bare || clause.opener == Opener::Relative) || !clause.finite.as_ref().is_some_and(makes) {
        return None;
    }
    let deal = |i: &usize| {
        let noun = scope.items[*i].noun_trigger();
        noun.is_some_and(|t| scope.reading.frame_of(t) == Frame::Deal)
    };
    let mut before = (start.saturating_sub(ADJECTIVES + 1)..start).rev();
    before.find(|i| scope.items[*i].what != What::Word).filter(deal)
}

/// Takes who made the deal at `item`, and its day, from the clause behind it. A deal that is known already is told anew
/// with its day only.
pub(in crate::events) fn take_makers(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let c = scope.c + 1;
    if draft.frame != Frame::Deal || !draft.is_noun || deal_made_in(scope, c) != Some(item) {
        return;
    }
    let items = &scope.items[..scope.clauses[c].items.end];
    let start = scope.clauses[c].items.start;
    let parted = items[start..].iter().position(|i| matches!(i.what, What::Comma | What::Stop));
    let end = parted.map_or(items.len(), |n| start + n);
    let day = items[start..end].iter().find_map(|i| match i.what {
        What::Date(d) => Some(d),
        _ => None,
    });
    if draft.is_definite && day.is_none() {
        return;
    }
    draft.initiators.clear();
    draft.others.clear();
    draft.targets.clear();
    let mut prep = None;
    for (i, it) in items[..end].iter().enumerate().skip(start) {
        let named = draft.initiators.len() + draft.others.len();
        match it.what {
            What::Actor(a) if draft.initiators.contains(&a) || draft.others.contains(&a) => {}
            What::Actor(a) if it.proclitic().is_none() => {
                let all = coordinated(scope.reading, items, end, i, a);
                match prep {
                    Some(Prep::Between) => {
                        draft.initiators.push(a);
                        draft.others.extend(all.into_iter().skip(1));
                    }
                    Some(Prep::With) => draft.others.extend(all),
                    None if named == 0 => draft.initiators.extend(all),
                    _ => {}
                }
            }
            What::Known(..) if it.has_pronoun => {}
            What::Known(..) => prep = it.cues().iter().find_map(|c| prep_of(c.cue)).or(prep),
            _ => {}
        }
    }
    draft.date = day.or(draft.date);
    draft.is_carried = true;
    draft.why.push("a deal, with the clause that tells who made it".into());
}
