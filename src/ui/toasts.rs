//! Short messages at the foot of the window on what was done.

use std::sync::{Arc, Mutex};

use eframe::egui::{Align2, Area, Color32, FontId, Id, Order, Sense, Stroke, StrokeKind, Ui, vec2};

use super::ink::{inset, width_of};
use super::pane::Pane;
use super::theme::{icon, icons};

/// Seconds a message stays.
const SECONDS: f64 = 5.0;

/// One message.
#[derive(Clone, Debug)]
struct Toast {
    text: String,
    failed: bool,
    /// When it was first shown, in seconds of the context's time.
    since: Option<f64>,
}

/// The messages; clones share them, so that work elsewhere can report.
#[derive(Clone, Debug, Default)]
pub struct Toasts(Arc<Mutex<Vec<Toast>>>);

impl Toasts {
    /// Adds a message: on success, or on failure.
    pub fn push(&self, text: String, failed: bool) {
        if let Ok(mut toasts) = self.0.lock() {
            toasts.push(Toast { text, failed, since: None });
        }
    }
}

/// Shows the messages, the newest last, each for some seconds.
pub(super) fn show(ui: &Ui, pane: &mut Pane<'_>, toasts: &Toasts) {
    let Ok(mut toasts) = toasts.0.lock() else { return };
    let now = ui.input(|i| i.time);
    for toast in toasts.iter_mut() {
        toast.since.get_or_insert(now);
    }
    toasts.retain(|t| t.since.is_none_or(|since| now - since < SECONDS));
    if toasts.is_empty() {
        return;
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(250));
    let area = Area::new(Id::unique("toasts")).order(Order::Tooltip).interactable(false);
    area.anchor(Align2::CENTER_BOTTOM, vec2(0.0, -24.0)).show(ui.ctx(), |ui| {
        for toast in toasts.iter() {
            one(ui, pane, toast);
        }
    });
}

fn one(ui: &mut Ui, pane: &mut Pane<'_>, toast: &Toast) {
    let c = pane.ui_colours();
    let font = FontId::proportional(13.5);
    let width =
        (width_of(ui.painter(), &toast.text, &font) + 56.0).min(ui.ctx().content_rect().width() - 40.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 36.0), Sense::hover());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, &toast.text));
    ui.painter().rect(rect, 8.0, c.strong, Stroke::new(1.0, c.line), StrokeKind::Inside);
    let (glyph, ink): (&str, Color32) =
        if toast.failed { (icon::WARNING, c.error) } else { (icon::CHECK, c.accent) };
    let mut strip = super::ink::Strip::new(inset(rect, 12.0, 0.0), pane.rtl);
    let at = strip.start(22.0);
    pane.ink.paint(ui.painter(), at, Align2::CENTER_CENTER, glyph, &icons(17.0), ink);
    strip.start(6.0);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), &toast.text, &font, c.panel);
}
