//! The base map: sea, land, relief, water, roads and borders, prepared once and drawn at any zoom.

use std::sync::{Arc, OnceLock};

use eframe::egui::epaint::Mesh;
use eframe::egui::{Color32, ColorImage, Context, Rect, TextureHandle, TextureOptions, pos2};

use super::colours::Colours;
use super::fill::Fill;
use super::screen::{Merc, Screen};
use super::stroke::{Line, Pen};
use crate::scene::basemap::{BaseMap, BorderKind, Path, Relief, Shape};

/// Zoom from which lines of importance 1, 2, … are drawn.
const LINE_ZOOM: [f64; 6] = [0.0, 0.0, 4.5, 5.5, 6.2, 7.4];

/// Zoom from which surfaces of importance 1, 2, … are drawn.
const LAKE_ZOOM: [f64; 6] = [0.0, 0.0, 4.5, 5.5, 6.0, 7.0];

/// The layers of the base map, cut and measured.
pub(super) struct Base {
    land: Fill,
    home: Fill,
    lakes: Vec<(u8, Fill, Vec<Line>)>,
    rivers: Vec<(u8, Vec<Line>)>,
    roads: Vec<(u8, Vec<Line>)>,
    governorates: Vec<Line>,
    coasts: Vec<Line>,
    borders: Vec<Line>,
    home_borders: Vec<Line>,
    occupied_lines: Vec<Line>,
}

/// What all layers are drawn with.
#[derive(Clone, Copy)]
pub(super) struct Brush<'a> {
    /// Where to.
    pub(super) screen: &'a Screen,
    /// In which colours.
    pub(super) colours: &'a Colours,
    /// How fine the screen is.
    pub(super) pixels_per_point: f32,
}

impl Brush<'_> {
    fn lines(&self, mesh: &mut Mesh, lines: &[Line], width: f32, color: Color32) {
        for line in lines {
            line.draw(mesh, self.screen, Pen { width, color }, self.pixels_per_point);
        }
    }

    fn dashed(&self, mesh: &mut Mesh, lines: &[Line], pen: (f32, Color32), dash: [f32; 2]) {
        let pen = Pen { width: pen.0, color: pen.1 };
        for line in lines {
            line.draw_dashed(mesh, self.screen, pen, dash, self.pixels_per_point);
        }
    }

    /// Lines grow a little with the zoom.
    fn width(&self, at_country_zoom: f32) -> f32 {
        at_country_zoom * (1.0 + 0.12 * (self.screen.zoom as f32 - 6.5)).clamp(0.8, 1.8)
    }

    fn shows(&self, zooms: &[f64; 6], importance: u8) -> bool {
        self.screen.zoom >= zooms[usize::from(importance.min(5))]
    }
}

impl Base {
    /// The base map inside the program, prepared at first use.
    pub(super) fn get() -> &'static Self {
        static BASE: OnceLock<Base> = OnceLock::new();
        BASE.get_or_init(|| Self::new(BaseMap::load()))
    }

    fn new(map: &BaseMap) -> Self {
        let land = |is_home: bool| {
            let countries = map.countries.iter().filter(|c| c.is_home == is_home);
            fill(countries.flat_map(|c| &c.shapes))
        };
        let borders = |test: &dyn Fn(&crate::scene::basemap::Border) -> bool| {
            let kept = map.borders.iter().filter(|b| test(b));
            lines(kept.flat_map(|b| &b.paths))
        };
        let lakes = map.water.iter().filter(|w| !w.shapes.is_empty());
        Self {
            land: land(false),
            home: land(true),
            lakes: lakes.map(|w| (w.importance, fill(&w.shapes), shores(&w.shapes))).collect(),
            rivers: map.water.iter().map(|w| (w.importance, lines(&w.paths))).collect(),
            roads: map.roads.iter().map(|r| (r.importance, lines(&r.paths))).collect(),
            governorates: lines(&map.admin1.paths),
            coasts: borders(&|b| b.kind == BorderKind::Coast && !b.is_home),
            borders: borders(&|b| b.kind == BorderKind::Border && !b.is_home),
            home_borders: borders(&|b| b.is_home && b.kind != BorderKind::Line),
            occupied_lines: borders(&|b| b.kind == BorderKind::Line),
        }
    }

    /// The land of the country that the map is about.
    pub(super) fn home(&self) -> &Fill {
        &self.home
    }

    /// Sea and land. Beyond the countries that the map has there is neither, and no place lies at sea.
    pub(super) fn draw_land(&self, mesh: &mut Mesh, brush: Brush<'_>) {
        mesh.add_colored_rect(brush.screen.rect, brush.colours.land);
        if let Some((from, to)) = self.land.bounds() {
            let mapped = Rect::from_two_pos(brush.screen.pos(from), brush.screen.pos(to));
            let seen = mapped.intersect(brush.screen.rect);
            if seen.is_positive() {
                mesh.add_colored_rect(seen, brush.colours.sea);
            }
        }
        self.land.draw(mesh, brush.screen, brush.colours.land);
        self.home.draw(mesh, brush.screen, brush.colours.home);
        brush.lines(mesh, &self.coasts, 1.2, brush.colours.coast);
    }

    /// Lines between governorates.
    pub(super) fn draw_governorates(&self, mesh: &mut Mesh, brush: Brush<'_>) {
        let pen = (brush.width(0.9), brush.colours.governorate);
        brush.dashed(mesh, &self.governorates, pen, [4.0, 3.0]);
    }

    /// Lakes and rivers.
    pub(super) fn draw_water(&self, mesh: &mut Mesh, brush: Brush<'_>) {
        let colours = brush.colours;
        for (importance, rivers) in &self.rivers {
            if brush.shows(&LINE_ZOOM, *importance) {
                let width = brush.width(if *importance <= 1 { 1.7 } else { 1.0 });
                brush.lines(mesh, rivers, width, colours.river);
            }
        }
        for (importance, lake, shores) in &self.lakes {
            if brush.shows(&LAKE_ZOOM, *importance) {
                lake.draw(mesh, brush.screen, colours.lake);
                brush.lines(mesh, shores, 0.8, colours.river);
            }
        }
    }

    /// Roads, the main ones over the others.
    pub(super) fn draw_roads(&self, mesh: &mut Mesh, brush: Brush<'_>) {
        let colours = brush.colours;
        for (importance, roads) in self.roads.iter().rev() {
            if *importance > 2 && brush.shows(&LINE_ZOOM, *importance) {
                let width = brush.width(if *importance == 3 { 1.1 } else { 0.7 });
                brush.lines(mesh, roads, width, colours.road);
            }
        }
        let main = || self.roads.iter().rev().filter(|(importance, _)| *importance <= 2);
        let width = |importance: u8| brush.width(if importance == 1 { 1.7 } else { 1.1 });
        for (importance, roads) in main() {
            brush.lines(mesh, roads, width(*importance) + 1.5, colours.road_main_casing);
        }
        for (importance, roads) in main() {
            brush.lines(mesh, roads, width(*importance), colours.road_main);
        }
    }

    /// Borders; the home country's stands out, with a soft shadow.
    pub(super) fn draw_borders(&self, mesh: &mut Mesh, brush: Brush<'_>) {
        let colours = brush.colours;
        brush.lines(mesh, &self.borders, brush.width(0.9), colours.border);
        let glow = Pen { width: brush.width(7.0), color: colours.home_glow };
        for line in &self.home_borders {
            line.draw_as_at(brush.screen.zoom - 2.0, mesh, brush.screen, glow, brush.pixels_per_point);
        }
        brush.lines(mesh, &self.home_borders, brush.width(1.5), colours.home_border);
        brush.dashed(mesh, &self.occupied_lines, (brush.width(1.2), colours.occupied_line), [5.0, 3.0]);
    }
}

