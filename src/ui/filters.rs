//! Search and filters: what is shown, with live counts.

use std::collections::BTreeSet;

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Frame, Margin, Rect, Response, Role, ScrollArea, Sense, Stroke,
    Ui, WidgetInfo, vec2,
};

use super::arabic::FieldStyle;
use super::ink::{Strip, inset, width_of};
use super::pane::{Look, Pane};
use super::theme::{icon, icons, medium, rgb};
use crate::scene::{Arg, ChipPart, FilterRow};
use crate::state::{Command, Panels};
use crate::store::Filters;

/// The share of a side panel's height that open filters may take.
const MOST: f32 = 0.45;

/// The search field, active filters as chips, and the sections of choices.
pub(super) fn show(ui: &mut Ui, pane: &mut Pane<'_>) {
    Frame::new().inner_margin(Margin { left: 10, right: 10, top: 10, bottom: 4 }).show(ui, |ui| {
        search(ui, pane);
        chips(ui, pane);
    });
    if !pane.scene.view.panels.filters {
        return;
    }
    let most = (ui.available_height() * MOST).max(90.0);
    ScrollArea::vertical().id_salt("filters").max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        Frame::new().inner_margin(Margin { left: 10, right: 10, top: 0, bottom: 4 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            factions(ui, pane);
            kinds(ui, pane);
            modalities(ui, pane);
            background(ui, pane);
        });
    });
    pane.rule(ui);
}

fn search(ui: &mut Ui, pane: &mut Pane<'_>) {
    let words = pane.words;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let mut strip = Strip::new(rect, pane.rtl);
    let funnel = strip.end(32.0);
    strip.end(6.0);
    let c = pane.ui_colours();
    ui.painter().rect(strip.rect, 6.0, c.field, Stroke::new(1.0, c.line), eframe::egui::StrokeKind::Inside);
    let glyph = strip.start(28.0);
    let font = icons(16.0);
    pane.ink.paint(ui.painter(), glyph, Align2::CENTER_CENTER, icon::SEARCH, &font, c.weak);
    field(ui, pane, inset(strip.rect, 4.0, 3.0));
    let open = pane.scene.view.panels.filters;
    pane.inside(ui, funnel, |pane, ui| {
        let look = (Look::Plate, open);
        if pane.button(ui, (icon::FUNNEL, ""), words.text("filters"), look).clicked() {
            let panels = Panels { filters: !open, ..pane.scene.view.panels };
            pane.push(Command::SetPanels(panels));
        }
    });
}

fn field(ui: &mut Ui, pane: &mut Pane<'_>, rect: Rect) {
    let c = pane.ui_colours();
    let style = FieldStyle {
        name: pane.words.text("search"),
        hint: pane.words.text("search-hint"),
        size: 13.0,
        ink: c.text,
        weak: c.weak,
        rtl: pane.rtl,
    };
    let before = &pane.scene.view.filters.text;
    let id = eframe::egui::Id::unique("search");
    let field = pane.text.field(ui, id, rect, &mut pane.memory.search, &style);
    if std::mem::take(&mut pane.memory.focus_search) {
        field.response.request_focus();
    }
    if field.changed {
        pane.out.push(Command::SetText(pane.memory.search.clone()));
    } else if !field.response.has_focus() && pane.memory.search != *before {
        pane.memory.search.clone_from(before);
    }
    if field.response.lost_focus() {
        pane.out.push(Command::Release);
    }
}

/// Active filters; a click on one takes it away.
fn chips(ui: &mut Ui, pane: &mut Pane<'_>) {
    let captions = &pane.scene.captions;
    let filters = &pane.scene.view.filters;
    if captions.chips.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        for chip in &captions.chips {
            if one_chip(ui, pane, &chip.text).clicked() {
                pane.push(match chip.part {
                    ChipPart::Factions => Command::HideFactions(BTreeSet::new()),
                    ChipPart::Kinds => Command::HideKinds(BTreeSet::new()),
                    ChipPart::Modalities => Command::HideModalities(BTreeSet::new()),
                    ChipPart::Text => Command::SetText(String::new()),
                });
            }
        }
    });
    if filters != &Filters::default() && captions.chips.len() > 1 {
        let name = pane.words.text("clear-filters");
        if pane.button(ui, (icon::CLOSE, name), name, (Look::Bare, false)).clicked() {
            pane.push(Command::ClearFilters);
        }
    }
}

