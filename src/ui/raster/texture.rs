//! Textures as egui uploads them, and how a point of one is read.

use eframe::egui::epaint::ImageDelta;
use eframe::egui::{Color32, ImageData, TextureFilter, TextureOptions, TextureWrapMode};

/// Premultiplied red, green, blue and alpha, each from 0 to 255.
pub(super) type Rgba = [f32; 4];

/// One uploaded texture.
pub(super) struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
    options: TextureOptions,
}

impl Texture {
    /// The texture of a whole upload.
    pub(super) fn whole(delta: &ImageDelta) -> Self {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        Self { width, height, pixels: image.pixels.clone(), options: delta.options }
    }

    /// Writes a partial upload at `[x, y]`; what falls outside is dropped.
    pub(super) fn patch(&mut self, delta: &ImageDelta, [x, y]: [usize; 2]) {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        let columns = width.min(self.width.saturating_sub(x));
        for row in 0..height.min(self.height.saturating_sub(y)) {
            let to = (y + row) * self.width + x;
            let from = row * width;
            self.pixels[to..to + columns].copy_from_slice(&image.pixels[from..from + columns]);
        }
    }

    /// The colour at `uv` (0 to 1 from the top left), filtered as the upload asked for.
    pub(super) fn sample(&self, u: f32, v: f32) -> Rgba {
        let (x, y) = (u * self.width as f32, v * self.height as f32);
        if self.options.magnification == TextureFilter::Nearest {
            return rgba(self.texel(x.floor() as i64, y.floor() as i64));
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let corners = self.square(left as i64, top as i64);
        if corners[1..].iter().all(|c| *c == corners[0]) {
            return rgba(corners[0]);
        }
        mix(corners.map(rgba), x - left, y - top)
    }

    /// The four texels whose top left one is `(x, y)`.
    fn square(&self, x: i64, y: i64) -> [Color32; 4] {
        if x >= 0 && y >= 0 && (x as usize) + 1 < self.width && (y as usize) + 1 < self.height {
            let at = y as usize * self.width + x as usize;
            let below = at + self.width;
            [self.pixels[at], self.pixels[at + 1], self.pixels[below], self.pixels[below + 1]]
        } else {
            [self.texel(x, y), self.texel(x + 1, y), self.texel(x, y + 1), self.texel(x + 1, y + 1)]
        }
    }

    fn texel(&self, x: i64, y: i64) -> Color32 {
        let wrap = self.options.wrap_mode;
        let (x, y) = (wrapped(x, self.width, wrap), wrapped(y, self.height, wrap));
        self.pixels.get(y * self.width + x).copied().unwrap_or(Color32::TRANSPARENT)
    }
}

/// The column (or row) that stands for `at` in a texture of `n` columns.
fn wrapped(at: i64, n: usize, mode: TextureWrapMode) -> usize {
    let n = (n as i64).max(1);
    let inside = match mode {
        TextureWrapMode::ClampToEdge => at.clamp(0, n - 1),
        TextureWrapMode::Repeat => at.rem_euclid(n),
        TextureWrapMode::MirroredRepeat => {
            let turn = at.rem_euclid(2 * n);
            turn.min(2 * n - 1 - turn)
        }
    };
    inside as usize
}

fn rgba(color: Color32) -> Rgba {
    color.to_array().map(f32::from)
}

/// Blends four corners: top left, top right, bottom left, bottom right.
fn mix([tl, tr, bl, br]: [Rgba; 4], right: f32, down: f32) -> Rgba {
    std::array::from_fn(|i| {
        let top = tl[i] + (tr[i] - tl[i]) * right;
        let bottom = bl[i] + (br[i] - bl[i]) * right;
        top + (bottom - top) * down
    })
}

#[cfg(test)]
mod tests {
    use eframe::egui::{ColorImage, TextureOptions};

    use super::*;

    fn two_by_one(options: TextureOptions) -> Texture {
        let image = ColorImage::new([2, 1], vec![Color32::BLACK, Color32::WHITE]);
        Texture::whole(&ImageDelta::full(image, options))
    }

    #[test]
    fn linear_filter_is_half_way_between_two_texels() {
        let texture = two_by_one(TextureOptions::LINEAR);
        let red = |u: f32| (texture.sample(u, 0.5)[0] * 10.0) as u32;
        assert_eq!([0.5, 0.25, 5.0].map(red), [1275, 0, 2550]);
    }

    #[test]
    fn nearest_and_repeat_wrap_around() {
        let texture = two_by_one(TextureOptions::NEAREST_REPEAT);
        let reds = [0.1, 0.9, 1.1, 1.9, -0.1].map(|u| texture.sample(u, 0.5)[0] as u32);
        assert_eq!(reds, [0, 255, 0, 255, 255]);
    }

    #[test]
    fn a_patch_beyond_the_edge_is_cut() {
        let mut texture = two_by_one(TextureOptions::NEAREST);
        let red = ColorImage::filled([4, 4], Color32::RED);
        texture.patch(&ImageDelta::partial([1, 0], red, TextureOptions::NEAREST), [1, 0]);
        assert_eq!(texture.pixels, [Color32::BLACK, Color32::RED]);
    }
}
