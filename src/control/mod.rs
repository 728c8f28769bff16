//! Who holds what on a day and why: a pure fold of claims over opening control, and the areas drawn from it.

mod fold;

pub use fold::{Control, SiteState, SiteStatus, control_on};
