//! Names that the gazetteer has somewhere else only: sites and villages of another war or governorate.

use super::resolve::{Resolver, is_village};
use super::scan::{COUNTRYSIDE, Draft};
use super::{Part, PlaceMention, PlaceRole};
use crate::knowledge::{PartKind, Place, PlaceIdx, PlaceKind};
use crate::text::TokenKind;
use crate::text::fold::fold;

/// How many tokens may stand between a site and the town it lies in.
const GAP: usize = 3;

impl Resolver<'_, '_> {
    /// Takes places back that cannot be where the text puts them.
    pub(super) fn not_there(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        for i in 0..out.len() {
            let Some(place) = out[i].place else { continue };
            // «the aims of Ankara in Syria» are those of its government.
            if self.is_seat_only(&drafts[i], place) {
                continue;
            }
            let place = self.place(place);
            if place.kind == PlaceKind::Base && (self.is_of_another_war(place) || self.lies_abroad(out, i)) {
                self.forget_site(&mut out[i]);
            } else if out[i].within.is_some_and(|area| self.is_far_from(place, &drafts[i], area))
                || out.get(i + 1).is_some_and(|next| self.is_in_another_country(&out[i], next))
            {
                out[i].place = None;
                out[i].why.push("too far from the area that the text puts it into".to_owned());
            } else if place.kind == PlaceKind::Quarter && self.is_in_unknown_town(out, i) {
                out[i].place = None;
                out[i].why.push("in a town that the gazetteer does not have".to_owned());
            } else if self.is_far_from_list((drafts, out), i) {
                out[i].place = None;
                out[i].why.push("too far from those told in one list with it".to_owned());
            }
        }
    }

    /// «the villages A, B and C»: does C, a village with a word for villages before it, lie far from all the others?
    fn is_far_from_list(&self, (drafts, out): (&[Draft], &[PlaceMention]), i: usize) -> bool {
        const FAR_KM: f64 = 150.0;
        const CITY_KM: f64 = 40.0;
        let small =
            |p: &Place| matches!(p.kind, PlaceKind::Village | PlaceKind::Town) && p.population < 20_000;
        let quarter = |p: &Place| p.kind == PlaceKind::Quarter;
        let small =
            |p: &&Place| small(p) || quarter(p) || is_village(&drafts[i]) && p.kind == PlaceKind::City;
        let own = out[i].place.map(|p| self.place(p)).filter(|p| small(p) && out[i].within.is_none());
        let many = drafts[i].cue.is_some_and(|c| c.many && c.kind.is_some());
        // «the town of A and the quarter B», which several cities have.
        let any = |p: &Place| quarter(p) && drafts[i].listed && drafts[i].places.len() > 1;
        let Some(own) = own.filter(|p| many || any(p)) else { return false };
        let goes_on = |j: usize| drafts[j].listed && out[j].tokens.start <= out[j - 1].tokens.end + 1;
        let first = (1..=i).rev().find(|&j| !goes_on(j)).unwrap_or(0);
        let last = (i + 1..out.len()).find(|&j| !goes_on(j)).unwrap_or(out.len());
        let others = (first..last).filter(|&j| j != i).filter_map(|j| out[j].place).map(|p| self.place(p));
        let mut others = others.filter(|p| !p.kind.is_area()).peekable();
        let far = if quarter(own) { CITY_KM } else { FAR_KM };
        others.peek().is_some() && others.all(|p| p.at.distance_km(own.at) > far)
    }

    /// «the village of X», which a great city is called too, is not that city; without such a word it is.
    pub(super) fn part_from_great(&self, kind: Option<PlaceKind>, places: &mut Vec<PlaceIdx>) {
        const GREAT: u32 = 50_000;
        let great =
            |p: &PlaceIdx| self.place(*p).kind == PlaceKind::City && self.place(*p).population >= GREAT;
        let village = |p: &PlaceIdx| self.place(*p).kind == PlaceKind::Village;
        if places.len() < 2 || !places.iter().any(great) || !places.iter().any(village) {
            return;
        }
        if kind == Some(PlaceKind::Village) {
            places.retain(|p| !great(p));
        } else {
            places.retain(|p| !village(p));
        }
    }

    /// A site has the name of its sort only («the 17th division», «the military academy»): it is that of the town
    /// that it lies in, or no place.
    fn forget_site(&self, mention: &mut PlaceMention) {
        let town = mention.within.filter(|&p| !self.place(p).kind.is_area());
        match town {
            Some(_) => mention.part = Some(Part { kind: PartKind::Landmark, degrees: None }),
            None => mention.role = PlaceRole::PartOfName,
        }
        mention.place = town;
        mention.why.push("no site of that name in the war told".to_owned());
    }

