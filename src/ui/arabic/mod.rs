//! Arabic on screen: egui 0.37 joins letters but knows no bidirectional order.
//!
//! [`vis`] puts a label into visual order, for everything that egui lays out itself and nobody copies.
//! [`TextView`] lays out wrapped text and whole articles with parley, with highlights, selection and
//! clicks; a field of it takes typed text. When egui orders text itself (emilk/egui#8577), only this module changes.

mod field;
mod glyphs;
mod text_view;
mod visual;

pub use field::{FieldResponse, FieldStyle};
pub use text_view::{Direction, TextEngine, TextMark, TextResponse, TextView};
pub use visual::{isolated, vis};
