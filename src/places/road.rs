//! Places that a road or a line of supply leads to.

use super::PlaceMention;
use super::resolve::Resolver;
use super::scan::Draft;
use crate::knowledge::PartKind;
use crate::text::{Affixes, TokenKind};

impl Resolver<'_, '_> {
    /// «the road to X and Y», «the main supply line of the army to X»: the ends of a road are not where the story is.
    pub(super) fn ends_road(&self, (drafts, out): (&[Draft], &[PlaceMention]), j: usize) -> bool {
        let start = out[j].tokens.start;
        let leads = start.checked_sub(1).is_some_and(|at| self.is_locative(at) && self.road_before(at));
        let joined = drafts[j].affixes.has(Affixes::WA)
            && j.checked_sub(1)
                .is_some_and(|i| out[i].tokens.end == start && self.ends_road((drafts, out), i));
        leads || joined
    }

    /// Does a word for a road stand before token `at`, with nothing but whose it is and adjectives between?
    pub(super) fn road_before(&self, at: usize) -> bool {
        const REACH: usize = 5;
        let road = |i: usize| {
            let found = self.knowledge.place_words.words.longest_at(self.text, i);
            found.filter(|m| m.value.part == Some(PartKind::Road)).map(|m| i + m.n_tokens)
        };
        let plain = |i: usize| self.text.tokens[i].kind == TokenKind::Word && self.text.is_definite(i);
        (at.saturating_sub(REACH)..at).rev().filter_map(road).any(|end| end <= at && (end..at).all(plain))
    }
}
