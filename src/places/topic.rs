//! «The city» in a paragraph that names none: the town of the headline, when the story is about one town.

use std::collections::BTreeMap;

use super::PlaceMention;
use super::resolve::{Resolver, family};
use crate::knowledge::{PlaceIdx, PlaceKind};
use crate::text::TokenKind;

impl Resolver<'_, '_> {
    /// The one town that the first line names, when no other is named more often in the whole text.
    pub(super) fn topic_town(&self, out: &[PlaceMention]) -> Option<PlaceIdx> {
        const OFTEN: usize = 3;
        let is_break = |t: &crate::text::Token| t.kind == TokenKind::Break;
        let end = self.text.tokens.iter().position(is_break)?;
        let town = |m: &PlaceMention| m.place.filter(|&p| family(self.place(p).kind) == 0);
        let mut named = out.iter().take_while(|m| m.tokens.end <= end).filter_map(town);
        let topic = named.next().filter(|&t| named.all(|other| other == t))?;
        let mut counts: BTreeMap<PlaceIdx, usize> = BTreeMap::new();
        for town in out.iter().filter_map(town) {
            *counts.entry(town).or_default() += 1;
        }
        let most = counts.get(&topic).copied().unwrap_or_default();
        // A capital is named for its government too.
        let capitals = &self.knowledge.place_words.capitals;
        let rival = |(town, n): (&PlaceIdx, &usize)| *n > most && !capitals.contains(town);
        (most >= OFTEN && !counts.iter().any(rival)).then_some(topic)
    }

    /// «the city», when the city named last stands in another paragraph, is the `topic`; so is «the town», of towns.
    pub(super) fn is_topic_meant(
        &self,
        out: &[PlaceMention],
        (i, j): (usize, usize),
        kind: Option<PlaceKind>,
        topic: PlaceIdx,
    ) -> bool {
        let own = self.place(topic).kind;
        let fits = match kind {
            Some(PlaceKind::City) => matches!(own, PlaceKind::City | PlaceKind::Town),
            Some(PlaceKind::Town) => matches!(own, PlaceKind::Town | PlaceKind::Village),
            _ => false,
        };
        fits && self.is_parted_by_line(out, j, i)
    }
}
