//! What the pointer asks of the map: tooltips and clicks.

use eframe::egui::{CursorIcon, Pos2, Rect, Response};

use super::areas::Palette;
use super::base::Brush;
use super::names::{Names, site_at};
use super::pins::{self, Hit};
use super::screen::{Merc, fit};
use super::tooltip::{self, TipLine, Tone};
use crate::control::SiteStatus;
use crate::knowledge::FactionId;
use crate::scene::map::{AreaShape, Pin, SiteMark};
use crate::scene::{Arg, Scene, thousands};
use crate::state::{Camera, Command};

/// Points around a place's dot in which it answers.
const REACH: f32 = 9.0;

/// Most events named in one tooltip.
const MOST_LINES: usize = 8;

/// A click on several places looks at them from no nearer than this.
const NEAREST_ZOOM: f64 = 10.5;

/// The pointer over one frame of the map.
pub(super) struct Pointer<'a> {
    pub(super) response: &'a Response,
    pub(super) brush: Brush<'a>,
    pub(super) scene: &'a Scene,
    pub(super) names: &'a Names,
    pub(super) palette: Palette<'a>,
    pub(super) plates: &'a [Rect],
}

/// What is under the pointer.
enum Target<'a> {
    Pin(&'a Pin),
    Ring(usize),
    Site(&'a SiteMark),
    /// Land, and the site whose cell it most likely is: the nearest of the area's.
    Area(&'a AreaShape, Option<&'a SiteMark>),
}

impl<'a> Pointer<'a> {
    /// Shows what is under the pointer and turns clicks into commands.
    pub(super) fn handle(&self) -> Option<Command> {
        let at = self.response.hover_pos()?;
        let target = self.target(at)?;
        let is_thing = !matches!(target, Target::Area(..));
        let response = self.response.clone();
        let response = if is_thing { response.on_hover_cursor(CursorIcon::PointingHand) } else { response };
        let is_clicked = response.clicked();
        if is_thing || !response.dragged() {
            response.on_hover_ui_at_pointer(|ui| {
                tooltip::show(ui, &self.lines(&target), self.scene.view.lang.is_rtl());
            });
        }
        is_clicked.then(|| self.command(&target)).flatten()
    }

    fn target(&self, at: Pos2) -> Option<Target<'a>> {
        let (scene, screen) = (self.scene, self.brush.screen);
        if self.plates.iter().any(|p| p.contains(at)) {
            return None;
        }
        match pins::hit(&self.names.groups, screen, at) {
            Some(Hit::Pin(pin)) => return Some(Target::Pin(&scene.map.pins[pin])),
            Some(Hit::Ring(group)) => return Some(Target::Ring(group)),
            None => {}
        }
        if let Some(site) = site_at(self.names, screen, at, REACH) {
            return Some(Target::Site(&scene.map.sites[site]));
        }
        if !scene.view.layers.areas {
            return None;
        }
        let merc = screen.merc(at);
        let area = scene.map.ground.areas.iter().find(|a| a.polygons.iter().any(|p| is_inside(p, merc)))?;
        let inside = scene.map.sites.iter().filter(|s| area.sites.binary_search(&s.place).is_ok());
        let distance = |s: &SiteMark| (s.named.at[0] - merc[0]).hypot(s.named.at[1] - merc[1]);
        Some(Target::Area(area, inside.min_by(|a, b| distance(a).total_cmp(&distance(b)))))
    }

    fn command(&self, target: &Target<'_>) -> Option<Command> {
        match target {
            Target::Pin(pin) => Some(Command::SelectEvent(Some(pin.event.clone()))),
            Target::Site(site) | Target::Area(_, Some(site)) => {
                Some(Command::SelectPlace(Some(site.id.clone())))
            }
            Target::Area(_, None) => None,
            Target::Ring(group) => {
                let group = &self.names.groups[*group];
                let pins = &self.scene.map.pins;
                if group.is_one_place {
                    return Some(Command::SelectPlace(Some(pins[group.pins[0]].place.clone())));
                }
                let rect = self.brush.screen.rect;
                let (at, zoom) = fit(rect.shrink(rect.size().min_elem() * 0.3), pins::spread_of(group, pins));
                let nearest = NEAREST_ZOOM.max(self.brush.screen.zoom + 1.0);
                Some(Command::SetCamera(Camera { lon: at.lon, lat: at.lat, zoom: zoom.min(nearest) }))
            }
        }
    }

    /// What the tooltip says of the target.
    fn lines(&self, target: &Target<'_>) -> Vec<TipLine> {
        match target {
            Target::Pin(pin) => self.pin_lines(pin),
            Target::Ring(group) => {
                let pins = &self.names.groups[*group].pins;
                let shown = pins.iter().take(MOST_LINES);
                let mut lines: Vec<_> =
                    shown.flat_map(|p| self.pin_lines(&self.scene.map.pins[*p])).collect();
                if pins.len() > MOST_LINES {
                    lines.push(TipLine::new(format!("+ {}", pins.len() - MOST_LINES), Tone::Weak));
                }
                lines
            }
            Target::Site(site) => self.site_lines(site),
            Target::Area(area, site) => {
                let mut lines = site.map_or_else(Vec::new, |s| self.site_lines(s));
                if lines.is_empty() {
                    lines.push(self.holder_line(area.holder, area.rival, area.status));
                }
                let words = self.scene.words();
                let km2 = thousands(area.km2);
                lines.push(TipLine::new(words.with("map-area-of", &[("km2", Arg::S(&km2))]), Tone::Weak));
                lines
            }
        }
    }

    fn pin_lines(&self, pin: &Pin) -> Vec<TipLine> {
        let modality = self.scene.words().modality(pin.modality);
        let title = TipLine::new(pin.title.clone(), Tone::Strong);
        let title = TipLine { swatches: vec![self.palette.of(pin.faction)], ..title };
        vec![title, TipLine::new(format!("{} · {modality}", pin.date), Tone::Weak)]
    }

    /// Place, holder and status, since when, and the event that decided it.
    fn site_lines(&self, site: &SiteMark) -> Vec<TipLine> {
        let (words, lang) = (self.scene.words(), self.scene.view.lang);
        let name = lang.pick(&site.named.name_en, &site.named.name_ar);
        let since = match site.since {
            Some(day) => words.with("map-since", &[("day", Arg::S(&words.date(day)))]),
            None => words.text("map-opening").to_owned(),
        };
        let mut lines = vec![
            TipLine::new(format!("{name} · {}", words.text(place_key(site))), Tone::Strong),
            self.holder_line(site.holder, site.rival, site.status),
            TipLine::new(since, Tone::Weak),
        ];
        lines.extend(site.decided_by.as_ref().map(|by| TipLine::new(by.clone(), Tone::Weak)));
        lines
    }

    fn holder_line(&self, holder: Side, rival: Side, status: SiteStatus) -> TipLine {
        let words = self.scene.words();
        let name = |id: FactionId| self.scene.map.names.get(usize::from(id.0)).map_or("", String::as_str);
        let held_by = holder.map_or_else(|| words.text("map-nobody"), name);
        let status = words.status(status);
        let text = match rival {
            Some(rival) => format!("{held_by} / {} · {status}", name(rival)),
            None => format!("{held_by} · {status}"),
        };
        let swatches = [Some(holder), rival.map(Some)].into_iter().flatten().map(|f| self.palette.of(f));
        TipLine { swatches: swatches.collect(), text, tone: Tone::Plain }
    }
}

