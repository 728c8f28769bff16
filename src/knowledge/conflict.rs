//! One conflict: its factions, its gazetteer, and who held what before it began.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use toml::Spanned;

use super::gazetteer::{self, Gazetteer};
use super::table::TomlFile;
use super::{ControlRules, Files, Place, PlaceIdx, PlaceKind, areas, control_rules, factions, opening};
use crate::base::{LonLat, Result};
use crate::text::Vocabulary;

/// A faction, by its position in [`Conflict::factions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactionId(pub u8);

/// A side, or a group of actors that a map draws in one colour.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "independent properties of a faction")]
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
    /// Is it a name for nobody in particular ("the opposition")? Its capture of a site that an ally
    /// holds changes nothing.
    pub is_umbrella: bool,
    /// Has it no fighters («the United Nations»)? «Their forces» are none of its own.
    pub is_unarmed: bool,
    /// Is it no side but what stays when all sides are named? Two actors of it are two.
    pub is_rest: bool,
    /// Does its short English name take the article in a sentence?
    pub takes_the: bool,
    /// Factions that usually fight on its side.
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
    /// The day the war began, when it is told: «all through the war» begins there.
    pub war_began: Option<NaiveDate>,
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
    /// The gazetteer: the conflict's own places, countries, areas, then places of the wider region.
    pub places: Vec<Place>,
    /// The country that it is about.
    pub country: Option<PlaceIdx>,
    /// The capital of that country.
    pub capital: Option<PlaceIdx>,
    /// Opening control by place, for sites.
    pub opening: FxHashMap<PlaceIdx, Opening>,
    /// How claims move sites.
    pub control_rules: ControlRules,
}

impl Conflict {
    /// Loads the conflict that `data.toml` names.
    ///
    /// # Errors
    /// When a file is missing or broken; the error names file, line and reason.
    pub fn load(files: &Files, _vocabulary: &mut Vocabulary) -> Result<Self> {
        let index = TomlFile::<Index>::read(files, "data.toml")?.value;
        let id = index.conflict;
        let sheet = TomlFile::<Sheet>::read(files, format!("{id}/conflict.toml"))?;
        let factions = factions::load(files, &format!("{id}/factions.toml"))?;
        let mut gazetteer = Gazetteer::default();
        let home = sheet.value.country.as_ref();
        gazetteer::load_places(files, &format!("{id}/places.csv"), home, &mut gazetteer)?;
        let n_places = gazetteer.places.len();
        gazetteer::load_countries(files, &index.countries, home, &mut gazetteer)?;
        let country = (n_places..gazetteer.places.len())
            .find(|&i| gazetteer.places[i].country == *home)
            .map(|i| PlaceIdx(i as u32))
            .ok_or_else(|| {
                sheet.error(sheet.value.country.span().start, format!("unknown country {home}"))
            })?;
        areas::load(files, &format!("{id}/areas.toml"), country, &mut gazetteer)?;
        for path in &index.region {
            gazetteer::load_region(files, path, home, &mut gazetteer)?;
        }
        let opening = opening::load(files, &format!("{id}/opening.csv"), &gazetteer, &factions)?;
        let control_rules = control_rules::load(files, &format!("{id}/control.toml"), &gazetteer, &factions)?;
        let mut conflict = assemble(id, &sheet, factions, gazetteer, country, opening)?;
        conflict.control_rules = control_rules;
        Ok(conflict)
    }

    /// The government side; nothing only for a conflict that was not loaded from data.
    pub fn government(&self) -> Option<FactionId> {
        self.factions.iter().position(|f| f.is_government).map(|i| FactionId(i as u8))
    }

    /// Every country, in the order of the gazetteer.
    pub fn countries(&self) -> impl Iterator<Item = PlaceIdx> {
        let is_country = |p: &Place| p.kind == PlaceKind::Country;
        self.places.iter().enumerate().filter(move |(_, p)| is_country(p)).map(|(i, _)| PlaceIdx(i as u32))
    }

    /// The sites of the control map, in the order of the gazetteer.
    pub fn sites(&self) -> impl Iterator<Item = PlaceIdx> {
        self.places.iter().enumerate().filter(|(_, p)| p.is_site).map(|(i, _)| PlaceIdx(i as u32))
    }

    /// The place behind an index.
    pub fn place(&self, idx: PlaceIdx) -> &Place {
        &self.places[idx.0 as usize]
    }

    /// The faction behind an index.
    pub fn faction(&self, id: FactionId) -> &Faction {
        &self.factions[id.0 as usize]
    }

