//! The window without a window: found by accessible name, driven by pointer and keys, no GPU.

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use waqai::ingest::seeds;
use waqai::knowledge::Knowledge;
use waqai::state::{AppState, Command, Lang, Theme, View};
use waqai::store::Corpus;
use waqai::ui::App;

static CORPUS: LazyLock<Arc<Corpus>> = LazyLock::new(|| {
    let knowledge = Knowledge::embedded().expect("the embedded data loads");
    Arc::new(Corpus::read(seeds(), Vec::new(), Arc::new(knowledge)))
});

/// The window on the five articles.
fn window(change: impl FnOnce(&mut View)) -> Harness<'static, App> {
    let mut view = View::opening(&CORPUS);
    change(&mut view);
    let app = App::new(AppState::new(CORPUS.clone(), view));
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .build_ui_state(|ui, app: &mut App| app.frame(ui), app);
    harness.run_steps(4);
    harness
}

fn view(harness: &Harness<'_, App>) -> View {
    harness.state().state.view().clone()
}

fn click(harness: &mut Harness<'_, App>, name: &str) {
    harness.get_by_label(name).click();
    harness.run_steps(3);
}

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 12, d).expect("a day of December")
}

#[test]
fn arrows_step_days_and_are_mirrored_in_arabic() {
    let mut h = window(|v| v.day = day(4));
    h.key_press(Key::ArrowRight);
    h.run_steps(2);
    assert_eq!(view(&h).day, day(5));
    h.key_press(Key::L);
    h.run_steps(2);
    assert_eq!(view(&h).lang, Lang::Ar);
    h.key_press(Key::ArrowLeft);
    h.run_steps(2);
    assert_eq!(view(&h).day, day(6));
    h.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    h.run_steps(2);
    assert_eq!(view(&h).day, day(5));
}

#[test]
fn dragging_on_the_timeline_scrubs_and_is_one_step_of_undo() {
    let mut h = window(|v| v.day = day(1));
    let chart = h.get_by_label("Timeline").rect();
    let at = |share: f32| chart.left_top() + vec2(chart.width() * share, 20.0);
    h.drag_at(at(0.3));
    h.run_steps(2);
    for share in [0.4, 0.5, 0.6, 0.7] {
        h.hover_at(at(share));
        h.run_steps(2);
    }
    h.drop_at(at(0.7));
    h.run_steps(2);
    assert_eq!(view(&h).day, day(5));
    h.state_mut().state.apply(Command::Undo);
    assert_eq!(view(&h).day, day(1));
}

#[test]
fn only_one_faction_leaves_only_its_events() {
    let mut h = window(|_| {});
    let before = CORPUS.shown(&view(&h).filters).len();
    h.get_by_label("SDF").hover();
    h.run_steps(3);
    click(&mut h, "Only SDF");
    let shown = CORPUS.shown(&view(&h).filters);
    assert!(!shown.is_empty() && shown.len() < before);
    assert!(shown.iter().all(|&i| CORPUS.events[i].actors.iter().any(|a| a.faction == "SDF")));
    click(&mut h, "Factions: All");
    assert_eq!(CORPUS.shown(&view(&h).filters).len(), before);
}

#[test]
fn a_search_in_another_spelling_finds_hama() {
    let mut h = window(|_| {});
    h.get_by_label("Search").focus();
    h.run_steps(2);
    h.get_by_label("Search").type_text("\u{62d}\u{645}\u{627}\u{647}");
    h.run_steps(3);
    let shown = CORPUS.shown(&view(&h).filters);
    assert!(!shown.is_empty());
    assert!(shown.iter().any(|&i| CORPUS.events[i].place.as_ref().is_some_and(|p| p.id == "hama")));
}

#[test]
fn a_row_selects_its_event_and_the_article_opens_at_its_sentence() {
    let id = CORPUS
        .events
        .iter()
        .find(|e| e.control.is_some() && !e.background && e.date.start.is_some())
        .map(|e| e.id.clone())
        .expect("some change of control is read");
    let mut h = window(|_| {});
    h.state_mut().state.apply(Command::GoToEvent(id.clone()));
    h.run_steps(4);
    assert!(h.query_by_label("Told in").is_some());
    let found = |h: &Harness<'static, App>, deed: fn(egui_kittest::Node<'_>)| {
        deed(h.get_all_by_label("Read in the article").next().expect("a telling has its article"));
    };
    found(&h, |button| button.scroll_to_me());
    h.run_steps(4);
    found(&h, |button| button.click());
    h.run_steps(4);
    assert!(view(&h).panels.reader);
    assert!(h.query_by_label("what").is_some() || view(&h).article.is_some());
    h.key_press(Key::Escape);
    h.run_steps(2);
    assert!(!view(&h).panels.reader);
    assert_eq!(view(&h).event, Some(id));
}

#[test]
fn language_and_theme_switch_by_their_buttons() {
    let mut h = window(|v| v.theme = Theme::Light);
    let left_before = h.get_by_label("Search").rect().center().x;
    click(&mut h, "Dark");
    assert_eq!(view(&h).theme, Theme::Dark);
    click(&mut h, "\u{627}\u{644}\u{639}\u{631}\u{628}\u{64a}\u{629}");
    assert_eq!(view(&h).lang, Lang::Ar);
    let arabic = "\u{628}\u{62d}\u{62b}";
    assert!(h.get_by_label(arabic).rect().center().x > 720.0 && left_before < 720.0);
}

#[test]
fn every_widget_has_a_name_in_both_languages_and_sizes() {
    for (lang, size) in [(Lang::En, [1440.0, 900.0]), (Lang::Ar, [900.0, 600.0])] {
        let mut h = window(|v| v.lang = lang);
        h.set_size(vec2(size[0], size[1]));
        h.run_steps(3);
        assert_eq!(h.unnamed_widgets(), Vec::<String>::new(), "{lang:?}");
    }
}
