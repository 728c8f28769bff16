//! Places of the gazetteer: points (settlements, bases, crossings) and areas (governorates, regions).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::LonLat;

/// A place, by its position in [`Conflict::places`](super::Conflict::places).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceIdx(pub u32);

/// What kind of place it is; the last three are areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlaceKind {
    /// A city.
    City,
    /// A town.
    Town,
    /// A village.
    Village,
    /// A quarter of a city.
    Quarter,
    /// A base, an airport, a fixed installation.
    Base,
    /// A border or line crossing.
    Crossing,
    /// A first-level administrative unit.
    Governorate,
    /// A part of a country or of a governorate, or several of them.
    Region,
    /// A country.
    Country,
}

impl PlaceKind {
    /// Is it an area (with members) and not a site?
    pub fn is_area(self) -> bool {
        matches!(self, Self::Governorate | Self::Region | Self::Country)
    }

    /// The word of the record.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Town => "town",
            Self::Village => "village",
            Self::Quarter => "quarter",
            Self::Base => "base",
            Self::Crossing => "crossing",
            Self::Governorate => "governorate",
            Self::Region => "region",
            Self::Country => "country",
        }
    }
}

/// A side of a town or a country, as "western countryside" or "north-west of the country" name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// North.
    North,
    /// North-east.
    NorthEast,
    /// East.
    East,
    /// South-east.
    SouthEast,
    /// South.
    South,
    /// South-west.
    SouthWest,
    /// West.
    West,
    /// North-west.
    NorthWest,
    /// The middle.
    Centre,
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::North => "north",
            Self::NorthEast => "north-east",
            Self::East => "east",
            Self::SouthEast => "south-east",
            Self::South => "south",
            Self::SouthWest => "south-west",
            Self::West => "west",
            Self::NorthWest => "north-west",
            Self::Centre => "centre",
        })
    }
}

/// A place of the gazetteer.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Stable name for files and records, such as `aleppo` or `tall-rifat`.
    pub id: String,
    /// English name, `GeoNames` or UN spelling.
    pub name_en: String,
    /// Arabic name as a headline would write it.
    pub name_ar: String,
    /// Further Arabic spellings and names.
    pub aliases_ar: Vec<String>,
    /// Further Latin spellings, for search.
    pub aliases_en: Vec<String>,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// Where it is; for an area a point well inside it.
    pub at: LonLat,
    /// Governorate, English; empty for a country and where it is not known.
    pub admin1: String,
    /// ISO 3166 code of its country, such as `SY`.
    pub country: String,
    /// Inhabitants before the war; 0 when not known. Orders labels and namesakes.
    pub population: u32,
    /// 1 the place itself, 2 near it (some km), 3 a point for an area (ACLED's `geo_precision`).
    pub precision: u8,
    /// Is it a site of the control map?
    pub is_site: bool,
    /// Is its Arabic name an everyday word or a person's name too, so that it counts only with a cue?
    pub needs_cue: bool,
    /// For an area: the sites inside it.
    pub members: Vec<PlaceIdx>,
    /// The place it is part of when that is not a governorate: a quarter's city, a base's town, the town
    /// of a countryside's sector, the country of its north-west.
    pub parent: Option<PlaceIdx>,
    /// For a sector or a part of the country: which side of its parent.
    pub side: Option<Side>,
}

impl Default for Place {
    /// An empty village in the Gulf of Guinea, to fill in.
    fn default() -> Self {
        Self {
            id: String::new(),
            name_en: String::new(),
            name_ar: String::new(),
            aliases_ar: Vec::new(),
            aliases_en: Vec::new(),
            kind: PlaceKind::Village,
            at: LonLat::new(0.0, 0.0),
            admin1: String::new(),
            country: String::new(),
            population: 0,
            precision: 1,
            is_site: false,
            needs_cue: false,
            members: Vec::new(),
            parent: None,
            side: None,
        }
    }
}
