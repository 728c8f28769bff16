//! Third pass: which of the namesakes, what qualifies what, and which city "the city" is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::scan::Draft;
use super::{Part, PlaceMention, PlaceRole, Story};
use crate::knowledge::{Frame, Knowledge, PartKind, Place, PlaceIdx, PlaceKind};
use crate::text::{Affixes, Text};

/// Turns firm drafts into mentions.
pub(super) fn mentions<'t>(
    story: Story<'t>,
    text: &'t Text<'_>,
    knowledge: &'t Knowledge,
    drafts: &[Draft],
) -> Vec<PlaceMention> {
    let resolver = Resolver { text, knowledge, story };
    let mut out: Vec<PlaceMention> = drafts.iter().map(|d| resolver.mention(d)).collect();
    resolver.sounded(drafts, &mut out);
    resolver.seats(drafts, &mut out);
    resolver.qualifiers(drafts, &mut out);
    resolver.described(drafts, &mut out);
    resolver.namesakes(drafts, &mut out);
    Resolver::within_chosen(&mut out);
    resolver.strays(drafts, &mut out);
    resolver.lone_villages(drafts, &mut out);
    resolver.namesakes_abroad(drafts, &mut out);
    resolver.hearsay(&mut out);
    resolver.not_there(drafts, &mut out);
    resolver.in_city(drafts, &mut out);
    resolver.named_for_towns(drafts, &mut out);
    resolver.again(drafts, &mut out);
    resolver.in_city_again(drafts, &mut out);
    resolver.sites_of_cities(drafts, &mut out);
    for j in 0..out.len() {
        if out[j].part.is_none() && resolver.ends_road((drafts, &out), j) {
            out[j].part = Some(Part { kind: PartKind::Road, degrees: None });
        }
    }
    out
}

/// How many mentions to either side may tell namesakes apart.
const NEAR: usize = 6;

pub(super) struct Resolver<'t, 'a> {
    pub(super) text: &'t Text<'a>,
    pub(super) knowledge: &'t Knowledge,
    pub(super) story: Story<'t>,
}

impl Resolver<'_, '_> {
    fn mention(&self, draft: &Draft) -> PlaceMention {
        let mut why = Vec::new();
        let places = match self.capital_of_story(draft) {
            Some(capital) => vec![capital],
            None => self.of_kind(draft, &mut why),
        };
        let place = (places.len() == 1).then(|| places[0]);
        let own = places.first().map(|&p| self.place(p).kind);
        let cued = draft.cue.and_then(|c| c.kind).filter(|_| !own.is_some_and(PlaceKind::is_area));
        let kind = cued.or(own).unwrap_or(PlaceKind::Town);
        if draft.mended {
            why.push("one letter mended".to_owned());
        }
        if draft.places.is_empty() && !draft.again {
            why.push("outside the gazetteer, named by its cue word".to_owned());
        }
        PlaceMention {
            tokens: draft.tokens.clone(),
            span: self.text.span_of(draft.tokens.start, draft.tokens.end),
            name_span: self.text.span_of(draft.name.start, draft.name.end),
            place,
            name: self.name_of(draft),
            kind,
            part: draft.part,
            role: match draft.frame {
                _ if draft.again => PlaceRole::Again,
                Some(Frame::TimeZone) => PlaceRole::TimeZone,
                Some(Frame::PartOfName) if draft.cue.is_none() => PlaceRole::PartOfName,
                _ if self.is_street(draft) || self.is_in_quoted_name(draft) => PlaceRole::PartOfName,
                _ if self.is_party(draft) => PlaceRole::Party,
                _ => PlaceRole::Event,
            },
            offset: draft.offset,
            within: None,
            cued: draft.cue.is_some() || draft.part.is_some(),
            why,
        }
    }

