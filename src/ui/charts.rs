//! Charts in the timeline's place, by `egui_plot`: a click on a day shows it.

use chrono::NaiveDate;
use eframe::egui::{Color32, FontId, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};
use egui_plot::{
    Bar, BarChart, FilledArea, GridInput, GridMark, HoverPosition, Line, Plot, PlotPoints, PlotUi, VLine,
};

use super::arabic::vis;
use super::ink::{Strip, inset, width_of};
use super::pane::{Look, Pane};
use super::theme::{Theme, icon, medium, rgb};
use crate::scene::{Band, Charts, Series, Words, thousands};
use crate::state::{Command, Panels, Topic};

/// So many kinds have a colour of their own; the rest are one layer.
const MOST_KINDS: usize = 7;

/// Least width of a chart, in points.
const LEAST_WIDTH: f32 = 380.0;

/// Heights in points: the row of topics, a chart's title, a line of its legend.
const TOPICS: f32 = 34.0;
const TITLE: f32 = 20.0;
const LEGEND: f32 = 17.0;

/// Most lines of a legend.
const MOST_LEGEND_LINES: usize = 2;

/// The topics to choose from, and as many charts from the chosen one on as have room.
pub(super) fn show(ui: &mut Ui, pane: &mut Pane<'_>, charts: &Charts) {
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    ui.painter().rect_filled(rect, 0.0, pane.theme.timeline.background);
    let (top, below) = rect.split_top_bottom_at_y(rect.top() + TOPICS);
    topics(ui, pane, inset(top, 10.0, 3.0));
    let n = ((rect.width() / LEAST_WIDTH).floor() as usize).clamp(1, Topic::ALL.len());
    let chosen = Topic::ALL.iter().position(|t| *t == pane.scene.view.topic).unwrap_or(0);
    let first = chosen.min(Topic::ALL.len() - n);
    let mut strip = Strip::new(below, pane.rtl);
    for topic in &Topic::ALL[first..first + n] {
        let at = inset(strip.start(rect.width() / n as f32), 10.0, 3.0);
        chart(ui, pane, charts, *topic, at);
    }
}

/// The key of a topic's title.
fn key_of(topic: Topic) -> &'static str {
    match topic {
        Topic::Area => "chart-area",
        Topic::Sites => "chart-sites",
        Topic::Tolls => "chart-tolls",
        Topic::Kinds => "chart-kinds",
    }
}

/// The way back, and the topics.
fn topics(ui: &mut Ui, pane: &mut Pane<'_>, rect: Rect) {
    let mut strip = Strip::new(rect, pane.rtl);
    let at = strip.start(34.0);
    let name = pane.words.text("chart-back");
    let back = if pane.rtl { icon::ARROW_RIGHT } else { icon::ARROW_LEFT };
    pane.inside(ui, at, |pane, ui| {
        if pane.icon_button(ui, back, name, Look::Bare).clicked() {
            let panels = Panels { charts: false, ..pane.scene.view.panels };
            pane.push(Command::SetPanels(panels));
        }
    });
    let labels: Vec<&str> = Topic::ALL.iter().map(|t| pane.words.text(key_of(*t))).collect();
    let on = Topic::ALL.iter().position(|t| *t == pane.scene.view.topic).unwrap_or(0);
    let wide = strip.rect.width().min(820.0);
    if let Some(chosen) = pane.choices(ui, strip.start(wide), "topics", &labels, on) {
        pane.push(Command::SetTopic(Topic::ALL[chosen]));
    }
}

