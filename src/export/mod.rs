//! Events and control → bytes, one file a format.

pub mod control;
pub mod control_table;
pub mod events;
