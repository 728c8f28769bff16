//! Names on the map: placed by importance without collisions, at any zoom.
//!
//! The layout is made in points of the whole world at one zoom, so that it stays while the map is moved;
//! [`LabelLayout`] is made anew only when zoom, language or what is named changes.

use std::sync::Arc;

use eframe::egui::{Color32, FontId, Galley, Painter, Pos2, Rect, Vec2, vec2};

use super::screen::{Merc, Screen};

/// Points between a place's dot and its name.
const GAP: f32 = 3.5;

/// Free points kept around every name.
const AIR: f32 = 1.5;

/// Free points kept between a name and what stands on the map.
const PLATE_AIR: f32 = 4.0;

/// Something that wants its name on the map.
pub(super) struct Candidate {
    /// Where.
    pub(super) at: Merc,
    /// Its name, in the order it is painted in.
    pub(super) text: String,
    /// How it is written.
    pub(super) style: TextStyle,
    /// Radius of the dot it belongs to; nothing: the name stands on the point itself.
    pub(super) dot_radius: Option<f32>,
    /// Does it get its dot even where something lies on it?
    pub(super) is_kept: bool,
    /// Is the left side tried first?
    pub(super) prefers_left: bool,
}

/// How a name is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextStyle {
    /// Face and size.
    pub(super) font: FontId,
    /// Colour of the letters.
    pub(super) color: Color32,
    /// Colour around the letters.
    pub(super) halo: Color32,
}

/// A name in its place.
pub(super) struct Label {
    at: Merc,
    /// From the projected point to the upper left corner.
    offset: Vec2,
    text: String,
    style: TextStyle,
}

/// Rectangles that are taken, in points of the whole world, in a grid to find them by.
pub(super) struct Taken {
    cells: std::collections::BTreeMap<(i32, i32), Vec<Rect>>,
}

/// Points across one cell of the grid.
const CELL: f32 = 64.0;

impl Taken {
    /// Nothing is taken.
    pub(super) fn new() -> Self {
        Self { cells: std::collections::BTreeMap::new() }
    }

    fn cells_of(rect: Rect) -> impl Iterator<Item = (i32, i32)> {
        let cell = |v: f32| (v / CELL).floor() as i32;
        let (left, right) = (cell(rect.left()), cell(rect.right()));
        let (top, bottom) = (cell(rect.top()), cell(rect.bottom()));
        (top..=bottom).flat_map(move |y| (left..=right).map(move |x| (x, y)))
    }

    /// Takes a rectangle.
    pub(super) fn take(&mut self, rect: Rect) {
        for cell in Self::cells_of(rect) {
            self.cells.entry(cell).or_default().push(rect);
        }
    }

    /// Is all of `rect` free?
    pub(super) fn is_free(&self, rect: Rect) -> bool {
        let mut near = Self::cells_of(rect).filter_map(|cell| self.cells.get(&cell)).flatten();
        !near.any(|taken| taken.intersects(rect))
    }
}

/// Points of the whole world, told from a fixed place so that they are small enough for `f32`.
#[derive(Clone, Copy)]
pub(super) struct World {
    origin: Merc,
    scale: f64,
}

impl World {
    /// The world at the zoom of `screen`, told from `origin`.
    pub(super) fn new(screen: &Screen, origin: Merc) -> Self {
        Self { origin, scale: screen.scale }
    }

    /// Where `at` lies.
    pub(super) fn pos(&self, at: Merc) -> Pos2 {
        let across = |axis: usize| ((at[axis] - self.origin[axis]) * self.scale) as f32;
        Pos2::new(across(0), across(1))
    }
}

/// What became of a candidate.
pub(super) struct Outcome {
    /// Its name, where there was room.
    pub(super) label: Option<Label>,
    /// Is there room for its dot?
    pub(super) has_dot: bool,
}

/// Places names one after the other; each takes the first of its positions that is free, or none. A
/// place whose dot is covered already gets nothing, unless it must be kept.
pub(super) fn place(painter: &Painter, world: World, taken: &mut Taken, all: &[Candidate]) -> Vec<Outcome> {
    all.iter().map(|wish| place_one(painter, world, taken, wish)).collect()
}

fn place_one(painter: &Painter, world: World, taken: &mut Taken, wish: &Candidate) -> Outcome {
    let at = world.pos(wish.at);
    let dot = wish.dot_radius.map(|r| Rect::from_center_size(at, Vec2::splat(2.0 * r)));
    let has_dot = dot.is_some_and(|dot| wish.is_kept || taken.is_free(dot));
    if dot.is_some() && !has_dot {
        return Outcome { label: None, has_dot };
    }
    let galley = painter.layout_no_wrap(wish.text.clone(), wish.style.font.clone(), wish.style.color);
    let size = galley.size();
    let rect = |offset: Vec2| Rect::from_min_size(at + offset, size).expand(AIR);
    let free = offsets(wish, size).into_iter().find(|offset| taken.is_free(rect(*offset)));
    for taking in dot.into_iter().chain(free.map(rect)) {
        taken.take(taking);
    }
    let style = wish.style.clone();
    let label = free.map(|offset| Label { at: wish.at, offset, text: wish.text.clone(), style });
    Outcome { label, has_dot }
}

