//! Title, transport, the day in both languages, and the switches of language, theme, palette, panels.

use eframe::egui::{Align, FontId, Layout, Popup, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo};

use super::ink::{Strip, width_of};
use super::pane::{Look, Pane};
use super::theme::{bold, icon, medium};
use crate::state::{Command, Panels, Theme};

/// Widths in points: the transport, the day, the switches.
const TRANSPORT: f32 = 156.0;
const LEAST_DAY: f32 = 190.0;
const SWITCHES: f32 = 292.0;

/// Fills the top bar.
pub(super) fn show(ui: &mut Ui, pane: &mut Pane<'_>) {
    let rect = ui.available_rect_before_wrap();
    let mut strip = Strip::new(rect, pane.rtl);
    let switches = strip.end(SWITCHES);
    let room = strip.rect.width() - TRANSPORT - 12.0;
    let (font, wanted) = day_font(ui, pane, (room * 0.62).max(LEAST_DAY));
    let title = strip.start((room - wanted).clamp(0.0, 420.0));
    strip.start((room - wanted - title.width()).max(0.0) / 2.0);
    row(ui, pane, strip.start(TRANSPORT), transport);
    strip.start(12.0);
    day(ui, pane, strip.start(wanted.min(strip.rect.width())), &font);
    name(ui, pane, title);
    row(ui, pane, switches, |ui, pane| {
        ui.with_layout(end_to_start(pane.rtl), |ui| switches_ui(ui, pane));
    });
}

/// A row inside `rect` in reading direction.
fn row(ui: &mut Ui, pane: &mut Pane<'_>, rect: Rect, add: impl FnOnce(&mut Ui, &mut Pane<'_>)) {
    let layout =
        if pane.rtl { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        add(ui, pane);
    });
}

/// A row that fills from the reading end.
fn end_to_start(rtl: bool) -> Layout {
    if rtl { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) }
}

fn name(ui: &mut Ui, pane: &mut Pane<'_>, rect: Rect) {
    let c = pane.ui_colours();
    let response = ui.interact(rect, pane.id("title"), Sense::hover());
    let captions = &pane.scene.captions;
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &captions.title));
    let anchor = Strip::new(rect, pane.rtl).start_anchor();
    let (above, below) = rect.split_top_bottom_at_fraction(0.55);
    let mut strip = Strip::new(above, pane.rtl);
    let brand = pane.words.text("app-title");
    let width = width_of(ui.painter(), brand, &bold(17.0)) + 10.0;
    pane.ink.paint(ui.painter(), strip.start(width), anchor, brand, &bold(17.0), c.accent);
    let counts = ui.interact(below, pane.id("counts"), Sense::hover());
    counts.widget_info(|| WidgetInfo::labeled(Role::Label, true, &captions.counts));
    pane.ink.paint(ui.painter(), strip.rect, anchor, &captions.title, &medium(13.0), c.strong);
    let second = match &captions.as_of {
        Some(as_of) => format!("{} · {as_of}", captions.counts),
        None => captions.counts.clone(),
    };
    pane.ink.paint(ui.painter(), below, anchor, &second, &FontId::proportional(12.0), c.weak);
}

fn transport(ui: &mut Ui, pane: &mut Pane<'_>) {
    let words = pane.words;
    let (first, last, back, forth) = if pane.rtl {
        (icon::SKIP_FORWARD, icon::SKIP_BACK, icon::CARET_RIGHT, icon::CARET_LEFT)
    } else {
        (icon::SKIP_BACK, icon::SKIP_FORWARD, icon::CARET_LEFT, icon::CARET_RIGHT)
    };
    let mut step = |ui: &mut Ui, glyph: &str, key: &str, command: Command| {
        if pane.icon_button(ui, glyph, words.text(key), Look::Bare).clicked() {
            pane.push(command);
        }
    };
    step(ui, first, "event-back", Command::StepEvent(-1));
    step(ui, back, "day-back", Command::StepDay(-1));
    let (glyph, key) = if pane.memory.playing { (icon::PAUSE, "pause") } else { (icon::PLAY, "play") };
    if pane.icon_button(ui, glyph, words.text(key), Look::Accent).clicked() {
        pane.push(Command::TogglePlay);
    }
    let mut step = |ui: &mut Ui, glyph: &str, key: &str, command: Command| {
        if pane.icon_button(ui, glyph, words.text(key), Look::Bare).clicked() {
            pane.push(command);
        }
    };
    step(ui, forth, "day-forth", Command::StepDay(1));
    step(ui, last, "event-forth", Command::StepEvent(1));
}

