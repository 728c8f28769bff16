//! The legend: what the colours, textures and signs on screen mean, and the palette's name.

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind,
    pos2, vec2,
};

use super::areas::{Hatch, Palette, ghost_dash};
use super::base::Brush;
use super::furniture::PAD;
use super::pointer::is_inside;
use super::screen::{Merc, Screen};
use super::{pins, signs};
use crate::control::SiteStatus;
use crate::scene::map::{AreaShape, Rings};
use crate::scene::{Arg, Scene};
use crate::ui::arabic::vis;
use crate::ui::theme::{icons, medium};

/// Height of the heading.
const HEADING: f32 = 19.0;

/// Heights of a row and of its letters, and the same where there is little room.
const ROOMY: (f32, f32) = (18.0, 12.0);
const TIGHT: (f32, f32) = (14.5, 10.5);

/// Room lower than this is little.
const LITTLE: f32 = 260.0;

/// The part of the room's width that the legend may take, with signs and without.
const WIDEST: [f32; 2] = [0.66, 0.8];

/// Signs are put into columns at least as tall as this, in rows.
const LEAST_TALL: usize = 6;

/// Points between two columns.
const GAP: f32 = 16.0;

/// Width of a mark, with the gap after it.
const MARK: f32 = 28.0;

/// The legend in its place.
pub(super) struct Legend {
    /// All that it covers.
    pub(super) plate: Rect,
    heading: (Pos2, Arc<Galley>),
    rows: Vec<(Rect, Mark, Arc<Galley>)>,
}

/// What a row explains.
#[derive(Clone, Copy)]
enum Mark {
    Holder(Color32),
    Contested,
    Claimed,
    Left,
    Faded,
    Changed,
    Ghost(u32),
    Sign(&'static str),
}

type Row = (Mark, Arc<Galley>);

/// The legend of what the screen shows, in the lower right corner of `room`, as low as there is width
/// for: holders, how sure, and signs beside each other; signs are left out first, then rows that find no room.
pub(super) fn lay_out(
    painter: &Painter,
    brush: Brush<'_>,
    scene: &Scene,
    palette: Palette<'_>,
    room: Rect,
) -> Option<Legend> {
    let (row, letters) = if room.height() < LITTLE { TIGHT } else { ROOMY };
    let galley = |text: &str, font: FontId| painter.layout_no_wrap(vis(text), font, brush.colours.text);
    let build = |rows: Vec<(Mark, String)>| -> Vec<Row> {
        rows.into_iter().map(|(mark, text)| (mark, galley(&text, FontId::proportional(letters)))).collect()
    };
    let seen = Seen { screen: brush.screen, scene, palette };
    let heading = galley(&seen.heading(), medium(11.0));
    let columns =
        columns([build(seen.holders()), build(seen.textures()), build(seen.signs())], room, (&heading, row))?;
    let widths: Vec<f32> = columns.iter().map(|c| width_of(c)).collect();
    let n_rows = columns.iter().map(Vec::len).max()?;
    let across = widths.iter().sum::<f32>() + GAP * (columns.len() as f32 - 1.0);
    let size = vec2(across.max(heading.size().x), HEADING + n_rows as f32 * row) + 2.0 * PAD;
    let plate = Rect::from_min_size(pos2(room.right() - size.x, room.bottom() - size.y), size);
    let inner = plate.shrink2(PAD);
    let is_rtl = scene.view.lang.is_rtl();
    let heading_x = if is_rtl { inner.right() - heading.size().x } else { inner.left() };
    let mut rows = Vec::new();
    let mut done = 0.0;
    for (column, width) in columns.into_iter().zip(widths) {
        let left = if is_rtl { inner.right() - done - width } else { inner.left() + done };
        for (i, (mark, galley)) in column.into_iter().enumerate() {
            let at = pos2(left, inner.top() + HEADING + i as f32 * row);
            rows.push((Rect::from_min_size(at, vec2(width, row)), mark, galley));
        }
        done += width + GAP;
    }
    Some(Legend { plate, heading: (pos2(heading_x, inner.top()), heading), rows })
}

fn width_of(rows: &[Row]) -> f32 {
    rows.iter().map(|(_, g)| g.size().x + MARK).fold(0.0, f32::max)
}

/// The sections beside each other where there is width for it, else without signs, else in one column.
fn columns(
    [holders, textures, signs]: [Vec<Row>; 3],
    room: Rect,
    (heading, row): (&Galley, f32),
) -> Option<Vec<Vec<Row>>> {
    let most_rows = ((room.height() - HEADING - 2.0 * PAD.y) / row).floor();
    if most_rows < 1.0 || heading.size().x + 2.0 * PAD.x > room.width() {
        return None;
    }
    let fits = |columns: &[&Vec<Row>], share: f32| {
        let widths = columns.iter().map(|c| width_of(c) + GAP).sum::<f32>();
        widths + 2.0 * PAD.x <= room.width() * share
    };
    let tall = holders.len().max(textures.len()).max(LEAST_TALL);
    let signs: Vec<Vec<Row>> = signs.chunks(tall).map(<[Row]>::to_vec).collect();
    let with_signs: Vec<&Vec<Row>> = [&holders, &textures].into_iter().chain(&signs).collect();
    let mut columns = if fits(&with_signs, WIDEST[0]) {
        [holders, textures].into_iter().chain(signs).collect()
    } else if fits(&[&holders, &textures], WIDEST[1]) {
        vec![holders, textures]
    } else {
        vec![holders.into_iter().chain(textures).collect()]
    };
    columns.retain(|c| !c.is_empty());
    for column in &mut columns {
        column.truncate(most_rows as usize);
    }
    (!columns.is_empty()).then_some(columns)
}

/// What of the scene the screen shows.
struct Seen<'a> {
    screen: &'a Screen,
    scene: &'a Scene,
    palette: Palette<'a>,
}

