//! The lanes: marks for events of a day, bars for those of several, faded at uncertain ends.

use eframe::egui::{
    Align2, Color32, FontId, Mesh, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::scale::Scale;
use crate::base::Precision;
use crate::events::{EventKind, Modality};
use crate::scene::{Lane, Mark};
use crate::ui::ink::{Strip, inset};
use crate::ui::pane::Pane;
use crate::ui::theme::rgb;

/// Points from one mark to the next, and from one row to the next, at most.
const PITCH: f32 = 13.0;
const ROW: f32 = 11.0;
/// More marks than this in sight are drawn as densities.
const MOST_MARKS: usize = 4000;

/// The height a lane wants.
pub(super) fn wish(lane: &Lane) -> f32 {
    f32::from(lane.n_bar_rows.min(3)) * ROW + f32::from(lane.n_most.div_ceil(5).min(4)) * ROW + 9.0
}

/// A lane's place on the screen.
struct Place {
    rect: Rect,
    /// Height of a row.
    row: f32,
    /// Marks side by side in a day.
    per_row: u16,
}

/// Paints the lanes into `area` and their names into `names`; the id of the event under the pointer.
pub(super) fn show(ui: &Ui, pane: &mut Pane<'_>, scale: &Scale, area: Rect, names: Rect) -> Option<String> {
    let lanes = &pane.scene.timeline.lanes;
    if lanes.is_empty() {
        let words = pane.words.text("timeline-empty");
        let font = FontId::proportional(13.0);
        pane.ink.paint(ui.painter(), area, Align2::CENTER_CENTER, words, &font, pane.theme.timeline.axis);
        return None;
    }
    let pointer =
        ui.input(|i| i.pointer.hover_pos()).filter(|p| area.contains(*p) && ui.ui_contains_pointer());
    let wishes: f32 = lanes.iter().map(wish).sum();
    let share = (area.height() / wishes).min(1.5);
    let lowest = lanes.iter().map(wish).fold(f32::INFINITY, f32::min) * share;
    let name_size = (lowest * 0.8).clamp(8.0, 12.5);
    let (first, last) = scale.days();
    let n_seen: usize = lanes.iter().map(|l| seen(l, first, last).count()).sum();
    let mut top = area.top();
    let mut hit = None;
    for (i, lane) in lanes.iter().enumerate() {
        let height = wish(lane) * share;
        let rect = Rect::from_min_max(pos2(area.left(), top), pos2(area.right(), top + height));
        top += height;
        name(ui, pane, (i, lane), Rect::from_x_y_ranges(names.x_range(), rect.y_range()), name_size);
        if i % 2 == 1 {
            ui.painter().rect_filled(rect, 0.0, pane.theme.timeline.lane.gamma_multiply(0.6));
        }
        if n_seen > MOST_MARKS {
            densities(ui, lane, scale, rect);
        } else if let Some(found) = marks(ui, pane, lane, scale, rect, pointer) {
            hit = Some(found);
        }
    }
    let hit = hit?;
    tooltip(ui, pane, hit);
    pane.scene.events.rows.iter().find(|r| r.event == hit).map(|r| r.id.clone())
}

/// The marks of a lane that meet the window.
fn seen(lane: &Lane, first: i32, last: i32) -> impl Iterator<Item = &Mark> {
    lane.marks.iter().take_while(move |m| m.start <= last).filter(move |m| m.end >= first)
}

/// Paints the name of lane `i` in type of `size` points, which is one for all lanes.
fn name(ui: &Ui, pane: &mut Pane<'_>, (i, lane): (usize, &Lane), rect: Rect, size: f32) {
    let c = &pane.theme.timeline;
    if i % 2 == 1 {
        ui.painter().rect_filled(rect, 0.0, c.lane);
    }
    let response = ui.interact(rect, pane.id("lane").with(&lane.code), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &lane.full_name));
    let mut strip = Strip::new(inset(rect, 10.0, 0.0), pane.rtl);
    // The swatches of low lanes keep apart.
    let edge = (rect.height() * 0.75).min(9.0);
    let swatch = Rect::from_center_size(strip.start(10.0).center(), vec2(edge, edge));
    ui.painter().rect_filled(swatch, 2.0, rgb(lane.colour));
    strip.start(7.0);
    let ink = pane.ui_colours().text;
    let font = FontId::proportional(size);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), &lane.name, &font, ink);
    crate::ui::pane::tip(response, &lane.full_name);
}

