//! Rows of places each with its day, told without a verb behind what befell the place before them: «X fell on Thursday.
//! Then all went fast: Y and Z on Friday, W on Saturday.»

use smallvec::SmallVec;

use crate::events::acts::draft::Draft;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// The places of one day in a row, and who is named with them.
#[derive(Default)]
struct Stretch {
    places: SmallVec<[usize; 2]>,
    date: Option<usize>,
    doer: Option<usize>,
}

/// Adds to the drafts of sentence `s` what befell the places of its row, when it tells nothing else.
pub(in crate::events) fn tell_rows(
    reading: &Reading<'_>,
    s: usize,
    items: &[Item],
    before: &[Draft],
    out: &mut Vec<Draft>,
) {
    const BACK: usize = 2;
    if !out.is_empty() {
        return;
    }
    let Some(told) = told_before(before, (s, BACK)) else { return };
    let Some(row) = stretches(reading, items) else { return };
    for stretch in row {
        let Some(&first) = stretch.places.first() else { continue };
        let mut draft = told.clone();
        let tokens = &reading.places[first].tokens;
        (draft.sentence, draft.clause) = (s, 0);
        draft.trigger = (tokens.start, tokens.end);
        draft.quote = draft.trigger;
        draft.tolls.clear();
        if let Some(doer) = stretch.doer {
            draft.initiators = std::iter::once(doer).collect();
            draft.others.clear();
        }
        draft.is_partial = stretch.places.iter().any(|&p| reading.places[p].is_part);
        draft.places = stretch.places;
        (draft.date, draft.points_back, draft.has_object) = (stretch.date, false, false);
        draft.why.push("a row of places and days below what befell another".into());
        out.push(draft);
    }
}

/// What one of the `back` sentences before sentence `s` told of a town that changed hands.
pub(super) fn told_before(before: &[Draft], (s, back): (usize, usize)) -> Option<&Draft> {
    let mut near = before.iter().rev().take_while(|d| d.sentence + back >= s);
    let falls = |d: &&Draft| matches!(d.frame, Frame::Take | Frame::Fall | Frame::Lose);
    near.find(falls).filter(|d| d.kind != EventKind::Advance && d.stance.modality <= Modality::Claimed)
}

/// The row of a sentence that opens with «then»: all of it, or what stands behind its colon. It has two days at least, and
/// nothing but places, days and who took them.
fn stretches(reading: &Reading<'_>, items: &[Item]) -> Option<Vec<Stretch>> {
    let colon = |i: &Item| i.what == What::Stop && reading.text.fold_at(i.from) == ":";
    if !items.first()?.is_cue(Cue::Then) {
        return None;
    }
    let from = items.iter().rposition(colon).unwrap_or(0) + 1;
    let mut out: Vec<Stretch> = Vec::new();
    let mut open = Stretch::default();
    let mut n_days = 0;
    for (i, item) in items.iter().enumerate().skip(from) {
        match item.what {
            // «from A on Friday», «to B»: whoever goes there takes nothing.
            What::Place(_) if governs(items, i) => return None,
            What::Place(p) if reading.places[p].is_qualifier => {}
            What::Place(p) => {
                if open.date.is_some() {
                    out.push(std::mem::take(&mut open));
                }
                open.places.push(p);
            }
            What::Date(d) if !open.places.is_empty() => {
                n_days += usize::from(open.date.is_none());
                open.date.get_or_insert(d);
            }
            What::Actor(a) if !open.places.is_empty() => {
                open.doer = Some(a).filter(|&a| reading.actors[a].class == ActorClass::Armed).or(open.doer);
            }
            // «and then»: the next town, whether its day is told or not.
            What::Known if item.is_cue(Cue::Then) && open.date.is_some() => {
                out.push(std::mem::take(&mut open));
            }
            What::Known if item.verb_trigger().is_none() && item.verb_cue().is_none() => {}
            // A name that is read as a verb, right before its day.
            What::Known if items.get(i + 1).is_some_and(|n| matches!(n.what, What::Date(_))) => {}
            // What says more of a town, or a name that nobody knows, with its day.
            What::Comma | What::Quote | What::Word | What::Date(_) => {}
            What::Stop if i + 1 == items.len() => {}
            _ => return None,
        }
    }
    if open.date.is_none() {
        open.date = out.last().and_then(|s| s.date);
    }
    out.push(open);
    (n_days > 1 && out.iter().all(|s| !s.places.is_empty())).then_some(out)
}

/// Does a preposition stand before the place at item `i`?
fn governs(items: &[Item], i: usize) -> bool {
    items[i].proclitic().is_some() || i.checked_sub(1).is_some_and(|j| items[j].prep().is_some())
}
