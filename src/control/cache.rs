//! Areas of states seen before: built once for each distinct state.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Area, Control, Ground, Look, SiteState};

/// The ground with the areas of every state that it was asked for. Days that look alike share theirs.
#[derive(Clone, Debug)]
pub struct AreaCache {
    ground: Ground,
    known: FxHashMap<Vec<Look>, Arc<Vec<Area>>>,
}

impl AreaCache {
    /// An empty cache over `ground`.
    pub fn new(ground: Ground) -> Self {
        Self { ground, known: FxHashMap::default() }
    }

    /// The cells of all sites.
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// The areas of one day, see [`Ground::areas`].
    pub fn areas(&mut self, control: &Control) -> Arc<Vec<Area>> {
        let looks: Vec<Look> = control.sites.iter().map(SiteState::look).collect();
        if let Some(areas) = self.known.get(&looks) {
            return Arc::clone(areas);
        }
        let areas = Arc::new(self.ground.areas(control));
        self.known.insert(looks, Arc::clone(&areas));
        areas
    }
}
