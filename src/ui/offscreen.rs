//! The window without a window: the same shell, tessellated by egui, rasterised on the CPU, as a PNG.

use std::io::BufWriter;

use eframe::egui::epaint::ClippedPrimitive;
use eframe::egui::{Color32, ColorImage, Context, RawInput, Rect, ViewportId, pos2, vec2};

use super::raster::Rasteriser;
use super::{UiState, shell_ui};
use crate::base::{Error, Result};
use crate::scene::{Caches, Scene};
use crate::state::View;
use crate::store::Corpus;

/// Key of the text chunk that holds the view a picture was made of.
pub const VIEW_KEYWORD: &str = "waqai-view";

/// Frames until everything has found its place.
const FRAMES: usize = 4;

/// Longest side of a picture, in pixels.
const MOST_PIXELS: f32 = 16_384.0;

/// Draws `view` of `corpus` as a PNG. `size` is that of the window in points; the picture has `scale`
/// times as many pixels on each side. The view itself is embedded under [`VIEW_KEYWORD`].
///
/// # Errors
/// When the size or scale is not usable.
pub fn render_png(corpus: &Corpus, view: &View, size: [u32; 2], scale: f32) -> Result<Vec<u8>> {
    pixels_of(size, scale)?;
    let scene = Scene::build(corpus, view, &mut Caches::default());
    let image = render_scene(&scene, size, scale)?;
    encode(&image, &view.to_json())
}

/// Draws a scene as a picture; the same scene gives the same pixels.
///
/// # Errors
/// When the size or scale is not usable.
pub fn render_scene(scene: &Scene, size: [u32; 2], scale: f32) -> Result<ColorImage> {
    let pixels = pixels_of(size, scale)?;
    let points = vec2(size[0] as f32, size[1] as f32);
    let ctx = Context::default();
    let mut state = UiState::default();
    let mut rasteriser = Rasteriser::default();
    let mut primitives: Vec<ClippedPrimitive> = Vec::new();
    for frame in 0..FRAMES {
        let mut output = ctx.run_ui(input(points, scale, frame), |ui| {
            let _ = shell_ui(ui, scene, &mut state);
        });
        rasteriser.apply(&mut output.textures_delta);
        if frame + 1 == FRAMES {
            primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
        }
    }
    let background = ctx.global_style().visuals.window_fill.to_opaque();
    Ok(rasteriser.paint(&primitives, pixels, scale, background))
}

/// Width and height of the picture in pixels.
fn pixels_of([width, height]: [u32; 2], scale: f32) -> Result<[usize; 2]> {
    let pixels = [width, height].map(|side| (side as f32 * scale).round());
    let is_usable = scale.is_finite() && pixels.iter().all(|side| (1.0..=MOST_PIXELS).contains(side));
    if is_usable {
        return Ok(pixels.map(|side| side as usize));
    }
    Err(Error::Usage(format!("a picture of {width} x {height} points at scale {scale} cannot be drawn")))
}

/// A second a frame: whatever moves has come to rest.
fn input(points: eframe::egui::Vec2, scale: f32, frame: usize) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), points)),
        time: Some(frame as f64),
        ..RawInput::default()
    };
    input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(scale);
    input
}

/// A PNG of `image` with the view's JSON inside.
pub(super) fn encode(image: &ColorImage, view: &str) -> Result<Vec<u8>> {
    let failed = |e: png::EncodingError| Error::Output(format!("the picture cannot be encoded: {e}"));
    let mut bytes = Vec::new();
    let [width, height] = image.size.map(|side| side as u32);
    let mut encoder = png::Encoder::new(BufWriter::new(&mut bytes), width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.add_itxt_chunk(VIEW_KEYWORD.to_owned(), view.to_owned()).map_err(failed)?;
    let pixels: Vec<u8> = image.pixels.iter().copied().flat_map(opaque).collect();
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&pixels).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

fn opaque(pixel: Color32) -> [u8; 3] {
    let [r, g, b, _] = pixel.to_array();
    [r, g, b]
}

/// The view inside a PNG that [`render_png`] made, as JSON; nothing when there is none.
pub fn view_in_png(bytes: &[u8]) -> Option<String> {
    let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().ok()?;
    let texts = &reader.info().utf8_text;
    texts.iter().find(|t| t.keyword == VIEW_KEYWORD)?.get_text().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::corpus;

    #[test]
    fn the_same_bytes_twice_with_the_view_inside() {
        let corpus = corpus();
        let view = View::opening(&corpus);
        let scene = Scene::build(&corpus, &view, &mut Caches::default());
        let draw = || {
            let image = render_scene(&scene, [640, 420], 1.0).expect("a usable size");
            encode(&image, &view.to_json()).expect("a small picture")
        };
        let (first, second) = (draw(), draw());
        assert!(first == second);
        assert_eq!(view_in_png(&first).as_deref(), Some(view.to_json().as_str()));
        assert_eq!(image::load_from_memory(&first).unwrap().width(), 640);
    }

    #[test]
    fn unusable_sizes_are_refused() {
        let corpus = corpus();
        let view = View::opening(&corpus);
        for (size, scale) in [([0, 10], 1.0), ([10, 10], f32::NAN), ([9000, 10], 4.0), ([10, 10], 0.01)] {
            assert!(render_png(&corpus, &view, size, scale).is_err(), "{size:?} {scale}");
        }
    }
}
