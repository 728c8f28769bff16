//! The base map of `assets/map` as plain data: land, borders, water, roads, relief, with their names.
//!
//! Lines and polygons are kept in Web-Mercator 0..1 ([`LonLat::mercator`]), ready to be scaled to a
//! screen without trigonometry; what control needs is kept in degrees ([`BaseMap::land`]). What each
//! layer holds, and where it comes from, is told in `assets/map/README.md`.

use std::sync::OnceLock;

use geo::{Coord, LineString, MultiPolygon, Point, Polygon};
use geojson::{Feature, FeatureCollection};
use serde::Deserialize;

use crate::base::{Error, LonLat, Result};
use crate::control::{Compartment, Land};

/// A name in both languages; empty when it has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// English.
    pub en: String,
    /// Arabic.
    pub ar: String,
}

/// The smallest box around something, Web-Mercator 0..1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// West and north.
    pub min: [f64; 2],
    /// East and south.
    pub max: [f64; 2],
}

impl Bounds {
    /// The box around `points`; an empty one turns inside out and meets nothing.
    pub fn of<'a>(points: impl IntoIterator<Item = &'a [f64; 2]>) -> Self {
        let nothing = Self { min: [f64::INFINITY; 2], max: [f64::NEG_INFINITY; 2] };
        points.into_iter().fold(nothing, |b, p| Self {
            min: [b.min[0].min(p[0]), b.min[1].min(p[1])],
            max: [b.max[0].max(p[0]), b.max[1].max(p[1])],
        })
    }

    /// Do the two boxes share a point?
    pub fn meets(self, other: Self) -> bool {
        (0..2).all(|i| self.min[i] <= other.max[i] && other.min[i] <= self.max[i])
    }
}

/// A line, Web-Mercator 0..1.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Its points in order.
    pub points: Vec<[f64; 2]>,
    /// The box around them.
    pub bounds: Bounds,
}

/// A polygon, Web-Mercator 0..1. Rings do not repeat their first point.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The outer ring.
    pub exterior: Vec<[f64; 2]>,
    /// Inner rings.
    pub holes: Vec<Vec<[f64; 2]>>,
    /// The box around the outer ring.
    pub bounds: Bounds,
}

/// The land of a country, or a part of the home country.
#[derive(Clone, Debug)]
pub struct Country {
    /// Code, such as `LBN`.
    pub code: String,
    /// Its name; empty for countries too far to name.
    pub name: Name,
    /// Where the name goes, Web-Mercator 0..1.
    pub label: Option<[f64; 2]>,
    /// 1 always named, 5 only when near.
    pub importance: u8,
    /// Is it a part of the country that the map is about?
    pub is_home: bool,
    /// Code of the faction that occupies this part, as international law sees it.
    pub occupied_by: Option<String>,
    /// Its land.
    pub shapes: Vec<Shape>,
}

/// What an edge parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BorderKind {
    /// Two countries.
    Border,
    /// Land and sea.
    Coast,
    /// An occupied part and the rest of its country.
    Line,
}

/// A line between two countries, or along a coast.
#[derive(Clone, Debug)]
pub struct Border {
    /// What it parts.
    pub kind: BorderKind,
    /// Does it touch the home country?
    pub is_home: bool,
    /// Should it be dashed?
    pub is_disputed: bool,
    /// Its course.
    pub paths: Vec<Path>,
}

/// A sea, lake or river.
#[derive(Clone, Debug)]
pub struct Water {
    /// Its name; often none.
    pub name: Name,
    /// 1 always drawn, 5 only when near.
    pub importance: u8,
    /// Surface of a lake.
    pub shapes: Vec<Shape>,
    /// Course of a river.
    pub paths: Vec<Path>,
    /// Where the name of a sea goes.
    pub label: Option<[f64; 2]>,
}

/// A road, or many unnamed ones.
#[derive(Clone, Debug)]
pub struct Road {
    /// Its number, such as `M5`; often none.
    pub number: String,
    /// Its name; often none.
    pub name: Name,
    /// 1 always drawn, 5 only when near.
    pub importance: u8,
    /// Its course.
    pub paths: Vec<Path>,
}

/// Lines and names of first-level administrative units.
#[derive(Clone, Debug, Default)]
pub struct Admin1 {
    /// Lines between two units.
    pub paths: Vec<Path>,
    /// Names, each with the point it goes to.
    pub names: Vec<(Name, [f64; 2])>,
}

/// Hill shade: a grey JPEG in Web Mercator.
#[derive(Clone, Debug)]
pub struct Relief {
    /// The JPEG file.
    pub jpeg: &'static [u8],
    /// What it covers.
    pub bounds: Bounds,
    /// The grey of flat land; darker is shade, lighter is light.
    pub flat: u8,
}

