//! What stands on the map without being of it: caption, legend, scale bar, north, sources.

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind,
    Vec2, pos2, vec2,
};

use super::areas::{Hatch, Palette};
use super::base::Brush;
use super::{pins, signs};
use crate::control::SiteStatus;
use crate::scene::basemap::BaseMap;
use crate::scene::{Arg, Scene, Words};
use crate::ui::arabic::vis;
use crate::ui::theme::{bold, icons, medium};

/// A map smaller than this has no room for a date of its own.
const CAPTION_FROM: Vec2 = vec2(700.0, 420.0);

/// Points between the panel's edge and what stands on it.
const MARGIN: f32 = 10.0;

/// Points inside a plate's edge.
const PAD: Vec2 = vec2(10.0, 8.0);

/// Height of a row of the legend.
const ROW: f32 = 18.0;

/// The part of the panel's width that a legend with two columns may take.
const WIDEST_LEGEND: f32 = 0.27;

/// Width of a mark of the legend, with the gap after it.
const MARK: f32 = 28.0;

/// Lengths that a scale bar may show, in kilometres.
const SCALES_KM: [f64; 11] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0];

/// Longest scale bar, in points.
const LONGEST_SCALE: f64 = 130.0;

/// Everything in its place, ready to be painted.
pub(super) struct Furniture {
    is_rtl: bool,
    caption: Vec<(Pos2, Arc<Galley>, Color32)>,
    rows: Vec<(Rect, Mark, Arc<Galley>)>,
    scale: Option<(Rect, f32, Arc<Galley>)>,
    sources: Vec<(Pos2, Arc<Galley>)>,
    plates: Vec<Rect>,
}

/// What a row of the legend explains.
#[derive(Clone, Copy)]
enum Mark {
    Holder(Color32),
    Contested,
    Claimed,
    Left,
    Faded,
    Changed,
    Ghost,
    Sign(&'static str),
}

/// Lays texts and plates out, the sides swapped for right-to-left languages.
struct Layout<'a> {
    painter: &'a Painter,
    brush: Brush<'a>,
    scene: &'a Scene,
    words: &'static Words,
    rect: Rect,
}

impl Furniture {
    /// Measures and places everything on the panel of `brush`.
    pub(super) fn new(painter: &Painter, brush: Brush<'_>, scene: &Scene, palette: Palette<'_>) -> Self {
        let rect = brush.screen.rect.shrink(MARGIN);
        let layout = Layout { painter, brush, scene, words: scene.words(), rect };
        let mut furniture = Self {
            is_rtl: scene.view.lang.is_rtl(),
            caption: Vec::new(),
            rows: Vec::new(),
            scale: None,
            sources: Vec::new(),
            plates: Vec::new(),
        };
        layout.caption(&mut furniture);
        let bottom = layout.sources(&mut furniture);
        layout.scale(&mut furniture, bottom);
        layout.legend(&mut furniture, palette, bottom);
        furniture
    }

    /// What names keep clear of.
    pub(super) fn plates(&self) -> &[Rect] {
        &self.plates
    }

    /// Paints it.
    pub(super) fn paint(&self, painter: &Painter, brush: Brush<'_>, hatch: &Hatch) {
        let colours = brush.colours;
        for plate in &self.plates {
            painter.rect_filled(*plate, CornerRadius::same(5), colours.plate);
            painter.rect_stroke(
                *plate,
                CornerRadius::same(5),
                Stroke::new(1.0, colours.plate_edge),
                StrokeKind::Outside,
            );
        }
        for (at, galley, color) in &self.caption {
            painter.galley_with_override_text_color(*at, galley.clone(), *color);
        }
        for (at, galley) in &self.sources {
            painter.galley_with_override_text_color(*at, galley.clone(), colours.text_weak);
        }
        for (row, mark, galley) in &self.rows {
            let (mark_x, text_x) = if self.is_rtl {
                (row.right() - MARK, row.right() - MARK - galley.size().x)
            } else {
                (row.left(), row.left() + MARK)
            };
            let at = pos2(mark_x + if self.is_rtl { 6.0 } else { 0.0 }, row.center().y - 6.0);
            paint_mark(painter, brush, hatch, Rect::from_min_size(at, vec2(22.0, 12.0)), *mark);
            let text = pos2(text_x, row.center().y - galley.size().y / 2.0);
            painter.galley_with_override_text_color(text, galley.clone(), colours.text);
        }
        if let Some((rect, length, galley)) = &self.scale {
            paint_scale(painter, brush, *rect, *length, galley);
        }
    }
}

