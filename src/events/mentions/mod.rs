//! All mentions of one article, as the layers above the tokens found them.

pub(super) mod adapt;
pub(super) mod ago;
mod captured;
pub(super) mod reading;
