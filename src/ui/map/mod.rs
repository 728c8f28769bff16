//! The map panel: walkers moves it, layers of our own paint it, the pointer asks it.
//!
//! The ground is drawn from the base map inside the program; `tiles` from a server lie over it only while
//! the person at the window wants them. Zooming is our own, so that the land under the pointer stays. What
//! does not move is drawn into meshes that are kept until the camera or what is shown changes; names are
//! placed once a zoom. The camera lives in the view: gestures become [`Command::SetCamera`], and walkers'
//! memory only mirrors it.

mod areas;
mod base;
mod colours;
mod fill;
mod furniture;
mod labels;
mod legend;
mod measure;
mod names;
mod pins;
mod pointer;
mod screen;
mod signs;
mod stroke;
pub(super) mod tiles;
mod tooltip;

use std::sync::Arc;

use eframe::egui::epaint::Mesh;
use eframe::egui::{Context, Key, Painter, Pos2, Rect, Response, Role, Shape, Ui, Vec2, WidgetInfo, vec2};
use walkers::{Map, MapMemory, Plugin, Projector, lon_lat};

use crate::base::LonLat;
use crate::scene::map::{FadeGrid, GroundShapes, Rings};
use crate::scene::{Rgb, Scene};
use crate::state::{Camera, Command, Layers, Theme};
use areas::{FadeLayer, GroundLayer, Hatch, Palette};
use base::{Base, Brush, ReliefLayer};
use colours::Colours;
use furniture::Furniture;
pub(super) use furniture::{N_TOOLS, TOOL, tool_columns, tools_rect};
use names::Names;
use screen::{Screen, fit};
use stroke::Line;
use tiles::OnlineTiles;

/// Farthest out and nearest in.
const ZOOMS: std::ops::RangeInclusive<f64> = 4.0..=14.0;

/// How much of the panel stays free around the country when it is fitted.
const FIT_MARGIN: f32 = 0.04;

/// Points along the bottom that a fitted map leaves to the scale bar and the sources.
const FIT_FOOT: f32 = 56.0;

/// Above and below what is told of another country the day's card and the legend keep at most so many points, and
/// no more than this part of the panel each.
const FIT_PLATES: [f32; 2] = [72.0, 60.0];
const FIT_PLATES_PART: f32 = 0.16;

/// Zoom levels a key press changes.
pub(super) const KEY_ZOOM: f64 = 0.5;

/// Points a key press moves the map.
const KEY_PAN: f32 = 96.0;

/// Zoom levels a point of scrolling changes.
const ZOOM_A_POINT: f64 = 0.006;

/// States of control kept ready to be painted.
const MOST_GROUNDS: usize = 24;

/// What the panel keeps between frames: textures and meshes, nothing that a picture depends on.
#[derive(Default)]
pub struct MapState {
    memory: MapMemory,
    mirrored: Option<Camera>,
    relief: Option<ReliefLayer>,
    hatch: Option<(u32, Hatch)>,
    fade: Option<(Arc<FadeGrid>, FadeLayer)>,
    grounds: Vec<(Arc<GroundShapes>, Arc<GroundLayer>)>,
    changed: Option<(Arc<Vec<Rings>>, Vec<Line>)>,
    drawn: Option<(DrawnKey, Drawn)>,
    names: Option<Names>,
    /// The event chosen last, which the map has brought into sight.
    followed: Option<String>,
    /// Tiles from a server: nothing, unless the person at the window asked for them.
    pub(super) tiles: Option<OnlineTiles>,
    pub(super) mark: Mark,
}

/// The mark that says that tiles come from a server.
#[derive(Debug, Default)]
pub(super) struct Mark {
    /// Where there is room for it.
    pub(super) room: Option<Rect>,
    /// Where it was painted last.
    pub(super) painted: Option<Rect>,
}

/// What is kept of the ground: what lies below online tiles, and what lies above them.
#[derive(Default)]
struct Drawn {
    below: Vec<Shape>,
    above: Vec<Shape>,
}

impl std::fmt::Debug for MapState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MapState")
    }
}

/// What the kept meshes depend on.
#[derive(Clone, PartialEq)]
struct DrawnKey {
    screen: Screen,
    pixels_per_point: f32,
    theme: Theme,
    layers: Layers,
    opacity: u8,
    colours: Vec<Rgb>,
    grounds: Vec<usize>,
    has_tiles: bool,
}

