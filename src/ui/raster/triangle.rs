//! One triangle into one band of rows.
//!
//! Corners are snapped to 1/256 of a pixel and edges are walked in whole numbers with the top-left
//! rule, so that two triangles that share an edge draw each pixel on it exactly once, on any machine.

use eframe::egui::Color32;
use eframe::egui::epaint::Vertex;

use super::texture::{Rgba, Texture};

/// Corners farther out than this many pixels would overflow the edge products; no screen is that large.
const FARTHEST_PIXEL: f32 = (1 << 21) as f32;

/// Steps of a pixel to which corners are snapped.
const STEPS: i64 = 256;

/// Snaps a position in points to 1/256 pixels; nothing when it is not a finite place near the screen.
pub(super) fn snapped(vertex: &Vertex, pixels_per_point: f32) -> Option<[i64; 2]> {
    let at = vertex.pos * pixels_per_point;
    let near = at.x.abs() < FARTHEST_PIXEL && at.y.abs() < FARTHEST_PIXEL;
    near.then(|| [at.x, at.y].map(|v| (v * STEPS as f32).round() as i64))
}

/// Whole pixels, the far ends not included.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    /// First column and row.
    pub(super) min: [i64; 2],
    /// One past the last column and row.
    pub(super) max: [i64; 2],
}

/// Rows of the picture that one thread paints.
pub(super) struct Band<'a> {
    /// The rows' pixels.
    pub(super) pixels: &'a mut [Color32],
    /// Pixels in a row.
    pub(super) width: usize,
    /// Number of the first row.
    pub(super) first_row: i64,
}

impl Band<'_> {
    /// Number of the row after the last one.
    pub(super) fn end_row(&self) -> i64 {
        self.first_row + (self.pixels.len() / self.width.max(1)) as i64
    }

    fn span(&mut self, row: i64, from: i64, to: i64) -> &mut [Color32] {
        let start = (row - self.first_row) as usize * self.width;
        &mut self.pixels[start + from as usize..start + to as usize]
    }
}

/// A line through two corners: `x * column + y * row + constant`, at pixel centres, is not negative inside.
struct Edge {
    x: i64,
    y: i64,
    constant: i64,
    /// −1 for edges whose own pixels belong to the neighbour.
    bias: i64,
}

impl Edge {
    fn new(a: [i64; 2], b: [i64; 2]) -> Self {
        let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
        let centre = STEPS / 2;
        let is_top_left = (dy == 0 && dx > 0) || dy < 0;
        Self {
            x: -dy * STEPS,
            y: dx * STEPS,
            constant: dx * (centre - a[1]) - dy * (centre - a[0]),
            bias: if is_top_left { 0 } else { -1 },
        }
    }

    /// Narrows `from..to` to the columns of `row` that lie inside.
    fn narrow(&self, row: i64, from: &mut i64, to: &mut i64) {
        let rest = self.y * row + self.constant + self.bias;
        match self.x {
            0 if rest < 0 => *to = *from,
            0 => {}
            x if x > 0 => *from = (*from).max(-rest.div_euclid(x)),
            x => *to = (*to).min(rest.div_euclid(-x) + 1),
        }
    }
}

/// What the pixels of a triangle are filled with.
enum Paint<'a> {
    Flat(Color32),
    Shaded { color: [Plane; 4] },
    Textured { texture: &'a Texture, uv: [Plane; 2], color: [Plane; 4] },
}

/// A value that changes evenly over the triangle.
#[derive(Clone, Copy)]
struct Plane {
    x: f64,
    y: f64,
    constant: f64,
}

impl Plane {
    fn new(edges: &[Edge; 3], area: f64, values: [f32; 3]) -> Self {
        let sum = |part: fn(&Edge) -> i64| {
            let terms = edges.iter().zip(values).map(|(e, v)| part(e) as f64 * f64::from(v));
            terms.sum::<f64>() / area
        };
        Self { x: sum(|e| e.x), y: sum(|e| e.y), constant: sum(|e| e.constant) }
    }

    fn at(&self, column: i64, row: i64) -> f32 {
        (self.x * column as f64 + self.y * row as f64 + self.constant) as f32
    }
}

