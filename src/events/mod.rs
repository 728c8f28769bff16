//! Triggers and mentions → events with evidence.
//!
//! A folder is a stage. `mentions` gathers what the layers below found; `clauses` makes rows of items and clauses of each
//! sentence; `acts` says which words tell an act and drafts it, asking `doers` (who), `targets` (whom), `scenes` (where), `days` (when),
//! `voices` (who says so, how far the text stands behind it) and `tolls` (how many); `joins` makes one of drafts that tell
//! one act; `facts` makes events of the record of them and merges those. `parsed` runs the stages that look at one sentence
//! over a few sentences at a time, with `drafted` and `joined`; `read` runs those that look back over the sentences of an
//! article, `extraction` all over whole articles, `notes` shows the mentions of one text. A rule is a file named for what it
//! decides, called from one of these or from the stage that asks.

mod acts;
mod clauses;
mod days;
mod doers;
mod drafted;
mod extraction;
mod facts;
mod joined;
mod joins;
mod mentions;
mod notes;
mod parsed;
mod read;
mod scenes;
mod targets;
mod tolls;
mod voices;

pub use extraction::{Extraction, extract, merge};
pub use facts::kind::{EventKind, Modality};
pub use facts::record::{
    Acled, Actor, ControlChange, ControlStatus, Denial, Event, EventDate, EventPlace, Evidence, Mention,
    Role, Toll, TollWho,
};
pub use notes::annotation::{Annotation, EventNote, annotate};
