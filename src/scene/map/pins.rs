//! Events on the map: pins, and arrows for movements that name both ends.

use super::ground::Merc;
use crate::base::Precision;
use crate::events::{Event, EventKind, Modality};
use crate::knowledge::FactionId;
use crate::scene::events::title;
use crate::state::View;
use crate::store::{Corpus, lead_faction};

/// One event on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// The event's id.
    pub event: String,
    /// Its place's id.
    pub place: String,
    /// Where.
    pub at: Merc,
    /// What happened.
    pub kind: EventKind,
    /// Whose colour it bears.
    pub faction: Option<FactionId>,
    /// Told as fact, claimed, …
    pub modality: Modality,
    /// Is the place only an area, or near?
    pub is_vague_place: bool,
    /// How far it fades, from 0 to 1: the less is known of place and day, the paler.
    pub fade: f32,
    /// Is it the selected one?
    pub is_selected: bool,
    /// Kind and place in words.
    pub title: String,
    /// When, in words.
    pub date: String,
}

/// A movement from one place to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The event's id.
    pub event: String,
    /// The place left.
    pub from: Merc,
    /// The place reached.
    pub to: Merc,
    /// Whose colour it bears.
    pub faction: Option<FactionId>,
    /// Is the event selected?
    pub is_selected: bool,
}

/// The pins and arrows of `view`, weightiest first; `shown` are the events its filters show.
pub(super) fn pins(corpus: &Corpus, view: &View, shown: &[usize]) -> (Vec<Pin>, Vec<Arrow>) {
    let selected = view.event.as_deref().and_then(|id| corpus.event_index(id));
    let of_day = shown.iter().copied().filter(|&i| {
        let date = &corpus.events[i].date;
        view.pins_of.meet(view.day, date.start, date.end)
    });
    let mut chosen: Vec<usize> = of_day.chain(selected).collect();
    chosen.sort_by_key(|&i| (weight(&corpus.events[i]), i));
    chosen.dedup();
    let is_selected = |i: usize| selected == Some(i);
    let pins = chosen.iter().filter_map(|&i| pin(corpus, view, i, is_selected(i))).collect();
    let arrows = chosen.iter().filter_map(|&i| arrow(corpus, i, is_selected(i))).collect();
    (pins, arrows)
}

/// Lower comes first and lies on top.
fn weight(event: &Event) -> (bool, bool, EventKind) {
    (event.control.is_none(), event.modality > Modality::Claimed, event.kind)
}

fn faction(corpus: &Corpus, event: &Event) -> Option<FactionId> {
    lead_faction(event).and_then(|code| corpus.knowledge.conflict.faction_of(code))
}

fn pin(corpus: &Corpus, view: &View, i: usize, is_selected: bool) -> Option<Pin> {
    let event = &corpus.events[i];
    let place = event.place.as_ref().or(event.destination.as_ref())?;
    let words = super::super::Words::of(view.lang);
    Some(Pin {
        event: event.id.clone(),
        place: place.id.clone(),
        at: place.at()?.mercator(),
        kind: event.kind,
        faction: faction(corpus, event),
        modality: event.modality,
        is_vague_place: place.precision > 1,
        fade: fade(place.precision, event.date.precision),
        is_selected,
        title: title(event, view.lang),
        date: words.short_range(event.date.start, event.date.end),
    })
}

/// A pin is as pale as the vaguer of its place and its day asks for.
fn fade(place: u8, day: Precision) -> f32 {
    let by_place = match place {
        0 | 1 => 0.0,
        2 => 0.3,
        _ => 0.5,
    };
    let by_day: f32 = match day {
        Precision::Day => 0.0,
        Precision::Days => 0.25,
        Precision::Week => 0.4,
        _ => 0.6,
    };
    by_day.max(by_place)
}

fn arrow(corpus: &Corpus, i: usize, is_selected: bool) -> Option<Arrow> {
    let event = &corpus.events[i];
    let (left, reached) = (event.place.as_ref()?, event.destination.as_ref()?);
    let (from, to) = (left.at()?.mercator(), reached.at()?.mercator());
    let faction = faction(corpus, event);
    (left.id != reached.id).then(|| Arrow { event: event.id.clone(), from, to, faction, is_selected })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vaguer_the_paler() {
        let sure = fade(1, Precision::Day);
        let doubts = [(2, Precision::Day), (1, Precision::Days), (3, Precision::Day), (1, Precision::Month)];
        assert!(sure == 0.0 && doubts.iter().all(|&(p, d)| fade(p, d) > sure));
        assert!(fade(3, Precision::Month) <= 0.6 && fade(1, Precision::Week) < fade(1, Precision::Month));
    }
}