/// All layers of the base map.
#[derive(Clone, Debug)]
pub struct BaseMap {
    /// Land, the home country first.
    pub countries: Vec<Country>,
    /// Borders and coasts.
    pub borders: Vec<Border>,
    /// Administrative lines.
    pub admin1: Admin1,
    /// Seas, lakes and rivers.
    pub water: Vec<Water>,
    /// Roads, the main ones first.
    pub roads: Vec<Road>,
    /// Hill shade.
    pub relief: Relief,
    /// One line that names every source; belongs on every picture.
    pub attribution: String,
    /// What a reader must know about the borders.
    pub note: Name,
    /// The home country in degrees, for control.
    pub land: Land,
}

#[derive(Deserialize)]
struct About {
    home: String,
    relief: AboutRelief,
    attribution: AboutSources,
}

#[derive(Deserialize)]
struct AboutRelief {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
    flat: u8,
}

#[derive(Deserialize)]
struct AboutSources {
    short: String,
    note_en: String,
    note_ar: String,
}

impl BaseMap {
    /// The base map inside the program, read once.
    ///
    /// # Panics
    /// Never with the assets of the repository: a test reads them.
    pub fn load() -> &'static Self {
        static MAP: OnceLock<BaseMap> = OnceLock::new();
        MAP.get_or_init(|| Self::read().expect("the map inside the program is whole"))
    }

    fn read() -> Result<Self> {
        let about: About = serde_json::from_str(include_str!("../../assets/map/map.json"))
            .map_err(|e| Error::data("assets/map/map.json", e.line() as u32, e.to_string()))?;
        let countries = layer("countries", include_str!("../../assets/map/countries.geojson"))?;
        let borders = layer("borders", include_str!("../../assets/map/borders.geojson"))?;
        let admin1 = layer("admin1", include_str!("../../assets/map/admin1.geojson"))?;
        let water = layer("water", include_str!("../../assets/map/water.geojson"))?;
        let roads = layer("roads", include_str!("../../assets/map/roads.geojson"))?;
        let r = &about.relief;
        let (min, max) = (LonLat::new(r.west, r.north), LonLat::new(r.east, r.south));
        Ok(Self {
            land: land(&countries, &roads, &about.home),
            countries: countries.iter().map(|f| country(f, &about.home)).collect(),
            borders: borders.iter().map(border).collect(),
            admin1: admin1_of(&admin1),
            water: water.iter().map(water_of).collect(),
            roads: roads.iter().map(road).collect(),
            relief: Relief {
                jpeg: include_bytes!("../../assets/map/relief.jpg"),
                bounds: Bounds { min: min.mercator(), max: max.mercator() },
                flat: r.flat,
            },
            attribution: about.attribution.short,
            note: Name { en: about.attribution.note_en, ar: about.attribution.note_ar },
        })
    }
}

/// A feature with its geometry taken apart.
struct Row {
    feature: Feature,
    polygons: Vec<Polygon>,
    lines: Vec<LineString>,
    point: Option<Point>,
}

impl Row {
    fn text(&self, key: &str) -> &str {
        self.feature.property(key).and_then(|v| v.as_str()).unwrap_or("")
    }

    fn flag(&self, key: &str) -> bool {
        self.feature.property(key).and_then(serde_json::Value::as_bool).unwrap_or(false)
    }

    fn importance(&self) -> u8 {
        self.feature.property("importance").and_then(serde_json::Value::as_u64).unwrap_or(5) as u8
    }

    fn name(&self) -> Name {
        Name { en: self.text("name_en").to_owned(), ar: self.text("name_ar").to_owned() }
    }

    fn label(&self) -> Option<[f64; 2]> {
        let at = self.feature.property("label")?.as_array()?;
        Some(LonLat::new(at.first()?.as_f64()?, at.get(1)?.as_f64()?).mercator())
    }

    fn shapes(&self) -> Vec<Shape> {
        self.polygons.iter().map(shape).collect()
    }

    fn paths(&self) -> Vec<Path> {
        self.lines.iter().map(path).collect()
    }
}

fn layer(name: &str, text: &str) -> Result<Vec<Row>> {
    let wrong =
        |e: &dyn std::fmt::Display| Error::data(format!("assets/map/{name}.geojson"), 1, e.to_string());
    let all: FeatureCollection = text
        .parse::<geojson::GeoJson>()
        .map_err(|e| wrong(&e))
        .and_then(|g| FeatureCollection::try_from(g).map_err(|e| wrong(&e)))?;
    all.features.into_iter().map(|f| row(f).map_err(|e| wrong(&e))).collect()
}

