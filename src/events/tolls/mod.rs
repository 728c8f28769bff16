//! Killed, wounded, displaced: counts, whom they count, and which act they belong to.

pub(super) mod attach;
mod between;
mod cause;
pub(super) mod counted;
pub(super) mod counted_twice;
mod killers;
mod lives;
pub(super) mod mishaps;
pub(super) mod own_death;
pub(super) mod own_killing;
mod pair;
mod part;
mod reach;
pub(super) mod shared_out;
mod side;
mod since;
mod strike_first;
pub(super) mod toll;
pub(super) mod uncounted;
pub(super) mod updated;
mod whose_dead;
