//! Lines between days, and their names: days above months, months above years.

use chrono::{Datelike, NaiveDate};
use eframe::egui::{Align2, FontId, Rect, Stroke, Ui, pos2};

use super::day_of;
use super::scale::Scale;
use crate::scene::Words;
use crate::ui::ink::{inset, width_of};
use crate::ui::pane::Pane;
use crate::ui::theme::medium;

/// What a tick stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Month,
    Year,
}

/// Points a name needs at least.
const ROOM: f32 = 34.0;

/// Paints the grid over `chart` and the names into `days`.
pub(super) fn grid(ui: &Ui, pane: &mut Pane<'_>, scale: &Scale, chart: Rect, days: Rect) {
    outside_story(ui, pane, scale, chart);
    let unit = unit_of(scale.day_width());
    let c = &pane.theme.timeline;
    let line = Stroke::new(1.0, c.grid);
    ui.painter().hline(days.x_range(), days.top(), line);
    let (above, below) = inset(days, 0.0, 2.0).split_top_bottom_at_fraction(0.5);
    let font = FontId::proportional(11.5);
    let ticks = ticks(scale, unit);
    let every = every(scale, &ticks);
    for (i, &(from, to)) in ticks.iter().enumerate() {
        let rect = scale.span_rect(from, to, above);
        let x = if pane.rtl { rect.right() } else { rect.left() };
        ui.painter().vline(x.round(), chart.top()..=days.top() + 4.0, line);
        if i % every == 0
            && let Some(day) = day_of(from)
        {
            let room = scale.span_rect(from, from + (to - from + 1) * every as i32 - 1, above);
            let label = label(ui, pane.words, unit, day, room.width(), &font);
            let today = (from..=to).contains(&pane.scene.timeline.day);
            let (ink, font) = if today { (c.playhead, medium(12.0)) } else { (c.axis, font.clone()) };
            let at = if every == 1 { rect } else { room };
            pane.ink.paint(ui.painter(), at.expand(2.0), Align2::CENTER_CENTER, &label, &font, ink);
        }
    }
    if let Some(larger) = larger(unit) {
        spans(ui, pane, scale, below, larger);
    }
}

/// A veil over the days before and after the story.
fn outside_story(ui: &Ui, pane: &Pane<'_>, scale: &Scale, chart: Rect) {
    let (first, last) = scale.days();
    let story = pane.scene.timeline.story;
    let veil = pane.theme.timeline.outside;
    for (from, to) in [(first, last.min(story.0 - 1)), (first.max(story.1 + 1), last)] {
        if from <= to {
            ui.painter().rect_filled(scale.span_rect(from, to, chart), 0.0, veil);
        }
    }
}

fn unit_of(day_width: f32) -> Unit {
    match day_width {
        w if w * 7.0 >= ROOM => Unit::Day,
        w if w * 80.0 >= ROOM => Unit::Month,
        _ => Unit::Year,
    }
}

fn larger(unit: Unit) -> Option<Unit> {
    match unit {
        Unit::Day => Some(Unit::Month),
        Unit::Month => Some(Unit::Year),
        Unit::Year => None,
    }
}

/// First and last day of every unit that meets the window, cut to it.
fn ticks(scale: &Scale, unit: Unit) -> Vec<(i32, i32)> {
    let (first, last) = scale.days();
    if unit == Unit::Day {
        return (first..=last).map(|d| (d, d)).collect();
    }
    let mut ticks = Vec::new();
    let mut from = first;
    while from <= last {
        let next = day_of(from).and_then(|d| after(d, unit)).map_or(last + 1, |d| d.num_days_from_ce());
        ticks.push((from, (next - 1).min(last)));
        from = next.max(from + 1);
    }
    ticks
}

/// The first day of the next unit.
fn after(day: NaiveDate, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Day => day.succ_opt(),
        Unit::Month if day.month() == 12 => NaiveDate::from_ymd_opt(day.year() + 1, 1, 1),
        Unit::Month => NaiveDate::from_ymd_opt(day.year(), day.month() + 1, 1),
        Unit::Year => NaiveDate::from_ymd_opt(day.year() + 1, 1, 1),
    }
}

/// Every how many ticks a name has room.
fn every(scale: &Scale, ticks: &[(i32, i32)]) -> usize {
    let width = scale.rect_width() / ticks.len().max(1) as f32;
    ((ROOM / width.max(0.01)).ceil() as usize).max(1)
}

/// The name of a tick: as long as its room allows.
fn label(ui: &Ui, words: &Words, unit: Unit, day: NaiveDate, room: f32, font: &FontId) -> String {
    let fits = |label: &str| width_of(ui.painter(), label, font) + 8.0 <= room;
    match unit {
        Unit::Year => day.year().to_string(),
        Unit::Month => {
            let name = words.short_month(day).to_owned();
            if fits(&name) { name } else { day.month().to_string() }
        }
        Unit::Day => {
            let long = format!("{} {}", words.short_weekday(day), day.day());
            if fits(&long) { long } else { day.day().to_string() }
        }
    }
}

/// Names of the larger unit below, each at the reading start of its span.
fn spans(ui: &Ui, pane: &mut Pane<'_>, scale: &Scale, rect: Rect, unit: Unit) {
    let c = &pane.theme.timeline;
    let font = medium(11.5);
    for (from, to) in ticks(scale, unit) {
        let Some(day) = day_of(from) else { continue };
        let at = scale.span_rect(from, to, rect);
        let x = if pane.rtl { at.right() } else { at.left() };
        ui.painter().line_segment([pos2(x, at.top()), pos2(x, at.bottom())], Stroke::new(1.0, c.grid));
        let label = match unit {
            Unit::Year => day.year().to_string(),
            _ => format!("{} {}", pane.words.month(day), day.year()),
        };
        let anchor = if pane.rtl { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
        if at.width() > 24.0 {
            pane.ink.paint(ui.painter(), inset(at, 5.0, 0.0), anchor, &label, &font, c.axis);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_cover_the_window_without_gap_at_every_unit() {
        let first = NaiveDate::from_ymd_opt(2023, 11, 26).unwrap().num_days_from_ce();
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(1000.0, 10.0));
        let scale = Scale::new(rect, (first, first + 500), false);
        for (unit, n) in [(Unit::Day, 501), (Unit::Month, 18), (Unit::Year, 3)] {
            let ticks = ticks(&scale, unit);
            assert_eq!((ticks.len(), ticks[0].0, ticks[n - 1].1), (n, first, first + 500));
            assert!(ticks.windows(2).all(|w| w[0].1 + 1 == w[1].0));
        }
    }
}
