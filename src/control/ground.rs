//! The ground that control is drawn on: a cell for every site, built once, and the areas of a day.

use geo::{
    BoundingRect, ChamberlainDuquetteArea, Contains, Coord, Distance, Euclidean, LineString, MapCoords,
    MultiPolygon, Point, Polygon,
};

use super::cells::{Plane, cells, project};
use super::mesh::{Edge, Mesh};
use super::outline::dissolve;
use super::{Control, Land, Look, SiteStatus};
use crate::knowledge::{FactionId, Knowledge, PlaceIdx};

/// A site farther than this outside the country has no cell: degrees, about 5 km.
const OUTSIDE: f64 = 0.05;

/// Land of one look: the cells of the sites that one side holds equally firmly.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Who holds it; nothing when nobody is known to.
    pub holder: Option<FactionId>,
    /// The other side, where it is contested.
    pub rival: Option<FactionId>,
    /// How firmly it is held.
    pub status: SiteStatus,
    /// Its land, lon/lat degrees. Areas of one day share the points of their common edges.
    pub polygons: MultiPolygon,
    /// Square kilometres of the sphere.
    pub km2: f64,
    /// The sites in it, in the order of the gazetteer.
    pub sites: Vec<PlaceIdx>,
}

/// A connected piece of land that belongs to one site, or to an occupied part without sites.
#[derive(Clone, Copy, Debug)]
struct Face {
    /// Position among the sites.
    site: Option<u32>,
    compartment: u32,
    km2: f64,
}

/// Cells of all sites of a conflict, ready to be coloured for any day.
#[derive(Clone, Debug)]
pub struct Ground {
    plane: Plane,
    sites: Vec<PlaceIdx>,
    /// Land of each site, km².
    km2: Vec<f64>,
    faces: Vec<Face>,
    /// Who occupies each compartment.
    occupiers: Vec<Option<FactionId>>,
    mesh: Mesh,
}

impl Ground {
    /// Cuts `land` into cells for the sites of the conflict.
    pub fn new(knowledge: &Knowledge, land: &Land) -> Self {
        let conflict = &knowledge.conflict;
        let places: Vec<(PlaceIdx, Coord)> = conflict
            .sites()
            .map(|p| (p, Coord { x: conflict.place(p).at.lon, y: conflict.place(p).at.lat }))
            .collect();
        let occupiers: Vec<Option<FactionId>> = land
            .compartments
            .iter()
            .map(|c| c.occupied_by.as_ref().and_then(|code| conflict.faction_of(code)))
            .collect();
        let is_home = |site: usize, compartment: usize| {
            let opened = conflict.opening.get(&places[site].0).map(|o| o.holder);
            occupiers[compartment].is_none_or(|occupier| opened == Some(occupier))
        };
        Self { occupiers: occupiers.clone(), ..Self::of_sites(&places, land, is_home) }
    }

    /// The same for sites given as places and lon/lat points, in the order of the gazetteer. A site may have
    /// its cell only in a compartment that `is_home` to it: coarse outlines put places of the other side of
    /// a ceasefire line into the occupied part.
    fn of_sites(places: &[(PlaceIdx, Coord)], land: &Land, is_home: impl Fn(usize, usize) -> bool) -> Self {
        let plane = Plane::at(middle_latitude(land));
        let regions: Vec<MultiPolygon> =
            land.compartments.iter().map(|c| project(plane, &c.polygons)).collect();
        let points: Vec<Coord> = places.iter().map(|&(_, c)| plane.project(c)).collect();
        let home: Vec<Option<usize>> =
            points.iter().enumerate().map(|(i, &c)| region_of(c, &regions, |r| is_home(i, r))).collect();
        let mut polygons = Vec::new();
        let mut faces = Vec::new();
        for (r, region) in regions.iter().enumerate() {
            let members: Vec<usize> = (0..points.len()).filter(|&i| home[i] == Some(r)).collect();
            let at: Vec<Coord> = members.iter().map(|&i| points[i]).collect();
            let mut add = |site: Option<usize>, cell: MultiPolygon| {
                for polygon in cell {
                    let km2 = km2(&polygon.map_coords(|c| plane.unproject(c)));
                    faces.push(Face { site: site.map(|i| i as u32), compartment: r as u32, km2 });
                    polygons.push(polygon);
                }
            };
            if members.is_empty() {
                add(None, region.clone());
            }
            for (k, cell) in cells(&at, region).into_iter().enumerate() {
                add(Some(members[k]), cell);
            }
        }
        let anchors = regions.iter().flatten().flat_map(|p| p.exterior().0.iter().copied());
        let mesh = Mesh::new(anchors, &polygons);
        adopt_orphans(&mut faces, &polygons, &points, &mesh);
        let mut km2 = vec![0.0; places.len()];
        for face in &faces {
            if let Some(site) = face.site {
                km2[site as usize] += face.km2;
            }
        }
        Self {
            plane,
            sites: places.iter().map(|&(p, _)| p).collect(),
            km2,
            faces,
            occupiers: Vec::new(),
            mesh,
        }
    }

