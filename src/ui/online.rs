//! Asking whether to use online tiles, with what is sent where, and the mark on the map while they are on.
//!
//! The only place that starts and ends [`OnlineTiles`]; nothing of it outlives the window.

use eframe::egui::{
    Align, Color32, CornerRadius, FontId, Frame, Id, Layout, Margin, Modal, Rect, Role, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::arabic::{Direction, FieldStyle, TextView, isolated};
use super::ink::{Strip, inset, width_of};
use super::map::tiles::{AGENT, OnlineTiles, SUGGESTED, SUGGESTED_CREDIT, SUGGESTED_HOST, Template};
use super::map::{MapState, Mark};
use super::pane::{Look, Pane, tip};
use super::theme::{bold, icon, icons, medium};
use crate::scene::Arg;

/// Width of the dialog, where there is room.
const WIDTH: f32 = 460.0;

/// The mark is as wide as its words, within bounds; what is wrong wants some width to be told in.
const LEAST_WIDTH: f32 = 120.0;
const TROUBLE_WIDTH: f32 = 250.0;
const MOST_WIDTH: f32 = 340.0;

/// Points that the signs on the mark take.
const MARK_SIGNS: f32 = 50.0;

/// Points inside the mark's plate.
const MARK_PAD: f32 = 8.0;

/// What is typed, and how far the asking has come.
#[derive(Debug)]
pub(super) struct Ask {
    step: Step,
    address: String,
    credit: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Off,
    /// The dialog comes up and takes the keyboard.
    Opening,
    Asking,
    On,
    Ending,
}

impl Default for Ask {
    fn default() -> Self {
        Self { step: Step::Off, address: SUGGESTED.to_owned(), credit: SUGGESTED_CREDIT.to_owned() }
    }
}

impl Ask {
    /// Are tiles asked for at present?
    pub(super) fn is_on(&self) -> bool {
        self.step == Step::On
    }

    /// Off at once; on only by way of the dialog.
    pub(super) fn switch(&mut self) {
        self.step = if self.is_on() { Step::Ending } else { Step::Opening };
    }
}

/// What the dialog ends in.
enum Answer {
    Start(Template),
    Leave,
}

/// What the mark's buttons ask for.
enum Wish {
    End,
    Retry,
}

/// Shows the mark on the map and the dialog, and does what they are told.
pub(super) fn show(ui: &mut Ui, pane: &mut Pane<'_>, map: &mut MapState) {
    match map.tiles.as_ref().and_then(|tiles| mark(ui, pane, tiles, &mut map.mark)) {
        Some(Wish::End) => pane.memory.online.step = Step::Ending,
        Some(Wish::Retry) => map.tiles.iter_mut().for_each(|tiles| tiles.retry(ui.ctx())),
        None => {}
    }
    match pane.memory.online.step {
        Step::Off | Step::On => {}
        Step::Ending => {
            (map.tiles, map.mark.painted) = (None, None);
            pane.memory.online.step = Step::Off;
            ui.ctx().request_repaint();
        }
        Step::Opening | Step::Asking => match dialog(ui, pane) {
            Some(Answer::Start(template)) => {
                let credit = pane.memory.online.credit.trim().to_owned();
                map.tiles = Some(OnlineTiles::start(ui.ctx(), template, credit));
                pane.memory.online.step = Step::On;
                ui.ctx().request_repaint();
            }
            Some(Answer::Leave) => pane.memory.online.step = Step::Off,
            None => pane.memory.online.step = Step::Asking,
        },
    }
}

/// What is asked before anything is sent.
fn dialog(ui: &Ui, pane: &mut Pane<'_>) -> Option<Answer> {
    let c = pane.ui_colours();
    let frame = Frame::popup(ui.style()).inner_margin(Margin::same(18)).fill(c.panel);
    let width = WIDTH.min(ui.ctx().content_rect().width() - 60.0);
    let shown = Modal::new(Id::unique("online-tiles")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width);
        let layout = Layout::top_down(if pane.rtl { Align::Max } else { Align::Min });
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            questions(ui, pane)
        })
        .inner
    });
    if shown.should_close() { Some(Answer::Leave) } else { shown.inner }
}

