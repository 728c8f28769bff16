//! Quarters and sites of cities: those told by their sort and a city that goes without its name («the airport of the
//! capital»), and those that the gazetteer lacks.

use super::resolve::Resolver;
use super::scan::Draft;
use super::{Part, PlaceMention, PlaceRole};
use crate::knowledge::{PartKind, Place, PlaceIdx, PlaceKind};

impl Resolver<'_, '_> {
    /// A quarter or site that the gazetteer lacks, told with its city or right after it: a part of that city. One that
    /// it knows in another city is not meant.
    pub(super) fn in_city(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        const NEAR_KM: f64 = 40.0;
        const BESIDE_KM: f64 = 15.0;
        // A town with quarters of its own.
        const LARGE: u32 = 20_000;
        for i in 0..out.len() {
            let mention = &out[i];
            // «the quarters of X and Y», where X is none with quarters of its own.
            let small = |p| matches!(self.place(p).kind, PlaceKind::Quarter | PlaceKind::Village);
            let within = mention.part.is_some_and(|p| p.kind == PartKind::Quarters);
            let row = within && mention.place.is_some_and(small);
            let quarter = mention.kind == PlaceKind::Quarter || row;
            let base = matches!(mention.kind, PlaceKind::Base | PlaceKind::Crossing);
            let site = base && mention.place.is_none();
            if !(quarter || site) || mention.part.is_some() && !row || drafts[i].again {
                continue;
            }
            let told = mention.within.filter(|&p| is_settlement(self.place(p)));
            // A camp that is known by its name lies where it lies.
            let elsewhere = || self.is_quarter_word(&drafts[i]) && self.is_in_a_city_untold(out, i);
            let great = |c: &PlaceIdx| {
                let city = self.place(*c);
                // «in the town of X …, and in the quarter Y», of the city that both are ruled from.
                let other = |q| self.place(q).admin1 != city.admin1;
                mention
                    .place
                    .is_none_or(|q| city.kind == PlaceKind::City || city.population >= LARGE && other(q))
            };
            let may_be = || quarter && (mention.place.is_none() || elsewhere());
            let before = || self.city_before((drafts, out), i).filter(great).filter(|_| may_be());
            let far = || self.last_city(out, i).filter(|_| quarter && elsewhere());
            let Some(city) = told.or_else(before).or_else(far) else { continue };
            let own = mention.place.and_then(|p| self.place(p).parent);
            // «the quarter X in the city of Y»: no village X beside it.
            let village = mention.place.is_some_and(|p| self.place(p).kind != PlaceKind::Quarter);
            let reach = if quarter && village { BESIDE_KM } else { NEAR_KM };
            let far =
                mention.place.is_some_and(|p| self.place(p).at.distance_km(self.place(city).at) > reach);
            // Of two cities side by side, a quarter may be told with either.
            let of_another = own.is_some_and(|parent| {
                parent != city && self.place(parent).at.distance_km(self.place(city).at) > NEAR_KM
            });
            if mention.place.is_none() || far || of_another {
                let kind = if quarter { PartKind::Quarters } else { PartKind::Landmark };
                out[i].place = Some(city);
                out[i].part = Some(Part { kind, degrees: None });
                let sort = if quarter { "a quarter" } else { "a site" };
                out[i].why.push(format!("{sort} of {}", self.place(city).name_en));
            }
        }
    }

    /// «the quarter X in the city»: none of that name in another city than the one that is meant.
    pub(super) fn in_city_again(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        const NEAR_KM: f64 = 40.0;
        for i in 1..out.len() {
            let gap = out[i - 1].tokens.end..out[i].tokens.start;
            let tied = gap.is_empty() || gap.len() == 1 && self.is_locative(gap.start);
            let city = out[i].place.filter(|&p| drafts[i].again && tied && is_settlement(self.place(p)));
            let quarter = out[i - 1].place.filter(|&p| self.place(p).kind == PlaceKind::Quarter);
            let Some((city, quarter)) = city.zip(quarter) else { continue };
            if self.place(quarter).at.distance_km(self.place(city).at) > NEAR_KM {
                out[i - 1].place = Some(city);
                out[i - 1].part = Some(Part { kind: PartKind::Quarters, degrees: None });
                out[i - 1].why.push(format!("a quarter of {}", self.place(city).name_en));
            }
        }
    }

