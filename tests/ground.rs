//! The areas of the embedded conflict on the embedded map: valid, disjoint, and covering the country.

use chrono::NaiveDate;
use geo::{
    Area as _, BooleanOps, Contains, Geodesic, GeodesicArea, Length, MultiPolygon, Point, Polygon,
    Validation, unary_union,
};
use proptest::prelude::*;
use std::sync::OnceLock;
use waqai::control::{Area, Control, Ground, SiteStatus, control_on};
use waqai::knowledge::{FactionId, Knowledge};
use waqai::scene::basemap::BaseMap;

struct World {
    knowledge: Knowledge,
    ground: Ground,
    country: MultiPolygon,
    opening: Control,
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let knowledge = Knowledge::embedded().expect("embedded data");
        let land = &BaseMap::load().land;
        let ground = Ground::new(&knowledge, land);
        let parts: Vec<_> = land.compartments.iter().flat_map(|c| c.polygons.0.clone()).collect();
        let day = NaiveDate::from_ymd_opt(2024, 11, 26).expect("a day");
        let opening = control_on(&[], &knowledge, day, None);
        World { ground, country: unary_union(&parts), opening, knowledge }
    })
}

/// How wide a polygon is, m: that of a long strip of its area and edge.
fn width_m(polygon: &Polygon) -> f64 {
    let edge = Geodesic.length(polygon.exterior())
        + polygon.interiors().iter().map(|r| Geodesic.length(r)).sum::<f64>();
    2.0 * polygon.geodesic_area_unsigned() / edge
}

fn check(areas: &[Area]) {
    let country = world().country.unsigned_area();
    let sum: f64 = areas.iter().map(|a| a.polygons.unsigned_area()).sum();
    assert!((sum / country - 1.0).abs() < 1e-3, "areas sum to {} of the country", sum / country);
    let all: Vec<_> = areas.iter().flat_map(|a| a.polygons.0.clone()).collect();
    let covered = unary_union(&all).intersection(&world().country).unsigned_area();
    assert!(covered / country > 0.999, "areas cover {} of the country", covered / country);
    let km2: f64 = areas.iter().map(|a| a.km2).sum();
    let total = world().ground.total_km2();
    assert!((km2 / total - 1.0).abs() < 1e-3, "areas are {km2} km2 of {total}");
    let union = unary_union(&all).unsigned_area();
    assert!((sum / union - 1.0).abs() < 1e-6, "areas overlap by {}", sum - union);
    for area in areas {
        for polygon in &area.polygons {
            let (width, at) = (width_m(polygon), polygon.exterior().0[0]);
            assert!(
                width > 60.0,
                "a sliver {width:.0} m wide at {at:?}: {:?} {:?}",
                area.holder,
                area.status
            );
        }
        if let Err(e) = area.polygons.check_validation() {
            panic!("{:?} {:?}: {e}", area.holder, area.status);
        }
    }
}

#[test]
fn the_opening_covers_the_country_without_gap_or_overlap() {
    let w = world();
    let areas = w.ground.areas(&w.opening);
    check(&areas);
    assert!((w.ground.total_km2() / 186_500.0 - 1.0).abs() < 0.015, "{} km2", w.ground.total_km2());
    let mut astray = Vec::new();
    for area in &areas {
        for &site in &area.sites {
            let place = w.knowledge.conflict.place(site);
            let at = Point::new(place.at.lon, place.at.lat);
            let own = area.polygons.contains(&at);
            let elsewhere = areas.iter().any(|a| a.polygons.contains(&at));
            if elsewhere && !own {
                astray.push(&place.id);
            }
        }
    }
    assert!(astray.len() <= 4, "sites in the area of another side: {astray:?}");
}

#[test]
fn the_occupied_part_is_drawn_as_occupied() {
    let w = world();
    let occupier = w.knowledge.conflict.faction_of("ISR");
    let areas = w.ground.areas(&w.opening);
    let golan = areas.iter().find(|a| a.holder == occupier).expect("an occupied area");
    assert!(golan.polygons.contains(&Point::new(35.77, 33.1)), "{golan:?}");
    assert!((1_000.0..1_400.0).contains(&golan.km2), "{} km2", golan.km2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_colouring_is_valid_and_disjoint(seed in prop::collection::vec((0u8..5, 0u8..12), 450)) {
        let w = world();
        let mut control = w.opening.clone();
        for (state, &(holder, chance)) in control.sites.iter_mut().zip(seed.iter().cycle()) {
            if chance < 4 {
                state.holder = Some(FactionId(holder));
                state.status = [SiteStatus::Held, SiteStatus::Claimed, SiteStatus::Contested, SiteStatus::Left]
                    [usize::from(chance)];
            }
        }
        check(&w.ground.areas(&control));
    }
}