fn rings(shape: &Shape) -> Vec<Vec<Merc>> {
    std::iter::once(&shape.exterior).chain(&shape.holes).cloned().collect()
}

fn fill<'a>(shapes: impl IntoIterator<Item = &'a Shape>) -> Fill {
    let polygons: Vec<Vec<Vec<Merc>>> = shapes.into_iter().map(rings).collect();
    Fill::of(polygons.iter().map(Vec::as_slice))
}

fn shores(shapes: &[Shape]) -> Vec<Line> {
    shapes.iter().flat_map(rings).map(|r| Line::ring(&r)).collect()
}

fn lines<'a>(paths: impl IntoIterator<Item = &'a Path>) -> Vec<Line> {
    paths.into_iter().map(|p| Line::open(&p.points)).collect()
}

/// Shade and light as a texture that lies over whatever it shades.
pub(super) struct ReliefLayer {
    texture: TextureHandle,
    bounds: Rect,
}

impl ReliefLayer {
    /// Uploads the relief of the base map; nothing when its picture cannot be read.
    pub(super) fn new(ctx: &Context) -> Option<Self> {
        let relief = &BaseMap::load().relief;
        let image = shade_image(relief)?;
        let texture = ctx.load_texture("relief", image, TextureOptions::LINEAR);
        let bounds = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        Some(Self { texture, bounds })
    }

    /// The relief over the whole panel, `strength` from 0 to 1.
    pub(super) fn mesh(&self, screen: &Screen, strength: f32) -> Arc<Mesh> {
        let bounds = BaseMap::load().relief.bounds;
        let place = Rect::from_min_max(screen.pos(bounds.min), screen.pos(bounds.max));
        let grey = (strength.clamp(0.0, 1.0) * 255.0) as u8;
        let tint = Color32::from_rgba_premultiplied(grey, grey, grey, grey);
        let mut mesh = Mesh::with_texture(self.texture.id());
        mesh.add_rect_with_uv(place, self.bounds, tint);
        Arc::new(mesh)
    }
}

/// Grey darker than flat land becomes black, lighter becomes white, both as clear as they are near flat.
fn shade_image(relief: &Relief) -> Option<ColorImage> {
    let grey = image::load_from_memory(relief.jpeg).ok()?.into_luma8();
    let size = [grey.width() as usize, grey.height() as usize];
    let flat = f32::from(relief.flat);
    let shades: Vec<Color32> = (0..=255_u8)
        .map(|v| {
            let from_flat = f32::from(v) - flat;
            if from_flat.abs() < 1.5 {
                Color32::TRANSPARENT
            } else if from_flat < 0.0 {
                Color32::from_black_alpha((-from_flat / flat * 255.0) as u8)
            } else {
                Color32::from_white_alpha((from_flat / (255.0 - flat) * 170.0) as u8)
            }
        })
        .collect();
    Some(ColorImage::new(size, grey.pixels().map(|p| shades[usize::from(p.0[0])]).collect()))
}
