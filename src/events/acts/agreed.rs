//! Deals told by a noun, or by a verb whose subject is both sides.

use std::ops::Range;

use super::deals_leading::{brings_about, opens_clause};
use super::deals_named::{heads_line, is_accepted, is_brokered, leave_broker, place_entered, sign_when_told};
use super::draft::{Draft, Scope};
use super::invited::invite;
use super::nominal::is_label;
use crate::events::EventKind;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Is the deal told, though no verb of making carries it?
pub(in crate::events) fn agree(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    invite(scope, item, draft);
    leave_broker(scope, item, draft);
    if draft.frame == Frame::Deal && sign_when_told(scope, item, draft) {
        return;
    }
    if draft.frame == Frame::Deal && draft.is_noun && is_breached(scope, item) {
        break_deal(draft);
        return;
    }
    name_parties(scope, item, draft);
    if draft.frame == Frame::Deal && draft.places.is_empty() && of_both(scope, item) {
        draft.points_back = true;
    }
    if draft.frame == Frame::Deal {
        // «bombed X for the first time since the agreement of July»: whoever bombs X did not agree there.
        let since = scope.items[item.saturating_sub(2)..item].iter().any(|n| n.is_cue(Cue::Since));
        if draft.is_noun && since {
            draft.initiators.clear();
            draft.places.retain(|p| scope.reading.places[*p].tokens.start > scope.items[item].from);
        }
        let noun = draft.is_noun && !draft.is_definite;
        draft.is_carried |= if noun {
            ends_talks(scope, item)
                || is_reached(scope, item)
                || is_accepted(scope, item)
                || is_brokered(scope.items, item)
                || heads_line(scope, item)
                || opens_clause(scope, item, draft)
                || opens_between(scope, item, draft)
        } else {
            !draft.is_noun && draft.initiators.len() + draft.others.len() > 1
        };
        if noun && brings_about(scope.reading, scope.items, scope.clause(), item) {
            draft.is_carried = true;
            draft.points_back |= draft.places.is_empty();
        }
        if noun && draft.places.is_empty() && is_accepted(scope, item) {
            draft.places.extend(place_entered(scope, item));
        }
        sign_at(scope, item, draft);
    }
}

/// «a Russian-Turkish agreement»: the second adjective names a party as the first does.
fn name_parties(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let deal = draft.frame == Frame::Deal && draft.is_noun;
    let Some([one, other]) = scope.items.get(item + 1..item + 3).filter(|_| deal) else { return };
    let [Some(one), Some(other)] = [one.actor(), other.actor()] else { return };
    let tokens = |a: usize| &scope.reading.actors[a].tokens;
    let beside = tokens(one).end == tokens(other).start && tokens(one).len() == 1 && tokens(other).len() == 1;
    if beside && draft.initiators.contains(&one) && !draft.initiators.contains(&other) {
        draft.others.retain(|a| *a != other);
        draft.initiators.push(other);
    }
}

/// «committed 35 breaches of the truce», «in spite of the truce»: does a word of breaking it stand before the deal at `item`?
fn is_breached(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 3;
    let breaches = &scope.reading.knowledge.triggers.lists.breaches;
    let before = scope.items[item.saturating_sub(REACH)..item].iter().rev();
    let mut near = before.take_while(|i| !matches!(i.what, What::Comma | What::Stop | What::Place(_)));
    near.any(|i| breaches.longest_at(&scope.reading.text, i.from).is_some())
}

/// Whoever breaks a deal fights; the deal itself was made before.
fn break_deal(draft: &mut Draft) {
    if draft.is_carried && !draft.initiators.is_empty() && !draft.places.is_empty() {
        (draft.kind, draft.frame) = (EventKind::Clash, Frame::Fight);
        draft.names_thing = false;
        draft.why.push("a deal that is broken".into());
    } else {
        draft.is_carried = false;
        draft.initiators.clear();
        draft.others.clear();
    }
}

/// «X and Y reached in Z an agreement on a zone in W»: the place between the verb and the noun is where they made it.
fn sign_at(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let deal = |t| scope.reading.frame_of(t) == Frame::Deal;
    let noun = |i: &usize| scope.items[*i].noun_trigger().is_some_and(deal);
    let clause = scope.clause();
    let Some(verb) = clause.finite.filter(|f| f.item <= item) else { return };
    let makes = match verb.cue {
        Some(Cue::Light | Cue::Begin) => true,
        _ => verb.trigger.is_some_and(deal),
    };
    let from = item.max(verb.item + 1);
    let Some(noun) = (from..clause.items.end).find(noun).filter(|_| makes) else { return };
    // «a truce in X»: where it holds is told.
    let holds = scope.items.get(noun + 1).is_some_and(|n| n.is_cue(Cue::Prep(Prep::At)));
    if let Some(place) = at_talks(scope, verb.item + 1..noun).filter(|_| !holds) {
        draft.places.clear();
        draft.places.push(place);
        draft.points_back = false;
        draft.why.push("where it was made, not what it is about".into());
        return;
    }
    // «held talks in Y about the agreement of 1974», «the talks in Y ended with a truce in Z».
    if scope.items[verb.item + 1..noun].iter().any(|i| i.noun_trigger().is_some()) {
        return;
    }
    let mut signed = (verb.item + 1..noun).filter_map(|i| {
        let own = scope.items[i].proclitic();
        let prep = own.or_else(|| scope.items[i - 1].prep());
        match scope.items[i].what {
            What::Place(p) if prep == Some(Prep::At) => Some(p),
            _ => None,
        }
    });
    if let Some(place) = signed.next().filter(|p| !draft.places.contains(p)) {
        draft.places.clear();
        draft.places.push(place);
        draft.points_back = false;
        draft.why.push("where it was made, not what it is about".into());
    }
}

