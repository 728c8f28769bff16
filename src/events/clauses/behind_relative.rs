//! «areas that X holds in Y», «the road that joins X with Y near Z»: the place behind the clause that describes.

use super::clause::Opener;
use super::item::{Item, What};
use super::walk::{Found, after};
use crate::events::acts::draft::{Draft, Scope};
use crate::events::acts::spot::trigger_at;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::inflect::Tense;

/// The places in which the thing of the clause lies that a relative clause, without an act of its own, goes on to
/// describe.
pub(in crate::events) fn places_behind(scope: Scope<'_, '_>, draft: &Draft) -> Vec<usize> {
    const REACH: usize = 3;
    let clause = scope.clause();
    let Some(next) = scope.clauses.get(scope.c + 1) else { return Vec::new() };
    let items = next.items.clone();
    let parted = scope.items[clause.items.clone()].last().is_none_or(|i| {
        matches!(i.what, What::Comma | What::Stop | What::Quote | What::Place(_) | What::Date(_))
    });
    let there = || scope.items[items.clone()].iter().take(REACH).any(|i| i.is_cue(Cue::There));
    // «hit a group that was moving along the axis of X».
    let was = next.has_was && items.clone().next().is_some_and(|i| is_was(&scope.items[i]));
    let describes = next.opener == Opener::Relative || there() || was;
    // «destroyed a lorry carrying arms in X»: an adjective clause of something indefinite.
    let carries = is_of_something(scope, draft);
    let describes = describes || carries;
    let acts = |i: usize| trigger_at(scope.reading, scope.items, next, i).is_some();
    let fits = matches!(
        draft.frame,
        Frame::Strike | Frame::Fight | Frame::Enter | Frame::Take | Frame::Damage | Frame::Close
    );
    let whence = scope.items[items.clone()].iter().any(|i| i.is_cue(Cue::Prep(Prep::From)));
    if !fits
        || whence && !was
        || parted
        || !describes
        || items.start != clause.items.end
        || !carries && items.clone().any(acts)
    {
        return Vec::new();
    }
    let inner = Scope { c: scope.c + 1, ..scope };
    let found = after(inner, items.start, items.end, &mut draft.clone());
    let road = |f: &Found| scope.reading.places[f.place].is_road;
    let by = |prep: Prep| found.iter().find(|f| f.prep == Some(prep) && (was || !road(f)));
    let along = || [Prep::On, Prep::From, Prep::To].into_iter().find_map(by).filter(|_| was);
    let list = by(Prep::At).or_else(along).map(|f| f.list);
    found.iter().filter(|f| Some(f.list) == list).map(|f| f.place).collect()
}

/// «destroyed lorries carrying arms», «bombed areas that lie under X»: does the clause behind that of a strike open with a
/// verb in the imperfect right behind an indefinite noun?
fn is_of_something(scope: Scope<'_, '_>, draft: &Draft) -> bool {
    let (Some(next), text) = (scope.clauses.get(scope.c + 1), &scope.reading.text) else { return false };
    let start = next.items.start;
    let verb = next.finite.is_some_and(|f| f.item == start && f.verb.tense == Tense::Imperfect);
    let noun = start.checked_sub(1).map(|j| &scope.items[j]);
    let word = |n: &Item| n.what == What::Word || n.is_cue(Cue::VaguePlace);
    let thing = noun.is_some_and(|n| word(n) && !text.is_definite(n.from));
    matches!(draft.frame, Frame::Strike | Frame::Damage) && verb && thing && !scope.items[start].is_joined()
}

/// «was» itself, without «and» before it.
fn is_was(item: &Item) -> bool {
    item.is_cue(Cue::Was) && !item.is_joined()
}