    /// The land of one site, km²; 0 for a place that has none.
    pub fn km2(&self, site: PlaceIdx) -> f64 {
        self.sites.binary_search(&site).map_or(0.0, |i| self.km2[i])
    }

    /// The land of the whole country, km².
    pub fn total_km2(&self) -> f64 {
        self.faces.iter().map(|f| f.km2).sum()
    }

    /// The areas of one day, in order of holder, rival and status. They are disjoint and cover the country.
    pub fn areas(&self, control: &Control) -> Vec<Area> {
        let look_of_site: Vec<Look> = self
            .sites
            .iter()
            .map(|&p| control.site(p).map_or((None, None, SiteStatus::Held), super::SiteState::look))
            .collect();
        let look_of = |face: &Face| match face.site {
            Some(i) => look_of_site[i as usize],
            None => (self.occupier(face.compartment), None, SiteStatus::Held),
        };
        let mut looks: Vec<Look> = self.faces.iter().map(look_of).collect();
        let face_looks = looks.clone();
        looks.sort_unstable();
        looks.dedup();
        let class = |look: &Look| looks.binary_search(look).map_or(0, |i| i as u32);
        let classes: Vec<u32> = face_looks.iter().map(class).collect();
        let dissolved = dissolve(&self.mesh, &classes, looks.len(), |e| self.is_fixed(e));
        let mut areas: Vec<Area> =
            looks.iter().zip(dissolved).map(|(&look, p)| self.area(look, &p)).collect();
        for (i, &site) in self.sites.iter().enumerate() {
            if let Some(area) = areas.get_mut(class(&look_of_site[i]) as usize)
                && (area.holder, area.rival, area.status) == look_of_site[i]
            {
                area.sites.push(site);
            }
        }
        areas.retain(|a| !a.polygons.0.is_empty());
        areas
    }

    fn area(&self, (holder, rival, status): Look, planar: &MultiPolygon) -> Area {
        let polygons = planar.map_coords(|c| self.plane.unproject(c));
        let km2 = polygons.iter().map(km2).sum();
        Area { holder, rival, status, polygons, km2, sites: Vec::new() }
    }

    fn occupier(&self, compartment: u32) -> Option<FactionId> {
        self.occupiers.get(compartment as usize).copied().flatten()
    }

    /// The border of the country and the edges of its compartments are never smoothed.
    fn is_fixed(&self, edge: &Edge) -> bool {
        let compartment = |f: u32| self.faces[f as usize].compartment;
        edge.right.is_none_or(|right| compartment(right) != compartment(edge.left))
    }
}

fn middle_latitude(land: &Land) -> f64 {
    let boxes = land.compartments.iter().filter_map(|c| c.polygons.bounding_rect());
    let (south, north) = boxes.fold((90.0_f64, -90.0_f64), |(s, n), b| (s.min(b.min().y), n.max(b.max().y)));
    if south > north { 0.0 } else { f64::midpoint(south, north) }
}

