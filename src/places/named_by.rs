//! Names of places inside other names: what stands in quotation marks behind a word for a movement or an operation, and
//! adjectives of sites.

use super::judge::Judge;
use super::resolve::Resolver;
use super::scan::Draft;
use crate::knowledge::{PlaceKind, PlaceWord};
use crate::text::{TokenKind, is_quote};

impl Resolver<'_, '_> {
    /// The name as in the text; a mountain or a valley outside the gazetteer keeps its word.
    pub(super) fn name_of(&self, draft: &Draft) -> String {
        let at = draft.tokens.start;
        let word = self.knowledge.place_words.words.longest_at(self.text, at);
        let feature = |from: usize| {
            let fold = self.text.fold_at(from);
            self.knowledge
                .place_words
                .features
                .iter()
                .any(|w| fold.ends_with(w.as_str()) && fold.len() <= w.len() + 4)
        };
        let kept = word.filter(|w| {
            let before = draft.places.is_empty() && at + w.n_tokens == draft.name.start;
            before && w.n_tokens == 1 && w.value.cue.is_some_and(|c| c.kind.is_some()) && feature(at)
        });
        let (start, affixes) = kept.map_or((draft.name.start, draft.affixes), |w| (at, w.affixes));
        self.text.words_without(start, draft.name.end, affixes, &self.knowledge.vocabulary)
    }

    /// «the movement “anger of X”», «the brigade “martyrs of X”»: is the place the last word of a name in quotation marks?
    pub(super) fn is_in_quoted_name(&self, draft: &Draft) -> bool {
        const WORDS: usize = 3;
        let text = self.text;
        if text.tokens.get(draft.tokens.end).is_none_or(|t| !is_quote(text.fold_of(t))) {
            return false;
        }
        let at = draft.tokens.start;
        let mut before = (at.saturating_sub(WORDS + 1)..at).rev();
        let Some(opens) = before.find(|&j| is_quote(text.fold_at(j))) else { return false };
        let words = opens + 1..at;
        let named = !words.is_empty() && words.clone().all(|j| text.tokens[j].kind == TokenKind::Word);
        let placed = words.clone().any(|j| {
            let word = self.knowledge.place_words.words.longest_at(text, j);
            self.is_locative(j) || word.is_some_and(|w| w.value.cue.is_some() || w.value.part.is_some())
        });
        let titled = &self.knowledge.triggers.lists.titled;
        named && !placed && opens.checked_sub(1).is_some_and(|j| titled.longest_at(text, j).is_some())
    }
}

impl Judge<'_, '_> {
    /// «the surgical hospital», «the old airport»: a name of one word with its article, right behind a noun for a site
    /// that has one too, is the adjective of that noun.
    pub(super) fn is_adjective_of_site(&self, draft: &Draft) -> bool {
        let at = draft.tokens.start;
        let Some(before) = at.checked_sub(1) else { return false };
        let single = draft.tokens.len() == 1 && draft.name.len() == 1 && draft.affixes.is_empty();
        if !single || !self.is_definite(at) || !self.is_definite(before) {
            return false;
        }
        let word = self.knowledge.place_words.words.longest_at(self.text, before);
        let site = |k| matches!(k, PlaceKind::Base | PlaceKind::Crossing | PlaceKind::Quarter);
        let sort = |w: &PlaceWord| w.again && w.cue.and_then(|c| c.kind).is_none_or(site);
        word.is_some_and(|w| w.n_tokens == 1 && sort(w.value))
    }
}
