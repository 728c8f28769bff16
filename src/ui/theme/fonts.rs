//! Faces: Inter for Latin, Vazirmatn for Arabic after it, Phosphor for icons.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily, FontId};

const INTER: [&[u8]; 3] = [
    include_bytes!("../../../assets/fonts/Inter-Regular.ttf"),
    include_bytes!("../../../assets/fonts/Inter-Medium.ttf"),
    include_bytes!("../../../assets/fonts/Inter-Bold.ttf"),
];
const VAZIRMATN: [&[u8]; 3] = [
    include_bytes!("../../../assets/fonts/Vazirmatn-Regular.ttf"),
    include_bytes!("../../../assets/fonts/Vazirmatn-Medium.ttf"),
    include_bytes!("../../../assets/fonts/Vazirmatn-Bold.ttf"),
];
const PHOSPHOR: &[u8] = include_bytes!("../../../assets/fonts/Phosphor.ttf");

/// The faces, regular and bold, for text laid out outside egui.
pub const TEXT_FACES: [&[u8]; 4] = [VAZIRMATN[0], VAZIRMATN[2], INTER[0], INTER[2]];

/// The faces for egui: families `Proportional`, `medium` and `bold`, each Latin, Arabic, icons.
pub fn font_definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let weights = ["regular", "medium", "bold"];
    for (i, weight) in weights.into_iter().enumerate() {
        let names = [format!("inter-{weight}"), format!("vazirmatn-{weight}"), "phosphor".to_owned()];
        let faces = [INTER[i], VAZIRMATN[i], PHOSPHOR];
        for (name, face) in names.iter().zip(faces) {
            fonts.font_data.insert(name.clone(), Arc::new(FontData::from_static(face)));
        }
        fonts.families.insert(family(weight), names.to_vec());
    }
    // Inter has glyphs of its own in the private use area: icons need their face first.
    fonts.families.insert(family("icons"), vec!["phosphor".to_owned()]);
    let regular = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    fonts.families.insert(FontFamily::Monospace, regular);
    fonts
}

fn family(weight: &str) -> FontFamily {
    if weight == "regular" { FontFamily::Proportional } else { FontFamily::Name(weight.into()) }
}

/// Medium weight at `size` points.
pub fn medium(size: f32) -> FontId {
    FontId::new(size, family("medium"))
}

/// Bold at `size` points.
pub fn bold(size: f32) -> FontId {
    FontId::new(size, family("bold"))
}

/// Icons at `size` points; for signs of [`icon`] alone.
pub fn icons(size: f32) -> FontId {
    FontId::new(size, family("icons"))
}

/// Icons of the Phosphor face, by their names there.
pub mod icon {
    #![expect(missing_docs, reason = "the names are those of phosphoricons.com")]
    pub const PLAY: &str = "\u{E3D0}";
    pub const PAUSE: &str = "\u{E39E}";
    pub const SKIP_BACK: &str = "\u{E5A4}";
    pub const SKIP_FORWARD: &str = "\u{E5A6}";
    pub const CARET_LEFT: &str = "\u{E138}";
    pub const CARET_DOWN: &str = "\u{E136}";
    pub const CARET_RIGHT: &str = "\u{E13A}";
    pub const UNDO: &str = "\u{E08A}";
    pub const REDO: &str = "\u{E08C}";
    pub const CAMERA: &str = "\u{E10E}";
    pub const FUNNEL: &str = "\u{E266}";
    pub const SEARCH: &str = "\u{E30C}";
    pub const CLOSE: &str = "\u{E4F6}";
    pub const CHECK: &str = "\u{E182}";
    pub const MOON: &str = "\u{E330}";
    pub const SUN: &str = "\u{E472}";
    pub const TRANSLATE: &str = "\u{E4A2}";
    pub const MAP: &str = "\u{E31A}";
    pub const MAP_PIN: &str = "\u{E316}";
    pub const STACK: &str = "\u{E466}";
    pub const LIST: &str = "\u{E2F2}";
    pub const INFO: &str = "\u{E2CE}";
    pub const QUOTES: &str = "\u{E660}";
    pub const SLIDERS: &str = "\u{E434}";
    pub const WARNING: &str = "\u{E4E0}";
    pub const GEAR: &str = "\u{E270}";
    pub const KEYBOARD: &str = "\u{E2D8}";
    pub const CALENDAR: &str = "\u{E10A}";
    pub const ARTICLE: &str = "\u{E0A8}";
    pub const FLAG: &str = "\u{E244}";
    pub const AIRPLANE: &str = "\u{E002}";
    pub const BOMB: &str = "\u{EE0A}";
    pub const CROSSHAIR: &str = "\u{E1D8}";
    pub const SHIELD: &str = "\u{E40A}";
    pub const SWORD: &str = "\u{E5BA}";
    pub const HANDSHAKE: &str = "\u{E582}";
    pub const MEGAPHONE: &str = "\u{E324}";
    pub const USERS: &str = "\u{E4D6}";
    pub const FIRST_AID: &str = "\u{E56E}";
    pub const HOUSE: &str = "\u{E2C4}";
    pub const LOCK: &str = "\u{E2FA}";
    pub const LOCK_OPEN: &str = "\u{E306}";
    pub const ARROW_RIGHT: &str = "\u{E06C}";
    pub const ARROW_LEFT: &str = "\u{E058}";
    pub const FIT: &str = "\u{E626}";
    pub const COPY: &str = "\u{E1CA}";
    pub const NEWSPAPER: &str = "\u{E344}";
    pub const CHART: &str = "\u{E154}";
    pub const GLOBE: &str = "\u{E288}";
    pub const HELP: &str = "\u{E3E8}";
    pub const DOTS: &str = "\u{E1FE}";
    pub const CLOCK_BACK: &str = "\u{E1A0}";
    pub const EYE: &str = "\u{E220}";
    pub const PLUS: &str = "\u{E3D4}";
    pub const MINUS: &str = "\u{E32A}";
    pub const RULER: &str = "\u{E6B8}";
    pub const SPREAD: &str = "\u{E0A6}";
}
