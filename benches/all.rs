//! Reading, control, areas, scene and frame: `cargo bench`. Ratios and medians count; machines are noisy.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use divan::Bencher;
use divan::counter::BytesCount;
use eframe::egui::{Context, RawInput, Rect, pos2, vec2};
use waqai::control::{ControlOptions, Fold, Ground};
use waqai::events::{extract, merge};
use waqai::ingest::{Article, seeds};
use waqai::knowledge::Knowledge;
use waqai::scene::basemap::BaseMap;
use waqai::scene::{Caches, Scene};
use waqai::state::View;
use waqai::store::Corpus;
use waqai::ui::{UiState, offscreen, shell_ui};

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

/// The fold of all claims up to one day.
#[divan::bench]
fn control_of_a_day(bencher: Bencher) {
    let fold = Fold::new(&corpus().events, knowledge(), ControlOptions::default());
    bencher.bench_local(|| fold.on(day(5)).sites.len());
}

/// The areas of one state of control, cold.
#[divan::bench]
fn areas_of_a_day(bencher: Bencher) {
    let ground = Ground::new(knowledge(), &BaseMap::load().land);
    let control = Fold::new(&corpus().events, knowledge(), ControlOptions::default()).on(day(5));
    bencher.bench_local(|| ground.areas(&control).len());
}

/// The scene of a view whose control state was seen before.
#[divan::bench]
fn scene(bencher: Bencher) {
    let view = View::opening(corpus());
    let mut caches = Caches::default();
    bencher.bench_local(|| Scene::build(corpus(), &view, &mut caches).timeline.lanes.len());
}

/// A steady frame of the whole window at 1600×1000: layout and tessellation, no painting.
#[divan::bench]
fn frame(bencher: Bencher) {
    let scene = Scene::build(corpus(), &View::opening(corpus()), &mut Caches::default());
    let (ctx, mut state) = (Context::default(), UiState::default());
    let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(1600.0, 1000.0));
    bencher.bench_local(|| {
        let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| drop(shell_ui(ui, &scene, &mut state)));
        output.textures_delta.clear();
        ctx.tessellate(output.shapes, output.pixels_per_point).len()
    });
}

/// The picture of `render` at 1600×1000 from a scene, four frames and the rasteriser included.
#[divan::bench]
fn picture(bencher: Bencher) {
    let scene = Scene::build(corpus(), &View::opening(corpus()), &mut Caches::default());
    bencher.bench_local(|| offscreen::render_scene(&scene, [1600, 1000], 1.0).map(|i| i.pixels.len()));
}