type Side = Option<FactionId>;

fn place_key(site: &SiteMark) -> &'static str {
    use crate::knowledge::PlaceKind as K;
    match site.named.kind {
        K::City => "place-city",
        K::Town => "place-town",
        K::Village => "place-village",
        K::Quarter => "place-quarter",
        K::Base => "place-base",
        K::Crossing => "place-crossing",
        K::Governorate => "place-governorate",
        K::Region => "place-region",
        K::Country => "place-country",
    }
}

/// Is `at` inside the outer ring and outside the holes?
pub(super) fn is_inside(rings: &[Vec<Merc>], at: Merc) -> bool {
    rings.iter().fold(false, |is_in, ring| is_in ^ crosses_odd(ring, at))
}

/// Does a ray from `at` to the east cross the ring an odd number of times?
fn crosses_odd(ring: &[Merc], at: Merc) -> bool {
    let before = ring.iter().skip(ring.len().saturating_sub(1)).chain(ring);
    let mut is_odd = false;
    for (a, b) in before.zip(ring) {
        if (a[1] > at[1]) != (b[1] > at[1]) {
            let x = a[0] + (b[0] - a[0]) * (at[1] - a[1]) / (b[1] - a[1]);
            is_odd ^= at[0] < x;
        }
    }
    is_odd
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_in_a_hole_is_outside() {
        let square = |a: f64, b: f64| vec![[a, a], [b, a], [b, b], [a, b]];
        let rings = [square(0.0, 1.0), square(0.4, 0.6)];
        assert!(is_inside(&rings, [0.2, 0.3]));
        assert!(!is_inside(&rings, [0.5, 0.5]));
        assert!(!is_inside(&rings, [1.5, 0.5]));
    }
}
