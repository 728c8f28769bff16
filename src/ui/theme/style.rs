//! The style of egui's widgets, from the theme's colours.

use eframe::egui::{
    self, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle, Visuals, vec2,
};

use super::colours::{Theme, UiColours};
use super::fonts::font_definitions;
use crate::state;

/// Gives `ctx` the fonts and, for both themes, the style. Once per context.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(font_definitions());
    for (theme, of_egui) in
        [(state::Theme::Light, egui::Theme::Light), (state::Theme::Dark, egui::Theme::Dark)]
    {
        ctx.style_mut_of(of_egui, |style| set_style(style, &Theme::of(theme).ui, theme));
    }
}

fn set_style(style: &mut egui::Style, colours: &UiColours, theme: state::Theme) {
    style.text_styles = [
        (TextStyle::Small, 11.0),
        (TextStyle::Body, 13.0),
        (TextStyle::Button, 13.0),
        (TextStyle::Monospace, 12.5),
        (TextStyle::Heading, 17.0),
    ]
    .map(|(style, size)| (style, FontId::new(size, FontFamily::Proportional)))
    .into();
    style.spacing.item_spacing = vec2(6.0, 5.0);
    style.spacing.button_padding = vec2(8.0, 4.0);
    style.spacing.interact_size.y = 24.0;
    style.spacing.menu_margin = Margin::same(8);
    style.spacing.scroll = egui::style::ScrollStyle::thin();
    style.spacing.tooltip_width = 320.0;
    style.interaction.tooltip_delay = 0.35;
    style.interaction.selectable_labels = false;
    style.visuals = visuals(colours, theme);
}

fn visuals(c: &UiColours, theme: state::Theme) -> Visuals {
    let mut v = if theme == state::Theme::Dark { Visuals::dark() } else { Visuals::light() };
    v.override_text_color = None;
    v.weak_text_color = Some(c.weak);
    v.hyperlink_color = c.accent;
    v.faint_bg_color = c.faint;
    v.extreme_bg_color = c.field;
    v.text_edit_bg_color = Some(c.field);
    v.code_bg_color = c.faint;
    v.warn_fg_color = c.warning;
    v.error_fg_color = c.error;
    v.window_fill = c.panel;
    v.panel_fill = c.panel;
    v.window_stroke = Stroke::new(1.0, c.line);
    v.window_corner_radius = CornerRadius::same(8);
    v.menu_corner_radius = CornerRadius::same(8);
    v.window_shadow = Shadow { offset: [0, 6], blur: 20, spread: 0, color: c.shadow };
    v.popup_shadow = Shadow { offset: [0, 4], blur: 12, spread: 0, color: c.shadow };
    v.selection.bg_fill = c.accent_soft;
    v.selection.stroke = Stroke::new(1.0, c.strong);
    v.slider_trailing_fill = true;
    set_widget(&mut v.widgets.noninteractive, c.panel, c.panel, c.line, c.text);
    set_widget(&mut v.widgets.inactive, c.button, c.button, c.button, c.text);
    set_widget(&mut v.widgets.hovered, c.button_hover, c.button_hover, c.line, c.strong);
    set_widget(&mut v.widgets.active, c.button_active, c.button_active, c.accent, c.strong);
    set_widget(&mut v.widgets.open, c.button_hover, c.button_hover, c.line, c.strong);
    v.widgets.inactive.bg_stroke = Stroke::new(1.0, c.line);
    v
}

fn set_widget(
    w: &mut egui::style::WidgetVisuals,
    fill: egui::Color32,
    weak_fill: egui::Color32,
    line: egui::Color32,
    text: egui::Color32,
) {
    w.bg_fill = fill;
    w.weak_bg_fill = weak_fill;
    w.bg_stroke = Stroke::new(1.0, line);
    w.fg_stroke = Stroke::new(1.0, text);
    w.corner_radius = CornerRadius::same(6);
    w.expansion = 0.0;
}
