//! What the pointer asks of the map: tooltips and clicks.

use eframe::egui::{CursorIcon, Pos2, Rect, Response, RichText, Ui};

use super::areas::Palette;
use super::base::Brush;
use super::names::{Names, site_at};
use super::pins::{self, Hit};
use super::screen::{Merc, fit};
use crate::control::SiteStatus;
use crate::scene::Scene;
use crate::scene::map::{AreaShape, Pin, SiteMark};
use crate::state::{Camera, Command};
use crate::ui::arabic::vis;

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
    /// Land, and the nearest site that is held alike.
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
            response.on_hover_ui_at_pointer(|ui| self.tooltip(ui, &target));
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
        let alike = scene.map.sites.iter().filter(|s| s.holder == area.holder && s.status == area.status);
        let distance = |s: &SiteMark| (s.at[0] - merc[0]).hypot(s.at[1] - merc[1]);
        Some(Target::Area(area, alike.min_by(|a, b| distance(a).total_cmp(&distance(b)))))
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

    fn tooltip(&self, ui: &mut Ui, target: &Target<'_>) {
        match target {
            Target::Pin(pin) => self.pin_lines(ui, pin),
            Target::Ring(group) => {
                let group = &self.names.groups[*group];
                for pin in group.pins.iter().take(MOST_LINES) {
                    self.pin_lines(ui, &self.scene.map.pins[*pin]);
                }
                if group.pins.len() > MOST_LINES {
                    ui.weak(format!("+ {}", group.pins.len() - MOST_LINES));
                }
            }
            Target::Site(site) => self.site_lines(ui, site),
            Target::Area(area, site) => {
                self.holder_line(ui, area.holder, area.rival, area.status);
                let km2 = format!("{:.0} {}", area.km2, self.scene.words().text("map-km2"));
                ui.weak(vis(&km2));
                if let Some(site) = site {
                    ui.separator();
                    self.site_lines(ui, site);
                }
            }
        }
    }

    fn pin_lines(&self, ui: &mut Ui, pin: &Pin) {
        let words = self.scene.words();
        ui.horizontal(|ui| {
            self.swatch(ui, pin.faction);
            ui.label(RichText::new(vis(&pin.title)).strong());
        });
        let modality = words.modality(pin.modality);
        ui.weak(vis(&format!("{} · {modality}", pin.date)));
    }

    fn site_lines(&self, ui: &mut Ui, site: &SiteMark) {
        let (words, lang) = (self.scene.words(), self.scene.view.lang);
        let kind = words.text(place_key(site));
        ui.horizontal(|ui| {
            ui.label(RichText::new(vis(lang.pick(&site.name_en, &site.name_ar))).strong());
            ui.weak(vis(kind));
        });
        self.holder_line(ui, site.holder, site.rival, site.status);
        let since = match site.since {
            Some(day) => words.with("map-since", &[("day", crate::scene::Arg::S(&words.date(day)))]),
            None => words.text("map-opening").to_owned(),
        };
        ui.weak(vis(&since));
        for id in site.event_ids.iter().take(3) {
            if let Some(row) = self.scene.events.rows.iter().find(|r| r.id == *id) {
                ui.weak(vis(&format!("{} · {}", row.title, row.date)));
            }
        }
    }

    fn holder_line(
        &self,
        ui: &mut Ui,
        holder: Option<crate::knowledge::FactionId>,
        rival: Option<crate::knowledge::FactionId>,
        status: SiteStatus,
    ) {
        let words = self.scene.words();
        let name = |id: crate::knowledge::FactionId| {
            let rows = &self.scene.map.names;
            rows.get(usize::from(id.0)).map_or("", String::as_str)
        };
        ui.horizontal(|ui| {
            self.swatch(ui, holder);
            let holder = holder.map_or_else(|| words.text("map-nobody"), name);
            let text = match rival {
                Some(rival) => format!("{holder} / {} · {}", name(rival), words.text(status_key(status))),
                None => format!("{holder} · {}", words.text(status_key(status))),
            };
            ui.label(vis(&text));
        });
    }

    fn swatch(&self, ui: &mut Ui, faction: Option<crate::knowledge::FactionId>) {
        let (rect, _) = ui.allocate_exact_size(eframe::egui::vec2(10.0, 10.0), eframe::egui::Sense::hover());
        ui.painter().rect_filled(rect, 2.0, self.palette.of(faction));
    }
}

fn status_key(status: SiteStatus) -> &'static str {
    match status {
        SiteStatus::Held => "status-held",
        SiteStatus::Claimed => "status-claimed",
        SiteStatus::Contested => "status-contested",
        SiteStatus::Left => "status-left",
    }
}

fn place_key(site: &SiteMark) -> &'static str {
    use crate::knowledge::PlaceKind as K;
    match site.kind {
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
fn is_inside(rings: &[Vec<Merc>], at: Merc) -> bool {
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
