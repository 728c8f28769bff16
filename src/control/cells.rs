//! The cell of each site: the land nearer to it than to any other site of its compartment.
//!
//! The cells are cut by half-planes, nearest neighbour first, which also serves one site, two sites and
//! sites in a row (geo's `Voronoi` refuses those, and keeps no link from a cell to its site), and are
//! then clipped to the compartment. Coordinates are planar, see [`Plane`].

use geo::{
    BooleanOps, BoundingRect, Contains, Coord, Intersects, Line, LineString, MapCoords, MultiPolygon,
    Polygon, Rect,
};

/// A plane in which a degree of latitude and one of longitude are equally long at the middle of the map.
///
/// The map to and from degrees is linear, so that straight stays straight and shared edges stay shared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plane {
    squeeze: f64,
}

impl Plane {
    /// The plane for a map whose middle is at `latitude`, degrees north.
    pub(super) fn at(latitude: f64) -> Self {
        Self { squeeze: latitude.to_radians().cos().max(0.1) }
    }

    /// From lon/lat degrees.
    pub(super) fn project(self, c: Coord) -> Coord {
        Coord { x: c.x * self.squeeze, y: c.y }
    }

    /// To lon/lat degrees.
    pub(super) fn unproject(self, c: Coord) -> Coord {
        Coord { x: c.x / self.squeeze, y: c.y }
    }
}

/// The Voronoi cell of each of `sites`, clipped to `region`; empty for the later of two sites at one point.
pub(super) fn cells(sites: &[Coord], region: &MultiPolygon) -> Vec<MultiPolygon> {
    let Some(bounds) = region.bounding_rect() else { return vec![MultiPolygon(Vec::new()); sites.len()] };
    (0..sites.len())
        .map(|i| match half_planes(sites, i, bounds) {
            Some(cell) => clip(&cell, region),
            None => MultiPolygon(Vec::new()),
        })
        .collect()
}

/// The convex cell of site `i` within a box somewhat wider than `bounds`.
fn half_planes(sites: &[Coord], i: usize, bounds: Rect) -> Option<Vec<Coord>> {
    let at = sites[i];
    let distance2 = |c: Coord| (c.x - at.x).powi(2) + (c.y - at.y).powi(2);
    let mut others: Vec<(f64, usize)> =
        (0..sites.len()).filter(|&j| j != i).map(|j| (distance2(sites[j]), j)).collect();
    let (min, max) = (bounds.min(), bounds.max());
    let west_south = (min.x.min(at.x) - 1.0, min.y.min(at.y) - 1.0);
    let east_north = (max.x.max(at.x) + 1.0, max.y.max(at.y) + 1.0);
    let mut cell: Vec<Coord> = Rect::new(west_south, east_north).to_polygon().exterior().0.clone();
    cell.pop();
    for_each_by_distance(&mut others, |(d2, j)| {
        if d2 < 1e-12 {
            return if j < i { Next::None } else { Next::More };
        }
        let reach = cell.iter().map(|&c| distance2(c)).fold(0.0, f64::max);
        if d2 > 4.0 * reach {
            return Next::Done;
        }
        cell = cut(&cell, at, sites[j]);
        Next::More
    })
    .then_some(cell)
}

/// What to do after a neighbour.
enum Next {
    /// Look at the next one.
    More,
    /// The cell is whole.
    Done,
    /// There is no cell.
    None,
}

/// Shows neighbours to `see`, nearest first, until it is done; `false` when there is no cell. Sorts no more of them
/// than are seen: most cells need few.
fn for_each_by_distance(others: &mut [(f64, usize)], mut see: impl FnMut((f64, usize)) -> Next) -> bool {
    const AT_ONCE: usize = 24;
    let nearer = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
    let mut rest = others;
    while !rest.is_empty() {
        let n = rest.len().min(AT_ONCE);
        rest.select_nth_unstable_by(n - 1, nearer);
        let (near, far) = rest.split_at_mut(n);
        near.sort_unstable_by(nearer);
        for &other in &*near {
            match see(other) {
                Next::More => {}
                Next::Done => return true,
                Next::None => return false,
            }
        }
        rest = far;
    }
    true
}

/// The part of a convex polygon that is nearer to `a` than to `b`.
fn cut(cell: &[Coord], a: Coord, b: Coord) -> Vec<Coord> {
    let middle = (a + b) / 2.0;
    let side = |c: Coord| (c.x - middle.x) * (b.x - a.x) + (c.y - middle.y) * (b.y - a.y);
    let mut out = Vec::with_capacity(cell.len() + 1);
    for (k, &from) in cell.iter().enumerate() {
        let to = cell[(k + 1) % cell.len()];
        let (s, t) = (side(from), side(to));
        if s <= 0.0 {
            out.push(from);
        }
        if (s < 0.0 && t > 0.0) || (s > 0.0 && t < 0.0) {
            out.push(from + (to - from) * (s / (s - t)));
        }
    }
    out
}

fn clip(cell: &[Coord], region: &MultiPolygon) -> MultiPolygon {
    let cell = Polygon::new(LineString(cell.to_vec()), Vec::new());
    let Some(bounds) = cell.bounding_rect() else { return MultiPolygon(Vec::new()) };
    // Most border edges are far from most cells: boxes tell that for less than an exact test.
    let near = |line: &Line| bounds.intersects(&line.bounding_rect());
    let touches_edge = region
        .iter()
        .flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()))
        .any(|ring| ring.lines().any(|line| near(&line) && cell.intersects(&line)));
    match cell.exterior().0.first() {
        Some(&corner) if !touches_edge && region.contains(&corner) => MultiPolygon(vec![cell]),
        Some(_) if touches_edge => cell.intersection(region),
        _ => MultiPolygon(Vec::new()),
    }
}

/// A multipolygon moved into the plane.
pub(super) fn project(plane: Plane, polygons: &MultiPolygon) -> MultiPolygon {
    polygons.map_coords(|c| plane.project(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::Area;

    fn square() -> MultiPolygon {
        MultiPolygon(vec![Rect::new((0.0, 0.0), (4.0, 4.0)).to_polygon()])
    }

    fn at(points: &[(f64, f64)]) -> Vec<Coord> {
        points.iter().map(|&(x, y)| Coord { x, y }).collect()
    }

    #[test]
    fn one_site_takes_all_and_a_row_of_sites_is_cut_into_strips() {
        assert!((cells(&at(&[(1.0, 1.0)]), &square())[0].unsigned_area() - 16.0).abs() < 1e-9);
        let strips = cells(&at(&[(0.5, 2.0), (1.5, 2.0), (2.5, 2.0)]), &square());
        let areas: Vec<_> = strips.iter().map(Area::unsigned_area).collect();
        assert!(
            (areas[0] - 4.0).abs() < 1e-6 && (areas[1] - 4.0).abs() < 1e-6 && (areas[2] - 8.0).abs() < 1e-6
        );
    }

    #[test]
    fn of_two_sites_at_one_point_the_first_takes_the_cell() {
        let both = cells(&at(&[(1.0, 1.0), (1.0, 1.0)]), &square());
        assert!((both[0].unsigned_area() - 16.0).abs() < 1e-9 && both[1].0.is_empty());
    }
}
