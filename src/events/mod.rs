//! Triggers and mentions → events with evidence.

mod active;
mod adapt;
mod annotation;
mod aside;
mod attach;
mod behind_relative;
mod build;
mod bulletin;
mod carried;
mod chronicle;
mod clause;
mod columns;
mod contents;
mod dated;
mod counted;
mod dispute;
mod draft;
mod event_notes;
mod extraction;
mod falls;
mod gapped;
mod handed;
mod headlines;
mod hits;
mod item;
mod itemize;
mod join;
mod kind;
mod left;
mod listed;
mod marks;
mod merge;
mod named;
mod need;
mod nominal;
mod notes;
mod object_only;
mod owned;
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
mod told;
mod toll;
mod walk;
mod weapon;
mod when;

pub use annotation::{Annotation, EventNote, annotate};
pub use extraction::{Extraction, extract, merge};
pub use kind::{EventKind, Modality};
pub use record::{
    Acled, Actor, ControlChange, ControlStatus, Event, EventDate, EventPlace, Evidence, Mention, Role, Toll,
    TollWho,
};
