//! The nouns that every other module shares: a span of an article, a range of days, a point on
//! the earth, a notice to the analyst, an error of the outside world.
//!
//! Nothing here knows Arabic, a conflict, or a screen.

mod days;
mod error;
mod lonlat;
mod notice;
mod span;

pub use days::{DayRange, Precision};
pub use error::{Error, Result};
pub use lonlat::LonLat;
pub use notice::{Level, Notice};
pub use span::{CharIndex, Span};
