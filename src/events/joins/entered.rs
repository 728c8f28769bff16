//! «X took the airport», then «our forces entered the airport from three sides»: who enters what he takes takes it.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::events::{EventKind, Modality};
use crate::knowledge::PlaceIdx;
use crate::knowledge::triggers::Frame;

/// Drops the entering, told by a bare verb without a day of its own, of a place that the same side takes in the article.
pub(in crate::events) fn drop_entries(reading: &Reading<'_>, drafts: &mut Vec<Draft>) {
    let told = |d: &Draft| matches!(d.stance.modality, Modality::Asserted | Modality::Claimed);
    let place = |d: &Draft| -> Option<PlaceIdx> {
        let &[p] = d.places.as_slice() else { return None };
        reading.places[p].place
    };
    let is_gain = |d: &Draft| {
        let takes = matches!(d.kind, EventKind::Capture | EventKind::Retake) && told(d);
        takes && !d.stance.is_past && !d.is_relative
    };
    let side = |d: &Draft| d.initiators.first().and_then(|&a| reading.actors[a].faction);
    let gains: Vec<_> = drafts
        .iter()
        .filter(|d| is_gain(d))
        .flat_map(|d| d.places.iter().map(|&p| (reading.places[p].place, side(d))))
        .collect();
    let enters = |d: &Draft| {
        let verb = d.kind == EventKind::Advance && d.frame == Frame::Enter && d.is_weak && !d.is_noun;
        verb && told(d) && d.date.is_none() && d.tolls.is_empty()
    };
    drafts.retain(|d| {
        let at = place(d).filter(|_| enters(d));
        let taken = |(gain, by): &(Option<PlaceIdx>, _)| *gain == at && side(d).is_some() && *by == side(d);
        !(at.is_some() && gains.iter().any(taken))
    });
}
