//! Lines of even width with soft edges, ready to be drawn at any zoom.
//!
//! Mercator keeps angles, so the normals of a line are the same however the map is moved or scaled:
//! they are made once, and a frame only adds them to the projected points. Far out, a line is drawn from
//! fewer points, so that fine bends do not clot.

use std::sync::OnceLock;

use eframe::egui::epaint::{Mesh, Vertex};
use eframe::egui::{Color32, Pos2, Vec2, vec2};
use geo::{LineString, Simplify};

use super::screen::{Merc, Screen};

/// Corners sharper than this many half widths are cut off.
const LONGEST_MITRE: f32 = 2.0;

/// Zooms up to which a line is drawn from fewer points; nearer in, from all.
const LEVEL_ZOOMS: [f64; 4] = [6.0, 7.4, 8.8, 10.2];

/// How far, in points of the screen, a line may be drawn from where it is.
const TOLERANCE: f64 = 0.55;

/// A line in Mercator coordinates, at several finenesses.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    all: Course,
    levels: [OnceLock<Course>; LEVEL_ZOOMS.len()],
    bounds: (Merc, Merc),
    is_closed: bool,
}

/// Points with the normal of each.
#[derive(Clone, Debug, Default)]
struct Course {
    points: Vec<Merc>,
    normals: Vec<Vec2>,
}

