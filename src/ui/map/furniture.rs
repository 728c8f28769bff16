//! What stands on the map without being of it: caption, scale bar, north, sources; the legend is beside.

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2,
    pos2, vec2,
};

use super::areas::{Hatch, Palette};
use super::base::Brush;
use super::legend::{self, Legend};
use crate::scene::basemap::BaseMap;
use crate::scene::{Scene, Words};
use crate::ui::arabic::vis;
use crate::ui::theme::{bold, medium};

/// A map smaller than this has no room for a date of its own.
const CAPTION_FROM: Vec2 = vec2(700.0, 420.0);

/// Points between the panel's edge and what stands on it.
pub(super) const MARGIN: f32 = 10.0;

/// Points inside a plate's edge.
pub(super) const PAD: Vec2 = vec2(10.0, 8.0);

/// Lengths that a scale bar may show, in kilometres.
const SCALES_KM: [f64; 11] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0];

/// Longest scale bar, in points.
const LONGEST_SCALE: f64 = 130.0;

/// Side of a tool's button, with the gap to the next.
pub(in crate::ui) const TOOL: f32 = 30.0;

/// Narrower than this the mark on online tiles tells nothing.
const LEAST_MARK: f32 = 200.0;

/// On a panel lower than this the tools stand in two columns.
const LOW: f32 = 460.0;

/// How many tools there are.
pub(in crate::ui) const N_TOOLS: usize = 6;

/// How many columns the tools stand in.
pub(in crate::ui) fn tool_columns(panel: Rect) -> usize {
    if panel.height() < LOW { 2 } else { 1 }
}

/// Where the tools stand: a column in the upper right corner, across from the date. Like the land below
/// it, what stands on the map is not mirrored in Arabic.
pub(in crate::ui) fn tools_rect(panel: Rect) -> Rect {
    let n_columns = tool_columns(panel);
    let size = vec2(n_columns as f32, N_TOOLS.div_ceil(n_columns) as f32) * TOOL + vec2(6.0, 6.0);
    let room = panel.shrink(MARGIN);
    Rect::from_min_size(pos2(room.right() - size.x, room.top()), size)
}

/// Everything in its place, ready to be painted.
pub(super) struct Furniture {
    is_rtl: bool,
    caption: Vec<(Pos2, Arc<Galley>, Color32)>,
    legend: Option<Legend>,
    scale: Option<(Rect, f32, Arc<Galley>)>,
    sources: Vec<(Pos2, Arc<Galley>)>,
    plates: Vec<Rect>,
    mark_room: Rect,
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
    /// Measures and places everything on the panel of `brush`, clear of the `mark` on online tiles.
    pub(super) fn new(
        painter: &Painter,
        brush: Brush<'_>,
        scene: &Scene,
        palette: Palette<'_>,
        mark: Option<Rect>,
    ) -> Self {
        let rect = brush.screen.rect.shrink(MARGIN);
        let layout = Layout { painter, brush, scene, words: scene.words(), rect };
        let mut furniture = Self {
            is_rtl: scene.view.lang.is_rtl(),
            caption: Vec::new(),
            legend: None,
            scale: None,
            sources: Vec::new(),
            plates: Vec::new(),
            mark_room: Rect::NOTHING,
        };
        layout.caption(&mut furniture);
        furniture.mark_room = layout.mark_room(&furniture);
        furniture.plates.extend(mark);
        let bottom = layout.sources(&mut furniture);
        layout.scale(&mut furniture, bottom);
        let tools = tools_rect(brush.screen.rect);
        furniture.plates.push(tools);
        if scene.view.layers.legend {
            let tops = furniture.plates.iter().filter(|p| p.center().y < rect.center().y);
            let top = tops.map(|p| p.bottom() + MARGIN).fold(rect.top(), f32::max);
            let left = furniture.scale.as_ref().map_or(rect.left(), |(r, ..)| r.right() + 2.0 * MARGIN);
            let room = Rect::from_min_max(pos2(left, top), pos2(rect.right(), bottom));
            furniture.legend = legend::lay_out(painter, brush, scene, palette, room);
            furniture.plates.extend(furniture.legend.as_ref().map(|l| l.plate));
        }
        furniture
    }

    /// Where the mark on online tiles has room.
    pub(super) fn mark_room(&self) -> Rect {
        self.mark_room
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
        if let Some(legend) = &self.legend {
            legend.paint(painter, brush, hatch, self.is_rtl);
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
        if is_small && captions.as_of.is_none() && captions.caveats.is_empty() {
            return; // the bar above tells the date too, and the land matters more
        }
        let mut lines = vec![
            (self.galley(&captions.date, bold(17.0)), colours.text),
            (self.galley(&captions.date_other, FontId::proportional(12.5)), colours.text_weak),
        ];
        for more in captions.as_of.iter().chain(&captions.caveats) {
            lines.push((self.galley(more, FontId::proportional(12.0)), colours.text_weak));
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

    /// Beside the caption, or below it where the tools are too near.
    fn mark_room(&self, furniture: &Furniture) -> Rect {
        let end = tools_rect(self.brush.screen.rect).left() - MARGIN;
        let room = |from: Pos2| Rect::from_min_max(from, pos2(end, self.rect.bottom()));
        let Some(caption) = furniture.plates.first() else { return room(self.rect.min) };
        let beside = room(caption.right_top() + vec2(MARGIN, 0.0));
        if beside.width() < LEAST_MARK { room(caption.left_bottom() + vec2(0.0, MARGIN)) } else { beside }
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
