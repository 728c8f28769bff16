//! Names misread by a machine: one letter off, where a place is expected.

use super::scan::{Draft, Opening, PROCLITIC, Scanner};
use crate::knowledge::{Cue, PlaceIdx, PlaceKind};
use crate::text::{AND, Affixes, TokenKind};

/// A shorter word has too many neighbours.
const SHORTEST: usize = 4;
/// So many letters a cue word and its plural share.
const SHARED: usize = 2;

impl Scanner<'_, '_> {
    /// Mends the name of a draft that the gazetteer does not have.
    pub(super) fn mend(&self, draft: &mut Draft) {
        self.find_under_cue(draft);
        if draft.name.len() != 1 || !draft.places.is_empty() {
            return;
        }
        let fold = self.text.fold_at(draft.name.start);
        let bare = if draft.affixes.has(Affixes::WA) { fold.strip_prefix(AND) } else { Some(fold) };
        let known = self.text.tokens.get(draft.name.start).is_none_or(|t| t.is_known);
        let Some(bare) = bare.filter(|b| !known && b.chars().count() >= SHORTEST) else { return };
        let words = &self.knowledge.place_words;
        let found = words.mended(bare).and_then(|name| words.names.get(&self.knowledge.vocabulary, name));
        // Of one town or village that is nearly written like another the news knows many.
        let great = |p: &PlaceIdx| {
            let place = self.knowledge.conflict.place(*p);
            matches!(place.kind, PlaceKind::City | PlaceKind::Base | PlaceKind::Governorate)
        };
        if let Some(found) = found.filter(|f| f.places.iter().any(great)) {
            draft.places.clone_from(&found.places);
            draft.mended = true;
        }
    }

    /// «the towns of X and Y»: those that the gazetteer has as «town of X» only, X being a word of the language too.
    fn find_under_cue(&self, draft: &mut Draft) {
        let Some(cue) = draft.cue.filter(|c| !draft.again && (draft.places.is_empty() || c.many)) else {
            return;
        };
        // «the airports of the country».
        if self.word(draft.name.start).is_some_and(|w| w.value.country || w.value.capital) {
            return;
        }
        let mut name = String::new();
        for i in draft.name.clone() {
            let fold = self.text.fold_at(i);
            let joined = i == draft.name.start && draft.affixes.has(Affixes::WA);
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(if joined { fold.strip_prefix(AND).unwrap_or(fold) } else { fold });
        }
        let Some(found) = self.knowledge.place_words.under_cue.get(&name) else { return };
        let said = self.cue_before(draft.tokens.start, draft.name.start);
        let settles = |k: PlaceKind| matches!(k, PlaceKind::City | PlaceKind::Town | PlaceKind::Village);
        for (word, place) in found {
            let kind = self.knowledge.conflict.place(*place).kind;
            // «the airports of X and Y» are no refineries; a town may be called a village.
            let alike = || said.is_some_and(|s| s.chars().take(SHARED).eq(word.chars().take(SHARED)));
            let quarters = cue.kind == Some(PlaceKind::Quarter) && kind == PlaceKind::Quarter;
            let fits = cue.kind.is_some_and(settles) && settles(kind) || quarters || alike();
            if fits && !draft.places.contains(place) {
                draft.places.push(*place);
            }
        }
    }

    /// Does the gazetteer have a quarter under the word at token `i` with «quarter» before it only?
    pub(super) fn is_quarter_under_cue(&self, i: usize) -> bool {
        let fold = self.text.fold_at(i);
        let words = &self.knowledge.place_words.under_cue;
        let found = words.get(fold).or_else(|| words.get(fold.strip_prefix(AND)?));
        let quarter = |p: PlaceIdx| self.knowledge.conflict.place(p).kind == PlaceKind::Quarter;
        found.is_some_and(|all| all.iter().any(|(_, p)| quarter(*p)))
    }

    /// «the fields of X and Y», X being a word of the language: so many tokens as a site that the gazetteer has under that
    /// cue word only.
    pub(super) fn site_like(&self, opening: &Opening) -> Option<usize> {
        const LONGEST: usize = 2;
        opening.cue.filter(|c| c.many && matches!(c.kind, Some(PlaceKind::Base | PlaceKind::Crossing)))?;
        let at = opening.at;
        (1..=LONGEST).rev().find(|n| {
            let name = (at..at + n).map(|i| self.text.fold_at(i)).collect::<Vec<_>>().join(" ");
            let Some(found) = self.knowledge.place_words.under_cue.get(&name) else { return false };
            let said = self.cue_before(at, at);
            let alike = |w: &str| said.is_some_and(|s| s.chars().take(SHARED).eq(w.chars().take(SHARED)));
            found.iter().any(|(word, _)| alike(word))
        })
    }

    /// The cue word in the plural or singular that a name between `at` and `name`, or the list it stands in, bears.
    fn cue_before(&self, at: usize, name: usize) -> Option<&str> {
        const REACH: usize = 12;
        let cue = |i: &usize| self.word(*i).is_some_and(|w| w.value.cue.is_some_and(|c| c.kind.is_some()));
        let i = (at.saturating_sub(REACH)..name).rev().find(cue)?;
        let fold = self.text.fold_at(i);
        let stem = self.word(i).filter(|w| w.affixes.has_any(PROCLITIC)).and_then(|_| fold.get(2..));
        Some(stem.unwrap_or(fold))
    }

    /// A misread name joined by wa- to the name read just before.
    pub(super) fn mended_next(&self, at: usize, out: &mut Vec<Draft>) -> usize {
        let fold = self.text.fold_at(at);
        let word = self.text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word && !t.is_known);
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
