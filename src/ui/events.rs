//! The list of events: rows of one height below headings of days, only those in sight laid out.

use std::ops::Range;

use chrono::Datelike;
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{
    Align, Align2, FontId, Rect, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::ink::{Strip, inset, width_of};
use super::kinds::icon_of;
use super::pane::{Look, Pane};
use super::theme::{icon, icons, ink_on, medium, rgb};
use crate::events::Modality;
use crate::scene::{EventList, EventRow};
use crate::state::{Command, Days};

/// Heights in points.
const ROW: f32 = 48.0;
const HEADING: f32 = 28.0;

/// The list with its choice of days.
pub(super) fn show(ui: &mut Ui, pane: &mut Pane<'_>) {
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    days(ui, pane);
    let list = &pane.scene.events;
    if list.rows.is_empty() {
        let key = if pane.scene.captions.n_all == 0 {
            "no-events-corpus"
        } else if pane.scene.captions.n_shown == 0 {
            "no-events-filters"
        } else {
            "no-events-days"
        };
        pane.remark(ui, icon::CALENDAR, pane.words.text(key));
        return;
    }
    let target = scroll_target(pane);
    ScrollArea::vertical().id_salt("events").auto_shrink([false, false]).show_viewport(ui, |ui, seen| {
        ui.set_height(top_of(list, list.rows.len()));
        let corner = ui.max_rect().min;
        for i in rows_in(list, seen.min.y, seen.max.y) {
            let top = corner.y + top_of(list, i);
            let width = ui.max_rect().width();
            if let Some(heading) = &list.rows[i].heading {
                let rect = Rect::from_min_size(pos2(corner.x, top - HEADING), vec2(width, HEADING));
                day_heading(ui, pane, rect, heading, list.rows[i].on_day);
            }
            row(ui, pane, Rect::from_min_size(pos2(corner.x, top), vec2(width, ROW)), &list.rows[i]);
        }
        if let Some(i) = target {
            let at = Rect::from_min_size(corner + vec2(0.0, top_of(list, i)), vec2(1.0, ROW));
            ui.scroll_to_rect_animation(at, Some(Align::Center), ScrollAnimation::none());
        }
    });
}

/// The upper edge of row `i`, below its heading.
fn top_of(list: &EventList, i: usize) -> f32 {
    let headings = match list.rows.get(i) {
        Some(row) => row.n_headings,
        None => list.rows.last().map_or(0, |r| r.n_headings),
    };
    i as f32 * ROW + headings as f32 * HEADING
}

/// The rows that show between two heights.
fn rows_in(list: &EventList, top: f32, bottom: f32) -> Range<usize> {
    let n = list.rows.len();
    let first = partition(n, |i| top_of(list, i) + ROW < top);
    let past = partition(n, |i| top_of(list, i) - HEADING < bottom);
    first..past
}

/// How many of `0..n` come before the first for which `before` fails.
fn partition(n: usize, before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, n);
    while low < high {
        let middle = usize::midpoint(low, high);
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// The row to scroll to when the selection, the day or the side of the list changed since the last frame.
fn scroll_target(pane: &mut Pane<'_>) -> Option<usize> {
    let view = &pane.scene.view;
    let now = (view.event.clone(), view.day.num_days_from_ce(), view.lang);
    let before = pane.memory.list_at.replace(now.clone());
    if before.as_ref() == Some(&now) {
        return None;
    }
    let list = &pane.scene.events;
    let chosen = before.is_none_or(|(event, _, lang)| event != now.0 || lang != now.2);
    list.selected.filter(|_| chosen).or(list.at_day)
}

/// Which days the list shows.
fn days(ui: &mut Ui, pane: &mut Pane<'_>) {
    let words = pane.words;
    let shown = pane.scene.view.list_of;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
    let rect = inset(rect, 10.0, 4.0);
    let keys = ["list-day", "list-three-days", "list-up-to", "list-all"];
    let labels: Vec<&str> = keys.iter().map(|k| words.text(k)).collect();
    let at = Days::ALL.iter().position(|d| *d == shown).unwrap_or(0);
    if let Some(chosen) = pane.choices(ui, rect, "days", &labels, at) {
        pane.push(Command::SetListOf(Days::ALL[chosen]));
    }
}

fn day_heading(ui: &Ui, pane: &mut Pane<'_>, rect: Rect, heading: &str, on_day: bool) {
    let c = pane.ui_colours();
    ui.painter().rect_filled(rect, 0.0, c.faint);
    let color = if on_day { c.accent } else { c.weak };
    let strip = Strip::new(inset(rect, 12.0, 0.0), pane.rtl);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), heading, &medium(12.0), color);
}

