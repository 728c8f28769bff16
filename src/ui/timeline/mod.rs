//! The timeline: density above, publication days, a lane a faction, days below, and the day shown.

mod axis;
mod lanes;
mod scale;

use chrono::NaiveDate;
use eframe::egui::{
    Align2, CursorIcon, FontId, PointerButton, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

use super::ink::{Strip, inset, width_of};
use super::pane::{Look, Pane};
use super::theme::{icon, icons, medium};
use crate::scene::{Arg, Outside, Publication, Timeline};
use crate::state::Command;
use scale::Scale;

/// Heights in points: density, publications, days.
const DENSITY: f32 = 46.0;
const PUBLISHED: f32 = 14.0;
const AXIS: f32 = 36.0;
/// Width of the column of names.
const NAMES: f32 = 138.0;
/// Wheel points that make one step of zoom.
const WHEEL_STEP: f32 = 24.0;

/// What the pointer drags.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Drag {
    /// The day.
    Scrub,
    /// The window, which showed these days when the drag began at this place.
    Pan { first: i32, last: i32, from: f32 },
}

/// The height that shows everything well.
pub(super) fn height_of(timeline: &Timeline) -> f32 {
    let rows: f32 = timeline.lanes.iter().map(lanes::wish).sum();
    (DENSITY + PUBLISHED + AXIS + rows + 8.0).clamp(150.0, 360.0)
}

/// Paints the timeline over the whole of `ui` and reads what the pointer does to it.
pub(super) fn show(ui: &mut Ui, pane: &mut Pane<'_>) {
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    let timeline = &pane.scene.timeline;
    ui.painter().rect_filled(rect, 0.0, pane.theme.timeline.background);
    let mut strip = Strip::new(rect, pane.rtl);
    let names = strip.start(NAMES.min(rect.width() * 0.2));
    strip.end(8.0);
    let scale = Scale::new(strip.rect, (timeline.first, timeline.last), pane.rtl);
    let (density, below) = strip.rect.split_top_bottom_at_y(rect.top() + DENSITY);
    let (published, below) = below.split_top_bottom_at_y(density.bottom() + PUBLISHED);
    let (lane_area, days) = below.split_top_bottom_at_y(rect.bottom() - AXIS);
    let chart = Rect::from_min_max(density.min, lane_area.max);
    let response = ui.interact(strip.rect, pane.id("timeline"), Sense::click_and_drag());
    let words = pane.words;
    let value = f64::from(timeline.day);
    response.widget_info(|| WidgetInfo::slider(true, value, words.text("timeline")));
    axis::grid(ui, pane, &scale, chart, days);
    histogram(ui, pane, &scale, density);
    let hit = lanes::show(ui, pane, &scale, lane_area, names);
    playhead(ui, pane, &scale, chart, published.top());
    publications(ui, pane, &scale, published);
    edges(ui, pane, chart);
    corner(ui, pane, names, days);
    pointer(ui, pane, &scale, &response, hit.as_deref());
}

/// One bar a day, as high as there are events that may have happened on it.
fn histogram(ui: &Ui, pane: &mut Pane<'_>, scale: &Scale, rect: Rect) {
    let timeline = &pane.scene.timeline;
    let c = &pane.theme.timeline;
    let rect = inset(rect, 0.0, 3.0);
    let room = rect.height() - 12.0;
    let most = timeline.n_most.max(1) as f32;
    let from = timeline.histogram.partition_point(|d| d.day < timeline.first);
    for count in timeline.histogram[from..].iter().take_while(|d| d.day <= timeline.last) {
        let today = count.day == timeline.day;
        let bar = scale.day_rect(count.day, rect).shrink2(vec2((scale.day_width() * 0.12).min(6.0), 0.0));
        let height = (count.n as f32 / most * room).max(1.5);
        let bar = Rect::from_min_max(pos2(bar.left(), bar.bottom() - height), bar.max);
        let color = if today { c.histogram_day } else { c.histogram };
        ui.painter().rect_filled(bar, 1.5, color);
        if scale.day_width() > 24.0 {
            let at = Rect::from_min_max(pos2(bar.left(), bar.top() - 13.0), pos2(bar.right(), bar.top()));
            let font = FontId::proportional(10.0);
            let ink = if today { c.histogram_day } else { c.axis };
            pane.ink.paint(ui.painter(), at, Align2::CENTER_CENTER, &count.n.to_string(), &font, ink);
        }
    }
}

