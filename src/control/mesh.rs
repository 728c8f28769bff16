//! Polygons that share edges as a mesh: points, and edges that each know the face on either side.
//!
//! Clipping leaves neighbours that agree only to the last digits, and corners of one that lie in mid-edge
//! of another. [`Mesh::new`] merges points nearer than [`SNAP`] and splits edges at the points on them;
//! afterwards every edge inside the land is shared by exactly two faces.

use geo::orient::Direction;
use geo::{Area, Coord, Line, LineString, Orient, Polygon};
use rustc_hash::FxHashMap;

/// Points nearer than this are one point: degrees, about 0.2 m.
pub(super) const SNAP: f64 = 2e-6;

/// An edge from point `a` to point `b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) a: u32,
    pub(super) b: u32,
    /// The face on its left.
    pub(super) left: u32,
    /// The face on its right; nothing at the edge of the land.
    pub(super) right: Option<u32>,
}

/// Points and edges.
#[derive(Clone, Debug, Default)]
pub(super) struct Mesh {
    pub(super) points: Vec<Coord>,
    pub(super) edges: Vec<Edge>,
    /// Size of each face, square degrees.
    pub(super) sizes: Vec<f64>,
}

impl Mesh {
    /// The mesh of `faces`; `anchors` are points that others snap to.
    pub(super) fn new(anchors: impl Iterator<Item = Coord>, faces: &[Polygon]) -> Self {
        let mut points = Points::default();
        for c in anchors {
            points.id(c);
        }
        let mut rings: Vec<(u32, Vec<u32>)> = Vec::new();
        for (face, polygon) in faces.iter().enumerate() {
            let polygon = polygon.orient(Direction::Default);
            for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
                rings.push((face as u32, points.ring(ring)));
            }
        }
        let by_x = points.by_x();
        let points = points.all;
        let mut half = Vec::new();
        for (face, ring) in rings {
            let whole = without_spikes(split(&ring, &points, &by_x));
            half.extend((0..whole.len()).map(|i| (whole[i], whole[(i + 1) % whole.len()], face)));
        }
        Self { edges: pair(&half), points, sizes: faces.iter().map(Area::unsigned_area).collect() }
    }
}

/// Joins half-edges that run opposite ways into edges, in the order of the faces.
fn pair(half: &[(u32, u32, u32)]) -> Vec<Edge> {
    let faces: FxHashMap<(u32, u32), u32> = half.iter().map(|&(a, b, f)| ((a, b), f)).collect();
    let mut edges = Vec::with_capacity(half.len() / 2);
    for &(a, b, left) in half {
        let right = faces.get(&(b, a)).copied();
        if right.is_none() || a < b {
            edges.push(Edge { a, b, left, right });
        }
    }
    edges
}

#[derive(Default)]
struct Points {
    all: Vec<Coord>,
    grid: FxHashMap<(i64, i64), u32>,
}

impl Points {
    /// The number of the point at `c`, or of one nearer to it than [`SNAP`].
    fn id(&mut self, c: Coord) -> u32 {
        let key = |v: f64| (v / SNAP).floor() as i64;
        let (kx, ky) = (key(c.x), key(c.y));
        let near = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (kx + dx, ky + dy)));
        for cell in near {
            if let Some(&id) = self.grid.get(&cell) {
                let p = self.all[id as usize];
                if (p.x - c.x).hypot(p.y - c.y) <= SNAP {
                    return id;
                }
            }
        }
        let id = self.all.len() as u32;
        self.all.push(c);
        self.grid.insert((kx, ky), id);
        id
    }

    /// The points of a ring, the first not repeated at the end.
    fn ring(&mut self, ring: &LineString) -> Vec<u32> {
        let mut ids: Vec<u32> = ring.0.iter().map(|&c| self.id(c)).collect();
        ids.dedup();
        if ids.len() > 1 && ids.first() == ids.last() {
            ids.pop();
        }
        ids
    }

    fn by_x(&self) -> Vec<(f64, u32)> {
        let mut out: Vec<_> = self.all.iter().enumerate().map(|(i, c)| (c.x, i as u32)).collect();
        out.sort_by(|a, b| a.0.total_cmp(&b.0));
        out
    }
}

/// A ring with the points that lie on its edges put in.
fn split(ring: &[u32], points: &[Coord], by_x: &[(f64, u32)]) -> Vec<u32> {
    let mut out = Vec::with_capacity(ring.len() + 8);
    for (i, &from) in ring.iter().enumerate() {
        let to = ring[(i + 1) % ring.len()];
        out.push(from);
        let line = Line::new(points[from as usize], points[to as usize]);
        let (west, east) = (line.start.x.min(line.end.x) - SNAP, line.start.x.max(line.end.x) + SNAP);
        let first = by_x.partition_point(|&(x, _)| x < west);
        let mut on: Vec<(f64, u32)> = by_x[first..]
            .iter()
            .take_while(|&&(x, _)| x <= east)
            .filter(|&&(_, id)| id != from && id != to)
            .filter_map(|&(_, id)| Some((share_along(line, points[id as usize])?, id)))
            .collect();
        on.sort_by(|a, b| a.0.total_cmp(&b.0));
        out.extend(on.into_iter().map(|(_, id)| id));
    }
    out
}

/// How far along a line, from 0 to 1, a point on it lies.
fn share_along(line: Line, point: Coord) -> Option<f64> {
    let (along, to_point) = (line.delta(), point - line.start);
    let length2 = along.x * along.x + along.y * along.y;
    let share = (to_point.x * along.x + to_point.y * along.y) / length2;
    let off = (to_point.x * along.y - to_point.y * along.x).abs() / length2.sqrt();
    (share > 0.0 && share < 1.0 && off <= SNAP).then_some(share)
}

/// A ring without places where it goes out and straight back.
fn without_spikes(ring: Vec<u32>) -> Vec<u32> {
    let mut out: Vec<u32> = Vec::with_capacity(ring.len());
    for id in ring {
        if out.last() == Some(&id) {
            continue;
        }
        if out.len() >= 2 && out[out.len() - 2] == id {
            out.pop();
        } else {
            out.push(id);
        }
    }
    while out.len() >= 3 {
        let n = out.len();
        if out[0] == out[n - 1] || out[0] == out[n - 2] {
            out.pop();
        } else if out[1] == out[n - 1] {
            out.remove(0);
        } else {
            break;
        }
    }
    if out.len() < 3 { Vec::new() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{Rect, polygon};

    #[test]
    fn a_corner_in_mid_edge_splits_the_edge_of_the_neighbour() {
        let tall = Rect::new((0.0, 0.0), (1.0, 2.0)).to_polygon();
        let low = polygon![(x: 1.0, y: 0.0), (x: 2.0, y: 0.0), (x: 2.0, y: 1.0), (x: 1.000_000_5, y: 1.0)];
        let high = Rect::new((1.0, 1.0), (2.0, 2.0)).to_polygon();
        let mesh = Mesh::new(std::iter::empty(), &[tall, low, high]);
        let shared = mesh.edges.iter().filter(|e| e.right.is_some()).count();
        assert_eq!((mesh.points.len(), shared), (8, 3));
        assert_eq!(mesh.edges.len(), 10);
    }

    #[test]
    fn spikes_go() {
        assert_eq!(without_spikes(vec![0, 1, 2, 9, 2, 3]), [0, 1, 2, 3]);
        assert_eq!(without_spikes(vec![1, 2, 3, 1, 9]), [1, 2, 3]);
        assert!(without_spikes(vec![1, 2]).is_empty());
    }
}
