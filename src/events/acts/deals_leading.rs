//! Deals that open their clause: «a Russian and Turkish agreement on X», «a truce in X lets Y through», «…, then a ceasefire».

use super::draft::{Draft, Scope};
use super::nominal::is_label;
use super::spot::is_object_form;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Does a deal that is news («a truce», and not «the truce» or «the agreement of X») open its clause, before any verb?
pub(super) fn opens_clause(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    if draft.frame != Frame::Deal || !draft.is_noun || !is_news(scope, item) || is_pending(scope, item) {
        return false;
    }
    let (items, clause) = (scope.items, scope.clause());
    let label = |i: &Item| is_label(&i.what) && i.affixes.is_empty() && i.prep().is_none();
    let ahead = &items[clause.items.start..item];
    let then = ahead.last().is_some_and(|b| b.is_cue(Cue::Subordinate) || b.is_cue(Cue::Then));
    let joined = then && ahead.iter().all(|i| i.verb_trigger().is_none());
    // «an agreement of Stockholm that has not been carried out»: old by then.
    let done = |f: usize| !items[item..f].iter().any(|i| i.is_cue(Cue::Negation));
    let first = clause.finite.is_none_or(|f| f.item > item && done(f.item));
    first && (ahead.iter().all(label) || joined)
}

/// «a truce let the people leave», «an agreement ended the siege», which Arabic tells with the verb first: is the noun at
/// item `item`, without an article, the subject of a verb of what a deal brings about, right behind it?
pub(in crate::events) fn brings_about(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    item: usize,
) -> bool {
    let brings = &reading.knowledge.triggers.lists.brings;
    let Some(verb) = clause.finite.filter(|f| f.item + 1 == item) else { return false };
    let bare = items[item].affixes.is_empty() && !reading.text.is_definite(items[item].from);
    let negated = verb.item.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Negation));
    let from = items[verb.item].from;
    bare && !negated
        && !is_object_form(reading, &items[item])
        && brings.longest_at(&reading.text, from).is_some()
}

/// «the deal»: known; «a deal»: news. The name of a place or a definite noun right behind it names one that is known.
fn is_news(scope: Scope<'_, '_>, item: usize) -> bool {
    let (items, text) = (scope.items, &scope.reading.text);
    let it = &items[item];
    let to_what = |at: usize| text.readings_at(at).iter().any(|r| r.affixes.has(Affixes::LI));
    let whole = it.to - it.from > 1 && text.is_definite(it.to - 1) && !(it.from + 1..it.to).any(to_what);
    let bare = it.affixes.is_empty() && !it.has_pronoun && !text.is_definite(it.from) && !whole;
    let named = items.get(item + 1).is_some_and(|n| {
        let noun = matches!(n.what, What::Word | What::Known | What::Actor(_)) && text.is_definite(n.from);
        let place = matches!(n.what, What::Place(_)) && !n.is_cue(Cue::Prep(Prep::At));
        (noun || place) && n.prep().is_none() && n.proclitic().is_none()
    });
    bare && !named
}

/// «an agreement that is expected»: a word behind the noun says that there is none yet.
fn is_pending(scope: Scope<'_, '_>, item: usize) -> bool {
    const ADJECTIVES: usize = 3;
    let pending = &scope.reading.knowledge.triggers.lists.pending;
    let behind = scope.items[item + 1..].iter().take(ADJECTIVES);
    behind
        .take_while(|i| i.what == What::Word || i.what == What::Known)
        .any(|i| pending.longest_at(&scope.reading.text, i.from).is_some())
}
