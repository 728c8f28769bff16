//! A deterministic rasteriser on the CPU for what egui tessellates: no GPU, driver or display.
//!
//! It keeps the textures that egui uploads ([`Rasteriser::apply`]) and paints clipped meshes over one
//! another in their order ([`Rasteriser::paint`]), with premultiplied alpha in gamma space as egui's own
//! painters do. Bands of rows are painted side by side; no pixel depends on how they are divided.

mod texture;
mod triangle;

use std::collections::BTreeMap;

use eframe::egui::epaint::{ClippedPrimitive, Mesh, Primitive};
use eframe::egui::{Color32, ColorImage, Rect, TextureId, TexturesDelta};
use rayon::prelude::*;

use texture::Texture;
use triangle::{Band, Bounds};

/// Rows painted by one thread at a time.
const BAND_ROWS: usize = 48;

/// Textures uploaded so far. Feed it every frame's deltas, paint the frames that are wanted.
#[derive(Default)]
pub struct Rasteriser {
    textures: BTreeMap<TextureId, Texture>,
    freed: Vec<TextureId>,
}

impl Rasteriser {
    /// Takes over new and changed textures; leaves `delta` empty. Textures that egui frees live until the
    /// next call, because the frame at hand may still paint them.
    pub fn apply(&mut self, delta: &mut TexturesDelta) {
        for id in self.freed.drain(..) {
            self.textures.remove(&id);
        }
        let uploads: BTreeMap<_, _> = delta.set.drain().collect();
        for (id, images) in uploads {
            for image in &images {
                match (image.pos, self.textures.get_mut(&id)) {
                    (Some(at), Some(texture)) => texture.patch(image, at),
                    _ => {
                        self.textures.insert(id, Texture::whole(image));
                    }
                }
            }
        }
        self.freed.extend(delta.free.drain());
    }

    /// Paints `primitives` over `background` in a picture of `size` pixels. Paint callbacks are left out.
    pub fn paint(
        &self,
        primitives: &[ClippedPrimitive],
        size: [usize; 2],
        pixels_per_point: f32,
        background: Color32,
    ) -> ColorImage {
        let mut image = ColorImage::filled(size, background);
        let jobs: Vec<Job<'_>> =
            primitives.par_iter().filter_map(|p| self.job(p, size, pixels_per_point)).collect();
        image.pixels.par_chunks_mut((size[0] * BAND_ROWS).max(1)).enumerate().for_each(|(n, pixels)| {
            let mut band = Band { pixels, width: size[0], first_row: (n * BAND_ROWS) as i64 };
            for job in &jobs {
                job.paint(&mut band);
            }
        });
        image
    }

    fn job<'a>(&'a self, primitive: &'a ClippedPrimitive, size: [usize; 2], scale: f32) -> Option<Job<'a>> {
        let Primitive::Mesh(mesh) = &primitive.primitive else { return None };
        let texture = self.textures.get(&mesh.texture_id)?;
        let clip = clip_pixels(primitive.clip_rect, size, scale)?;
        let corners: Vec<_> = mesh.vertices.iter().map(|v| triangle::snapped(v, scale)).collect();
        Some(Job { mesh, texture, clip, corners })
    }
}

/// The clip rectangle in whole pixels; nothing when it leaves nothing.
fn clip_pixels(clip: Rect, size: [usize; 2], scale: f32) -> Option<Bounds> {
    let clip = clip * scale;
    let min = [clip.min.x, clip.min.y].map(|v| (v.round() as i64).max(0));
    let max = [clip.max.x, clip.max.y].map(|v| v.round() as i64);
    let max = [max[0].min(size[0] as i64), max[1].min(size[1] as i64)];
    (min[0] < max[0] && min[1] < max[1]).then_some(Bounds { min, max })
}

/// One mesh, ready to be painted by any band.
struct Job<'a> {
    mesh: &'a Mesh,
    texture: &'a Texture,
    clip: Bounds,
    corners: Vec<Option<[i64; 2]>>,
}

impl Job<'_> {
    fn paint(&self, band: &mut Band<'_>) {
        if self.clip.min[1] >= band.end_row() || self.clip.max[1] <= band.first_row {
            return;
        }
        let (top, bottom) = (band.first_row * 256, band.end_row() * 256);
        for ids in self.mesh.indices.chunks_exact(3) {
            let ids = [ids[0] as usize, ids[1] as usize, ids[2] as usize];
            let [Some(a), Some(b), Some(c)] = ids.map(|i| self.corners.get(i).copied().flatten()) else {
                continue;
            };
            let is_above = a[1] < top && b[1] < top && c[1] < top;
            let is_below = a[1] > bottom && b[1] > bottom && c[1] > bottom;
            if is_above || is_below {
                continue;
            }
            let vertices = ids.map(|i| &self.mesh.vertices[i]);
            triangle::paint(band, self.clip, self.texture, vertices, [a, b, c]);
        }
    }
}