/// Paints the triangle of `vertices`, whose snapped positions are `corners`, over the band.
pub(super) fn paint(
    band: &mut Band<'_>,
    clip: Bounds,
    texture: &Texture,
    mut vertices: [&Vertex; 3],
    mut corners: [[i64; 2]; 3],
) {
    let [a, b, c] = corners;
    let mut area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    if area == 0 || vertices.iter().all(|v| v.color == Color32::TRANSPARENT) {
        return;
    }
    if area < 0 {
        vertices.swap(1, 2);
        corners.swap(1, 2);
        area = -area;
    }
    let [a, b, c] = corners;
    let edges = [Edge::new(b, c), Edge::new(c, a), Edge::new(a, b)];
    let lowest = |axis: usize| a[axis].min(b[axis]).min(c[axis]).div_euclid(STEPS);
    let highest = |axis: usize| a[axis].max(b[axis]).max(c[axis]).div_euclid(STEPS) + 1;
    let rows =
        lowest(1).max(clip.min[1]).max(band.first_row)..highest(1).min(clip.max[1]).min(band.end_row());
    let columns = lowest(0).max(clip.min[0])..highest(0).min(clip.max[0]);
    if rows.is_empty() || columns.is_empty() {
        return;
    }
    let Some(fill) = paint_of(texture, vertices, &edges, area as f64) else { return };
    for row in rows {
        let (mut from, mut to) = (columns.start, columns.end);
        for edge in &edges {
            edge.narrow(row, &mut from, &mut to);
        }
        if from < to {
            fill.over(band.span(row, from, to), from, row);
        }
    }
}

/// Chooses the cheapest way to fill; nothing when nothing would be seen.
fn paint_of<'a>(texture: &'a Texture, ends: [&Vertex; 3], edges: &[Edge; 3], area: f64) -> Option<Paint<'a>> {
    let plane = |part: &dyn Fn(&Vertex) -> f32| Plane::new(edges, area, ends.map(part));
    let is_one_texel = ends[0].uv == ends[1].uv && ends[1].uv == ends[2].uv;
    let is_one_color = ends[0].color == ends[1].color && ends[1].color == ends[2].color;
    let texel = texture.sample(ends[0].uv.x, ends[0].uv.y);
    let channel = |i: usize| plane(&|v: &Vertex| f32::from(v.color.to_array()[i]));
    if is_one_texel {
        if is_one_color {
            let color = times(texel, ends[0].color.to_array().map(f32::from)).map(|c| (c + 0.5) as u8);
            return (color != [0; 4]).then(|| Paint::Flat(packed(color)));
        }
        let color =
            std::array::from_fn(|i| plane(&|v: &Vertex| f32::from(v.color.to_array()[i]) * texel[i] / 255.0));
        return Some(Paint::Shaded { color });
    }
    let uv = [plane(&|v: &Vertex| v.uv.x), plane(&|v: &Vertex| v.uv.y)];
    Some(Paint::Textured { texture, uv, color: std::array::from_fn(channel) })
}

impl Paint<'_> {
    /// Blends over one run of pixels that begins at `column` of `row`.
    fn over(&self, pixels: &mut [Color32], column: i64, row: i64) {
        match self {
            Self::Flat(color) if color.a() == 255 => pixels.fill(*color),
            Self::Flat(color) => {
                for pixel in pixels {
                    *pixel = flat_over(*color, *pixel);
                }
            }
            Self::Shaded { color } => {
                let start = color.map(|c| c.at(column, row));
                let step = color.map(|c| c.x as f32);
                for (k, pixel) in pixels.iter_mut().enumerate() {
                    let source = std::array::from_fn(|i| start[i] + step[i] * k as f32);
                    *pixel = over(source, *pixel);
                }
            }
            Self::Textured { texture, uv, color } => {
                let [u, v] = uv.map(|p| (p.at(column, row), p.x as f32));
                let start = color.map(|c| c.at(column, row));
                let step = color.map(|c| c.x as f32);
                for (k, pixel) in pixels.iter_mut().enumerate() {
                    let k = k as f32;
                    let texel = texture.sample(u.0 + u.1 * k, v.0 + v.1 * k);
                    if texel.iter().all(|c| *c <= 0.0) {
                        continue;
                    }
                    let tint = std::array::from_fn(|i| start[i] + step[i] * k);
                    *pixel = over(times(texel, tint), *pixel);
                }
            }
        }
    }
}

fn packed([r, g, b, a]: [u8; 4]) -> Color32 {
    Color32::from_rgba_premultiplied(r, g, b, a)
}

fn times(a: Rgba, b: Rgba) -> Rgba {
    std::array::from_fn(|i| a[i] * b[i] / 255.0)
}

/// Premultiplied source over destination.
fn over(source: Rgba, below: Color32) -> Color32 {
    let keep = 1.0 - source[3] / 255.0;
    let below = below.to_array();
    packed(std::array::from_fn(|i| (source[i] + f32::from(below[i]) * keep + 0.5) as u8))
}

/// The same in whole numbers, for runs of one colour.
fn flat_over(source: Color32, below: Color32) -> Color32 {
    let keep = 255 - u32::from(source.a());
    let (source, below) = (source.to_array(), below.to_array());
    packed(std::array::from_fn(|i| {
        (u32::from(source[i]) + (u32::from(below[i]) * keep + 127) / 255).min(255) as u8
    }))
}
