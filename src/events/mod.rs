//! Triggers and mentions → events with evidence.

mod acts;
mod clauses;
mod days;
mod doers;
mod extraction;
mod facts;
mod joins;
mod mentions;
mod notes;
mod read;
mod scenes;
mod tolls;
mod voices;

pub use extraction::{Extraction, extract, merge};
pub use facts::kind::{EventKind, Modality};
pub use facts::record::{
    Acled, Actor, ControlChange, ControlStatus, Denial, Event, EventDate, EventPlace, Evidence, Mention,
    Role, Toll, TollWho,
};
pub use notes::annotation::{Annotation, EventNote, annotate};
