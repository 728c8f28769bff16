//! Areas of control: colour says who, texture says how sure, line style says which boundary.

use std::sync::Arc;

use eframe::egui::epaint::{Mesh, Vertex};
use eframe::egui::{
    Color32, ColorImage, Context, Pos2, TextureFilter, TextureHandle, TextureOptions, TextureWrapMode, pos2,
};

use super::base::Brush;
use super::fill::Fill;
use super::screen::{Merc, Screen};
use super::stroke::{Line, Pen};
use crate::control::SiteStatus;
use crate::knowledge::FactionId;
use crate::scene::Rgb;
use crate::scene::basemap::Bounds;
use crate::scene::map::{FadeGrid, FrontKind, GroundShapes, Rings};

/// Points from one hatch line to the next.
const HATCH_POINTS: f32 = 8.0;

/// The part of the hatch that is line.
const HATCH_SHARE: f32 = 0.42;

/// How much of the land's own colour shows through fully faded land, 0 to 255.
const FADE_ALPHA: f32 = 118.0;

/// One state of control, cut into triangles and lines.
pub(super) struct GroundLayer {
    areas: Vec<AreaLayer>,
    fronts: Vec<(FrontKind, Line)>,
}

struct AreaLayer {
    holder: Option<FactionId>,
    rival: Option<FactionId>,
    status: SiteStatus,
    fill: Fill,
}

/// Colours of factions.
#[derive(Clone, Copy)]
pub(super) struct Palette<'a> {
    /// In the order of the conflict.
    pub(super) factions: &'a [Rgb],
    /// For whoever is not known.
    pub(super) unknown: Color32,
}

impl Palette<'_> {
    /// The colour of a faction, or of nobody.
    pub(super) fn of(&self, id: Option<FactionId>) -> Color32 {
        let known = id.and_then(|id| self.factions.get(usize::from(id.0)));
        known.map_or(self.unknown, |&[r, g, b]| Color32::from_rgb(r, g, b))
    }
}

impl GroundLayer {
    /// Cuts up `ground`, once a state.
    pub(super) fn new(ground: &GroundShapes) -> Self {
        let areas = ground.areas.iter().map(|area| AreaLayer {
            holder: area.holder,
            rival: area.rival,
            status: area.status,
            fill: Fill::of(area.polygons.iter().map(Vec::as_slice)),
        });
        let fronts = ground.fronts.iter().map(|(kind, line)| (*kind, Line::open(line)));
        Self { areas: areas.collect(), fronts: fronts.collect() }
    }

    /// The flat colours, `opacity` from 0 to 1.
    pub(super) fn draw_fills(&self, mesh: &mut Mesh, screen: &Screen, palette: Palette<'_>, opacity: f32) {
        for area in &self.areas {
            let strength = match area.status {
                SiteStatus::Claimed => 0.72 * opacity,
                SiteStatus::Left => 0.5 * opacity,
                SiteStatus::Held | SiteStatus::Contested => opacity,
            };
            area.fill.draw(mesh, screen, palette.of(area.holder).gamma_multiply(strength));
        }
    }

    /// The other side's colour in stripes over contested land.
    pub(super) fn hatch(&self, hatch: &Hatch, screen: &Screen, palette: Palette<'_>, opacity: f32) -> Mesh {
        let mut mesh = Mesh::with_texture(hatch.texture.id());
        for area in self.areas.iter().filter(|a| a.status == SiteStatus::Contested) {
            let color = palette.of(area.rival).gamma_multiply((opacity * 1.25).min(1.0));
            area.fill.draw_with(&mut mesh, screen, |pos, _| Vertex { pos, uv: hatch.uv(screen, pos), color });
        }
        mesh
    }

    /// Lines between holders: full where both sides are sure, dashed along claims, thin inside.
    pub(super) fn draw_lines(&self, mesh: &mut Mesh, brush: Brush<'_>) {
        let (screen, colours, ppp) = (brush.screen, brush.colours, brush.pixels_per_point);
        for (_, line) in self.of_kinds(&[FrontKind::Front, FrontKind::Claimed]) {
            line.draw(mesh, screen, Pen { width: 3.4, color: colours.front_casing }, ppp);
        }
        for (_, line) in self.of_kinds(&[FrontKind::Inner]) {
            let pen = Pen { width: 1.0, color: colours.front.gamma_multiply(0.7) };
            line.draw_dashed(mesh, screen, pen, [1.5, 2.5], ppp);
        }
        for (kind, line) in self.of_kinds(&[FrontKind::Front, FrontKind::Claimed]) {
            let pen = Pen { width: 1.5, color: colours.front };
            match kind {
                FrontKind::Claimed => line.draw_dashed(mesh, screen, pen, [5.0, 3.5], ppp),
                _ => line.draw(mesh, screen, pen, ppp),
            }
        }
    }

    fn of_kinds(&self, kinds: &[FrontKind]) -> impl Iterator<Item = &(FrontKind, Line)> {
        self.fronts.iter().filter(move |(kind, _)| kinds.contains(kind))
    }