fn questions(ui: &mut Ui, pane: &mut Pane<'_>) -> Option<Answer> {
    let (words, c) = (pane.words, pane.ui_colours());
    pane.line(ui, words.text("tiles-title"), &bold(15.0), c.strong);
    paragraph(ui, pane, words.text("tiles-about"), 12.5, c.text);
    let mut address = std::mem::take(&mut pane.memory.online.address);
    let focus = pane.memory.online.step == Step::Opening;
    field(ui, pane, "tiles-address", SUGGESTED, &mut address, focus);
    let template = Template::parse(&address);
    pane.memory.online.address = address;
    match &template {
        Ok(template) => told(ui, pane, template),
        Err(refusal) => {
            let (key, part) = refusal.key();
            let told = words.with(key, &[("part", Arg::S(&isolated(part)))]);
            paragraph(ui, pane, &told, 13.0, c.error);
        }
    }
    let mut credit = std::mem::take(&mut pane.memory.online.credit);
    field(ui, pane, "tiles-credit", words.text("tiles-credit-hint"), &mut credit, false);
    pane.memory.online.credit = credit;
    ui.add_space(4.0);
    let host = template.as_ref().map_or_else(|_| "…".to_owned(), Template::host);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let layout =
        if pane.rtl { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        let name = words.with("tiles-turn-on", &[("host", Arg::S(&isolated(&host)))]);
        let look = if template.is_ok() { Look::Accent } else { Look::Plate };
        let is_on = ui
            .add_enabled_ui(template.is_ok(), |ui| {
                pane.button(ui, (icon::GLOBE, &name), &name, (look, false))
            })
            .inner
            .clicked();
        let cancel = words.text("tiles-cancel");
        let is_left = pane.button(ui, ("", cancel), cancel, (Look::Plate, false)).clicked();
        template.ok().filter(|_| is_on).map(Answer::Start).or(is_left.then_some(Answer::Leave))
    })
    .inner
}

/// What is sent where.
fn told(ui: &mut Ui, pane: &mut Pane<'_>, template: &Template) {
    let (words, c) = (pane.words, pane.ui_colours());
    let (host, agent) = (isolated(&template.host()), isolated(AGENT));
    let values = [("host", Arg::S(&host)), ("agent", Arg::S(&agent))];
    let frame = Frame::new().fill(c.faint).inner_margin(Margin::symmetric(12, 8));
    frame.corner_radius(CornerRadius::same(6)).show(ui, |ui| {
        let layout = Layout::top_down(if pane.rtl { Align::Max } else { Align::Min });
        ui.with_layout(layout, |ui| {
            paragraph(ui, pane, &words.with("tiles-sends", &values), 13.0, c.strong);
            paragraph(ui, pane, words.text("tiles-keeps"), 13.0, c.strong);
            if template.is_exposed() {
                paragraph(ui, pane, words.text("tiles-plain"), 13.0, c.error);
            }
            if template.host() == SUGGESTED_HOST {
                paragraph(ui, pane, words.text("tiles-policy"), 12.0, c.weak);
            }
        });
    });
}

/// Wrapped text that the keyboard passes by, unlike an article's.
fn paragraph(ui: &mut Ui, pane: &mut Pane<'_>, text: &str, size: f32, ink: Color32) {
    let direction = if pane.rtl { Direction::Rtl } else { Direction::Ltr };
    let view = TextView { direction, ..TextView::new(text, size, ink) };
    let width = ui.available_width();
    let height = pane.text.height(ui.ctx(), &view, width).ceil();
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    pane.text.paint_only(&mut ui.new_child(UiBuilder::new().max_rect(rect)), &view);
}

