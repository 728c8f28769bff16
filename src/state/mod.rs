//! What the window shows and how it changes: a serialisable [`View`], the [`Command`]s that change it,
//! and an [`AppState`] that applies them with undo and redo by snapshot.

mod app_state;
mod command;
mod view;

pub use app_state::{AppState, Effect};
pub use command::Command;
pub use view::{Camera, Days, Lang, Layers, Panels, Theme, Topic, View};
