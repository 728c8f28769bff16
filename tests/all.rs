//! All integration tests in one binary, so that the window's crates are linked once.

mod cases;
mod cli;
mod properties;
mod conflicts;
mod ground;
mod tidy;
#[cfg(feature = "gui")]
mod ui;
