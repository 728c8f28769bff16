//! «the Army of X attacked. The army took Y»: in a text that calls the government's troops by another noun, «the army» is the
//! group that is named an army.

use super::context::{REACH, Settler};
use super::owner::Owner;
use super::phrase::Draft;
use super::{ActorKind, ActorMention};
use crate::knowledge::Camp;
use crate::knowledge::status::Cue;
use crate::text::{LONGEST_IN_NAMES, TokenKind};

impl Settler<'_, '_> {
    /// The group named before, by the same noun without its article, which the army of `draft` is.
    pub(super) fn army_of_name<'m>(
        &self,
        before: &'m [ActorMention],
        draft: &Draft,
    ) -> Option<&'m ActorMention> {
        const WORDS: usize = 2; // «fighters of the army»
        let noun = draft.tokens.end.checked_sub(1)?;
        // «the command of the army» is no group's.
        let whole = draft.tokens.len() == 1 || self.is_of_persons(draft.tokens.start);
        if draft.tokens.len() > WORDS || !whole || !self.text.is_definite(noun) {
            return None;
        }
        let near = before.iter().rev().take_while(|m| m.tokens.end + REACH > draft.tokens.start);
        let named = |m: &&ActorMention| {
            let group = m.kind != ActorKind::State && !self.is_of_state(m.faction);
            let bare = |i: usize| self.same_noun(i, noun) && !self.text.is_definite(i);
            group && m.faction != self.actors.sides.civilians && m.tokens.clone().any(bare)
        };
        let found = near.into_iter().find(named)?;
        let by_noun = |d: &Draft| d.tokens.clone().any(|i| self.same_noun(i, noun));
        let governs = |d: &Draft| match d.owner {
            Owner::Camp(Camp::Government) => true,
            Owner::Name(name) => self.actors.name(name).faction == self.actors.sides.government,
            Owner::State(..) => by_noun(d),
            _ => false,
        };
        let mut other = false;
        for d in self.drafts.iter().take(LONGEST_IN_NAMES).filter(|d| governs(d)) {
            let bare = d.tokens.end.checked_sub(1).is_some_and(|i| self.same_noun(i, noun));
            if by_noun(d) && !bare {
                return None; // «the army of Syria» is told of, too
            }
            other |= !by_noun(d);
        }
        other.then_some(found)
    }

    /// «a source in the National Army said that fighters of the army had entered X»: the group that speaks right before
    /// «that», by the longer name with the same noun.
    pub(super) fn army_of_speaker<'m>(
        &self,
        before: &'m [ActorMention],
        draft: &Draft,
    ) -> Option<&'m ActorMention> {
        const WORDS: usize = 2; // «fighters of the army»
        let noun = draft.tokens.end.checked_sub(1)?;
        let that = draft.tokens.start.checked_sub(1)?;
        let found = self.knowledge.status.lexicon.longest_at(self.text, that)?;
        let told = found.value.iter().any(|c| c.cue == Cue::That);
        let last = before.last().filter(|_| told && draft.tokens.len() <= WORDS)?;
        let longer = last.tokens.clone().any(|i| self.same_noun(i, noun) && i + 1 < last.tokens.end);
        let within = (last.tokens.end..that).all(|i| self.text.tokens[i].kind == TokenKind::Word);
        let group = last.kind != ActorKind::State && !self.is_of_state(last.faction);
        (longer && within && group && self.text.is_definite(noun)).then_some(last)
    }
}
