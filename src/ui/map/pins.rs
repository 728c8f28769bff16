//! Event pins: a disc in the faction's colour with the sign of its kind, on a stem over its place.
//!
//! Pins of one place stand side by side; when there are too many, or places lie too close, a ring shows
//! how many there are and whose they are. Those of the selected place are spread around it.

use eframe::egui::{Color32, FontId, Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

use super::areas::Palette;
use super::base::Brush;
use super::labels::{Taken, World};
use super::screen::{Merc, Screen};
use crate::events::Modality;
use crate::scene::map::{Arrow, Pin};
use crate::ui::theme::icons;

/// Radius of a pin's disc, in points.
pub(super) const RADIUS: f32 = 9.0;

/// Points from the place to the middle of its discs.
const STEM: f32 = 23.0;

/// From one disc of a row to the next.
const STEP: f32 = 2.0 * RADIUS + 1.5;

/// Places with more pins than this show a ring.
const MOST_IN_ROW: usize = 4;

/// Radius of a ring.
const RING_RADIUS: f32 = 13.0;

/// Points from the place to the middle of its ring.
const RING_STEM: f32 = 29.0;

/// Radius of the innermost circle of spread pins, in points.
const SPREAD_RADIUS: f32 = 40.0;

/// From one circle of spread pins to the next.
const SPREAD_STEP: f32 = 22.0;

/// Pieces of an arrow's bend.
const ARROW_STEPS: usize = 24;

/// Shorter arrows are not drawn, in points.
const SHORTEST_ARROW: f32 = 12.0;

/// Pins that are shown together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// Positions in the scene's pins, weightiest first.
    pub(super) pins: Vec<usize>,
    /// The place (of the weightiest).
    at: Merc,
    /// Do all of them share one place?
    pub(super) is_one_place: bool,
    /// Are its pins spread around the place?
    is_spread: bool,
}

/// What lies under the pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hit {
    /// One pin.
    Pin(usize),
    /// A ring of several.
    Ring(usize),
}

impl Group {
    fn is_ring(&self) -> bool {
        !self.is_spread && (self.pins.len() > MOST_IN_ROW || !self.is_one_place)
    }

    /// Middles of the discs, from the projected place.
    fn discs(&self) -> impl Iterator<Item = (usize, Vec2)> {
        let n = self.pins.len();
        let in_row = |i: usize| vec2((i as f32 - (n as f32 - 1.0) / 2.0) * STEP, -STEM);
        let places: Vec<Vec2> = if self.is_spread { circles(n) } else { (0..n).map(in_row).collect() };
        self.pins.iter().copied().zip(places)
    }

    /// All that the group covers, its place at `at`.
    fn rect(&self, at: Pos2) -> Rect {
        if self.is_spread {
            let reach = self.discs().map(|(_, d)| d.length()).fold(0.0, f32::max) + RADIUS + 2.0;
            return Rect::from_center_size(at, Vec2::splat(2.0 * reach));
        }
        if self.is_ring() {
            let middle = at + vec2(0.0, -RING_STEM);
            return Rect::from_center_size(middle, Vec2::splat(2.0 * RING_RADIUS + 3.0));
        }
        let middle = at + vec2(0.0, -STEM);
        let width = STEP * (self.pins.len() as f32 - 1.0) + 2.0 * RADIUS + 3.0;
        Rect::from_center_size(middle, vec2(width, 2.0 * RADIUS + 3.0))
    }
}

impl Group {
    /// What lies between the place at `at` and its discs.
    fn stem(&self, at: Pos2) -> Rect {
        Rect::from_min_max(at - vec2(1.5, self.rect(at).height()), at + vec2(1.5, 0.0))
    }
}

/// Places for `n` discs on circles around a point, from the top on, clockwise.
fn circles(n: usize) -> Vec<Vec2> {
    let mut places = Vec::with_capacity(n);
    let mut radius = SPREAD_RADIUS;
    while places.len() < n {
        let room = (std::f32::consts::TAU * radius / (STEP + 2.0)) as usize;
        let here = room.min(n - places.len());
        let turn = |i: usize| (i as f32 / here as f32 - 0.25) * std::f32::consts::TAU;
        places.extend((0..here).map(|i| Vec2::angled(turn(i)) * radius));
        radius += SPREAD_STEP;
    }
    places
}

