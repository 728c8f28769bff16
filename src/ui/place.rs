//! The strip of the selected place: who holds it, then every claim for and against each holder with who
//! says so, its sentence, and the ways to its event and its article.

use eframe::egui::{
    Align2, CornerRadius, FontId, Frame, Margin, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::details::quote_text;
use super::ink::{Strip, inset, width_of};
use super::pane::{Look, Pane};
use super::theme::{bold, icon, ink_on, medium, rgb};
use crate::scene::{ClaimRow, OtherRow, PlaceStrip, Side, Stand, Standing};
use crate::state::Command;

/// Fills the panel; a hint when no place is selected.
pub(super) fn show(ui: &mut Ui, pane: &mut Pane<'_>) {
    let Some(place) = &pane.scene.place else {
        pane.remark(ui, icon::MAP_PIN, pane.words.text("details-empty"));
        return;
    };
    ScrollArea::vertical().id_salt(("place", &place.id)).auto_shrink([false, false]).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            title(ui, pane, place);
            if let Some(standing) = &place.standing {
                standing_ui(ui, pane, standing);
            }
            shares(ui, pane, &place.shares);
            claims(ui, pane, place);
            others(ui, pane, &place.others);
        });
    });
}

fn title(ui: &mut Ui, pane: &mut Pane<'_>, place: &PlaceStrip) {
    let c = pane.ui_colours();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let mut strip = Strip::new(rect, pane.rtl);
    let close = strip.end(30.0);
    let look = strip.end(30.0);
    pane.inside(ui, close, |pane, ui| {
        if pane.icon_button(ui, icon::CLOSE, pane.words.text("close"), Look::Bare).clicked() {
            pane.push(Command::SelectPlace(None));
        }
    });
    pane.inside(ui, look, |pane, ui| {
        if pane.icon_button(ui, icon::CROSSHAIR, pane.words.text("look-at-place"), Look::Bare).clicked() {
            pane.push(Command::GoToPlace(place.id.clone()));
        }
    });
    let response = ui.interact(strip.rect, pane.id("place-title"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &place.name));
    let font = bold(17.0);
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), &place.name, &font, c.strong);
    let line = format!("{} · {}", place.other_name, place.kind);
    pane.line(ui, &line, &FontId::proportional(12.5), c.weak);
    ui.add_space(2.0);
}

/// Holder, rival and status on a plate; since when and by which rule below.
fn standing_ui(ui: &mut Ui, pane: &mut Pane<'_>, standing: &Standing) {
    let c = pane.ui_colours();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let names = match &standing.rival {
        Some(rival) => format!("{} / {}", standing.holder.name, rival.name),
        None => standing.holder.name.clone(),
    };
    let text = format!("{names} · {}", standing.status_words);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    ui.painter().rect(rect, 7.0, c.faint, Stroke::new(1.0, c.line), StrokeKind::Inside);
    let mut strip = Strip::new(inset(rect, 10.0, 0.0), pane.rtl);
    for side in std::iter::once(&standing.holder).chain(&standing.rival) {
        swatch(ui, strip.start(18.0), side);
    }
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), &text, &medium(14.0), c.strong);
    for words in [&standing.since, &standing.rule].into_iter().chain(&standing.opening) {
        let line = pane.composed(words, 12.5, c.weak);
        pane.passage(ui, &line);
    }
}

/// A square in a side's colour, in the middle of `at`.
fn swatch(ui: &Ui, at: Rect, side: &Side) {
    let square = Rect::from_center_size(at.center(), vec2(11.0, 11.0));
    ui.painter().rect_filled(square, CornerRadius::same(3), rgb(side.colour));
}

/// Of an area: how many of its sites each side holds, as bars.
fn shares(ui: &mut Ui, pane: &mut Pane<'_>, shares: &[(Side, usize)]) {
    let Some(most) = shares.iter().map(|(_, n)| *n).max() else { return };
    let c = pane.ui_colours();
    pane.heading(ui, pane.words.text("strip-sites-held"));
    for (side, n) in shares {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {n}", side.name)));
        let mut strip = Strip::new(rect, pane.rtl);
        swatch(ui, strip.start(18.0), side);
        let font = FontId::proportional(13.0);
        let name = strip.start(strip.rect.width() * 0.42);
        pane.ink.paint(ui.painter(), name, strip.start_anchor(), &side.name, &font, c.text);
        let number = strip.end(36.0);
        pane.ink.paint(ui.painter(), number, strip.end_anchor(), &n.to_string(), &font, c.text);
        let bar = inset(strip.rect, 0.0, 7.0);
        let bar = Strip::new(bar, pane.rtl).start(bar.width() * *n as f32 / most.max(1) as f32);
        ui.painter().rect_filled(bar, CornerRadius::same(3), rgb(side.colour));
    }
}

