//! What is on screen as plain data: no egui, no pixels.

pub mod basemap;
