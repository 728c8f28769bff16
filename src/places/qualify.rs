//! Mentions that only say where the one before them lies.

use super::resolve::Resolver;
use super::scan::Draft;
use super::{PlaceMention, PlaceRole};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::{PartKind, PlaceIdx, PlaceKind, PlaceWord};
use crate::text::{ARTICLE, Affixes, TokenKind};

impl Resolver<'_, '_> {
    /// Marks mentions that only say where the one before lies.
    pub(super) fn qualifiers(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        for i in 1..out.len() {
            let mut first = i - 1;
            while out[first].role == PlaceRole::Qualifier && first > 0 {
                first -= 1;
            }
            let lies_in = self.lies_in(&drafts[i - 1], &drafts[i], &out[i])
                || self.is_measured(&drafts[i - 1], &drafts[i])
                || self.is_bracketed(&drafts[i - 1], &drafts[i])
                || out[i - 1].role == PlaceRole::Qualifier && self.goes_on(&drafts[i - 1], &drafts[i]);
            if !lies_in || out[i - 1].role == PlaceRole::PartOfName {
                continue;
            }
            out[i].role = PlaceRole::Qualifier;
            // It holds for the whole list before it.
            let mut member = first;
            loop {
                out[member].within = out[member].within.or(out[i].place);
                if member == 0
                    || !drafts[member].listed
                    || drafts[member].tokens.start > drafts[member - 1].tokens.end + 1
                {
                    break;
                }
                member -= 1;
            }
        }
    }

    /// «the quarter A in the city of X», where X has namesakes: once it is known which is meant, A lies there.
    pub(super) fn within_chosen(out: &mut [PlaceMention]) {
        for i in 1..out.len() {
            let [before, next] = [&out[i - 1], &out[i]];
            let tied = next.role == PlaceRole::Qualifier && before.role != PlaceRole::Qualifier;
            if tied && before.within.is_none() {
                out[i - 1].within = next.place;
            }
        }
    }

    /// «in X, in the countrysides of Y and Z», «in X, in the countryside of Y, south of Z»: does the mention say with
    /// the one before it where X lies?
    fn goes_on(&self, before: &Draft, draft: &Draft) -> bool {
        const TWO: char = '\u{64A}';
        let joined = draft.affixes.has(Affixes::WA);
        let both = before.part.is_some() && self.text.fold_at(before.tokens.start).ends_with(TWO);
        let near = draft.tokens.start <= before.tokens.end + 1;
        near && (joined && both || !joined && self.is_side(draft))
    }

    /// Does it name a side of something («south of X»)?
    pub(super) fn is_side(&self, draft: &Draft) -> bool {
        let named = draft.part.is_none() && draft.places.iter().any(|&p| self.place(p).side.is_some());
        // «the south of Yemen», a region with a name of its own.
        let region = |&p: &PlaceIdx| self.place(p).kind == PlaceKind::Region;
        let begins = || self.word_at(draft.tokens.start).is_some_and(|w| w.direction.is_some());
        let named = named || draft.part.is_none() && draft.places.iter().any(region) && begins();
        named || draft.part.is_some_and(|p| p.kind == PartKind::Side)
    }

    /// The word for places at token `i`.
    fn word_at(&self, i: usize) -> Option<&PlaceWord> {
        self.knowledge.place_words.words.longest_at(self.text, i).map(|m| m.value)
    }

