//! Whose «his fighters» are.

use super::context::{Settler, is_party};
use super::phrase::Draft;
use super::{ActorKind, ActorMention};
use crate::knowledge::HeadClass;
use crate::knowledge::status::{Cue, Prep};
use crate::text::TokenKind;

impl Settler<'_, '_> {
    /// The nearest party before the mention that its pronoun may mean: «his fighters» are not those of the forces of X.
    pub(super) fn nearest_fitting<'m>(
        &self,
        before: &'m [ActorMention],
        draft: &Draft,
    ) -> Option<&'m ActorMention> {
        const HIS: char = '\u{647}';
        const THINGS: &str = "\u{627}\u{62A}";
        const WORDS: usize = 2;
        let last = draft.tokens.end.checked_sub(1);
        let his = draft.tokens.len() == 1 && last.is_some_and(|i| self.text.fold_at(i).ends_with(HIS));
        let she = |m: &ActorMention| {
            let mut words =
                m.tokens.clone().filter(|&i| self.text.tokens[i].kind == TokenKind::Word).take(WORDS);
            words.any(|i| self.text.fold_at(i).ends_with(THINGS))
        };
        let fits = |m: &&ActorMention| m.kind == ActorKind::Faction && !she(m);
        let has_forces = |m: &&ActorMention| {
            let factions = &self.knowledge.conflict.factions;
            let unarmed = factions.get(usize::from(m.faction.0)).is_some_and(|f| f.is_unarmed);
            !(unarmed && draft.class == Some(HeadClass::Force)) && is_party(m)
        };
        let nearest = before.iter().rev().find(has_forces);
        if let Some(other) = nearest.and_then(|m| self.who_agrees_with(before, draft, m)) {
            return Some(other);
        }
        if his && nearest.is_some_and(she) {
            return before.iter().rev().find(fits).or(nearest);
        }
        nearest
    }

    /// «X reached a deal with the state of Y on the exit of his fighters»: X, since those who leave are none of a state that
    /// stands behind «with».
    fn who_agrees_with<'m>(
        &self,
        before: &'m [ActorMention],
        draft: &Draft,
        partner: &ActorMention,
    ) -> Option<&'m ActorMention> {
        const NEAR: usize = 16;
        let with = partner.tokens.start.checked_sub(1)?;
        let governed = self.knowledge.status.lexicon.longest_at(self.text, with);
        let governed = governed.is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::Prep(Prep::With)));
        if !governed || !self.is_of_state(partner.faction) || partner.tokens.end + NEAR < draft.tokens.start {
            return None;
        }
        let near = before.iter().rev().skip_while(|m| m.tokens.start >= with);
        let mut near = near.take_while(|m| m.tokens.end + NEAR > with);
        near.find(|m| m.kind == ActorKind::Faction && !self.is_of_state(m.faction))
    }
}
