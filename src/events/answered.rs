//! «struck targets of X in answer to the shelling of Y»: what is answered happened at Y, and the answer did not.

use super::draft::Scope;
use super::item::{Item, What};
use crate::knowledge::status::Cue;

/// «struck targets of X in answer to the shelling of Y»: is the act at item `near` the one that is answered, with the place
/// behind it its own?
pub(super) fn is_before_answered(scope: Scope<'_, '_>, near: usize) -> bool {
    const REACH: usize = 7;
    let answers = near.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Answer));
    let own = |w: &[Item]| {
        let governed = w[1].proclitic().is_some() || w[0].prep().is_some() || w[0].noun_trigger().is_some();
        matches!(w[1].what, What::Place(_)) && governed
    };
    let until = (near + REACH).min(scope.clause().items.end);
    let behind = &scope.items[near..until];
    let end = behind.iter().position(|i| matches!(i.what, What::Comma | What::Stop)).unwrap_or(behind.len());
    answers && behind[..end].windows(2).any(own)
}
