//! «X accused Y of …», «demonstrated to demand that Y go»: whom words and crowds are against.

use super::aim::may_be_hit;
use crate::events::acts::draft::{Actors, Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::{Cue, Speech};

/// Whom the statement told in a clause accuses, threatens or condemns: the actor bare behind who speaks.
pub(super) fn accused(scope: Scope<'_, '_>, draft: &Draft) -> Actors {
    const REACH: usize = 12;
    let clause = scope.clause();
    let Some(verb) = clause.finite else { return Actors::new() };
    let against = matches!(clause.speech(), Some(Speech::Accuse | Speech::Threaten));
    let speakers = draft.initiators.iter().map(|&a| scope.reading.actors[a].tokens.end);
    let behind = speakers.max().unwrap_or_default().max(scope.items[verb.item].to);
    let from = scope.items.partition_point(|i| i.from < behind);
    if !against {
        return Actors::new();
    }
    let end = clause.items.end.min(from + REACH);
    let mut whom = Actors::new();
    for i in from..end {
        let it = &scope.items[i];
        let follows = |p: &Item| p.prep().is_some() || p.is_cue(Cue::Relative) || p.is_cue(Cue::According);
        match it.what {
            What::Actor(a) if it.affixes.is_empty() && may_be_hit(scope, draft, a) => {
                if !follows(&scope.items[i - 1]) {
                    whom.push(a);
                }
                break;
            }
            _ if it.verb_cue().is_some() || it.verb_trigger().is_some() => break,
            _ => {}
        }
    }
    whom
}

/// Whom a crowd is against: the side behind a word for protesting against it, or for demanding that it go.
pub(super) fn protested(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Actors {
    const REACH: usize = 14;
    const NEAR: usize = 4;
    let end = scope.items.len().min(item + 1 + REACH);
    let (text, lists) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists);
    let against = |i: &usize| lists.protests.longest_at(text, scope.items[*i].from).is_some();
    let armed = |a: usize| scope.reading.actors[a].class != ActorClass::Civilians;
    let found = (item + 1..end).filter(against).find_map(|i| {
        let near = scope.items[i + 1..].iter().take(NEAR).take_while(|n| n.what != What::Comma);
        near.into_iter().find_map(|n| n.actor().filter(|&a| armed(a) && may_be_hit(scope, draft, a)))
    });
    found.into_iter().collect()
}
