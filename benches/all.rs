//! Reading, control, areas, scene and frame: `cargo bench`. Ratios and medians count; machines are noisy.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use divan::Bencher;
use divan::counter::BytesCount;
use eframe::egui::{Context, RawInput, Rect, pos2, vec2};
use waqai::base::LonLat;
use waqai::control::{AreaCache, ControlOptions, Fold, Ground};
use waqai::events::{extract, merge};
use waqai::ingest::{Article, seeds};
use waqai::knowledge::{Knowledge, PlaceIdx};
use waqai::scene::basemap::BaseMap;
use waqai::scene::{Caches, Scene};
use waqai::state::{Camera, View};
use waqai::store::Corpus;
use waqai::ui::{UiState, offscreen, shell_ui};

/// That of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| Knowledge::embedded().expect("the embedded data is sound"))
}

fn corpus() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| Corpus::read(seeds(), Vec::new(), Arc::new(knowledge().clone())))
}

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 12, d).expect("a day of December")
}

/// The five articles, one core: text to events, without merging over articles.
#[divan::bench]
fn read_five_articles(bencher: Bencher) {
    let articles = seeds();
    let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    let knowledge = knowledge();
    bencher
        .counter(BytesCount::new(bytes))
        .bench_local(|| articles.iter().map(|a| extract(a, knowledge).events.len()).sum::<usize>());
}

/// One article that is the longest seed many times over: is reading linear?
#[divan::bench(args = [1, 4, 16])]
fn read_one_long_article(bencher: Bencher, times: usize) {
    let seed = seeds().into_iter().max_by_key(|a| a.text.len()).expect("a seed");
    let mut article = Article::new("long.txt", seed.text.repeat(times));
    article.published = Some(day(2));
    let knowledge = knowledge();
    bencher
        .counter(BytesCount::new(article.text.len()))
        .bench_local(|| extract(&article, knowledge).events.len());
}

#[divan::bench]
fn merge_over_articles(bencher: Bencher) {
    let knowledge = knowledge();
    bencher
        .with_inputs(|| seeds().iter().map(|a| extract(a, knowledge)).collect::<Vec<_>>())
        .bench_local_values(|readings| merge(readings, knowledge).len());
}

#[divan::bench]
fn load_knowledge() -> usize {
    Knowledge::embedded().expect("the embedded data is sound").vocabulary.len()
}

/// The embedded conflict with `n` sites: its own first ones, then more at made-up points between them, each held by
/// whom the site beside it is held.
fn with_sites(n: usize) -> Knowledge {
    let mut knowledge = knowledge().clone();
    let conflict = &mut knowledge.conflict;
    let own: Vec<PlaceIdx> = conflict.sites().collect();
    for &site in own.iter().skip(n) {
        conflict.places[site.0 as usize].is_site = false;
    }
    let mut random = 20_241_208_u64;
    let mut step = || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as f64 / f64::from(1_u32 << 31) - 0.5
    };
    for i in 0..n.saturating_sub(own.len()) {
        let beside = own[i % own.len()];
        let mut place = conflict.place(beside).clone();
        place.id = format!("{}-{i}", place.id);
        place.at = LonLat::new(place.at.lon + 0.3 * step(), place.at.lat + 0.3 * step());
        let idx = PlaceIdx(conflict.places.len() as u32);
        conflict.places.push(place);
        if let Some(opening) = conflict.opening.get(&beside).cloned() {
            conflict.opening.insert(idx, opening);
        }
    }
    knowledge
}

/// The fold of all claims up to one day, at so many sites.
#[divan::bench(args = [1, 400, 4000])]
fn control_of_a_day(bencher: Bencher, n_sites: usize) {
    let knowledge = with_sites(n_sites);
    let fold = Fold::new(&corpus().events, &knowledge, ControlOptions::default());
    bencher.bench_local(|| fold.on(day(5)).sites.len());
}

/// The number of sites of the embedded conflict.
const OWN: usize = 949;

