//! Sentences taken apart before the drafts of one look at those of another: rows of items, clauses, and what each
//! trigger tells by itself.
//!
//! A few sentences go through each step together, so that the code of the step stays near while they do.

use std::ops::Range;

use super::acts::draft::{Draft, Scope, draft, set};
use super::acts::evacuated::fighters_among_leave;
use super::acts::fled::{carried_away, flee_from_home, flee_from_quarters, flee_in_crowds, leave_by_bus};
use super::acts::freed::free;
use super::acts::intervened::intervenes;
use super::acts::reshape::reshape;
use super::acts::spot::trigger_at;
use super::clauses::clause::{Clause, clauses};
use super::clauses::contents::contents;
use super::clauses::item::{Item, all_in};
use super::clauses::itemize::items;
use super::doers::killed_on::lay_to_killer;
use super::drafted::{Words, look_around};
use super::joined::join_all;
use super::mentions::reading::Reading;
use super::scenes::whither::taken_by_bus;
use super::tolls::toll::{TollHit, tolls};
use super::voices::asked_for::is_asked_for;
use super::voices::bulletin::claim;
use super::voices::stance::stance;
use super::voices::voice::Voice;
use crate::knowledge::triggers::TriggerForm;

/// How many sentences go through a step together; their items are to stay near too.
const TOGETHER: usize = 16;

/// A trigger of a sentence.
#[derive(Clone, Copy)]
struct Spot {
    /// Its clause.
    c: usize,
    /// Its item.
    item: usize,
    /// The form that it is read as.
    form: TriggerForm,
}

/// A sentence taken apart.
#[derive(Default)]
pub(super) struct Parsed {
    /// Its items; none for a question, and for marks that say nothing.
    pub(super) items: Vec<Item>,
    /// Its clauses.
    pub(super) clauses: Vec<Clause>,
    /// For each clause, the clause of speech whose content it is.
    pub(super) contents: Vec<Option<usize>>,
    /// Its triggers.
    spots: Vec<Spot>,
    /// What they tell.
    pub(super) out: Vec<Draft>,
    /// Where it says that the words were spoken with which it goes on.
    pub(super) stands_at: Option<usize>,
    /// Its killed and wounded.
    pub(super) counted: Vec<TollHit>,
}

/// All sentences of the article, in order.
pub(super) fn parsed(reading: &Reading<'_>) -> impl Iterator<Item = Parsed> {
    let all = reading.sentences.len();
    let mut voice = Voice::default();
    let starts = (0..all).step_by(TOGETHER);
    starts.flat_map(move |from| parse(reading, from..all.min(from + TOGETHER), &mut voice))
}

/// Takes these sentences apart.
fn parse(reading: &Reading<'_>, sentences: Range<usize>, voice: &mut Voice) -> Vec<Parsed> {
    let mut all: Vec<Parsed> =
        sentences.clone().map(|s| Parsed { items: row(reading, s), ..Parsed::default() }).collect();
    for parsed in all.iter_mut().filter(|p| !p.items.is_empty()) {
        parsed.clauses = clauses(reading, &parsed.items);
        parsed.contents = contents(reading, &parsed.items, &parsed.clauses);
    }
    for parsed in &mut all {
        parsed.spots = spots(reading, &parsed.items, &parsed.clauses);
    }
    for (s, parsed) in sentences.clone().zip(&mut all) {
        let Parsed { items, clauses, spots, out, .. } = parsed;
        out.reserve_exact(spots.len());
        spots.retain(|at| {
            let found = draft(Scope { reading, items, clauses, c: at.c }, at.item, at.form, s);
            let is_some = found.is_some();
            out.extend(found);
            is_some
        });
    }
    each(reading, &mut all, |scope, _, at, draft| set(scope, at.item, at.form, draft));
    each(reading, &mut all, |scope, _, at, draft| reshape(scope, at.item, at.form, draft));
    each(reading, &mut all, |scope, contents, at, draft| tell(scope, contents, at.item, draft));
    for (s, parsed) in sentences.clone().zip(&mut all).filter(|(_, p)| !p.items.is_empty()) {
        hear(reading, s, parsed, voice);
    }
    for parsed in all.iter_mut().filter(|p| !p.out.is_empty()) {
        join_all(reading, &parsed.items, &parsed.clauses, &mut parsed.out);
    }
    for (s, parsed) in sentences.zip(&mut all).filter(|(_, p)| !p.items.is_empty()) {
        let tokens = &reading.sentences[s].tokens;
        parsed.counted = tolls(reading, tokens.start, tokens.end);
    }
    all
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

/// The triggers of a sentence.
fn spots(reading: &Reading<'_>, items: &[Item], clauses: &[Clause]) -> Vec<Spot> {
    let mut out = Vec::new();
    for (c, clause) in clauses.iter().enumerate() {
        let scope = Scope { reading, items, clauses, c };
        for item in all_in(items, clause.items.clone(), Item::is_trigger) {
            let form = trigger_at(reading, items, clause, item).filter(|_| !intervenes(scope, item));
            out.extend(form.map(|form| Spot { c, item, form }));
        }
    }
    out
}

/// Takes each draft of the sentences one step further.
fn each(
    reading: &Reading<'_>,
    all: &mut [Parsed],
    step: impl Fn(Scope<'_, '_>, &[Option<usize>], Spot, &mut Draft),
) {
    for Parsed { items, clauses, contents, spots, out, .. } in all {
        for (draft, at) in out.iter_mut().zip(&*spots) {
            step(Scope { reading, items, clauses, c: at.c }, contents, *at, draft);
        }
    }
}

/// How far the sentence stands behind a draft, and what the draft tells in words of its own.
fn tell(scope: Scope<'_, '_>, contents: &[Option<usize>], i: usize, found: &mut Draft) {
    found.stance = stance(scope, contents, i);
    found.stance.is_asked_for = is_asked_for(scope, contents, i);
    claim(scope, i, found);
    lay_to_killer(scope, i, found);
    flee_in_crowds(scope, i, found);
    leave_by_bus(scope, i, found);
    free(scope, i, found);
    flee_from_quarters(scope, i, found);
    flee_from_home(scope, i, found);
    carried_away(scope, i, found);
    fighters_among_leave(scope, i, found);
    taken_by_bus(scope, i, found);
}

/// Who speaks in sentence `s`, and what it says around each draft.
fn hear(reading: &Reading<'_>, s: usize, parsed: &mut Parsed, voice: &mut Voice) {
    let Parsed { items, clauses, contents, spots, out, stands_at, .. } = parsed;
    let comments = voice.comments(items, clauses);
    voice.speaker.hear(reading, s, items, clauses);
    let words = Words { contents, comments: &comments, speaker: &voice.speaker };
    for (n, at) in spots.iter().enumerate() {
        let scope = Scope { reading, items, clauses, c: at.c };
        let (told, rest) = out.split_at_mut(n);
        look_around(scope, &words, at.item, &mut rest[0], told.last());
    }
    voice.speaker.note(reading, s, items, clauses);
    *stands_at = voice.speaker.stands_at.take();
}