impl Layout<'_> {
    fn galley(&self, text: &str, font: FontId) -> Arc<Galley> {
        self.painter.layout_no_wrap(vis(text), font, self.brush.colours.text)
    }

    /// The left edge of something `width` wide on the side where reading begins, or on the other one.
    fn reading_side(&self, width: f32, is_start: bool) -> f32 {
        if is_start == self.scene.view.lang.is_rtl() { self.rect.right() - width } else { self.rect.left() }
    }

    fn caption(&self, furniture: &mut Furniture) {
        let colours = self.brush.colours;
        let captions = &self.scene.captions;
        let is_small = self.rect.width() < CAPTION_FROM.x || self.rect.height() < CAPTION_FROM.y;
        if is_small && captions.as_of.is_none() {
            return; // the bar above tells the date too, and the land matters more
        }
        let mut lines = vec![
            (self.galley(&captions.date, bold(17.0)), colours.text),
            (self.galley(&captions.date_other, FontId::proportional(12.5)), colours.text_weak),
        ];
        if let Some(as_of) = &captions.as_of {
            lines.push((self.galley(as_of, FontId::proportional(12.0)), colours.text_weak));
        }
        let width = lines.iter().map(|(g, _)| g.size().x).fold(0.0, f32::max);
        let height: f32 = lines.iter().map(|(g, _)| g.size().y).sum();
        let size = vec2(width, height) + 2.0 * PAD;
        let plate = Rect::from_min_size(self.rect.left_top(), size);
        let mut y = plate.top() + PAD.y;
        for (galley, color) in lines {
            let x =
                if furniture.is_rtl { plate.right() - PAD.x - galley.size().x } else { plate.left() + PAD.x };
            let step = galley.size().y;
            furniture.caption.push((pos2(x, y), galley, color));
            y += step;
        }
        furniture.plates.push(plate);
    }

    /// The note and the sources, along the bottom; returns where they begin.
    fn sources(&self, furniture: &mut Furniture) -> f32 {
        let map = BaseMap::load();
        let note = self.scene.view.lang.pick(&map.note.en, &map.note.ar);
        let mut note = self.galley(note, medium(10.0));
        if note.size().x > self.rect.width() {
            note = self.galley(self.words.text("map-approximate"), medium(10.0));
        }
        let color = self.brush.colours.text_weak;
        let font = FontId::proportional(9.5);
        let sources = self.painter.layout(map.attribution.clone(), font, color, self.rect.width());
        let gap = vec2(14.0, 0.0);
        let is_one_line =
            note.size().x + gap.x + sources.size().x < self.rect.width() && sources.rows.len() == 1;
        let height =
            if is_one_line { note.size().y.max(sources.size().y) } else { note.size().y + sources.size().y };
        let panel = self.brush.screen.rect;
        let top = panel.bottom() - height - 4.0;
        let plate = Rect::from_min_max(pos2(panel.left(), top - 3.0), panel.max);
        let x = |galley: &Galley, is_start: bool| self.reading_side(galley.size().x, is_start);
        if is_one_line {
            let drop = |g: &Galley| top + (height - g.size().y) / 2.0;
            furniture.sources.push((pos2(x(&sources, false), drop(&sources)), sources));
            furniture.sources.push((pos2(x(&note, true), drop(&note)), note));
        } else {
            let below = top + note.size().y;
            furniture.sources.push((pos2(x(&sources, true), below), sources));
            furniture.sources.push((pos2(x(&note, true), top), note));
        }
        furniture.plates.push(plate);
        plate.top() - MARGIN
    }

    fn scale(&self, furniture: &mut Furniture, bottom: f32) {
        let km_per_point = self.brush.screen.km_per_point();
        let mut fitting = SCALES_KM.iter().copied().filter(|km| km / km_per_point <= LONGEST_SCALE);
        let Some(km) = fitting.next_back() else { return };
        let length = (km / km_per_point) as f32;
        let text = format!("{km} {}", self.words.text("map-km"));
        let galley = self.galley(&text, FontId::proportional(11.0));
        let size = vec2(length.max(galley.size().x) + 30.0, 26.0) + vec2(2.0 * PAD.x, 6.0);
        let at = pos2(self.rect.left(), bottom - size.y);
        let plate = Rect::from_min_size(at, size);
        furniture.scale = Some((plate.shrink2(vec2(PAD.x, 3.0)), length, galley));
        furniture.plates.push(plate);
    }

    fn legend(&self, furniture: &mut Furniture, palette: Palette<'_>, bottom: f32) {
        let top = furniture.plates.first().map_or(self.rect.top(), |p| p.bottom() + MARGIN);
        let most = ((bottom - top - 2.0 * PAD.y) / ROW).floor().max(0.0) as usize;
        let font = || FontId::proportional(12.0);
        let build = |rows: Vec<(Mark, String)>| -> Vec<(Mark, Arc<Galley>)> {
            rows.into_iter().map(|(mark, text)| (mark, self.galley(&text, font()))).collect()
        };
        let mut first = build(self.control_rows(palette));
        let mut second = build(self.kind_rows());
        first.truncate(most);
        second.truncate(most);
        let width =
            |rows: &[(Mark, Arc<Galley>)]| rows.iter().map(|(_, g)| g.size().x + MARK).fold(0.0, f32::max);
        let gap = if second.is_empty() { 0.0 } else { 16.0 };
        if width(&first) + gap + width(&second) + 2.0 * PAD.x > self.rect.width() * WIDEST_LEGEND {
            second.clear();
        }
        let gap = if second.is_empty() { 0.0 } else { 16.0 };
        let n_rows = first.len().max(second.len());
        if n_rows == 0 {
            return;
        }
        let columns = [width(&first), width(&second)];
        let size = vec2(columns[0] + gap + columns[1], n_rows as f32 * ROW) + 2.0 * PAD;
        let at = pos2(self.rect.right() - size.x, bottom - size.y);
        let plate = Rect::from_min_size(at, size);
        let lefts = if furniture.is_rtl {
            [plate.right() - PAD.x - columns[0], plate.left() + PAD.x]
        } else {
            [plate.left() + PAD.x, plate.right() - PAD.x - columns[1]]
        };
        for (column, rows) in [first, second].into_iter().enumerate() {
            for (i, (mark, galley)) in rows.into_iter().enumerate() {
                let at = pos2(lefts[column], plate.top() + PAD.y + i as f32 * ROW);
                let row = Rect::from_min_size(at, vec2(columns[column], ROW));
                furniture.rows.push((row, mark, galley));
            }
        }
        furniture.plates.push(plate);
    }

    fn control_rows(&self, palette: Palette<'_>) -> Vec<(Mark, String)> {
        let legend = &self.scene.map.legend;
        let layers = self.scene.view.layers;
        if !layers.areas {
            return Vec::new();
        }
        let text = |key: &'static str| self.words.text(key).to_owned();
        let holders = legend.holders.iter().map(|h| {
            let name = if h.name.is_empty() { text("map-nobody") } else { h.name.clone() };
            (Mark::Holder(palette.of(h.faction)), name)
        });
        let statuses = legend.statuses.iter().filter_map(|status| match status {
            SiteStatus::Held => None,
            SiteStatus::Contested => Some((Mark::Contested, text("map-contested"))),
            SiteStatus::Claimed => Some((Mark::Claimed, text("map-claimed"))),
            SiteStatus::Left => Some((Mark::Left, text("map-left"))),
        });
        let changed = (legend.has_changed && layers.changes).then(|| (Mark::Changed, text("map-changed")));
        let faded = (Mark::Faded, text("map-faded"));
        let ghosts =
            self.scene.map.ghosts.iter().map(|(days, _)| {
                (Mark::Ghost, self.words.with("map-ghost", &[("n", Arg::N(*days as usize))]))
            });
        holders.chain(statuses).chain(changed).chain(ghosts).chain([faded]).collect()
    }

    fn kind_rows(&self) -> Vec<(Mark, String)> {
        if !self.scene.view.layers.pins {
            return Vec::new();
        }
        let kinds = self.scene.map.legend.kinds.iter();
        kinds.map(|k| (Mark::Sign(signs::of(*k)), self.words.kind(*k).to_owned())).collect()
    }
}