/// The areas of a state never seen before, at so many sites.
#[divan::bench(args = [1, 400, OWN, 4000])]
fn areas_of_a_day_cold(bencher: Bencher, n_sites: usize) {
    let knowledge = with_sites(n_sites);
    let ground = Ground::new(&knowledge, &BaseMap::load().land);
    let control = Fold::new(&corpus().events, &knowledge, ControlOptions::default()).on(day(5));
    bencher.bench_local(|| ground.areas(&control).len());
}

/// The areas of a state seen before.
#[divan::bench(args = [1, 400, OWN, 4000])]
fn areas_of_a_day_cached(bencher: Bencher, n_sites: usize) {
    let knowledge = with_sites(n_sites);
    let mut areas = AreaCache::new(Ground::new(&knowledge, &BaseMap::load().land));
    let control = Fold::new(&corpus().events, &knowledge, ControlOptions::default()).on(day(5));
    areas.areas(&control);
    bencher.bench_local(|| areas.areas(&control).len());
}

/// The cells of all sites, built once a conflict.
#[divan::bench(args = [1, 400, OWN, 4000], sample_count = 3)]
fn ground(bencher: Bencher, n_sites: usize) {
    let knowledge = with_sites(n_sites);
    bencher.bench_local(|| Ground::new(&knowledge, &BaseMap::load().land).total_km2());
}

/// The scene of a view whose control state was seen before.
#[divan::bench]
fn scene(bencher: Bencher) {
    let view = View::opening(corpus());
    let mut caches = Caches::default();
    bencher.bench_local(|| Scene::build(corpus(), &view, &mut caches).timeline.lanes.len());
}

/// Lays out and tessellates one frame of the window; how many meshes it has.
fn drawn(ctx: &Context, scene: &Scene, state: &mut UiState) -> usize {
    let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(1600.0, 1000.0));
    let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
    let mut output = ctx.run_ui(input, |ui| drop(shell_ui(ui, scene, state)));
    output.textures_delta.clear();
    ctx.tessellate(output.shapes, output.pixels_per_point).len()
}

/// A steady frame of the whole window at 1600×1000: layout and tessellation, no painting.
#[divan::bench]
fn frame(bencher: Bencher) {
    let scene = Scene::build(corpus(), &View::opening(corpus()), &mut Caches::default());
    let (ctx, mut state) = (Context::default(), UiState::default());
    bencher.bench_local(|| drawn(&ctx, &scene, &mut state));
}

/// A frame of the whole window while the map is moved: meshes and names of so many sites made anew.
#[divan::bench(args = [1, 400, 4000], sample_count = 20)]
fn frame_of_a_moving_map(bencher: Bencher, n_sites: usize) {
    let corpus = Corpus::read(seeds(), Vec::new(), Arc::new(with_sites(n_sites)));
    let mut scene = Scene::build(&corpus, &View::opening(&corpus), &mut Caches::default());
    let (ctx, mut state) = (Context::default(), UiState::default());
    let mut zoom = 6.0;
    bencher.bench_local(|| {
        zoom = if zoom > 9.0 { 6.0 } else { zoom + 0.1 };
        scene.view.camera = Some(Camera { lon: 37.5, lat: 35.2, zoom });
        drawn(&ctx, &scene, &mut state)
    });
}

/// The same while nothing moves.
#[divan::bench(args = [1, 400, 4000], sample_count = 20)]
fn frame_of_a_still_map(bencher: Bencher, n_sites: usize) {
    let corpus = Corpus::read(seeds(), Vec::new(), Arc::new(with_sites(n_sites)));
    let scene = Scene::build(&corpus, &View::opening(&corpus), &mut Caches::default());
    let (ctx, mut state) = (Context::default(), UiState::default());
    bencher.bench_local(|| drawn(&ctx, &scene, &mut state));
}

/// The picture of `render` at 1600×1000 from a scene, four frames and the rasteriser included.
#[divan::bench]
fn picture(bencher: Bencher) {
    let scene = Scene::build(corpus(), &View::opening(corpus()), &mut Caches::default());
    bencher.bench_local(|| offscreen::render_scene(&scene, [1600, 1000], 1.0).map(|i| i.pixels.len()));
}
