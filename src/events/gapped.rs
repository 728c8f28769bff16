//! Lists that go on without their verb: «took X in May, then Y in June and Z in July».

use smallvec::SmallVec;

use super::draft::Draft;
use super::item::{Item, What};
use super::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Places told after the one that a verb governs, with a day of their own.
struct Piece {
    places: SmallVec<[usize; 2]>,
    date: Option<usize>,
}

/// Adds to `drafts` a copy of each that a list without verb goes on, one for each day told in it.
pub(super) fn go_on_in_lists(reading: &Reading<'_>, items: &[Item], drafts: &mut Vec<Draft>) {
    let mut added: Vec<Draft> = Vec::new();
    for draft in drafts.iter().filter(|d| may_go_on(d)) {
        let Some(last) = last_item(reading, items, draft) else { continue };
        for piece in pieces(reading, items, last) {
            let told = drafts.iter().chain(&added).any(|d| d.places.iter().any(|p| piece.places.contains(p)));
            let Some(&first) = piece.places.first().filter(|_| !told) else { continue };
            let mut copy = draft.clone();
            let tokens = &reading.places[first].tokens;
            copy.trigger = (tokens.start, tokens.end);
            copy.quote = copy.trigger;
            copy.date = piece.date.or(draft.date);
            copy.places = piece.places;
            copy.is_partial = copy.places.iter().any(|&p| reading.places[p].is_part);
            copy.why.push("the list goes on without the verb".into());
            added.push(copy);
        }
    }
    drafts.append(&mut added);
}

fn may_go_on(draft: &Draft) -> bool {
    let moves = matches!(
        draft.frame,
        Frame::Take | Frame::Fall | Frame::Lose | Frame::Enter | Frame::Leave | Frame::Flee | Frame::Strike
    );
    moves && !draft.places.is_empty()
}

/// The item of the draft's last place, which must follow its trigger.
fn last_item(reading: &Reading<'_>, items: &[Item], draft: &Draft) -> Option<usize> {
    let last = draft.places.iter().map(|&p| reading.places[p].tokens.start).max()?;
    let at = items.partition_point(|i| i.from < last);
    let is_place = items.get(at).is_some_and(|i| matches!(i.what, What::Place(_)));
    (is_place && last >= draft.trigger.1).then_some(at)
}

/// Walks on from the last place: «then» and a place, or «and» and a place once a day has been told.
fn pieces(reading: &Reading<'_>, items: &[Item], last: usize) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut then = false;
    let mut dated = false;
    for (i, item) in items.iter().enumerate().skip(last + 1) {
        match &item.what {
            What::Date(d) => {
                dated = true;
                if let Some(piece) = out.last_mut().filter(|_| !then) {
                    piece.date.get_or_insert(*d);
                }
            }
            What::Place(p) if reading.places[*p].is_qualifier && !then => {}
            What::Place(p) => {
                let joined = item.is_joined();
                let verb = items.get(i + 1).is_some_and(|n| n.verb_trigger().is_some() && n.has_pronoun);
                if verb && !then {
                    break;
                }
                if then || (joined && dated) {
                    out.push(Piece { places: SmallVec::from_slice(&[*p]), date: None });
                } else if let Some(piece) = out.last_mut().filter(|_| joined) {
                    piece.places.push(*p);
                } else {
                    break;
                }
                (then, dated) = (false, false);
            }
            What::Comma | What::Quote => {}
            What::Known(..) if opens_next(item) => then = true,
            What::Known(..) if item.is_cue(Cue::Skip) || (then && item.is_cue(Cue::Partial)) => {}
            // «… and their farms, as well as the towns of»
            What::Word if item.is_joined() && !then => {}
            What::Known(..) if item.prep().is_some() && item.verb_trigger().is_none() => {}
            _ => break,
        }
    }
    out
}

/// «then», «after it», «before that».
fn opens_next(item: &Item) -> bool {
    item.is_cue(Cue::Then) || (item.has_pronoun && item.is_cue(Cue::Prep(Prep::About)))
}
