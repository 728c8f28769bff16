//! The window on the five articles for the tests that drive it: no display, no GPU.

use std::sync::{Arc, LazyLock};

use eframe::egui::vec2;
use egui_kittest::Harness;
use waqai::ingest::seeds;
use waqai::knowledge::Knowledge;
use waqai::state::{AppState, View};
use waqai::store::Corpus;
use waqai::ui::App;

/// The five articles as they are read, once for all tests.
pub(crate) static CORPUS: LazyLock<Arc<Corpus>> = LazyLock::new(|| {
    let knowledge = Knowledge::embedded().expect("the embedded data loads");
    Arc::new(Corpus::read(seeds(), Vec::new(), Arc::new(knowledge)))
});

/// A window of 1440×900 points that has settled on `view`.
pub(crate) fn window_on(view: View) -> Harness<'static, App> {
    let app = App::new(AppState::new(CORPUS.clone(), view));
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .build_ui_state(|ui, app: &mut App| app.frame(ui), app);
    harness.run_steps(4);
    harness
}
