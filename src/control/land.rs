//! The land that control is drawn on, as the base map gives it.

use geo::{LineString, MultiPolygon};

/// A piece of the country over whose edge control does not reach unless a site stands beyond:
/// a bank of a great river, an occupied part.
#[derive(Clone, Debug, PartialEq)]
pub struct Compartment {
    /// What it is, in words.
    pub name: String,
    /// Code of the faction that occupies all of it, when one does.
    pub occupied_by: Option<String>,
    /// Its outline, lon/lat degrees.
    pub polygons: MultiPolygon,
}

/// A country and its main roads, lon/lat degrees.
///
/// The compartments are an exact coverage: neighbours share every vertex of their common edge.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Land {
    /// The pieces of the country; their union is the whole.
    pub compartments: Vec<Compartment>,
    /// Roads along which land counts as known.
    pub main_roads: Vec<LineString>,
}