/// The day shown: its column tinted, a line through its middle.
fn playhead(ui: &Ui, pane: &mut Pane<'_>, scale: &Scale, chart: Rect, top: f32) {
    let timeline = &pane.scene.timeline;
    if timeline.day < timeline.first || timeline.day > timeline.last {
        return;
    }
    let c = &pane.theme.timeline;
    let column = scale.day_rect(timeline.day, chart);
    ui.painter().rect_filled(column, 0.0, c.playhead.gamma_multiply(0.10));
    let x = column.center().x.round();
    ui.painter().vline(x, top..=chart.bottom(), Stroke::new(1.5, c.playhead));
    let head = vec![pos2(x - 6.0, top), pos2(x + 6.0, top), pos2(x, top + 8.0)];
    ui.painter().add(Shape::convex_polygon(head, c.playhead, Stroke::NONE));
}

/// A tick on each day an article came out; a click opens it.
fn publications(ui: &Ui, pane: &mut Pane<'_>, scale: &Scale, rect: Rect) {
    let timeline = &pane.scene.timeline;
    let inside = |p: &&Publication| timeline.first <= p.day && p.day <= timeline.last;
    let color = pane.theme.timeline.publication;
    let mut before = (i32::MIN, 0.0);
    for publication in timeline.publications.iter().filter(inside) {
        before =
            if before.0 == publication.day { (before.0, before.1 + 13.0) } else { (publication.day, 0.0) };
        let centre = scale.day_rect(publication.day, rect).center() + vec2(before.1, 0.0);
        let at = Rect::from_center_size(centre, vec2(13.0, rect.height()));
        let response = ui.interact(at, pane.id("published").with(&publication.article), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &publication.title));
        let ink = if response.hovered() { pane.ui_colours().strong } else { color };
        let font = icons(13.0);
        pane.ink.paint(ui.painter(), at, Align2::CENTER_CENTER, icon::ARTICLE, &font, ink);
        if response.clicked() {
            pane.push(Command::OpenArticle(Some(publication.article.clone())));
        }
        let label = format!("{}: {}", pane.words.text("timeline-published"), publication.title);
        crate::ui::pane::tip(response, &label);
    }
}

