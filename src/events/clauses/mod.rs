//! A sentence as a row of items, its clauses, and whose verb each clause has.

pub(super) mod active;
mod as_for;
pub(super) mod behind_relative;
mod called_on;
pub(super) mod clause;
pub(super) mod contents;
mod cue_set;
pub(super) mod described;
mod described_scene;
pub(super) mod fronted;
pub(super) mod gender;
pub(super) mod item;
pub(super) mod itemize;
mod like_verb;
mod known;
pub(super) mod marks;
pub(super) mod meant;
mod no_scene;
mod other_side;
mod named_behind;
mod of_noun;
pub(super) mod particles;
pub(super) mod subject;
mod topic;
mod undergone;
pub(super) mod walk;
mod without;