    /// A foreign country that no preposition makes a place.
    fn is_party(&self, draft: &Draft) -> bool {
        let conflict = &self.knowledge.conflict;
        let country = |p: &PlaceIdx| self.place(*p).kind == PlaceKind::Country;
        let abroad = |p: &PlaceIdx| country(p) && Some(*p) != conflict.country || self.is_speaking(draft, *p);
        let placed = draft.locative || draft.cue.is_some() || draft.part.is_some();
        !placed && !draft.affixes.has(Affixes::LI) && draft.places.iter().any(abroad)
    }

    pub(super) fn place(&self, idx: PlaceIdx) -> &Place {
        self.knowledge.conflict.place(idx)
    }

    /// The namesakes that the cue word allows; all of them when it allows none.
    fn of_kind(&self, draft: &Draft, why: &mut Vec<String>) -> Vec<PlaceIdx> {
        let kind = draft.cue.and_then(|c| c.kind);
        let mut places: Vec<PlaceIdx> = draft.places.to_vec();
        if let Some(country) = &draft.country
            && places.iter().any(|p| self.place(*p).country == *country)
        {
            places.retain(|p| self.place(*p).country == *country);
        }
        let at_home = |p: &PlaceIdx| self.story.country == Some(self.place(*p).country.as_str());
        if places.len() > 1 && places.iter().any(at_home) {
            places.retain(at_home);
        }
        self.part_from_great(kind, &mut places);
        if kind == Some(PlaceKind::Quarter) && self.is_quarter_word(draft) {
            places.retain(|p| !self.is_larger_elsewhere(self.place(*p)));
        }
        if kind == Some(PlaceKind::Governorate)
            && let Some(area) = self.governorate(&places)
        {
            why.push("cue: governorate".to_owned());
            return vec![area];
        }
        if let Some(kind) = kind {
            let fits = |p: &PlaceIdx| family(self.place(*p).kind) == family(kind);
            if places.len() > 1 && places.iter().any(fits) {
                places.retain(fits);
                why.push(format!("cue: {}", kind.as_str()));
            }
        }
        if kind.is_none() && draft.part.is_none_or(|p| p.kind == PartKind::Side) && places.len() > 1 {
            let site = |p: &PlaceIdx| !self.place(*p).kind.is_area();
            if places.iter().any(site) && places.iter().any(|p| !site(p)) {
                places.retain(site);
                why.push("a bare name is the town".to_owned());
            }
        }
        places
    }

    /// The governorate that bears the name of one of these places.
    fn governorate(&self, places: &[PlaceIdx]) -> Option<PlaceIdx> {
        let conflict = &self.knowledge.conflict;
        let own = places.iter().find(|p| self.place(**p).kind == PlaceKind::Governorate);
        own.copied()
            .or_else(|| {
                let names = &self.knowledge.place_words.governorates;
                places.iter().find_map(|p| {
                    let at = names.iter().find(|(town, _)| town == p)?;
                    Some(at.1)
                })
            })
            .filter(|p| (p.0 as usize) < conflict.places.len())
    }

    /// The governorate that the place lies in: it bears the name of the place or of its city, or both are told as lying
    /// in the same one.
    pub(super) fn governorate_around(&self, place: PlaceIdx) -> Option<PlaceIdx> {
        let site = self.place(place);
        let city = || self.city_in_name(site).or(site.parent);
        let around = || {
            let places = &self.knowledge.conflict.places;
            let same = |p: &Place| p.kind == PlaceKind::Governorate && p.admin1 == site.admin1;
            let at = places.iter().position(|p| !site.admin1.is_empty() && same(p))?;
            Some(PlaceIdx(at as u32))
        };
        self.governorate(&[place]).or_else(|| self.governorate(&[city()?])).or_else(around)
    }

