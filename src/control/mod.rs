//! Who holds what on a day and why: a pure fold of claims over opening control, and the areas drawn from it.

mod fold;
mod land;

pub use fold::{Control, SiteState, SiteStatus, control_on};
pub use land::{Compartment, Land};
