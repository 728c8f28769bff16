//! What is named on the map and in which order: places, countries, waters, roads.

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, vec2,
};

use super::base::Brush;
use super::labels::{Candidate, Label, Taken, TextStyle, World, place};
use super::pins::{self, Group};
use super::screen::{Merc, Screen};
use crate::knowledge::PlaceKind;
use crate::scene::Scene;
use crate::scene::basemap::{BaseMap, Name, Path, Water};
use crate::scene::map::{NamedPlace, Pin, SiteMark};
use crate::state::{Lang, Layers, Theme};
use crate::ui::arabic::vis;
use crate::ui::theme::{bold, medium};

/// How many zoom levels earlier a place is named when something happens there.
const EARLIER_FOR_EVENTS: f32 = 1.6;

/// Places of this rank or a lower one are named before countries and seas.
const FIRST_RANK: f32 = 6.0;

/// Radius of the dot of a place without a name.
const SMALL_DOT: f32 = 1.6;

/// Zoom from which every site has a dot.
const ALL_DOTS_ZOOM: f32 = 8.6;

/// Letters whose size tells faces apart.
const LETTERS: &str = "Mg\u{62d}\u{644}\u{628}";

/// Points between two shields of one road.
const SHIELD_STEP: f32 = 260.0;

/// Points between two names of one water.
const NAME_STEP: f64 = 500.0;

/// What the layout depends on.
#[derive(Clone, PartialEq)]
struct Key {
    zoom: f64,
    lang: Lang,
    theme: Theme,
    layers: Layers,
    place: Option<String>,
    pins: Vec<Pin>,
    sites: usize,
    /// Of a few letters: faces may come after the first frame.
    letters: Vec2,
    pixels_per_point: f32,
}

/// Pins in their groups and all names in their places, at one zoom.
pub(super) struct Names {
    key: Key,
    /// Kept so that the key's address stays that of these sites.
    sites: Arc<Vec<SiteMark>>,
    /// The pins' groups.
    pub(super) groups: Vec<Group>,
    labels: Vec<Label>,
    dots: Vec<Dot>,
    shields: Vec<Shield>,
}

struct Dot {
    /// Which of the sites; nothing for a place abroad.
    site: Option<usize>,
    at: Merc,
    radius: f32,
    kind: PlaceKind,
    is_named: bool,
}

struct Shield {
    at: Merc,
    number: String,
}

impl Names {
    /// The layout of `scene`; `old` again when nothing that matters changed.
    pub(super) fn update(old: Option<Self>, painter: &Painter, brush: Brush<'_>, scene: &Scene) -> Self {
        let key = Key {
            zoom: brush.screen.zoom,
            lang: scene.view.lang,
            theme: scene.view.theme,
            layers: scene.view.layers,
            place: scene.view.place.clone(),
            pins: scene.map.pins.clone(),
            sites: Arc::as_ptr(&scene.map.sites) as usize,
            letters: painter.layout_no_wrap(LETTERS.to_owned(), bold(12.0), Color32::WHITE).size(),
            pixels_per_point: brush.pixels_per_point,
        };
        match old {
            Some(old) if old.key == key => old,
            _ => Self::new(key, painter, brush, scene),
        }
    }

    fn new(key: Key, painter: &Painter, brush: Brush<'_>, scene: &Scene) -> Self {
        let map = &scene.map;
        let world = World::new(brush.screen, map.bounds.min);
        let mut taken = Taken::new();
        let chosen = key.place.as_deref();
        let groups =
            if key.layers.pins { pins::group(&map.pins, chosen, world, &mut taken) } else { Vec::new() };
        let mut names = Self {
            sites: map.sites.clone(),
            groups,
            labels: Vec::new(),
            dots: Vec::new(),
            shields: Vec::new(),
            key,
        };
        if !names.key.layers.labels {
            return names;
        }
        if names.key.layers.pins {
            pins::take_arrows(&map.arrows, world, &mut taken);
        }
        let writer = Writer { brush, lang: names.key.lang };
        let wished = names.wished(&map.pins);
        let n_first = wished.partition_point(|(_, rank)| *rank <= FIRST_RANK);
        names.put_places(painter, world, &mut taken, writer, &wished[..n_first]);
        names.put_told(painter, world, &mut taken, writer, &map.told);
        names.put(painter, world, &mut taken, &writer.lands_and_seas());
        names.put_places(painter, world, &mut taken, writer, &wished[n_first..]);
        if names.key.layers.roads {
            names.shields = shields(world, &mut taken);
        }
        names.put(painter, world, &mut taken, &writer.waters());
        names.put_small_dots(world, &taken);
        names
    }

