//! Paints a scene with egui and returns commands; the same in the window and off screen.

pub mod raster;