fn row(mut feature: Feature) -> std::result::Result<Row, geojson::Error> {
    use geo::Geometry as G;
    let mut row = Row { polygons: Vec::new(), lines: Vec::new(), point: None, feature: Feature::default() };
    if let Some(geometry) = feature.geometry.take() {
        match G::try_from(geometry)? {
            G::Polygon(p) => row.polygons.push(p),
            G::MultiPolygon(m) => row.polygons = m.0,
            G::LineString(l) => row.lines.push(l),
            G::MultiLineString(m) => row.lines = m.0,
            G::Point(p) => row.point = Some(p),
            _ => {}
        }
    }
    row.feature = feature;
    Ok(row)
}

fn mercator(c: Coord) -> [f64; 2] {
    LonLat::new(c.x, c.y).mercator()
}

/// A polygon in degrees as a [`Shape`].
pub fn shape(polygon: &Polygon) -> Shape {
    let ring = |r: &LineString| {
        let open = r.0.len().saturating_sub(1);
        r.0[..open].iter().copied().map(mercator).collect::<Vec<_>>()
    };
    let exterior = ring(polygon.exterior());
    Shape { bounds: Bounds::of(&exterior), holes: polygon.interiors().iter().map(ring).collect(), exterior }
}

/// A line in degrees as a [`Path`].
pub fn path(line: &LineString) -> Path {
    let points: Vec<_> = line.0.iter().copied().map(mercator).collect();
    Path { bounds: Bounds::of(&points), points }
}

fn country(row: &Row, home: &str) -> Country {
    let occupier = row.text("occupied_by");
    Country {
        code: row.text("code").to_owned(),
        name: row.name(),
        label: row.label(),
        importance: row.importance(),
        is_home: row.text("code") == home,
        occupied_by: (!occupier.is_empty()).then(|| occupier.to_owned()),
        shapes: row.shapes(),
    }
}

fn border(row: &Row) -> Border {
    let kind = match row.text("kind") {
        "coast" => BorderKind::Coast,
        "line" => BorderKind::Line,
        _ => BorderKind::Border,
    };
    Border { kind, is_home: row.flag("home"), is_disputed: row.flag("disputed"), paths: row.paths() }
}

fn admin1_of(rows: &[Row]) -> Admin1 {
    Admin1 {
        paths: rows.iter().flat_map(Row::paths).collect(),
        names: rows.iter().filter_map(|r| Some((r.name(), mercator(r.point?.0)))).collect(),
    }
}

fn water_of(row: &Row) -> Water {
    Water {
        name: row.name(),
        importance: row.importance(),
        shapes: row.shapes(),
        paths: row.paths(),
        label: row.point.map(|p| mercator(p.0)),
    }
}

fn road(row: &Row) -> Road {
    Road {
        number: row.text("ref").to_owned(),
        name: row.name(),
        importance: row.importance(),
        paths: row.paths(),
    }
}

/// The home country by compartments, and the roads along which land counts as known.
fn land(countries: &[Row], roads: &[Row], home: &str) -> Land {
    let compartments = countries
        .iter()
        .filter(|r| r.text("code") == home)
        .map(|r| Compartment {
            name: r.text("part").to_owned(),
            occupied_by: Some(r.text("occupied_by").to_owned()).filter(|s| !s.is_empty()),
            polygons: MultiPolygon(r.polygons.clone()),
        })
        .collect();
    let named = roads.iter().filter(|r| !r.text("name_en").is_empty());
    Land { compartments, main_roads: named.flat_map(|r| r.lines.clone()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{Area, Contains};

    #[test]
    fn the_map_is_whole_and_the_golan_is_inside_its_country() {
        let map = BaseMap::read().expect("assets/map is readable");
        assert!(map.countries.len() > 10 && map.water.len() > 10 && map.admin1.names.len() == 14);
        let numbers: Vec<_> = map.roads.iter().map(|r| r.number.as_str()).collect();
        assert!(["M5", "M4", "M1", "M20"].iter().all(|n| numbers.contains(n)));
        assert!(map.borders.iter().any(|b| b.kind == BorderKind::Line && b.is_home && b.is_disputed));
        let majdal_shams = Point::new(35.77, 33.27);
        let holding: Vec<_> =
            map.land.compartments.iter().filter(|c| c.polygons.contains(&majdal_shams)).collect();
        assert_eq!(holding.len(), 1);
        assert_eq!(holding[0].occupied_by.as_deref(), Some("ISR"));
        let area: f64 = map.land.compartments.iter().map(|c| c.polygons.unsigned_area()).sum();
        assert!((18.4..18.7).contains(&area), "square degrees of the home country: {area}");
    }

    #[test]
    fn the_relief_covers_the_home_country() {
        let map = BaseMap::load();
        let home = map.countries.iter().filter(|c| c.is_home).flat_map(|c| &c.shapes);
        for s in home {
            assert!((0..2).all(|i| map.relief.bounds.min[i] < s.bounds.min[i]));
            assert!((0..2).all(|i| map.relief.bounds.max[i] > s.bounds.max[i]));
        }
    }
}