    fn lies_in(&self, before: &Draft, draft: &Draft, mention: &PlaceMention) -> bool {
        const GAP: usize = 3;
        let gap = before.tokens.end..draft.tokens.start;
        // «in X, south of Y»: a side behind a comma says where X lies, unless X is a side too.
        let known = !before.places.is_empty() && !self.is_side(before);
        let aside = self.is_side(draft) && !draft.affixes.has(Affixes::WA) && known;
        if gap.len() > GAP || draft.again || (draft.listed && !aside) {
            return false;
        }
        // «the quarter X in the city of Y».
        let inside = draft.affixes.has(Affixes::BI)
            || draft.locative && gap.is_empty()
            || gap.clone().any(|i| self.is_at(i));
        let quarter = self.is_part_of_city(before) && draft.locative && inside;
        let city = quarter && matches!(mention.kind, PlaceKind::City | PlaceKind::Town);
        let larger = city || mention.kind.is_area() || mention.part.is_some() || mention.offset.is_some();
        let smaller = before.places.is_empty()
            || !before.places.iter().any(|&p| self.place(p).kind == PlaceKind::Country)
                && before.places.first() != draft.places.first();
        let tied = draft.locative || draft.part.is_some() || gap.is_empty() || aside;
        let quiet = gap.clone().all(|i| self.is_quiet(i));
        larger && smaller && tied && quiet && mention.role == PlaceRole::Event
    }

    /// May it lie in a city that is named behind it: a quarter, or a site that the gazetteer lacks?
    fn is_part_of_city(&self, draft: &Draft) -> bool {
        let cue = draft.cue.and_then(|c| c.kind);
        let named = draft.places.iter().any(|&p| self.place(p).kind == PlaceKind::Quarter);
        named
            || cue == Some(PlaceKind::Quarter)
            || matches!(cue, Some(PlaceKind::Base | PlaceKind::Crossing))
                && draft.places.is_empty()
                && !draft.again
    }

    /// Is the token a preposition that ties a place to what stands before?
    pub(super) fn is_locative(&self, i: usize) -> bool {
        self.word_at(i).is_some_and(|w| w.locative)
    }

    /// Does token `i` say that something lies inside what follows?
    pub(super) fn is_at(&self, i: usize) -> bool {
        let word = self.knowledge.status.lexicon.longest_at(self.text, i);
        word.is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::Prep(Prep::At)))
    }

    /// "8 km north of": it measures where the place before lies.
    fn is_measured(&self, before: &Draft, draft: &Draft) -> bool {
        const GAP: usize = 12;
        const STOP: &str = ".";
        let gap = before.tokens.end..draft.tokens.start;
        let sided = draft.part.is_some() || draft.places.iter().any(|&p| self.place(p).side.is_some());
        draft.offset.is_some()
            && sided
            && gap.len() <= GAP
            && gap
                .clone()
                .all(|i| self.text.tokens[i].kind != TokenKind::Break && self.text.fold_at(i) != STOP)
    }

    /// «X (some 50 km north of the capital)»: a bracket right behind the place that ends with a side of something.
    fn is_bracketed(&self, before: &Draft, draft: &Draft) -> bool {
        const REACH: usize = 6;
        let gap = before.tokens.end..draft.tokens.start;
        let opens = self.text.fold_at(before.tokens.end) == "(";
        let plain = |i: usize| matches!(self.text.tokens[i].kind, TokenKind::Word | TokenKind::Number);
        let inside = !gap.is_empty() && gap.len() <= REACH && (gap.start + 1..gap.end).all(plain);
        opens && inside && (self.is_side(draft) || draft.part.is_some())
    }

    /// A word that may stand between a place and where it lies: an adjective with the article, a
    /// preposition, a bracket.
    pub(super) fn is_quiet(&self, i: usize) -> bool {
        let token = &self.text.tokens[i];
        let fold = self.text.fold_of(token);
        match token.kind {
            TokenKind::Word => {
                let words = &self.knowledge.place_words.words;
                let word = words.longest_at(self.text, i);
                let locative = word.is_some_and(|m| m.value.locative && m.affixes.is_empty());
                locative || fold.starts_with(ARTICLE)
            }
            TokenKind::Mark => matches!(fold, "(" | ")" | "\u{201D}" | "\u{201C}" | "\"" | "\u{60C}"),
            TokenKind::Number | TokenKind::Break => false,
        }
    }
}
