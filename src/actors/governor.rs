//! «the governor of X»: an office over a place, which its name does not make the place of what he does.

use super::ActorKind;
use super::owner::Owner;
use super::phrase::Draft;
use super::scan::Reader;
use crate::knowledge::{ActorWord, Camp, HeadClass};
use crate::text::Match;

impl Reader<'_, '_> {
    /// The bearer of a local office at token `i`, with the place right behind it; gives the token to go on at.
    pub(super) fn governor(
        &self,
        i: usize,
        found: &Match<'_, ActorWord>,
        out: &mut Vec<Draft>,
    ) -> Option<usize> {
        let local = found.value.particle.is_some_and(|p| p.local);
        let at = i + found.n_tokens;
        if !local || found.pronoun || self.has_article(i) || at >= self.text.tokens.len() {
            return None;
        }
        let place = self.places.names.longest_at(self.text, at)?;
        if !place.affixes.is_empty() || place.pronoun {
            return None;
        }
        let end = at + place.n_tokens;
        out.push(Draft {
            tokens: i..end,
            affixes: found.affixes,
            owner: Owner::Camp(Camp::Government),
            kind: ActorKind::Official,
            class: Some(HeadClass::Official),
            pronoun: false,
            camp: None,
        });
        Some(end)
    }
}