fn row(ui: &Ui, pane: &mut Pane<'_>, rect: Rect, event: &EventRow) {
    let c = pane.ui_colours();
    let selected = pane.scene.view.event.as_ref() == Some(&event.id);
    let response = ui.interact(rect, pane.id("event").with(&event.id), Sense::click());
    let name = format!("{} · {}", event.title, event.date);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, selected, &name));
    if selected {
        ui.painter().rect_filled(rect, 0.0, c.accent_soft);
    } else {
        pane.hover_back(ui, rect, &response);
    }
    let mut strip = Strip::new(rect, pane.rtl);
    let color = rgb(event.colour);
    let edge = strip.start(4.0);
    if event.on_day || selected {
        ui.painter().rect_filled(edge, 0.0, if selected { c.accent } else { color });
    }
    strip.start(8.0);
    badge(ui, pane, strip.start(28.0), event);
    strip.start(9.0);
    strip.end(10.0);
    lines(ui, pane, strip, event);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.line.gamma_multiply(0.6)));
    if response.clicked() {
        pane.push(Command::GoToEvent(event.id.clone()));
    }
}

/// The icon of the kind on the faction's colour; a ring where it is only claimed.
fn badge(ui: &Ui, pane: &mut Pane<'_>, rect: Rect, event: &EventRow) {
    let color = rgb(event.colour);
    let solid = matches!(event.modality, Modality::Asserted);
    let ink = if solid { ink_on(color) } else { pane.ui_colours().strong };
    if solid {
        ui.painter().circle_filled(rect.center(), 13.0, color);
    } else {
        ui.painter().circle(rect.center(), 12.0, color.gamma_multiply(0.18), Stroke::new(2.0, color));
    }
    let font = icons(15.0);
    pane.ink.paint(ui.painter(), rect.expand(4.0), Align2::CENTER_CENTER, icon_of(event.kind), &font, ink);
}

/// Title and day above, who and flags below; a title that needs the whole line sends the day below.
fn lines(ui: &Ui, pane: &mut Pane<'_>, strip: Strip, event: &EventRow) {
    let c = pane.ui_colours();
    let small = FontId::proportional(12.0);
    let (above, below) = inset(strip.rect, 0.0, 5.0).split_top_bottom_at_fraction(0.5);
    let (mut above, mut below) = (Strip::new(above, pane.rtl), Strip::new(below, pane.rtl));
    let title = medium(13.5);
    let date_width = width_of(ui.painter(), &event.date, &small) + 1.0;
    let is_long = width_of(ui.painter(), &event.title, &title) > above.rect.width() - date_width - 8.0;
    let line = if is_long { &mut below } else { &mut above };
    let date = line.end(date_width);
    pane.ink.paint(ui.painter(), date, line.end_anchor(), &event.date, &small, c.weak);
    line.end(8.0);
    pane.ink.paint(ui.painter(), above.rect, above.start_anchor(), &event.title, &title, c.strong);
    if event.disputed {
        let glyph = icons(14.0);
        let at = below.end(16.0);
        pane.ink.paint(ui.painter(), at, Align2::CENTER_CENTER, icon::WARNING, &glyph, c.warning);
        below.end(4.0);
    }
    if event.modality != Modality::Asserted {
        let word = pane.words.modality(event.modality);
        let width = width_of(ui.painter(), word, &small);
        let at = below.end(width + 1.0);
        pane.ink.paint(ui.painter(), at, below.end_anchor(), word, &small, c.warning);
        below.end(8.0);
    }
    if event.n_mentions > 1 {
        let times = format!("×{}", event.n_mentions);
        let at = below.end(24.0);
        pane.ink.paint(ui.painter(), at, below.end_anchor(), &times, &small, c.weak);
        below.end(6.0);
    }
    pane.ink.paint(ui.painter(), below.rect, below.start_anchor(), &event.who, &small, c.text);
}

/// A button that shows the day of an event, for panels beside the list.
pub(super) fn show_day_button(ui: &mut Ui, pane: &mut Pane<'_>, id: &str) {
    let name = pane.words.text("show-day");
    if pane.button(ui, (icon::CALENDAR, name), name, (Look::Plate, false)).clicked() {
        pane.push(Command::GoToEvent(id.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Caches, Scene};
    use crate::state::View;
    use crate::store::sample::corpus;

    #[test]
    fn rows_in_sight_are_found_without_walking_the_list() {
        let corpus = corpus();
        let scene = Scene::build(&corpus, &View::opening(&corpus), &mut Caches::default());
        let list = &scene.events;
        assert_eq!(rows_in(list, 0.0, 10_000.0), 0..list.rows.len());
        assert_eq!(rows_in(list, 0.0, HEADING + 1.0), 0..1);
        let third = top_of(list, 2);
        assert_eq!(rows_in(list, third + 1.0, third + 2.0).start, 2);
    }
}