/// How many events lie before and after the window; a click goes there.
fn edges(ui: &mut Ui, pane: &mut Pane<'_>, chart: Rect) {
    let timeline = &pane.scene.timeline;
    let (left, right) = (icon::CARET_LEFT, icon::CARET_RIGHT);
    for (outside, earlier) in [(timeline.before, true), (timeline.after, false)] {
        let Some(Outside { n, first, last }) = outside else { continue };
        let label = pane.words.with("n-events", &[("n", Arg::N(n))]);
        let at_left = earlier != pane.rtl;
        let font = medium(11.5);
        let width = width_of(ui.painter(), &label, &font) + 30.0;
        let corner = if at_left { chart.left() + 4.0 } else { chart.right() - 4.0 - width };
        let rect = Rect::from_min_size(pos2(corner, chart.bottom() - 24.0), vec2(width, 20.0));
        let response = ui.interact(rect, pane.id("outside").with(earlier), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        pane.plate(ui, rect, &response, (Look::Plate, false));
        let mut strip = Strip::new(inset(rect, 6.0, 0.0), !at_left);
        let glyph = strip.start(14.0);
        let glyph_font = icons(12.0);
        let arrow = if at_left { left } else { right };
        let ink = pane.ui_colours().text;
        pane.ink.paint(ui.painter(), glyph, Align2::CENTER_CENTER, arrow, &glyph_font, ink);
        pane.ink.paint(ui.painter(), strip.rect, Align2::CENTER_CENTER, &label, &font, ink);
        if response.clicked()
            && let (Some(a), Some(b)) = (day_of(first), day_of(last))
        {
            pane.push(Command::SetRange(a, b));
        }
    }
}

/// Below the names: back to the story.
fn corner(ui: &mut Ui, pane: &mut Pane<'_>, names: Rect, days: Rect) {
    let timeline = &pane.scene.timeline;
    let rect = Rect::from_x_y_ranges(names.x_range(), days.y_range());
    let away = timeline.first > timeline.story.0 || timeline.last < timeline.story.1;
    let wide = timeline.last - timeline.first > timeline.story.1 - timeline.story.0 + 8;
    pane.inside(ui, inset(rect, 8.0, 4.0), |pane, ui| {
        if away || wide {
            let name = pane.words.text("timeline-fit");
            if pane.button(ui, (icon::FIT, name), name, (Look::Plate, false)).clicked() {
                pane.push(Command::FitTimeline);
            }
        } else if pane.scene.timeline.n_undated > 0 {
            let n = [("n", Arg::N(pane.scene.timeline.n_undated))];
            pane.heading(ui, &pane.words.with("timeline-undated", &n));
        }
    });
}

/// Dragging scrubs; with the middle or right button it pans; the wheel zooms at the pointer.
fn pointer(ui: &Ui, pane: &mut Pane<'_>, scale: &Scale, response: &Response, hit: Option<&str>) {
    let timeline = &pane.scene.timeline;
    if response.drag_started() {
        let pan = !response.dragged_by(PointerButton::Primary) || ui.input(|i| i.modifiers.shift);
        let from = response.interact_pointer_pos().map_or(0.0, |p| p.x);
        let (first, last) = (timeline.first, timeline.last);
        pane.memory.timeline_drag = Some(if pan { Drag::Pan { first, last, from } } else { Drag::Scrub });
    }
    if let Some(at) = response.interact_pointer_pos()
        && (response.dragged() || response.clicked())
    {
        match (pane.memory.timeline_drag, hit) {
            (Some(Drag::Pan { first, last, from }), _) => {
                let days = scale.days_between(from, at.x);
                pane.set_range(first - days, last - days);
            }
            (None, Some(id)) => pane.push(Command::GoToEvent(id.to_owned())),
            _ => {
                let day = scale.day_at(at.x).clamp(timeline.first, timeline.last);
                if day != timeline.day
                    && let Some(day) = day_of(day)
                {
                    pane.out.push(Command::SetDay(day));
                }
            }
        }
    }
    if response.drag_stopped() {
        pane.memory.timeline_drag = None;
        pane.out.push(Command::Release);
    }
    if response.hovered() {
        let icon = if hit.is_some() { CursorIcon::PointingHand } else { CursorIcon::ResizeHorizontal };
        ui.ctx().set_cursor_icon(icon);
        wheel(ui, pane, scale, response);
    }
}

fn wheel(ui: &Ui, pane: &mut Pane<'_>, scale: &Scale, response: &Response) {
    let delta = ui.input(eframe::egui::InputState::smooth_scroll_delta);
    pane.memory.timeline_wheel += delta.y;
    let steps = (pane.memory.timeline_wheel / WHEEL_STEP).trunc();
    pane.memory.timeline_wheel -= steps * WHEEL_STEP;
    let Some(at) = response.hover_pos().filter(|_| steps != 0.0) else { return };
    let (first, last) = scale.zoomed(at.x, 0.85_f32.powf(steps));
    pane.set_range(first, last);
}

impl Pane<'_> {
    /// Asks for a window of the timeline, in days of the common era.
    fn set_range(&mut self, first: i32, last: i32) {
        if let (Some(a), Some(b)) = (day_of(first), day_of(last)) {
            self.out.push(Command::SetRange(a, b));
        }
    }
}

fn day_of(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days)
}
