//! Colours from `assets/themes`, fonts from `assets/fonts`, and the style egui gets from them.
//!
//! No other file names a colour: what is painted asks [`Theme::of`], or bears a faction's colour.

mod colours;
mod fonts;
mod style;

pub use colours::{ReaderColours, Theme, TimelineColours, UiColours, ink_on, rgb};
pub use fonts::{TEXT_FACES, bold, font_definitions, icon, icons, medium};
pub use style::install;
