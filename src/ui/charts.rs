//! Charts in the timeline's place, by `egui_plot`: a click on a day shows it.

use chrono::NaiveDate;
use eframe::egui::{Color32, Rect, Sense, Ui, vec2};
use egui_plot::{Bar, BarChart, GridMark, Legend, Line, Plot, PlotPoints, PlotUi, VLine};

use super::arabic::vis;
use super::ink::inset;
use super::pane::{Look, Pane};
use super::theme::{icon, rgb};
use crate::scene::{Charts, Series, Words};
use crate::state::Command;

/// So many kinds have a colour of their own; the rest are one layer.
const MOST_KINDS: usize = 7;

/// Three charts beside each other, as many as have room.
pub(super) fn show(ui: &mut Ui, pane: &mut Pane<'_>, charts: &Charts) {
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    ui.painter().rect_filled(rect, 0.0, pane.theme.timeline.background);
    let keys = ["chart-kinds", "chart-sites", "chart-killed"];
    let n = ((rect.width() / 380.0).floor() as usize).clamp(1, keys.len());
    let mut strip = super::ink::Strip::new(rect, pane.rtl);
    for (i, key) in keys.into_iter().enumerate().take(n) {
        let at = inset(strip.start(rect.width() / n as f32), 10.0, 6.0);
        pane.inside(ui, at, |pane, ui| {
            head(ui, pane, key, i == 0);
            match i {
                0 => one(ui, pane, charts, key, |plot, theme| kinds(plot, charts, theme)),
                1 => one(ui, pane, charts, key, |plot, _| sites(plot, charts)),
                _ => one(ui, pane, charts, key, |plot, theme| killed(plot, charts, theme)),
            }
        });
    }
}

/// The chart's name; on the first also the way back.
fn head(ui: &mut Ui, pane: &mut Pane<'_>, key: &str, first: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
    let mut strip = super::ink::Strip::new(rect, pane.rtl);
    if first {
        let at: Rect = strip.start(34.0);
        let name = pane.words.text("chart-back");
        let back = if pane.rtl { icon::ARROW_RIGHT } else { icon::ARROW_LEFT };
        pane.inside(ui, at, |pane, ui| {
            if pane.icon_button(ui, back, name, Look::Bare).clicked() {
                let panels = crate::state::Panels { charts: false, ..pane.scene.view.panels };
                pane.push(Command::SetPanels(panels));
            }
        });
    }
    let color = pane.ui_colours().strong;
    let font = super::theme::medium(12.5);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), pane.words.text(key), &font, color);
}

/// A plot of days with the day shown as a line; a click on it shows another.
fn one<'a>(
    ui: &mut Ui,
    pane: &mut Pane<'_>,
    charts: &'a Charts,
    key: &'static str,
    add: impl FnOnce(&mut PlotUi<'a>, &'static super::theme::Theme) + 'a,
) {
    let (words, theme) = (pane.words, pane.theme);
    let today = f64::from(pane.scene.timeline.day - charts.first);
    let playhead = theme.timeline.playhead;
    let first = charts.first;
    let shown = Plot::new((key, pane.rtl))
        .legend(Legend::default().follow_insertion_order(true))
        .invert_x(pane.rtl)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .include_y(0.0)
        .grid_color(theme.timeline.axis)
        .x_grid_spacer(|input| days_in(input.bounds))
        .x_axis_formatter(move |mark, _| day_label(words, first, mark))
        .show(ui, move |plot| {
            add(plot, theme);
            plot.vline(VLine::new("", today).color(playhead));
            plot.pointer_coordinate()
        });
    if shown.response.clicked()
        && let Some(at) = shown.inner
        && let Some(day) = NaiveDate::from_num_days_from_ce_opt(first + at.x.round() as i32)
    {
        pane.push(Command::SetDay(day));
    }
}

/// The name of a day.
fn day_label(words: &Words, first: i32, mark: GridMark) -> String {
    let day = NaiveDate::from_num_days_from_ce_opt(first + mark.value.round() as i32);
    day.map_or(String::new(), |d| vis(&words.short_date(d)))
}

/// A mark a day, or a week where days would crowd.
fn days_in((from, to): (f64, f64)) -> Vec<GridMark> {
    let step = if to - from > 40.0 { 7.0 } else { 1.0 };
    let n = ((to - from) / step).clamp(0.0, 400.0) as usize;
    let at = |i: usize| (from / step).ceil() * step + i as f64 * step;
    (0..=n).map(|i| GridMark { value: at(i), step_size: step }).collect()
}

/// Bars of kinds on top of each other, the most frequent at the foot.
fn kinds(plot: &mut PlotUi<'_>, charts: &Charts, theme: &super::theme::Theme) {
    let mut layers: Vec<BarChart> = Vec::new();
    for (i, series) in merged(&charts.kinds).iter().enumerate() {
        let bars = (0..).zip(&series.values).map(|(x, &y)| Bar::new(f64::from(x), y).width(0.8));
        let color = theme.series[i % theme.series.len()];
        let chart = BarChart::new(vis(&series.name), bars.collect()).color(color);
        let below: Vec<&BarChart> = layers.iter().collect();
        let chart = chart.stack_on(&below);
        layers.push(chart);
    }
    for layer in layers {
        plot.bar_chart(layer);
    }
}

/// The most frequent kinds, the others put together.
fn merged(all: &[Series]) -> Vec<Series> {
    let (most, rest) = all.split_at(all.len().min(MOST_KINDS));
    let mut out = most.to_vec();
    if let Some(one) = rest.first() {
        let mut other = Series { name: "…".to_owned(), ..one.clone() };
        for series in &rest[1..] {
            other.values.iter_mut().zip(&series.values).for_each(|(sum, v)| *sum += v);
        }
        out.push(other);
    }
    out
}

fn sites<'a>(plot: &mut PlotUi<'a>, charts: &'a Charts) {
    for series in &charts.sites {
        plot.line(line(&series.name, &series.values, series.colour.map_or(Color32::GRAY, rgb)));
    }
}

fn killed<'a>(plot: &mut PlotUi<'a>, charts: &'a Charts, theme: &super::theme::Theme) {
    for (day, (&low, &high)) in charts.killed[0].iter().zip(&charts.killed[1]).enumerate() {
        let x = day as f64;
        if high > low {
            let bar = Bar::new(x, high - low).base_offset(low).width(0.6);
            plot.bar_chart(BarChart::new("", vec![bar]).color(theme.ui.error.gamma_multiply(0.35)));
        }
        if low > 0.0 {
            plot.bar_chart(BarChart::new("", vec![Bar::new(x, low).width(0.6)]).color(theme.ui.error));
        }
    }
}

fn line<'a>(name: &str, values: &[f64], color: Color32) -> Line<'a> {
    let points: PlotPoints<'_> = (0..).zip(values).map(|(x, &y)| [f64::from(x), y]).collect();
    Line::new(vis(name), points).color(color).width(2.0)
}
