//! Areas, from `areas.toml`: sets of sites with a name, by governorate, box, distance and direction.
//!
//! Countrysides ("western Aleppo countryside") and parts of the country ("north-west Syria") are
//! spelled out from templates, so that an analyst lists towns and sides, not names.

use serde::Deserialize;
use toml::Spanned;

use super::gazetteer::Gazetteer;
use super::table::TomlFile;
use super::{Files, Place, PlaceIdx, PlaceKind, Side};
use crate::base::{LonLat, Result};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    names: Names,
    side: Vec<SideWords>,
    #[serde(default)]
    countryside: Vec<Countryside>,
    #[serde(default)]
    area: Vec<Area>,
    #[serde(default)]
    part: Vec<Part>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    countryside: Template,
    sector: Template,
    part: Template,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Template {
    en: String,
    ar: String,
    aliases_ar: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SideWords {
    name: Side,
    degrees: Option<[f64; 2]>,
    en: String,
    adjective: String,
    adjective_feminine: String,
    the: String,
    nouns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Countryside {
    of: Spanned<String>,
    r#in: Vec<Spanned<String>>,
    #[serde(default = "yes")]
    whole: bool,
    sides: Vec<Side>,
    km: f64,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Area {
    id: Spanned<String>,
    name_en: String,
    name_ar: String,
    #[serde(default)]
    aliases_ar: Vec<String>,
    #[serde(default)]
    aliases_en: Vec<String>,
    kind: PlaceKind,
    #[serde(default)]
    r#in: Vec<Spanned<String>>,
    #[serde(default)]
    of: Vec<Spanned<String>>,
    r#box: Option<[f64; 4]>,
    #[serde(default)]
    include: Vec<Spanned<String>>,
    #[serde(default)]
    exclude: Vec<Spanned<String>>,
    at: Option<[f64; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    side: Spanned<Side>,
    #[serde(default)]
    r#in: Vec<Spanned<String>>,
    #[serde(default)]
    of: Vec<Spanned<String>>,
    r#box: Option<[f64; 4]>,
    at: Option<[f64; 2]>,
}

/// Adds the areas of the file at `path`; `country` is the home country, whose parts they name.
///
/// # Errors
/// When a governorate, a place or an area is unknown, an id stands twice, or an area has no site.
pub(super) fn load(files: &Files, path: &str, country: PlaceIdx, gazetteer: &mut Gazetteer) -> Result<()> {
    let sheet = TomlFile::<Sheet>::read(files, path)?;
    for countryside in &sheet.value.countryside {
        add_countryside(&sheet, countryside, gazetteer)?;
    }
    for area in &sheet.value.area {
        add_area(&sheet, area, gazetteer)?;
    }
    for part in &sheet.value.part {
        add_part(&sheet, part, country, gazetteer)?;
    }
    Ok(())
}

fn add_countryside(sheet: &TomlFile<Sheet>, spec: &Countryside, gazetteer: &mut Gazetteer) -> Result<()> {
    let line_at = spec.of.span().start;
    let town = find(sheet, &spec.of, gazetteer)?;
    let base: Vec<PlaceIdx> = in_governorates(sheet, &spec.r#in, gazetteer)?
        .into_iter()
        .filter(|&i| i != town && gazetteer.place(i).parent != Some(town))
        .collect();
    let centre = gazetteer.place(town).clone();
    if spec.whole {
        let place = named(&sheet.value.names.countryside, &centre, None);
        add(sheet, line_at, place, base.clone(), None, gazetteer)?;
    }
    for &side in &spec.sides {
        let words = side_words(sheet, line_at, side)?;
        let Some(degrees) = words.degrees else {
            return Err(sheet.error(line_at, format!("side {side} has no degrees")));
        };
        let inside = |i: &PlaceIdx| {
            let at = gazetteer.place(*i).at;
            centre.at.distance_km(at) <= spec.km && within(bearing_degrees(centre.at, at), degrees)
        };
        let members = base.iter().copied().filter(inside).collect();
        let mut place = named(&sheet.value.names.sector, &centre, Some(words));
        place.parent = Some(town);
        add(sheet, line_at, place, members, None, gazetteer)?;
    }
    Ok(())
}

fn add_area(sheet: &TomlFile<Sheet>, spec: &Area, gazetteer: &mut Gazetteer) -> Result<()> {
    let line_at = spec.id.span().start;
    if !spec.kind.is_area() {
        return Err(
            sheet.error(line_at, format!("{}: an area's kind is governorate or region", spec.id.as_ref()))
        );
    }
    let sources = !spec.r#in.is_empty() || !spec.of.is_empty();
    let mut members = if sources {
        union(in_governorates(sheet, &spec.r#in, gazetteer)?, members_of(sheet, &spec.of, gazetteer)?)
    } else if spec.r#box.is_some() {
        gazetteer.sites().collect()
    } else {
        Vec::new()
    };
    members.retain(|&i| spec.r#box.is_none_or(|b| in_box(gazetteer.place(i).at, b)));
    for id in &spec.include {
        members = union(members, vec![find_site(sheet, id, gazetteer)?]);
    }
    for id in &spec.exclude {
        let out = find_site(sheet, id, gazetteer)?;
        members.retain(|&i| i != out);
    }
    let admin1 = match spec.r#in.as_slice() {
        [one] => one.as_ref().clone(),
        _ => String::new(),
    };
    let place = Place {
        id: spec.id.as_ref().clone(),
        name_en: spec.name_en.clone(),
        name_ar: spec.name_ar.clone(),
        aliases_ar: spec.aliases_ar.clone(),
        aliases_en: spec.aliases_en.clone(),
        kind: spec.kind,
        admin1,
        ..Place::default()
    };
    add(sheet, line_at, place, members, spec.at, gazetteer)
}

fn add_part(
    sheet: &TomlFile<Sheet>,
    spec: &Part,
    country: PlaceIdx,
    gazetteer: &mut Gazetteer,
) -> Result<()> {
    let line_at = spec.side.span().start;
    let words = side_words(sheet, line_at, *spec.side.as_ref())?;
    let boxed: Vec<PlaceIdx> = match spec.r#box {
        Some(b) => gazetteer.sites().filter(|&i| in_box(gazetteer.place(i).at, b)).collect(),
        None => Vec::new(),
    };
    let members =
        union(in_governorates(sheet, &spec.r#in, gazetteer)?, members_of(sheet, &spec.of, gazetteer)?);
    let home = gazetteer.place(country).clone();
    let mut place = named(&sheet.value.names.part, &home, Some(words));
    place.admin1.clear();
    place.parent = Some(country);
    add(sheet, line_at, place, union(members, boxed), spec.at, gazetteer)
}

/// An area named after `home` (a town or the country) by a template; with a side, once for each noun.
fn named(template: &Template, home: &Place, side: Option<&SideWords>) -> Place {
    let fill = |text: &str, noun: &str| {
        let text = text.replace("{ar}", &home.name_ar).replace("{en}", &home.name_en);
        let Some(s) = side else { return text };
        text.replace("{side}", &s.en)
            .replace("{adjective_feminine}", &s.adjective_feminine)
            .replace("{adjective}", &s.adjective)
            .replace("{the}", &s.the)
            .replace("{noun}", noun)
    };
    let first = side.and_then(|s| s.nouns.first()).map_or("", String::as_str);
    let name_ar = fill(&template.ar, first);
    let mut aliases: Vec<String> = Vec::new();
    for alias in &template.aliases_ar {
        for noun in side.map_or(&[String::new()][..], |s| &s.nouns) {
            let name = fill(alias, noun);
            if name != name_ar && !aliases.contains(&name) {
                aliases.push(name);
            }
        }
    }
    let suffix = side.map_or_else(|| "countryside".to_owned(), |s| s.name.to_string());
    Place {
        id: format!("{}-{suffix}", home.id),
        name_en: fill(&template.en, first),
        name_ar,
        aliases_ar: aliases,
        kind: PlaceKind::Region,
        admin1: home.admin1.clone(),
        side: side.map(|s| s.name),
        ..Place::default()
    }
}

/// Adds an area with its members; without a point of its own it lies in the middle of them.
fn add(
    sheet: &TomlFile<Sheet>,
    line_at: usize,
    mut place: Place,
    members: Vec<PlaceIdx>,
    at: Option<[f64; 2]>,
    gazetteer: &mut Gazetteer,
) -> Result<()> {
    if members.is_empty() {
        return Err(sheet.error(line_at, format!("area {} has no sites", place.id)));
    }
    let n = members.len() as f64;
    let middle = |f: fn(LonLat) -> f64| members.iter().map(|&i| f(gazetteer.place(i).at)).sum::<f64>() / n;
    place.at = match at {
        Some([lon, lat]) => LonLat::new(lon, lat),
        None => LonLat::new(middle(|p| p.lon), middle(|p| p.lat)),
    };
    place.country.clone_from(&gazetteer.place(members[0]).country);
    place.precision = 3;
    place.members = members;
    gazetteer.add(place).map_err(|reason| sheet.error(line_at, reason))?;
    Ok(())
}

fn side_words(sheet: &TomlFile<Sheet>, line_at: usize, side: Side) -> Result<&SideWords> {
    let found = sheet.value.side.iter().find(|s| s.name == side);
    found.ok_or_else(|| sheet.error(line_at, format!("no [[side]] says how {side} is called")))
}

fn find(sheet: &TomlFile<Sheet>, id: &Spanned<String>, gazetteer: &Gazetteer) -> Result<PlaceIdx> {
    let unknown = || sheet.error(id.span().start, format!("unknown place {}", id.as_ref()));
    gazetteer.find(id.as_ref()).ok_or_else(unknown)
}

fn find_site(sheet: &TomlFile<Sheet>, id: &Spanned<String>, gazetteer: &Gazetteer) -> Result<PlaceIdx> {
    let idx = find(sheet, id, gazetteer)?;
    if gazetteer.place(idx).is_site {
        Ok(idx)
    } else {
        Err(sheet.error(id.span().start, format!("{} is no site of the control map", id.as_ref())))
    }
}

/// The sites of the governorates named.
fn in_governorates(
    sheet: &TomlFile<Sheet>,
    names: &[Spanned<String>],
    gazetteer: &Gazetteer,
) -> Result<Vec<PlaceIdx>> {
    let mut sites = Vec::new();
    for name in names {
        let before = sites.len();
        sites.extend(gazetteer.sites().filter(|&i| gazetteer.place(i).admin1 == *name.as_ref()));
        if sites.len() == before {
            let reason = format!("no site of the gazetteer lies in {}", name.as_ref());
            return Err(sheet.error(name.span().start, reason));
        }
    }
    Ok(union(sites, Vec::new()))
}

/// The sites of the areas named.
fn members_of(
    sheet: &TomlFile<Sheet>,
    ids: &[Spanned<String>],
    gazetteer: &Gazetteer,
) -> Result<Vec<PlaceIdx>> {
    let mut sites = Vec::new();
    for id in ids {
        sites.extend(&gazetteer.place(find(sheet, id, gazetteer)?).members);
    }
    Ok(union(sites, Vec::new()))
}

fn union(mut a: Vec<PlaceIdx>, b: Vec<PlaceIdx>) -> Vec<PlaceIdx> {
    a.extend(b);
    a.sort_unstable();
    a.dedup();
    a
}

fn in_box(at: LonLat, [west, south, east, north]: [f64; 4]) -> bool {
    (west..=east).contains(&at.lon) && (south..=north).contains(&at.lat)
}

/// Degrees clockwise from north, 0..360, of the straight line on a local flat map.
fn bearing_degrees(from: LonLat, to: LonLat) -> f64 {
    let east = (to.lon - from.lon) * from.lat.to_radians().cos();
    let north = to.lat - from.lat;
    east.atan2(north).to_degrees().rem_euclid(360.0)
}

/// Is `degrees` between the two ends of an arc that may pass through north?
fn within(degrees: f64, [from, to]: [f64; 2]) -> bool {
    if from <= to { (from..=to).contains(&degrees) } else { degrees >= from || degrees <= to }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{added, refusal};
    use super::*;

    const FILE: &str = "syria-2024/areas.toml";

    #[test]
    fn an_arc_may_pass_through_north() {
        assert!(within(350.0, [315.0, 45.0]) && within(10.0, [315.0, 45.0]));
        assert!(!within(180.0, [315.0, 45.0]));
        let (aleppo, hama) = (LonLat::new(37.16, 36.2), LonLat::new(36.76, 35.13));
        assert!((bearing_degrees(aleppo, hama) - 196.8).abs() < 1.0);
    }

    #[test]
    fn broken_areas_are_refused_with_line_and_reason() {
        let area = "\n[[area]]\nid = \"x\"\nname_en = \"X\"\nname_ar = \"س\"\nkind = \"region\"\n";
        let lines = include_str!("../../data/syria-2024/areas.toml").lines().count() as u32;
        for (more, line, reason) in [
            ("", 3, "area x has no sites"),
            ("in = [\"Utopia\"]\n", 7, "no site of the gazetteer lies in Utopia"),
            ("include = [\"nowhere\"]\n", 7, "unknown place nowhere"),
            ("include = [\"lebanon\"]\n", 7, "no site of the control map"),
            ("of = [\"nowhere\"]\n", 7, "unknown place nowhere"),
            ("sites = 3\n", 7, "unknown field"),
        ] {
            let error = added(FILE, &format!("{area}{more}"));
            assert!(error.contains(&format!("areas.toml:{}: ", lines + line)), "{error}");
            assert!(error.contains(reason), "{error} should say: {reason}");
        }
        let twice = added(
            FILE,
            &area
                .replace("\"x\"", "\"golan\"")
                .replace("region\"\n", "region\"\ninclude = [\"golan-fiq\"]\n"),
        );
        assert!(twice.contains("golan stands twice"), "{twice}");
    }

    #[test]
    fn a_side_must_be_known() {
        let error =
            refusal(FILE, "sides = [\"north\", \"east\", \"west\", \"north-west\"]", "sides = [\"up\"]");
        assert!(error.contains("areas.toml:") && error.contains("up"), "{error}");
    }
}
