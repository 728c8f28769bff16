//! Where an act happened, told with it or left to the story.

pub(super) mod antecedent;
pub(super) mod apposed;
pub(super) mod home_place;
pub(super) mod left;
pub(super) mod main_place;
pub(super) mod scene_of;
pub(super) mod setting;
pub(super) mod speech_place;
pub(super) mod taken_in;
pub(super) mod topic;
pub(super) mod whence;
pub(super) mod whole_fight;
pub(super) mod whole_war;
