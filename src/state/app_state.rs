//! Applies commands to the view; keeps snapshots for undo and redo.

use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use super::{Camera, Command, View};
use crate::base::LonLat;
use crate::knowledge::{Conflict, Place, PlaceKind};
use crate::store::{Corpus, Filters};

/// Steps of undo that are kept.
const MAX_STEPS: usize = 200;

/// What a command asks of the outside world; the window or the tests do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Save a picture of the window.
    Screenshot,
    /// Put a text on the clipboard.
    Copy(String),
}

/// The corpus shown, the view of it, and the way back.
#[derive(Clone, Debug)]
pub struct AppState {
    /// What was read.
    pub corpus: Arc<Corpus>,
    /// What is shown of it.
    view: View,
    undo: Vec<View>,
    redo: Vec<View>,
    /// The kind of command that the running drag or typing repeats.
    gesture: Option<Discriminant<Command>>,
    /// Days advanced but not yet whole, while playing.
    playing: Option<f64>,
    /// Days a second while playing.
    pub speed: f64,
}

impl AppState {
    /// Opens `view` on `corpus`.
    pub fn new(corpus: Arc<Corpus>, view: View) -> Self {
        let (undo, redo) = (Vec::new(), Vec::new());
        Self { corpus, view, undo, redo, gesture: None, playing: None, speed: 1.0 }
    }

    /// The view.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// Is the day moving on by itself?
    pub fn is_playing(&self) -> bool {
        self.playing.is_some()
    }

    /// Is there a step to take back, or to take again?
    pub fn can_undo_redo(&self) -> (bool, bool) {
        (!self.undo.is_empty(), !self.redo.is_empty())
    }

    /// Applies one command. Repeats of one kind up to [`Command::Release`] are one step of undo.
    pub fn apply(&mut self, command: Command) -> Option<Effect> {
        match command {
            Command::Release => self.gesture = None,
            Command::Undo => self.back(),
            Command::Redo => self.forth(),
            Command::TogglePlay => self.toggle_play(),
            Command::Tick(seconds) => self.tick(seconds),
            Command::Screenshot => return Some(Effect::Screenshot),
            Command::Copy(text) => return Some(Effect::Copy(text)),
            command => self.change(command),
        }
        None
    }

    fn change(&mut self, command: Command) {
        let kind = discriminant(&command);
        let mut view = self.view.clone();
        change_view(&mut view, command, &self.corpus);
        if view == self.view {
            return;
        }
        if self.gesture != Some(kind) {
            self.undo.push(self.view.clone());
            if self.undo.len() > MAX_STEPS {
                self.undo.remove(0);
            }
            self.redo.clear();
        }
        self.gesture = Some(kind);
        self.view = view;
    }

    fn back(&mut self) {
        if let Some(view) = self.undo.pop() {
            self.redo.push(std::mem::replace(&mut self.view, view));
        }
        (self.gesture, self.playing) = (None, None);
    }

    fn forth(&mut self) {
        if let Some(view) = self.redo.pop() {
            self.undo.push(std::mem::replace(&mut self.view, view));
        }
        (self.gesture, self.playing) = (None, None);
    }

    /// Playing starts over from the first day when it stands on the last.
    fn toggle_play(&mut self) {
        if self.playing.take().is_some() {
            self.gesture = None;
            return;
        }
        if self.view.day >= self.view.range.1 {
            self.change(Command::GoStart);
        }
        (self.gesture, self.playing) = (None, Some(0.0));
    }

    fn tick(&mut self, seconds: f64) {
        let Some(part) = self.playing else { return };
        let days = part + seconds.clamp(0.0, 1.0) * self.speed;
        self.playing = Some(days.fract());
        if days >= 1.0 {
            self.change(Command::StepDay(days as i64));
        }
        if self.view.day >= self.view.range.1 {
            (self.gesture, self.playing) = (None, None);
        }
    }
}