    /// Is it a quarter of a city that the text does not name, and so far nothing else near it in the paragraph? Or a village
    /// that is called a quarter?
    fn is_in_a_city_untold(&self, out: &[PlaceMention], i: usize) -> bool {
        const NEAR_KM: f64 = 25.0;
        let Some(quarter) = out[i].place.map(|p| self.place(p)) else { return true };
        let near = |(j, m): (usize, &PlaceMention)| {
            let parted = || self.is_parted_by_line(out, i.min(j), i.max(j));
            m.place.is_some_and(|p| {
                let place = self.place(p);
                let around = place.kind.is_area() && place.kind != PlaceKind::Country;
                let here = place.at.distance_km(quarter.at) < NEAR_KM
                    || around && out[i].place.is_some_and(|q| self.is_inside(q, p));
                Some(p) == quarter.parent || place.id != quarter.id && here && !parted()
            })
        };
        let village = matches!(quarter.kind, PlaceKind::Village | PlaceKind::Town);
        village || quarter.kind == PlaceKind::Quarter && !out.iter().enumerate().any(near)
    }

    /// «the Libyan quarter in X»: a quarter without a name, put into the city named behind it.
    pub(super) fn is_quarter_in_city(&self, draft: &Draft, mention: &mut PlaceMention) -> bool {
        let quarter = draft.cue.is_some_and(|c| c.kind == Some(PlaceKind::Quarter));
        let Some(city) = mention.within.filter(|&p| quarter && is_settlement(self.place(p))) else {
            return false;
        };
        mention.place = Some(city);
        mention.part = Some(Part { kind: PartKind::Quarters, degrees: None });
        mention.why.push(format!("a quarter of {}", self.place(city).name_en));
        true
    }

    /// The city or town that the text has named last before mention `i`, when that is a scene: the quarter lies there.
    pub(super) fn city_before(
        &self,
        (drafts, out): (&[Draft], &[PlaceMention]),
        i: usize,
    ) -> Option<PlaceIdx> {
        const FEW: usize = 3;
        let role = |j: &usize| matches!(out[*j].role, PlaceRole::Event | PlaceRole::Qualifier);
        let scene = |j: &usize| role(j) && !self.is_no_scene(&drafts[*j]);
        let site = |j: usize| out[j].place.filter(|&p| !self.place(p).kind.is_area());
        let back = || (0..i).rev().filter(scene).take(FEW);
        let told = |j: &usize| !self.is_passed(&drafts[*j], Some(PlaceKind::City));
        let city = back().filter(told).find_map(site).or_else(|| back().find_map(site))?;
        let place = self.place(city);
        if is_settlement(place) { Some(city) } else { place.parent.filter(|&p| is_settlement(self.place(p))) }
    }

    /// The last great settlement of the story's country that the text has named before mention `i`, when that is a known
    /// quarter of another city.
    fn last_city(&self, out: &[PlaceMention], i: usize) -> Option<PlaceIdx> {
        let country = self.place(out[i].place?).country.as_str();
        let scene = |j: &usize| matches!(out[*j].role, PlaceRole::Event | PlaceRole::Qualifier);
        let city = |p: &PlaceIdx| self.place(*p).kind == PlaceKind::City && self.place(*p).country == country;
        (0..i).rev().filter(scene).filter_map(|j| out[j].place).find(city)
    }

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

    pub(super) fn says_capital(&self, draft: &Draft) -> bool {
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

fn is_settlement(place: &Place) -> bool {
    matches!(place.kind, PlaceKind::City | PlaceKind::Town)
}
