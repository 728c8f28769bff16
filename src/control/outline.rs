//! The faces of a mesh dissolved by class: the edges between classes, their inner arcs smoothed, as rings.
//!
//! Only arcs between two faces of one compartment are smoothed; the national border and the rivers stay as
//! they are. An arc whose smoothed form would cross another line goes back to its straight form, so that
//! areas stay disjoint and leave no gap.

use std::collections::BTreeMap;

use geo::{
    Area, ChaikinSmoothing, Contains, Coord, Intersects, Line, LineString, MultiPolygon, Point, Polygon,
    SimplifyVw,
};

use super::mesh::{Edge, Mesh};

/// An edge between two classes: points from and to, class on the left and on the right.
#[derive(Clone, Copy, Debug)]
struct Segment {
    a: u32,
    b: u32,
    left: u32,
    right: Option<u32>,
    /// Size of the smaller face beside it, square degrees.
    room: f64,
    /// The arc it belongs to; nothing for an edge that stays as it is.
    arc: Option<u32>,
}

/// A chain of edges between two junctions that may be smoothed.
struct Arc {
    points: Vec<u32>,
    left: u32,
    right: Option<u32>,
    /// Size of the smallest face beside it, square degrees.
    room: f64,
}

/// Dissolves the faces of `mesh` by class. `class_of` gives the class of each face, `is_fixed` whether an
/// edge must stay as it is. Returns the polygons of each of `n_classes` classes in the plane of the mesh.
pub(super) fn dissolve(
    mesh: &Mesh,
    class_of: &[u32],
    n_classes: usize,
    is_fixed: impl Fn(&Edge) -> bool,
) -> Vec<MultiPolygon> {
    let between = mesh.edges.iter().filter_map(|e| {
        let (left, right) = (class_of[e.left as usize], e.right.map(|r| class_of[r as usize]));
        let size = |f: u32| mesh.sizes[f as usize];
        let room = e.right.map_or(f64::INFINITY, size).min(size(e.left));
        let segment = Segment { a: e.a, b: e.b, left, right, room, arc: None };
        (Some(left) != right).then_some((segment, is_fixed(e)))
    });
    let (fixed, movable): (Vec<_>, Vec<_>) = between.partition(|&(_, fixed)| fixed);
    let fixed: Vec<Segment> = fixed.into_iter().map(|(s, _)| s).collect();
    let movable: Vec<Segment> = movable.into_iter().map(|(s, _)| s).collect();
    let arcs = arcs(&movable, &fixed);
    let (points, segments) = smooth(mesh, &fixed, &arcs);
    polygons(&points, &segments, n_classes)
}

/// Chains movable segments between junctions. A ring without a junction begins at its lowest point.
fn arcs(movable: &[Segment], fixed: &[Segment]) -> Vec<Arc> {
    let mut at: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (i, s) in movable.iter().enumerate() {
        at.entry(s.a).or_default().push(i);
        at.entry(s.b).or_default().push(i);
    }
    let mut is_junction: BTreeMap<u32, bool> = at.iter().map(|(&p, s)| (p, s.len() != 2)).collect();
    for s in fixed {
        for p in [s.a, s.b] {
            is_junction.entry(p).and_modify(|j| *j = true);
        }
    }
    let mut used = vec![false; movable.len()];
    let mut out = Vec::new();
    for pass_rings in [false, true] {
        for (&start, around) in &at {
            if !pass_rings && !is_junction[&start] {
                continue;
            }
            for &first in around {
                if !used[first] {
                    out.push(chain(start, first, movable, &at, &is_junction, &mut used));
                }
            }
        }
    }
    out
}

/// Follows segments from `start` over `first` to the next junction, or round to `start`.
fn chain(
    start: u32,
    first: usize,
    movable: &[Segment],
    at: &BTreeMap<u32, Vec<usize>>,
    is_junction: &BTreeMap<u32, bool>,
    used: &mut [bool],
) -> Arc {
    let forward = movable[first].a == start;
    let (left, right) = match (forward, movable[first].right) {
        (false, Some(right)) => (right, Some(movable[first].left)),
        _ => (movable[first].left, movable[first].right),
    };
    let mut points = vec![start];
    let mut next = first;
    let mut room = f64::INFINITY;
    loop {
        used[next] = true;
        let s = movable[next];
        room = room.min(s.room);
        let to = if points.last() == Some(&s.a) { s.b } else { s.a };
        points.push(to);
        if is_junction[&to] || to == start {
            break;
        }
        match at[&to].iter().find(|&&i| !used[i]) {
            Some(&i) => next = i,
            None => break,
        }
    }
    Arc { points, left, right, room }
}

