//! Who acts, who is acted upon, and whom the text leaves to what it told before.

pub(super) mod answered;
pub(super) mod bombers;
pub(super) mod captors;
pub(super) mod described;
pub(super) mod expelled;
pub(super) mod fallen;
mod from_whom;
pub(super) mod died_by;
mod forced;
pub(super) mod fought_for;
pub(super) mod handed;
pub(super) mod killed_on;
pub(super) mod laid;
pub(super) mod last_place;
pub(super) mod launched;
pub(super) mod observers;
mod story_taker;
mod winners;
pub(super) mod outcome;
pub(super) mod owned;
pub(super) mod recall;
pub(super) mod roles;
pub(super) mod sides;
pub(super) mod told_next;
pub(super) mod victims_first;
pub(super) mod whose_leave;
