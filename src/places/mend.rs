//! Names misread by a machine: one letter off, where a place is expected.

use super::scan::{Draft, Scanner};
use crate::knowledge::{Cue, PlaceKind};
use crate::text::{AND, Affixes, TokenKind};

/// A shorter word has too many neighbours.
const SHORTEST: usize = 4;

impl Scanner<'_, '_> {
    /// Mends the name of a draft that the gazetteer does not have.
    pub(super) fn mend(&self, draft: &mut Draft) {
        if draft.name.len() != 1 || !draft.places.is_empty() {
            return;
        }
        let fold = self.text.fold_at(draft.name.start);
        let bare = if draft.affixes.has(Affixes::WA) { fold.strip_prefix(AND) } else { Some(fold) };
        let known = self.text.tokens.get(draft.name.start).is_none_or(|t| !t.readings.is_empty());
        let Some(bare) = bare.filter(|b| !known && b.chars().count() >= SHORTEST) else { return };
        let words = &self.knowledge.place_words;
        let found = words.mended(bare).and_then(|name| words.names.get(&self.knowledge.vocabulary, name));
        if let Some(found) = found {
            draft.places.clone_from(&found.places);
            draft.mended = true;
        }
    }

    /// A misread name joined by wa- to the name read just before.
    pub(super) fn mended_next(&self, at: usize, out: &mut Vec<Draft>) -> usize {
        let fold = self.text.fold_at(at);
        let word =
            self.text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word && t.readings.is_empty());
        if !word || !fold.starts_with(AND) {
            return at;
        }
        let cue = Cue { kind: Some(PlaceKind::Town), many: false };
        let mut draft = self.single(at, cue, Affixes::WA);
        self.mend(&mut draft);
        if !draft.mended {
            return at;
        }
        out.push(draft);
        at + 1
    }
}
