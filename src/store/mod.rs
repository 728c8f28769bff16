//! What was read, held in memory: articles, merged events, notices, and the questions asked of them.
//!
//! [`Corpus`] is immutable; a reading makes a new one. [`Filters`] is the one notion of "shown" that
//! timeline, list, map, charts and exports share.

mod corpus;
mod filters;
#[cfg(test)]
pub(crate) mod sample;

pub use corpus::{Corpus, ReadArticle, lead_faction};
pub use filters::{Filters, NOBODY, Part as FilterPart};
