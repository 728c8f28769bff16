//! All integration tests in one binary, so that the window's crates are linked once.

mod cli;
mod ground;
mod tidy;