/// The points and segments after smoothing what can be smoothed without crossing anything.
fn smooth(mesh: &Mesh, fixed: &[Segment], arcs: &[Arc]) -> (Vec<Coord>, Vec<Segment>) {
    let mut keeps_straight = vec![false; arcs.len()];
    loop {
        let mut points = mesh.points.clone();
        let mut segments = fixed.to_vec();
        for (i, arc) in arcs.iter().enumerate() {
            let ids = if keeps_straight[i] { arc.points.clone() } else { smoothed(arc, &mut points) };
            segments.extend(ids.windows(2).map(|w| Segment {
                a: w[0],
                b: w[1],
                left: arc.left,
                right: arc.right,
                room: arc.room,
                arc: Some(i as u32),
            }));
        }
        let mut crossing = crossing_arcs(&points, &segments);
        crossing.retain(|&i| !keeps_straight[i as usize]);
        if crossing.is_empty() {
            return (points, segments);
        }
        for i in crossing {
            keeps_straight[i as usize] = true;
        }
    }
}

/// Corners cut off: Visvalingam for the small ones, then Chaikin twice. The ends stay.
fn smoothed(arc: &Arc, points: &mut Vec<Coord>) -> Vec<u32> {
    let line: LineString = arc.points.iter().map(|&p| points[p as usize]).collect();
    let (first, last) = (arc.points[0], arc.points[arc.points.len() - 1]);
    if line.0.len() < 3 {
        return arc.points.clone();
    }
    let curve = line.simplify_vw(CORNER.min(arc.room * 0.02)).chaikin_smoothing(3);
    let is_ring = first == last;
    let mut ids = Vec::with_capacity(curve.0.len());
    let inner = if is_ring { &curve.0[..curve.0.len() - 1] } else { &curve.0[1..curve.0.len() - 1] };
    if !is_ring {
        ids.push(first);
    }
    for &c in inner {
        ids.push(points.len() as u32);
        points.push(c);
    }
    ids.push(if is_ring { ids[0] } else { last });
    ids
}

/// Corners with a triangle smaller than this are no corners: square degrees, about 0.4 km².
const CORNER: f64 = 3e-5;