    /// «the post in X on the road from Y to Z», where Y and Z lie in the country of the story and the only X that the
    /// gazetteer has lies in another one, of which the text names nothing else: not that X.
    pub(super) fn lone_villages(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        const REACH: usize = 4;
        const NEAR_KM: f64 = 60.0;
        let Some(home) = self.story.country else { return };
        let point = |j: usize| {
            let place = out[j].place.filter(|_| !self.is_speaker(&drafts[j])).map(|p| self.place(p));
            place.filter(|p| p.kind != PlaceKind::Country)
        };
        let is_lone = |i: usize| {
            let Some(own) = point(i).filter(|p| p.kind == PlaceKind::Village && p.country != home) else {
                return false;
            };
            let alone = (0..out.len()).filter_map(point).all(|p| p.id == own.id || p.country != own.country);
            let near = i.saturating_sub(REACH)..(i + REACH + 1).min(out.len());
            let mut around = near.filter(|&j| j != i).filter_map(point).filter(|p| p.id != own.id).peekable();
            own.population == 0
                && alone
                && around.peek().is_some()
                && around.all(|p| p.country == home && p.at.distance_km(own.at) > NEAR_KM)
        };
        let lone: Vec<usize> = (0..out.len()).filter(|&i| is_lone(i)).collect();
        for i in lone {
            out[i].place = None;
            out[i].why.push("the one of that name lies in another country".to_owned());
        }
    }

    /// Does the conflict's own site stand in the news of another war that names nothing of the conflict?
    fn is_of_another_war(&self, place: &Place) -> bool {
        let own = self.knowledge.conflict.country.map(|c| self.place(c).country.as_str());
        let abroad = self.story.country.is_some_and(|c| Some(c) != own);
        abroad && !self.story.names_own && Some(place.country.as_str()) == own
    }

    /// «the republican palace east of the city of Taiz»: does the place right behind the site lie in another country?
    fn lies_abroad(&self, out: &[PlaceMention], i: usize) -> bool {
        let country = |j: usize| out[j].place.map(|p| self.place(p)).filter(|p| p.kind != PlaceKind::Country);
        // «the palace and the airport in the city of Y»: what has no place of its own lies there too.
        let beside = |n: &&PlaceMention| n.place.is_some() || n.tokens.len() > 1;
        let Some(j) = out[i + 1..].iter().take(2).position(|n| beside(&n)) else { return false };
        let j = i + 1 + j;
        let next = &out[j];
        let gap = out[j - 1].tokens.end..next.tokens.start;
        let near = gap.len() <= GAP && gap.clone().all(|t| self.is_quiet(t));
        let tied = gap.clone().any(|t| self.is_locative(t)) || next.part.is_some();
        let abroad = country(j).zip(country(i)).is_some_and(|(a, b)| a.country != b.country);
        near && tied && abroad
    }

    /// «the quarter A in the town of X», which the gazetteer does not have: none of that name elsewhere, unless the text
    /// names its city too.
    fn is_in_unknown_town(&self, out: &[PlaceMention], i: usize) -> bool {
        let Some(town) = out.get(i + 1) else { return false };
        let settled = matches!(town.kind, PlaceKind::City | PlaceKind::Town) && town.part.is_none();
        let gap = out[i].tokens.end..town.tokens.start;
        let tied = gap.is_empty() || gap.len() == 1 && self.is_at(gap.start);
        let city = out[i].place.and_then(|p| self.place(p).parent);
        let told = || out.iter().any(|m| m.place.is_some() && m.place == city);
        settled && town.place.is_none() && town.role == PlaceRole::Qualifier && tied && !told()
    }

    /// «X in Y»: does the text put the place into another country?
    fn is_in_another_country(&self, site: &PlaceMention, next: &PlaceMention) -> bool {
        let at = next.tokens.start;
        let inside = site.tokens.end + 1 == at && self.is_at(site.tokens.end);
        let country = next.place.map(|p| self.place(p)).filter(|p| p.kind == PlaceKind::Country);
        let own = site.place.map(|p| self.place(p)).filter(|p| p.kind != PlaceKind::Country);
        inside && country.zip(own).is_some_and(|(country, own)| country.country != own.country)
    }

    /// «the street of Baghdad»: a street that bears the name of a town lies anywhere.
    pub(super) fn is_street(&self, draft: &Draft) -> bool {
        let word = self.knowledge.place_words.words.longest_at(self.text, draft.tokens.start);
        let street = word.is_some_and(|w| w.value.part.is_some() && w.value.frame.is_some());
        let other = |p: &PlaceIdx| !matches!(self.place(*p).kind, PlaceKind::Quarter | PlaceKind::Base);
        street && draft.name.start > draft.tokens.start && draft.places.iter().all(other)
    }

