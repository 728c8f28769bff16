//! What the keyboard asks for, wherever the pointer is; not while words are typed.

use eframe::egui::{Context, Key, Modifiers, Ui};

use super::pane::Memory;
use crate::scene::Scene;
use crate::state::Command;

/// A key with what it asks for.
type Binding = (Modifiers, Key, fn(&Scene) -> Command);

/// All bindings; earlier ones win, so those with modifiers come first.
const BINDINGS: &[Binding] = &[
    (Modifiers::COMMAND, Key::S, |_| Command::Screenshot),
    (COMMAND_SHIFT, Key::Z, |_| Command::Redo),
    (Modifiers::COMMAND, Key::Z, |_| Command::Undo),
    (Modifiers::COMMAND, Key::Y, |_| Command::Redo),
    (Modifiers::SHIFT, Key::ArrowLeft, |s| Command::StepEvent(-forward(s))),
    (Modifiers::SHIFT, Key::ArrowRight, |s| Command::StepEvent(forward(s))),
    (Modifiers::NONE, Key::ArrowLeft, |s| Command::StepDay(-forward(s))),
    (Modifiers::NONE, Key::ArrowRight, |s| Command::StepDay(forward(s))),
    (Modifiers::NONE, Key::ArrowUp, |s| neighbour(s, -1)),
    (Modifiers::NONE, Key::ArrowDown, |s| neighbour(s, 1)),
    (Modifiers::NONE, Key::Home, |_| Command::GoStart),
    (Modifiers::NONE, Key::End, |_| Command::GoEnd),
    (Modifiers::NONE, Key::Space, |_| Command::TogglePlay),
    (Modifiers::NONE, Key::L, |s| Command::SetLang(s.view.lang.other())),
    (Modifiers::NONE, Key::M, |s| Command::SetMeasure(s.view.measure.is_none().then(Vec::new))),
    (Modifiers::NONE, Key::T, |s| Command::SetTheme(s.view.theme.other())),
];

const COMMAND_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// Days that the right arrow moves: the timeline is mirrored in Arabic.
fn forward(scene: &Scene) -> i64 {
    if scene.view.lang.is_rtl() { -1 } else { 1 }
}

/// The row before or after the selected one.
fn neighbour(scene: &Scene, step: isize) -> Command {
    let list = &scene.events;
    let at = match list.selected {
        Some(at) => at.saturating_add_signed(step),
        None => list.at_day.unwrap_or(0),
    };
    let row = list.rows.get(at.min(list.rows.len().saturating_sub(1)));
    row.map_or(Command::SelectEvent(None), |r| Command::GoToEvent(r.id.clone()))
}

/// Pushes what the keys of this frame ask for.
pub(super) fn read(ui: &Ui, scene: &Scene, memory: &mut Memory, out: &mut Vec<Command>) {
    if ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::F)) {
        memory.focus_search = true;
    }
    if ui.input(|i| i.key_pressed(Key::Escape)) {
        escape(ui.ctx(), scene, memory, out);
    }
    let is_asked = ui.ctx().memory(|m| m.top_modal_layer().is_some());
    if is_asked || ui.ctx().egui_wants_keyboard_input() {
        return;
    }
    if ui.input(|i| i.key_pressed(Key::Questionmark) || i.key_pressed(Key::F1)) {
        memory.help = !memory.help;
    }
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::F)) {
        out.extend([Command::FitMap, Command::Release, Command::FitTimeline, Command::Release]);
    }
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::G)) {
        memory.open_finder = true;
    }
    let focused = ui.ctx().memory(|m| m.focused().is_some());
    for (modifiers, key, command) in BINDINGS {
        // Space and the arrows belong to the widget that has the focus.
        if focused && *key == Key::Space {
            continue;
        }
        if ui.input_mut(|i| i.consume_key(*modifiers, *key)) {
            out.extend([command(scene), Command::Release]);
        }
    }
}

/// Closes what lies on top: the help, the measuring, the article, the selected event, the selected place.
fn escape(ctx: &Context, scene: &Scene, memory: &mut Memory, out: &mut Vec<Command>) {
    if memory.help {
        memory.help = false;
    } else if eframe::egui::Popup::is_any_open(ctx) || ctx.memory(|m| m.top_modal_layer().is_some()) {
        // Popups and dialogs close themselves.
    } else if scene.view.measure.is_some() {
        out.extend([Command::SetMeasure(None), Command::Release]);
    } else if scene.view.panels.reader {
        out.extend([Command::OpenArticle(None), Command::Release]);
    } else if scene.view.event.is_some() {
        out.extend([Command::SelectEvent(None), Command::Release]);
    } else if scene.view.place.is_some() {
        out.extend([Command::SelectPlace(None), Command::Release]);
    }
}