/// «reached, at the end of talks in X, an agreement», «… of talks that X hosted»: where the talks were held that stand
/// between the verb and the deal.
fn at_talks(scope: Scope<'_, '_>, between: Range<usize>) -> Option<usize> {
    const REACH: usize = 3;
    let items = scope.items.get(between)?;
    let meets = |i: &Item| i.noun_trigger().is_some_and(|t| scope.reading.frame_of(t) == Frame::Meet);
    let talks = items.iter().position(meets)?;
    // «a swap, on the basis of an agreement»: the swap is what the talks ended with.
    if items[talks + 1..].iter().any(|i| i.noun_trigger().is_some()) {
        return None;
    }
    let end = |i: &Item| i.is_cue(Cue::After) || i.prep().is_some();
    let during = items[..talks].iter().rev().take(2).any(end);
    let held = items[talks + 1..].iter().take(REACH).find_map(|i| match i.what {
        What::Place(p) if scope.reading.places[p].kind != PlaceKind::Country => Some(p),
        _ => None,
    });
    held.filter(|_| during)
}

/// «both sides reached an agreement»: do two who are known, and whom no list knows, stand right behind the verb? They
/// agreed where they were told to fight.
fn of_both(scope: Scope<'_, '_>, item: usize) -> bool {
    const TWO: &str = "\u{627}\u{646}";
    let Some(verb) = scope.clause().finite.filter(|f| f.item <= item) else { return false };
    let next = scope.items.get(verb.item + 1).filter(|n| n.what == What::Word);
    next.is_some_and(|n| {
        scope.reading.text.is_definite(n.from) && scope.reading.text.fold_at(n.from).ends_with(TWO)
    })
}

/// «the talks in X ended with an agreement».
fn ends_talks(scope: Scope<'_, '_>, item: usize) -> bool {
    let clause = scope.clause();
    let meets = |i: &Item| i.noun_trigger().is_some_and(|t| scope.reading.frame_of(t) == Frame::Meet);
    let ended = clause.finite.filter(|f| f.item < item);
    let to = item.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Prep(Prep::To)));
    let with = scope.items[item].affixes == Affixes::BI || to;
    with && ended.is_some_and(|f| scope.items[f.item + 1..item].iter().any(meets))
}

/// «after X and Y had reached an agreement in Z»: a noun of reaching, and behind it its doers, told as done.
fn is_reached(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 7;
    let items = scope.items;
    let to = item.checked_sub(1).filter(|&j| items[j].is_cue(Cue::Prep(Prep::To)));
    let Some(to) = to else { return false };
    let from = to.saturating_sub(REACH);
    let doer = |i: &Item| matches!(i.what, What::Actor(_) | What::Word | What::Known) && i.prep().is_none();
    let begin = (from..to).rev().find(|&j| items[j].is_cue(Cue::Begin));
    begin.is_some_and(|b| {
        let done = b.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::After));
        done && items[b + 1..to].iter().all(doer)
    })
}

/// «a ceasefire in X between Y and Z» without a verb.
fn opens_between(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let clause = scope.clause();
    let opens = scope.items[clause.items.start..item].iter().all(|i| is_label(&i.what));
    let sides = !draft.initiators.is_empty() && !draft.others.is_empty();
    clause.finite.is_none() && opens && sides && !draft.places.is_empty()
}

/// «agreed to leave X», «agreement to leave X»: the terms right behind the verb, or the noun that opens its clause without
/// one, and its «on», of those who leave or are taken away.
fn own_terms<'s>(scope: Scope<'s, '_>) -> Option<&'s [Item]> {
    let clause = scope.clause();
    let verb = clause.finite.map(|f| f.item).or_else(|| deal_in(scope))?;
    let moves = |i: &Item| {
        let frame = i.noun_trigger().map(|t| scope.reading.frame_of(t));
        matches!(frame, Some(Frame::Leave | Frame::Send | Frame::Flee))
    };
    let mut on = (verb + 1..clause.items.end).filter(|&i| scope.items[i].is_cue(Cue::Prep(Prep::On)));
    let on = on.next().filter(|&i| scope.items.get(i + 1).is_some_and(moves))?;
    scope.items.get(on + 1..clause.items.end)
}

/// The first noun of a deal in the clause.
fn deal_in(scope: Scope<'_, '_>) -> Option<usize> {
    let deal = |t| scope.reading.frame_of(t) == Frame::Deal;
    scope.clause().items.clone().find(|&i| scope.items[i].noun_trigger().is_some_and(deal))
}

/// «an agreement that lays down the exit of X»: what stands behind the verb of laying down, in the clause of the deal.
fn laid_down<'s>(scope: Scope<'s, '_>) -> Option<&'s [Item]> {
    let clause = scope.clause();
    let rules = (deal_in(scope)? + 1..clause.items.end).find(|&i| scope.items[i].is_cue(Cue::Scheduled))?;
    scope.items.get(rules + 1..clause.items.end)
}

/// «an agreement that provides for the withdrawal from X»: the place that its terms name first.
pub(in crate::events) fn place_of_terms(scope: Scope<'_, '_>) -> Option<usize> {
    let provides = |c: usize| {
        let items = &scope.items[scope.clauses.get(c)?.items.clone()];
        let rules = |i: &Item| i.is_cue(Cue::Plan) || i.is_cue(Cue::Scheduled);
        items.iter().take(2).any(rules).then_some(items)
    };
    let mut prep = None;
    provides(scope.c + 1).or_else(|| laid_down(scope)).or_else(|| own_terms(scope))?.iter().find_map(|i| {
        let from = prep == Some(Prep::From);
        prep = i.prep();
        match i.what {
            What::Place(p) if from => Some(p),
            _ => None,
        }
    })
}