/// The view after `command`; commands that are no change of the view leave it.
fn change_view(view: &mut View, command: Command, corpus: &Corpus) {
    match command {
        Command::SetDay(day) => show_day(view, day),
        Command::StepDay(n) => show_day(view, view.day + TimeDelta::days(n.clamp(-36_500, 36_500))),
        Command::StepEvent(n) => step_event(view, n, corpus),
        Command::GoStart => view.day = view.range.0,
        Command::GoEnd => view.day = view.range.1,
        Command::SetRange(a, b) => view.range = (a.min(b), a.max(b)),
        Command::FitTimeline => view.range = View::opening(corpus).range,
        Command::SetFollow(follow) => view.follow = follow,
        Command::HideFactions(hidden) => view.filters.factions_hidden = hidden,
        Command::HideKinds(hidden) => view.filters.kinds_hidden = hidden,
        Command::HideModalities(hidden) => view.filters.modalities_hidden = hidden,
        Command::SetBackground(shown) => view.filters.background = shown,
        Command::SetText(text) => view.filters.text = text,
        Command::ClearFilters => view.filters = Filters::default(),
        Command::SetPinsOf(days) => view.pins_of = days,
        Command::SetListOf(days) => view.list_of = days,
        Command::SetCamera(camera) => view.camera = Some(camera),
        Command::FitMap => view.camera = None,
        Command::SelectEvent(id) => select(view, id, corpus),
        Command::GoToEvent(id) => go_to(view, id, corpus),
        Command::SelectPlace(id) => select_place(view, id),
        Command::GoToPlace(id) => go_to_place(view, id, &corpus.knowledge.conflict),
        Command::ReadEvent { event, article } => {
            select(view, Some(event), corpus);
            open_article(view, Some(article));
        }
        Command::OpenArticle(id) => open_article(view, id),
        Command::SetLang(lang) => view.lang = lang,
        Command::SetTheme(theme) => view.theme = theme,
        Command::SetPalette(palette) => view.palette = palette,
        Command::SetLayers(layers) => view.layers = layers,
        Command::SetAreaOpacity(percent) => view.area_opacity_percent = percent.min(100),
        Command::SetAsOf(day) => view.as_of = day,
        Command::SetPossible(possible) => view.possible = possible,
        Command::SetMeasure(points) => view.measure = points,
        Command::SetTopic(topic) => view.topic = topic,
        Command::SetGhostDays(days) => view.ghost_days = days,
        Command::SetPanels(panels) => view.panels = panels,
        Command::TogglePlay
        | Command::Tick(_)
        | Command::Release
        | Command::Undo
        | Command::Redo
        | Command::Screenshot
        | Command::Copy(_) => {}
    }
}

/// Shows `day`; a timeline that follows moves its window just far enough.
fn show_day(view: &mut View, day: NaiveDate) {
    view.day = day;
    if view.follow {
        let (a, b) = view.range;
        let shift = if day < a { day - a } else { (day - b).max(TimeDelta::zero()) };
        view.range = (a + shift, b + shift);
    }
}

/// To the `n`th day, from the one shown, on which a shown event begins.
fn step_event(view: &mut View, n: i64, corpus: &Corpus) {
    let shown = corpus.shown(&view.filters);
    let starts = || shown.iter().filter_map(|&i| corpus.events[i].date.start);
    for _ in 0..n.unsigned_abs().min(1000) {
        let day = view.day;
        let next =
            if n > 0 { starts().filter(|&d| d > day).min() } else { starts().filter(|&d| d < day).max() };
        match next {
            Some(day) => show_day(view, day),
            None => return,
        }
    }
}

/// Selects an event, its place, and its first article; leaves the day and the camera alone.
fn select(view: &mut View, id: Option<String>, corpus: &Corpus) {
    if let Some(event) = id.as_deref().and_then(|id| corpus.event(id)) {
        view.place = event.place.as_ref().map(|p| p.id.clone());
        let told_in_open = event.mentions.iter().any(|m| Some(&m.article) == view.article.as_ref());
        if !told_in_open {
            view.article = event.mentions.first().map(|m| m.article.clone());
        }
    }
    view.event = id;
}

/// Selects an event and shows its last day, on which it is certain to have happened.
fn go_to(view: &mut View, id: String, corpus: &Corpus) {
    let event = corpus.event(&id);
    let day = event.and_then(|e| e.date.end.or(e.date.start));
    let background = event.is_some_and(|e| e.background);
    select(view, Some(id), corpus);
    if let Some(day) = day.filter(|_| !background) {
        show_day(view, day);
    }
}

/// Selects a place in the place of an event and of an article.
fn select_place(view: &mut View, id: Option<String>) {
    if id.is_some() {
        (view.event, view.panels.reader) = (None, false);
    }
    view.place = id;
}

/// Selects a place and looks at it, as near as its kind asks for.
fn go_to_place(view: &mut View, id: String, conflict: &Conflict) {
    if let Some(place) = conflict.place_of(&id).map(|idx| conflict.place(idx)) {
        view.camera = Some(camera_on(place, conflict));
    }
    select_place(view, Some(id));
}

/// Points of a map that an area should fit into.
const AREA_POINTS: f64 = 420.0;

