//! What every panel is handed, and the small controls they share.

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use super::arabic::TextEngine;
use super::ink::{Ink, Strip, inset, width_of};
use super::theme::{Theme, UiColours, icon, icons, medium};
use crate::scene::{Scene, Words};
use crate::state::{Command, Lang};

/// A panel's view of the world: it reads the scene and pushes commands.
pub(super) struct Pane<'a> {
    pub(super) scene: &'a Scene,
    pub(super) words: &'static Words,
    pub(super) theme: &'static Theme,
    pub(super) rtl: bool,
    pub(super) ink: &'a mut Ink,
    pub(super) text: &'a mut TextEngine,
    pub(super) memory: &'a mut Memory,
    pub(super) out: &'a mut Vec<Command>,
}

/// What panels remember from frame to frame.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is remembered for another panel")]
pub(super) struct Memory {
    /// Is the day moving on by itself?
    pub(super) playing: bool,
    /// Is there a step to take back, or to take again?
    pub(super) can_undo_redo: (bool, bool),
    /// Is the overlay of keys open?
    pub(super) help: bool,
    /// Should the search field take the keyboard?
    pub(super) focus_search: bool,
    /// Which sections of the filter panel are open: kinds, status.
    pub(super) open_sections: [bool; 2],
    /// What the list was last scrolled to: selected event, day and language.
    pub(super) list_at: Option<(Option<String>, i32, Lang)>,
    /// What the article was last scrolled to: article and event.
    pub(super) reader_at: Option<(String, Option<String>)>,
    /// What the pointer drags on the timeline.
    pub(super) timeline_drag: Option<super::timeline::Drag>,
    /// Wheel points on the timeline that do not make a step of zoom yet.
    pub(super) timeline_wheel: f32,
    /// The search as it is being typed.
    pub(super) search: String,
    /// The name of a place as it is being typed.
    pub(super) finder: String,
    /// Should the field for a place's name open, and take the keyboard?
    pub(super) open_finder: bool,
    pub(super) focus_finder: bool,
    /// What is asked about online tiles.
    pub(super) online: super::online::Ask,
}

/// How a button looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Look {
    /// A plate.
    #[default]
    Plate,
    /// No plate until the pointer comes.
    Bare,
    /// A plate in the accent.
    Accent,
}

