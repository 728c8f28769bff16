//! «The airport of the capital», «the port of the city»: sites told by their sort and a city that goes without its name.

use super::PlaceMention;
use super::resolve::Resolver;
use super::scan::Draft;
use crate::knowledge::{Place, PlaceIdx, PlaceKind};

impl Resolver<'_, '_> {
    /// Gives such sites their place: the one that bears the word and the name of the city.
    pub(super) fn sites_of_cities(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        for (draft, mention) in drafts.iter().zip(out) {
            let Some(city) = mention.place.filter(|&p| self.place(p).kind == PlaceKind::City) else {
                continue;
            };
            let unnamed = draft.again || self.says_capital(draft);
            let Some(word) = self.base_word(draft).filter(|_| unnamed) else { continue };
            let Some(site) = self.site_named(word, city) else { continue };
            mention.why.push(format!("a site of {}", self.place(city).name_en));
            (mention.place, mention.kind) = (Some(site), PlaceKind::Base);
        }
    }

    /// The nearest of the mentions whose name ends with that of a city, where a city is looked for.
    pub(super) fn city_of_site(
        &self,
        mut back: impl Iterator<Item = usize>,
        out: &[PlaceMention],
        kind: Option<PlaceKind>,
    ) -> Option<(usize, PlaceIdx)> {
        let wanted = kind == Some(PlaceKind::City);
        back.find_map(|j| Some((j, self.city_in_name(self.place(out[j].place.filter(|_| wanted)?))?)))
    }

    /// The city that the name of a site ends with («the port of X»).
    pub(super) fn city_in_name(&self, site: &Place) -> Option<PlaceIdx> {
        let (_, rest) = site.name_ar.split_once(' ').filter(|_| site.kind == PlaceKind::Base)?;
        let found = self.knowledge.place_words.names.get(&self.knowledge.vocabulary, rest)?;
        let own =
            |p: &PlaceIdx| self.place(*p).country == site.country && self.place(*p).kind == PlaceKind::City;
        found.places.iter().copied().find(own)
    }

    /// The word for a base that stands before the word for the city.
    fn base_word(&self, draft: &Draft) -> Option<&str> {
        let at = draft.tokens.start;
        let word = self.knowledge.place_words.words.longest_at(self.text, at)?;
        let is_site = word.value.cue.is_some_and(|c| c.kind == Some(PlaceKind::Base) && !c.many);
        let before = at + word.n_tokens < draft.tokens.end && word.n_tokens == 1;
        let fold = self.text.fold_at(at);
        let bare = if word.affixes.is_empty() { fold } else { fold.get(fold.chars().next()?.len_utf8()..)? };
        (is_site && before).then_some(bare)
    }

    fn says_capital(&self, draft: &Draft) -> bool {
        let words = &self.knowledge.place_words;
        let named = draft.tokens.clone().any(|i| words.names.longest_at(self.text, i).is_some());
        let said = |i: usize| words.words.longest_at(self.text, i).is_some_and(|m| m.value.capital);
        !named && draft.tokens.clone().any(said)
    }

    /// The site in the country of the city that is called by the word and the name of the city.
    fn site_named(&self, word: &str, city: PlaceIdx) -> Option<PlaceIdx> {
        let city = self.place(city);
        let phrase = format!("{word} {}", city.name_ar);
        let found = self.knowledge.place_words.names.get(&self.knowledge.vocabulary, &phrase)?;
        let own =
            |p: &PlaceIdx| self.place(*p).country == city.country && self.place(*p).kind == PlaceKind::Base;
        found.places.iter().copied().find(own)
    }
}