/// Groups pins by place, and places whose pins would overlap; many of the `chosen` place are spread.
pub(super) fn group(pins: &[Pin], chosen: Option<&str>, world: World, taken: &mut Taken) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (i, pin) in pins.iter().enumerate() {
        match groups.iter_mut().find(|g| pins[g.pins[0]].place == pin.place) {
            Some(group) => group.pins.push(i),
            None => groups.push(Group { pins: vec![i], at: pin.at, is_one_place: true, is_spread: false }),
        }
    }
    let is_chosen = |g: &Group| chosen == Some(pins[g.pins[0]].place.as_str());
    let spread = groups.iter().position(|g| is_chosen(g) && g.pins.len() > MOST_IN_ROW);
    let spread = spread.map(|at| Group { is_spread: true, ..groups.remove(at) });
    let mut merged: Vec<Group> = Vec::new();
    for group in groups {
        let rect = group.rect(world.pos(group.at));
        let stem = group.stem(world.pos(group.at));
        let meets = |m: &&mut Group| {
            let (other, its_stem) = (m.rect(world.pos(m.at)), m.stem(world.pos(m.at)));
            other.intersects(rect) || other.intersects(stem) || its_stem.intersects(rect)
        };
        match merged.iter_mut().find(meets) {
            Some(other) => {
                other.pins.extend(group.pins);
                other.is_one_place = false;
            }
            None => merged.push(group),
        }
    }
    // First, so that it is painted over the others and answers the pointer before them.
    merged.splice(0..0, spread);
    for group in &merged {
        taken.take(group.rect(world.pos(group.at)));
    }
    merged
}

/// The group and disc under `pointer`, the uppermost first.
pub(super) fn hit(groups: &[Group], screen: &Screen, pointer: Pos2) -> Option<Hit> {
    groups.iter().enumerate().find_map(|(n, group)| {
        let at = screen.pos(group.at);
        if group.is_ring() {
            let is_near = (at + vec2(0.0, -RING_STEM)).distance(pointer) <= RING_RADIUS + 1.0;
            return is_near.then_some(Hit::Ring(n));
        }
        let mut discs = group.discs();
        discs
            .find(|(_, offset)| (at + *offset).distance(pointer) <= RADIUS + 1.0)
            .map(|(pin, _)| Hit::Pin(pin))
    })
}

/// Paints all groups, the weightiest last.
pub(super) fn paint(
    painter: &Painter,
    brush: Brush<'_>,
    palette: Palette<'_>,
    groups: &[Group],
    pins: &[Pin],
) {
    for group in groups.iter().rev() {
        let at = brush.screen.pos(group.at);
        if !brush.screen.rect.expand(60.0).contains(at) {
            continue;
        }
        if group.is_ring() {
            paint_ring(painter, brush, palette, group, pins);
        } else {
            paint_row(painter, brush, palette, group, pins);
        }
    }
}

fn paint_row(painter: &Painter, brush: Brush<'_>, palette: Palette<'_>, group: &Group, pins: &[Pin]) {
    let at = brush.screen.pos(group.at);
    if group.is_spread {
        for (_, offset) in group.discs() {
            painter.line_segment([at, at + offset], Stroke::new(3.0, brush.colours.pin_ring));
            painter.line_segment([at, at + offset], Stroke::new(1.2, brush.colours.label_minor));
        }
        painter.circle_filled(at, 3.0, brush.colours.label_minor);
    } else {
        stem(painter, brush, at, STEM - RADIUS);
    }
    for (pin, offset) in group.discs() {
        let color = palette.of(pins[pin].faction);
        paint_disc(painter, brush, at + offset, color, &pins[pin]);
    }
}

fn stem(painter: &Painter, brush: Brush<'_>, at: Pos2, length: f32) {
    let ends = [at, at - vec2(0.0, length)];
    painter.line_segment(ends, Stroke::new(3.0, brush.colours.pin_ring));
    painter.line_segment(ends, Stroke::new(1.4, brush.colours.label_minor));
    painter.circle_filled(at, 2.2, brush.colours.label_minor);
}

/// One pin: full for what is told as fact, hollow for a claim, pale where place or day are vague.
fn paint_disc(painter: &Painter, brush: Brush<'_>, middle: Pos2, color: Color32, pin: &Pin) {
    let colours = brush.colours;
    if pin.is_selected {
        painter.circle_filled(middle, RADIUS + 4.0, colours.selection);
    } else {
        painter.circle_filled(middle + vec2(0.0, 1.0), RADIUS + 2.0, colours.pin_shadow);
    }
    painter.circle_filled(middle, RADIUS + 1.5, colours.pin_ring);
    let body = mix(color, colours.home, pin.fade);
    let is_fact = pin.modality == Modality::Asserted;
    if is_fact {
        painter.circle_filled(middle, RADIUS, body);
    } else {
        painter.circle_filled(middle, RADIUS, colours.home);
        painter.circle_stroke(middle, RADIUS - 1.1, Stroke::new(2.2, body));
    }
    if pin.is_vague_place {
        let rim = Stroke::new(1.0, mix(color, colours.label, 0.5));
        let circle: Vec<Pos2> = (0..=40)
            .map(|i| middle + Vec2::angled(i as f32 / 40.0 * std::f32::consts::TAU) * (RADIUS + 0.4))
            .collect();
        painter.extend(Shape::dashed_line(&circle, rim, 2.2, 2.0));
    }
    let ink = if is_fact { ink_on(body) } else { mix(color, colours.label, 0.35) };
    let sign = super::signs::of(pin.kind);
    painter.text(middle, eframe::egui::Align2::CENTER_CENTER, sign, icons(12.5), ink);
    if matches!(pin.modality, Modality::Denied) {
        let slash = Vec2::splat(RADIUS * 0.66);
        painter.line_segment([middle - slash, middle + slash], Stroke::new(1.8, colours.label));
    }
}