/// Paints the map of `scene` into all of `ui`; returns what the user asks for.
pub fn map_ui(ui: &mut Ui, scene: &Scene, state: &mut MapState) -> Vec<Command> {
    let mut commands = Vec::new();
    let rect = ui.available_rect_before_wrap();
    let camera = camera_in(rect, scene);
    let mut memory = std::mem::take(&mut state.memory);
    if state.mirrored != Some(camera) {
        memory.center_at(lon_lat(camera.lon, camera.lat));
        let _ = memory.set_zoom(camera.zoom.clamp(*ZOOMS.start(), *ZOOMS.end()));
        state.mirrored = Some(camera);
    }
    let centre = lon_lat(camera.lon, camera.lat);
    let painting = Painting { scene, state, commands: &mut commands };
    let map = Map::new(None, &mut memory, centre).with_plugin(painting).zoom_gesture(false).panning(false);
    let response = ui.add(map);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, scene.words().text("map")));
    if response.changed() {
        let at = memory.detached().unwrap_or(centre);
        let moved = Camera { lon: at.x(), lat: at.y(), zoom: camera.zoom };
        state.mirrored = Some(moved);
        commands.push(Command::SetCamera(moved));
    }
    commands.extend(zoomed(ui, &response, camera, scene));
    commands.extend(key_commands(ui, rect, camera));
    commands.extend(follow(rect, scene, state, camera));
    state.memory = memory;
    commands
}

/// Brings the pin of an event that was just chosen, in the list or the timeline, into sight: in the middle, no nearer than
/// before. What is in sight already stays where it is.
fn follow(rect: Rect, scene: &Scene, state: &mut MapState, camera: Camera) -> Option<Command> {
    const MARGIN: f32 = 24.0;
    if state.followed == scene.view.event {
        return None;
    }
    state.followed.clone_from(&scene.view.event);
    let pin = scene.map.pins.iter().find(|p| p.is_selected)?;
    let screen = Screen::new(rect, LonLat::new(camera.lon, camera.lat), camera.zoom);
    let hidden = !rect.shrink(MARGIN).contains(screen.pos(pin.at));
    let at = LonLat::from_mercator(pin.at);
    hidden.then_some(Command::SetCamera(Camera { lon: at.lon, lat: at.lat, zoom: camera.zoom }))
}

/// The camera of `scene` as it is drawn in `rect`.
pub(super) fn camera_in(rect: Rect, scene: &Scene) -> Camera {
    scene.view.camera.unwrap_or_else(|| fitted(rect, scene))
}

/// The camera after `change` levels of zoom: what is drawn at `fixed` stays there.
pub(super) fn zoomed_at(rect: Rect, camera: Camera, change: f64, fixed: Pos2) -> Camera {
    let zoom = (camera.zoom + change).clamp(*ZOOMS.start(), *ZOOMS.end());
    let screen = Screen::new(rect, LonLat::new(camera.lon, camera.lat), camera.zoom);
    let (kept, offset) = (screen.merc(fixed), fixed - rect.center());
    let scale = Screen::new(rect, LonLat::new(camera.lon, camera.lat), zoom).scale;
    let centre = [kept[0] - f64::from(offset.x) / scale, kept[1] - f64::from(offset.y) / scale];
    let at = LonLat::from_mercator(centre);
    Camera { lon: at.lon, lat: at.lat, zoom }
}

/// Scrolling, pinching and double clicks zoom at the pointer.
fn zoomed(ui: &Ui, response: &Response, camera: Camera, scene: &Scene) -> Option<Command> {
    let pointer = response.hover_pos()?;
    let (scrolled, pinched) = ui.input(|i| (i.smooth_scroll_delta().y, i.zoom_delta()));
    let is_double = response.double_clicked() && scene.view.measure.is_none();
    let by_pinch = f64::from(pinched).max(1e-3).log2();
    let change = f64::from(scrolled) * ZOOM_A_POINT + by_pinch + f64::from(u8::from(is_double));
    let after = zoomed_at(response.rect, camera, change, pointer);
    (change.abs() > 1e-6 && after.zoom.to_bits() != camera.zoom.to_bits())
        .then_some(Command::SetCamera(after))
}

/// The camera that fits what the map is about into `rect`.
fn fitted(rect: Rect, scene: &Scene) -> Camera {
    let bounds = scene.map.fit;
    let mut room = rect.shrink(rect.size().min_elem() * FIT_MARGIN);
    if scene.map.fit != scene.map.bounds {
        // Home has empty land below the plates; places strewn over other countries may lie anywhere.
        let [head, foot] = FIT_PLATES.map(|points| points.min(rect.height() * FIT_PLATES_PART));
        room.min.y += head;
        room.max.y -= foot;
    }
    room.max.y = (room.max.y - FIT_FOOT).max(room.min.y);
    let (at, zoom) = fit(room, (bounds.min, bounds.max));
    let zoom = zoom.clamp(*ZOOMS.start(), *ZOOMS.end());
    // The middle of the land belongs into the middle of the room, which lies above that of the panel.
    let lower = rect.center() + (rect.center() - room.center());
    let at = LonLat::from_mercator(Screen::new(rect, at, zoom).merc(lower));
    Camera { lon: at.lon, lat: at.lat, zoom }
}

