//! The window: an eframe application around [`shell_ui`].

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, ColorImage};

use super::arabic::isolated;
use super::offscreen::encode;
use super::shell::{UiState, shell_ui};
use super::toasts::Toasts;
use crate::base::{Error, Level, Result};
use crate::scene::{Arg, Caches, Scene, Words, story_title};
use crate::state::{AppState, Command, Effect, Lang, View};
use crate::store::Corpus;

/// Opens a window on `corpus` and stays until it is closed.
///
/// # Errors
/// When no window can be opened, for example without a display.
pub fn run(corpus: Arc<Corpus>, view: View) -> Result<()> {
    let viewport = egui::ViewportBuilder::default()
        .with_title(window_title(&corpus, view.lang))
        .with_app_id("waqai")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([820.0, 540.0]);
    let options = eframe::NativeOptions { viewport, centered: true, ..eframe::NativeOptions::default() };
    let state = AppState::new(corpus, view);
    eframe::run_native("waqai", options, Box::new(|_| Ok(Box::new(App::new(state)))))
        .map_err(|e| Error::Output(format!("no window: {e}")))
}

/// What the window is called in `lang`.
fn window_title(corpus: &Corpus, lang: Lang) -> String {
    let words = Words::of(lang);
    format!("{}: {}", words.text("app-title"), story_title(corpus, lang))
}

/// The application: the state, the scene of it, and what dies with the window.
#[derive(Debug)]
pub struct App {
    /// What is shown.
    pub state: AppState,
    scene: Scene,
    caches: Caches,
    ui_state: UiState,
}

impl App {
    /// An application that shows `state`.
    pub fn new(state: AppState) -> Self {
        let mut caches = Caches::default();
        let scene = Scene::build(&state.corpus, state.view(), &mut caches);
        let ui_state = UiState::default();
        let n_unread = scene.captions.notices.iter().filter(|n| n.0 == Level::Error).count();
        if n_unread > 0 {
            let told = scene.words().with("n-unread", &[("n", Arg::N(n_unread))]);
            ui_state.toasts.push(told, true);
        }
        Self { state, scene, caches, ui_state }
    }

    /// One frame: paints the scene, applies what the user asked for, builds the next scene.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        self.ui_state.mirror(&self.state);
        let mut commands = shell_ui(ui, &self.scene, &mut self.ui_state);
        if self.state.is_playing() {
            commands.push(Command::Tick(f64::from(ui.input(|i| i.stable_dt))));
            ui.ctx().request_repaint();
        }
        for command in commands {
            if let Some(effect) = self.state.apply(command) {
                self.do_effect(ui.ctx(), effect);
            }
        }
        if self.state.view() != &self.scene.view {
            let lang = self.state.view().lang;
            if lang != self.scene.view.lang {
                let title = window_title(&self.state.corpus, lang);
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Title(title));
            }
            self.scene = Scene::build(&self.state.corpus, self.state.view(), &mut self.caches);
            ui.ctx().request_repaint();
        }
    }

    fn do_effect(&mut self, ctx: &egui::Context, effect: Effect) {
        let words = self.scene.words();
        match effect {
            Effect::Copy(text) => {
                ctx.copy_text(text);
                self.ui_state.toasts.push(words.text("copied").to_owned(), false);
            }
            Effect::Screenshot => {
                let toasts = self.ui_state.toasts.clone();
                let path = PathBuf::from(format!("waqai-{}.png", self.state.view().day));
                let ctx_again = ctx.clone();
                let view = self.state.view().to_json();
                ctx.request_screenshot(move |picture| {
                    save(&picture, &view, &path, words, &toasts);
                    ctx_again.request_repaint();
                });
            }
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}

/// Writes a picture as PNG with its view inside, and says where, or why not.
fn save(picture: &ColorImage, view: &str, path: &std::path::Path, words: &Words, toasts: &Toasts) {
    let done = encode(picture, view)
        .map_err(|e| e.to_string())
        .and_then(|png| std::fs::write(path, png).map_err(|e| e.to_string()));
    let shown = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match done {
        Ok(()) => {
            let path = isolated(&shown.display().to_string());
            toasts.push(words.with("screenshot-saved", &[("path", Arg::S(&path))]), false);
        }
        Err(reason) => {
            toasts.push(words.with("screenshot-failed", &[("reason", Arg::S(&isolated(&reason)))]), true);
        }
    }
}
