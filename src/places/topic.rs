//! «The city» in a paragraph that names none: the town of the headline, when the story is about one town.

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
        let count = |t: PlaceIdx| out.iter().filter(|m| town(m) == Some(t)).count();
        let most = count(topic);
        // A capital is named for its government too.
        let capitals = &self.knowledge.place_words.capitals;
        let rivals = out.iter().filter_map(town).filter(|t| !capitals.contains(t));
        (most >= OFTEN && rivals.into_iter().all(|t| count(t) <= most)).then_some(topic)
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
