//! The map's tools: zoom, fit, layers, finding a place, measuring.

use chrono::{Datelike, NaiveDate};
use eframe::egui::{
    Align, Align2, CornerRadius, FontId, Id, Key, Layout, Popup, PopupCloseBehavior, Rect, RectAlign,
    Response, Role, ScrollArea, Sense, Slider, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::arabic::FieldStyle;
use super::ink::{Strip, inset};
use super::map::{KEY_ZOOM, N_TOOLS, TOOL, camera_in, tool_columns, tools_rect, zoomed_at};
use super::pane::{Look, Pane};
use super::theme::{icon, medium};
use crate::scene::Words;
use crate::state::{Command, Days, Layers};

/// Width of the popups beside the tools.
const WIDTH: f32 = 268.0;

/// Most places offered while a name is typed.
const MOST_FOUND: usize = 8;

/// Ghost fronts that can be switched on: days before.
const GHOSTS: [u32; 2] = [1, 7];

/// Paints the tools over the map, which fills `panel`.
pub(super) fn show(ui: &mut Ui, pane: &mut Pane<'_>, panel: Rect) {
    let plate = tools_rect(panel);
    if !panel.contains_rect(plate) {
        return;
    }
    let n_columns = tool_columns(panel);
    let at = |i: usize| {
        let offset = vec2((i % n_columns) as f32, (i / n_columns) as f32) * TOOL + vec2(3.0, 3.0);
        Rect::from_min_size(plate.min + offset, vec2(TOOL, TOOL))
    };
    let camera = camera_in(panel, pane.scene);
    let zoomed = |change: f64| Command::SetCamera(zoomed_at(panel, camera, change, panel.center()));
    let plain: [(&str, &str, Command); 3] = [
        (icon::PLUS, "zoom-in", zoomed(KEY_ZOOM)),
        (icon::MINUS, "zoom-out", zoomed(-KEY_ZOOM)),
        (icon::FIT, "fit-map", Command::FitMap),
    ];
    for (i, (glyph, key, command)) in plain.into_iter().enumerate() {
        if tool(ui, pane, at(i), (glyph, key), false).clicked() {
            pane.push(command);
        }
    }
    let layers = tool(ui, pane, at(3), (icon::STACK, "layers"), false);
    popup(&layers, pane, layers_menu);
    let find = tool(ui, pane, at(4), (icon::SEARCH, "find-place"), false);
    if std::mem::take(&mut pane.memory.open_finder) {
        Popup::open_id(ui.ctx(), Popup::default_response_id(&find));
        pane.memory.focus_finder = true;
    } else if find.clicked() {
        pane.memory.focus_finder = true;
    }
    popup(&find, pane, finder);
    let is_measuring = pane.scene.view.measure.is_some();
    if tool(ui, pane, at(N_TOOLS - 1), (icon::RULER, "measure"), is_measuring).clicked() {
        pane.push(Command::SetMeasure((!is_measuring).then(Vec::new)));
    }
}

fn tool(ui: &mut Ui, pane: &mut Pane<'_>, at: Rect, (glyph, key): (&str, &str), on: bool) -> Response {
    let name = pane.words.text(key);
    let builder = UiBuilder::new().max_rect(at.shrink(1.0)).layout(Layout::left_to_right(Align::Center));
    let mut child = ui.new_child(builder);
    pane.button(&mut child, (glyph, ""), name, (Look::Bare, on))
}

/// A popup beside `button`, towards the middle of the map.
fn popup(button: &Response, pane: &mut Pane<'_>, add: impl FnOnce(&mut Ui, &mut Pane<'_>)) {
    let popup = Popup::menu(button)
        .align(RectAlign::LEFT_START)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        let layout = Layout::top_down(if pane.rtl { Align::Max } else { Align::Min });
        ui.set_width(WIDTH);
        // The layers are many: a low window scrolls them.
        let most = ui.ctx().content_rect().height() - 24.0;
        ui.set_max_height(most);
        ScrollArea::vertical().max_height(most).show(ui, |ui| {
            ui.with_layout(layout, |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                add(ui, pane);
            });
        });
    });
}

