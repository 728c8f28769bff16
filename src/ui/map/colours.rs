//! Colours of the map, from `assets/themes/map.toml`.

use std::sync::LazyLock;

use eframe::egui::Color32;
use serde::{Deserialize, Deserializer};

static THEMES: LazyLock<Themes> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../assets/themes/map.toml"))
        .expect("the map themes inside the program are whole; a test reads them")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Themes {
    light: Colours,
    dark: Colours,
}

/// What everything on the map is coloured with, in one theme.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Colours {
    #[serde(deserialize_with = "hex")]
    pub(super) sea: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) land: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) home: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) coast: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) border: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) home_border: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) home_glow: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) occupied_line: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) governorate: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) lake: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) river: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) road_main: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) road_main_casing: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) road: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) front: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) front_casing: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) ghost: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) changed: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) changed_casing: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) unknown: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) fade: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) label: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) label_minor: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) label_country: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) label_water: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) halo: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) dot: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) dot_edge: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) shield: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) shield_edge: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) shield_text: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) pin_ring: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) pin_shadow: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) selection: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) plate: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) plate_edge: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) text: Color32,
    #[serde(deserialize_with = "hex")]
    pub(super) text_weak: Color32,
    /// What online tiles are multiplied with: they are made for light surroundings.
    #[serde(deserialize_with = "hex")]
    pub(super) tile_tint: Color32,
    /// How strongly the relief shades what it lies on, 0 to 1.
    pub(super) relief_strength: f32,
    /// How strongly areas of control cover the land at full opacity, 0 to 1.
    pub(super) area_strength: f32,
}

impl Colours {
    /// Those of the dark theme, or of the light one.
    pub(super) fn of(is_dark: bool) -> &'static Self {
        if is_dark { &THEMES.dark } else { &THEMES.light }
    }
}

fn hex<'de, D: Deserializer<'de>>(source: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(source)?;
    Color32::from_hex(&text).map_err(|_| serde::de::Error::custom(format!("{text} is no colour")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_themes_are_whole_and_differ() {
        let (light, dark) = (Colours::of(false), Colours::of(true));
        assert!(light.label.intensity() < light.home.intensity());
        assert!(dark.label.intensity() > dark.home.intensity());
        assert!((0.0..=1.0).contains(&light.relief_strength));
    }
}
