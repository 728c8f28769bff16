//! The window without a window: found by accessible name, driven by pointer and keys, no GPU.

use chrono::NaiveDate;
use eframe::egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, Role, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use waqai::base::LonLat;
use waqai::scene::{Caches, Scene};
use waqai::state::{Camera, Command, Lang, Theme, Topic, View};
use waqai::ui::App;

use super::window::{CORPUS, window_on};

/// The window on the five articles.
fn window(change: impl FnOnce(&mut View)) -> Harness<'static, App> {
    let mut view = View::opening(&CORPUS);
    change(&mut view);
    window_on(view)
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

/// A view that looks at a place from near by, on a day.
fn near(v: &mut View, lon: f64, lat: f64, zoom: f64, on: NaiveDate) {
    (v.camera, v.day) = (Some(Camera { lon, lat, zoom }), on);
}

fn click_at(h: &mut Harness<'_, App>, at: Pos2) {
    h.hover_at(at);
    h.run_steps(2);
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        h.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        h.run_steps(1);
    }
    // Two clicks in one place would be a double click.
    h.run_steps(30);
}

/// Where the camera puts a point of the earth on the map.
fn on_map(h: &Harness<'_, App>, at: LonLat) -> Pos2 {
    let camera = view(h).camera.expect("the test looks at a place");
    let (centre, at) = (LonLat::new(camera.lon, camera.lat).mercator(), at.mercator());
    let scale = 256.0 * camera.zoom.exp2();
    let middle = h.get_by_label("Map").rect().center();
    middle + vec2(((at[0] - centre[0]) * scale) as f32, ((at[1] - centre[1]) * scale) as f32)
}

fn hama() -> LonLat {
    LonLat::new(36.7578, 35.1318)
}

#[test]
fn a_click_on_land_opens_its_strip_and_leads_to_the_marked_sentence() {
    let mut h = window(|v| near(v, hama().lon, hama().lat, 10.0, day(5)));
    let land = on_map(&h, LonLat::new(36.81, 35.115));
    click_at(&mut h, land);
    let place = view(&h).place.expect("land belongs to some site");
    assert_eq!(view(&h).event, None);
    assert!(h.query_by_label_contains("Claims in order of day").is_some(), "the strip of {place}");
    let at = on_map(&h, hama());
    click_at(&mut h, at);
    assert_eq!(view(&h).place.as_deref(), Some("hama"));
    assert!(h.query_all_by_label_contains("for Opposition").next().is_some());
    h.get_all_by_label("Read in the article").next().expect("a claim has its article").click();
    h.run_steps(4);
    let v = view(&h);
    assert!(v.panels.reader && v.event.is_some());
    let shown = Scene::build(&CORPUS, &v, &mut Caches::default());
    let open = shown.reader.open.expect("the article is open");
    let sentence = open.selected.first().expect("the sentence is marked").of(&open.text);
    let event = CORPUS.event(v.event.as_deref().unwrap_or_default()).expect("an event of the corpus");
    assert!(event.mentions.iter().any(|m| sentence.contains(&m.quote)), "{sentence}");
    assert!(open.highlights.iter().any(|x| CORPUS.events[x.event].id == event.id));
    for _ in 0..3 {
        h.key_press(Key::Escape);
        h.run_steps(2);
    }
    assert_eq!((view(&h).panels.reader, view(&h).event, view(&h).place), (false, None, None));
}

#[test]
fn an_event_chosen_out_of_sight_is_brought_into_sight_and_one_in_sight_is_left_there() {
    let at_hama =
        |e: &&waqai::events::Event| e.place.as_ref().is_some_and(|p| p.id == "hama") && !e.background;
    let id = CORPUS.events.iter().find(at_hama).map(|e| e.id.clone()).expect("Hama is told of");
    for (lon, lat, is_in_sight) in [(36.3, 33.5, false), (36.8, 35.2, true)] {
        let mut h = window(|v| near(v, lon, lat, 10.0, day(5)));
        h.state_mut().state.apply(Command::GoToEvent(id.clone()));
        h.run_steps(4);
        let map = h.get_by_label("Map").rect();
        assert!(map.contains(on_map(&h, hama())), "Hama from {lon} {lat}");
        let camera = view(&h).camera.expect("a camera");
        assert_eq!(camera.lon.to_bits() == f64::to_bits(lon), is_in_sight);
        assert_eq!(camera.zoom.to_bits(), 10_f64.to_bits());
    }
}

#[test]
fn hovering_tells_place_holder_status_since_and_the_deciding_event() {
    let mut h = window(|v| near(v, hama().lon, hama().lat, 10.0, day(5)));
    let at = on_map(&h, hama());
    h.hover_at(at);
    h.run_steps(60);
    let told = h.get_by_label_contains("since 5 December 2024").value().expect("a label has words");
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[0].starts_with("Hama · city") && lines[1].contains(" · held"), "{told}");
    assert!(lines.iter().any(|l| l.contains("Capture · Hama")), "{told}");
}

