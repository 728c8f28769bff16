//! Point places, from `places.csv` of a conflict and of the wider region, and countries.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::table::{YesNo, read_csv};
use super::{Files, Place, PlaceIdx, PlaceKind};
use crate::base::{Error, LonLat, Result};
use crate::text::fold::fold;

/// Places while they are loaded, found by id.
#[derive(Default)]
pub(super) struct Gazetteer {
    pub(super) places: Vec<Place>,
    ids: FxHashMap<String, PlaceIdx>,
}

impl Gazetteer {
    /// The place with this id.
    pub(super) fn find(&self, id: &str) -> Option<PlaceIdx> {
        self.ids.get(id).copied()
    }

    /// The place behind an index.
    pub(super) fn place(&self, idx: PlaceIdx) -> &Place {
        &self.places[idx.0 as usize]
    }

    /// The sites, in order.
    pub(super) fn sites(&self) -> impl Iterator<Item = PlaceIdx> {
        self.places.iter().enumerate().filter(|(_, p)| p.is_site).map(|(i, _)| PlaceIdx(i as u32))
    }

    /// Adds a place after the checks that every place must pass; the error is the reason.
    pub(super) fn add(&mut self, place: Place) -> std::result::Result<PlaceIdx, String> {
        check(&place)?;
        let idx = PlaceIdx(self.places.len() as u32);
        if self.ids.insert(place.id.clone(), idx).is_some() {
            return Err(format!("place {} stands twice", place.id));
        }
        self.places.push(place);
        Ok(idx)
    }
}

fn check(place: &Place) -> std::result::Result<(), String> {
    let Place { id, name_ar, name_en, at, .. } = place;
    if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Err(format!("id {id:?}: only a-z, 0-9 and - may stand in an id"));
    }
    if name_ar.trim().is_empty() {
        return Err(format!("place {id} has no Arabic name"));
    }
    if name_ar.bytes().any(|b| b.is_ascii_alphabetic()) {
        return Err(format!("Latin letters in the Arabic name of {id}: {name_ar}"));
    }
    if name_en.trim().is_empty() {
        return Err(format!("place {id} has no English name"));
    }
    if !(-90.0..=90.0).contains(&at.lat) || !(-180.0..=180.0).contains(&at.lon) {
        return Err(format!("coordinates of {id} out of range: {} north, {} east", at.lat, at.lon));
    }
    Ok(())
}

#[derive(Deserialize)]
struct SiteRow {
    id: String,
    name_en: String,
    name_ar: String,
    aliases_ar: String,
    aliases_en: String,
    kind: PlaceKind,
    lat: f64,
    lon: f64,
    admin1: String,
    population: u32,
    precision: u8,
    site: YesNo,
    parent: String,
    needs_cue: YesNo,
}

/// Adds the conflict's own places. Parents may stand anywhere in the file.
///
/// # Errors
/// When a row cannot be read, is an area, repeats an id or names an unknown parent.
pub(super) fn load_places(files: &Files, path: &str, country: &str, gazetteer: &mut Gazetteer) -> Result<()> {
    let rows = read_csv::<SiteRow>(files, path)?;
    for (line, row) in &rows {
        if row.kind.is_area() {
            return Err(Error::data(path, *line, format!("{} is an area: it belongs in areas.toml", row.id)));
        }
        if !(1..=3).contains(&row.precision) {
            return Err(Error::data(path, *line, format!("precision of {} must be 1, 2 or 3", row.id)));
        }
        gazetteer.add(site(row, country)).map_err(|reason| Error::data(path, *line, reason))?;
    }
    for (line, row) in &rows {
        if row.parent.is_empty() {
            continue;
        }
        let unknown = || Error::data(path, *line, format!("unknown parent {} of {}", row.parent, row.id));
        let parent = gazetteer.find(&row.parent).ok_or_else(unknown)?;
        let idx = gazetteer.find(&row.id).ok_or_else(unknown)?;
        gazetteer.places[idx.0 as usize].parent = Some(parent);
    }
    Ok(())
}

fn site(row: &SiteRow, country: &str) -> Place {
    Place {
        id: row.id.clone(),
        name_en: row.name_en.clone(),
        name_ar: row.name_ar.clone(),
        aliases_ar: list(&row.aliases_ar),
        aliases_en: list(&row.aliases_en),
        kind: row.kind,
        at: LonLat::new(row.lon, row.lat),
        admin1: row.admin1.clone(),
        country: country.to_owned(),
        population: row.population,
        precision: row.precision,
        is_site: row.site == YesNo::Yes,
        needs_cue: row.needs_cue == YesNo::Yes,
        members: Vec::new(),
        parent: None,
        side: None,
    }
}

#[derive(Deserialize)]
struct RegionRow {
    id: String,
    name_en: String,
    name_ar: String,
    aliases_ar: String,
    aliases_en: String,
    kind: PlaceKind,
    lat: f64,
    lon: f64,
    country: String,
    admin1: String,
    population: u32,
    needs_cue: YesNo,
}

