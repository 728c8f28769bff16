//! All integration tests in one binary, so that the window's crates are linked once.

mod cases;
mod cli;
mod properties;
mod recombined;
mod conflicts;
mod ground;
#[cfg(feature = "gui")]
mod online;
mod sides;
mod tidy;
#[cfg(feature = "gui")]
mod ui;
mod unreal;
#[cfg(feature = "gui")]
mod window;