fn layers_menu(ui: &mut Ui, pane: &mut Pane<'_>) {
    let (words, view) = (pane.words, &pane.scene.view);
    let on = view.layers;
    pane.heading(ui, words.text("layers"));
    let switches: [(&str, bool, Layers); 8] = [
        ("layer-areas", on.areas, Layers { areas: !on.areas, ..on }),
        ("layer-changes", on.changes, Layers { changes: !on.changes, ..on }),
        ("layer-pins", on.pins, Layers { pins: !on.pins, ..on }),
        ("layer-labels", on.labels, Layers { labels: !on.labels, ..on }),
        ("layer-roads", on.roads, Layers { roads: !on.roads, ..on }),
        ("layer-relief", on.relief, Layers { relief: !on.relief, ..on }),
        ("layer-governorates", on.governorates, Layers { governorates: !on.governorates, ..on }),
        ("layer-legend", on.legend, Layers { legend: !on.legend, ..on }),
    ];
    two_columns(ui, pane, &switches);
    opacity(ui, pane);
    if pane.switch(ui, words.text("online-tiles"), pane.memory.online.is_on()) {
        pane.memory.online.switch();
        ui.close();
    }
    pane.rule(ui);
    pane.heading(ui, words.text("pins-of"));
    pins_of(ui, pane);
    pane.rule(ui);
    pane.heading(ui, words.text("fronts-before"));
    for days in GHOSTS {
        let is_on = view.ghost_days.contains(&days);
        if pane.switch(ui, words.text(if days == 1 { "front-day" } else { "front-week" }), is_on) {
            let kept = GHOSTS.into_iter().filter(|d| view.ghost_days.contains(d) != (*d == days));
            pane.push(Command::SetGhostDays(kept.collect()));
        }
    }
    pane.rule(ui);
    pane.heading(ui, words.text("known-when"));
    if pane.switch(ui, words.text("certainty-possible"), view.possible) {
        pane.push(Command::SetPossible(!view.possible));
    }
    as_of(ui, pane);
    pane.rule(ui);
    pane.heading(ui, words.text("palette"));
    for name in &pane.scene.filters.palettes {
        let key = format!("palette-{name}");
        let is_on = &view.palette == name || (view.palette.is_empty() && name == "default");
        if pane.switch(ui, words.find(&key).unwrap_or(name), is_on) {
            pane.push(Command::SetPalette(name.clone()));
        }
    }
}

fn two_columns(ui: &mut Ui, pane: &mut Pane<'_>, switches: &[(&str, bool, Layers)]) {
    for pair in switches.chunks(2) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
        let mut strip = Strip::new(rect, pane.rtl);
        for (key, is_on, after) in pair {
            let at = strip.start(rect.width() / 2.0);
            pane.inside(ui, at, |pane, ui| {
                if pane.switch(ui, pane.words.text(key), *is_on) {
                    pane.push(Command::SetLayers(*after));
                }
            });
        }
    }
}

fn opacity(ui: &mut Ui, pane: &mut Pane<'_>) {
    let name = pane.words.text("area-opacity");
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let mut strip = Strip::new(inset(rect, 4.0, 0.0), pane.rtl);
    let color = pane.ui_colours().text;
    let font = FontId::proportional(13.0);
    let label = strip.start(strip.rect.width() * 0.46);
    pane.ink.paint(ui.painter(), label, strip.start_anchor(), name, &font, color);
    let mut percent = pane.scene.view.area_opacity_percent;
    let number = strip.end(44.0);
    pane.ink.paint(ui.painter(), number, strip.end_anchor(), &format!("{percent} %"), &font, color);
    let slider = Slider::new(&mut percent, 10..=100).show_value(false);
    let response = ui
        .scope_builder(UiBuilder::new().max_rect(strip.rect), |ui| {
            ui.spacing_mut().slider_width = strip.rect.width() - 6.0;
            ui.add(slider)
        })
        .inner;
    response.widget_info(|| WidgetInfo::slider(true, f64::from(percent), name));
    if response.changed() {
        pane.out.push(Command::SetAreaOpacity(percent));
    }
}

/// Which days' events have pins.
fn pins_of(ui: &mut Ui, pane: &mut Pane<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
    let shown = pane.scene.view.pins_of;
    let keys = ["list-day", "list-three-days", "list-up-to", "list-all"];
    let labels: Vec<&str> = keys.iter().map(|k| pane.words.text(k)).collect();
    let at = Days::ALL.iter().position(|d| *d == shown).unwrap_or(0);
    if let Some(chosen) = pane.choices(ui, inset(rect, 0.0, 1.0), "pins-of", &labels, at) {
        pane.push(Command::SetPinsOf(Days::ALL[chosen]));
    }
}

