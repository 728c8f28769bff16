//! Tolls find the act that caused them; acts of one sentence share a place.

use super::draft::Draft;
use super::item::{Item, What};
use super::reading::Reading;
use super::told::holds;
use super::toll::TollHit;
use super::{EventKind, TollWho};
use crate::knowledge::triggers::Frame;

/// Tolls go to the act of the sentence that caused them; without one they are an event of their own.
pub(super) fn attach(reading: &Reading<'_>, drafts: &mut Vec<Draft>, tolls: Vec<TollHit>, sentence: usize) {
    if tolls.is_empty() {
        return;
    }
    let first = tolls[0].from;
    let cause = drafts
        .iter()
        .rposition(|d| causes_harm(d.kind) && d.trigger.0 < first && holds(reading, d))
        .or_else(|| drafts.iter().position(|d| causes_harm(d.kind) && holds(reading, d)));
    let harm = drafts.iter().position(|d| {
        d.frame == Frame::Harm && tolls.iter().any(|t| t.from <= d.trigger.1 && d.trigger.0 < t.to + 1)
    });
    let cause = cause.filter(|&c| {
        harm.is_none_or(|h| {
            let (cause, harm) = (&drafts[c], &drafts[h]);
            harm.is_noun || harm.clause == cause.clause || harm.is_dependent
        })
    });
    let to = tolls.last().map_or(first, |t| t.to);
    let civil = |t: &TollHit| t.toll.who == TollWho::Civilians && t.toll.faction.is_none();
    let tolls: Vec<_> = tolls
        .into_iter()
        .map(|t| {
            let mut toll = t.toll.clone();
            if civil(&t) {
                toll.faction.clone_from(&reading.knowledge.status.civilians);
            }
            toll
        })
        .collect();
    if let Some(cause) = cause {
        drafts[cause].tolls = tolls;
        let quote = drafts[cause].quote;
        drafts[cause].quote = (quote.0.min(first), quote.1.max(to));
        drafts.retain(|d| d.frame != Frame::Harm || !(first <= d.trigger.1 && d.trigger.0 <= to));
    } else if harm.is_none() {
        let hits: Vec<(usize, usize)> = vec![(first, to)];
        drafts.extend(toll_alone(drafts.first(), tolls, hits[0], sentence));
    } else if let Some(harm) = harm {
        let draft = &mut drafts[harm];
        draft.tolls = tolls;
        if draft.initiators.is_empty() || draft.is_noun {
            draft.kind = EventKind::Casualties;
        }
        draft.quote = (draft.quote.0.min(first), draft.quote.1.max(to));
        let keep = draft.trigger;
        drafts.retain(|d| {
            d.trigger == keep || d.frame != Frame::Harm || !(first <= d.trigger.1 && d.trigger.0 <= to)
        });
    }
}

/// A count of dead that no act in the sentence accounts for.
pub(super) fn toll_alone(
    model: Option<&Draft>,
    tolls: Vec<super::Toll>,
    span: (usize, usize),
    sentence: usize,
) -> Option<Draft> {
    let counted = tolls.iter().any(|t| t.killed.is_some());
    counted.then(|| {
        let mut draft = Draft::empty(EventKind::Casualties, Frame::Harm, sentence, span);
        if let Some(model) = model {
            draft.date = model.date;
            draft.stance = model.stance.clone();
            draft.stance.is_comment = false;
        }
        draft.tolls = tolls;
        draft
    })
}

/// A toll of its own takes the first day that its sentence names.
pub(super) fn date_tolls(reading: &Reading<'_>, drafts: &mut [Draft], items: &[Item]) {
    let first = items.iter().find_map(|i| match i.what {
        What::Date(d) if reading.dates[d].range.is_some() => Some(d),
        _ => None,
    });
    for draft in drafts.iter_mut().filter(|d| d.kind == EventKind::Casualties && d.date.is_none()) {
        draft.date = first;
    }
}

pub(super) fn causes_harm(kind: EventKind) -> bool {
    matches!(kind, EventKind::AirStrike | EventKind::Shelling | EventKind::Clash | EventKind::Infighting)
}

/// Within a sentence an act without a place happens where the act before it did.
pub(super) fn share_places(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for i in 1..drafts.len() {
        let in_area = drafts[i].has_vague_place
            && drafts[..i]
                .last()
                .is_some_and(|d| d.places.first().is_some_and(|&p| reading.places[p].kind.is_area()));
        let stands_alone = drafts[i].is_noun
            && !drafts[i].is_carried
            && drafts[i].others.is_empty()
            && drafts[i].targets.is_empty()
            && drafts[i].initiators.is_empty();
        if !drafts[i].places.is_empty()
            || drafts[i].points_back
            || stands_alone
            || !(in_area || inherits_place(drafts[i].kind))
        {
            continue;
        }
        let mut told = drafts[..i].iter().filter(|d| {
            !d.places.is_empty()
                && holds(reading, d)
                && !matches!(d.kind, EventKind::Diplomacy | EventKind::Agreement)
        });
        let from = if drafts[i].frame == Frame::Leave { told.next() } else { told.next_back() };
        if let Some(place) = from.and_then(|d| d.places.first().copied()) {
            drafts[i].places.push(place);
            drafts[i].why.push("place of the act before it in the sentence".into());
        }
    }
}

pub(super) fn inherits_place(kind: EventKind) -> bool {
    !matches!(
        kind,
        EventKind::Statement
            | EventKind::Leadership
            | EventKind::Diplomacy
            | EventKind::Agreement
            | EventKind::Capture
            | EventKind::Retake
            | EventKind::Advance
    )
}
