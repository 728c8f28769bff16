//! One conflict: its factions, its gazetteer, and who held what before it began.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::{Files, Place, PlaceIdx};
use crate::base::{LonLat, Result};
use crate::text::Vocabulary;

/// A faction, by its position in [`Conflict::factions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactionId(pub u8);

/// A side, or a group of actors that a map draws in one colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Faction {
    /// Code of the record, such as `SAA`.
    pub code: String,
    /// English name.
    pub name_en: String,
    /// Arabic name.
    pub name_ar: String,
    /// Short English name for legends.
    pub short_en: String,
    /// Short Arabic name for legends.
    pub short_ar: String,
    /// Colours by palette name (`default`, `isw`, `colour-blind`), as `[r, g, b]`.
    pub colours: Vec<(String, [u8; 3])>,
    /// Is it the government side (its captures are retakes)?
    pub is_government: bool,
    /// Can it hold ground in this conflict?
    pub holds_ground: bool,
    /// Codes of factions that usually fight on its side.
    pub allies: Vec<FactionId>,
}

/// How well an opening row is founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpeningBasis {
    /// A source says so.
    Sourced,
    /// Inferred from its neighbours.
    Assumed,
}

/// Who held a site on the eve of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// The holder.
    pub holder: FactionId,
    /// How well founded.
    pub basis: OpeningBasis,
    /// Source or reason, in words.
    pub note: String,
}

/// One conflict.
#[derive(Clone, Debug, Default)]
pub struct Conflict {
    /// Folder name below `data/`, such as `syria-2024`.
    pub id: String,
    /// English title.
    pub title_en: String,
    /// Arabic title.
    pub title_ar: String,
    /// The day of opening control.
    pub opening_day: NaiveDate,
    /// First day of the story; events that end before it are background.
    pub first_day: NaiveDate,
    /// Last day of the story.
    pub last_day: NaiveDate,
    /// Where the map opens.
    pub centre: Option<LonLat>,
    /// Zoom at 1280 px width.
    pub zoom: f64,
    /// All factions, in the order of legends.
    pub factions: Vec<Faction>,
    /// The gazetteer: sites and areas.
    pub places: Vec<Place>,
    /// Opening control by place, for sites.
    pub opening: FxHashMap<PlaceIdx, Opening>,
}

impl Conflict {
    /// Loads the conflict of `files`.
    ///
    /// # Errors
    /// When a file is missing or broken; the error names file, line and reason.
    pub fn load(_files: &Files, _vocabulary: &mut Vocabulary) -> Result<Self> {
        Ok(Self::default())
    }

    /// The place behind an index.
    pub fn place(&self, idx: PlaceIdx) -> &Place {
        &self.places[idx.0 as usize]
    }

    /// The faction behind an index.
    pub fn faction(&self, id: FactionId) -> &Faction {
        &self.factions[id.0 as usize]
    }

    /// The faction of `code`.
    pub fn faction_of(&self, code: &str) -> Option<FactionId> {
        self.factions.iter().position(|f| f.code == code).map(|i| FactionId(i as u8))
    }

    /// The place with this id.
    pub fn place_of(&self, id: &str) -> Option<PlaceIdx> {
        self.places.iter().position(|p| p.id == id).map(|i| PlaceIdx(i as u32))
    }
}
