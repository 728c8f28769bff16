//! Sentences taken apart before the drafts of one look at those of another: rows of items, clauses, and what each
//! trigger tells by itself.
//!
//! A few sentences go through each step together, so that the code of the step stays near while they do.

use super::acts::draft::{Draft, Scope, draft};
use super::acts::fled::{carried_away, flee_from_quarters, flee_in_crowds, leave_by_bus};
use super::acts::freed::free;
use super::acts::intervened::intervenes;
use super::acts::spot::trigger_at;
use super::clauses::clause::{Clause, clauses};
use super::clauses::contents::contents;
use super::clauses::item::{Item, all_in};
use super::clauses::itemize::items;
use super::doers::killed_on::lay_to_killer;
use super::mentions::reading::Reading;
use super::scenes::whither::taken_by_bus;
use super::voices::asked_for::is_asked_for;
use super::voices::bulletin::claim;
use super::voices::stance::stance;

/// How many sentences go through a step together; their items are to stay near too.
const TOGETHER: usize = 8;

/// A sentence taken apart.
#[derive(Default)]
pub(super) struct Parsed {
    /// Its items; none for a question, and for marks that say nothing.
    pub(super) items: Vec<Item>,
    /// Its clauses.
    pub(super) clauses: Vec<Clause>,
    /// For each clause, the clause of speech whose content it is.
    pub(super) contents: Vec<Option<usize>>,
    /// What its triggers tell.
    pub(super) out: Vec<Draft>,
    /// Of each draft, the clause and item of its trigger.
    pub(super) triggers: Vec<(usize, usize)>,
}

/// All sentences of the article, in order.
pub(super) fn parsed(reading: &Reading<'_>) -> impl Iterator<Item = Parsed> {
    let all = reading.sentences.len();
    (0..all).step_by(TOGETHER).flat_map(move |from| parse(reading, from..all.min(from + TOGETHER)))
}

/// Takes these sentences apart.
fn parse(reading: &Reading<'_>, sentences: std::ops::Range<usize>) -> Vec<Parsed> {
    let mut out: Vec<Parsed> =
        sentences.clone().map(|s| Parsed { items: row(reading, s), ..Parsed::default() }).collect();
    for parsed in out.iter_mut().filter(|p| !p.items.is_empty()) {
        parsed.clauses = clauses(reading, &parsed.items);
        parsed.contents = contents(reading, &parsed.items, &parsed.clauses);
    }
    for (s, parsed) in sentences.zip(&mut out) {
        find(reading, s, parsed);
    }
    for parsed in &mut out {
        tell(reading, parsed);
    }
    out
}

/// The items of sentence `s`, unless it asks.
fn row(reading: &Reading<'_>, s: usize) -> Vec<Item> {
    let tokens = &reading.sentences[s].tokens;
    if asks(reading, tokens.end) { Vec::new() } else { items(reading, tokens.start, tokens.end) }
}

/// Does the sentence end as a question?
fn asks(reading: &Reading<'_>, end: usize) -> bool {
    (end.saturating_sub(2)..end).any(|i| matches!(reading.text.fold_at(i), "\u{61F}" | "?"))
}

/// Finds the triggers of a sentence, and what stands around each.
fn find(reading: &Reading<'_>, s: usize, parsed: &mut Parsed) {
    let Parsed { items, clauses, out, triggers, .. } = parsed;
    for (c, clause) in clauses.iter().enumerate() {
        let scope = Scope { reading, items, clauses, c };
        for i in all_in(items, clause.items.clone(), Item::is_trigger) {
            let form = trigger_at(reading, items, clause, i);
            let found = form.and_then(|form| draft(scope, i, form, s));
            if let Some(found) = found.filter(|_| !intervenes(scope, i)) {
                out.push(found);
                triggers.push((c, i));
            }
        }
    }
}

/// How far the sentence stands behind each of its drafts, and what that draft tells in words of its own.
fn tell(reading: &Reading<'_>, parsed: &mut Parsed) {
    let Parsed { items, clauses, contents, out, triggers } = parsed;
    for (found, &(c, i)) in out.iter_mut().zip(&*triggers) {
        let scope = Scope { reading, items, clauses, c };
        found.stance = stance(scope, contents, i);
        found.stance.is_asked_for = is_asked_for(scope, contents, i);
        claim(scope, i, found);
        lay_to_killer(scope, i, found);
        flee_in_crowds(scope, i, found);
        leave_by_bus(scope, i, found);
        free(scope, i, found);
        flee_from_quarters(scope, i, found);
        carried_away(scope, i, found);
        taken_by_bus(scope, i, found);
    }
}