fn one_chip(ui: &mut Ui, pane: &mut Pane<'_>, text: &str) -> Response {
    let c = pane.ui_colours();
    let font = FontId::proportional(12.0);
    let width = (width_of(ui.painter(), text, &font) + 34.0).min(ui.available_width().max(60.0));
    let (rect, response) = ui.allocate_exact_size(vec2(width, 22.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    let fill = if response.hovered() { c.button_hover } else { c.accent_soft };
    ui.painter().rect_filled(rect, 11.0, fill);
    let mut strip = Strip::new(inset(rect, 9.0, 0.0), pane.rtl);
    let cross = strip.end(12.0);
    let glyph = icons(11.0);
    pane.ink.paint(ui.painter(), cross, Align2::CENTER_CENTER, icon::CLOSE, &glyph, c.strong);
    strip.end(3.0);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), text, &font, c.strong);
    response
}

fn factions(ui: &mut Ui, pane: &mut Pane<'_>) {
    let rows = &pane.scene.filters.factions;
    let hidden = &pane.scene.view.filters.factions_hidden;
    all_or_none(ui, pane, "factions", rows, Command::HideFactions);
    let most = rows.iter().map(|r| r.count).max().unwrap_or(0).max(1);
    for row in rows {
        match choice(ui, pane, row, rgb(row.colour), most) {
            Some(Chosen::Toggled) => pane.push(Command::HideFactions(toggled(hidden, &row.key))),
            Some(Chosen::Only) => pane.push(Command::HideFactions(all_but(rows, &row.key))),
            None => {}
        }
    }
}

fn kinds(ui: &mut Ui, pane: &mut Pane<'_>) {
    let rows = &pane.scene.filters.kinds;
    if !section(ui, pane, "kinds", 0) {
        return;
    }
    let most = rows.iter().map(|r| r.count).max().unwrap_or(0).max(1);
    let accent = pane.ui_colours().accent;
    let hidden = &pane.scene.view.filters.kinds_hidden;
    for row in rows {
        match choice(ui, pane, row, accent, most) {
            Some(Chosen::Toggled) => pane.push(Command::HideKinds(toggled(hidden, &row.key))),
            Some(Chosen::Only) => pane.push(Command::HideKinds(all_but(rows, &row.key))),
            None => {}
        }
    }
}

fn modalities(ui: &mut Ui, pane: &mut Pane<'_>) {
    let rows = &pane.scene.filters.modalities;
    if !section(ui, pane, "status", 1) {
        return;
    }
    let most = rows.iter().map(|r| r.count).max().unwrap_or(0).max(1);
    let accent = pane.ui_colours().accent;
    let hidden = &pane.scene.view.filters.modalities_hidden;
    for row in rows {
        match choice(ui, pane, row, accent, most) {
            Some(Chosen::Toggled) => pane.push(Command::HideModalities(toggled(hidden, &row.key))),
            Some(Chosen::Only) => pane.push(Command::HideModalities(all_but(rows, &row.key))),
            None => {}
        }
    }
}

fn background(ui: &mut Ui, pane: &mut Pane<'_>) {
    let n = pane.scene.filters.n_background;
    let on = pane.scene.view.filters.background;
    if n == 0 && !on {
        return;
    }
    let name = pane.words.with("background-events", &[("n", Arg::N(n))]);
    if pane.switch(ui, &name, on) {
        pane.push(Command::SetBackground(!on));
    }
}

fn toggled<K: Clone + Ord>(hidden: &BTreeSet<K>, key: &K) -> BTreeSet<K> {
    let mut hidden = hidden.clone();
    if !hidden.remove(key) {
        hidden.insert(key.clone());
    }
    hidden
}

fn all_but<K: Clone + Ord>(rows: &[FilterRow<K>], key: &K) -> BTreeSet<K> {
    rows.iter().filter(|r| &r.key != key).map(|r| r.key.clone()).collect()
}

