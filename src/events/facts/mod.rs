//! From drafts to the events of the record, merged, with their disputes.

pub(super) mod build;
pub(super) mod dispute;
mod id;
pub(super) mod kind;
pub(super) mod losers;
pub(super) mod merge;
pub(super) mod record;
mod retaken;
mod strangers;
pub(super) mod takers;
pub(super) mod whom;
