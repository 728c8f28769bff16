//! Painted text: one line, in visual order, cut to a width from its logical end.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use eframe::egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Rect, vec2};
use rustc_hash::{FxHashMap, FxHasher};
use unicode_segmentation::UnicodeSegmentation;

use super::arabic::vis;

/// So many cut labels are remembered before all are forgotten.
const MAX_KEPT: usize = 4096;

/// Labels as egui gets them, by text, font and width.
#[derive(Default)]
pub(super) struct Ink {
    cut: FxHashMap<u64, String>,
}

impl Ink {
    /// The label on one line no wider than `width` points; what is cut off leaves an ellipsis.
    pub(super) fn fit(&mut self, painter: &Painter, label: &str, font: &FontId, width: f32) -> Arc<Galley> {
        let mut hasher = FxHasher::default();
        (label, &font.family, font.size.to_bits(), width.to_bits()).hash(&mut hasher);
        painter.pixels_per_point().to_bits().hash(&mut hasher);
        let key = hasher.finish();
        if self.cut.len() > MAX_KEPT {
            self.cut.clear();
        }
        let text = self.cut.entry(key).or_insert_with(|| cut(painter, label, font, width));
        painter.layout_no_wrap(text.clone(), font.clone(), Color32::PLACEHOLDER)
    }

    /// Paints a label inside `rect`, at its start, middle or end; `anchor` counts from the left.
    pub(super) fn paint(
        &mut self,
        painter: &Painter,
        rect: Rect,
        anchor: Align2,
        label: &str,
        font: &FontId,
        color: Color32,
    ) -> Rect {
        let galley = self.fit(painter, label, font, rect.width());
        let at = anchor.align_size_within_rect(galley.size(), rect).min;
        let at = Pos2::new(at.x.round(), at.y.round());
        let taken = Rect::from_min_size(at, galley.size());
        painter.galley(at, galley, color);
        taken
    }
}

/// The width of `label` in points.
pub(super) fn width_of(painter: &Painter, label: &str, font: &FontId) -> f32 {
    painter.layout_no_wrap(vis(label), font.clone(), Color32::PLACEHOLDER).size().x
}

/// `label` in visual order, its logical end replaced by an ellipsis when it is wider than `width`.
fn cut(painter: &Painter, label: &str, font: &FontId, width: f32) -> String {
    if width_of(painter, label, font) <= width {
        return vis(label);
    }
    let ends: Vec<usize> = label.grapheme_indices(true).map(|(at, _)| at).collect();
    let shortened = |n: usize| format!("{}…", label[..ends[n]].trim_end());
    let fits = |n: &usize| width_of(painter, &shortened(*n), font) <= width;
    let numbers: Vec<usize> = (0..ends.len()).collect();
    let n = numbers.partition_point(fits);
    vis(&shortened(n.saturating_sub(1)))
}

/// A rectangle taken apart from its reading start: the left in English, the right in Arabic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Strip {
    /// What is left.
    pub(super) rect: Rect,
    /// Does reading start on the right?
    pub(super) rtl: bool,
}

impl Strip {
    /// All of `rect`.
    pub(super) fn new(rect: Rect, rtl: bool) -> Self {
        Self { rect, rtl }
    }

    /// Takes `width` points from the reading start.
    pub(super) fn start(&mut self, width: f32) -> Rect {
        self.take(width, !self.rtl)
    }

    /// Takes `width` points from the reading end.
    pub(super) fn end(&mut self, width: f32) -> Rect {
        self.take(width, self.rtl)
    }

    fn take(&mut self, width: f32, from_left: bool) -> Rect {
        let width = width.min(self.rect.width().max(0.0));
        let mut taken = self.rect;
        if from_left {
            taken.max.x = taken.min.x + width;
            self.rect.min.x += width;
        } else {
            taken.min.x = taken.max.x - width;
            self.rect.max.x -= width;
        }
        taken
    }

    /// The anchor of text at the reading start, in the middle of the height.
    pub(super) fn start_anchor(self) -> Align2 {
        if self.rtl { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER }
    }

    /// The anchor of text at the reading end.
    pub(super) fn end_anchor(self) -> Align2 {
        if self.rtl { Align2::LEFT_CENTER } else { Align2::RIGHT_CENTER }
    }
}

/// `rect` without `x` points left and right and `y` above and below.
pub(super) fn inset(rect: Rect, x: f32, y: f32) -> Rect {
    rect.shrink2(vec2(x, y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme;
    use eframe::egui;

    #[test]
    fn a_label_is_cut_at_its_logical_end() {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let font = theme::medium(13.0);
            let whole = width_of(ui.painter(), "abc def ghi", &font);
            assert_eq!(cut(ui.painter(), "abc def ghi", &font, whole), "abc def ghi");
            let short = cut(ui.painter(), "abc def ghi", &font, whole * 0.7);
            assert!(short.starts_with("abc") && short.ends_with('…'), "{short}");
            let arabic = "\u{62d}\u{644}\u{628} \u{62d}\u{645}\u{627}\u{629} \u{62d}\u{645}\u{635}";
            let width = width_of(ui.painter(), arabic, &font);
            let short = cut(ui.painter(), arabic, &font, width * 0.7);
            assert!(short.starts_with('…') && short.ends_with("\u{62d}\u{644}\u{628}"), "{short}");
        });
        output.textures_delta.clear();
    }

    #[test]
    fn a_strip_is_mirrored_in_arabic() {
        let rect = Rect::from_min_max(Pos2::new(0.0, 0.0), Pos2::new(100.0, 10.0));
        assert_eq!(Strip::new(rect, false).start(30.0).x_range(), egui::Rangef::new(0.0, 30.0));
        assert_eq!(Strip::new(rect, true).start(30.0).x_range(), egui::Rangef::new(70.0, 100.0));
    }
}
