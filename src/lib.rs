//! Waqai reads Arabic conflict news and shows who took which place, when, and who says so.
//!
//! Files become articles ([`ingest`]), articles become tokens ([`text`]), tokens become mentions of
//! days ([`dates`]), places ([`places`]) and actors ([`actors`]), mentions become [`events`] with
//! their evidence; a fold of the events over opening control says who holds what on a day
//! ([`control`]). [`scene`] turns all of it into plain data for a view, [`state`] holds the view and
//! the commands that change it, `ui` paints the scene in a window or off screen, [`export`] writes it
//! down. [`knowledge`] brings what must be known beforehand from `data/`; [`base`] holds the nouns
//! that all of them share.
//!
//! # Invariants
//!
//! Each is held by a type, a lint or `tests/tidy.rs`.
//!
//! 1. Nothing below `ui` knows egui: `cargo check --lib --no-default-features` builds.
//! 2. Layers point one way, in the order of the modules below; dates, places and actors are
//!    strangers to each other.
//! 3. No event without evidence: every mention holds the spans of trigger, date, place and actors.
//! 4. Reading never fails and never guesses in silence: it returns events and notices.
//! 5. Reading, control and rendering are deterministic: no clock, no randomness, no hash order.
//! 6. `src/` holds no fact of a conflict: no faction, place or trigger word outside tests.
//! 7. The UI is a function of the scene; every lasting change is a command.
//! 8. A view is a value: it serialises, and `render --view` reproduces it.
//! 9. Every file in `data/` is checked at load, with file, line and reason.
//! 10. Nothing is sent over a network but by `ui::map::tiles`, and only from the click on the button below
//!     what is sent where until the switch, or the window's end. No view, project or file holds the switch.

pub mod base;
pub mod text;
pub mod knowledge;
pub mod dates;
pub mod places;
pub mod actors;
pub mod ingest;
pub mod events;
pub mod store;
pub mod control;
pub mod state;
pub mod scene;
pub mod export;
pub mod eval;
#[cfg(feature = "gui")]
pub mod ui;
pub mod cli;