impl Pane<'_> {
    /// Colours of panels and buttons.
    pub(super) fn ui_colours(&self) -> &'static UiColours {
        &self.theme.ui
    }

    /// Asks for something.
    pub(super) fn push(&mut self, command: Command) {
        self.out.push(command);
        self.out.push(Command::Release);
    }

    /// One line of text over the width of `ui`, at its reading start.
    pub(super) fn line(&mut self, ui: &mut Ui, text: &str, font: &FontId, color: Color32) -> Response {
        let height = ui.fonts_mut(|f| f.row_height(font)).max(font.size * 1.5).ceil();
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        let anchor = Strip::new(rect, self.rtl).start_anchor();
        self.ink.paint(ui.painter(), rect, anchor, text, font, color);
        response
    }

    /// A small heading.
    pub(super) fn heading(&mut self, ui: &mut Ui, text: &str) -> Response {
        let color = self.ui_colours().weak;
        self.line(ui, text, &medium(12.0), color)
    }

    /// A button with an icon, words or both; `name` is what it is called.
    pub(super) fn button(
        &mut self,
        ui: &mut Ui,
        (glyph, words): (&str, &str),
        name: &str,
        (look, selected): (Look, bool),
    ) -> Response {
        let font = medium(13.0);
        let icon_font = icons(17.0);
        let text_width = if words.is_empty() { 0.0 } else { width_of(ui.painter(), words, &font) };
        let glyph_width = if glyph.is_empty() { 0.0 } else { 18.0 };
        let gap = if text_width > 0.0 && glyph_width > 0.0 { 6.0 } else { 0.0 };
        let padding = if text_width > 0.0 { 9.0 } else { 6.0 };
        let size = vec2(text_width + glyph_width + gap + padding * 2.0, 28.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, selected, name));
        let color = self.plate(ui, rect, &response, (look, selected));
        let mut strip = Strip::new(inset(rect, padding, 0.0), self.rtl);
        if !glyph.is_empty() {
            let at = strip.start(glyph_width);
            self.ink.paint(ui.painter(), at, Align2::CENTER_CENTER, glyph, &icon_font, color);
            strip.start(gap);
        }
        self.ink.paint(ui.painter(), strip.rect.expand(1.0), Align2::CENTER_CENTER, words, &font, color);
        if name == words { response } else { tip(response, name) }
    }

    /// The plate of a button; returns the colour of what stands on it.
    pub(super) fn plate(
        &self,
        ui: &Ui,
        rect: Rect,
        response: &Response,
        (look, selected): (Look, bool),
    ) -> Color32 {
        let c = self.ui_colours();
        let held = response.is_pointer_button_down_on();
        let fill = match (look, selected) {
            (Look::Accent, _) => c.accent,
            (_, true) => c.accent_soft,
            _ if held => c.button_active,
            _ if response.hovered() => c.button_hover,
            (Look::Plate, false) => c.button,
            (Look::Bare, false) => Color32::TRANSPARENT,
        };
        let line = match (look, selected) {
            (_, true) => Stroke::new(1.0, c.accent),
            (Look::Plate, _) => Stroke::new(1.0, c.line),
            _ => Stroke::NONE,
        };
        ui.painter().rect(rect, CornerRadius::same(6), fill, line, StrokeKind::Inside);
        if response.has_focus() {
            let focus = Stroke::new(2.0, if look == Look::Accent { c.strong } else { c.accent });
            ui.painter().rect_stroke(rect, CornerRadius::same(6), focus, StrokeKind::Outside);
        }
        match look {
            Look::Accent => c.on_accent,
            _ if !ui.is_enabled() => c.weak.gamma_multiply(0.5),
            _ if selected || response.hovered() => c.strong,
            _ => c.text,
        }
    }

    /// An icon button.
    pub(super) fn icon_button(&mut self, ui: &mut Ui, glyph: &str, name: &str, look: Look) -> Response {
        self.button(ui, (glyph, ""), name, (look, false))
    }

    /// A switch with its name; returns whether it was clicked.
    pub(super) fn switch(&mut self, ui: &mut Ui, name: &str, on: bool) -> bool {
        let size = vec2(ui.available_width(), 24.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, name));
        self.hover_back(ui, rect, &response);
        let mut strip = Strip::new(inset(rect, 4.0, 0.0), self.rtl);
        let c = self.ui_colours();
        self.tick(ui, strip.start(16.0), on, c.accent);
        strip.start(8.0);
        let font = FontId::proportional(13.0);
        self.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), name, &font, c.text);
        response.clicked()
    }

    /// Choices beside each other, one of them on; returns the one that is clicked. `salt` tells rows apart.
    pub(super) fn choices(
        &mut self,
        ui: &Ui,
        rect: Rect,
        salt: &str,
        labels: &[&str],
        on: usize,
    ) -> Option<usize> {
        let c = self.ui_colours();
        let mut strip = Strip::new(rect, self.rtl);
        let width = rect.width() / labels.len().max(1) as f32;
        ui.painter().rect_filled(rect, 6.0, c.button);
        let mut chosen = None;
        for (i, label) in labels.iter().enumerate() {
            let at = strip.start(width).shrink(2.0);
            let response = ui.interact(at, self.id(salt).with(i), Sense::click());
            let is_on = i == on;
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, *label));
            let color = if is_on { c.strong } else { c.weak };
            if is_on || response.hovered() {
                ui.painter().rect_filled(at, 4.0, if is_on { c.panel } else { c.button_hover });
            }
            self.ink.paint(ui.painter(), at, Align2::CENTER_CENTER, label, &medium(12.0), color);
            if response.clicked() {
                chosen = Some(i);
            }
        }
        chosen
    }

    /// A box that is ticked or not, in the middle of `rect`.
    pub(super) fn tick(&mut self, ui: &Ui, rect: Rect, on: bool, color: Color32) {
        let square = Rect::from_center_size(rect.center(), vec2(14.0, 14.0));
        let c = self.ui_colours();
        if on {
            ui.painter().rect_filled(square, 3.0, color);
            let ink = super::theme::ink_on(color);
            let font = icons(11.0);
            self.ink.paint(ui.painter(), square, Align2::CENTER_CENTER, icon::CHECK, &font, ink);
        } else {
            let line = Stroke::new(1.5, c.weak.gamma_multiply(0.7));
            ui.painter().rect(square, 3.0, c.field, line, StrokeKind::Inside);
        }
    }

    /// What lies behind a row under the pointer or with the keyboard's focus.
    pub(super) fn hover_back(&self, ui: &Ui, rect: Rect, response: &Response) {
        let c = self.ui_colours();
        if response.hovered() {
            ui.painter().rect_filled(rect, 5.0, c.button_hover);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(rect, 5.0, Stroke::new(1.5, c.accent), StrokeKind::Inside);
        }
    }

    /// A thin line across.
    pub(super) fn rule(&self, ui: &mut Ui) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 7.0), Sense::hover());
        let line = Stroke::new(1.0, self.ui_colours().line);
        ui.painter().hline(rect.x_range(), rect.center().y.round(), line);
    }

    /// A grey remark in the middle of the room left, wrapped.
    pub(super) fn remark(&mut self, ui: &mut Ui, glyph: &str, words: &str) {
        let c = self.ui_colours();
        ui.add_space(18.0);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::hover());
        let font = icons(28.0);
        self.ink.paint(ui.painter(), rect, Align2::CENTER_CENTER, glyph, &font, c.weak.gamma_multiply(0.7));
        let view =
            super::arabic::TextView { centred: true, ..super::arabic::TextView::new(words, 13.0, c.weak) };
        self.text.show(ui, &view);
    }

    /// An id below `ui` that does not depend on what was added before.
    pub(super) fn id(&self, name: &str) -> Id {
        Id::unique(("waqai", name, self.rtl))
    }
}

/// Words that appear while the pointer rests on `response`.
pub(super) fn tip(response: Response, words: &str) -> Response {
    response.on_hover_text(super::arabic::vis(words))
}