fn paint_mark(painter: &Painter, brush: Brush<'_>, hatch: &Hatch, rect: Rect, mark: Mark) {
    let colours = brush.colours;
    let edge = |color: Color32| {
        painter.rect_stroke(rect, CornerRadius::ZERO, Stroke::new(1.0, color), StrokeKind::Inside);
    };
    match mark {
        Mark::Holder(color) => {
            painter.rect_filled(rect, CornerRadius::ZERO, pins::mix(color, colours.home, 0.25));
            edge(pins::mix(color, colours.label, 0.35));
        }
        Mark::Contested => {
            painter.rect_filled(rect, CornerRadius::ZERO, pins::mix(colours.unknown, colours.home, 0.3));
            painter.add(hatch.swatch(rect, colours.label_minor));
            edge(colours.label_minor);
        }
        Mark::Claimed => {
            painter.rect_filled(rect, CornerRadius::ZERO, pins::mix(colours.unknown, colours.home, 0.6));
            let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
            let ring: Vec<Pos2> = corners.into_iter().chain([corners[0]]).collect();
            painter.extend(Shape::dashed_line(&ring, Stroke::new(1.4, colours.label_minor), 4.0, 3.0));
        }
        Mark::Left => {
            painter.rect_filled(rect, CornerRadius::ZERO, pins::mix(colours.unknown, colours.home, 0.5));
            edge(colours.label_country);
        }
        Mark::Faded => {
            let mut mesh = Mesh::default();
            let ends = [(rect.left(), colours.unknown), (rect.right(), colours.fade)];
            for (x, color) in ends {
                mesh.colored_vertex(pos2(x, rect.top()), color);
                mesh.colored_vertex(pos2(x, rect.bottom()), color);
            }
            mesh.add_triangle(0, 1, 2);
            mesh.add_triangle(2, 1, 3);
            painter.add(Shape::mesh(mesh));
            edge(colours.plate_edge);
        }
        Mark::Changed => {
            let inner = rect.shrink(1.5);
            let casing = Stroke::new(4.6, colours.changed_casing.gamma_multiply(0.8));
            painter.rect_stroke(inner, CornerRadius::ZERO, casing, StrokeKind::Middle);
            painter.rect_stroke(
                inner,
                CornerRadius::ZERO,
                Stroke::new(2.2, colours.changed),
                StrokeKind::Middle,
            );
        }
        Mark::Ghost => {
            let ends = [rect.left_center(), rect.right_center()];
            painter.extend(Shape::dashed_line(&ends, Stroke::new(1.4, colours.ghost), 2.0, 3.0));
        }
        Mark::Sign(sign) => {
            let middle = rect.center();
            painter.circle_filled(middle, 8.0, colours.label_minor);
            let ink = pins::ink_on(colours.label_minor);
            painter.text(middle, Align2::CENTER_CENTER, sign, icons(11.0), ink);
        }
    }
}