    /// True for one faction, and for two of which either names the other as its ally.
    pub fn same_side(&self, a: FactionId, b: FactionId) -> bool {
        a == b || self.faction(a).allies.contains(&b) || self.faction(b).allies.contains(&a)
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

/// `data.toml`: what to load.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    conflict: String,
    countries: String,
    #[serde(default)]
    region: Vec<String>,
}

/// `conflict.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    title_en: String,
    title_ar: String,
    #[serde(default)]
    war_began: Option<Spanned<toml::value::Datetime>>,
    opening_day: Spanned<toml::value::Datetime>,
    first_day: Spanned<toml::value::Datetime>,
    last_day: Spanned<toml::value::Datetime>,
    centre: Spanned<LonLat>,
    zoom: f64,
    country: Spanned<String>,
    capital: Spanned<String>,
}

fn assemble(
    id: String,
    sheet: &TomlFile<Sheet>,
    factions: Vec<Faction>,
    gazetteer: Gazetteer,
    country: PlaceIdx,
    opening: FxHashMap<PlaceIdx, Opening>,
) -> Result<Conflict> {
    let head = &sheet.value;
    let capital = gazetteer.find(head.capital.as_ref()).ok_or_else(|| {
        sheet.error(head.capital.span().start, format!("unknown place {}", head.capital.as_ref()))
    })?;
    let [opening_day, first_day, last_day] =
        [day(sheet, &head.opening_day)?, day(sheet, &head.first_day)?, day(sheet, &head.last_day)?];
    let war_began = head.war_began.as_ref().map(|d| day(sheet, d)).transpose()?;
    if opening_day > first_day || first_day > last_day || war_began.is_some_and(|d| d > opening_day) {
        return Err(sheet.error(
            head.first_day.span().start,
            "beginning of the war, opening, first and last day are out of order",
        ));
    }
    let centre = *head.centre.as_ref();
    if !(-90.0..=90.0).contains(&centre.lat) || !(-180.0..=180.0).contains(&centre.lon) {
        return Err(sheet.error(head.centre.span().start, "centre is out of range"));
    }
    Ok(Conflict {
        id,
        title_en: head.title_en.clone(),
        title_ar: head.title_ar.clone(),
        war_began,
        opening_day,
        first_day,
        last_day,
        centre: Some(centre),
        zoom: head.zoom,
        factions,
        places: gazetteer.places,
        country: Some(country),
        capital: Some(capital),
        opening,
        control_rules: ControlRules::default(),
    })
}

pub(super) fn day<T>(sheet: &TomlFile<T>, value: &Spanned<toml::value::Datetime>) -> Result<NaiveDate> {
    let date = value.as_ref().date.filter(|_| value.as_ref().time.is_none());
    date.and_then(|d| NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into()))
        .ok_or_else(|| sheet.error(value.span().start, format!("{} is no day", value.as_ref())))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{conflict, refusal};

    #[test]
    fn the_embedded_conflict_is_whole() {
        let c = conflict();
        assert_eq!(c.factions.len(), 19);
        assert!(c.sites().count() >= 400, "{} sites", c.sites().count());
        let open = |id: &str| c.faction(c.opening[&c.place_of(id).unwrap()].holder).code.as_str();
        for (id, code) in [("aleppo", "SAA"), ("idlib", "HTS"), ("tall-rifat", "SDF"), ("azaz", "SNA")] {
            assert_eq!(open(id), code, "{id}");
        }
        let unknown: Vec<_> = c.sites().filter(|i| !c.opening.contains_key(i)).collect();
        assert!(unknown.is_empty(), "{} sites without opening control", unknown.len());
    }

    #[test]
    fn areas_hold_the_sites_that_their_name_says() {
        let c = conflict();
        let has = |area: &str, site: &str| {
            let area = c.place(c.place_of(area).unwrap_or_else(|| panic!("{area}")));
            area.members.contains(&c.place_of(site).unwrap_or_else(|| panic!("{site}")))
        };
        assert!(has("aleppo-governorate", "aleppo") && !has("aleppo-countryside", "aleppo"));
        assert!(has("aleppo-west", "urum-al-kubra") && !has("aleppo-west", "as-safirah"));
        assert!(has("aleppo-east", "as-safirah") && !has("aleppo-east", "sheikh-maqsud"));
        assert!(has("syria-south-west", "dara") && !has("syria-south-west", "damascus"));
        assert!(has("syria-north-west", "idlib") && has("syria", "idlib"));
        assert!(has("golan", "majdal-shams") && !has("golan", "al-qunaytirah"));
    }

    #[test]
    fn a_broken_head_is_refused() {
        let file = "syria-2024/conflict.toml";
        assert!(refusal(file, "2024-12-08", "2024-11-08").contains("out of order"));
        assert!(refusal(file, "2024-12-08", "12:30:00").contains("is no day"));
        assert!(refusal(file, "\"damascus\"", "\"ur\"").contains("unknown place ur"));
        assert!(refusal(file, "\"SY\"", "\"XX\"").contains("unknown country XX"));
        assert!(refusal(file, "lat = 34.9", "lat = 134.9").contains("conflict.toml:"));
        assert!(refusal(file, "zoom =", "soom =").contains("conflict.toml:"));
        assert!(refusal("data.toml", "syria-2024", "utopia").contains("utopia/conflict.toml"));
    }
}
