//! Whom an act hits, where the grammar of its trigger does not say.

mod against;
pub(super) mod aim;
mod civil;
mod owners;
mod repelled_from;