impl Seen<'_> {
    fn heading(&self) -> String {
        let (words, view) = (self.scene.words(), &self.scene.view);
        let name = if view.palette.is_empty() { "default" } else { view.palette.as_str() };
        let key = format!("palette-{name}");
        words.with("map-legend", &[("palette", Arg::S(words.find(&key).unwrap_or(name)))])
    }

    fn areas(&self) -> impl Iterator<Item = &AreaShape> {
        let shown = self.scene.view.layers.areas;
        let areas = self.scene.map.ground.areas.iter().filter(move |_| shown);
        areas.filter(|a| a.polygons.iter().any(|p| sees(self.screen, p)))
    }

    fn holders(&self) -> Vec<(Mark, String)> {
        let held: Vec<_> = self.areas().flat_map(|a| [Some(a.holder), a.rival.map(Some)]).flatten().collect();
        let rows = self.scene.map.legend.holders.iter().filter(|h| held.contains(&h.faction));
        let nobody = self.scene.words().text("map-nobody");
        let name = |name: &String| if name.is_empty() { nobody.to_owned() } else { name.clone() };
        rows.map(|h| (Mark::Holder(self.palette.of(h.faction)), name(&h.name))).collect()
    }

    fn textures(&self) -> Vec<(Mark, String)> {
        let (words, scene) = (self.scene.words(), self.scene);
        if !scene.view.layers.areas {
            return Vec::new();
        }
        let text = |key: &'static str| words.text(key).to_owned();
        let statuses: Vec<_> = self.areas().map(|a| a.status).collect();
        let of = |status, mark, key| statuses.contains(&status).then(|| (mark, text(key)));
        let changed = scene.view.layers.changes && scene.map.changed.iter().any(|p| sees(self.screen, p));
        let ghosts =
            scene.map.ghosts.iter().map(|(days, _)| {
                (Mark::Ghost(*days), words.with("map-ghost", &[("n", Arg::N(*days as usize))]))
            });
        [
            of(SiteStatus::Contested, Mark::Contested, "map-contested"),
            of(SiteStatus::Claimed, Mark::Claimed, "map-claimed"),
            of(SiteStatus::Left, Mark::Left, "map-left"),
            changed.then(|| (Mark::Changed, text("map-changed"))),
        ]
        .into_iter()
        .flatten()
        .chain(ghosts)
        .chain([(Mark::Faded, text("map-faded"))])
        .collect()
    }

    fn signs(&self) -> Vec<(Mark, String)> {
        if !self.scene.view.layers.pins {
            return Vec::new();
        }
        let is_seen = |at: Merc| self.screen.rect.contains(self.screen.pos(at));
        let pins: Vec<_> = self.scene.map.pins.iter().filter(|p| is_seen(p.at)).map(|p| p.kind).collect();
        let kinds = self.scene.map.legend.kinds.iter().filter(|k| pins.contains(k));
        kinds.map(|k| (Mark::Sign(signs::of(*k)), self.scene.words().kind(*k).to_owned())).collect()
    }
}

