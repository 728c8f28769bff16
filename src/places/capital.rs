//! Capitals told by their word and their name.

use super::resolve::Resolver;
use super::scan::{Draft, Opening, PROCLITIC, Scanner};
use crate::knowledge::{Cue, PlaceIdx, PlaceKind};
use crate::text::Affixes;

impl Scanner<'_, '_> {
    /// Does the word for a capital stand at token `at`?
    pub(super) fn capital_word(&self, at: usize) -> bool {
        self.knowledge.place_words.words.longest_at(self.text, at).is_some_and(|m| m.value.capital)
    }

    /// «the [Yemeni interim] capital Aden»: the name that follows from token `from` on, adjectives skipped.
    pub(super) fn capital_by_name(&self, i: usize, opening: &Opening, from: usize) -> Option<Draft> {
        let adjective = |j: usize| self.text.is_definite(j) && self.name(j).is_none();
        let (j, name) = (from..from + 3).find_map(|j| {
            let name = self.name(j).filter(|m| !m.affixes.has_any(PROCLITIC))?;
            (from..j).all(adjective).then_some((j, name))
        })?;
        let mut draft = self.draft(i, opening, j..j + name.n_tokens, Affixes::default());
        draft.cue.get_or_insert(Cue { kind: Some(PlaceKind::City), many: false });
        draft.places.clone_from(&name.value.places);
        Some(draft)
    }
}

impl Resolver<'_, '_> {
    /// Is it a capital that nothing in the text calls a city?
    pub(super) fn is_seat_only(&self, draft: &Draft, place: PlaceIdx) -> bool {
        draft.cue.is_none() && self.knowledge.place_words.capitals.binary_search(&place).is_ok()
    }
}