/// Title, legend and plot of one topic.
fn chart(ui: &mut Ui, pane: &mut Pane<'_>, charts: &Charts, topic: Topic, rect: Rect) {
    let (title, below) = rect.split_top_bottom_at_y(rect.top() + TITLE);
    let name = pane.words.text(key_of(topic));
    let response = ui.interact(title, pane.id("chart-title").with(name), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    let strip = Strip::new(title, pane.rtl);
    let color = pane.ui_colours().strong;
    pane.ink.paint(ui.painter(), title, strip.start_anchor(), name, &medium(12.5), color);
    let kinds = merged(&charts.kinds, pane.words);
    let height = legend(ui, pane, below, &entries(charts, &kinds, topic, pane));
    let at = Rect::from_min_max(below.min + vec2(0.0, height), below.max);
    pane.inside(ui, at, |pane, ui| match topic {
        Topic::Area => plot(ui, pane, charts, topic, |plot, _| bands(plot, &charts.area)),
        Topic::Sites => plot(ui, pane, charts, topic, |plot, _| bands(plot, &charts.sites)),
        Topic::Tolls => plot(ui, pane, charts, topic, |plot, theme| tolls(plot, charts, theme)),
        Topic::Kinds => plot(ui, pane, charts, topic, |plot, theme| stacked(plot, &kinds, theme)),
    });
}

/// What the colours of a chart mean.
fn entries(charts: &Charts, kinds: &[Series], topic: Topic, pane: &Pane<'_>) -> Vec<(Color32, String)> {
    let of_bands = |bands: &[Band]| bands.iter().map(|b| (rgb(b.colour), b.name.clone())).collect();
    match topic {
        Topic::Area => of_bands(&charts.area),
        Topic::Sites => of_bands(&charts.sites),
        Topic::Tolls => {
            let color = pane.ui_colours().error;
            let word = |key: &str| pane.words.text(key).to_owned();
            vec![(color, word("chart-low")), (color.gamma_multiply(PALE), word("chart-high"))]
        }
        Topic::Kinds => {
            let color = |i: usize| pane.theme.series[i % pane.theme.series.len()];
            kinds.iter().enumerate().map(|(i, k)| (color(i), k.name.clone())).collect()
        }
    }
}

/// Strength of the lines behind a plot.
const GRID_STRENGTH: f32 = 0.3;

/// Strength of what may be, beside what is sure.
const PALE: f32 = 0.35;

/// Swatches with names in lines; returns their height.
fn legend(ui: &Ui, pane: &mut Pane<'_>, rect: Rect, entries: &[(Color32, String)]) -> f32 {
    let font = FontId::proportional(11.5);
    let color = pane.ui_colours().text;
    let line_at = |n: usize| {
        let top = rect.top() + n as f32 * LEGEND;
        Rect::from_min_max(rect.min, rect.max).with_min_y(top).with_max_y(top + LEGEND)
    };
    let mut n = 0;
    let mut strip = Strip::new(line_at(0), pane.rtl);
    for (swatch, name) in entries {
        let width = width_of(ui.painter(), name, &font) + 26.0;
        if strip.rect.width() < width {
            n += 1;
            if n == MOST_LEGEND_LINES {
                return MOST_LEGEND_LINES as f32 * LEGEND;
            }
            strip = Strip::new(line_at(n), pane.rtl);
        }
        let mut entry = Strip::new(strip.start(width), pane.rtl);
        let square = Rect::from_center_size(entry.start(14.0).center(), vec2(9.0, 9.0));
        ui.painter().rect_filled(square, 2.0, *swatch);
        pane.ink.paint(ui.painter(), entry.rect, entry.start_anchor(), name, &font, color);
    }
    (n + 1) as f32 * LEGEND
}

/// A plot of days with the day shown as a line; a click on it shows another.
fn plot<'a>(
    ui: &mut Ui,
    pane: &mut Pane<'_>,
    charts: &'a Charts,
    topic: Topic,
    add: impl FnOnce(&mut PlotUi<'a>, &'static Theme) + 'a,
) {
    let (words, theme) = (pane.words, pane.theme);
    let today = f64::from(pane.scene.timeline.day - charts.first);
    let playhead = theme.timeline.playhead;
    let first = charts.first;
    let key = key_of(topic);
    let shown = Plot::new((key, pane.rtl))
        .invert_x(pane.rtl)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .show_x(false)
        .show_y(false)
        .include_y(0.0)
        .include_x(-0.5)
        .include_x(charts.n_days as f64 - 0.5)
        .set_margin_fraction(vec2(0.0, 0.06))
        .grid_color(theme.timeline.axis.gamma_multiply(GRID_STRENGTH))
        .x_grid_spacer(|input| days_in(&input))
        .y_grid_spacer(|input| numbers_in(&input))
        .x_axis_formatter(move |mark, _| day_label(words, first, mark))
        .y_axis_formatter(|mark, _| if mark.value < 0.0 { String::new() } else { thousands(mark.value) })
        .label_formatter(move |at| hover_label(words, first, at))
        .show(ui, move |plot| {
            add(plot, theme);
            plot.vline(VLine::new("", today).color(playhead).allow_hover(false));
            plot.pointer_coordinate()
        });
    let name = words.with("chart-of", &[("topic", crate::scene::Arg::S(words.text(key)))]);
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    if shown.response.clicked()
        && let Some(at) = shown.inner
        && let Some(day) = NaiveDate::from_num_days_from_ce_opt(first + at.x.round() as i32)
    {
        pane.push(Command::SetDay(day));
    }
}

/// The name of a day.
fn day_label(words: &Words, first: i32, mark: GridMark) -> String {
    if (mark.value - mark.value.round()).abs() > 0.01 {
        return String::new();
    }
    let day = NaiveDate::from_num_days_from_ce_opt(first + mark.value.round() as i32);
    day.map_or(String::new(), |d| vis(&words.short_date(d)))
}

/// Day and value of the nearest point, with its series' name.
fn hover_label(words: &Words, first: i32, at: &HoverPosition<'_>) -> Option<String> {
    let HoverPosition::NearDataPoint { plot_name, position, .. } = at else { return None };
    let day = NaiveDate::from_num_days_from_ce_opt(first + position.x.round() as i32)?;
    let value = thousands(position.y);
    // The name of a series is in visual order already.
    Some(format!("{plot_name}\n{}\n{value}", vis(&words.short_date(day))))
}

/// Points from one mark to the next that a name of a day, and a number, need.
const DAY_POINTS: f64 = 88.0;
const NUMBER_POINTS: f64 = 34.0;