    fn put(&mut self, painter: &Painter, world: World, taken: &mut Taken, all: &[Candidate]) {
        self.labels.extend(place(painter, world, taken, all).into_iter().filter_map(|o| o.label));
    }

    fn put_places(
        &mut self,
        painter: &Painter,
        world: World,
        taken: &mut Taken,
        writer: Writer<'_>,
        wished: &[(usize, f32)],
    ) {
        let sites = self.sites.clone();
        let all: Vec<Candidate> =
            wished.iter().map(|(i, rank)| writer.town(&sites[*i].named, *rank)).collect();
        let outcomes = place(painter, world, taken, &all);
        for (outcome, (site, _)) in outcomes.into_iter().zip(wished) {
            let (at, kind) = (sites[*site].named.at, sites[*site].named.kind);
            let is_named = outcome.label.is_some();
            if outcome.has_dot {
                let radius = if is_named { radius(sites[*site].named.population) } else { SMALL_DOT };
                self.dots.push(Dot { site: Some(*site), at, radius, kind, is_named });
            }
            self.labels.extend(outcome.label);
        }
    }

    /// The places abroad of which something is told.
    fn put_told(
        &mut self,
        painter: &Painter,
        world: World,
        taken: &mut Taken,
        writer: Writer<'_>,
        told: &[NamedPlace],
    ) {
        let zoom = self.key.zoom as f32;
        let told = &told[..told.partition_point(|t| t.from_zoom <= zoom)];
        let all: Vec<Candidate> = told.iter().map(|t| writer.town(t, t.from_zoom)).collect();
        for (outcome, told) in place(painter, world, taken, &all).into_iter().zip(told) {
            if outcome.has_dot {
                let is_named = outcome.label.is_some();
                let radius = if is_named { radius(told.population) } else { SMALL_DOT };
                self.dots.push(Dot { site: None, at: told.at, radius, kind: told.kind, is_named });
            }
            self.labels.extend(outcome.label);
        }
    }

    /// Sites that are not named, where nothing lies on them.
    fn put_small_dots(&mut self, world: World, taken: &Taken) {
        let zoom = self.key.zoom as f32;
        if zoom < ALL_DOTS_ZOOM {
            return;
        }
        let sites = self.sites.clone();
        for (site, mark) in sites.iter().enumerate().filter(|(_, s)| s.named.from_zoom > zoom) {
            let room = Rect::from_center_size(world.pos(mark.named.at), Vec2::splat(2.0 * SMALL_DOT));
            if taken.is_free(room) {
                let (at, kind) = (mark.named.at, mark.named.kind);
                self.dots.push(Dot { site: Some(site), at, radius: SMALL_DOT, kind, is_named: false });
            }
        }
    }

    /// Sites that want a name at this zoom, with their rank, best first.
    fn wished(&self, pins: &[Pin]) -> Vec<(usize, f32)> {
        let rank = |site: &SiteMark| {
            if self.key.place.as_deref() == Some(site.id.as_str()) {
                return 0.0;
            }
            let has_event = self.key.layers.pins && pins.iter().any(|p| p.place == site.id);
            site.named.from_zoom - if has_event { EARLIER_FOR_EVENTS } else { 0.0 }
        };
        let ranked = self.sites.iter().enumerate().map(|(i, site)| (i, rank(site)));
        let mut wished: Vec<(usize, f32)> = ranked.filter(|(_, r)| *r <= self.key.zoom as f32).collect();
        wished.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        wished
    }

    /// Paints dots, names and shields, clear of `plates`.
    pub(super) fn paint(&self, painter: &Painter, brush: Brush<'_>, plates: &[Rect]) {
        for shield in &self.shields {
            shield.paint(painter, brush, plates);
        }
        for dot in self.dots.iter().rev() {
            let at = brush.screen.pos(dot.at);
            if brush.screen.rect.contains(at) {
                let id = dot.site.map(|site| self.sites[site].id.as_str());
                let is_selected = id.is_some() && self.key.place.as_deref() == id;
                dot.paint(painter, brush, at, is_selected);
            }
        }
        for label in &self.labels {
            label.paint(painter, brush.screen, plates);
        }
    }
}

