//! «took X, while five died in Y yesterday», «since Sunday, and shells fell on X as well»: what a day does not date,
//! since a word of contrast stands between.

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::Opener;
use crate::events::clauses::item::What;
use crate::knowledge::status::Cue;
use crate::text::inflect::Tense;

/// Does a word of contrast that opens a clause with a past act of its own part clause `c` from the act's own?
pub(super) fn is_set_apart(scope: Scope<'_, '_>, c: usize) -> bool {
    let between = scope.c.min(c) + 1..=scope.c.max(c);
    between.into_iter().any(|k| {
        let clause = &scope.clauses[k];
        let acted = clause.finite.is_some_and(|f| f.verb.tense == Tense::Perfect);
        acted && scope.items[clause.items.clone()].first().is_some_and(|i| i.is_cue(Cue::Contrast))
    })
}

/// Does the date at `at`, in a clause behind that of `item`, tell since when, or belong to another act?
pub(super) fn is_later_act(scope: Scope<'_, '_>, (c, at): (usize, usize), item: usize) -> bool {
    let since = matches!(scope.items[at].what, What::Date(d) if scope.reading.dates[d].is_since);
    c < scope.c
        || since
        || tells_of_another(scope, c, item)
        || is_set_apart(scope, c)
        || is_launched(scope, c, item)
}

/// «took X, as part of operation "Y", which began on 20 January»: does clause `c` only tell when the operation began that is
/// named between it and the act at `item`?
fn is_launched(scope: Scope<'_, '_>, c: usize, item: usize) -> bool {
    const NEAR: usize = 8;
    let clause = &scope.clauses[c];
    let began = clause.finite.is_some_and(|f| {
        let begins = matches!(f.cue, Some(Cue::Light | Cue::Begin | Cue::Launch | Cue::PassiveLight));
        begins && f.trigger.is_none() && f.verb.tense == Tense::Perfect
    });
    let start = clause.items.start;
    let text = &scope.reading.text;
    let operation = |i: usize| {
        let named = scope.reading.knowledge.triggers.lists.operations.longest_at(text, scope.items[i].from);
        named.is_some() || scope.items[i].is_cue(Cue::Within)
    };
    let mut before = (item + 1..start).rev().take(NEAR);
    clause.opener == Opener::Relative && began && before.any(operation)
}

/// «took X after fighting that broke out on Monday», «took X, which Y had entered on Monday»: does clause `c`, behind
/// that of `item`, date another act?
fn tells_of_another(scope: Scope<'_, '_>, c: usize, item: usize) -> bool {
    const NEAR: usize = 3;
    let clause = &scope.clauses[c];
    let Some(finite) = clause.finite else { return false };
    let start = clause.items.start;
    let acts = finite.trigger.is_some() && finite.verb.tense == Tense::Perfect;
    let bare = clause.opener == Opener::Joined && finite.item == start && !scope.items[start].is_joined();
    let mut before = (item + 2..start).rev().take(NEAR);
    let noun =
        before.any(|i| scope.items[i].noun_trigger().is_some() && scope.items[i - 1].is_cue(Cue::After));
    clause.opener == Opener::Relative && acts || bare && noun
}
