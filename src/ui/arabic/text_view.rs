//! Wrapped text with marks, selection and clicks: parley lays out, the glyph texture paints.

use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{
    self, Color32, CursorIcon, Event, Id, Mesh, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};
use parley::editing::{Cursor, Selection};
use parley::fontique::{Blob, Collection, CollectionOptions};
use parley::style::FontFamily;
use parley::{
    Affinity, Alignment, AlignmentOptions, BaseDirection, FontContext, FontWeight, Layout, LayoutContext,
    LineHeight, PositionedLayoutItem, StyleProperty,
};
use rustc_hash::{FxHashMap, FxHasher};

use super::field::Field;
use super::glyphs::Glyphs;
use crate::ui::theme;

/// Layouts not shown for so many frames are forgotten.
const KEEP_FRAMES: u64 = 240;
/// The faces, the first that has a letter wins.
pub(super) const FAMILY: &str = "Vazirmatn, Inter";

/// A text to lay out. Ranges are bytes of `text`.
#[derive(Clone, Debug)]
pub struct TextView<'a> {
    /// The text, logical order.
    pub text: &'a str,
    /// Size in points.
    pub size: f32,
    /// Line height as a multiple of the size.
    pub line_height: f32,
    /// Colour of the text.
    pub ink: Color32,
    /// Colour of the parts in `greyed`.
    pub weak: Color32,
    /// Parts in the weak colour.
    pub greyed: Vec<Range<usize>>,
    /// Marked parts, painted in this order.
    pub marks: Vec<TextMark>,
    /// Is the text bold?
    pub bold: bool,
    /// Does each line stand in the middle?
    pub centred: bool,
    /// Which way paragraphs run.
    pub direction: Direction,
}

/// Which way paragraphs run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Each as its first strong letter says.
    #[default]
    Auto,
    /// From right to left.
    Rtl,
    /// From left to right.
    Ltr,
}

/// A marked part of a text.
#[derive(Clone, Debug)]
pub struct TextMark {
    /// Its bytes.
    pub range: Range<usize>,
    /// What is painted behind it.
    pub back: Color32,
    /// What is painted around it.
    pub outline: Option<Color32>,
    /// Does it answer the pointer?
    pub clickable: bool,
}

/// What became of a text.
#[derive(Debug)]
pub struct TextResponse {
    /// Of the whole text.
    pub response: Response,
    /// The clickable mark under the pointer.
    pub hovered: Option<usize>,
    /// The clickable mark that was clicked.
    pub clicked: Option<usize>,
    /// Selected text that the user asked to copy.
    pub copied: Option<String>,
    /// Where the marks were painted: mark and box, in screen points.
    pub boxes: Vec<(usize, Rect)>,
}

/// Lays out, paints, and remembers layouts from frame to frame.
pub struct TextEngine {
    pub(super) fonts: FontContext,
    pub(super) context: LayoutContext<u8>,
    pub(super) fields: FxHashMap<Id, Field>,
    glyphs: Glyphs,
    layouts: FxHashMap<u64, Kept>,
    selection: Option<(Id, Selection)>,
}

struct Kept {
    layout: Arc<Layout<u8>>,
    /// The boxes of the marks with this hash.
    boxes: (u64, Arc<Vec<(usize, Rect)>>),
    frame: u64,
}

impl Default for TextEngine {
    fn default() -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut fonts = FontContext { collection: Collection::new(options), ..FontContext::default() };
        for face in theme::TEXT_FACES {
            fonts.collection.register_fonts(Blob::new(Arc::new(face)), None);
        }
        Self {
            fonts,
            context: LayoutContext::new(),
            fields: FxHashMap::default(),
            glyphs: Glyphs::default(),
            layouts: FxHashMap::default(),
            selection: None,
        }
    }
}

impl<'a> TextView<'a> {
    /// A plain text of `size` points in `ink`.
    pub fn new(text: &'a str, size: f32, ink: Color32) -> Self {
        Self {
            text,
            size,
            line_height: 1.55,
            ink,
            weak: ink,
            greyed: Vec::new(),
            marks: Vec::new(),
            bold: false,
            centred: false,
            direction: Direction::Auto,
        }
    }

    /// What its layout depends on.
    fn key(&self, width: f32, pixels_per_point: f32) -> u64 {
        let mut hasher = FxHasher::default();
        self.text.hash(&mut hasher);
        self.greyed.hash(&mut hasher);
        (self.bold, self.centred, self.direction).hash(&mut hasher);
        for number in [self.size, self.line_height, width, pixels_per_point] {
            number.to_bits().hash(&mut hasher);
        }
        hasher.finish()
    }
}

