//! Triggers and mentions → events with evidence.

mod adapt;
mod ago;
mod annotation;
mod attach;
mod build;
mod carried;
mod chronicle;
mod clause;
mod columns;
mod contents;
mod dated;
mod denied;
mod dispute;
mod draft;
mod event_notes;
mod extraction;
mod falls;
mod gapped;
mod headlines;
mod item;
mod itemize;
mod join;
mod kind;
mod listed;
mod merge;
mod named;
mod need;
mod notes;
mod read;
mod reading;
mod recall;
mod record;
mod roles;
mod scene_of;
mod setting;
mod settle;
mod sides;
mod speech;
mod spoken;
mod spot;
mod stance;
mod subject;
mod to_come;
mod told;
mod toll;
mod voices;
mod walk;
mod when;

pub use annotation::{Annotation, EventNote, annotate};
pub use extraction::{Extraction, extract, merge};
pub use kind::{EventKind, Modality};
pub use record::{
    Acled, Actor, ControlChange, ControlStatus, Event, EventDate, EventPlace, Evidence, Mention, Role, Toll,
    TollWho,
};
