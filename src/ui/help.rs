//! The overlay of keys.

use eframe::egui::{Align2, Area, FontId, Id, Order, Sense, Stroke, StrokeKind, Ui, vec2};

use super::ink::{Strip, inset};
use super::pane::{Look, Pane};
use super::theme::{bold, icon, medium};

/// Keys of the words, or words of the keys: what is pressed, and what it does.
const ROWS: &[(&[&str], &str)] = &[
    (&["←", "→"], "help-day"),
    (&["key-shift", "←", "→"], "help-event"),
    (&["key-home", "key-end"], "help-ends"),
    (&["key-space"], "help-play"),
    (&["↑", "↓"], "help-list"),
    (&["F"], "help-fit"),
    (&["+", "-"], "help-zoom"),
    (&["key-ctrl", "←", "→", "↑", "↓"], "help-pan"),
    (&["G"], "find-place"),
    (&["M"], "measure"),
    (&["L"], "help-language"),
    (&["T"], "help-theme"),
    (&["key-ctrl", "F"], "help-search"),
    (&["key-ctrl", "Z"], "help-undo"),
    (&["key-ctrl", "S"], "help-screenshot"),
    (&["key-escape"], "help-escape"),
    (&["?"], "help-help"),
];
const WIDTH: f32 = 380.0;

/// Shows the keys while the help is open.
pub(super) fn overlay(ui: &Ui, pane: &mut Pane<'_>) {
    if !pane.memory.help {
        return;
    }
    let c = pane.ui_colours();
    let area =
        Area::new(Id::unique("help")).order(Order::Foreground).anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0));
    area.show(ui.ctx(), |ui| {
        let height = 58.0 + ROWS.len() as f32 * 26.0;
        let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, height), Sense::click());
        ui.painter().rect(rect, 10.0, c.panel, Stroke::new(1.0, c.line), StrokeKind::Outside);
        let rect = inset(rect, 18.0, 12.0);
        pane.inside(ui, rect, |pane, ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let words = pane.words;
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(WIDTH - 74.0, 30.0), Sense::hover());
                let anchor = Strip::new(rect, pane.rtl).start_anchor();
                pane.ink.paint(ui.painter(), rect, anchor, words.text("help-title"), &bold(15.0), c.strong);
                if pane.icon_button(ui, icon::CLOSE, words.text("close"), Look::Bare).clicked() {
                    pane.memory.help = false;
                }
            });
            for (keys, what) in ROWS {
                row(ui, pane, keys, words.text(what));
            }
        });
    });
}

fn row(ui: &mut Ui, pane: &mut Pane<'_>, keys: &[&str], what: &str) {
    let c = pane.ui_colours();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let mut strip = Strip::new(rect, pane.rtl);
    let mut caps = Strip::new(strip.end(150.0), pane.rtl);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), what, &FontId::proportional(13.0), c.text);
    for key in keys.iter().rev() {
        let word = pane.words.find(key).unwrap_or(key);
        let width = (super::ink::width_of(ui.painter(), word, &medium(12.0)) + 14.0).max(24.0);
        let cap = inset(caps.end(width), 0.0, 3.0);
        caps.end(5.0);
        ui.painter().rect(cap, 4.0, c.button, Stroke::new(1.0, c.line), StrokeKind::Inside);
        pane.ink.paint(ui.painter(), cap, Align2::CENTER_CENTER, word, &medium(12.0), c.strong);
    }
}
