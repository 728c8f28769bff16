//! Paints a scene with egui and returns commands; the same in the window and off screen.
//!
//! [`shell_ui`] is the whole window as a function of a [`Scene`](crate::scene::Scene). It changes
//! nothing but [`UiState`], which holds what dies with the window: textures, scroll positions, toasts.

pub mod arabic;
pub mod map;
pub mod offscreen;
pub mod raster;
mod shell;
pub mod theme;

pub use shell::{UiState, shell_ui};
