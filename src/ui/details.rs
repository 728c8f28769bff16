//! The selected event in full: fields with their basis, the sentences it was read from, disputes.

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Frame, Margin, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, pos2, vec2,
};

use super::arabic::{Direction, TextMark, TextView};
use super::ink::{Strip, inset, width_of};
use super::pane::{Look, Pane};
use super::theme::{ReaderColours, icon, medium, rgb};
use crate::scene::{Field, HighlightKind, Inspector, MentionRow, Relation};
use crate::state::Command;

/// The column of labels, in points.
const LABELS: f32 = 84.0;

/// The selected event; a hint without one.
pub(super) fn show(ui: &mut Ui, pane: &mut Pane<'_>) {
    let Some(inspector) = &pane.scene.inspector else {
        pane.remark(ui, icon::INFO, pane.words.text("details-empty"));
        return;
    };
    ScrollArea::vertical().id_salt("details").auto_shrink([false, false]).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            title(ui, pane, inspector);
            for field in &inspector.fields {
                field_row(ui, pane, field);
            }
            confidence(ui, pane, inspector.confidence);
            told_in(ui, pane, &inspector.mentions);
            disputes(ui, pane, &inspector.disputes);
            why(ui, pane, &inspector.why);
        });
    });
}

fn title(ui: &mut Ui, pane: &mut Pane<'_>, inspector: &Inspector) {
    let c = pane.ui_colours();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let mut strip = Strip::new(rect, pane.rtl);
    let close = strip.end(30.0);
    pane.inside(ui, close, |pane, ui| {
        if pane.icon_button(ui, icon::CLOSE, pane.words.text("close"), Look::Bare).clicked() {
            pane.push(Command::SelectEvent(None));
        }
    });
    let mark = inset(strip.start(6.0), 0.0, 3.0);
    ui.painter().rect_filled(mark, CornerRadius::same(3), rgb(inspector.colour));
    strip.start(8.0);
    let response = ui.interact(strip.rect, pane.id("details-title"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &inspector.title));
    let font = super::theme::bold(17.0);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), &inspector.title, &font, c.strong);
    ui.horizontal_wrapped(|ui| {
        for (i, badge) in inspector.badges.iter().enumerate() {
            badge_ui(ui, pane, badge, i > 0);
        }
        super::events::show_day_button(ui, pane, &inspector.id);
    });
    ui.add_space(2.0);
}

fn badge_ui(ui: &mut Ui, pane: &mut Pane<'_>, words: &str, doubtful: bool) {
    let c = pane.ui_colours();
    let font = medium(12.0);
    let width = width_of(ui.painter(), words, &font) + 18.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let rect = inset(rect, 0.0, 3.0);
    let ink = if doubtful { c.warning } else { c.text };
    ui.painter().rect(rect, 11.0, c.faint, Stroke::new(1.0, c.line), StrokeKind::Inside);
    pane.ink.paint(ui.painter(), rect, Align2::CENTER_CENTER, words, &font, ink);
}

/// Label at the reading start, value and basis wrapped beside it.
fn field_row(ui: &mut Ui, pane: &mut Pane<'_>, field: &Field) {
    let c = pane.ui_colours();
    let width = ui.available_width();
    let indent = if field.colour.is_some() { 17.0 } else { 0.0 };
    let value_width = (width - LABELS - indent).max(60.0);
    let value = pane.composed(&field.value, 13.5, c.strong);
    let basis = field.basis.as_deref().map(|b| pane.composed(b, 12.0, c.weak));
    let value_height = pane.text.height(ui.ctx(), &value, value_width);
    let basis_height = basis.as_ref().map_or(0.0, |b| pane.text.height(ui.ctx(), b, value_width));
    let (rect, _) =
        ui.allocate_exact_size(vec2(width, (value_height + basis_height).max(20.0)), Sense::hover());
    let mut strip = Strip::new(rect, pane.rtl);
    let label = strip.start(LABELS);
    let label = Rect::from_min_size(label.min, vec2(label.width() - 8.0, 22.0));
    let label = if pane.rtl { label.translate(vec2(8.0, 0.0)) } else { label };
    pane.ink.paint(
        ui.painter(),
        label,
        strip.start_anchor(),
        &field.label,
        &FontId::proportional(12.0),
        c.weak,
    );
    if let Some(colour) = field.colour {
        let at = Strip::new(strip.start(indent), pane.rtl).start(10.0);
        let dot = Rect::from_center_size(pos2(at.center().x, rect.top() + 11.0), vec2(10.0, 10.0));
        ui.painter().rect_filled(dot, 3.0, rgb(colour));
    }
    let at = strip.rect;
    pane.inside(ui, at, |pane, ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        pane.passage(ui, &value);
        if let Some(basis) = basis {
            pane.passage(ui, &basis);
        }
    });
}

