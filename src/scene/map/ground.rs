//! Areas of control as rings ready to be cut into triangles, and the lines between them.

use std::collections::BTreeMap;

use geo::{Area as _, BooleanOps, LineString, MultiPolygon, Polygon};

use crate::base::LonLat;
use crate::control::{Area, SiteStatus};
use crate::knowledge::{FactionId, PlaceIdx};

/// Web-Mercator coordinates in 0..1, x eastward, y southward.
pub type Merc = [f64; 2];

/// Rings of one polygon: the outer one first, then its holes. The first point is not repeated.
pub type Rings = Vec<Vec<Merc>>;

/// Land held alike: one holder, one rival, one status.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaShape {
    /// Who holds it; nothing when nobody is known to.
    pub holder: Option<FactionId>,
    /// The other side, where it is contested.
    pub rival: Option<FactionId>,
    /// How firmly.
    pub status: SiteStatus,
    /// Square kilometres.
    pub km2: f64,
    /// The sites in it.
    pub sites: Vec<PlaceIdx>,
    /// Its land.
    pub polygons: Vec<Rings>,
}

/// What a line between two areas parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FrontKind {
    /// Two holders.
    Front,
    /// Land that is only claimed, and its neighbour.
    Claimed,
    /// Land of one holder, held and contested.
    Inner,
}

/// The map of one state of control.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroundShapes {
    /// All areas; together they cover the country once.
    pub areas: Vec<AreaShape>,
    /// Lines between them, without the national border.
    pub fronts: Vec<(FrontKind, Vec<Merc>)>,
}

impl GroundShapes {
    /// From areas in degrees.
    pub(super) fn new(areas: &[Area]) -> Self {
        let shapes = areas.iter().map(|a| AreaShape {
            holder: a.holder,
            rival: a.rival,
            status: a.status,
            km2: a.km2,
            sites: a.sites.clone(),
            polygons: a.polygons.iter().map(rings).collect(),
        });
        Self { areas: shapes.collect(), fronts: fronts(areas) }
    }
}

/// A polygon in degrees as Mercator rings.
pub(super) fn rings(polygon: &Polygon) -> Rings {
    std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(ring).collect()
}

fn ring(line: &LineString) -> Vec<Merc> {
    let open = line.0.len().saturating_sub(1);
    line.0[..open].iter().map(|c| LonLat::new(c.x, c.y).mercator()).collect()
}

/// A point to a tenth of a metre, so that neighbours agree on it.
type Knot = (i64, i64);

fn knot(c: geo::Coord) -> Knot {
    ((c.x * 1e6).round() as i64, (c.y * 1e6).round() as i64)
}

fn merc(k: Knot) -> Merc {
    LonLat::new(k.0 as f64 / 1e6, k.1 as f64 / 1e6).mercator()
}

/// Edges that two areas share, joined to lines.
fn fronts(areas: &[Area]) -> Vec<(FrontKind, Vec<Merc>)> {
    let mut sides: BTreeMap<(Knot, Knot), Vec<usize>> = BTreeMap::new();
    for (i, area) in areas.iter().enumerate() {
        for polygon in &area.polygons {
            for line in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
                for edge in line.0.windows(2) {
                    let (a, b) = (knot(edge[0]), knot(edge[1]));
                    if a != b {
                        sides.entry((a.min(b), a.max(b))).or_default().push(i);
                    }
                }
            }
        }
    }
    let mut by_kind: BTreeMap<FrontKind, Vec<(Knot, Knot)>> = BTreeMap::new();
    for (edge, owners) in sides {
        let &[a, b] = owners.as_slice() else { continue };
        if a != b {
            by_kind.entry(kind(&areas[a], &areas[b])).or_default().push(edge);
        }
    }
    let joined =
        by_kind.into_iter().flat_map(|(kind, edges)| chains(&edges).into_iter().map(move |c| (kind, c)));
    joined.map(|(kind, chain)| (kind, chain.into_iter().map(merc).collect())).collect()
}

fn kind(a: &Area, b: &Area) -> FrontKind {
    if a.status == SiteStatus::Claimed || b.status == SiteStatus::Claimed {
        FrontKind::Claimed
    } else if a.holder == b.holder {
        FrontKind::Inner
    } else {
        FrontKind::Front
    }
}