/// Paints the marks; the event of the one under the pointer.
fn marks(
    ui: &Ui,
    pane: &Pane<'_>,
    lane: &Lane,
    scale: &Scale,
    rect: Rect,
    pointer: Option<Pos2>,
) -> Option<usize> {
    let per_row = ((scale.day_width() - 2.0) / PITCH).floor().max(1.0) as u16;
    let rows = lane.n_bar_rows + lane.n_most.div_ceil(per_row);
    let row = ((rect.height() - 5.0) / f32::from(rows.max(1))).min(ROW + 3.0);
    let place = Place { rect: inset(rect, 0.0, 2.5), row, per_row };
    let (first, last) = scale.days();
    let mut bars = Mesh::default();
    let mut hit = None;
    let selected = pane.scene.events.selected.map(|i| pane.scene.events.rows[i].event);
    for mark in seen(lane, first, last) {
        let at = rect_of(mark, lane, scale, &place);
        if pointer.is_some_and(|p| at.expand(1.5).contains(p)) {
            hit = Some(mark.event);
        }
        let color = rgb(mark.colour);
        if mark.is_one_day() {
            shape(ui, pane, mark, at, color);
        } else {
            bar(&mut bars, mark, at, color);
        }
        if selected == Some(mark.event) {
            let ring = Stroke::new(1.5, pane.theme.timeline.selected);
            ui.painter().rect_stroke(at.expand(2.5), 4.0, ring, eframe::egui::StrokeKind::Inside);
        }
    }
    ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())).add(bars);
    hit
}

/// Where a mark stands: bars in the upper rows, marks of a day side by side below them.
fn rect_of(mark: &Mark, lane: &Lane, scale: &Scale, place: &Place) -> Rect {
    let top = place.rect.top();
    if !mark.is_one_day() {
        let y = top + f32::from(mark.row) * place.row;
        let span = scale.span_rect(mark.start, mark.end, place.rect).intersect(place.rect);
        let height = (place.row - 1.5).clamp(2.5, 9.0);
        let middle = y + place.row / 2.0;
        return Rect::from_min_max(
            pos2(span.left() + 1.0, middle - height / 2.0),
            pos2((span.right() - 1.0).max(span.left() + 2.0), middle + height / 2.0),
        );
    }
    let (line_no, column) = (mark.row / place.per_row, mark.row % place.per_row);
    let day = scale.day_rect(mark.start, place.rect);
    let n_slots = f32::from(place.per_row.min(lane.n_most));
    let pitch = PITCH.min(day.width() / n_slots);
    let along = (f32::from(column) + 0.5 - n_slots / 2.0) * pitch;
    let y = top + (f32::from(lane.n_bar_rows) + f32::from(line_no) + 0.5) * place.row;
    let side = (place.row - 1.0).min(pitch - 1.0).clamp(3.0, 10.0);
    Rect::from_center_size(pos2(day.center().x + along, y), Vec2::splat(side))
}

/// A disc; a diamond where a place changes hands; hollow where it is not told as fact.
fn shape(ui: &Ui, pane: &Pane<'_>, mark: &Mark, at: Rect, color: Color32) {
    let solid = mark.modality == Modality::Asserted;
    let fill = if solid { color } else { pane.theme.timeline.background };
    let edge = if solid { mixed_edge(pane, color) } else { Stroke::new(1.6, color) };
    let radius = at.width() / 2.0;
    if matches!(mark.kind, EventKind::Capture | EventKind::Retake) {
        let (c, r) = (at.center(), radius * 1.2);
        let corners = vec![c - vec2(0.0, r), c + vec2(r, 0.0), c + vec2(0.0, r), c - vec2(r, 0.0)];
        ui.painter().add(Shape::convex_polygon(corners, fill, edge));
    } else {
        ui.painter().circle(at.center(), radius, fill, edge);
    }
}

