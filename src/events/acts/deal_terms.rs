//! «agreed on the withdrawal of X and the release of Y»: what a deal provides for is to come, however long its list.

use super::draft::{Draft, Scope};
use crate::events::EventKind;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm};
use crate::text::Affixes;

/// Is the noun at `item` a term of the deal that its clause tells before it?
pub(in crate::events) fn is_term(scope: Scope<'_, '_>, item: usize) -> bool {
    let items = scope.items;
    let frees = |t: TriggerForm| EventKind::from_word(&scope.trigger(t).kind) == Some(EventKind::Release);
    let Some(noun) = items[item].noun_trigger() else { return false };
    let moves = matches!(
        scope.reading.frame_of(noun),
        Frame::Leave | Frame::Take | Frame::Enter | Frame::Move | Frame::Send | Frame::Flee
    );
    if !moves && !frees(noun) {
        return false;
    }
    let clause = scope.clause();
    let deals = |t: TriggerForm| scope.reading.frame_of(t) == Frame::Deal;
    let verb = clause.finite.filter(|f| f.item < item);
    let agreed = verb.filter(|f| f.trigger.is_some_and(deals)).map(|f| f.item);
    // «the agreement provides for the exit of X» tells what is in one that is known.
    let made = |i: usize| {
        items[i].noun_trigger().is_some_and(deals) && !scope.reading.text.is_definite(items[i].from)
    };
    let named = (clause.items.start..item).find(|&i| made(i));
    let Some(deal) = agreed.or(named) else { return false };
    let on = |i: &Item| i.is_cue(Cue::Prep(Prep::On)) && !i.has_pronoun;
    let provides = items[deal + 1..item].iter().position(|i| on(i) || of_noun(i)).map(|n| deal + 1 + n);
    let Some(provides) = provides else { return false };
    // Nothing but the list stands between: no verb, no word of what went before or is announced besides.
    let parts = |i: &Item| {
        i.verb_trigger().is_some() && i.noun_trigger().is_none()
            || i.is_cue(Cue::After)
            || i.is_cue(Cue::Prep(Prep::With))
            || i.is_cue(Cue::Relative)
            || matches!(i.what, What::Stop)
    };
    let first = provides + 1 == item && on(&items[provides]);
    let own = provides == item;
    let joined = items[item].affixes.has(Affixes::WA) || on(&items[item - 1]) && items[item - 1].is_joined();
    (first || own || joined) && !items[provides..item].iter().any(parts)
}

/// «agreed on a truce and on the withdrawal», «the parliament approved the sending of troops»: does the verb before the noun
/// at `item` agree to something, which is to come then?
pub(in crate::events) fn consents(scope: Scope<'_, '_>, item: usize) -> bool {
    let verb = scope.clause().finite.filter(|f| f.item < item).and_then(|f| f.trigger);
    verb.is_some_and(|t| {
        let statement = EventKind::from_word(&scope.trigger(t).kind) == Some(EventKind::Statement);
        let frame = scope.reading.frame_of(t);
        frame == Frame::Deal || frame == Frame::Appoint && statement
    })
}

/// «reached an agreement to swap prisoners»: the deal is told, and not yet the swap.
pub(in crate::events) fn leave_swap_to_deal(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    let deals: Vec<usize> = out.iter().filter(|d| d.frame == Frame::Deal).map(|d| d.clause).collect();
    let triggers = &reading.knowledge.triggers;
    let agreed = |at: usize| {
        let to = reading.text.readings_at(at).iter().any(|r| r.affixes.has(Affixes::LI));
        let deal = at.checked_sub(1).and_then(|j| triggers.of_frame_at(&reading.text, j, Frame::Deal));
        to && deal.is_some()
    };
    out.retain(|d| {
        let swap = d.kind == EventKind::Release && d.is_noun && deals.contains(&d.clause);
        !(swap && agreed(d.trigger.0))
    });
}

/// «an agreement for the exit of X»: is it a verbal noun with «for»?
fn of_noun(item: &Item) -> bool {
    item.affixes.has(Affixes::LI) && item.noun_trigger().is_some()
}

/// «signed in X an agreement for a ceasefire in Y»: one deal, told where it was made.
pub(in crate::events) fn leave_truce_to_deal(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    const REACH: usize = 3;
    let triggers = &reading.knowledge.triggers;
    // «bowed to an agreement»: the noun of accepting it is no deal of its own.
    let accepts = |d: &Draft| triggers.lists.accepts.longest_at(&reading.text, d.trigger.0).is_some();
    let deals =
        |d: &Draft| d.frame == Frame::Deal && d.kind == EventKind::Agreement && d.is_noun && !accepts(d);
    let made: Vec<(usize, usize)> =
        out.iter().filter(|d| deals(d) && !d.places.is_empty()).map(|d| (d.clause, d.trigger.1)).collect();
    let to = |at: usize| reading.text.readings_at(at).iter().any(|r| r.affixes.has(Affixes::LI));
    out.retain(|d| {
        let of = |&(clause, end): &(usize, usize)| {
            clause == d.clause && end <= d.trigger.0 && d.trigger.0 < end + REACH
        };
        !(deals(d) && to(d.trigger.0) && made.iter().any(of))
    });
}