/// A field with its name above it.
fn field(ui: &mut Ui, pane: &mut Pane<'_>, key: &'static str, hint: &str, text: &mut String, focus: bool) {
    let (words, c) = (pane.words, pane.ui_colours());
    pane.heading(ui, words.text(key));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let id = Id::unique(key);
    let line = if ui.memory(|m| m.has_focus(id)) { c.accent } else { c.line };
    ui.painter().rect(rect, CornerRadius::same(6), c.field, Stroke::new(1.0, line), StrokeKind::Inside);
    let style =
        FieldStyle { name: words.text(key), hint, size: 13.5, ink: c.text, weak: c.weak, rtl: pane.rtl };
    let field = pane.text.field(ui, id, inset(rect, 8.0, 4.0), text, &style);
    if focus {
        field.response.request_focus();
    }
}

/// Whom the map asks, whom it thanks, and what is wrong; keeps where it was painted.
fn mark(ui: &mut Ui, pane: &mut Pane<'_>, tiles: &OnlineTiles, at: &mut Mark) -> Option<Wish> {
    let (words, c) = (pane.words, pane.ui_colours());
    let host = tiles.template.host();
    let name = words.with("tiles-on", &[("host", Arg::S(&isolated(&host)))]);
    let told = tiles.trouble().map(|trouble| trouble.told(words, &host));
    let room = at.room?;
    let words_width = width_of(ui.painter(), &name, &medium(12.0)) + MARK_SIGNS;
    let credit_width = width_of(ui.painter(), &tiles.credit, &FontId::proportional(11.5));
    let wanted = words_width.max(credit_width).ceil() + 2.0 * MARK_PAD;
    let least = if told.is_some() { TROUBLE_WIDTH } else { LEAST_WIDTH };
    let width = wanted.max(least).min(room.width().min(MOST_WIDTH)).max(LEAST_WIDTH);
    let inner = width - 2.0 * MARK_PAD;
    let wrapped = |text| TextView::new(text, 12.0, c.error);
    let credit = (!tiles.credit.is_empty()).then_some(18.0);
    let trouble = told.as_deref().map(|t| pane.text.height(ui.ctx(), &wrapped(t), inner).ceil() + 36.0);
    let height = 25.0 + credit.unwrap_or(0.0) + trouble.unwrap_or(0.0) + 6.0;
    let plate = Rect::from_min_size(room.min, vec2(width, height));
    at.painted = Some(plate);
    ui.painter().rect(plate, 5.0, c.panel, Stroke::new(1.0, c.line), StrokeKind::Outside);
    let mut wish = None;
    let row = |top: f32, height: f32| {
        Rect::from_min_size(pos2(plate.left() + MARK_PAD, plate.top() + top), vec2(inner, height))
    };
    let mut strip = Strip::new(row(0.0, 28.0), pane.rtl);
    let close = strip.end(26.0);
    pane.inside(ui, close, |pane, ui| {
        if pane.icon_button(ui, icon::CLOSE, words.text("tiles-turn-off"), Look::Bare).clicked() {
            wish = Some(Wish::End);
        }
    });
    let glyph = strip.start(20.0);
    pane.ink.paint(ui.painter(), glyph, strip.start_anchor(), icon::GLOBE, &icons(15.0), c.accent);
    let label = ui.interact(strip.rect, Id::unique("tiles-mark"), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    tip(label, &name);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), &name, &medium(12.0), c.strong);
    if let Some(height) = credit {
        let at = row(25.0, height);
        pane.inside(ui, at, |pane, ui| {
            let font = FontId::proportional(11.5);
            pane.line(ui, &tiles.credit, &font, c.weak);
        });
    }
    if let (Some(told), Some(height)) = (&told, trouble) {
        let at = row(25.0 + credit.unwrap_or(0.0), height);
        pane.inside(ui, at, |pane, ui| {
            paragraph(ui, pane, told, 12.0, c.error);
            let retry = words.text("tiles-retry");
            if pane.button(ui, ("", retry), retry, (Look::Plate, false)).clicked() {
                wish = Some(Wish::Retry);
            }
        });
    }
    wish
}
