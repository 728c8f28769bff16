//! Event mentions of an annotation: every trigger with its status, also those that become no event.

use chrono::NaiveDate;

use super::EventNote;
use super::notes::chars;
use super::read::drafts;
use super::reading::Reading;
use super::when::days;
use crate::base::CharIndex;
use crate::knowledge::Knowledge;

/// The event mentions of `source`, read as of `reference`, in the order of their triggers.
pub(super) fn events(
    source: &str,
    reference: Option<NaiveDate>,
    knowledge: &Knowledge,
    index: &CharIndex,
) -> Vec<EventNote> {
    let reading = Reading::new(source, reference, knowledge);
    let drafts = drafts(&reading);
    let whens = days(&reading, &drafts);
    drafts
        .iter()
        .zip(&whens)
        .map(|(draft, when)| EventNote {
            kind: draft.kind,
            modality: draft.stance.modality,
            background: when.is_background,
            span: chars(index, source, reading.text.span_of(draft.trigger.0, draft.trigger.1)),
        })
        .collect()
}