/// How many pins there are, and how many of each colour.
fn paint_ring(painter: &Painter, brush: Brush<'_>, palette: Palette<'_>, group: &Group, pins: &[Pin]) {
    let colours = brush.colours;
    let at = brush.screen.pos(group.at);
    let middle = at + vec2(0.0, -RING_STEM);
    stem(painter, brush, at, RING_STEM - RING_RADIUS);
    let is_selected = group.pins.iter().any(|p| pins[*p].is_selected);
    let rim = if is_selected { colours.selection } else { colours.pin_shadow };
    painter.circle_filled(middle + vec2(0.0, 1.0), RING_RADIUS + if is_selected { 4.0 } else { 2.5 }, rim);
    painter.circle_filled(middle, RING_RADIUS + 1.5, colours.pin_ring);
    let mut shares: Vec<(Color32, usize)> = Vec::new();
    for pin in &group.pins {
        let color = palette.of(pins[*pin].faction);
        match shares.iter_mut().find(|(c, _)| *c == color) {
            Some((_, n)) => *n += 1,
            None => shares.push((color, 1)),
        }
    }
    let mut from = -0.25;
    for (color, n) in shares {
        let to = from + n as f32 / group.pins.len() as f32;
        painter.add(sector(middle, RING_RADIUS, [from, to], color));
        from = to;
    }
    painter.circle_filled(middle, RING_RADIUS - 4.5, colours.home);
    let count = group.pins.len().to_string();
    painter.text(
        middle,
        eframe::egui::Align2::CENTER_CENTER,
        count,
        FontId::proportional(11.5),
        colours.label,
    );
}

/// A slice of a disc between two fractions of a turn, as a fan of triangles.
fn sector(middle: Pos2, radius: f32, [from, to]: [f32; 2], color: Color32) -> Shape {
    let steps = ((to - from) * 48.0).ceil().max(1.0) as usize;
    let mut mesh = eframe::egui::Mesh::default();
    mesh.colored_vertex(middle, color);
    for i in 0..=steps {
        let turn = from + (to - from) * i as f32 / steps as f32;
        mesh.colored_vertex(middle + Vec2::angled(turn * std::f32::consts::TAU) * radius, color);
    }
    for i in 1..=steps as u32 {
        mesh.add_triangle(0, i, i + 1);
    }
    Shape::mesh(mesh)
}

/// The course of an arrow from one place to another, ending just short of it.
fn course(from: Pos2, to: Pos2) -> Vec<Pos2> {
    let along = to - from;
    let bend = from + along / 2.0 + vec2(along.y, -along.x) * 0.16;
    let end = to - (to - bend).normalized() * 5.0;
    (0..=ARROW_STEPS).map(|i| bezier(from, bend, end, i as f32 / ARROW_STEPS as f32)).collect()
}

/// Keeps names off the arrows.
pub(super) fn take_arrows(arrows: &[Arrow], world: World, taken: &mut Taken) {
    for arrow in arrows {
        for at in course(world.pos(arrow.from), world.pos(arrow.to)) {
            taken.take(Rect::from_center_size(at, Vec2::splat(5.0)));
        }
    }
}

/// Paints movements as bent arrows.
pub(super) fn paint_arrows(painter: &Painter, brush: Brush<'_>, palette: Palette<'_>, arrows: &[Arrow]) {
    for arrow in arrows {
        let (from, to) = (brush.screen.pos(arrow.from), brush.screen.pos(arrow.to));
        if from.distance(to) < SHORTEST_ARROW || !brush.screen.rect.expand(400.0).contains(from) {
            continue;
        }
        let curve = course(from, to);
        let casing = if arrow.is_selected { brush.colours.selection } else { brush.colours.pin_ring };
        for (width, color) in [(5.0, casing), (2.6, palette.of(arrow.faction))] {
            painter.add(Shape::line(curve[..ARROW_STEPS].to_vec(), Stroke::new(width, color)));
            painter.add(head(curve[ARROW_STEPS - 3], curve[ARROW_STEPS], width, color));
        }
    }
}