#[cfg(test)]
impl egui_kittest::TestRenderer for Rasteriser {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.apply(delta);
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::epaint::{ImageDelta, Vertex};
    use eframe::egui::{Pos2, TextureOptions, pos2};

    use super::*;

    fn rasteriser() -> Rasteriser {
        let mut delta = TexturesDelta::default();
        let white = ColorImage::filled([1, 1], Color32::WHITE);
        delta.push(TextureId::default(), ImageDelta::full(white, TextureOptions::LINEAR));
        let mut rasteriser = Rasteriser::default();
        rasteriser.apply(&mut delta);
        rasteriser
    }

    fn primitive(points: &[Pos2], color: Color32) -> ClippedPrimitive {
        let vertices = points.iter().map(|p| Vertex::untextured(*p, color)).collect::<Vec<_>>();
        let mesh = Mesh { indices: (0..vertices.len() as u32).collect(), vertices, ..Mesh::default() };
        ClippedPrimitive { clip_rect: Rect::EVERYTHING, primitive: Primitive::Mesh(mesh) }
    }

    #[test]
    fn a_fan_of_triangles_touches_every_pixel_once() {
        let rim: Vec<Pos2> = (0..=37)
            .map(|i| {
                let angle = i as f32 / 37.0 * std::f32::consts::TAU;
                pos2(100.3 + 300.0 * angle.cos(), 77.7 + 300.0 * angle.sin())
            })
            .collect();
        let hub = pos2(61.27, 83.91);
        let mut points: Vec<Pos2> = rim.windows(2).flat_map(|w| [hub, w[0], w[1]]).collect();
        let last = points.len() - 1;
        points[last] = points[1];
        let tint = Color32::from_rgba_premultiplied(10, 20, 30, 100);
        let image = rasteriser().paint(&[primitive(&points, tint)], [200, 150], 1.0, Color32::BLACK);
        let once = Color32::from_rgba_premultiplied(10, 20, 30, 255);
        assert!(image.pixels.iter().all(|p| *p == once));
    }

    #[test]
    fn pixels_belong_to_the_triangle_that_holds_their_centre() {
        let square = [(2.5, 1.5), (6.5, 1.5), (6.5, 4.5), (2.5, 1.5), (6.5, 4.5), (2.5, 4.5)];
        let points = square.map(|(x, y)| pos2(x, y));
        let image = rasteriser().paint(&[primitive(&points, Color32::RED)], [10, 8], 1.0, Color32::BLACK);
        let red: Vec<usize> = (0..80).filter(|&i| image.pixels[i] == Color32::RED).collect();
        let expected: Vec<usize> = (1..4).flat_map(|y| (2..6).map(move |x| y * 10 + x)).collect();
        assert_eq!(red, expected);
    }

    #[test]
    fn half_transparent_white_over_black_is_grey_and_clips() {
        let points = [(0.0, 0.0), (40.0, 0.0), (0.0, 40.0)].map(|(x, y)| pos2(x, y));
        let mut half = primitive(&points, Color32::from_rgba_premultiplied(128, 128, 128, 128));
        half.clip_rect = Rect::from_min_max(pos2(1.0, 1.0), pos2(3.0, 2.0));
        let image = rasteriser().paint(&[half], [4, 4], 1.0, Color32::BLACK);
        let grey = Color32::from_gray(128);
        let seen: Vec<usize> = (0..16).filter(|&i| image.pixels[i] == grey).collect();
        assert_eq!(seen, [5, 6]);
        assert_eq!(image.pixels.iter().filter(|p| **p == Color32::BLACK).count(), 14);
    }

    #[test]
    fn bands_do_not_show() {
        let points = [(3.0, 0.0), (70.0, 301.0), (1.0, 250.0)].map(|(x, y)| pos2(x, y));
        let mut shaded = primitive(&points, Color32::WHITE);
        if let Primitive::Mesh(mesh) = &mut shaded.primitive {
            mesh.vertices[1].color = Color32::RED;
            mesh.vertices[2].color = Color32::TRANSPARENT;
        }
        let whole = rasteriser().paint(&[shaded.clone()], [80, 320], 1.0, Color32::BLACK);
        let mut one = ColorImage::filled([80, 320], Color32::BLACK);
        let renderer = rasteriser();
        let job = renderer.job(&shaded, [80, 320], 1.0).expect("a mesh with a known texture");
        job.paint(&mut Band { pixels: &mut one.pixels, width: 80, first_row: 0 });
        assert!(whole.pixels == one.pixels);
    }

    #[test]
    fn not_a_number_and_far_away_corners_are_left_out() {
        let points = [(f32::NAN, 0.0), (70.0, 30.0), (1.0, 1e30)].map(|(x, y)| pos2(x, y));
        let image = rasteriser().paint(&[primitive(&points, Color32::RED)], [8, 8], 2.0, Color32::BLACK);
        assert!(image.pixels.iter().all(|p| *p == Color32::BLACK));
    }
}