impl TextEngine {
    /// Shows `view` over the whole width that `ui` offers.
    pub fn show(&mut self, ui: &mut Ui, view: &TextView<'_>) -> TextResponse {
        let scale = ui.pixels_per_point();
        let width = ui.available_width().floor().max(24.0);
        let (layout, boxes) = self.prepare(ui.ctx(), view, width, scale);
        let size = vec2(width, (layout.height() / scale).ceil());
        let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, view.text));
        let origin = ((rect.min.to_vec2() * scale).round() / scale).to_pos2();
        let boxes: Vec<_> = boxes.iter().map(|&(i, r)| (i, r.translate(origin.to_vec2()))).collect();
        let id = response.id;
        self.select(ui, id, &response, &layout, origin, scale);
        if ui.is_rect_visible(rect) {
            self.paint(ui, view, &layout, &boxes, (id, origin, scale));
        }
        self.answer(ui, view, response, boxes)
    }

    /// Paints `view` over the whole width that `ui` offers; the pointer goes through it.
    pub fn paint_only(&mut self, ui: &mut Ui, view: &TextView<'_>) {
        let scale = ui.pixels_per_point();
        let width = ui.available_width().floor().max(24.0);
        let (layout, boxes) = self.prepare(ui.ctx(), view, width, scale);
        let size = vec2(width, (layout.height() / scale).ceil());
        let (rect, response) = ui.allocate_exact_size(size, Sense::empty());
        let origin = ((rect.min.to_vec2() * scale).round() / scale).to_pos2();
        let boxes: Vec<_> = boxes.iter().map(|&(i, r)| (i, r.translate(origin.to_vec2()))).collect();
        self.paint(ui, view, &layout, &boxes, (response.id, origin, scale));
    }

    /// The height that `view` takes at `width`, in points.
    pub fn height(&mut self, ctx: &egui::Context, view: &TextView<'_>, width: f32) -> f32 {
        let scale = ctx.pixels_per_point();
        self.prepare(ctx, view, width.floor().max(24.0), scale).0.height() / scale
    }

    /// The layout of `view` and the boxes of its marks, from memory when it was shown before.
    fn prepare(&mut self, ctx: &egui::Context, view: &TextView<'_>, width: f32, scale: f32) -> Prepared {
        let frame = ctx.cumulative_frame_nr();
        let key = view.key(width, scale);
        if !self.layouts.contains_key(&key) {
            self.layouts.retain(|_, kept| kept.frame + KEEP_FRAMES > frame);
            let layout = Arc::new(self.lay_out(view, width, scale));
            self.layouts.insert(key, Kept { layout, boxes: (0, Arc::default()), frame });
        }
        let kept = self.layouts.get_mut(&key).expect("it was put in above");
        kept.frame = frame;
        let marks = hash_marks(&view.marks);
        if kept.boxes.0 != marks {
            kept.boxes = (marks, Arc::new(boxes_of(&kept.layout, &view.marks, scale)));
        }
        (kept.layout.clone(), kept.boxes.1.clone())
    }

    fn lay_out(&mut self, view: &TextView<'_>, width: f32, scale: f32) -> Layout<u8> {
        let mut builder = self.context.ranged_builder(&mut self.fonts, view.text, scale, true);
        builder.set_base_direction(match view.direction {
            Direction::Auto => BaseDirection::Auto,
            Direction::Rtl => BaseDirection::Rtl,
            Direction::Ltr => BaseDirection::Ltr,
        });
        builder.push_default(StyleProperty::FontFamily(FontFamily::Source(FAMILY.into())));
        builder.push_default(StyleProperty::FontSize(view.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(view.line_height)));
        builder.push_default(StyleProperty::Brush(0));
        if view.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        for range in &view.greyed {
            builder.push(StyleProperty::Brush(1), range.clone());
        }
        let mut layout = builder.build(view.text);
        layout.break_all_lines(Some(width * scale));
        let alignment = if view.centred { Alignment::Center } else { Alignment::Start };
        layout.align(alignment, AlignmentOptions::default());
        layout
    }

    /// Drag selects letters, a double click a word, a click elsewhere nothing.
    fn select(
        &mut self,
        ui: &Ui,
        id: Id,
        response: &Response,
        layout: &Layout<u8>,
        origin: Pos2,
        scale: f32,
    ) {
        let Some(pointer) = response.interact_pointer_pos() else { return };
        let at = (pointer - origin) * scale;
        if response.double_clicked() {
            self.selection = Some((id, Selection::word_from_point(layout, at.x, at.y)));
        } else if response.drag_started() {
            let start = ui.input(|i| i.pointer.press_origin()).map_or(at, |p| (p - origin) * scale);
            self.selection = Some((id, Selection::from_point(layout, start.x, start.y)));
        } else if response.clicked() {
            self.selection = None;
        }
        if response.dragged()
            && let Some((of, selection)) = &mut self.selection
            && *of == id
        {
            *selection = selection.extend_to_point(layout, at.x, at.y);
        }
    }

    fn paint(
        &mut self,
        ui: &Ui,
        view: &TextView<'_>,
        layout: &Layout<u8>,
        boxes: &[(usize, Rect)],
        (id, origin, scale): (Id, Pos2, f32),
    ) {
        let painter = ui.painter();
        for &(i, rect) in boxes {
            let mark = &view.marks[i];
            let rect = rect.expand2(vec2(1.5, 0.0));
            painter.rect_filled(rect, 3.0, mark.back);
            if let Some(outline) = mark.outline {
                painter.rect_stroke(rect, 3.0, Stroke::new(1.0, outline), StrokeKind::Inside);
            }
        }
        if let Some((of, selection)) = &self.selection
            && *of == id
        {
            for rect in rects_of(layout, selection, scale) {
                painter.rect_filled(rect.translate(origin.to_vec2()), 0.0, ui.visuals().selection.bg_fill);
            }
        }
        let mesh = self.mesh(ui, layout, [view.ink, view.weak], origin, scale);
        painter.add(mesh);
        if self.glyphs.is_full() {
            ui.ctx().request_repaint();
        }
    }

    /// The glyphs of all lines inside the clip rectangle.
    pub(super) fn mesh(
        &mut self,
        ui: &Ui,
        layout: &Layout<u8>,
        inks: [Color32; 2],
        origin: Pos2,
        scale: f32,
    ) -> Arc<Mesh> {
        let clip = ui.clip_rect();
        let mut mesh = Mesh::with_texture(self.glyphs.texture(ui.ctx()));
        for line in layout.lines() {
            let metrics = line.metrics();
            let (top, bottom) = (metrics.block_min_coord / scale, metrics.block_max_coord / scale);
            if origin.y + bottom < clip.top() || origin.y + top > clip.bottom() {
                continue;
            }
            for item in line.items() {
                let PositionedLayoutItem::GlyphRun(run) = item else { continue };
                let ink = inks[usize::from(run.style().brush).min(1)];
                let (font, size) = (run.run().font().clone(), run.run().font_size());
                for glyph in run.positioned_glyphs() {
                    let (x, slot) = self.glyphs.slot(&font, glyph.id, size, glyph.x);
                    let Some(slot) = slot else { continue };
                    let corner = vec2(x, glyph.y.round()) + slot.offset;
                    let rect = Rect::from_min_size(origin + corner / scale, slot.size / scale);
                    mesh.add_rect_with_uv(rect, slot.uv, ink);
                }
            }
        }
        Arc::new(mesh)
    }

    fn answer(
        &mut self,
        ui: &Ui,
        view: &TextView<'_>,
        response: Response,
        boxes: Vec<(usize, Rect)>,
    ) -> TextResponse {
        let pointer = response.hover_pos();
        let under = |p: Pos2| {
            let hit = |&&(i, rect): &&(usize, Rect)| view.marks[i].clickable && rect.contains(p);
            boxes.iter().rev().find(hit).map(|&(i, _)| i)
        };
        let hovered = pointer.and_then(under);
        if response.hovered() {
            let icon = if hovered.is_some() { CursorIcon::PointingHand } else { CursorIcon::Text };
            ui.ctx().set_cursor_icon(icon);
        }
        let clicked = hovered.filter(|_| response.clicked());
        let range = self.selection.filter(|(of, _)| *of == response.id).map(|(_, s)| s.text_range());
        let wants_copy = ui.input(|i| i.events.iter().any(|e| matches!(e, Event::Copy)));
        let copied = range.filter(|r| wants_copy && !r.is_empty()).and_then(|r| view.text.get(r));
        TextResponse { hovered, clicked, copied: copied.map(str::to_owned), response, boxes }
    }
}

