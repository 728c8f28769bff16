//! What the words beside a name add to it, or take from it.

use super::scan::{Draft, PROCLITIC, Scanner};
use crate::knowledge::{Modifier, PartKind, PlaceName};
use crate::text::Affixes;

impl Scanner<'_, '_> {
    /// Is there a word near that makes the name something else?
    pub(super) fn unmade(&self, name: &PlaceName, at: usize, n_tokens: usize) -> bool {
        const REACH: usize = 3;
        let Some(rule) = name.unless else { return false };
        let words = &self.knowledge.place_words.unless[rule as usize];
        (at.saturating_sub(REACH)..at + n_tokens + REACH)
            .filter(|j| j + 1 != at || !self.is_preposition(*j))
            .any(|j| {
                let near = self.text.fold_at(j);
                words.iter().any(|w| near.strip_suffix(w.as_str()).is_some_and(|before| before.len() <= 6))
            })
    }

    /// The capital, by its office and its name at once.
    pub(super) fn said_twice(&self, draft: &mut Draft) {
        let next = self.name(draft.tokens.end).filter(|m| m.affixes.is_empty());
        if let Some(next) = next
            && next.value.places.iter().any(|p| draft.places.contains(p))
        {
            draft.places.retain(|p| next.value.places.contains(p));
            draft.tokens.end += next.n_tokens;
        }
    }

    /// Tripoli *of Libya*: the country whose adjective follows.
    pub(super) fn country_after(&self, at: usize) -> Option<String> {
        let next = self.actor(at).filter(|m| m.affixes == Affixes::AL && m.value.head.is_none())?;
        let (Modifier::State(state), _) = next.value.modifier? else { return None };
        self.knowledge.place_words.countries.get(state.0 as usize)?.clone()
    }

    /// The western side of a countryside, after its name.
    pub(super) fn sides_after(&self, draft: &mut Draft) {
        let Some(part) = &mut draft.part else { return };
        let next = self.word(draft.tokens.end).filter(|m| !m.affixes.has_any(PROCLITIC));
        if let Some(next) = next
            && let Some(degrees) = next.value.adjective
            && part.kind == PartKind::Countryside
        {
            part.degrees = Some(degrees);
            draft.tokens.end += next.n_tokens;
        }
    }

    /// «the Aleppo–Damascus road»: the name after the dash is the road's other end, and no place of its own.
    pub(super) fn road_ends(&self, draft: &mut Draft) {
        let is_road = draft.part.is_some_and(|p| p.kind == PartKind::Road);
        let dash = |at| usize::from(matches!(self.text.fold_at(at), "-" | "\u{2013}" | "\u{640}"));
        while is_road
            && let Some(next) = self.name(draft.tokens.end + dash(draft.tokens.end))
            && next.affixes.is_empty()
        {
            draft.tokens.end += dash(draft.tokens.end) + next.n_tokens;
        }
    }
}