    /// Is it no quarter, but an area, or a city of a country that the text is not about?
    pub(super) fn is_larger_elsewhere(&self, place: &Place) -> bool {
        let own = self.knowledge.conflict.country.map(|c| self.place(c).country.as_str());
        let abroad = self.story.country.or(own) != Some(place.country.as_str());
        place.kind.is_area() || place.kind == PlaceKind::City && abroad
    }

    /// Is the small place far from all that lies in the area?
    fn is_far_from(&self, place: &Place, draft: &Draft, area: PlaceIdx) -> bool {
        const FAR_KM: f64 = 80.0;
        let area = self.place(area);
        let small = matches!(place.kind, PlaceKind::Village | PlaceKind::Town) && place.population < 20_000;
        // «the village of X», which a great city is called too.
        let small = small || is_village(draft) && place.kind == PlaceKind::City;
        let named = area.kind == PlaceKind::Governorate || fold(&area.name_ar).starts_with(COUNTRYSIDE);
        let named = named || place.kind == PlaceKind::City && area.kind == PlaceKind::Region;
        let known = named && !area.members.is_empty() && area.country == place.country;
        let far = |&m: &PlaceIdx| self.place(m).at.distance_km(place.at) > FAR_KM;
        // A wide governorate: what lies in it is not far, however far from its towns.
        let inside = |&m: &PlaceIdx| !place.admin1.is_empty() && self.place(m).admin1 == place.admin1;
        small && known && area.members.iter().all(far) && !area.members.iter().any(inside)
    }

    /// «the capital»: that of the country whose war is told.
    pub(super) fn capital_of_story(&self, draft: &Draft) -> Option<PlaceIdx> {
        let words = &self.knowledge.place_words;
        let conflict = &self.knowledge.conflict;
        let country = self.story.country.filter(|_| draft.places.first().copied() == conflict.capital)?;
        let mut tokens = draft.tokens.clone();
        let said = tokens.any(|i| words.words.longest_at(self.text, i).is_some_and(|m| m.value.capital));
        let named = draft.tokens.clone().any(|i| words.names.longest_at(self.text, i).is_some());
        // «Aden, the interim capital»: a name for the place before.
        let comma = |i: usize| matches!(self.text.fold_at(i), "\u{60C}" | ",");
        let apposed = draft.tokens.start.checked_sub(1).is_some_and(comma) && draft.affixes.is_empty();
        if !said || named || apposed {
            return None;
        }
        words.capitals.iter().copied().find(|&p| self.place(p).country == country)
    }

    /// Is «the camp» told, and not «the quarter»?
    pub(super) fn is_camp_word(&self, draft: &Draft) -> bool {
        const QUARTER: char = '\u{62D}';
        let quarter = draft.cue.is_some_and(|c| c.kind == Some(PlaceKind::Quarter));
        quarter && self.site_word(draft).is_some_and(|w| !w.starts_with(QUARTER))
    }

    /// Is the word for a quarter no word for a camp? A camp may bear the name of its city.
    pub(super) fn is_quarter_word(&self, draft: &Draft) -> bool {
        const PROCLITICS: [char; 4] = ['\u{648}', '\u{628}', '\u{641}', '\u{644}'];
        const QUARTER: char = '\u{62D}';
        const QUARTERS: &str = "\u{627}\u{62D}\u{64A}\u{627}";
        let word = self.text.fold_at(draft.tokens.start);
        let word = word.trim_start_matches(PROCLITICS);
        draft.name.start == draft.tokens.start || word.starts_with(QUARTER) || word.starts_with(QUARTERS)
    }
}

impl Resolver<'_, '_> {
    /// «in the port of X and at the republican palace»: the namesake that lies in the town named right before or right
    /// behind it in the sentence.
    pub(super) fn beside_town(
        &self,
        candidates: &[PlaceIdx],
        i: usize,
        out: &[PlaceMention],
    ) -> Option<PlaceIdx> {
        const NEAR_KM: f64 = 25.0;
        const STOP: &str = ".";
        let together = |a: usize, b: usize| {
            let ends =
                |t: usize| self.text.tokens[t].kind == TokenKind::Break || self.text.fold_at(t) == STOP;
            !(out[a].tokens.end..out[b].tokens.start).any(ends)
        };
        let lies_by = |j: usize| {
            let town = self.place(out[j].place?);
            let mut near = candidates.iter().filter(|&&p| self.place(p).at.distance_km(town.at) < NEAR_KM);
            near.next().copied().filter(|_| !town.kind.is_area() && near.next().is_none())
        };
        let before = i.checked_sub(1).filter(|&j| together(j, i)).and_then(lies_by);
        let behind = || Some(i + 1).filter(|&j| j < out.len() && together(i, j)).and_then(lies_by);
        before.or_else(behind)
    }
}
