//! `waqai annotate`: what the lower layers and the reader find in one text.

pub(super) mod annotation;
pub(super) mod counts;
pub(super) mod event_notes;
pub(super) mod named;
