//! The articles, and the open one with what was read from it.

use eframe::egui::style::ScrollAnimation;
use eframe::egui::{
    Align, Align2, Frame, Margin, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::arabic::{TextMark, TextView};
use super::details::mark_colour;
use super::ink::{inset, width_of};
use super::pane::{Look, Pane};
use super::theme::{icon, medium};
use crate::scene::{ArticleRow, HighlightKind, OpenArticle};
use crate::state::Command;

/// The open article, or the list of all.
pub(super) fn show(ui: &mut Ui, pane: &mut Pane<'_>) {
    let reader = &pane.scene.reader;
    let wanted = pane.scene.view.panels.reader || pane.scene.inspector.is_some();
    match reader.open.as_ref().filter(|_| wanted) {
        Some(article) => open(ui, pane, article),
        None => list(ui, pane, &reader.articles),
    }
}

fn list(ui: &mut Ui, pane: &mut Pane<'_>, articles: &[ArticleRow]) {
    if articles.is_empty() {
        pane.remark(ui, icon::NEWSPAPER, pane.words.text("no-events-corpus"));
        return;
    }
    ScrollArea::vertical().id_salt("articles").auto_shrink([false, false]).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(12, 10)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            pane.heading(ui, pane.words.text("articles"));
            for article in articles {
                card(ui, pane, article);
            }
            let hint = pane.words.text("details-empty");
            pane.remark(ui, icon::INFO, hint);
        });
    });
}

fn card(ui: &mut Ui, pane: &mut Pane<'_>, article: &ArticleRow) {
    let c = pane.ui_colours();
    let width = ui.available_width() - 24.0;
    let title = TextView { bold: true, ..TextView::new(&article.title, 14.0, c.strong) };
    let meta = pane.composed(&article.meta, 12.0, c.weak);
    let height = pane.text.height(ui.ctx(), &title, width) + pane.text.height(ui.ctx(), &meta, width);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height.ceil() + 20.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &article.title));
    let fill = if response.hovered() { c.button_hover } else { c.bar };
    ui.painter().rect(rect, 8.0, fill, Stroke::new(1.0, c.line), StrokeKind::Inside);
    pane.inside(ui, inset(rect, 12.0, 8.0), |pane, ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        pane.still(ui, &title);
        pane.still(ui, &meta);
    });
    if response.clicked() {
        pane.push(Command::OpenArticle(Some(article.id.clone())));
    }
}

impl Pane<'_> {
    /// Wrapped text that leaves the pointer to what lies below it.
    fn still(&mut self, ui: &mut Ui, view: &TextView<'_>) {
        self.text.paint_only(ui, view);
    }
}

fn open(ui: &mut Ui, pane: &mut Pane<'_>, article: &OpenArticle) {
    head(ui, pane, article);
    let paper = &pane.theme.reader;
    let rect = ui.available_rect_before_wrap();
    ui.painter().rect_filled(rect, 0.0, paper.paper);
    let now = (article.id.clone(), pane.scene.view.event.clone());
    let moved = pane.memory.reader_at.as_ref() != Some(&now);
    let area = ScrollArea::vertical().id_salt(("reader", &article.id)).auto_shrink([false, false]);
    area.show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(18, 14)).show(ui, |ui| {
            let n_sentences = article.selected.len();
            let view = TextView {
                greyed: article.clutter.iter().map(|(span, _)| span.range()).collect(),
                weak: paper.clutter,
                marks: marks(pane, article),
                line_height: 1.75,
                ..TextView::new(&article.text, 16.0, paper.ink)
            };
            let shown = pane.text.show(ui, &view);
            if let Some(mark) = shown.clicked {
                let event = article.highlights[mark - n_sentences].event;
                pane.push(Command::SelectEvent(pane.event_id(event)));
            }
            if let Some(copied) = shown.copied {
                pane.push(Command::Copy(copied));
            }
            if moved && let Some((_, at)) = shown.boxes.iter().find(|(mark, _)| *mark < n_sentences) {
                ui.scroll_to_rect_animation(*at, Some(Align::Center), ScrollAnimation::none());
            }
        });
    });
    pane.memory.reader_at = Some(now);
}

/// The sentences of the selected event, and above them what every event was read from.
fn marks(pane: &Pane<'_>, article: &OpenArticle) -> Vec<TextMark> {
    let (c, paper) = (pane.ui_colours(), &pane.theme.reader);
    let sentences = article.selected.iter().map(|span| TextMark {
        range: span.range(),
        back: paper.sentence,
        outline: None,
        clickable: false,
    });
    let selected = &pane.scene.view.event;
    let highlights = article.highlights.iter().map(|h| {
        let chosen = selected.is_some() && pane.event_id(h.event) == *selected;
        TextMark {
            range: h.span.range(),
            back: mark_colour(paper, h.kind),
            outline: chosen.then_some(c.accent),
            clickable: true,
        }
    });
    sentences.chain(highlights).collect()
}

impl Pane<'_> {
    /// The id of the event at a position of the corpus, while the scene knows it.
    fn event_id(&self, event: usize) -> Option<String> {
        self.scene.reader.event_ids.get(&event).cloned()
    }
}

/// Title, what is known of the article, the way back, and the meaning of the colours.
fn head(ui: &mut Ui, pane: &mut Pane<'_>, article: &OpenArticle) {
    let c = pane.ui_colours();
    Frame::new().inner_margin(Margin { left: 12, right: 12, top: 8, bottom: 6 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal(|ui| {
            let back = if pane.rtl { icon::ARROW_RIGHT } else { icon::ARROW_LEFT };
            let key = if pane.scene.inspector.is_some() { "details" } else { "back-to-list" };
            let name = pane.words.text(key);
            if pane.button(ui, (back, name), name, (Look::Bare, false)).clicked() {
                pane.push(Command::OpenArticle(None));
            }
        });
        let title = TextView { bold: true, ..TextView::new(&article.title, 15.0, c.strong) };
        pane.passage(ui, &title);
        let meta = pane.composed(&article.meta, 12.0, c.weak);
        pane.passage(ui, &meta);
        legend(ui, pane);
    });
}

fn legend(ui: &mut Ui, pane: &mut Pane<'_>) {
    let c = pane.ui_colours();
    let kinds = [
        (HighlightKind::Trigger, "legend-trigger"),
        (HighlightKind::Date, "legend-date"),
        (HighlightKind::Place, "legend-place"),
        (HighlightKind::Actor, "legend-actor"),
        (HighlightKind::Attribution, "legend-attribution"),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 3.0);
        for (kind, key) in kinds {
            let word = pane.words.text(key);
            let width = width_of(ui.painter(), word, &medium(11.5)) + 14.0;
            let (rect, _) = ui.allocate_exact_size(vec2(width, 19.0), Sense::hover());
            ui.painter().rect_filled(rect, 4.0, mark_colour(&pane.theme.reader, kind));
            pane.ink.paint(
                ui.painter(),
                rect,
                Align2::CENTER_CENTER,
                word,
                &medium(11.5),
                pane.theme.reader.ink,
            );
        }
    });
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, c.line);
}