type Prepared = (Arc<Layout<u8>>, Arc<Vec<(usize, Rect)>>);

fn hash_marks(marks: &[TextMark]) -> u64 {
    let mut hasher = FxHasher::default();
    for mark in marks {
        mark.range.hash(&mut hasher);
    }
    hasher.finish() | 1
}

/// The boxes of all marks, relative to the text's corner, in points.
fn boxes_of(layout: &Layout<u8>, marks: &[TextMark], scale: f32) -> Vec<(usize, Rect)> {
    let mut boxes = Vec::new();
    for (i, mark) in marks.iter().enumerate() {
        let start = Cursor::from_byte_index(layout, mark.range.start, Affinity::Downstream);
        let end = Cursor::from_byte_index(layout, mark.range.end, Affinity::Upstream);
        boxes.extend(rects_of(layout, &Selection::new(start, end), scale).into_iter().map(|r| (i, r)));
    }
    boxes
}

fn rects_of(layout: &Layout<u8>, selection: &Selection, scale: f32) -> Vec<Rect> {
    let at = |x: f64, y: f64| pos2(x as f32 / scale, y as f32 / scale);
    let boxes = selection.geometry(layout).into_iter();
    boxes
        .map(|(b, _)| Rect::from_min_max(at(b.x0, b.y0), at(b.x1, b.y1)))
        .filter(|r| r.width() > 0.5)
        .collect()
}