/// A thin edge that keeps pale colours visible on the background.
fn mixed_edge(pane: &Pane<'_>, color: Color32) -> Stroke {
    Stroke::new(0.8, color.lerp_to_gamma(pane.ui_colours().strong, 0.35))
}

/// A bar whose ends fade as far as they are uncertain.
fn bar(mesh: &mut Mesh, mark: &Mark, at: Rect, color: Color32) {
    let fade = match mark.precision {
        Precision::Day => 0.0,
        Precision::Days | Precision::Week => 0.35,
        Precision::Month | Precision::Year | Precision::Unknown => 0.5,
    };
    let strength = if mark.modality == Modality::Asserted { 0.9 } else { 0.45 };
    let (full, faint) = (color.gamma_multiply(strength), color.gamma_multiply(0.22));
    let left = at.left() + at.width() * fade;
    let right = at.right() - at.width() * fade;
    quad(mesh, Rect::from_x_y_ranges(at.left()..=left, at.y_range()), faint, full);
    quad(mesh, Rect::from_x_y_ranges(left..=right, at.y_range()), full, full);
    quad(mesh, Rect::from_x_y_ranges(right..=at.right(), at.y_range()), full, faint);
}

/// A rectangle that runs from one colour to another.
fn quad(mesh: &mut Mesh, rect: Rect, left: Color32, right: Color32) {
    if rect.width() <= 0.0 {
        return;
    }
    let first = mesh.vertices.len() as u32;
    mesh.colored_vertex(rect.left_top(), left);
    mesh.colored_vertex(rect.right_top(), right);
    mesh.colored_vertex(rect.right_bottom(), right);
    mesh.colored_vertex(rect.left_bottom(), left);
    mesh.add_triangle(first, first + 1, first + 2);
    mesh.add_triangle(first, first + 2, first + 3);
}

/// Where marks would crowd: one quad a pixel column, the stronger the more events.
fn densities(ui: &Ui, lane: &Lane, scale: &Scale, rect: Rect) {
    let n_columns = rect.width().max(1.0) as usize + 1;
    let mut steps = vec![0_i32; n_columns + 1];
    let (first, last) = scale.days();
    for mark in seen(lane, first, last) {
        let at = scale.span_rect(mark.start, mark.end, rect).intersect(rect);
        let from = (at.left() - rect.left()) as usize;
        let to = ((at.right() - rect.left()).ceil() as usize).max(from + 1);
        steps[from.min(n_columns)] += 1;
        steps[to.min(n_columns)] -= 1;
    }
    let mut mesh = Mesh::default();
    let mut n = 0;
    for (column, step) in steps.iter().enumerate().take(n_columns) {
        n += step;
        if n > 0 {
            let strength = (0.25 + (n as f32).ln() * 0.2).min(1.0);
            let x = rect.left() + column as f32;
            let at = Rect::from_x_y_ranges(x..=x + 1.0, rect.top() + 2.0..=rect.bottom() - 2.0);
            mesh.add_colored_rect(at, rgb(lane.colour).gamma_multiply(strength));
        }
    }
    ui.painter().add(mesh);
}

/// What the event under the pointer is.
fn tooltip(ui: &Ui, pane: &Pane<'_>, event: usize) {
    let Some(row) = pane.scene.events.rows.iter().find(|r| r.event == event) else { return };
    let vis = crate::ui::arabic::vis;
    eframe::egui::Tooltip::always_open(
        ui.ctx().clone(),
        ui.layer_id(),
        pane.id("mark-tip"),
        eframe::egui::PopupAnchor::Pointer,
    )
    .gap(14.0)
    .show(|ui| {
        ui.label(eframe::egui::RichText::new(vis(&row.title)).strong());
        ui.label(vis(&row.who));
        ui.weak(vis(&row.date));
    });
}
