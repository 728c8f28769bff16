//! Arabic on screen: egui 0.37 joins letters but knows no bidirectional order.
//!
//! [`vis`] puts a label into visual order, for everything that egui lays out itself and nobody copies.
//! [`TextView`] lays out wrapped text and whole articles with parley, with highlights, selection and
//! clicks. When egui orders text itself (emilk/egui#8577), only this module changes.

mod glyphs;
mod text_view;
mod visual;

pub use text_view::{Direction, TextEngine, TextMark, TextResponse, TextView};
pub use visual::vis;
