//! The theme files, read and checked once.

use std::sync::LazyLock;

use eframe::egui::Color32;
use serde::{Deserialize, Deserializer};

use crate::scene::Rgb;
use crate::state;

const LIGHT: &str = include_str!("../../../assets/themes/light.toml");
const DARK: &str = include_str!("../../../assets/themes/dark.toml");

static LIGHT_THEME: LazyLock<Theme> = LazyLock::new(|| read(LIGHT));
static DARK_THEME: LazyLock<Theme> = LazyLock::new(|| read(DARK));

/// All colours of one theme.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Panels, buttons, text.
    pub ui: UiColours,
    /// The timeline.
    pub timeline: TimelineColours,
    /// The article.
    pub reader: ReaderColours,
    /// Layers of a chart, in order.
    #[serde(deserialize_with = "colour_list")]
    pub series: Vec<Color32>,
}

/// Declares a table of colours.
macro_rules! colours {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_doc])* #[serde(deserialize_with = "colour")] pub $field: Color32,)*
        }
    };
}

colours! {
    /// Panels, buttons, text.
    UiColours {
        /// Behind everything.
        window,
        /// Side panels.
        panel,
        /// Top bar and headings of panels.
        bar,
        /// Text fields.
        field,
        /// Every other row.
        faint,
        /// Lines between parts.
        line,
        /// Text.
        text,
        /// Headings.
        strong,
        /// Side notes.
        weak,
        /// What is active.
        accent,
        /// Behind what is active.
        accent_soft,
        /// On the accent.
        on_accent,
        /// Buttons.
        button,
        /// Buttons under the pointer.
        button_hover,
        /// Buttons pressed.
        button_active,
        /// Doubts.
        warning,
        /// Failures.
        error,
        /// Below popups.
        shadow,
    }
}

colours! {
    /// The timeline.
    TimelineColours {
        /// Behind the lanes.
        background,
        /// Every other lane.
        lane,
        /// Lines between days.
        grid,
        /// Days outside the story.
        outside,
        /// Ticks and their words.
        axis,
        /// Bars of the histogram.
        histogram,
        /// The bar of the day shown.
        histogram_day,
        /// The line of the day shown.
        playhead,
        /// Days of publication.
        publication,
        /// Around the selected mark.
        selected,
    }
}

colours! {
    /// The article.
    ReaderColours {
        /// Behind the text.
        paper,
        /// The text.
        ink,
        /// Page clutter.
        clutter,
        /// Behind the selected event's sentences.
        sentence,
        /// Behind what happened.
        trigger,
        /// Behind when.
        date,
        /// Behind where.
        place,
        /// Behind who.
        actor,
        /// Behind who says so.
        attribution,
        /// Behind a whole telling.
        quote,
        /// Behind text selected with the pointer.
        selection,
    }
}

impl Theme {
    /// The colours of a theme.
    pub fn of(theme: state::Theme) -> &'static Self {
        match theme {
            state::Theme::Light => &LIGHT_THEME,
            state::Theme::Dark => &DARK_THEME,
        }
    }
}

/// A colour of data as egui has it.
pub fn rgb([r, g, b]: Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// What stands out on `back`: dark on light, light on dark.
pub fn ink_on(back: Color32) -> Color32 {
    let [r, g, b, _] = back.to_array().map(f32::from);
    if 0.299 * r + 0.587 * g + 0.114 * b > 150.0 { LIGHT_THEME.ui.strong } else { LIGHT_THEME.ui.field }
}

fn read(source: &str) -> Theme {
    toml::from_str(source).expect("theme files are part of the program and tested")
}

fn colour_list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Color32>, D::Error> {
    let texts = Vec::<String>::deserialize(deserializer)?;
    let wrong = |text: &String| serde::de::Error::custom(format!("{text:?} is no colour"));
    texts.iter().map(|t| Color32::from_hex(t).map_err(|_| wrong(t))).collect()
}

fn colour<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    Color32::from_hex(&text).map_err(|_| serde::de::Error::custom(format!("{text:?} is no colour")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast of two colours after WCAG 2.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let luminance = |c: Color32| {
            let [r, g, b, _] = eframe::egui::Rgba::from(c).to_array();
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn text_stands_out_in_both_themes() {
        for theme in [state::Theme::Light, state::Theme::Dark].map(Theme::of) {
            assert!(contrast(theme.ui.text, theme.ui.panel) > 7.0);
            assert!(contrast(theme.ui.weak, theme.ui.panel) > 4.0);
            for marked in [theme.reader.trigger, theme.reader.date, theme.reader.place, theme.reader.actor] {
                assert!(contrast(theme.reader.ink, marked) > 5.0);
            }
        }
    }
}
