//! The map as plain data.

use crate::state::View;
use crate::store::Corpus;

/// What the map shows.
#[derive(Clone, Debug, Default)]
pub struct MapScene {}

/// What the map keeps from one scene to the next.
#[derive(Debug, Default)]
pub struct MapCache {}

impl MapScene {
    /// Builds the map of `view`; `shown` are the positions of the events that its filters show.
    pub fn build(_corpus: &Corpus, _view: &View, _shown: &[usize], _cache: &mut MapCache) -> Self {
        Self {}
    }
}