/// Is a part of a polygon on the screen? Its outline passes through, or all of the screen lies in it.
fn sees(screen: &Screen, rings: &Rings) -> bool {
    let (min, max) = (screen.merc(screen.rect.min), screen.merc(screen.rect.max));
    let is_in = |p: &Merc| (min[0]..=max[0]).contains(&p[0]) && (min[1]..=max[1]).contains(&p[1]);
    let middle = [f64::midpoint(min[0], max[0]), f64::midpoint(min[1], max[1])];
    rings.iter().flatten().any(is_in) || is_inside(rings, middle)
}

impl Legend {
    /// Paints all but the plate.
    pub(super) fn paint(&self, painter: &Painter, brush: Brush<'_>, hatch: &Hatch, is_rtl: bool) {
        let (at, heading) = &self.heading;
        painter.galley_with_override_text_color(*at, heading.clone(), brush.colours.text_weak);
        for (row, mark, galley) in &self.rows {
            let (mark_x, text_x) = if is_rtl {
                (row.right() - MARK + 6.0, row.right() - MARK - galley.size().x)
            } else {
                (row.left(), row.left() + MARK)
            };
            let at = pos2(mark_x, row.center().y - 6.0);
            paint_mark(painter, brush, hatch, Rect::from_min_size(at, vec2(22.0, 12.0)), *mark);
            let text = pos2(text_x, row.center().y - galley.size().y / 2.0);
            painter.galley_with_override_text_color(text, galley.clone(), brush.colours.text);
        }
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
        Mark::Ghost(days) => {
            let [dash, gap] = ghost_dash(days);
            let ends = [rect.left_center(), rect.right_center()];
            painter.extend(Shape::dashed_line(&ends, Stroke::new(1.4, colours.ghost), dash, gap));
        }
        Mark::Sign(sign) => {
            let middle = rect.center();
            painter.circle_filled(middle, 8.0, colours.label_minor);
            let ink = pins::ink_on(colours.label_minor);
            painter.text(middle, Align2::CENTER_CENTER, sign, icons(11.0), ink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::LonLat;

    #[test]
    fn only_what_is_on_screen_is_seen() {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 300.0));
        let near = Screen::new(rect, LonLat::new(37.0, 36.0), 10.0);
        let square = |lon: f64, lat: f64, half: f64| -> Rings {
            let corner = |x: f64, y: f64| LonLat::new(lon + x * half, lat + y * half).mercator();
            vec![vec![corner(-1.0, 1.0), corner(1.0, 1.0), corner(1.0, -1.0), corner(-1.0, -1.0)]]
        };
        assert!(sees(&near, &square(37.0, 36.0, 0.01)), "all of it is on the screen");
        assert!(sees(&near, &square(37.0, 36.0, 5.0)), "the screen is all in it");
        assert!(!sees(&near, &square(39.0, 36.0, 0.5)), "it is far away");
    }
}