fn confidence(ui: &mut Ui, pane: &mut Pane<'_>, confidence: f32) {
    let c = pane.ui_colours();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let percent = format!("{:.0} %", confidence * 100.0);
    let label = pane.words.text("confidence");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{label}: {percent}")));
    let mut strip = Strip::new(rect, pane.rtl);
    let font = FontId::proportional(12.0);
    pane.ink.paint(ui.painter(), strip.start(LABELS), strip.start_anchor(), label, &font, c.weak);
    let bar = inset(strip.start(90.0), 0.0, 7.0);
    ui.painter().rect_filled(bar, 3.0, c.button_active);
    let filled = Strip::new(bar, pane.rtl).start(bar.width() * confidence.clamp(0.0, 1.0));
    let color = if confidence < 0.5 { c.warning } else { c.accent };
    ui.painter().rect_filled(filled, 3.0, color);
    strip.start(8.0);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), &percent, &font, c.text);
}

fn told_in(ui: &mut Ui, pane: &mut Pane<'_>, mentions: &[MentionRow]) {
    ui.add_space(6.0);
    pane.heading(ui, pane.words.text("told-in"));
    for (i, mention) in mentions.iter().enumerate() {
        ui.push_id(("mention", i), |ui| quote(ui, pane, mention));
        ui.add_space(4.0);
    }
}

/// A sentence on paper, its parts marked, with the article's name and a way there.
fn quote(ui: &mut Ui, pane: &mut Pane<'_>, mention: &MentionRow) {
    let (c, paper) = (pane.ui_colours(), &pane.theme.reader);
    let frame = Frame::new().fill(paper.paper).stroke(Stroke::new(1.0, c.line)).corner_radius(8);
    frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        quote_text(ui, pane, mention);
        ui.horizontal_wrapped(|ui| {
            let name = pane.words.text("open-article");
            if pane.button(ui, (icon::ARTICLE, name), name, (Look::Plate, false)).clicked() {
                pane.push(Command::OpenArticle(Some(mention.article.clone())));
            }
            let name = pane.words.text("copy-quote");
            if pane.icon_button(ui, icon::COPY, name, Look::Bare).clicked() {
                pane.push(Command::Copy(mention.sentence.clone()));
            }
        });
    });
}

/// The sentence with its parts marked, and the article's name and day below it.
pub(super) fn quote_text(ui: &mut Ui, pane: &mut Pane<'_>, mention: &MentionRow) {
    let (c, paper) = (pane.ui_colours(), &pane.theme.reader);
    let marks = mention.highlights.iter().map(|(range, kind)| TextMark {
        range: range.clone(),
        back: mark_colour(paper, *kind),
        outline: None,
        clickable: false,
    });
    let view = TextView { marks: marks.collect(), ..TextView::new(&mention.sentence, 15.0, paper.ink) };
    pane.passage(ui, &view);
    ui.add_space(2.0);
    let source = TextView::new(&mention.source, 12.5, c.strong);
    pane.passage(ui, &source);
    if !mention.meta.is_empty() {
        let meta = pane.composed(&mention.meta, 12.0, c.weak);
        pane.passage(ui, &meta);
    }
}

/// The colour behind a marked part.
pub(super) fn mark_colour(c: &ReaderColours, kind: HighlightKind) -> Color32 {
    match kind {
        HighlightKind::Trigger => c.trigger,
        HighlightKind::Date => c.date,
        HighlightKind::Place => c.place,
        HighlightKind::Actor => c.actor,
        HighlightKind::Attribution => c.attribution,
        HighlightKind::Quote => c.quote,
    }
}

fn disputes(ui: &mut Ui, pane: &mut Pane<'_>, disputes: &[Relation]) {
    if disputes.is_empty() {
        return;
    }
    pane.heading(ui, pane.words.text("disputes"));
    let c = pane.ui_colours();
    for other in disputes {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &other.title));
        ui.painter().rect(rect, 6.0, c.faint, Stroke::new(1.0, c.warning), StrokeKind::Inside);
        pane.hover_back(ui, rect.shrink(1.0), &response);
        let strip = Strip::new(inset(rect, 10.0, 3.0), pane.rtl);
        let (above, below) = strip.rect.split_top_bottom_at_fraction(0.5);
        pane.ink.paint(ui.painter(), above, strip.start_anchor(), &other.title, &medium(13.0), c.strong);
        let small = FontId::proportional(12.0);
        pane.ink.paint(ui.painter(), below, strip.start_anchor(), &other.detail, &small, c.weak);
        if response.clicked() {
            pane.push(Command::GoToEvent(other.id.clone()));
        }
    }
    ui.add_space(4.0);
}

fn why(ui: &mut Ui, pane: &mut Pane<'_>, reasons: &[String]) {
    if reasons.is_empty() {
        return;
    }
    pane.heading(ui, pane.words.text("why"));
    let color = pane.ui_colours().weak;
    for reason in reasons {
        let line = format!("• {reason}");
        let line = pane.composed(&line, 12.0, color);
        pane.passage(ui, &line);
    }
}

impl Pane<'_> {
    /// Words put together by the interface: they run as its language does.
    pub(super) fn composed<'a>(&self, text: &'a str, size: f32, ink: Color32) -> TextView<'a> {
        let direction = if self.rtl { Direction::Rtl } else { Direction::Ltr };
        TextView { direction, ..TextView::new(text, size, ink) }
    }

    /// Wrapped text; what the user copies from it goes to the clipboard.
    pub(super) fn passage(&mut self, ui: &mut Ui, view: &TextView<'_>) {
        let shown = self.text.show(ui, view);
        if let Some(copied) = shown.copied {
            self.push(Command::Copy(copied));
        }
    }
}
