//! «They took the town …. They also executed two young men»: a verb of killing that is no passive goes on telling of whoever
//! acted before.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::active::killed_by;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;

/// Do the doers serve the state that the story is about? What «falls» does not fall to them.
pub(super) fn is_of_state(reading: &Reading<'_>, draft: &Draft) -> bool {
    let country = reading.home.map(|p| reading.knowledge.conflict.place(p).country.as_str());
    let state = country.and_then(|c| reading.knowledge.place_words.states.get(c));
    let origin = state.map(|&s| reading.knowledge.actors.state(s).origin);
    let other = reading.knowledge.actors.sides.other;
    let serves = |f| f != other && origin.is_some_and(|o| o.government == f || o.force == f);
    draft.initiators.iter().any(|&a| reading.actors[a].faction.is_some_and(serves))
}

/// Is it a verb of killing or wrecking whose object is told and whose subject is not?
pub(super) fn kills(reading: &Reading<'_>, draft: &Draft) -> bool {
    const THEY: &str = "\u{648}\u{627}";
    let harms = matches!(draft.frame, Frame::Harm | Frame::Damage | Frame::Strike) && !draft.is_noun;
    let passive = draft.why.iter().any(|w| w == "passive");
    let many = reading.text.fold_at(draft.trigger.0).ends_with(THEY);
    let counts = draft.acts_on && !draft.targets.is_empty();
    harms && !passive && (many || draft.has_object || counts) && !draft.is_relative
}

/// Lays the killing at item `item` to whom «by» names behind those counted: he is no one who is killed.
pub(in crate::events) fn lay_to_killer(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let killer = if draft.frame == Frame::Harm { killed_by(scope, item) } else { None };
    let Some(killer) = killer else { return };
    draft.targets.retain(|a| *a != killer);
    draft.initiators.clear();
    draft.initiators.push(killer);
}

/// «the town, which X lost in May 2015»: a loss with a day of its own is none to whoever took something on another.
pub(super) fn is_of_other_day(draft: &Draft, winner: &Draft) -> bool {
    draft.frame == Frame::Lose && draft.date.is_some() && draft.date != winner.date && winner.date.is_some()
}
