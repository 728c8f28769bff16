//! What is known before a text is read: the language and the conflict, from `data/`, checked.
//!
//! Every file is read through [`Files`] (the copy inside the program, or a folder an analyst edits),
//! checked at load, and refused with file, line and reason. The result is one immutable [`Knowledge`].

mod actors;
mod areas;
mod campaigns;
mod clutter;
mod conflict;
mod control_rules;
mod factions;
mod files;
mod gazetteer;
mod numbers;
mod opening;
mod place;
mod place_words;
mod rule;
mod search;
pub mod status;
mod table;
#[cfg(test)]
pub(crate) mod testing;
pub mod time;
pub mod tolls;
pub mod triggers;
mod words;

pub use actors::{
    ActorName, ActorWord, Actors, Camp, Client, Head, HeadClass, Modifier, NameIdx, NameKind, Origin,
    Particle, Relation, Sides, State, StateIdx,
};
pub use conflict::{Conflict, Faction, FactionId, Opening, OpeningBasis};
pub use control_rules::{ControlRules, Pin};
pub use files::Files;
pub use place::{Place, PlaceIdx, PlaceKind, Side};
pub use place_words::{Cue, Doubt, Frame, PartKind, PlaceName, PlaceWord, PlaceWords};
pub use rule::Rule;
pub use time::TimeWords;

use chrono::NaiveDate;

use crate::base::Result;
use crate::text::numbers::NumberWords;
use crate::text::{ClutterRules, Lexicon, Vocabulary};

/// Everything the reader knows about the language and the conflict. Immutable once loaded.
#[derive(Clone, Debug)]
pub struct Knowledge {
    /// Every word that some lexicon mentions.
    pub vocabulary: Vocabulary,
    /// Factions, places, opening control.
    pub conflict: Conflict,
    /// Words that tell an event.
    pub triggers: triggers::Triggers,
    /// The small words around an event.
    pub status: status::Status,
    /// Words of killed and wounded.
    pub tolls: tolls::Tolls,
    /// Number words.
    pub numbers: NumberWords,
    /// Words of time.
    pub time: TimeWords,
    /// Wars and campaigns whose days are counted, with their first days.
    pub campaigns: Lexicon<NaiveDate>,
    /// Page clutter.
    pub clutter: ClutterRules,
    /// Who can act, and in which words.
    pub actors: Actors,
    /// The words for places, and their names.
    pub place_words: PlaceWords,
}

impl Knowledge {
    /// The knowledge inside the program: the default conflict, Syria 2024.
    ///
    /// # Errors
    /// When a data file is broken; the error names file, line and reason.
    pub fn embedded() -> Result<Self> {
        Self::load(&Files::embedded())
    }

    /// Loads and checks everything under `files`.
    ///
    /// # Errors
    /// When a data file is missing or broken; the error names file, line and reason.
    pub fn load(files: &Files) -> Result<Self> {
        let mut vocabulary = Vocabulary::default();
        let conflict = Conflict::load(files, &mut vocabulary)?;
        let triggers = triggers::Triggers::load(files, &mut vocabulary)?;
        let status = status::Status::load(files, &mut vocabulary)?;
        let tolls = tolls::Tolls::load(files, &mut vocabulary)?;
        let numbers = numbers::load(files, &mut vocabulary)?;
        let time = TimeWords::load(files, &mut vocabulary)?;
        let campaigns = campaigns::load(files, &mut vocabulary)?;
        let clutter = clutter::load(files, &mut vocabulary)?;
        let actors = Actors::load(files, &conflict, &mut vocabulary)?;
        let place_words = PlaceWords::load(files, &conflict, &actors, &mut vocabulary)?;
        Ok(Self {
            vocabulary,
            conflict,
            triggers,
            status,
            tolls,
            numbers,
            time,
            campaigns,
            clutter,
            actors,
            place_words,
        })
    }
}
