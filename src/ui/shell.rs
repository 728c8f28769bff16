//! The whole window: bars and panels around the map.

use eframe::egui::{self, CentralPanel};

use super::arabic::vis;
use super::map::{MapState, map_ui};
use super::theme;
use crate::scene::Scene;
use crate::state::Command;

/// What dies with the window: textures, scroll positions, toasts. Never anything a picture depends on.
#[derive(Default)]
pub struct UiState {
    installed: bool,
    map: MapState,
}

impl std::fmt::Debug for UiState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UiState")
    }
}

impl UiState {
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
pub fn shell_ui(ui: &mut egui::Ui, scene: &Scene, ui_state: &mut UiState) -> Vec<Command> {
    let mut commands = Vec::new();
    ui_state.prepare(ui.ctx(), scene);
    CentralPanel::default().show(ui, |ui| {
        ui.heading(vis(&scene.captions.title));
        ui.label(vis(&scene.captions.date));
        commands.extend(map_ui(ui, scene, &mut ui_state.map));
    });
    commands
}
