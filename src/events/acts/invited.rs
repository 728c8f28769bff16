//! Meetings to come: «invited the parties to a meeting in X», «"I will hold a meeting with Y on Monday"».

use super::draft::{Draft, Scope};
use crate::events::Modality;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Makes a meeting to come of one to which somebody invites others, or that a speaker will hold.
pub(in crate::events) fn invite(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.frame != Frame::Meet || !draft.is_noun || draft.is_definite {
        return;
    }
    if let Some((hosts, guests)) = invited(scope, item) {
        draft.initiators = hosts.into_iter().collect();
        draft.targets.clear();
        draft.others = guests.into_iter().collect();
        draft.is_with_someone = true;
    } else if !will_hold(scope, item) {
        return;
    } else if draft.initiators.is_empty() {
        let speaks = scope.clauses[..=scope.c].iter().rev().find(|c| c.speech().is_some());
        let speaks = speaks.map(|c| c.subject.as_slice()).filter(|s| !s.is_empty());
        let lent = draft.stance.attribution.as_ref().map(|a| a.actors.as_slice());
        draft.initiators.extend(speaks.or(lent).unwrap_or_default().iter().copied());
        draft.quote.0 = draft.quote.0.min(scope.items[item.saturating_sub(1)].from);
    }
    draft.is_carried = true;
    draft.stance.modality = Modality::Planned;
    draft.stance.is_scheduled = true;
    draft.why.push("a meeting to come".into());
}

/// «X called the parties to an urgent meeting», «to talks in Y»: who calls and those who are called, when it is a meeting of
/// some urgency or at a place; talks as such are only asked for.
fn invited(scope: Scope<'_, '_>, item: usize) -> Option<(Vec<usize>, Vec<usize>)> {
    const NEAR: usize = 4;
    let clause = scope.clause();
    let verb = clause.finite.filter(|f| f.item < item && f.cue == Some(Cue::Speech(Speech::Demand)))?.item;
    let to = item.checked_sub(1).filter(|&j| scope.items[j].is_cue(Cue::Prep(Prep::To)))?;
    let between = &scope.items[verb + 1..to];
    let (hosts, guests) = parted(scope, between);
    // «the two sides», «the parties of Libya».
    let word = |i: &Item| match i.what {
        What::Word => true,
        What::Known => i.noun_trigger().is_none() && i.prep().is_none(),
        _ => false,
    };
    let named = between.iter().any(|i| word(i) && !i.is_joined());
    let urgent = &scope.reading.knowledge.triggers.lists.urgent;
    let behind = scope.items[item + 1..clause.items.end].iter().take(NEAR);
    let set = behind.into_iter().any(|i| {
        matches!(i.what, What::Place(_)) || urgent.longest_at(&scope.reading.text, i.from).is_some()
    });
    (set && !hosts.is_empty() && (!guests.is_empty() || named)).then_some((hosts, guests))
}

/// Those between the verb and «to»: who calls, with all that «and» joins to them and the name behind an office, and then
/// those who are called.
fn parted(scope: Scope<'_, '_>, between: &[Item]) -> (Vec<usize>, Vec<usize>) {
    let clause = scope.clause();
    let behind = clause.subject.first().is_some_and(|a| between.iter().any(|i| i.actor() == Some(*a)));
    if !behind {
        return (clause.subject.clone(), between.iter().filter_map(Item::actor).collect());
    }
    let (mut hosts, mut guests): (Vec<usize>, Vec<usize>) = Default::default();
    let mut end = 0;
    for item in between {
        let Some(a) = item.actor() else { continue };
        let hit = &scope.reading.actors[a];
        let name = hit.class == ActorClass::Person && hit.tokens.start == end;
        if guests.is_empty() && (hosts.is_empty() || item.is_joined() || name) {
            hosts.push(a);
        } else {
            guests.push(a);
        }
        end = hit.tokens.end;
    }
    (hosts, guests)
}

/// «I will hold a meeting», «we shall hold talks»: a verb of the first person to come right before the noun.
fn will_hold(scope: Scope<'_, '_>, item: usize) -> bool {
    const I_WILL: [&str; 2] = ["\u{633}\u{627}", "\u{633}\u{646}"];
    const SHORTEST: usize = 5;
    let bare = !scope.items[item].affixes.has_any(Affixes::AL.with(Affixes::WA));
    let before = item.checked_sub(1).filter(|_| bare).map(|j| &scope.items[j]);
    before.is_some_and(|b| {
        let word = scope.reading.text.fold_at(b.from);
        let first = I_WILL.iter().any(|p| word.starts_with(p)) && word.chars().count() >= SHORTEST;
        first && matches!(b.what, What::Word | What::Known) && b.noun_trigger().is_none()
    })
}