/// The positions a name may take around its point, best first.
fn offsets(wish: &Candidate, size: Vec2) -> Vec<Vec2> {
    let middle = -size / 2.0;
    let Some(radius) = wish.dot_radius else {
        return [0.0, -0.8, 0.8, -1.6, 1.6].map(|n| middle + vec2(0.0, n * size.y)).to_vec();
    };
    let (first, away) = (if wish.prefers_left { -1.0 } else { 1.0 }, radius + GAP);
    let x = |direction: f32| middle.x + direction * (away + size.x / 2.0);
    let y = |direction: f32| middle.y + direction * (radius * 0.6 + size.y / 2.0);
    let corner = |h: f32, v: f32| vec2(middle.x + h * (radius * 0.7 + 1.5 + size.x / 2.0), y(v));
    vec![
        vec2(x(first), middle.y),
        vec2(x(-first), middle.y),
        corner(first, -1.0),
        corner(first, 1.0),
        vec2(middle.x, y(-1.0)),
        vec2(middle.x, y(1.0)),
        corner(-first, -1.0),
        corner(-first, 1.0),
    ]
}

impl Label {
    /// Paints the name if all of it is inside `screen` and clear of `plates`.
    pub(super) fn paint(&self, painter: &Painter, screen: &Screen, plates: &[Rect]) {
        let ppp = painter.pixels_per_point();
        let at = screen.pos(self.at) + self.offset;
        let at = Pos2::new((at.x * ppp).round() / ppp, (at.y * ppp).round() / ppp);
        if !screen.rect.expand(80.0).contains(at) {
            return;
        }
        // Asked of egui anew each frame: it keeps galleys, and knows when its glyphs have moved.
        let (text, font) = (self.text.clone(), self.style.font.clone());
        let galley = painter.layout_no_wrap(text, font, self.style.color);
        let rect = Rect::from_min_size(at, galley.size());
        let is_clear = plates.iter().all(|p| !p.expand(PLATE_AIR).intersects(rect));
        if !is_clear || !screen.rect.shrink(2.0).contains_rect(rect) {
            return;
        }
        paint_haloed(painter, at, &galley, &self.style);
    }
}

/// Letters with a ring of halo colour around them.
pub(super) fn paint_haloed(painter: &Painter, at: Pos2, galley: &Arc<Galley>, style: &TextStyle) {
    const RING: [(f32, f32); 8] = [
        (-1.3, 0.0),
        (1.3, 0.0),
        (0.0, -1.3),
        (0.0, 1.3),
        (-0.9, -0.9),
        (0.9, -0.9),
        (-0.9, 0.9),
        (0.9, 0.9),
    ];
    for (x, y) in RING {
        painter.galley_with_override_text_color(at + vec2(x, y), galley.clone(), style.halo);
    }
    painter.galley_with_override_text_color(at, galley.clone(), style.color);
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, RawInput, pos2};

    use super::*;
    use crate::base::LonLat;

    fn with_painter(test: impl Fn(&Painter)) {
        let ctx = Context::default();
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 300.0)));
        let mut output = ctx.run_ui(RawInput { screen_rect, ..RawInput::default() }, |ui| test(ui.painter()));
        output.textures_delta.clear();
    }

    fn towns(n: usize) -> Vec<Candidate> {
        (0..n)
            .map(|i| Candidate {
                at: LonLat::new(36.0 + 0.07 * (i % 20) as f64, 33.0 + 0.05 * (i / 20) as f64).mercator(),
                text: format!("Town {i}"),
                style: TextStyle {
                    font: FontId::proportional(12.0),
                    color: Color32::BLACK,
                    halo: Color32::WHITE,
                },
                dot_radius: Some(2.5),
                is_kept: false,
                prefers_left: false,
            })
            .collect()
    }

    #[test]
    fn names_never_overlap_and_the_first_ones_win() {
        with_painter(|painter| {
            let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 300.0));
            let screen = Screen::new(rect, LonLat::new(37.0, 34.0), 7.0);
            let all = towns(200);
            let world = World::new(&screen, all[0].at);
            let outcomes = place(painter, world, &mut Taken::new(), &all);
            let labels: Vec<&Label> = outcomes.iter().filter_map(|o| o.label.as_ref()).collect();
            assert!(labels.len() > 8 && labels.len() < 200, "{}", labels.len());
            assert_eq!(labels[0].text, "Town 0");
            let size = |l: &Label| {
                painter.layout_no_wrap(l.text.clone(), l.style.font.clone(), l.style.color).size()
            };
            let rects: Vec<Rect> =
                labels.iter().map(|l| Rect::from_min_size(world.pos(l.at) + l.offset, size(l))).collect();
            for (i, a) in rects.iter().enumerate() {
                assert!(rects[..i].iter().all(|b| !a.intersects(*b)));
            }
        });
    }

    #[test]
    fn what_is_taken_stays_free_of_names() {
        with_painter(|painter| {
            let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 300.0));
            let screen = Screen::new(rect, LonLat::new(37.0, 34.0), 7.0);
            let all = towns(1);
            let mut taken = Taken::new();
            taken.take(Rect::from_center_size(pos2(0.0, 0.0), vec2(400.0, 400.0)));
            let outcomes = place(painter, World::new(&screen, all[0].at), &mut taken, &all);
            assert!(outcomes[0].label.is_none() && !outcomes[0].has_dot);
        });
    }
}
