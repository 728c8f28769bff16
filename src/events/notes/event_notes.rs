//! Event mentions of an annotation: every trigger with its status, also those that become no event.

use chrono::NaiveDate;

use super::annotation::DateNote;
use super::counts::chars;
use crate::base::CharIndex;
use crate::events::EventNote;
use crate::events::Modality;
use crate::events::days::when::days_and_dates;
use crate::events::mentions::reading::Reading;
use crate::events::read::{drafts, states};
use crate::knowledge::Knowledge;

/// The event mentions of `source`, read as of `reference`, in the order of their triggers, and the dates
/// that hang on one of them.
pub(in crate::events) fn events(
    source: &str,
    reference: Option<NaiveDate>,
    knowledge: &Knowledge,
    index: &CharIndex,
) -> (Vec<EventNote>, Vec<DateNote>) {
    let reading = Reading::new(source, reference, knowledge);
    let drafts = drafts(&reading);
    let (whens, ranges) = days_and_dates(&reading, &drafts);
    let hanging = reading.dates.iter().zip(&ranges).filter(|(hit, _)| hit.range.is_none());
    let dates = hanging
        .filter_map(|(hit, range)| {
            let (range, span) = ((*range)?, chars(index, source, hit.span));
            Some(DateNote { start: range.start(), end: range.end(), span })
        })
        .collect();
    let told = |at: (usize, usize)| drafts.iter().any(|d| d.trigger == at);
    let states = states(&reading).into_iter().filter(|(at, _)| !told(*at)).map(|(at, kind)| EventNote {
        kind,
        modality: Modality::Asserted,
        background: false,
        span: chars(index, source, reading.text.span_of(at.0, at.1)),
    });
    let mut events: Vec<EventNote> = drafts
        .iter()
        .zip(&whens)
        .map(|(draft, when)| EventNote {
            kind: draft.kind,
            modality: draft.stance.modality,
            background: when.is_background,
            span: chars(index, source, reading.text.span_of(draft.trigger.0, draft.trigger.1)),
        })
        .collect();
    events.extend(states);
    events.sort_by_key(|e| e.span);
    (events, dates)
}
