//! Control as a table (one row a site) and as `GeoJSON` (areas and sites), with the events that decided it.

use std::io::{self, Write};

use geojson::{Feature, FeatureCollection, Geometry, GeometryValue, JsonObject};
use serde_json::{Value, json};

use super::io_error;
use crate::control::{Area, AreaCache, Control, SiteState};
use crate::knowledge::{Conflict, FactionId, Knowledge};

/// The columns of the table, in order.
const COLUMNS: [&str; 13] = [
    "date",
    "place_id",
    "name_en",
    "name_ar",
    "kind",
    "lat",
    "lon",
    "admin1",
    "holder",
    "status",
    "since",
    "event_ids",
    "rule",
];

/// Writes one row a site for each of `days`, event ids separated by `;`. A site that nobody is known to
/// hold has an empty holder; a site unchanged since the opening has an empty `since`.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_csv(days: &[Control], knowledge: &Knowledge, out: impl Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(COLUMNS).map_err(io_error)?;
    for control in days {
        for site in &control.sites {
            table.write_record(row(control, site, &knowledge.conflict)).map_err(io_error)?;
        }
    }
    table.flush()
}

fn row(control: &Control, site: &SiteState, conflict: &Conflict) -> [String; 13] {
    let place = conflict.place(site.place);
    [
        control.day.to_string(),
        place.id.clone(),
        place.name_en.clone(),
        place.name_ar.clone(),
        place.kind.as_str().to_owned(),
        place.at.lat.to_string(),
        place.at.lon.to_string(),
        place.admin1.clone(),
        code(site.holder, conflict).unwrap_or_default().to_owned(),
        site.status.as_str().to_owned(),
        site.since.map(|d| d.to_string()).unwrap_or_default(),
        site.event_ids.join(";"),
        site.rule.to_owned(),
    ]
}

fn code(faction: Option<FactionId>, conflict: &Conflict) -> Option<&str> {
    faction.map(|f| conflict.faction(f).code.as_str())
}

/// Writes areas and sites of each of `days` as one feature collection. An area names its holder, rival,
/// status, land, sites, the latest day on which one of them changed, and all events that decided them.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_geojson(
    days: &[Control],
    knowledge: &Knowledge,
    areas: &mut AreaCache,
    mut out: impl Write,
) -> io::Result<()> {
    let conflict = &knowledge.conflict;
    let mut features = Vec::new();
    for control in days {
        features.extend(areas.areas(control).iter().map(|a| area_feature(a, control, conflict)));
        features.extend(control.sites.iter().map(|s| site_feature(s, control, conflict)));
    }
    let collection = FeatureCollection { features, bbox: None, foreign_members: None };
    serde_json::to_writer(&mut out, &collection)?;
    out.write_all(b"\n")
}

fn area_feature(area: &Area, control: &Control, conflict: &Conflict) -> Feature {
    let states: Vec<&SiteState> = area.sites.iter().filter_map(|&p| control.site(p)).collect();
    let mut events: Vec<&str> = states.iter().flat_map(|s| s.event_ids.iter().map(String::as_str)).collect();
    events.sort_unstable();
    events.dedup();
    let sites: Vec<&str> = area.sites.iter().map(|&p| conflict.place(p).id.as_str()).collect();
    let properties = json!({
        "feature": "area",
        "date": control.day,
        "holder": code(area.holder, conflict),
        "rival": code(area.rival, conflict),
        "status": area.status,
        "since": states.iter().filter_map(|s| s.since).max(),
        "km2": area.km2.round(),
        "sites": sites,
        "event_ids": events,
    });
    feature(GeometryValue::from(&area.polygons), properties)
}

fn site_feature(site: &SiteState, control: &Control, conflict: &Conflict) -> Feature {
    let place = conflict.place(site.place);
    let properties = json!({
        "feature": "site",
        "date": control.day,
        "place_id": place.id,
        "name_en": place.name_en,
        "name_ar": place.name_ar,
        "kind": place.kind,
        "admin1": place.admin1,
        "holder": code(site.holder, conflict),
        "rival": code(site.rival, conflict),
        "status": site.status,
        "since": site.since,
        "event_ids": site.event_ids,
        "against": site.against,
        "rule": site.rule,
    });
    feature(GeometryValue::new_point([place.at.lon, place.at.lat]), properties)
}

fn feature(geometry: GeometryValue, properties: Value) -> Feature {
    let properties = match properties {
        Value::Object(map) => map,
        _ => JsonObject::new(),
    };
    Feature {
        bbox: None,
        geometry: Some(Geometry::new(geometry)),
        id: None,
        properties: Some(properties),
        foreign_members: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::control::{Ground, Land, control_on};

    #[test]
    fn a_row_a_site_with_the_columns_of_the_record() {
        let knowledge = Knowledge::embedded().expect("embedded data");
        let day = knowledge.conflict.first_day;
        let days = [control_on(&[], &knowledge, day, None)];
        let mut bytes = Vec::new();
        write_csv(&days, &knowledge, &mut bytes).expect("a table in memory");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some(COLUMNS.join(",").as_str()));
        assert_eq!(lines.count(), knowledge.conflict.sites().count());
        let hama = text.lines().find(|l| l.contains(",hama,")).expect("a row for Hama");
        assert!(
            hama.starts_with("2024-11-27,hama,Hama,") && hama.ends_with(",Hama,SAA,held,,,opening"),
            "{hama}"
        );
    }

    #[test]
    fn without_land_there_are_sites_and_no_areas() {
        let knowledge = Knowledge::embedded().expect("embedded data");
        let mut areas = AreaCache::new(Ground::new(&knowledge, &Land::default()));
        let days = [control_on(&[], &knowledge, knowledge.conflict.first_day, None)];
        let mut bytes = Vec::new();
        write_geojson(&days, &knowledge, &mut areas, &mut bytes).expect("features in memory");
        let all: FeatureCollection = serde_json::from_slice(&bytes).expect("a feature collection");
        assert_eq!(all.features.len(), days[0].sites.len());
        assert!(all.features.iter().all(|f| f.property("feature") == Some(&json!("site"))));
    }
}