fn key_commands(ui: &Ui, rect: Rect, camera: Camera) -> Vec<Command> {
    if ui.ctx().memory(|m| m.focused().is_some() || m.top_modal_layer().is_some()) {
        return Vec::new();
    }
    let zoom = |change: f64| Command::SetCamera(zoomed_at(rect, camera, change, rect.center()));
    let pan = |by: Vec2| {
        let screen = Screen::new(rect, LonLat::new(camera.lon, camera.lat), camera.zoom);
        let at = LonLat::from_mercator(screen.merc(rect.center() + by * KEY_PAN));
        Command::SetCamera(Camera { lon: at.lon, lat: at.lat, zoom: camera.zoom })
    };
    let arrows = [
        (Key::ArrowLeft, vec2(-1.0, 0.0)),
        (Key::ArrowRight, vec2(1.0, 0.0)),
        (Key::ArrowUp, vec2(0.0, -1.0)),
        (Key::ArrowDown, vec2(0.0, 1.0)),
    ];
    ui.input(|input| {
        let is_in = input.key_pressed(Key::Plus) || input.key_pressed(Key::Equals);
        let zoom_in = is_in.then(|| zoom(KEY_ZOOM));
        let zoom_out = input.key_pressed(Key::Minus).then(|| zoom(-KEY_ZOOM));
        let fit = input.key_pressed(Key::Num0).then_some(Command::FitMap);
        let moving = arrows.into_iter().filter(|(key, _)| input.modifiers.command && input.key_pressed(*key));
        let moves = moving.map(|(_, by)| pan(by)).collect::<Vec<_>>();
        zoom_in.into_iter().chain(zoom_out).chain(fit).chain(moves).collect()
    })
}

/// The plugin that walkers calls once the camera of this frame is known.
struct Painting<'a> {
    scene: &'a Scene,
    state: &'a mut MapState,
    commands: &'a mut Vec<Command>,
}

impl Plugin for Painting<'_> {
    fn run(
        self: Box<Self>,
        ui: &mut Ui,
        response: &Response,
        _projector: &Projector<'_>,
        memory: &MapMemory,
    ) {
        let Self { scene, state, commands } = *self;
        let rect = response.rect;
        let at = memory.detached().unwrap_or_else(|| lon_lat(0.0, 0.0));
        let screen = Screen::new(rect, LonLat::new(at.x(), at.y()), memory.zoom());
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let brush = Brush {
            screen: &screen,
            colours: Colours::of(scene.view.theme == Theme::Dark),
            pixels_per_point: painter.pixels_per_point(),
        };
        let palette = Palette { factions: &scene.map.colours, unknown: brush.colours.unknown };
        state.draw(&painter, brush, scene, palette);
        let names = Names::update(state.names.take(), &painter, brush, scene);
        let furniture = Furniture::new(&painter, brush, scene, palette, state.mark.painted);
        state.mark.room = Some(furniture.mark_room());
        names.paint(&painter, brush, furniture.plates());
        if scene.view.layers.pins {
            pins::paint_arrows(&painter, brush, palette, &scene.map.arrows);
            pins::paint(&painter, brush, palette, &names.groups, &scene.map.pins);
        }
        measure::paint(&painter, brush, scene, response.hover_pos());
        if let Some((_, hatch)) = &state.hatch {
            furniture.paint(&painter, brush, hatch);
        }
        if scene.view.measure.is_some() {
            commands.extend(measure::handle(response, brush, scene, furniture.plates()));
            state.names = Some(names);
            return;
        }
        let asked =
            pointer::Pointer { response, brush, scene, names: &names, palette, plates: furniture.plates() };
        commands.extend(asked.handle());
        state.names = Some(names);
    }
}

impl MapState {
    /// Land, relief, areas, water, roads, borders and fronts: kept meshes, made anew when needed.
    fn draw(&mut self, painter: &Painter, brush: Brush<'_>, scene: &Scene, palette: Palette<'_>) {
        self.prepare(painter.ctx(), brush.pixels_per_point, scene);
        let map = &scene.map;
        let ghosts = map.ghosts.iter().map(|(_, g)| Arc::as_ptr(g) as usize);
        let key = DrawnKey {
            screen: *brush.screen,
            pixels_per_point: brush.pixels_per_point,
            theme: scene.view.theme,
            layers: scene.view.layers,
            opacity: scene.view.area_opacity_percent,
            colours: map.colours.clone(),
            grounds: [Arc::as_ptr(&map.ground) as usize, Arc::as_ptr(&map.changed).cast::<u8>() as usize]
                .into_iter()
                .chain(ghosts)
                .collect(),
            has_tiles: self.has_tiles(),
        };
        let is_kept = self.drawn.as_ref().is_some_and(|(old, _)| *old == key);
        if !is_kept {
            let drawn = self.shapes(brush, scene, palette);
            self.drawn = Some((key, drawn));
        }
        let tint = brush.colours.tile_tint;
        let tiles = self.tiles.as_mut().map(|t| t.shapes(painter.ctx(), brush.screen, tint));
        if let Some((_, drawn)) = &self.drawn {
            painter.extend(drawn.below.iter().cloned());
            painter.extend(tiles.into_iter().flatten());
            painter.extend(drawn.above.iter().cloned());
        }
    }

