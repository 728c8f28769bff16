//! «X executed three in Y, and two died when a mine went off in Z»: each count has its own killing.

use super::attach::is_harm_of;
use super::toll::TollHit;
use crate::events::acts::draft::Draft;

/// Has the verb of killing of a count a doer and a place of its own, in another clause than the `cause` of the next count?
pub(super) fn has_own_killing(drafts: &[Draft], toll: &TollHit, cause: Option<usize>) -> bool {
    let own = drafts.iter().find(|d| is_harm_of(d, toll));
    own.zip(cause.map(|c| &drafts[c])).is_some_and(|(own, cause)| {
        let is_whole = !own.initiators.is_empty() && !own.places.is_empty();
        is_whole && own.clause != cause.clause && own.initiators != cause.initiators
    })
}
