//! The whole window: bars and panels around the map.

use eframe::egui::{self, Align, CentralPanel, Frame, Layout, Margin, Panel, Rect, Ui, UiBuilder};

use super::arabic::TextEngine;
use super::ink::Ink;
use super::map::{MapState, map_ui};
use super::pane::{Memory, Pane};
use super::theme::{self, Theme};
use super::toasts::Toasts;
use super::{
    charts, details, events, filters, help, keys, online, place, reader, timeline, toasts, tools, top_bar,
};
use crate::scene::Scene;
use crate::state::{AppState, Command};

/// Below this width of the window there is room for one side panel only.
const NARROW: f32 = 1150.0;
/// From this height of a side panel on, details and article stand above each other.
const TALL: f32 = 980.0;

/// What dies with the window: textures, scroll positions, toasts. Never anything a picture depends on.
#[derive(Default)]
pub struct UiState {
    installed: bool,
    ink: Ink,
    text: TextEngine,
    memory: Memory,
    map: MapState,
    /// Short messages on what was done.
    pub toasts: Toasts,
}

impl std::fmt::Debug for UiState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UiState")
    }
}

impl UiState {
    /// Takes over what the buttons of the top bar show of the state.
    pub fn mirror(&mut self, state: &AppState) {
        self.memory.playing = state.is_playing();
        self.memory.can_undo_redo = state.can_undo_redo();
    }

    /// Gives the context its fonts and style on the first frame, and the scene's theme on every one.
    fn prepare(&mut self, ctx: &egui::Context, scene: &Scene) {
        if !self.installed {
            theme::install(ctx);
            self.installed = true;
        }
        ctx.set_theme(match scene.view.theme {
            crate::state::Theme::Light => egui::Theme::Light,
            crate::state::Theme::Dark => egui::Theme::Dark,
        });
    }
}

/// Paints `scene` into `ui`, which should span the whole window; returns what the user asks for.
pub fn shell_ui(ui: &mut Ui, scene: &Scene, ui_state: &mut UiState) -> Vec<Command> {
    let mut out = Vec::new();
    ui_state.prepare(ui.ctx(), scene);
    let UiState { ink, text, memory, map, toasts, .. } = ui_state;
    keys::read(ui, scene, memory, &mut out);
    let theme = Theme::of(scene.view.theme);
    let rtl = scene.view.lang.is_rtl();
    let mut pane = Pane { scene, words: scene.words(), theme, rtl, ink, text, memory, out: &mut out };
    let window = ui.max_rect();
    ui.painter().rect_filled(window, 0.0, theme.ui.window);
    pane.bars(ui);
    pane.sides(ui, window);
    let frame = Frame::new().fill(theme.ui.window);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let panel = ui.available_rect_before_wrap();
        let commands = map_ui(ui, scene, map);
        pane.out.extend(commands);
        tools::show(ui, &mut pane, panel);
        online::show(ui, &mut pane, map);
    });
    help::overlay(ui, &mut pane);
    toasts::show(ui, &mut pane, toasts);
    if ui.input(|i| i.pointer.any_released()) {
        out.push(Command::Release);
    }
    out
}

impl Pane<'_> {
    fn frame(&self, margin: Margin) -> Frame {
        Frame::new().fill(self.theme.ui.panel).inner_margin(margin)
    }

    fn bars(&mut self, ui: &mut Ui) {
        let bar = self.frame(Margin::symmetric(10, 6)).fill(self.theme.ui.bar);
        Panel::top("top-bar").frame(bar).exact_size(56.0).show(ui, |ui| top_bar::show(ui, self));
        if self.scene.view.panels.timeline {
            let wanted = timeline::height_of(&self.scene.timeline);
            let most = (ui.available_height() * 0.32).max(120.0);
            let frame = self.frame(Margin::ZERO);
            Panel::bottom("timeline")
                .frame(frame)
                .resizable(true)
                .min_size(96.0)
                .max_size(most)
                .default_size(wanted.min(most))
                .show(ui, |ui| match &self.scene.charts {
                    Some(found) => charts::show(ui, self, found),
                    None => timeline::show(ui, self),
                });
        }
    }

    /// The list at the reading start, details and article at the reading end.
    fn sides(&mut self, ui: &mut Ui, window: Rect) {
        let narrow = window.width() < NARROW;
        let view = &self.scene.view;
        let chosen = view.event.is_some() || self.scene.place.is_some() || view.panels.reader;
        let frame = self.frame(Margin::same(0));
        if view.panels.events && !(narrow && chosen) {
            let width = (window.width() * 0.2).clamp(236.0, 400.0);
            self.side("list", true).frame(frame).default_size(width).size_range(200.0..=560.0).show(
                ui,
                |ui| {
                    self.within(ui, |pane, ui| {
                        filters::show(ui, pane);
                        events::show(ui, pane);
                    });
                },
            );
        }
        if !narrow || chosen {
            let width = (window.width() * 0.24).clamp(270.0, 560.0);
            self.side("details", false)
                .frame(frame)
                .default_size(width)
                .size_range(230.0..=800.0)
                .show(ui, |ui| self.within(ui, Self::end_side));
        }
    }

    /// A panel at the reading start or end.
    fn side(&self, name: &str, start: bool) -> Panel {
        let id = self.id(name);
        if start == self.rtl { Panel::right(id) } else { Panel::left(id) }
    }

    /// Adds to `ui` in the reading direction.
    fn within(&mut self, ui: &mut Ui, add: impl FnOnce(&mut Self, &mut Ui)) {
        let layout = Layout::top_down(if self.rtl { Align::Max } else { Align::Min });
        ui.with_layout(layout, |ui| add(self, ui));
    }

    /// Details of the event or the place, and the article: above each other when there is room, else one.
    fn end_side(&mut self, ui: &mut Ui) {
        let reading = self.scene.view.panels.reader;
        let has_details = self.scene.inspector.is_some() || self.scene.place.is_some();
        if ui.available_height() >= TALL && self.scene.inspector.is_some() {
            let rect = ui.available_rect_before_wrap();
            let (above, below) = rect.split_top_bottom_at_fraction(0.5);
            self.inside(ui, above, |pane, ui| details::show(ui, pane));
            self.inside(ui, below, |pane, ui| reader::show(ui, pane));
        } else if reading || !has_details {
            reader::show(ui, self);
        } else if self.scene.inspector.is_some() {
            details::show(ui, self);
        } else {
            place::show(ui, self);
        }
    }

    /// Adds inside a part of `ui` that is already taken, in the reading direction.
    pub(super) fn inside(&mut self, ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Self, &mut Ui)) {
        let layout = Layout::top_down(if self.rtl { Align::Max } else { Align::Min });
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
        child.set_clip_rect(ui.clip_rect().intersect(rect.expand(1.0)));
        add(self, &mut child);
    }
}
