//! Glyphs as coverage pictures in one texture, rendered by swash as they are first needed.

use eframe::egui::{self, Color32, ColorImage, Rect, TextureHandle, TextureOptions, Vec2, pos2, vec2};
use parley::FontData;
use rustc_hash::FxHashMap;
use swash::FontRef;
use swash::scale::{Render, ScaleContext, Source};
use swash::zeno::{Format, Vector};

/// Width and height of the texture in pixels.
const SIDE: usize = 1024;
/// Steps of horizontal position inside a pixel.
const BINS: f32 = 4.0;

/// Where a glyph lies in the texture and how it stands to its origin, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// Its part of the texture, 0 to 1.
    pub(super) uv: Rect,
    /// From the glyph's origin to its upper left corner.
    pub(super) offset: Vec2,
    /// Its size.
    pub(super) size: Vec2,
}

/// A glyph of a face at a size and a step inside a pixel.
type Key = (u64, u32, u32, u8);

/// The texture and what is in it.
#[derive(Default)]
pub(super) struct Glyphs {
    scaler: ScaleContext,
    texture: Option<TextureHandle>,
    slots: FxHashMap<Key, Option<Slot>>,
    /// Next free corner, and the height of the row it is in.
    pen: (usize, usize),
    row_height: usize,
    full: bool,
}

impl Glyphs {
    /// The texture; empties it when it was full in the frame before.
    pub(super) fn texture(&mut self, ctx: &egui::Context) -> egui::TextureId {
        if self.full || self.texture.is_none() {
            let blank = ColorImage::filled([SIDE, SIDE], Color32::TRANSPARENT);
            match &mut self.texture {
                Some(texture) => texture.set(blank, TextureOptions::NEAREST),
                None => self.texture = Some(ctx.load_texture("glyphs", blank, TextureOptions::NEAREST)),
            }
            self.slots.clear();
            (self.pen, self.row_height, self.full) = ((1, 1), 0, false);
        }
        self.texture.as_ref().map_or(egui::TextureId::default(), TextureHandle::id)
    }

    /// The glyph `id` of `font` at `size` pixels whose origin lies `x` pixels right; the whole pixel
    /// it snaps to comes along. Nothing for what has no ink.
    pub(super) fn slot(&mut self, font: &FontData, id: u32, size: f32, x: f32) -> (f32, Option<Slot>) {
        let whole = x.floor();
        let bin = ((x - whole) * BINS).min(BINS - 1.0) as u8;
        let key = (font.data.id(), id, size.to_bits(), bin);
        if let Some(slot) = self.slots.get(&key) {
            return (whole, *slot);
        }
        let slot = self.render(font, id, size, f32::from(bin) / BINS);
        self.slots.insert(key, slot);
        (whole, slot)
    }

    fn render(&mut self, font: &FontData, id: u32, size: f32, shift: f32) -> Option<Slot> {
        let face = FontRef::from_index(font.data.as_ref(), font.index as usize)?;
        let mut scaler = self.scaler.builder(face).size(size).hint(false).build();
        let image = Render::new(&[Source::Outline])
            .format(Format::Alpha)
            .offset(Vector::new(shift, 0.0))
            .render(&mut scaler, id as u16)?;
        let (width, height) = (image.placement.width as usize, image.placement.height as usize);
        if width == 0 || height == 0 {
            return None;
        }
        let (x, y) = self.place(width, height)?;
        let pixels = image.data.iter().map(|&a| Color32::from_white_alpha(a)).collect();
        let picture = ColorImage::new([width, height], pixels);
        self.texture.as_mut()?.set_partial([x, y], picture, TextureOptions::NEAREST);
        let at = |x: usize, y: usize| pos2(x as f32 / SIDE as f32, y as f32 / SIDE as f32);
        Some(Slot {
            uv: Rect::from_min_max(at(x, y), at(x + width, y + height)),
            offset: vec2(image.placement.left as f32, -image.placement.top as f32),
            size: vec2(width as f32, height as f32),
        })
    }

    /// Room for a picture; nothing when the texture is full, which empties it before the next frame.
    fn place(&mut self, width: usize, height: usize) -> Option<(usize, usize)> {
        if self.pen.0 + width + 1 >= SIDE {
            self.pen = (1, self.pen.1 + self.row_height + 1);
            self.row_height = 0;
        }
        if self.pen.1 + height + 1 >= SIDE || width + 2 >= SIDE {
            self.full = true;
            return None;
        }
        let at = self.pen;
        self.pen.0 += width + 1;
        self.row_height = self.row_height.max(height);
        Some(at)
    }

    /// Did a glyph find no room in this frame?
    pub(super) fn is_full(&self) -> bool {
        self.full
    }
}
