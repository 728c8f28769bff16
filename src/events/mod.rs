//! Triggers and mentions → events with evidence.

mod annotation;
mod kind;
mod notes;
mod record;

pub use annotation::{Annotation, annotate};
pub use extraction::{Extraction, extract, merge};
pub use kind::{EventKind, Modality};
pub use record::{
    Acled, Actor, ControlChange, ControlStatus, Event, EventDate, EventPlace, Evidence, Mention, Role, Toll,
    TollWho,
};

mod extraction;