    /// Only the lines between holders, dashed: what they were so many days before.
    pub(super) fn draw_ghost(&self, mesh: &mut Mesh, brush: Brush<'_>, days: u32) {
        let pen = Pen { width: 1.2, color: brush.colours.ghost };
        for (_, line) in self.of_kinds(&[FrontKind::Front, FrontKind::Claimed]) {
            line.draw_dashed(mesh, brush.screen, pen, ghost_dash(days), brush.pixels_per_point);
        }
    }
}

/// Dashes of the front lines of an earlier day: the longer ago, the longer.
pub(super) fn ghost_dash(days: u32) -> [f32; 2] {
    if days <= 1 { [2.0, 3.0] } else { [8.0, 4.0] }
}

/// Outlines of land that changed hands.
pub(super) fn outlines(polygons: &[Rings]) -> Vec<Line> {
    polygons.iter().flatten().map(|ring| Line::ring(ring)).collect()
}

/// Draws the outlines of changed land.
pub(super) fn draw_changed(mesh: &mut Mesh, brush: Brush<'_>, lines: &[Line]) {
    let colours = brush.colours;
    for (width, color) in [(4.6, colours.changed_casing.gamma_multiply(0.8)), (2.2, colours.changed)] {
        for line in lines {
            line.draw(mesh, brush.screen, Pen { width, color }, brush.pixels_per_point);
        }
    }
}

/// A texture of slanted stripes, a whole number of pixels wide, so that it is crisp at every scale.
pub(super) struct Hatch {
    texture: TextureHandle,
    /// Points across one tile.
    tile_points: f32,
}

impl Hatch {
    /// The stripes for a screen of this fineness.
    pub(super) fn new(ctx: &Context, pixels_per_point: f32) -> Self {
        let n = ((HATCH_POINTS * pixels_per_point).round() as usize).max(4);
        let pixels = (0..n * n).map(|i| stripe((i % n + i / n) % n, n)).collect();
        let options = TextureOptions {
            magnification: TextureFilter::Linear,
            minification: TextureFilter::Linear,
            wrap_mode: TextureWrapMode::Repeat,
            mipmap_mode: None,
        };
        let texture = ctx.load_texture("hatch", ColorImage::new([n, n], pixels), options);
        Self { texture, tile_points: n as f32 / pixels_per_point }
    }

    /// A rectangle of stripes, for the legend.
    pub(super) fn swatch(&self, rect: eframe::egui::Rect, color: Color32) -> Mesh {
        let mut mesh = Mesh::with_texture(self.texture.id());
        let size = rect.size() / self.tile_points;
        let uv = eframe::egui::Rect::from_min_size(pos2(0.0, 0.0), size);
        mesh.add_rect_with_uv(rect, uv, color);
        mesh
    }

    /// Stripes stay with the land while the map is moved.
    fn uv(&self, screen: &Screen, pos: Pos2) -> Pos2 {
        let tile = f64::from(self.tile_points);
        let anchor = |axis: usize| (screen.centre[axis] * screen.scale / tile).rem_euclid(1.0) as f32;
        let offset = (pos - screen.rect.center()) / self.tile_points;
        pos2(offset.x + anchor(0), offset.y + anchor(1))
    }
}

/// White where the stripe is, clear beside it, with an edge one pixel soft.
fn stripe(at: usize, n: usize) -> Color32 {
    let width = n as f32 * HATCH_SHARE;
    let from_middle = (at as f32 + 0.5 - width / 2.0).abs();
    let from_middle = from_middle.min(n as f32 - from_middle);
    let cover = (width / 2.0 - from_middle + 0.5).clamp(0.0, 1.0);
    Color32::from_white_alpha((cover * 255.0) as u8)
}

/// Land that nobody reports from, as a soft texture over the country.
pub(super) struct FadeLayer {
    texture: TextureHandle,
    bounds: Bounds,
}

impl FadeLayer {
    /// Uploads `grid`, which lies over `bounds`.
    pub(super) fn new(ctx: &Context, grid: &FadeGrid, bounds: Bounds) -> Self {
        let alpha = |v: u8| Color32::from_white_alpha((f32::from(v) / 255.0 * FADE_ALPHA) as u8);
        let image = ColorImage::new(grid.size, grid.cells.iter().map(|v| alpha(*v)).collect());
        Self { texture: ctx.load_texture("fade", image, TextureOptions::LINEAR), bounds }
    }

    /// The fade over the country, in the colour of bare land.
    pub(super) fn mesh(&self, home: &Fill, screen: &Screen, color: Color32) -> Arc<Mesh> {
        let mut mesh = Mesh::with_texture(self.texture.id());
        let size = self.texture.size_vec2();
        let (min, max) = (self.bounds.min, self.bounds.max);
        // The grid's cells are square and its last row may reach beyond the bounds.
        let height = (max[0] - min[0]) * f64::from(size.y / size.x);
        let uv =
            |m: Merc| pos2(((m[0] - min[0]) / (max[0] - min[0])) as f32, ((m[1] - min[1]) / height) as f32);
        home.draw_with(&mut mesh, screen, |pos, m| Vertex { pos, uv: uv(m), color });
        Arc::new(mesh)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stripes_tile_and_cover_their_share() {
        for n in [8_usize, 16, 24, 32] {
            let cover: f32 = (0..n).map(|i| f32::from(stripe(i, n).a()) / 255.0).sum();
            assert!((cover / n as f32 - HATCH_SHARE).abs() < 0.08, "{n}: {cover}");
        }
    }
}