    /// Chooses among namesakes: by the area named after, by the places around, by size.
    fn namesakes(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        let open = |i: usize, out: &[PlaceMention]| out[i].place.is_none() && !drafts[i].places.is_empty();
        let Some(first) = (0..out.len()).find(|&i| open(i, out)) else { return };
        let country = self.main_country(out).or(self.story.country);
        for i in first..out.len() {
            if !open(i, out) {
                continue;
            }
            let mut why = Vec::new();
            let mut candidates = self.of_kind(&drafts[i], &mut why);
            if candidates.is_empty() {
                continue;
            }
            let at_home = |p: &PlaceIdx| country.is_some_and(|c| self.place(*p).country == c);
            if candidates.iter().any(at_home) {
                candidates.retain(at_home);
            }
            let (chosen, reason) = self.choose(&candidates, i, (drafts, out));
            out[i].place = Some(chosen);
            if drafts[i].cue.and_then(|c| c.kind).is_none() {
                out[i].kind = self.place(chosen).kind;
            }
            out[i].why.push(reason);
        }
    }

    /// Takes a small place back that lies in a country of which the text names nothing else, far from all that it
    /// names: a namesake that the gazetteer does not have.
    fn strays(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        const FAR_KM: f64 = 250.0;
        // «the quarter X in Aleppo»: none of that name in another country.
        for mention in out.iter_mut() {
            let Some((place, area)) = mention.place.zip(mention.within) else { continue };
            let kind = self.place(place).kind;
            // «the village of X in the south of Lebanon», in the war of Lebanon.
            let home = self.story.country == Some(self.place(area).country.as_str());
            let small = home && matches!(kind, PlaceKind::Village | PlaceKind::Town);
            let small = small || kind == PlaceKind::Quarter;
            if small && self.place(place).country != self.place(area).country {
                mention.place = None;
                mention.why.push(format!("not in {}", self.place(area).name_en));
            }
        }
        // Only seldom asked for, and before the first place is taken back.
        let mut all_named = None;
        for i in 0..out.len() {
            let (mention, draft) = (&out[i], &drafts[i]);
            let Some(place) = mention.place.map(|p| self.place(p)) else { continue };
            let small = matches!(place.kind, PlaceKind::Village | PlaceKind::Town | PlaceKind::Quarter);
            let small = small || self.story.country.is_some() && is_village(draft);
            // «the republican palace», «the cement factory»: every country has one.
            let small = small || place.kind == PlaceKind::Base && place.needs_cue;
            if self.story.country == Some(place.country.as_str()) {
                continue;
            }
            let cued = place.needs_cue || draft.cue.is_some_and(|c| c.kind.is_some());
            let cued = cued || place.kind == PlaceKind::Quarter;
            if !small || !cued {
                continue;
            }
            let named =
                all_named.get_or_insert_with(|| by_country(self, out, |i| self.is_speaker(&drafts[i])));
            let alone = named.get(place.country.as_str()).is_some_and(|n| n.len() == 1);
            let far = |p: &PlaceIdx| {
                let other = self.place(*p);
                other.country == place.country || other.at.distance_km(place.at) > FAR_KM
            };
            if alone && named.len() > 1 && named.values().flatten().all(far) {
                out[i].place = None;
                out[i].why.push(format!("no other place of {} is named", place.country));
            }
        }
    }

    /// The country of most of the places that bear their names alone, when they are some.
    fn main_country(&self, out: &[PlaceMention]) -> Option<&str> {
        const LEAST: usize = 2;
        let most = by_country(self, out, |_| false)
            .into_iter()
            .max_by_key(|(name, places)| (places.len(), Reverse(*name)));
        most.filter(|m| m.1.len() >= LEAST).map(|m| m.0)
    }

