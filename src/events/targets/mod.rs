//! Whom an act hits, where the grammar of its trigger does not say.

mod against;
pub(super) mod aim;
mod civil;
pub(super) mod left_out;
mod owners;
mod repelled_from;