/// A heading with "all" and "none" at its end.
fn all_or_none<K: Clone + Ord>(
    ui: &mut Ui,
    pane: &mut Pane<'_>,
    key: &str,
    rows: &[FilterRow<K>],
    hide: impl Fn(BTreeSet<K>) -> Command,
) {
    let words = pane.words;
    let c = pane.ui_colours();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let mut strip = Strip::new(inset(rect, 4.0, 0.0), pane.rtl);
    let font = FontId::proportional(12.0);
    for (choice, hidden) in [("none", rows.iter().map(|r| r.key.clone()).collect()), ("all", BTreeSet::new())]
    {
        let width = width_of(ui.painter(), words.text(choice), &font) + 10.0;
        let at = strip.end(width);
        let response = ui.interact(at, pane.id(choice).with(key), Sense::click());
        let name = format!("{}: {}", words.text(key), words.text(choice));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let color = if response.hovered() { c.strong } else { c.accent };
        pane.ink.paint(ui.painter(), at, Align2::CENTER_CENTER, words.text(choice), &font, color);
        if response.clicked() {
            pane.push(hide(hidden));
        }
    }
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), words.text(key), &medium(12.0), c.weak);
}

/// The heading of a section that opens and closes; is it open?
fn section(ui: &mut Ui, pane: &mut Pane<'_>, key: &str, at: usize) -> bool {
    let c = pane.ui_colours();
    let open = pane.memory.open_sections[at];
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, pane.words.text(key)));
    pane.hover_back(ui, rect, &response);
    let mut strip = Strip::new(inset(rect, 4.0, 0.0), pane.rtl);
    let closed = if pane.rtl { icon::CARET_LEFT } else { icon::CARET_RIGHT };
    let glyph = if open { icon::CARET_DOWN } else { closed };
    let font = icons(13.0);
    pane.ink.paint(ui.painter(), strip.end(16.0), Align2::CENTER_CENTER, glyph, &font, c.weak);
    let words = pane.words.text(key);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), words, &medium(12.0), c.weak);
    if response.clicked() {
        pane.memory.open_sections[at] = !open;
    }
    open
}

/// What was done to a choice.
enum Chosen {
    Toggled,
    Only,
}

/// One choice: tick, name, a bar and a count; under the pointer "only" at its end.
fn choice<K>(
    ui: &mut Ui,
    pane: &mut Pane<'_>,
    row: &FilterRow<K>,
    color: Color32,
    most: usize,
) -> Option<Chosen> {
    let c = pane.ui_colours();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, row.shown, &row.name));
    pane.hover_back(ui, rect, &response);
    let mut strip = Strip::new(inset(rect, 4.0, 0.0), pane.rtl);
    pane.tick(ui, strip.start(16.0), row.shown, color);
    strip.start(8.0);
    let count = strip.end(30.0);
    let ink = if row.shown && row.count > 0 { c.text } else { c.weak };
    let number = FontId::proportional(12.0);
    pane.ink.paint(ui.painter(), count, strip.end_anchor(), &row.count.to_string(), &number, ink);
    strip.end(6.0);
    let only = pane.words.text("only");
    let width = width_of(ui.painter(), only, &number) + 12.0;
    let at = strip.end(width.max(44.0));
    let over = response.contains_pointer();
    let mut chosen = response.clicked().then_some(Chosen::Toggled);
    if over {
        let name = pane.words.with("only-this", &[("name", Arg::S(&row.name))]);
        let button = ui.interact(at, response.id.with("only"), Sense::click());
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let color = if button.hovered() { c.strong } else { c.accent };
        pane.ink.paint(ui.painter(), at, Align2::CENTER_CENTER, only, &number, color);
        if button.clicked() {
            chosen = Some(Chosen::Only);
        }
    } else {
        let share = row.count as f32 / most as f32;
        let bar = Strip::new(inset(at, 2.0, 9.0), pane.rtl).start(share * (at.width() - 4.0));
        let faint = if row.shown { 0.75 } else { 0.25 };
        ui.painter().rect_filled(bar, CornerRadius::same(2), color.gamma_multiply(faint));
    }
    let font = FontId::proportional(13.0);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), &row.name, &font, ink);
    if row.full_name != row.name {
        crate::ui::pane::tip(response, &row.full_name);
    }
    chosen
}
