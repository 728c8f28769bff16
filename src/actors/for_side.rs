//! Who tells for a side: the channel of a movement, the agency of a government at war.

use super::ActorKind;
use super::context::Settler;
use super::owner::{Owner, Patron};
use super::phrase::Draft;
use crate::knowledge::NameKind;

impl Settler<'_, '_> {
    /// «the channel "X", the media of the brigades of Y»: who tells for a side, by its name or as the side's own.
    pub(super) fn is_for_side(&self, draft: &Draft) -> bool {
        let named = match draft.owner {
            Owner::Name(name) | Owner::Patron(Patron::Name(name), ..) => self.actors.name(name),
            _ => return false,
        };
        let sided = matches!(named.kind, NameKind::Faction | NameKind::Army);
        draft.kind == ActorKind::Source && (named.for_side || sided)
    }
}