/// Radius of a place's dot, in points.
fn radius(population: u32) -> f32 {
    match population {
        400_000.. => 3.6,
        100_000.. => 3.0,
        30_000.. => 2.5,
        _ => 2.1,
    }
}

impl Dot {
    fn paint(&self, painter: &Painter, brush: Brush<'_>, at: Pos2, is_selected: bool) {
        let colours = brush.colours;
        if is_selected {
            painter.circle_stroke(at, self.radius + 4.0, Stroke::new(2.2, colours.selection));
        }
        let edge = Stroke::new(1.1, colours.dot_edge);
        match self.kind {
            PlaceKind::Base => {
                let r = self.radius + 0.9;
                let tips = [vec2(0.0, -r), vec2(r, 0.0), vec2(0.0, r), vec2(-r, 0.0)].map(|v| at + v);
                painter.add(Shape::convex_polygon(tips.to_vec(), colours.dot, edge));
            }
            PlaceKind::Crossing => {
                let square = Rect::from_center_size(at, Vec2::splat(2.0 * self.radius));
                painter.rect(square, CornerRadius::ZERO, colours.dot, edge, StrokeKind::Middle);
            }
            _ if self.is_named => {
                painter.circle(at, self.radius, colours.dot, edge);
            }
            _ => {
                painter.circle_filled(at, self.radius, colours.dot_edge.gamma_multiply(0.75));
            }
        }
    }
}

/// Chooses faces and colours of names.
#[derive(Clone, Copy)]
struct Writer<'a> {
    brush: Brush<'a>,
    lang: Lang,
}

impl Writer<'_> {
    fn style(&self, font: FontId, color: Color32) -> TextStyle {
        TextStyle { font, color, halo: self.brush.colours.halo }
    }

    fn town(&self, site: &NamedPlace, rank: f32) -> Candidate {
        let colours = self.brush.colours;
        let grown = ((self.brush.screen.zoom as f32 - 6.6) * 0.55).clamp(-0.5, 1.5);
        let (points, is_great) = match site.population {
            1_000_000.. => (14.5, true),
            400_000.. => (13.5, true),
            100_000.. => (12.5, true),
            _ if site.from_zoom < 5.9 => (12.5, true),
            _ if rank < site.from_zoom => (12.0, true),
            30_000.. => (11.5, false),
            _ => (10.8, false),
        };
        let points = points + grown;
        let font = match site.population {
            400_000.. => bold(points),
            _ if is_great => medium(points),
            _ => FontId::proportional(points),
        };
        let color = if is_great { colours.label } else { colours.label_minor };
        Candidate {
            at: site.at,
            text: vis(self.lang.pick(&site.name_en, &site.name_ar)),
            style: self.style(font, color),
            dot_radius: Some(radius(site.population)),
            is_kept: rank <= FIRST_RANK,
            prefers_left: self.lang.is_rtl(),
        }
    }

    fn lands_and_seas(&self) -> Vec<Candidate> {
        let map = BaseMap::load();
        let zoom = self.brush.screen.zoom;
        let colours = self.brush.colours;
        let countries = map.countries.iter().filter(|c| !c.is_home && zoom >= 3.0 + f64::from(c.importance));
        let lands = countries.filter_map(|c| {
            let style = self.style(medium(13.0), colours.label_country);
            Some(self.on_point(c.label?, &c.name, style, true))
        });
        let seas = map.water.iter().filter_map(|w| {
            let style = self.style(FontId::proportional(12.5), colours.label_water);
            Some(self.on_point(w.label?, &w.name, style, false))
        });
        lands.chain(seas).collect()
    }

    fn waters(&self) -> Vec<Candidate> {
        let zoom = self.brush.screen.zoom;
        let named = BaseMap::load().water.iter().filter(|w| !w.name.en.is_empty() && w.label.is_none());
        let mut written: Vec<(&str, Merc)> = Vec::new();
        let apart = NAME_STEP / self.brush.screen.scale;
        named
            .filter(|w| zoom >= 5.6 + f64::from(w.importance))
            .filter_map(|w| {
                let at = middle_of(w)?;
                let is_near = |to: Merc| (to[0] - at[0]).hypot(to[1] - at[1]) < apart;
                if written.iter().any(|(name, to)| *name == w.name.en && is_near(*to)) {
                    return None;
                }
                written.push((&w.name.en, at));
                let style = self.style(FontId::proportional(10.5), self.brush.colours.label_water);
                Some(self.on_point(at, &w.name, style, false))
            })
            .collect()
    }

    fn on_point(&self, at: Merc, name: &Name, style: TextStyle, is_spaced: bool) -> Candidate {
        let text = match self.lang {
            Lang::Ar => vis(&name.ar),
            Lang::En if is_spaced => spaced(&name.en),
            Lang::En => name.en.clone(),
        };
        Candidate { at, text, style, dot_radius: None, is_kept: false, prefers_left: false }
    }
}