impl Course {
    fn new(points: Vec<Merc>, is_closed: bool) -> Self {
        let normals = (0..points.len()).map(|i| normal(&points, i, is_closed)).collect();
        Self { points, normals }
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pen {
    /// Points across.
    pub(super) width: f32,
    /// Colour.
    pub(super) color: Color32,
}

impl Line {
    /// An open line.
    pub(super) fn open(points: &[Merc]) -> Self {
        Self::new(points, false)
    }

    /// A ring; the last point may repeat the first one.
    pub(super) fn ring(points: &[Merc]) -> Self {
        Self::new(points, true)
    }

    fn new(points: &[Merc], is_closed: bool) -> Self {
        let mut points = points.to_vec();
        points.dedup();
        if is_closed && points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        let bounds = bounds_of(&points);
        Self { all: Course::new(points, is_closed), levels: Default::default(), bounds, is_closed }
    }

    /// The line as fine as `zoom` can show.
    fn course(&self, zoom: f64) -> &Course {
        let Some(level) = LEVEL_ZOOMS.iter().position(|z| zoom <= *z) else { return &self.all };
        self.levels[level].get_or_init(|| {
            let tolerance = TOLERANCE / (256.0 * LEVEL_ZOOMS[level].exp2());
            let mut points = self.all.points.clone();
            if self.is_closed {
                points.extend(self.all.points.first());
            }
            let line = LineString::from(points).simplify(tolerance);
            let n = line.0.len() - usize::from(self.is_closed && !line.0.is_empty());
            Course::new(line.0[..n].iter().map(|c| [c.x, c.y]).collect(), self.is_closed)
        })
    }

    /// Adds the line to `mesh`: a core of full colour between two edges that fade over one pixel.
    pub(super) fn draw(&self, mesh: &mut Mesh, screen: &Screen, pen: Pen, pixels_per_point: f32) {
        self.draw_as_at(screen.zoom, mesh, screen, pen, pixels_per_point);
    }

    /// The same, as fine as it would be at another zoom: wide soft lines do without small bends.
    pub(super) fn draw_as_at(
        &self,
        zoom: f64,
        mesh: &mut Mesh,
        screen: &Screen,
        pen: Pen,
        pixels_per_point: f32,
    ) {
        if self.all.points.len() < 2 || !screen.sees(self.bounds, pen.width) {
            return;
        }
        let course = self.course(zoom);
        let points = course.points.iter().zip(&course.normals).map(|(p, n)| (screen.pos(*p), *n));
        ribbon(mesh, points, self.is_closed, pen, pixels_per_point);
    }

    /// Adds the line in dashes of `dash` points with gaps of `gap`, from its beginning.
    pub(super) fn draw_dashed(
        &self,
        mesh: &mut Mesh,
        screen: &Screen,
        pen: Pen,
        [dash, gap]: [f32; 2],
        pixels_per_point: f32,
    ) {
        if self.all.points.len() < 2 || !screen.sees(self.bounds, pen.width) {
            return;
        }
        let course = self.course(screen.zoom);
        let mut places: Vec<Pos2> = course.points.iter().map(|p| screen.pos(*p)).collect();
        if self.is_closed {
            places.push(places[0]);
        }
        let seen = screen.rect.expand(dash + pen.width);
        for piece in dashes(&places, dash, gap) {
            if piece.iter().any(|p| seen.contains(*p)) {
                stroke(mesh, &piece, pen, pixels_per_point);
            }
        }
    }
}

/// Adds an open line through points of the screen.
pub(super) fn stroke(mesh: &mut Mesh, points: &[Pos2], pen: Pen, pixels_per_point: f32) {
    let as_merc: Vec<Merc> = points.iter().map(|p| [f64::from(p.x), f64::from(p.y)]).collect();
    let line = Line::open(&as_merc);
    let places = line.all.points.iter().zip(&line.all.normals);
    let points = places.map(|(p, n)| (Pos2::new(p[0] as f32, p[1] as f32), *n));
    ribbon(mesh, points, false, pen, pixels_per_point);
}

/// Four vertices a point: outer edge, core, core, outer edge.
fn ribbon(
    mesh: &mut Mesh,
    points: impl ExactSizeIterator<Item = (Pos2, Vec2)>,
    is_closed: bool,
    pen: Pen,
    pixels_per_point: f32,
) {
    let n = points.len() as u32;
    if n < 2 {
        return;
    }
    let feather = 1.0 / pixels_per_point;
    let core = ((pen.width - feather) / 2.0).max(0.0);
    let color = if pen.width < feather { pen.color.gamma_multiply(pen.width / feather) } else { pen.color };
    let first = mesh.vertices.len() as u32;
    mesh.vertices.reserve(4 * n as usize);
    for (at, normal) in points {
        let (inner, outer) = (normal * core, normal * (core + feather));
        mesh.vertices.extend([
            Vertex::untextured(at + outer, Color32::TRANSPARENT),
            Vertex::untextured(at + inner, color),
            Vertex::untextured(at - inner, color),
            Vertex::untextured(at - outer, Color32::TRANSPARENT),
        ]);
    }
    let pieces = if is_closed { n } else { n - 1 };
    mesh.indices.reserve(18 * pieces as usize);
    for i in 0..pieces {
        let (a, b) = (first + 4 * i, first + 4 * ((i + 1) % n));
        for side in 0..3 {
            let (a, b) = (a + side, b + side);
            mesh.indices.extend([a, a + 1, b, b, a + 1, b + 1]);
        }
    }
}

/// The mitre at point `i`: as long as it takes for both neighbours to be one unit wide on each side.
fn normal(points: &[Merc], i: usize, is_closed: bool) -> Vec2 {
    let n = points.len();
    let before = if i > 0 { Some(i - 1) } else { is_closed.then(|| n - 1) };
    let after = if i + 1 < n { Some(i + 1) } else { is_closed.then_some(0) };
    let into = before.map(|b| left_of(points[b], points[i]));
    let out = after.map(|a| left_of(points[i], points[a]));
    let (Some(into), Some(out)) = (into.or(out), out.or(into)) else { return Vec2::ZERO };
    let middle = (into + out) / 2.0;
    let length = middle.length_sq();
    let shortest = 1.0 / (LONGEST_MITRE * LONGEST_MITRE);
    if length < 1e-6 { out } else { middle / length.max(shortest) }
}

fn left_of(from: Merc, to: Merc) -> Vec2 {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let length = dx.hypot(dy);
    if length > 0.0 { vec2((dy / length) as f32, (-dx / length) as f32) } else { Vec2::ZERO }
}

/// The smallest box around `points`.
pub(super) fn bounds_of(points: &[Merc]) -> (Merc, Merc) {
    let start = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    points.iter().fold(start, |(min, max), p| {
        ([min[0].min(p[0]), min[1].min(p[1])], [max[0].max(p[0]), max[1].max(p[1])])
    })
}

/// Cuts a line into dashes.
pub(super) fn dashes(points: &[Pos2], dash: f32, gap: f32) -> Vec<Vec<Pos2>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<Pos2> = points.first().copied().into_iter().collect();
    let (mut is_drawn, mut left) = (true, dash);
    for ends in points.windows(2) {
        let (mut at, end) = (ends[0], ends[1]);
        let mut rest = (end - at).length();
        while rest > left {
            at += (end - at) * (left / rest);
            rest -= left;
            if is_drawn {
                piece.push(at);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![at];
            }
            is_drawn = !is_drawn;
            left = if is_drawn { dash } else { gap };
        }
        left -= rest;
        if is_drawn {
            piece.push(end);
        }
    }
    if is_drawn && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Rect, pos2};

