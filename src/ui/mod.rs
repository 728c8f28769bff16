//! Paints a scene with egui and returns commands; the same in the window and off screen.
//!
//! [`shell_ui`] is the whole window as a function of a [`Scene`](crate::scene::Scene). It changes
//! nothing but [`UiState`], which holds what dies with the window: textures, scroll positions, toasts.

mod app;
pub mod arabic;
mod charts;
mod details;
mod events;
mod filters;
mod help;
mod ink;
mod keys;
mod kinds;
pub mod map;
pub mod offscreen;
mod online;
mod pane;
mod place;
pub mod raster;
mod reader;
mod shell;
pub mod theme;
mod timeline;
mod toasts;
mod tools;
mod top_bar;

pub use app::{App, run};
pub use shell::{UiState, shell_ui};
pub use toasts::Toasts;
