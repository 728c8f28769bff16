//! "The country", "the capital" and "the south": places of the story, told without their names.

use super::scan::{Draft, Opening, Scanner};
use crate::knowledge::{Cue, PartKind, PlaceIdx, PlaceKind, PlaceWord};
use crate::text::{Affixes, Match};

impl Scanner<'_, '_> {
    /// "the country", "the capital", each perhaps with its name after it.
    pub(super) fn of_story(&self, i: usize, opening: &Opening, word: &Match<'_, PlaceWord>) -> Option<Draft> {
        let conflict = &self.knowledge.conflict;
        let at = opening.at;
        let end = at + word.n_tokens;
        if word.value.capital {
            // The capital's name, or the adjective of another country, tells which.
            let state = self.actor(end).is_some_and(|a| a.value.modifier.is_some());
            let named = self.capital_by_name(i, opening, end);
            if let Some(draft) = named.filter(|d| state || d.name.start == end) {
                return Some(draft);
            }
        }
        let place = if word.value.country { conflict.country } else { conflict.capital }?;
        let side =
            opening.part.filter(|p| matches!(p.kind, PartKind::Side | PartKind::Centre | PartKind::Axis));
        if let (Some(part), true) = (side, word.value.country)
            && let Some(region) = self.region(part.degrees)
        {
            let mut draft = self.draft(i, &Opening { at, ..Opening::default() }, at..end, word.affixes);
            draft.tokens.start = i;
            draft.name.start = i;
            draft.cue = Some(Cue { kind: Some(PlaceKind::Region), many: false });
            draft.places.push(region);
            return Some(draft);
        }
        let mut draft = self.draft(i, opening, at..end, word.affixes);
        draft.places.push(place);
        draft.cue.get_or_insert(Cue { kind: None, many: false });
        Some(draft)
    }

    /// "in the south": a part of the story's country.
    pub(super) fn region_by_side(
        &self,
        i: usize,
        opening: &Opening,
        word: &Match<'_, PlaceWord>,
    ) -> Option<Draft> {
        let degrees = word.value.direction.filter(|_| word.affixes.has(Affixes::AL) && opening.at == i)?;
        let end = i + word.n_tokens;
        let mut draft = self.draft(i, opening, i..end, word.affixes);
        let of_another = self.actor(end).is_some_and(|a| a.value.modifier.is_some());
        if !draft.locative || of_another {
            return None;
        }
        draft.places.push(self.region(Some(degrees))?);
        draft.cue = Some(Cue { kind: Some(PlaceKind::Region), many: false });
        Some(draft)
    }

    fn region(&self, degrees: Option<u16>) -> Option<PlaceIdx> {
        let regions = &self.knowledge.place_words.regions;
        regions.iter().find(|(d, _)| *d == degrees).map(|(_, place)| *place)
    }
}