/// The compartment that holds a point, or the nearest one when it lies just outside all.
fn region_of(c: Coord, regions: &[MultiPolygon], may_be: impl Fn(usize) -> bool) -> Option<usize> {
    let point = Point::from(c);
    let open = || regions.iter().enumerate().filter(|&(i, _)| may_be(i));
    open().find(|(_, r)| r.contains(&point)).map(|(i, _)| i).or_else(|| {
        let distances = open().map(|(i, r)| (Euclidean.distance(&point, r), i));
        distances.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|&(d, _)| d <= OUTSIDE).map(|(_, i)| i)
    })
}

/// The area of a polygon in lon/lat degrees, km² of the sphere that is as large as the Earth.
///
/// geo computes on the sphere of the equator, and takes a hole that is wound against the outer ring for land.
fn km2(polygon: &Polygon) -> f64 {
    const EQUATOR_KM: f64 = 6_378.137;
    const AS_LARGE_KM: f64 = 6_371.007_2;
    let ring = |r: &LineString| Polygon::new(r.clone(), Vec::new()).chamberlain_duquette_unsigned_area();
    let holes: f64 = polygon.interiors().iter().map(ring).sum();
    (ring(polygon.exterior()) - holes) / 1e6 * (AS_LARGE_KM / EQUATOR_KM).powi(2)
}

/// Pieces of a cell that a bend of the border cut off from their site go to the neighbour that they touch most.
fn adopt_orphans(faces: &mut [Face], polygons: &[Polygon], points: &[Coord], mesh: &Mesh) {
    let is_orphan: Vec<bool> = (0..faces.len())
        .map(|i| {
            let twins = faces.iter().filter(|f| f.site == faces[i].site).count();
            let at = faces[i].site.map(|s| Point::from(points[s as usize]));
            twins > 1 && at.is_some_and(|p| !polygons[i].contains(&p))
        })
        .collect();
    let mut touch: Vec<Vec<(u32, f64)>> = vec![Vec::new(); faces.len()];
    for e in &mesh.edges {
        let Some(right) = e.right else { continue };
        let d = mesh.points[e.a as usize] - mesh.points[e.b as usize];
        for (orphan, other) in [(e.left, right), (right, e.left)] {
            let near = faces[orphan as usize].compartment == faces[other as usize].compartment;
            if is_orphan[orphan as usize] && near && !is_orphan[other as usize] {
                touch[orphan as usize].push((other, d.x.hypot(d.y)));
            }
        }
    }
    for (i, mut touched) in touch.into_iter().enumerate() {
        touched.sort_by_key(|&(face, _)| face);
        let mut best: Option<(f64, u32)> = None;
        for group in touched.chunk_by(|a, b| a.0 == b.0) {
            let length = group.iter().map(|g| g.1).sum::<f64>();
            if best.is_none_or(|(l, _)| length > l) {
                best = Some((length, group[0].0));
            }
        }
        if let Some((_, face)) = best {
            faces[i].site = faces[face as usize].site;
        }
    }
}

#[cfg(test)]
mod tests {
    use geo::{GeodesicArea, polygon};

    use super::*;

    #[test]
    fn a_hole_is_no_land_however_it_is_wound() {
        let outer = polygon![(x: 36.0, y: 33.0), (x: 40.0, y: 33.0), (x: 40.0, y: 37.0), (x: 36.0, y: 37.0)];
        let hole = polygon![(x: 37.0, y: 34.0), (x: 38.0, y: 34.0), (x: 38.0, y: 35.0), (x: 37.0, y: 35.0)];
        let truth = (outer.geodesic_area_unsigned() - hole.geodesic_area_unsigned()) / 1e6;
        let mut backwards = hole.exterior().clone();
        backwards.0.reverse();
        for ring in [hole.exterior().clone(), backwards] {
            let found = km2(&Polygon::new(outer.exterior().clone(), vec![ring]));
            assert!((found / truth - 1.0).abs() < 1e-3, "{found} km2 where {truth} are");
        }
    }
}
