//! Events and control → bytes, one file a format.

pub mod control;
pub mod events;