/// Adds places of the wider region: points and areas that hold nothing in this conflict. What the
/// conflict knows itself, by id or as a namesake in the `home` country, is left out.
///
/// # Errors
/// When a row cannot be read, repeats an id or names a country that is not `countries`' ISO code.
pub(super) fn load_region(files: &Files, path: &str, home: &str, gazetteer: &mut Gazetteer) -> Result<()> {
    let own: FxHashSet<String> = gazetteer.places.iter().map(|p| p.id.clone()).collect();
    let names: FxHashSet<String> =
        gazetteer.places.iter().filter(|p| p.country == home).map(|p| fold(&p.name_ar)).collect();
    let is_country = |p: &&Place| p.kind == PlaceKind::Country;
    let countries: FxHashSet<String> =
        gazetteer.places.iter().filter(is_country).map(|p| p.country.clone()).collect();
    for (line, row) in read_csv::<RegionRow>(files, path)? {
        if own.contains(&row.id) || (row.country == home && names.contains(&fold(&row.name_ar))) {
            continue;
        }
        let refuse = |reason: String| Error::data(path, line, reason);
        if !countries.contains(&row.country) {
            return Err(refuse(format!("unknown country {} of {}", row.country, row.id)));
        }
        let place = Place {
            aliases_ar: list(&row.aliases_ar),
            aliases_en: list(&row.aliases_en),
            at: LonLat::new(row.lon, row.lat),
            precision: if row.kind.is_area() { 3 } else { 1 },
            is_site: false,
            needs_cue: row.needs_cue == YesNo::Yes,
            members: Vec::new(),
            parent: None,
            side: None,
            id: row.id,
            name_en: row.name_en,
            name_ar: row.name_ar,
            kind: row.kind,
            admin1: row.admin1,
            country: row.country,
            population: row.population,
        };
        gazetteer.add(place).map_err(refuse)?;
    }
    quarters_of_cities(gazetteer, home);
    Ok(())
}

/// Gives the quarters abroad the city nearest to them, which the region's table does not tell.
fn quarters_of_cities(gazetteer: &mut Gazetteer, home: &str) {
    const NEAR_KM: f64 = 15.0;
    const NEAR_DEGREES: f64 = 0.2;
    let places = &gazetteer.places;
    let abroad = |p: &&Place| p.country != home;
    let cities: Vec<usize> = (0..places.len())
        .filter(|&i| places[i].kind == PlaceKind::City && places[i].country != home)
        .collect();
    let nearest = |quarter: &Place| {
        let near = cities.iter().filter(|&&c| {
            places[c].country == quarter.country && (places[c].at.lat - quarter.at.lat).abs() < NEAR_DEGREES
        });
        let near = near.map(|&c| (places[c].at.distance_km(quarter.at), c)).filter(|n| n.0 < NEAR_KM);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|n| PlaceIdx(n.1 as u32))
    };
    let quarters = places.iter().enumerate().filter(|(_, p)| p.kind == PlaceKind::Quarter && abroad(p));
    let found: Vec<_> = quarters.filter_map(|(i, p)| Some((i, nearest(p)?))).collect();
    for (i, city) in found {
        gazetteer.places[i].parent = Some(city);
    }
}

#[derive(Deserialize)]
struct CountryRow {
    id: String,
    iso2: String,
    name_en: String,
    name_ar: String,
    aliases_ar: String,
    aliases_en: String,
    lat: f64,
    lon: f64,
}

/// Adds the countries; all sites so far belong to the one with the code `home`.
///
/// # Errors
/// When a row cannot be read, or repeats an id.
pub(super) fn load_countries(files: &Files, path: &str, home: &str, gazetteer: &mut Gazetteer) -> Result<()> {
    for (line, row) in read_csv::<CountryRow>(files, path)? {
        let members = if row.iso2 == home { gazetteer.sites().collect() } else { Vec::new() };
        let place = Place {
            aliases_ar: list(&row.aliases_ar),
            aliases_en: list(&row.aliases_en),
            kind: PlaceKind::Country,
            at: LonLat::new(row.lon, row.lat),
            admin1: String::new(),
            population: 0,
            precision: 3,
            is_site: false,
            needs_cue: false,
            members,
            parent: None,
            side: None,
            id: row.id,
            name_en: row.name_en,
            name_ar: row.name_ar,
            country: row.iso2,
        };
        gazetteer.add(place).map_err(|reason| Error::data(path, line, reason))?;
    }
    Ok(())
}

/// The parts of a cell that holds several names, parted by `|`.
fn list(cell: &str) -> Vec<String> {
    cell.split('|').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{accepted, added, refusal};

    const FILE: &str = "syria-2024/places.csv";

    #[test]
    fn broken_rows_are_refused_with_line_and_reason() {
        let row = "here,Here,هنا,,,town,35.0,37.0,Hama,0,1,yes,,no,test\n";
        for (from, to, reason) in [
            ("here,", "hama,", "place hama stands twice"),
            ("هنا", "", "no Arabic name"),
            ("هنا", "هنا T4", "Latin letters in the Arabic name"),
            ("35.0", "135.0", "out of range"),
            ("35.0", "north", "column lat"),
            ("town", "hamlet", "hamlet"),
            ("town", "region", "areas.toml"),
            ("yes,,no", "yes,nowhere,no", "unknown parent nowhere"),
            ("yes,,no", "perhaps,,no", "perhaps"),
            (",test", "", "columns where the header has"),
            ("here,", "He re,", "only a-z"),
            (",0,1,", ",0,7,", "precision"),
        ] {
            let error = added(FILE, &row.replace(from, to));
            let line = include_str!("../../data/syria-2024/places.csv").lines().count() + 1;
            assert!(error.contains(&format!("places.csv:{line}: ")), "{error}");
            assert!(error.contains(reason), "{error} should say: {reason}");
        }
    }

    #[test]
    fn the_conflicts_own_place_stands_before_the_regions() {
        let row =
            "aleppo,Elsewhere,أخرى,,,town,35.0,37.0,LB,,0,no\nhalab,Twice,حلب,,,town,35.0,37.0,SY,,0,no\n";
        let conflict = accepted("region/places.csv", row);
        let aleppo = conflict.place_of("aleppo").unwrap();
        assert!(conflict.place(aleppo).is_site && conflict.place_of("halab").is_none());
    }

    #[test]
    fn a_region_row_needs_its_country() {
        let error = refusal("region/countries.csv", ",PS,", ",XX,");
        assert!(error.contains("unknown country PS"), "{error}");
    }
}
