//! «X stormed the hospital of Y …, and left the hospital»: a site told again by its sort.

use super::PlaceMention;
use super::resolve::Resolver;
use super::scan::{Draft, Opening};
use crate::knowledge::{Cue, Doubt, PlaceKind, PlaceName, PlaceWord};
use crate::text::Match;

/// How many mentions back a site may stand that is told again.
const FEW: usize = 15;

/// «around the palace»: a site told by its sort, and no village of that name.
pub(super) fn is_sort(
    opening: &Opening,
    name: &Match<'_, PlaceName>,
    word: Option<&Match<'_, PlaceWord>>,
) -> bool {
    let again = word.is_some_and(|w| w.value.again && w.n_tokens >= name.n_tokens);
    let gate = |c: Cue| c.kind.is_none_or(|k| k == PlaceKind::Crossing);
    again && name.value.doubt != Doubt::None && opening.cue.is_none_or(gate)
}

impl Resolver<'_, '_> {
    /// Has one of the last mentions told of a site of this sort?
    pub(super) fn names_same_site(&self, (drafts, out): (&[Draft], &[PlaceMention]), i: usize) -> bool {
        let Some(word) = self.site_word(&drafts[i]) else { return false };
        let told = |j: &usize| {
            let bears = out[*j].place.is_some_and(|p| self.bears_word(p, word));
            bears || out[*j].place.is_some() && self.says_word(&drafts[*j], word)
        };
        (0..i).rev().take(FEW).any(|j| told(&j))
    }

    /// Do the words of the mention tell the sort («the refinery of X»)?
    pub(super) fn says_word(&self, draft: &Draft, word: &str) -> bool {
        const PROCLITICS: usize = 2;
        let says = |i: usize| {
            let before = self.text.fold_at(i).strip_suffix(word);
            before.is_some_and(|b| b.chars().count() <= PROCLITICS)
        };
        !draft.again && draft.tokens.clone().any(says)
    }
}