/// The bar with its length above it, and an arrow to the north beside it.
fn paint_scale(painter: &Painter, brush: Brush<'_>, rect: Rect, length: f32, galley: &Arc<Galley>) {
    let ink = brush.colours.text;
    let (left, y) = (rect.left(), rect.bottom() - 4.0);
    let bar = [pos2(left, y - 5.0), pos2(left, y), pos2(left + length, y), pos2(left + length, y - 5.0)];
    painter.add(Shape::line(bar.to_vec(), Stroke::new(1.5, ink)));
    let text = pos2(left + (length - galley.size().x) / 2.0, y - 7.0 - galley.size().y);
    let text = pos2(text.x.max(left), text.y);
    painter.galley_with_override_text_color(text, galley.clone(), ink);
    let north = pos2(rect.right() - 8.0, rect.center().y);
    let half = |x: f32| vec![north + vec2(0.0, -2.0 - 4.0), north + vec2(x, 10.0), north + vec2(0.0, 6.0)];
    painter.add(Shape::convex_polygon(half(-5.0), ink, Stroke::new(1.0, ink)));
    painter.add(Shape::convex_polygon(half(5.0), brush.colours.plate, Stroke::new(1.0, ink)));
    painter.text(north + vec2(0.0, -5.0), Align2::CENTER_BOTTOM, "N", medium(10.0), ink);
}