fn bezier(a: Pos2, b: Pos2, c: Pos2, t: f32) -> Pos2 {
    let (ab, bc) = (a.lerp(b, t), b.lerp(c, t));
    ab.lerp(bc, t)
}

fn head(before: Pos2, tip: Pos2, width: f32, color: Color32) -> Shape {
    let along = (tip - before).normalized();
    let across = vec2(-along.y, along.x);
    let (length, half) = (8.0 + width, 3.0 + width * 0.75);
    let back = tip - along * length;
    let tip = tip + along * width * 0.5;
    Shape::convex_polygon(vec![tip, back + across * half, back - across * half], color, Stroke::NONE)
}

/// Dark ink on light colours, light ink on dark ones.
pub(super) fn ink_on(color: Color32) -> Color32 {
    let [r, g, b, _] = color.to_array().map(f32::from);
    let brightness = 0.299 * r + 0.587 * g + 0.114 * b;
    if brightness > 165.0 { Color32::from_black_alpha(215) } else { Color32::WHITE }
}

/// `share` of the second colour, the rest of the first.
pub(super) fn mix(a: Color32, b: Color32, share: f32) -> Color32 {
    a.lerp_to_gamma(b, share)
}

/// The smallest box around the pins of a group.
pub(super) fn spread_of(group: &Group, pins: &[Pin]) -> (Merc, Merc) {
    let places: Vec<Merc> = group.pins.iter().map(|p| pins[*p].at).collect();
    super::stroke::bounds_of(&places)
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;
    use crate::base::LonLat;
    use crate::events::EventKind;

    fn pin(place: &str, lon: f64) -> Pin {
        Pin {
            event: format!("{place}{lon}"),
            place: place.to_owned(),
            at: LonLat::new(lon, 35.0).mercator(),
            kind: EventKind::Capture,
            faction: None,
            modality: Modality::Asserted,
            is_vague_place: false,
            fade: 0.0,
            is_selected: false,
            title: String::new(),
            date: String::new(),
        }
    }

    fn screen(zoom: f64) -> Screen {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0));
        Screen::new(rect, LonLat::new(37.0, 35.0), zoom)
    }

    #[test]
    fn pins_of_a_place_stand_side_by_side_and_close_places_merge() {
        let pins = [pin("a", 37.0), pin("b", 37.02), pin("a", 37.0), pin("c", 39.0)];
        let far = screen(6.0);
        let groups = group(&pins, None, World::new(&far, far.centre), &mut Taken::new());
        let sizes: Vec<usize> = groups.iter().map(|g| g.pins.len()).collect();
        assert_eq!(sizes, [3, 1]);
        assert!(!groups[0].is_one_place && groups[0].is_ring());
        let near = screen(12.0);
        let groups = group(&pins, None, World::new(&near, near.centre), &mut Taken::new());
        assert_eq!(groups.iter().map(|g| g.pins.len()).collect::<Vec<_>>(), [2, 1, 1]);
    }

    #[test]
    fn the_pointer_finds_discs_and_rings() {
        let pins = [pin("a", 37.0), pin("a", 37.0)];
        let screen = screen(8.0);
        let groups = group(&pins, None, World::new(&screen, screen.centre), &mut Taken::new());
        let at = screen.pos(pins[0].at);
        assert_eq!(hit(&groups, &screen, at + vec2(-STEP / 2.0, -STEM)), Some(Hit::Pin(0)));
        assert_eq!(hit(&groups, &screen, at + vec2(STEP / 2.0, -STEM)), Some(Hit::Pin(1)));
        assert_eq!(hit(&groups, &screen, at + vec2(0.0, 30.0)), None);
    }

    #[test]
    fn many_pins_of_the_chosen_place_are_spread_without_overlap() {
        let pins: Vec<Pin> = (0..30).map(|_| pin("a", 37.0)).chain([pin("b", 37.01)]).collect();
        let screen = screen(8.0);
        let groups = group(&pins, Some("a"), World::new(&screen, screen.centre), &mut Taken::new());
        assert_eq!(
            groups.iter().map(|g| (g.pins.len(), g.is_ring())).collect::<Vec<_>>(),
            [(30, false), (1, false)]
        );
        let discs: Vec<Vec2> = groups[0].discs().map(|(_, d)| d).collect();
        for (i, a) in discs.iter().enumerate() {
            assert!(discs[..i].iter().all(|b| (*a - *b).length() >= 2.0 * RADIUS), "{i}");
        }
    }
}