#[test]
fn the_layer_menu_switches_layers_fronts_certainty_and_palette() {
    let mut h = window(|v| v.day = day(6));
    for name in
        ["Layers", "Relief", "7 days before", "The day before", "From the first possible day", "ISW-like"]
    {
        click(&mut h, name);
    }
    let v = view(&h);
    assert!(!v.layers.relief && v.layers.areas && v.possible);
    assert_eq!((v.ghost_days.as_slice(), v.palette.as_str()), ([1, 7].as_slice(), "isw"));
    let slider = h.get_by_label("Opacity of areas").rect();
    click_at(&mut h, slider.left_center() + vec2(8.0, 0.0));
    assert!(view(&h).area_opacity_percent < 30, "{}", view(&h).area_opacity_percent);
}

#[test]
fn as_of_a_day_only_what_was_out_by_then_is_shown() {
    let mut h = window(|v| v.day = day(6));
    let n_all = Scene::build(&CORPUS, &view(&h), &mut Caches::default()).captions.n_shown;
    for name in ["Layers", "Only articles published by\u{2026}"] {
        click(&mut h, name);
    }
    assert_eq!(view(&h).as_of, Some(day(5)));
    click(&mut h, "Publication day before");
    assert_eq!(view(&h).as_of, Some(day(2)));
    let shown = Scene::build(&CORPUS, &view(&h), &mut Caches::default());
    assert!(shown.captions.n_shown < n_all && shown.captions.n_shown > 0);
    let is_out = |id: &str| {
        let event = CORPUS.event(id).expect("a row is an event of the corpus");
        event.mentions.iter().any(|m| m.published.is_some_and(|p| p <= day(2)))
    };
    assert!(shown.events.rows.iter().all(|row| is_out(&row.id)));
    assert!(shown.map.sites.iter().flat_map(|s| &s.event_ids).all(|id| is_out(id)));
}

#[test]
fn a_place_is_found_by_typing_its_name_in_either_language() {
    for (typed, id) in [("rastan", "ar-rastan"), ("\u{62d}\u{645}\u{627}\u{647}", "hama")] {
        let mut h = window(|_| {});
        h.key_press(Key::G);
        h.run_steps(3);
        h.get_by_role_and_label(Role::TextInput, "Go to a place").focus();
        h.run_steps(2);
        h.event(Event::Text(typed.to_owned()));
        h.run_steps(3);
        h.key_press(Key::Enter);
        h.run_steps(3);
        let v = view(&h);
        assert_eq!(v.place.as_deref(), Some(id));
        assert!(v.camera.is_some_and(|c| c.zoom > 9.0), "{:?}", v.camera);
    }
}

#[test]
fn measuring_counts_kilometres_from_click_to_click() {
    let homs = LonLat::new(36.7234, 34.7308);
    let mut h = window(|v| near(v, hama().lon, 34.93, 9.0, day(5)));
    h.key_press(Key::M);
    h.run_steps(2);
    for at in [hama(), homs] {
        let at = on_map(&h, at);
        click_at(&mut h, at);
    }
    let points = view(&h).measure.expect("it measures");
    assert_eq!((points.len(), view(&h).place), (2, None));
    let km = points[0].distance_km(points[1]);
    assert!((km - hama().distance_km(homs)).abs() < 0.5, "{km}");
    h.key_press(Key::Escape);
    h.run_steps(2);
    assert_eq!(view(&h).measure, None);
}

#[test]
fn scrolling_zooms_at_the_pointer_and_keys_pan() {
    let mut h = window(|v| near(v, 37.5, 35.0, 8.0, day(5)));
    let pointer = on_map(&h, hama());
    h.hover_at(pointer);
    h.run_steps(2);
    let (unit, phase, modifiers) = (MouseWheelUnit::Point, TouchPhase::Move, Modifiers::NONE);
    let source = eframe::egui::MouseWheelSource::Wheel;
    h.event(Event::MouseWheel { unit, delta: vec2(0.0, 120.0), phase, source, modifiers });
    h.run_steps(20);
    let zoomed = view(&h).camera.expect("a camera");
    assert!(zoomed.zoom > 8.3, "{zoomed:?}");
    assert!((on_map(&h, hama()) - pointer).length() < 1.0, "the land under the pointer stays");
    h.key_press_modifiers(Modifiers::COMMAND, Key::ArrowRight);
    h.run_steps(2);
    let panned = view(&h).camera.expect("a camera");
    assert!(panned.lon > zoomed.lon && view(&h).day == day(5));
}

#[test]
fn a_click_on_a_chart_moves_the_day() {
    let mut h = window(|v| (v.panels.charts, v.day) = (true, day(5)));
    h.get_by_role_and_label(Role::RadioButton, "Events a day by kind").click();
    h.run_steps(3);
    assert_eq!(view(&h).topic, Topic::Kinds);
    let plot = h.get_by_label("Chart: Sites held").rect();
    click_at(&mut h, plot.left_top() + vec2(plot.width() * 0.35, plot.height() * 0.5));
    assert!(view(&h).day < day(5), "{}", view(&h).day);
}

#[test]
fn every_widget_has_a_name_in_both_languages_and_sizes() {
    for (lang, size) in [(Lang::En, [1440.0, 900.0]), (Lang::Ar, [900.0, 600.0])] {
        for what in 0..3 {
            let mut h = window(|v| {
                v.lang = lang;
                v.place = (what == 1).then(|| "hama".to_owned());
                v.panels.charts = what == 2;
            });
            h.set_size(vec2(size[0], size[1]));
            h.run_steps(3);
            assert_eq!(h.unnamed_widgets(), Vec::<String>::new(), "{lang:?} {what}");
        }
    }
}