/// What `egui_plot` takes for the least distance of two lines, in points.
const GRID_POINTS: f64 = 8.0;

/// Marks of whole days, as close as their names allow.
fn days_in(input: &GridInput) -> Vec<GridMark> {
    let least = DAY_POINTS / GRID_POINTS * input.base_step_size;
    let steps = [1.0, 2.0, 3.0, 7.0, 14.0, 28.0, 56.0, 112.0];
    let step: f64 = steps.into_iter().find(|s| *s >= least).unwrap_or(365.0);
    // In the middle of their steps, so that no name is cut off at the edges.
    marks(input, step, (step / 2.0).floor())
}

/// Marks of round numbers, as close as they can be read.
fn numbers_in(input: &GridInput) -> Vec<GridMark> {
    let least = (NUMBER_POINTS / GRID_POINTS * input.base_step_size).max(1.0);
    let tens = 10.0_f64.powf(least.log10().floor());
    let round = [1.0, 2.0, 5.0].map(|n| n * tens).into_iter().find(|s| *s >= least);
    marks(input, round.unwrap_or(10.0 * tens), 0.0)
}

/// Marks `step` apart inside the bounds, on multiples of it, moved by `from_multiple`.
fn marks(input: &GridInput, step: f64, from_multiple: f64) -> Vec<GridMark> {
    let (from, to) = input.bounds;
    let first = ((from - from_multiple) / step).ceil() * step + from_multiple;
    let n = ((to - first) / step).floor().clamp(-1.0, 400.0) + 1.0;
    // Told to be as wide as egui_plot likes them, so that none is drawn pale.
    let step_size = step.max(input.base_step_size * 40.0);
    (0..n as usize).map(|i| GridMark { value: first + i as f64 * step, step_size }).collect()
}

/// What each side surely has as a line, and what it may have beside it as a pale area.
fn bands<'a>(plot: &mut PlotUi<'a>, bands: &'a [Band]) {
    for band in bands {
        let days: Vec<f64> = (0..).map(f64::from).take(band.low.len()).collect();
        if band.low != band.high {
            let area = FilledArea::new("", &days, &band.low, &band.high);
            plot.add(area.fill_color(rgb(band.colour).gamma_multiply(PALE)).allow_hover(false));
        }
    }
    for band in bands {
        let points: PlotPoints<'_> = (0..).zip(&band.low).map(|(x, &y)| [f64::from(x), y]).collect();
        plot.line(Line::new(vis(&band.name), points).color(rgb(band.colour)).width(2.0));
    }
}

/// Bars of kinds on top of each other, the most frequent at the foot.
fn stacked(plot: &mut PlotUi<'_>, kinds: &[Series], theme: &Theme) {
    let mut layers: Vec<BarChart> = Vec::new();
    for (i, series) in kinds.iter().enumerate() {
        let color = theme.series[i % theme.series.len()];
        let bars = (0..).zip(&series.values).map(|(x, &y)| bar(f64::from(x), y, color));
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
fn merged(all: &[Series], words: &Words) -> Vec<Series> {
    let (most, rest) = all.split_at(all.len().min(MOST_KINDS));
    let mut out = most.to_vec();
    if let Some(one) = rest.first() {
        let mut other = Series { name: words.text("chart-other").to_owned(), ..one.clone() };
        for series in &rest[1..] {
            other.values.iter_mut().zip(&series.values).for_each(|(sum, v)| *sum += v);
        }
        out.push(other);
    }
    out
}

fn tolls(plot: &mut PlotUi<'_>, charts: &Charts, theme: &Theme) {
    for (day, (&low, &high)) in charts.killed[0].iter().zip(&charts.killed[1]).enumerate() {
        let (x, sure) = (day as f64, theme.ui.error);
        let may_be = bar(x, high - low, sure.gamma_multiply(PALE)).base_offset(low);
        let bars: Vec<Bar> = [bar(x, low, sure), may_be].into_iter().filter(|b| b.value > 0.0).collect();
        if !bars.is_empty() {
            plot.bar_chart(BarChart::new("", bars));
        }
    }
}

fn bar(x: f64, height: f64, color: Color32) -> Bar {
    Bar::new(x, height).width(0.7).fill(color).stroke(Stroke::NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_whole_days_and_round_numbers_far_enough_apart() {
        let input = |bounds, base_step_size| GridInput { bounds, base_step_size };
        let values = |marks: Vec<GridMark>| marks.iter().map(|m| m.value).collect::<Vec<_>>();
        assert_eq!(values(days_in(&input((-0.5, 4.5), 0.09))), [0.0, 1.0, 2.0, 3.0, 4.0]);
        assert_eq!(values(days_in(&input((-0.5, 13.5), 0.27))), [1.0, 4.0, 7.0, 10.0, 13.0]);
        assert_eq!(values(numbers_in(&input((0.0, 120_000.0), 8_000.0)))[..3], [0.0, 50_000.0, 100_000.0]);
        assert_eq!(values(numbers_in(&input((0.0, 3.0), 0.01))), [0.0, 1.0, 2.0, 3.0]);
    }
}