    fn has_tiles(&self) -> bool {
        self.tiles.as_ref().is_some_and(OnlineTiles::has_pictures)
    }

    /// Textures and triangles of what `scene` shows.
    fn prepare(&mut self, ctx: &Context, pixels_per_point: f32, scene: &Scene) {
        let map = &scene.map;
        if self.relief.is_none() {
            self.relief = ReliefLayer::new(ctx);
        }
        if self.hatch.as_ref().is_none_or(|(ppp, _)| *ppp != pixels_per_point.to_bits()) {
            self.hatch = Some((pixels_per_point.to_bits(), Hatch::new(ctx, pixels_per_point)));
        }
        if self.fade.as_ref().is_none_or(|(grid, _)| !Arc::ptr_eq(grid, &map.fade)) {
            self.fade = Some((map.fade.clone(), FadeLayer::new(ctx, &map.fade, map.bounds)));
        }
        if self.changed.as_ref().is_none_or(|(rings, _)| !Arc::ptr_eq(rings, &map.changed)) {
            self.changed = Some((map.changed.clone(), areas::outlines(&map.changed)));
        }
        for ground in map.ghosts.iter().map(|(_, g)| g).chain([&map.ground]) {
            if !self.grounds.iter().any(|(kept, _)| Arc::ptr_eq(kept, ground)) {
                if self.grounds.len() >= MOST_GROUNDS {
                    self.grounds.remove(0);
                }
                self.grounds.push((ground.clone(), Arc::new(GroundLayer::new(ground))));
            }
        }
    }

    fn ground(&self, ground: &Arc<GroundShapes>) -> Option<&GroundLayer> {
        self.grounds.iter().find(|(kept, _)| Arc::ptr_eq(kept, ground)).map(|(_, layer)| layer.as_ref())
    }

    /// Tiles bring relief, waters and roads of their own.
    fn shapes(&self, brush: Brush<'_>, scene: &Scene, palette: Palette<'_>) -> Drawn {
        let (base, layers) = (Base::get(), scene.view.layers);
        let is_bare = !self.has_tiles();
        let opacity =
            f32::from(scene.view.area_opacity_percent.min(100)) / 100.0 * brush.colours.area_strength;
        let ground = self.ground(&scene.map.ground).filter(|_| layers.areas);
        let mut land = Mesh::default();
        base.draw_land(&mut land, brush);
        let below = vec![Shape::mesh(land)];
        let mut above = Vec::new();
        if let (Some(ground), Some((_, hatch))) = (ground, &self.hatch) {
            let mut fills = Mesh::default();
            ground.draw_fills(&mut fills, brush.screen, palette, opacity);
            above.push(Shape::mesh(fills));
            above.push(Shape::mesh(ground.hatch(hatch, brush.screen, palette, opacity)));
        }
        if let (Some(_), Some((_, fade))) = (ground, &self.fade) {
            above.push(Shape::Mesh(fade.mesh(base.home(), brush.screen, brush.colours.fade)));
        }
        if let Some(relief) = self.relief.as_ref().filter(|_| layers.relief && is_bare) {
            above.push(Shape::Mesh(relief.mesh(brush.screen, brush.colours.relief_strength)));
        }
        let mut lines = Mesh::default();
        if layers.governorates {
            base.draw_governorates(&mut lines, brush);
        }
        if is_bare {
            base.draw_water(&mut lines, brush);
        }
        if layers.roads && is_bare {
            base.draw_roads(&mut lines, brush);
        }
        base.draw_borders(&mut lines, brush);
        if let Some(ground) = ground {
            for (days, ghost) in &scene.map.ghosts {
                if let Some(ghost) = self.ground(ghost) {
                    ghost.draw_ghost(&mut lines, brush, *days);
                }
            }
            ground.draw_lines(&mut lines, brush);
        }
        if let Some((_, changed)) = self.changed.as_ref().filter(|_| layers.areas && layers.changes) {
            areas::draw_changed(&mut lines, brush, changed);
        }
        above.push(Shape::mesh(lines));
        Drawn { below, above }
    }
}
