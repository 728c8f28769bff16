//! Who holds what on a day and why: a pure fold of claims over opening control, and the areas drawn from it.
//!
//! Events become [`Claim`]s (`claims.rs`), a [`Fold`] sorts them by day and applies each to the sites
//! (`step.rs`, `dispute.rs`) by a short list of [`Rule`]s; the answer is a [`Control`], one [`SiteState`] a site. [`Ground`]
//! has a Voronoi cell for every site (`cells.rs`) as a mesh of shared edges (`mesh.rs`) and dissolves them
//! into the [`Area`]s of a day (`outline.rs`), which an [`AreaCache`] keeps.

mod cache;
#[cfg(test)]
mod cases;
mod cells;
mod changes;
mod claims;
mod dispute;
mod fold;
mod ground;
mod land;
mod mesh;
mod outline;
mod sites;
mod state;
mod step;

pub use cache::AreaCache;
pub use changes::{Balance, Changes, Clause, Holding, SiteChange, Verb, changes, holdings};
pub use claims::{Claim, Says};
pub use fold::{Certainty, ControlOptions, Fold, control_on, controls_over, day_before};
pub use ground::{Area, Ground};
pub use land::{Compartment, Land};
pub use state::{Control, Look, SiteState, SiteStatus};

pub use crate::knowledge::Rule;