fn camera_on(place: &Place, conflict: &Conflict) -> Camera {
    let members: Vec<[f64; 2]> = place.members.iter().map(|&m| conflict.place(m).at.mercator()).collect();
    let zoom = match place.kind {
        PlaceKind::City => 10.5,
        PlaceKind::Town | PlaceKind::Base | PlaceKind::Crossing => 11.0,
        PlaceKind::Village => 11.5,
        PlaceKind::Quarter => 12.5,
        PlaceKind::Governorate | PlaceKind::Region => 8.0,
        PlaceKind::Country => 6.0,
    };
    let start = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    let (min, max) = members.iter().fold(start, |(min, max), p| {
        ([min[0].min(p[0]), min[1].min(p[1])], [max[0].max(p[0]), max[1].max(p[1])])
    });
    if members.len() < 2 {
        return Camera { lon: place.at.lon, lat: place.at.lat, zoom };
    }
    let across = (max[0] - min[0]).max(max[1] - min[1]).max(1e-9);
    let middle = LonLat::from_mercator([f64::midpoint(min[0], max[0]), f64::midpoint(min[1], max[1])]);
    let zoom = (AREA_POINTS / 256.0 / across).log2().clamp(5.0, 11.0);
    Camera { lon: middle.lon, lat: middle.lat, zoom }
}

fn open_article(view: &mut View, id: Option<String>) {
    view.panels.reader = id.is_some();
    if id.is_some() {
        view.article = id;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::corpus;

    fn state() -> AppState {
        let corpus = Arc::new(corpus());
        let view = View::opening(&corpus);
        AppState::new(corpus, view)
    }

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 12, d).unwrap()
    }

    #[test]
    fn a_whole_drag_is_one_step_of_undo() {
        let mut s = state();
        let before = s.view().clone();
        for d in 1..=5 {
            s.apply(Command::SetDay(day(d)));
        }
        s.apply(Command::Release);
        s.apply(Command::SetDay(day(7)));
        s.apply(Command::Undo);
        assert_eq!(s.view().day, day(5));
        s.apply(Command::Undo);
        assert_eq!(s.view(), &before);
        s.apply(Command::Redo);
        assert_eq!(s.view().day, day(5));
    }

    #[test]
    fn playing_advances_whole_days_and_stops_at_the_end() {
        let mut s = state();
        s.apply(Command::SetDay(day(7)));
        s.apply(Command::TogglePlay);
        s.apply(Command::Tick(0.6));
        assert_eq!(s.view().day, day(7));
        s.apply(Command::Tick(0.6));
        assert_eq!(s.view().day, day(8));
        s.apply(Command::Tick(1.0));
        assert_eq!(s.view().day, day(9));
        assert!(!s.is_playing());
    }

    #[test]
    fn steps_by_event_skip_silent_days() {
        let mut s = state();
        s.apply(Command::SetDay(day(1)));
        s.apply(Command::StepEvent(1));
        assert_eq!(s.view().day, day(4));
        s.apply(Command::StepEvent(-1));
        assert_eq!(s.view().day, day(1));
    }

    #[test]
    fn selecting_an_event_takes_its_place_and_article_along_but_not_the_day() {
        let mut s = state();
        let (before, id) =
            (s.view().day, s.corpus.events.iter().find(|e| e.kind.as_str() == "clash").unwrap());
        let id = id.id.clone();
        s.apply(Command::SelectEvent(Some(id.clone())));
        assert_eq!((s.view().day, s.view().place.as_deref()), (before, Some("hama")));
        s.apply(Command::GoToEvent(id.clone()));
        assert_eq!(s.view().day, day(5));
        s.apply(Command::SelectPlace(Some("aleppo".to_owned())));
        assert_eq!((s.view().event.as_ref(), s.view().place.as_deref()), (None, Some("aleppo")));
        s.apply(Command::ReadEvent { event: id.clone(), article: "sample/one.txt".to_owned() });
        assert_eq!((s.view().event.as_ref(), s.view().panels.reader), (Some(&id), true));
    }

    #[test]
    fn going_to_a_place_looks_at_it_and_at_all_of_an_area() {
        let mut s = state();
        s.apply(Command::GoToPlace("hama".to_owned()));
        let near = s.view().camera.unwrap();
        assert!((near.lat - 35.13).abs() < 0.05 && near.zoom > 10.0, "{near:?}");
        s.apply(Command::GoToPlace("idlib-governorate".to_owned()));
        let area = s.view().camera.unwrap();
        assert!((7.0..10.0).contains(&area.zoom) && (area.lat - 35.9).abs() < 0.3, "{area:?}");
        assert_eq!(s.view().place.as_deref(), Some("idlib-governorate"));
    }
}