fn claims(ui: &mut Ui, pane: &mut Pane<'_>, place: &PlaceStrip) {
    ui.add_space(6.0);
    let n = [("n", crate::scene::Arg::N(place.claims.len()))];
    pane.heading(ui, &pane.words.with("strip-claims", &n));
    if place.claims.is_empty() {
        let line = pane.composed(pane.words.text("strip-no-claims"), 12.5, pane.ui_colours().text);
        pane.passage(ui, &line);
    }
    let mut is_later = false;
    for (i, claim) in place.claims.iter().enumerate() {
        if claim.is_later && !is_later {
            let color = pane.ui_colours().accent;
            pane.line(ui, pane.words.text("strip-later"), &medium(12.0), color);
            is_later = true;
        }
        ui.push_id(("claim", i), |ui| claim_ui(ui, pane, claim));
        ui.add_space(4.0);
    }
}

/// One claim: day, what it says and for whom; who says so; sentence and buttons of each telling.
fn claim_ui(ui: &mut Ui, pane: &mut Pane<'_>, claim: &ClaimRow) {
    let (c, paper) = (pane.ui_colours(), &pane.theme.reader);
    let edge = if claim.decides { c.accent } else { c.line };
    let frame = Frame::new().fill(paper.paper).stroke(Stroke::new(1.0, edge)).corner_radius(8);
    frame.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        head(ui, pane, claim);
        let said = format!("{}: {}", pane.words.text("field-attribution"), claim.by);
        let parts = [Some(&claim.day), claim.about.as_ref(), Some(&said)];
        let line = parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ");
        let line = pane.composed(&line, 12.0, c.weak);
        pane.passage(ui, &line);
        for (i, mention) in claim.mentions.iter().enumerate() {
            ui.push_id(i, |ui| {
                quote_text(ui, pane, mention);
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = 5.0;
                    let name = pane.words.text("open-article");
                    if pane.button(ui, (icon::ARTICLE, name), name, (Look::Plate, false)).clicked() {
                        let (event, article) = (claim.event.clone(), mention.article.clone());
                        pane.push(Command::ReadEvent { event, article });
                    }
                    let name = pane.words.text("open-event");
                    if i == 0 && pane.button(ui, (icon::INFO, name), name, (Look::Bare, false)).clicked() {
                        pane.push(Command::SelectEvent(Some(claim.event.clone())));
                    }
                });
            });
        }
    });
}

/// "Takes it", and at the end a chip "for HTS" or "against Government" in the side's colour.
fn head(ui: &mut Ui, pane: &mut Pane<'_>, claim: &ClaimRow) {
    let c = pane.ui_colours();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let name = format!("{} · {} · {}", claim.day, claim.says, claim.stands);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let mut strip = Strip::new(rect, pane.rtl);
    let font = medium(12.0);
    let most = rect.width() * 0.5;
    let width = (width_of(ui.painter(), &claim.stands, &font) + 16.0).min(most);
    let chip = inset(strip.end(width), 0.0, 2.0);
    strip.end(6.0);
    let color = rgb(claim.side.colour);
    match claim.stand {
        Stand::For => {
            ui.painter().rect_filled(chip, 10.0, color);
            let ink = ink_on(color);
            pane.ink.paint(
                ui.painter(),
                inset(chip, 6.0, 0.0),
                Align2::CENTER_CENTER,
                &claim.stands,
                &font,
                ink,
            );
        }
        Stand::Against => {
            ui.painter().rect(chip, 10.0, c.panel, Stroke::new(1.5, color), StrokeKind::Inside);
            let inner = inset(chip, 6.0, 0.0);
            pane.ink.paint(ui.painter(), inner, Align2::CENTER_CENTER, &claim.stands, &font, c.text);
        }
    }
    pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), &claim.says, &medium(13.5), c.strong);
}

/// Events at the place that say nothing about who holds it.
fn others(ui: &mut Ui, pane: &mut Pane<'_>, others: &[OtherRow]) {
    if others.is_empty() {
        return;
    }
    ui.add_space(4.0);
    pane.heading(ui, pane.words.text("strip-others"));
    let c = pane.ui_colours();
    for other in others {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::click());
        let name = format!("{} · {}", other.title, other.day);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        pane.hover_back(ui, rect, &response);
        let mut strip = Strip::new(inset(rect, 4.0, 0.0), pane.rtl);
        let dot = strip.start(16.0);
        ui.painter().circle_filled(pos2(dot.center().x, dot.center().y), 5.0, rgb(other.colour));
        let width = width_of(ui.painter(), &other.day, &FontId::proportional(12.0)) + 6.0;
        let day = strip.end(width);
        let small = FontId::proportional(12.0);
        pane.ink.paint(ui.painter(), day, strip.end_anchor(), &other.day, &small, c.weak);
        let font = FontId::proportional(13.0);
        pane.ink.paint(ui.painter(), strip.rect, strip.start_anchor(), &other.title, &font, c.text);
        if response.clicked() {
            pane.push(Command::SelectEvent(Some(other.event.clone())));
        }
    }
}