/// Joins edges end to end; lines stop where three meet.
fn chains(edges: &[(Knot, Knot)]) -> Vec<Vec<Knot>> {
    let mut at: BTreeMap<Knot, Vec<usize>> = BTreeMap::new();
    for (i, (a, b)) in edges.iter().enumerate() {
        at.entry(*a).or_default().push(i);
        at.entry(*b).or_default().push(i);
    }
    let mut is_used = vec![false; edges.len()];
    let ends = at.iter().filter(|(_, e)| e.len() != 2).flat_map(|(k, e)| e.iter().map(move |i| (*k, *i)));
    let loops = edges.iter().enumerate().map(|(i, (a, _))| (*a, i));
    let starts: Vec<(Knot, usize)> = ends.chain(loops).collect();
    let mut lines = Vec::new();
    for (start, first) in starts {
        let mut line = vec![start];
        let mut next = Some(first);
        let mut here = start;
        while let Some(edge) = next.filter(|e| !is_used[*e]) {
            is_used[edge] = true;
            let (a, b) = edges[edge];
            here = if a == here { b } else { a };
            line.push(here);
            let joined = &at[&here];
            next = if joined.len() == 2 { joined.iter().copied().find(|e| !is_used[*e]) } else { None };
        }
        if line.len() > 1 {
            lines.push(line);
        }
    }
    lines
}

/// Land that changed its holder between two states, as rings; specks below `least_km2` are left out.
pub(super) fn changed(before: &[Area], after: &[Area], least_km2: f64) -> Vec<Rings> {
    let mut rings_of = Vec::new();
    for area in after {
        let same = before.iter().filter(|b| b.holder == area.holder);
        let held = same.fold(MultiPolygon::new(Vec::new()), |all, b| all.union(&b.polygons));
        let share = area.km2 / area.polygons.unsigned_area().max(f64::MIN_POSITIVE);
        let gained = area.polygons.difference(&held);
        rings_of.extend(gained.iter().filter(|p| p.unsigned_area() * share >= least_km2).map(rings));
    }
    rings_of
}

#[cfg(test)]
mod tests {
    use geo::polygon;

    use super::*;

    fn area(holder: u8, status: SiteStatus, polygon: Polygon) -> Area {
        Area {
            holder: Some(FactionId(holder)),
            rival: None,
            status,
            km2: 10_000.0 * polygon.unsigned_area(),
            sites: Vec::new(),
            polygons: MultiPolygon::new(vec![polygon]),
        }
    }

    fn column(x: f64) -> Polygon {
        polygon![(x: x, y: 0.0), (x: x + 1.0, y: 0.0), (x: x + 1.0, y: 0.5), (x: x + 1.0, y: 1.0), (x: x, y: 1.0), (x: x, y: 0.5)]
    }

    #[test]
    fn a_front_is_the_shared_edge_and_not_the_border() {
        let areas = [
            area(0, SiteStatus::Held, column(0.0)),
            area(1, SiteStatus::Held, column(1.0)),
            area(1, SiteStatus::Contested, column(2.0)),
        ];
        let shapes = GroundShapes::new(&areas);
        let kinds: Vec<_> = shapes.fronts.iter().map(|(k, l)| (*k, l.len())).collect();
        assert_eq!(kinds, [(FrontKind::Front, 3), (FrontKind::Inner, 3)]);
        let x = LonLat::new(1.0, 0.0).mercator()[0];
        assert!(shapes.fronts[0].1.iter().all(|p| (p[0] - x).abs() < 1e-9));
    }

    #[test]
    fn the_edge_of_claimed_land_is_of_its_own_kind() {
        let areas = [area(0, SiteStatus::Held, column(0.0)), area(1, SiteStatus::Claimed, column(1.0))];
        assert_eq!(GroundShapes::new(&areas).fronts[0].0, FrontKind::Claimed);
    }

    #[test]
    fn an_island_front_is_one_closed_line() {
        let hole = LineString::from(vec![(0.2, 0.2), (0.4, 0.2), (0.4, 0.4), (0.2, 0.4), (0.2, 0.2)]);
        let sea = Polygon::new(column(0.0).exterior().clone(), vec![hole.clone()]);
        let areas =
            [area(0, SiteStatus::Held, sea), area(1, SiteStatus::Held, Polygon::new(hole, Vec::new()))];
        let fronts = GroundShapes::new(&areas).fronts;
        assert_eq!(fronts.len(), 1);
        assert_eq!((fronts[0].1.len(), fronts[0].1.first()), (5, fronts[0].1.last()));
    }

    #[test]
    fn what_changed_is_what_the_holder_did_not_hold_before() {
        let before = [area(0, SiteStatus::Held, column(0.0)), area(1, SiteStatus::Held, column(1.0))];
        let after = [area(1, SiteStatus::Held, column(0.0)), area(1, SiteStatus::Claimed, column(1.0))];
        let gained = changed(&before, &after, 1.0);
        assert_eq!(gained.len(), 1);
        assert!(changed(&after, &after, 1.0).is_empty());
        assert!(changed(&before, &after, 1e9).is_empty());
    }
}
