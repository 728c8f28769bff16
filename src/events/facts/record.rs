//! The record of one merged event: what `extract --format jsonl` writes, one a line.
//!
//! Fields marked as inside only are not written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::{DayRange, LonLat, Precision, Span};
use crate::events::{EventKind, Modality};
use crate::knowledge::{FactionId, PlaceIdx, PlaceKind};

/// An event with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Stable, from content.
    pub id: String,
    /// What happened.
    pub kind: EventKind,
    /// ACLED's types; nothing for kinds that ACLED does not code.
    pub acled: Option<Acled>,
    /// When.
    pub date: EventDate,
    /// Where; nothing when the text names no place.
    pub place: Option<EventPlace>,
    /// Where to, for a movement that names both ends.
    pub destination: Option<EventPlace>,
    /// Who.
    pub actors: Vec<Actor>,
    /// Who holds the place afterwards, for claims about control.
    pub control: Option<ControlChange>,
    /// How far the text stands behind it.
    pub modality: Modality,
    /// Who says so, in the words of the text.
    pub attribution: Option<String>,
    /// Older than the story told.
    pub background: bool,
    /// Killed and wounded.
    pub casualties: Vec<Toll>,
    /// 0 to 1.
    pub confidence: f32,
    /// Short reasons for every decision.
    pub why: Vec<String>,
    /// Where it is told.
    pub mentions: Vec<Mention>,
    /// Ids of events that contradict this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputes: Vec<String>,
    /// What a statement denies that is no change of hands. Inside only.
    #[serde(skip)]
    pub denies: Option<Denial>,
}

impl Event {
    /// The tolls that add up: without the parts by side that the first one, of all the dead, is said to have («90 dead, 50 of X
    /// and 40 of Y»).
    pub fn tolls_in_all(&self) -> &[Toll] {
        let low = |t: &Toll| t.killed.map_or(0, |k| k.0);
        match self.casualties.split_first() {
            Some((all, parts)) if all.who == TollWho::All && all.faction.is_none() && parts.len() > 1 => {
                let sum: u64 = parts.iter().map(low).fold(0, u64::saturating_add);
                if sum > 0 && sum <= low(all) { std::slice::from_ref(all) } else { &self.casualties }
            }
            _ => &self.casualties,
        }
    }
}

/// An act that somebody denies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denial {
    /// What is said to have happened.
    pub kind: EventKind,
    /// Codes of the factions that are said to have done it.
    pub by: Vec<String>,
    /// Id of the place.
    pub place: Option<String>,
}

/// ACLED's types of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acled {
    /// Event type, such as `Battles`.
    pub event_type: String,
    /// Sub-event type, such as `Armed clash`.
    pub sub_event_type: String,
}

/// When an event happened, both ends included, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDate {
    /// First possible day; nothing when not even a bound is known.
    pub start: Option<NaiveDate>,
    /// Last possible day.
    pub end: Option<NaiveDate>,
    /// How precise.
    pub precision: Precision,
    /// The words that say so; empty when none do.
    pub text: String,
    /// `absolute`, `weekday`, `relative`, `event`, `context` or `published`.
    pub basis: String,
}

impl EventDate {
    /// The range of days, when both ends are known.
    pub fn range(&self) -> Option<DayRange> {
        Some(DayRange::new(self.start?, self.end?, self.precision))
    }
}

/// A place of an event, from the gazetteer or only named by the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventPlace {
    /// Gazetteer id; `x:` and the name for a place outside it.
    pub id: String,
    /// English name; the Arabic one again for a place outside the gazetteer.
    pub name_en: String,
    /// Arabic name.
    pub name_ar: String,
    /// Degrees north; nothing outside the gazetteer.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// What kind of place.
    pub kind: PlaceKind,
    /// 1 the place itself, 2 near it, 3 an area.
    pub precision: u8,
    /// Governorate, English.
    pub admin1: Option<String>,
    /// Position in the gazetteer (inside only).
    #[serde(skip)]
    pub idx: Option<PlaceIdx>,
}

impl EventPlace {
    /// The point, when coordinates are known.
    pub fn at(&self) -> Option<LonLat> {
        Some(LonLat::new(self.lon?, self.lat?))
    }
}

/// What an actor does in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Acts.
    Initiator,
    /// Is acted upon.
    Target,
    /// Takes part otherwise.
    Other,
}

/// Someone who takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The words of the text; empty where another place of it tells who takes part, without words that fit here.
    pub name: String,
    /// Faction code.
    pub faction: String,
    /// What part.
    pub role: Role,
    /// The faction's position (inside only).
    #[serde(skip)]
    pub faction_id: Option<FactionId>,
}

/// Who holds a place after an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlChange {
    /// Faction code of the holder before.
    pub from: Option<String>,
    /// Faction code of the holder after.
    pub to: Option<String>,
    /// Whole or in part.
    pub status: ControlStatus,
    /// Is the holder before only assumed (the government, at home)? Inside only.
    #[serde(skip)]
    pub is_assumed: bool,
}

/// How firmly a place is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ControlStatus {
    /// All of it.
    Held,
    /// Part of it, or fought over.
    Contested,
}

/// Who died or was hurt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TollWho {
    /// Civilians.
    Civilians,
    /// Fighters of a faction.
    Fighters,
    /// Soldiers of a state.
    Soldiers,
    /// All together, or not said.
    All,
}

/// Killed and wounded, each `[low, high]`; `null` for an open upper end or when not told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toll {
    /// Who.
    pub who: TollWho,
    /// Faction code.
    pub faction: Option<String>,
    /// Killed, low and high.
    pub killed: Option<(u64, Option<u64>)>,
    /// Wounded, low and high.
    pub wounded: Option<(u64, Option<u64>)>,
    /// The words that say so.
    pub text: String,
}

/// One telling of an event, in one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The article's id.
    pub article: String,
    /// SHA-256 of its text.
    pub sha256: String,
    /// First character of the quote.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The exact words.
    pub quote: String,
    /// Bytes of the quote (inside only).
    #[serde(skip)]
    pub span: Span,
    /// Bytes of the whole sentence (inside only).
    #[serde(skip)]
    pub sentence: Span,
    /// What the parts were read from (inside only).
    #[serde(skip)]
    pub evidence: Evidence,
    /// Publication day of the article (inside only).
    #[serde(skip)]
    pub published: Option<NaiveDate>,
}

/// The words that each part of an event was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Does it stand in a headline?
    pub is_headline: bool,
    /// The word that says what happened.
    pub trigger: Span,
    /// When.
    pub date: Option<Span>,
    /// Where.
    pub place: Option<Span>,
    /// Who, in the order of [`Event::actors`].
    pub actors: Vec<Span>,
    /// Who says so.
    pub attribution: Option<Span>,
    /// How far this telling stands behind it; nothing when not known.
    pub modality: Option<Modality>,
    /// Who says so, in words; nothing when the article itself does.
    pub source: Option<String>,
    /// The side that says so: the speaker's, or that of the outlet when it is the mouth of one.
    pub told_by: Option<FactionId>,
    /// Does this telling mean all of the place? Nothing when not known.
    pub is_whole: Option<bool>,
}