    fn choose(
        &self,
        candidates: &[PlaceIdx],
        i: usize,
        (drafts, out): (&[Draft], &[PlaceMention]),
    ) -> (PlaceIdx, String) {
        if let Some(area) = out[i].within {
            let inside: Vec<_> = candidates.iter().filter(|p| self.is_inside(**p, area)).collect();
            if let [only] = inside[..] {
                return (*only, format!("in {}", self.place(area).name_en));
            }
        }
        if candidates.len() > 1
            && let Some(beside) = self.beside_town(candidates, i, out)
        {
            return (beside, "in the town named beside it".to_owned());
        }
        if let Some(told) = self.in_area_told(candidates, i, (drafts, out)) {
            return told;
        }
        let around = i.saturating_sub(NEAR)..(i + NEAR + 1).min(out.len());
        let known: Vec<&Place> = around
            .filter(|&j| j != i && !self.is_speaker(&drafts[j]))
            .filter_map(|j| out[j].place)
            .map(|p| self.place(p))
            .filter(|p| p.precision < 3)
            .collect();
        let distance = |p: PlaceIdx| -> f64 {
            let mut all: Vec<f64> = known.iter().map(|k| k.at.distance_km(self.place(p).at)).collect();
            all.sort_by(f64::total_cmp);
            all.iter().take(3).sum()
        };
        let own = self.knowledge.conflict.country.map(|c| self.place(c).country.as_str());
        let home = self.story.country.or(own);
        let size = |p: &PlaceIdx| {
            let place = self.place(*p);
            // A bare name is no quarter where it may be a town.
            let at_home = Some(place.country.as_str()) == home && place.kind != PlaceKind::Quarter;
            (at_home, place.population, Reverse(*p))
        };
        if known.is_empty()
            && let Some(near) = self.near_party(candidates)
        {
            return (near, "nearest to the state that takes part".to_owned());
        }
        if known.is_empty() {
            let largest = candidates.iter().max_by_key(|p| size(p)).copied().unwrap_or(candidates[0]);
            return (largest, "the largest of that name".to_owned());
        }
        let nearest = candidates
            .iter()
            .copied()
            .min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
            .unwrap_or(candidates[0]);
        (nearest, "nearest to the places named around it".to_owned())
    }

    /// The candidate nearest to the state that takes part, when the text tells no country and they lie in several.
    fn near_party(&self, candidates: &[PlaceIdx]) -> Option<PlaceIdx> {
        const NEAR_KM: f64 = 600.0;
        let party = self.place(self.story.party.filter(|_| self.story.country.is_none())?).at;
        let (first, others) = candidates.split_first()?;
        let country = |p: &PlaceIdx| self.place(*p).country.as_str();
        let several = others.iter().any(|p| country(p) != country(first));
        let distance = |p: &PlaceIdx| self.place(*p).at.distance_km(party);
        let near = candidates.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        (several && distance(near) < NEAR_KM).then_some(*near)
    }

    pub(super) fn is_inside(&self, place: PlaceIdx, area: PlaceIdx) -> bool {
        let area = self.place(area);
        area.members.contains(&place)
            || (area.kind == PlaceKind::Country && area.country == self.place(place).country)
            || (!area.admin1.is_empty() && area.admin1 == self.place(place).admin1)
    }
}

/// Does the text call it a village?
pub(super) fn is_village(draft: &Draft) -> bool {
    draft.cue.is_some_and(|c| c.kind == Some(PlaceKind::Village))
}

/// Kinds that a writer may take for each other.
pub(super) fn family(kind: PlaceKind) -> u8 {
    match kind {
        PlaceKind::City | PlaceKind::Town | PlaceKind::Village => 0,
        PlaceKind::Quarter => 1,
        PlaceKind::Base => 2,
        PlaceKind::Crossing => 3,
        PlaceKind::Governorate => 4,
        PlaceKind::Region => 5,
        PlaceKind::Country => 6,
    }
}

/// The places that a text names, by the code of their country, the countries themselves and those to `skip` left out.
pub(super) fn by_country<'k>(
    resolver: &'k Resolver<'_, '_>,
    out: &[PlaceMention],
    skip: impl Fn(usize) -> bool,
) -> BTreeMap<&'k str, BTreeSet<PlaceIdx>> {
    let mut named: BTreeMap<&str, BTreeSet<PlaceIdx>> = BTreeMap::new();
    let kept = out.iter().enumerate().filter(|(i, _)| !skip(*i));
    for place in kept.filter_map(|(_, m)| m.place) {
        if resolver.place(place).kind != PlaceKind::Country {
            named.entry(resolver.place(place).country.as_str()).or_default().insert(place);
        }
    }
    named
}
