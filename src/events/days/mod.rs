//! When an act happened: its own day, that of another act, or the line of the story.

pub(super) mod asked;
pub(super) mod chronicle;
pub(super) mod counted_from;
pub(super) mod dated;
pub(super) mod keeps_day;
pub(super) mod meanwhile;
pub(super) mod own_day;
pub(super) mod reached_by;
pub(super) mod same_act;
mod set_apart;
pub(super) mod to_come;
pub(super) mod told_when;
pub(super) mod when;
