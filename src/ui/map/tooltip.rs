//! A few lines beside the pointer, in reading direction, with swatches of factions' colours.

use eframe::egui::{Color32, FontId, Role, Sense, Ui, WidgetInfo, vec2};

use crate::ui::arabic::vis;
use crate::ui::theme::medium;

/// Height of a line.
const LINE: f32 = 19.0;

/// Width of a swatch with the gap after it.
const SWATCH: f32 = 15.0;

/// How a line is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Strong,
    Plain,
    Weak,
}

/// One line.
pub(super) struct TipLine {
    pub(super) swatches: Vec<Color32>,
    pub(super) text: String,
    pub(super) tone: Tone,
}

impl TipLine {
    /// A line without swatches.
    pub(super) fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { swatches: Vec::new(), text: text.into(), tone }
    }

    fn font(&self) -> FontId {
        match self.tone {
            Tone::Strong => medium(13.5),
            Tone::Plain => FontId::proportional(13.0),
            Tone::Weak => FontId::proportional(12.0),
        }
    }
}

/// Shows the lines; to screen readers and tests they are one label in logical order.
pub(super) fn show(ui: &mut Ui, lines: &[TipLine], is_rtl: bool) {
    let painter = ui.painter().clone();
    let visuals = ui.visuals().clone();
    let galleys: Vec<_> =
        lines.iter().map(|l| painter.layout_no_wrap(vis(&l.text), l.font(), Color32::PLACEHOLDER)).collect();
    let widths = lines.iter().zip(&galleys).map(|(l, g)| g.size().x + SWATCH * l.swatches.len() as f32);
    let size = vec2(widths.fold(0.0, f32::max).ceil(), LINE * lines.len() as f32);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let whole = lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join("\n");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &whole));
    for (i, (line, galley)) in lines.iter().zip(galleys).enumerate() {
        let middle = rect.top() + (i as f32 + 0.5) * LINE;
        let mut x = if is_rtl { rect.right() } else { rect.left() };
        for swatch in &line.swatches {
            let left = if is_rtl { x - 10.0 } else { x };
            let square =
                eframe::egui::Rect::from_min_size(eframe::egui::pos2(left, middle - 5.0), vec2(10.0, 10.0));
            painter.rect_filled(square, 2.0, *swatch);
            x += if is_rtl { -SWATCH } else { SWATCH };
        }
        let left = if is_rtl { x - galley.size().x } else { x };
        let at = eframe::egui::pos2(left.round(), (middle - galley.size().y / 2.0).round());
        let color = match line.tone {
            Tone::Strong => visuals.strong_text_color(),
            Tone::Plain => visuals.text_color(),
            Tone::Weak => visuals.weak_text_color(),
        };
        painter.galley(at, galley, color);
    }
}
