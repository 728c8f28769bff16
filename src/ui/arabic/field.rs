//! A field for one line of typed text: letters join, digits and Latin words keep their order.
//!
//! Parley's `PlainEditor` keeps text, caret and selection; egui brings focus, keys and the clipboard.

use eframe::egui::output::IMEOutput;
use eframe::egui::{
    Color32, CursorIcon, Event, EventFilter, IMEPurpose, Id, ImeEvent, Key, Modifiers, Pos2, Rect, Response,
    Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2,
};
use parley::style::FontFamily;
use parley::{BaseDirection, BoundingBox, LineHeight, PlainEditor, PlainEditorDriver, StyleProperty};

use super::text_view::{FAMILY, TextEngine, TextView};

/// Width of the caret in points.
const CARET: f32 = 1.5;

/// How a field is called and written.
#[derive(Clone, Copy, Debug)]
pub struct FieldStyle<'a> {
    /// Its name for screen readers and tests.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Size of the letters in points.
    pub size: f32,
    /// Their colour.
    pub ink: Color32,
    /// Colour of the hint.
    pub weak: Color32,
    /// Does reading begin on the right?
    pub rtl: bool,
}

/// What became of a field.
#[derive(Debug)]
pub struct FieldResponse {
    /// Of the whole field.
    pub response: Response,
    /// Was the text changed?
    pub changed: bool,
    /// Was Enter pressed?
    pub submitted: bool,
}

/// One field's editor.
pub(super) struct Field {
    editor: PlainEditor<u8>,
    /// What the layout was made for: pixels per point, width, direction.
    made_for: (u32, u32, bool),
}

impl Field {
    fn new(size: f32) -> Self {
        let mut editor = PlainEditor::new(size);
        let styles = editor.edit_styles();
        styles.insert(StyleProperty::FontFamily(FontFamily::Source(FAMILY.into())));
        styles.insert(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.5)));
        styles.insert(StyleProperty::Brush(0));
        Self { editor, made_for: (0, 0, false) }
    }

    /// Tells the editor of a new text, scale, width or direction. An empty text and one that begins with
    /// digits run as the interface does.
    fn adopt(&mut self, text: &str, scale: f32, width: f32, rtl: bool) {
        if self.editor.raw_text() != text && !self.editor.is_composing() {
            self.editor.set_text(text);
        }
        let is_strong = self.editor.raw_text().chars().any(char::is_alphabetic);
        let made_for = (scale.to_bits(), width.to_bits(), rtl && !is_strong);
        if self.made_for != made_for {
            self.editor.set_scale(scale);
            self.editor.set_width(Some(width * scale));
            let base = if is_strong {
                BaseDirection::Auto
            } else if rtl {
                BaseDirection::Rtl
            } else {
                BaseDirection::Ltr
            };
            self.editor.set_base_direction(base);
            self.made_for = made_for;
        }
    }
}

impl TextEngine {
    /// A field in `rect` for one line of `text`.
    pub fn field(
        &mut self,
        ui: &mut Ui,
        id: Id,
        rect: Rect,
        text: &mut String,
        style: &FieldStyle<'_>,
    ) -> FieldResponse {
        let response = ui.interact(rect, id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::Text);
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
        let scale = ui.pixels_per_point();
        let mut field = self.fields.remove(&id).unwrap_or_else(|| Field::new(style.size));
        field.adopt(text, scale, rect.width(), style.rtl);
        let origin = Pos2::new(rect.left(), rect.center().y - style.size * 0.68);
        let mut drive = field.editor.driver(&mut self.fonts, &mut self.context);
        point(ui, &mut drive, &response, origin, scale);
        let mut submitted = false;
        if response.has_focus() {
            let filter =
                EventFilter { horizontal_arrows: true, vertical_arrows: false, tab: false, escape: false };
            ui.memory_mut(|m| m.set_focus_lock_filter(id, filter));
            for event in ui.input(|i| i.filtered_events(&filter)) {
                submitted |= type_event(ui, &mut drive, &event);
            }
        }
        drive.refresh_layout();
        let now = field.editor.text().to_string();
        let changed = now != *text;
        if changed {
            *text = now;
        }
        let (name, value) = (style.name, text.clone());
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &value, &value, "");
            info.label = Some(name.to_owned());
            info
        });
        self.paint_field(ui, &mut field, &response, (origin, scale), style);
        self.fields.insert(id, field);
        if submitted {
            response.surrender_focus();
        }
        FieldResponse { response, changed, submitted }
    }

    fn paint_field(
        &mut self,
        ui: &mut Ui,
        field: &mut Field,
        response: &Response,
        (origin, scale): (Pos2, f32),
        style: &FieldStyle<'_>,
    ) {
        let clip = ui.clip_rect().intersect(response.rect.expand2(vec2(2.0, 0.0)));
        let box_at = |b: &BoundingBox| {
            let at = |x: f64, y: f64| origin + vec2(x as f32, y as f32) / scale;
            Rect::from_min_max(at(b.x0, b.y0), at(b.x1, b.y1))
        };
        let painter = ui.painter().with_clip_rect(clip);
        let is_focused = response.has_focus();
        if is_focused {
            for (selected, _) in field.editor.selection_geometry() {
                painter.rect_filled(box_at(&selected), 2.0, ui.visuals().selection.bg_fill);
            }
        }
        let layout = field.editor.layout(&mut self.fonts, &mut self.context).clone();
        if field.editor.raw_text().is_empty() {
            let hint = TextView { line_height: 1.5, ..TextView::new(style.hint, style.size, style.weak) };
            let place = Rect::from_min_size(origin, response.rect.size());
            let mut child = ui.new_child(UiBuilder::new().max_rect(place));
            child.set_clip_rect(clip);
            self.paint_only(&mut child, &hint);
        }
        let old = ui.clip_rect();
        ui.set_clip_rect(clip);
        let mesh = self.mesh(ui, &layout, [style.ink, style.weak], origin, scale);
        ui.painter().add(mesh);
        ui.set_clip_rect(old);
        if is_focused && let Some(caret) = field.editor.cursor_geometry(CARET * scale) {
            let caret = box_at(&caret);
            let x = caret.center().x.clamp(response.rect.left(), response.rect.right());
            painter.vline(x, caret.y_range(), Stroke::new(CARET, style.ink));
            let rect = response.rect;
            ui.output_mut(|o| {
                o.ime = Some(IMEOutput {
                    purpose: IMEPurpose::Normal,
                    rect,
                    cursor_rect: caret,
                    should_interrupt_composition: false,
                });
            });
        }
    }
}