/// Capitals with air between them, as atlases write countries.
fn spaced(name: &str) -> String {
    let mut out = String::new();
    for c in name.to_uppercase().chars() {
        if !out.is_empty() {
            out.push('\u{2009}');
        }
        out.push(c);
    }
    out
}

/// The middle of a lake, or of the longest stretch of a river.
fn middle_of(water: &Water) -> Option<Merc> {
    let lake = water.shapes.iter().max_by(|a, b| a.exterior.len().cmp(&b.exterior.len()));
    if let Some(shape) = lake {
        let (min, max) = (shape.bounds.min, shape.bounds.max);
        return Some([f64::midpoint(min[0], max[0]), f64::midpoint(min[1], max[1])]);
    }
    let longest = water.paths.iter().max_by(|a, b| a.points.len().cmp(&b.points.len()))?;
    longest.points.get(longest.points.len() / 2).copied()
}

/// Numbers of main roads, evenly along them.
fn shields(world: World, taken: &mut Taken) -> Vec<Shield> {
    let mut shields = Vec::new();
    let numbered = BaseMap::load().roads.iter().filter(|r| !r.number.is_empty());
    for road in numbered {
        let size = vec2(8.0 + 6.5 * road.number.len() as f32, 13.0);
        for at in road.paths.iter().flat_map(|p| evenly(p, world)) {
            let rect = Rect::from_center_size(world.pos(at), size);
            if taken.is_free(rect.expand(2.0)) {
                taken.take(rect.expand(1.0));
                shields.push(Shield { at, number: road.number.clone() });
            }
        }
    }
    shields
}

fn evenly(path: &Path, world: World) -> Vec<Merc> {
    let mut found = Vec::new();
    let mut left = SHIELD_STEP * 0.4;
    for ends in path.points.windows(2) {
        let (a, b) = (world.pos(ends[0]), world.pos(ends[1]));
        let length = a.distance(b);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let t = f64::from(done / length);
            found.push([
                ends[0][0] + (ends[1][0] - ends[0][0]) * t,
                ends[0][1] + (ends[1][1] - ends[0][1]) * t,
            ]);
            left = SHIELD_STEP;
        }
        left -= length - done;
    }
    found
}

impl Shield {
    fn paint(&self, painter: &Painter, brush: Brush<'_>, plates: &[Rect]) {
        let colours = brush.colours;
        let at = brush.screen.pos(self.at);
        let size = vec2(8.0 + 6.0 * self.number.len() as f32, 13.0);
        let rect = Rect::from_center_size(at, size);
        if !brush.screen.rect.contains_rect(rect) || plates.iter().any(|p| p.intersects(rect)) {
            return;
        }
        let edge = Stroke::new(1.0, colours.shield_edge);
        painter.rect(rect, CornerRadius::same(3), colours.shield, edge, StrokeKind::Inside);
        painter.text(at, Align2::CENTER_CENTER, &self.number, bold(9.0), colours.shield_text);
    }
}

/// The site nearest to `pointer` within `reach` points, among those with a dot.
pub(super) fn site_at(names: &Names, screen: &Screen, pointer: Pos2, reach: f32) -> Option<usize> {
    let near = names.dots.iter().filter_map(|d| Some((screen.pos(d.at).distance(pointer), d.site?)));
    let near = near.filter(|(distance, _)| *distance <= reach);
    near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, site)| site)
}
