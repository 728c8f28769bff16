//! `waqai annotate`: the mentions of one text, each with its span in characters.

use chrono::NaiveDate;
use serde::Serialize;

use super::counts;
use super::named;
use crate::base::CharIndex;
use crate::events::mentions::adapt::story;
use crate::events::{EventKind, Modality};
use crate::knowledge::Knowledge;
use crate::text::{Text, numbers, sentences};
use crate::{actors, dates, places};

/// Everything found in one text. Spans are `[start, end)` in Unicode characters.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Annotation {
    /// Days and ranges of days.
    pub dates: Vec<DateNote>,
    /// Numbers.
    pub numbers: Vec<NumberNote>,
    /// Places.
    pub places: Vec<PlaceNote>,
    /// Actors.
    pub actors: Vec<ActorNote>,
    /// Events.
    pub events: Vec<EventNote>,
}

/// A date mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DateNote {
    /// First day.
    pub start: NaiveDate,
    /// Last day, included.
    pub end: NaiveDate,
    /// Characters.
    pub span: [usize; 2],
}

/// A number mention.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NumberNote {
    /// A number, or `[low, high]` with `null` for an open end.
    pub value: serde_json::Value,
    /// Characters.
    pub span: [usize; 2],
}

/// A place mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlaceNote {
    /// Gazetteer id.
    pub id: String,
    /// English name.
    pub name_en: String,
    /// Characters.
    pub span: [usize; 2],
}

/// An actor mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActorNote {
    /// The words.
    pub name: String,
    /// Faction code.
    pub faction: String,
    /// Characters of its head, the first word.
    pub span: [usize; 2],
}

/// An event mention; the span is that of its trigger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventNote {
    /// What happened.
    pub kind: EventKind,
    /// How far the text stands behind it.
    pub modality: Modality,
    /// Older than the story told.
    pub background: bool,
    /// Characters.
    pub span: [usize; 2],
}

/// Reads one text as of `reference` (the publication day).
pub fn annotate(source: &str, reference: Option<NaiveDate>, knowledge: &Knowledge) -> Annotation {
    let mut text = Text::new(source, &knowledge.vocabulary);
    let sentences = sentences(&mut text, &knowledge.clutter);
    let dates = dates::find(&text, &sentences, knowledge, reference);
    let numbers = numbers::find(&text, &knowledge.numbers);
    let stage = actors::stage(&text, knowledge);
    let places = places::find_in(story(&stage, knowledge), &text, knowledge);
    let actors = actors::find_in(stage.war(knowledge), &text, knowledge);
    let index = CharIndex::new(source);
    let (events, hanging) = super::event_notes::events(source, reference, knowledge, &index);
    let mut days = counts::dates(&dates, &index, source);
    days.extend(hanging);
    days.sort_by_key(|d| d.span);
    Annotation {
        dates: days,
        numbers: counts::numbers(&numbers, &dates, &sentences, &index, source),
        events,
        places: named::places(&places, &index, source, knowledge),
        actors: named::actors(&actors, &index, source, knowledge),
    }
}
