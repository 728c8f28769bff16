//! Which events are shown: hidden factions, kinds and modalities, background, and a text search.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::events::{Event, EventKind, Modality};
use crate::text::fold::fold;

/// The faction code under which events without any actor are filed.
pub const NOBODY: &str = "-";

/// A choice of events. The default shows all but background and what is said not to have happened yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filters {
    /// Codes of factions not shown; an event stays while one of its factions is shown.
    pub factions_hidden: BTreeSet<String>,
    /// Kinds not shown.
    pub kinds_hidden: BTreeSet<EventKind>,
    /// Modalities not shown.
    pub modalities_hidden: BTreeSet<Modality>,
    /// Are events from before the story shown?
    pub background: bool,
    /// Words that must all occur in place, actors, quotes or kind, in folded form.
    pub text: String,
}

/// A part of the choice, to be left out when counting what it could bring back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The factions.
    Factions,
    /// The kinds.
    Kinds,
    /// The modalities.
    Modalities,
    /// Background or not.
    Background,
}

impl Filters {
    /// The words of the search, folded.
    pub fn needles(&self) -> Vec<String> {
        self.text.split_whitespace().map(fold).filter(|w| !w.is_empty()).collect()
    }

    /// Is `event` shown? `folded` is its searchable text, `needles` those of [`Self::needles`];
    /// `without` leaves one part of the choice out.
    pub fn shows(&self, event: &Event, folded: &str, needles: &[String], without: Option<Part>) -> bool {
        let part = |p: Part, test: bool| without == Some(p) || test;
        part(Part::Background, self.background || !event.background)
            && part(Part::Kinds, !self.kinds_hidden.contains(&event.kind))
            && part(Part::Modalities, !self.modalities_hidden.contains(&event.modality))
            && part(Part::Factions, self.shows_factions_of(event))
            && needles.iter().all(|n| folded.contains(n.as_str()))
    }

    /// Is at least one faction of `event` shown?
    fn shows_factions_of(&self, event: &Event) -> bool {
        if self.factions_hidden.is_empty() {
            return true;
        }
        if event.actors.is_empty() {
            return !self.factions_hidden.contains(NOBODY);
        }
        event.actors.iter().any(|a| !self.factions_hidden.contains(&a.faction))
    }

    /// Does it hide nothing that could be shown?
    pub fn is_open(&self) -> bool {
        self.factions_hidden.is_empty()
            && self.kinds_hidden.is_empty()
            && self.modalities_hidden.is_empty()
            && self.text.trim().is_empty()
    }
}