    use super::*;
    use crate::base::LonLat;

    fn screen() -> Screen {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(100.0, 100.0));
        let mut screen = Screen::new(rect, LonLat::new(0.0, 0.0), 0.0);
        (screen.centre, screen.scale) = ([50.0, 50.0], 1.0);
        screen
    }

    #[test]
    fn a_line_is_as_wide_as_its_pen() {
        let mut mesh = Mesh::default();
        let pen = Pen { width: 5.0, color: Color32::RED };
        Line::open(&[[10.0, 50.0], [90.0, 50.0]]).draw(&mut mesh, &screen(), pen, 1.0);
        let solid: Vec<f32> =
            mesh.vertices.iter().filter(|v| v.color == Color32::RED).map(|v| v.pos.y).collect();
        assert_eq!(solid.len(), 4);
        assert!(solid.iter().all(|y| ((y - 50.0).abs() - 2.0).abs() < 1e-4));
        assert!(mesh.is_valid() && mesh.indices.len() == 18);
    }

    #[test]
    fn mitres_keep_the_width_and_are_cut_at_sharp_corners() {
        let right_angle = Line::open(&[[0.0, 0.0], [10.0, 0.0], [10.0, 10.0]]);
        assert!((right_angle.all.normals[1].length() - 2.0_f32.sqrt()).abs() < 1e-4);
        let needle = Line::open(&[[0.0, 0.0], [10.0, 0.0], [0.0, 0.1]]);
        assert!(needle.all.normals[1].length() <= LONGEST_MITRE + 1e-4);
        let ring = Line::ring(&[[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 0.0]]);
        assert_eq!((ring.all.points.len(), ring.is_closed), (3, true));
    }

    #[test]
    fn far_out_a_line_has_fewer_points_and_rings_stay_closed() {
        let wave: Vec<Merc> =
            (0..200).map(|i| [0.6 + 1e-6 * f64::from(i), 0.4 + 1e-7 * f64::from(i % 2)]).collect();
        let line = Line::open(&wave);
        assert!(line.course(5.0).points.len() < 10);
        assert_eq!(line.course(12.0).points.len(), 200);
        let circle: Vec<Merc> = (0..100)
            .map(|i| f64::from(i) / 100.0 * std::f64::consts::TAU)
            .map(|a| [0.6 + 1e-3 * a.cos(), 0.4 + 1e-3 * a.sin()])
            .collect();
        let ring = Line::ring(&circle);
        let coarse = ring.course(6.0);
        assert!(coarse.points.len() < 60 && coarse.points.first() != coarse.points.last());
    }

    #[test]
    fn dashes_add_up() {
        let pieces = dashes(&[pos2(0.0, 0.0), pos2(7.0, 0.0), pos2(20.0, 0.0)], 4.0, 2.0);
        let ends: Vec<(f32, f32)> = pieces.iter().map(|p| (p[0].x, p[p.len() - 1].x)).collect();
        assert_eq!(ends, [(0.0, 4.0), (6.0, 10.0), (12.0, 16.0), (18.0, 20.0)]);
        assert_eq!(pieces[1].len(), 3);
    }

    #[test]
    fn what_is_out_of_sight_is_not_drawn() {
        let mut mesh = Mesh::default();
        let pen = Pen { width: 5.0, color: Color32::RED };
        Line::open(&[[500.0, 50.0], [900.0, 50.0]]).draw(&mut mesh, &screen(), pen, 1.0);
        Line::open(&[]).draw(&mut mesh, &screen(), pen, 1.0);
        assert!(mesh.is_empty());
    }
}
