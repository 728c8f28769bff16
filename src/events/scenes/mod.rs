//! Where an act happened, told with it or left to the story.

pub(super) mod antecedent;
pub(super) mod apposed;
pub(super) mod beside;
pub(super) mod closer;
pub(super) mod deal_ground;
pub(super) mod driven;
pub(super) mod home_place;
pub(super) mod hosted;
pub(super) mod in_city;
pub(super) mod in_flight;
pub(super) mod left;
mod left_out;
mod left_site;
pub(super) mod main_place;
pub(super) mod scene_of;
pub(super) mod setting;
pub(super) mod speech_place;
pub(super) mod spoken_of_there;
pub(super) mod taken_in;
pub(super) mod the_area;
mod there;
pub(super) mod topic;
pub(super) mod whence;
pub(super) mod whither;
pub(super) mod whole_fight;
pub(super) mod whole_war;
pub(super) mod witness;