/// Whether only articles out by a day count, and by which: publication days one by one.
fn as_of(ui: &mut Ui, pane: &mut Pane<'_>) {
    let words: &Words = pane.words;
    let mut days: Vec<i32> = pane.scene.timeline.publications.iter().map(|p| p.day).collect();
    days.sort_unstable();
    days.dedup();
    let Some(&last) = days.last() else { return };
    let now = pane.scene.view.as_of;
    let day_of = |n: i32| NaiveDate::from_num_days_from_ce_opt(n);
    if pane.switch(ui, words.text("as-of-switch"), now.is_some()) {
        let playhead = pane.scene.timeline.day;
        let first = days.iter().rev().find(|d| **d <= playhead).copied().unwrap_or(last);
        pane.push(Command::SetAsOf(if now.is_some() { None } else { day_of(first) }));
    }
    let Some(now) = now else { return };
    let n = now.num_days_from_ce();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let mut strip = Strip::new(inset(rect, 24.0, 1.0), pane.rtl);
    let before = days.iter().rev().find(|d| **d < n).copied();
    let after = days.iter().find(|d| **d > n).copied();
    let (back, forth) =
        if pane.rtl { (icon::CARET_RIGHT, icon::CARET_LEFT) } else { (icon::CARET_LEFT, icon::CARET_RIGHT) };
    let ends =
        [(strip.start(30.0), back, "as-of-before", before), (strip.end(30.0), forth, "as-of-after", after)];
    for (at, glyph, key, target) in ends {
        pane.inside(ui, at, |pane, ui| {
            ui.add_enabled_ui(target.is_some(), |ui| {
                if pane.icon_button(ui, glyph, words.text(key), Look::Plate).clicked() {
                    pane.push(Command::SetAsOf(target.and_then(day_of)));
                }
            });
        });
    }
    let text = words.date(now);
    let color = pane.ui_colours().strong;
    pane.ink.paint(ui.painter(), strip.rect, Align2::CENTER_CENTER, &text, &medium(13.0), color);
}

/// A field for a place's name, and the places it may mean.
fn finder(ui: &mut Ui, pane: &mut Pane<'_>) {
    let words = pane.words;
    let c = pane.ui_colours();
    pane.heading(ui, words.text("find-place"));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    ui.painter().rect(rect, CornerRadius::same(6), c.field, Stroke::new(1.0, c.line), StrokeKind::Inside);
    let style = FieldStyle {
        name: words.text("find-place"),
        hint: words.text("find-hint"),
        size: 13.5,
        ink: c.text,
        weak: c.weak,
        rtl: pane.rtl,
    };
    let id = Id::unique("find-place");
    let field = pane.text.field(ui, id, inset(rect, 8.0, 4.0), &mut pane.memory.finder, &style);
    if std::mem::take(&mut pane.memory.focus_finder) {
        field.response.request_focus();
    }
    let found = pane.scene.finder.find(&pane.memory.finder, MOST_FOUND);
    let mut chosen = field.submitted.then(|| found.first().map(|p| p.id.clone())).flatten();
    for place in &found {
        let name = place.name(pane.scene.view.lang);
        let other = place.name(pane.scene.view.lang.other());
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name} · {other}")));
        pane.hover_back(ui, rect, &response);
        let mut strip = Strip::new(inset(rect, 8.0, 0.0), pane.rtl);
        let end = strip.end(strip.rect.width() * 0.44);
        let key = format!("place-{}", place.kind.as_str());
        let kind = words.find(&key).unwrap_or_default();
        let small = FontId::proportional(11.5);
        let detail = format!("{kind} · {other}");
        pane.ink.paint(ui.painter(), end, strip.end_anchor(), &detail, &small, c.weak);
        pane.ink.paint(
            ui.painter(),
            strip.rect,
            strip.start_anchor(),
            name,
            &FontId::proportional(13.0),
            c.text,
        );
        if response.clicked() {
            chosen = Some(place.id.clone());
        }
    }
    if found.is_empty() && !pane.memory.finder.trim().is_empty() {
        pane.line(ui, words.text("find-nothing"), &FontId::proportional(12.5), c.weak);
    }
    let is_left = ui.input(|i| i.key_pressed(Key::Escape));
    if let Some(id) = chosen {
        pane.push(Command::GoToPlace(id));
        pane.memory.finder.clear();
        ui.close();
    } else if is_left {
        ui.close();
    }
}