/// The largest font in which the day fits into `most` points, and the width it takes.
fn day_font(ui: &Ui, pane: &Pane<'_>, most: f32) -> (FontId, f32) {
    let date = &pane.scene.captions.date;
    let width = |size: f32| width_of(ui.painter(), date, &bold(size)) + 2.0;
    let size = [17.0, 16.0, 15.0, 14.0].into_iter().find(|&size| width(size) <= most).unwrap_or(13.0);
    (bold(size), width(size).min(most))
}

/// The day in the scene's language, large, and in the other one below.
fn day(ui: &mut Ui, pane: &mut Pane<'_>, rect: Rect, font: &FontId) {
    let c = pane.ui_colours();
    let captions = &pane.scene.captions;
    let response = ui.interact(rect, pane.id("day"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &captions.date));
    let anchor = Strip::new(rect, pane.rtl).start_anchor();
    let (above, below) = rect.split_top_bottom_at_fraction(0.6);
    pane.ink.paint(ui.painter(), above, anchor, &captions.date, font, c.strong);
    pane.ink.paint(ui.painter(), below, anchor, &captions.date_other, &FontId::proportional(12.5), c.weak);
}

/// From the reading end inwards.
fn switches_ui(ui: &mut Ui, pane: &mut Pane<'_>) {
    let (words, view) = (pane.words, &pane.scene.view);
    if pane.icon_button(ui, icon::HELP, words.text("help"), Look::Bare).clicked() {
        pane.memory.help = !pane.memory.help;
    }
    if pane.icon_button(ui, icon::CAMERA, words.text("screenshot"), Look::Bare).clicked() {
        pane.push(Command::Screenshot);
    }
    let panels = pane.icon_button(ui, icon::SLIDERS, words.text("panels"), Look::Bare);
    menu(&panels, pane, panels_menu);
    let (glyph, key) = match view.theme {
        Theme::Light => (icon::MOON, "theme-dark"),
        Theme::Dark => (icon::SUN, "theme-light"),
    };
    if pane.icon_button(ui, glyph, words.text(key), Look::Bare).clicked() {
        pane.push(Command::SetTheme(view.theme.other()));
    }
    let name = words.text("language");
    let label = if pane.rtl { name.to_owned() } else { super::arabic::vis(name) };
    if pane.button(ui, (icon::TRANSLATE, name), &label, (Look::Plate, false)).clicked() {
        pane.push(Command::SetLang(view.lang.other()));
    }
    for (glyph, key, possible, command) in [
        (icon::REDO, "redo", pane.memory.can_undo_redo.1, Command::Redo),
        (icon::UNDO, "undo", pane.memory.can_undo_redo.0, Command::Undo),
    ] {
        ui.add_enabled_ui(possible, |ui| {
            if pane.icon_button(ui, glyph, words.text(key), Look::Bare).clicked() {
                pane.push(command);
            }
        });
    }
}

/// A menu below `button`, in reading direction.
pub(super) fn menu(button: &Response, pane: &mut Pane<'_>, add: impl FnOnce(&mut Ui, &mut Pane<'_>)) {
    Popup::menu(button).close_behavior(eframe::egui::PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        let layout = Layout::top_down(if pane.rtl { Align::Max } else { Align::Min });
        ui.set_width(250.0);
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            add(ui, pane);
        });
    });
}

fn panels_menu(ui: &mut Ui, pane: &mut Pane<'_>) {
    let words = pane.words;
    let panels = pane.scene.view.panels;
    pane.heading(ui, words.text("panels"));
    let choices = [
        ("events", panels.events, Panels { events: !panels.events, ..panels }),
        ("filters", panels.filters, Panels { filters: !panels.filters, ..panels }),
        ("timeline", panels.timeline, Panels { timeline: !panels.timeline, ..panels }),
        ("charts", panels.charts, Panels { charts: !panels.charts, timeline: true, ..panels }),
    ];
    for (key, on, after) in choices {
        if pane.switch(ui, words.text(key), on) {
            pane.push(Command::SetPanels(after));
        }
    }
    let notices = &pane.scene.captions.notices;
    if !notices.is_empty() {
        pane.rule(ui);
        let n = [("n", crate::scene::Arg::N(notices.len()))];
        let response = pane.heading(ui, &words.with("n-notices", &n));
        let lines: Vec<&str> = notices.iter().take(24).map(|(_, line)| line.as_str()).collect();
        crate::ui::pane::tip(response, &lines.join("\n"));
    }
}

// The bar fits the smallest window, 820 points wide.
const _: () = assert!(TRANSPORT + LEAST_DAY + SWITCHES + 120.0 < 820.0);