/// Clicks put the caret, drags select, double clicks select a word.
fn point(ui: &Ui, drive: &mut PlainEditorDriver<'_, u8>, response: &Response, origin: Pos2, scale: f32) {
    let Some(pointer) = response.interact_pointer_pos() else { return };
    let at = (pointer - origin) * scale;
    if response.triple_clicked() {
        drive.select_all();
    } else if response.double_clicked() {
        drive.select_word_at_point(at.x, at.y);
    } else if response.drag_started() {
        let start = ui.input(|i| i.pointer.press_origin()).map_or(at, |p| (p - origin) * scale);
        drive.move_to_point(start.x, start.y);
    } else if response.dragged() {
        drive.extend_selection_to_point(at.x, at.y);
    } else if response.clicked() {
        if ui.input(|i| i.modifiers.shift) {
            drive.extend_selection_to_point(at.x, at.y);
        } else {
            drive.move_to_point(at.x, at.y);
        }
    }
}

/// Applies one event; was it Enter?
fn type_event(ui: &Ui, drive: &mut PlainEditorDriver<'_, u8>, event: &Event) -> bool {
    match event {
        Event::Text(text) | Event::Paste(text) => insert(drive, text),
        Event::Ime(ImeEvent::Commit(text)) => {
            drive.clear_compose();
            insert(drive, text);
        }
        Event::Ime(ImeEvent::Preedit { text, .. }) => {
            if text.is_empty() {
                drive.clear_compose();
            } else {
                drive.set_compose(text, None);
            }
        }
        Event::Copy | Event::Cut => {
            if let Some(text) = drive.editor.selected_text() {
                ui.ctx().copy_text(text.to_owned());
            }
            if matches!(event, Event::Cut) {
                drive.delete_selection();
            }
        }
        Event::Key { key: Key::Enter, pressed: true, .. } => return true,
        Event::Key { key, pressed: true, modifiers, .. } => press(drive, *key, *modifiers),
        _ => {}
    }
    false
}

fn insert(drive: &mut PlainEditorDriver<'_, u8>, text: &str) {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    drive.insert_or_replace_selection(&line);
}

fn press(drive: &mut PlainEditorDriver<'_, u8>, key: Key, modifiers: Modifiers) {
    let (shift, word) = (modifiers.shift, modifiers.command || modifiers.alt);
    match (key, shift, word) {
        (Key::Backspace, _, true) => drive.backdelete_word(),
        (Key::Backspace, ..) => drive.backdelete(),
        (Key::Delete, _, true) => drive.delete_word(),
        (Key::Delete, ..) => drive.delete(),
        (Key::ArrowLeft, false, false) => drive.move_left(),
        (Key::ArrowLeft, false, true) => drive.move_word_left(),
        (Key::ArrowLeft, true, false) => drive.select_left(),
        (Key::ArrowLeft, true, true) => drive.select_word_left(),
        (Key::ArrowRight, false, false) => drive.move_right(),
        (Key::ArrowRight, false, true) => drive.move_word_right(),
        (Key::ArrowRight, true, false) => drive.select_right(),
        (Key::ArrowRight, true, true) => drive.select_word_right(),
        (Key::Home, false, _) => drive.move_to_text_start(),
        (Key::Home, true, _) => drive.select_to_text_start(),
        (Key::End, false, _) => drive.move_to_text_end(),
        (Key::End, true, _) => drive.select_to_text_end(),
        (Key::A, _, true) => drive.select_all(),
        _ => {}
    }
}