/// The arcs of which a segment meets another segment otherwise than at a common end.
///
/// Sweeps from west to east within strips of latitude: segments of two strips cannot meet.
fn crossing_arcs(points: &[Coord], segments: &[Segment]) -> Vec<u32> {
    const STRIPS: usize = 64;
    let at = |p: u32| points[p as usize];
    let (low, high) = segments
        .iter()
        .flat_map(|s| [at(s.a).y, at(s.b).y])
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), y| (low.min(y), high.max(y)));
    let strip = |y: f64| (((y - low) / (high - low).max(f64::MIN_POSITIVE)) * STRIPS as f64) as usize;
    let span = |s: &Segment| (at(s.a).x.min(at(s.b).x), at(s.a).x.max(at(s.b).x));
    let mut order: Vec<(f64, f64, usize)> =
        segments.iter().enumerate().map(|(i, s)| (span(s).0, span(s).1, i)).collect();
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    let mut strips: Vec<Vec<(f64, f64, usize)>> = vec![Vec::new(); STRIPS + 1];
    for entry in order {
        let (a, b) = (strip(at(segments[entry.2].a).y), strip(at(segments[entry.2].b).y));
        strips[a.min(b)..=a.max(b).min(STRIPS)].iter_mut().for_each(|s| s.push(entry));
    }
    let mut out = Vec::new();
    for order in &strips {
        for (k, &(_, east, i)) in order.iter().enumerate() {
            for &(_, _, j) in order[k + 1..].iter().take_while(|o| o.0 <= east) {
                let (s, t) = (&segments[i], &segments[j]);
                if (s.arc.is_some() || t.arc.is_some()) && meet(points, s, t) {
                    out.extend([s.arc, t.arc].into_iter().flatten());
                }
            }
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

fn meet(points: &[Coord], s: &Segment, t: &Segment) -> bool {
    let line = |s: &Segment| Line::new(points[s.a as usize], points[s.b as usize]);
    let shares_end = [s.a, s.b].iter().any(|p| *p == t.a || *p == t.b);
    let (one, other) = (line(s), line(t));
    let below = |a: Line, b: Line| a.start.y.max(a.end.y) < b.start.y.min(b.end.y);
    !shares_end && !below(one, other) && !below(other, one) && one.intersects(&other)
}

/// The polygons of each class, from the segments around it.
fn polygons(points: &[Coord], segments: &[Segment], n_classes: usize) -> Vec<MultiPolygon> {
    let mut around: Vec<Vec<(u32, u32)>> = vec![Vec::new(); n_classes];
    for s in segments {
        around[s.left as usize].push((s.a, s.b));
        if let Some(right) = s.right {
            around[right as usize].push((s.b, s.a));
        }
    }
    let mut walk = Walk { place: vec![NOWHERE; points.len()], next: vec![NOWHERE; points.len()] };
    around.into_iter().map(|half| nest(walk.rings(half, points))).collect()
}

/// No position.
const NOWHERE: u32 = u32::MAX;

/// Scratch for walking round the rings of one class after another: for every point a number, [`NOWHERE`] between
/// two classes.
struct Walk {
    /// Where a point stands in the path.
    place: Vec<u32>,
    /// Which edge from a point is walked next.
    next: Vec<u32>,
}

impl Walk {
    /// Closed rings without repeated points, from half-edges with the class on their left.
    fn rings(&mut self, mut half: Vec<(u32, u32)>, points: &[Coord]) -> Vec<LineString> {
        half.sort_unstable();
        for (i, &(from, _)) in half.iter().enumerate().rev() {
            self.next[from as usize] = i as u32;
        }
        let mut out = Vec::new();
        for &(start, _) in &half {
            let mut path: Vec<u32> = Vec::new();
            let mut at = start;
            loop {
                if self.place[at as usize] == NOWHERE {
                    self.place[at as usize] = path.len() as u32;
                    path.push(at);
                } else {
                    out.push(self.close(&mut path, at, points));
                }
                match self.step(at, &half) {
                    Some(to) => at = to,
                    None => break,
                }
            }
            self.forget(&path);
        }
        for &(from, _) in &half {
            self.next[from as usize] = NOWHERE;
        }
        out
    }

    /// Walks the next edge from a point, if one is left.
    fn step(&mut self, from: u32, half: &[(u32, u32)]) -> Option<u32> {
        let i = self.next[from as usize];
        let &(_, to) = half.get(i as usize).filter(|edge| edge.0 == from)?;
        self.next[from as usize] = i + 1;
        Some(to)
    }

    /// Takes points out of the path.
    fn forget(&mut self, gone: &[u32]) {
        for &point in gone {
            self.place[point as usize] = NOWHERE;
        }
    }

    /// Cuts the ring off the path that begins and ends at `at`.
    fn close(&mut self, path: &mut Vec<u32>, at: u32, points: &[Coord]) -> LineString {
        let ring = path.split_off(self.place[at as usize] as usize + 1);
        self.forget(&ring);
        let closed = std::iter::once(at).chain(ring).chain(std::iter::once(at));
        closed.map(|p| points[p as usize]).collect()
    }
}

/// Outer rings with the inner rings that lie in them.
fn nest(rings: Vec<LineString>) -> MultiPolygon {
    let signed = |r: &LineString| Polygon::new(r.clone(), Vec::new()).signed_area();
    let (outer, inner): (Vec<_>, Vec<_>) =
        rings.into_iter().filter(|r| r.0.len() >= 4).partition(|r| signed(r) > 0.0);
    let mut out: Vec<Polygon> = outer.into_iter().map(|r| Polygon::new(r, Vec::new())).collect();
    for hole in inner {
        let Some(inside) = hole.lines().next().map(|l| Point::from((l.start + l.end) / 2.0)) else {
            continue;
        };
        let holders = out.iter().enumerate().filter(|(_, p)| {
            let ring = Polygon::new(p.exterior().clone(), Vec::new());
            ring.contains(&inside)
        });
        let smallest = holders.min_by(|a, b| a.1.unsigned_area().total_cmp(&b.1.unsigned_area()));
        if let Some(i) = smallest.map(|(i, _)| i) {
            out[i].interiors_push(hole);
        }
    }
    MultiPolygon(out)
}
