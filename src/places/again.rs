//! «The city», «the port»: a place told again by its kind, and which of those named before it is.

use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::aside::is_named;
use super::passed::SaidKinds;
use super::resolve::{Resolver, family, is_village};
use super::scan::Draft;
use super::{Part, PlaceMention, PlaceRole};
use crate::knowledge::{PartKind, PlaceIdx, PlaceKind};
use crate::text::{ARTICLE, LONGEST_IN_NAMES, TokenKind};

/// The pronoun of a town on a noun, with what changes before it.
const ITS: [&str; 3] = ["\u{62A}\u{647}\u{627}", "\u{626}\u{647}\u{627}", "\u{647}\u{627}"];

impl Resolver<'_, '_> {
    /// Gives "the city" the city named last.
    pub(super) fn again(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        if drafts.iter().all(|d| !d.again) {
            return;
        }
        let scenes = self.scenes(drafts);
        let topic = self.topic_town(out);
        let said = self.said_kinds(drafts, out);
        // How many of the named places lie in each country.
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let told = out.iter().zip(&scenes).filter(|(_, scene)| **scene).filter_map(|(m, _)| m.place);
        for place in told.map(|p| self.place(p)).filter(|p| p.kind != PlaceKind::Country) {
            *counts.entry(place.country.as_str()).or_default() += 1;
        }
        for i in 0..out.len() {
            if !drafts[i].again {
                continue;
            }
            if self.is_office((drafts, out), i) {
                (out[i].place, out[i].kind) = (out[i + 1].place, out[i + 1].kind);
                continue;
            }
            if self.is_quarter_in_city(&drafts[i], &mut out[i]) {
                continue;
            }
            let kind = drafts[i].cue.and_then(|c| c.kind);
            // «the building of the governorate» stands in its city.
            let office = kind == Some(PlaceKind::Governorate) && self.is_landmark(&drafts[i]);
            let kind = if office { Some(PlaceKind::City) } else { kind };
            if kind.is_none() && !self.names_same_site((drafts, out), i) {
                out[i].role = PlaceRole::PartOfName;
                continue;
            }
            let most = counts.iter().max_by_key(|&(name, n)| (n, Reverse(name)));
            let country = most.map(|(name, _)| *name);
            if let Some(j) = self.town_of_speaker((drafts, out), i, (kind, country)) {
                (out[i].place, out[i].kind) = (out[j].place, out[j].kind);
                let reason = format!("as {} before", out[j].name);
                out[i].why.push(reason);
                continue;
            }
            if let Some(j) = self.unknown_before((drafts, out), i, kind) {
                (out[i].name, out[i].kind) = (out[j].name.clone(), out[j].kind);
                out[i].role = PlaceRole::Event;
                out[i].why.push(format!("as {} before", out[j].name));
                continue;
            }
            let before = |among| self.named_before((drafts, out), i, (kind, country), (among, &said));
            let Some((j, place)) = before(Some(&scenes[..])).or_else(|| before(None)) else { continue };
            let (j, place) = self.chained((drafts, out), (i, j), kind).unwrap_or((j, place));
            let place = if office { self.governorate_around(place).unwrap_or(place) } else { place };
            let topic = topic.filter(|&t| t != place && self.is_topic_meant(out, (i, j), kind, t));
            let place = topic.unwrap_or(place);
            if out[i].place.replace(place).is_none() {
                *counts.entry(self.place(place).country.as_str()).or_default() += 1;
            }
            out[i].kind = self.place(place).kind;
            let asked = kind.unwrap_or(PlaceKind::Base);
            if matches!(asked, PlaceKind::Base | PlaceKind::Quarter) && out[i].kind != asked {
                out[i].part = Some(Part { kind: PartKind::Landmark, degrees: None });
            }
            let name = if topic.is_some() { &self.place(place).name_ar } else { &out[j].name };
            let reason = format!("as {name} before");
            out[i].why.push(reason);
        }
    }
}

impl Resolver<'_, '_> {
    /// The mention before `i` that "the city" points back to: one of just that kind among the last few,
    /// else the nearest that may be called so, else through what lies in it.
    fn named_before(
        &self,
        (drafts, out): (&[Draft], &[PlaceMention]),
        i: usize,
        (kind, country): (Option<PlaceKind>, Option<&str>),
        (among, kinds): (Option<&[bool]>, &SaidKinds),
    ) -> Option<(usize, PlaceIdx)> {
        const FEW: usize = 5;
        const FEW_SITES: usize = 15;
        let named = asked_once(i, |j| self.may_be_meant((drafts, out), (i, j), (kind, country), among));
        let place = |j: usize| out[j].place;
        let back = || (0..i).rev().take(LONGEST_IN_NAMES).filter(&named);
        let own = |p: PlaceIdx| self.place(p).kind;
        // A prison or airport that bears the name of its city names the city.
        let bears = |j: usize| {
            let bearer = self.place(place(j)?);
            let is_area =
                matches!(bearer.kind, PlaceKind::Region | PlaceKind::Governorate | PlaceKind::Country);
            let city = bearer.parent.filter(|&c| !is_area && Some(own(c)) == kind)?;
            out[j].name.contains(self.place(city).name_ar.as_str()).then_some((j, city))
        };
        // What the text itself has called a city is one, whatever the gazetteer says.
        let bears_kind = |j: usize| place(j).zip(kind).is_some_and(|named| kinds.contains(&named));
        let called = |j: usize| kind.is_some() && (self.said_kind(&drafts[j]) == kind || bears_kind(j));
        let otherwise = |j: usize| self.said_kind(&drafts[j]).is_some() && !called(j);
        // «the prison» is no airport, though both are sites.
        // «the camp» is no quarter.
        let sorted = kind.is_none_or(|k| k == PlaceKind::Base) || self.is_camp_word(&drafts[i]);
        let site = sorted.then(|| self.site_word(&drafts[i])).flatten();
        let is_site = |p: PlaceIdx| site.is_none_or(|word| self.bears_word(p, word));
        let says = |j: usize| site.is_some_and(|word| self.says_word(&drafts[j], word));
        let is_kind = |j: usize, p: PlaceIdx| {
            says(j) || (called(j) || Some(own(p)) == kind && !otherwise(j)) && is_site(p)
        };
        let is_exact = |j: usize| Some((j, place(j).filter(|&p| is_kind(j, p))?));
        let few = if site.is_some() { FEW_SITES } else { FEW };
        let exact = back().take(few).find_map(|j| is_exact(j).or_else(|| bears(j)));
        // «storms the airport of X, and the envoy is in the capital»: a bare capital is where they sit and talk.
        let seat =
            exact.is_some_and(|(j, p)| kind == Some(PlaceKind::City) && self.is_seat_only(&drafts[j], p));
        let besides = || self.city_of_site(back().take(few), out, kind);
        // «stormed the city of X. Baghdad lies an hour away. In the city …»: a bare capital that nothing happens in.
        let called_city = || back().take(few).filter(|&j| called(j)).find_map(is_exact);
        let passed = seat
            && exact.is_some_and(|(j, _)| {
                !self.is_at_of(&drafts[j]) && !self.is_acted_on(drafts[j].tokens.start)
            });
        let exact = if passed { called_city().or(exact) } else { exact };
        let exact = if seat && !passed { besides().or(exact) } else { exact };
        // «attacked the city of X. He had fled from Y. The city …»: X.
        let told_so = |j: usize| called(j) || says(j);
        let bare = exact.is_some_and(|(j, _)| !told_so(j) && self.is_passed(&drafts[j], kind));
        let parted = |j: usize| self.is_parted_by_line(out, j, i);
        let here = exact.is_some_and(|(j, _)| !parted(j));
        let beside = || back().take(few).filter(|&j| told_so(j) && !(here && parted(j))).find_map(is_exact);
        let exact = if bare { beside().or(exact) } else { exact };
        // «took the city of X, from where the assault on the capital was led»: «the city» is X.
        let capital =
            exact.is_some_and(|(j, _)| kind == Some(PlaceKind::City) && self.says_capital(&drafts[j]));
        let exact = if capital { called_city().or(exact) } else { exact };
        // «in X, the army entered the city»: the town that the paragraph tells of, and no city told above it.
        let told_here = |&k: &usize| self.is_town_here((drafts, out), k, i);
        let here = || back().take(FEW).find(told_here).and_then(|k| Some((k, place(k)?)));
        let exact = match exact {
            Some(e) if !self.is_parted_by_line(out, e.0, i) => Some(e),
            other if kind == Some(PlaceKind::City) => here().or(other),
            other => other,
        };
        let seat =
            (kind == Some(PlaceKind::City)).then(|| self.seat_told((drafts, out), i, exact.map(|e| e.1)));
        let exact = seat.flatten().or(exact);
        let alike = |p: &PlaceIdx| kind.is_some_and(|k| family(own(*p)) == family(k)) && is_site(*p);
        // «the village of X …, and on the outskirts of the city»: another place.
        let village = |j: usize| kind == Some(PlaceKind::City) && is_village(&drafts[j]);
        let near = || back().take(FEW).find_map(|j| Some((j, place(j).filter(|p| alike(p) && !village(j))?)));
        // «the villages of X and Y in the countryside of Z …, and in the city»: Z.
        let of_land =
            || (0..i).rev().take(FEW).find_map(|j| Some((j, self.city_of_land(&drafts[j], place(j)?)?)));
        let misfit = |j: usize| otherwise(j) || place(j).is_some_and(|p| own(p) == PlaceKind::Village);
        let land = || of_land().filter(|_| kind == Some(PlaceKind::City));
        let near = || near().filter(|n| !misfit(n.0)).or_else(land).or_else(near);
        // «the quarters of X and Y …, and in the city»: the one that they lie in.
        let around = || back().take(FEW).find_map(|j| Some((j, self.city_of_quarter(place(j)?, kind)?)));
        let far = || back().find_map(is_exact);
        let through = || back().find_map(|j| Some((j, self.as_kind(place(j)?, kind)?)));
        let of_city = |word| back().take(FEW).find_map(|j| Some((j, self.site_of(place(j)?, word)?)));
        let in_city = || back().take(FEW).find_map(|j| Some((j, place(j).filter(|&p| family(own(p)) == 0)?)));
        if let Some(word) = site {
            // «in the port of X …, while in Y they took the bank and the port»: the one of Y.
            let other = exact.and_then(|(j, p)| self.town_since((drafts, out), (j, p), i));
            if let Some((k, town)) = other {
                return Some((k, self.site_of(town, word).unwrap_or(town)));
            }
            return exact.or_else(near).or_else(|| of_city(word)).or_else(in_city);
        }
        let quarter = || in_city().filter(|_| kind == Some(PlaceKind::Quarter));
        let there = || self.city_of_site(back(), out, kind).or_else(through);
        let before = || around().or_else(near).or_else(|| far().filter(|_| kind == Some(PlaceKind::City)));
        exact.or_else(before).or_else(there).or_else(quarter)
    }

    /// The town that the sentence of mention `i` has named since the site `p` of mention `j`, when that lies elsewhere.
    fn town_since(
        &self,
        (drafts, out): (&[Draft], &[PlaceMention]),
        (j, p): (usize, PlaceIdx),
        i: usize,
    ) -> Option<(usize, PlaceIdx)> {
        const FAR_KM: f64 = 40.0;
        const STOP: &str = ".";
        const HEAD: usize = 2;
        let ends = |t: usize| self.text.tokens[t].kind == TokenKind::Break || self.text.fold_at(t) == STOP;
        let here = |k: usize| {
            let start = out[k].tokens.start;
            let heads = start < HEAD || (start - HEAD..start).any(ends);
            heads && !(out[k].tokens.end..out[i].tokens.start).any(ends)
        };
        let town = |k: usize| {
            let town = out[k].place.filter(|&t| family(self.place(t).kind) == 0)?;
            let far = self.place(town).at.distance_km(self.place(p).at) > FAR_KM;
            let event = out[k].role == PlaceRole::Event && drafts[k].locative && out[k].offset.is_none();
            (far && event && here(k)).then_some((k, town))
        };
        (j + 1..i).rev().find_map(town)
    }

    /// «X, the last stronghold of the army near Y»: does Y only say what the place told before it in its sentence lies near?
    pub(super) fn is_near_by(&self, out: &[PlaceMention], j: usize) -> bool {
        const NEAR: [&str; 2] = ["\u{642}\u{631}\u{628}", "\u{628}\u{627}\u{644}\u{642}\u{631}\u{628}"];
        const STOP: &str = ".";
        let Some(before) = j.checked_sub(1).filter(|&k| is_named(&out[k])) else { return false };
        let at = out[j].tokens.start;
        let is_near =
            |back: usize| at.checked_sub(back).is_some_and(|t| NEAR.contains(&self.text.fold_at(t)));
        let near = is_near(1) || is_near(2) && self.is_locative(at - 1);
        let ends = |t: usize| self.text.tokens[t].kind == TokenKind::Break || self.text.fold_at(t) == STOP;
        near && !(out[before].tokens.end..at).any(ends)
    }

    /// The word in «the prison», «the airport», without its article.
    pub(super) fn site_word(&self, draft: &Draft) -> Option<&str> {
        let fold = self.text.fold_at(draft.name.end.checked_sub(1)?);
        let definite = fold.find(ARTICLE).map(|at| &fold[at + ARTICLE.len()..]);
        // «its airport».
        let its = || ITS.iter().find_map(|its| fold.strip_suffix(its));
        definite.or_else(its).filter(|w| !w.is_empty())
    }

    /// Does the name of the site tell that it is such a thing?
    pub(super) fn bears_word(&self, place: PlaceIdx, word: &str) -> bool {
        let place = self.place(place);
        let names = std::iter::once(&place.name_ar).chain(&place.aliases_ar);
        names.into_iter().any(|n| crate::text::fold::fold(n).contains(word))
    }

    /// The one site of this sort that the city has.
    fn site_of(&self, city: PlaceIdx, word: &str) -> Option<PlaceIdx> {
        let bases = self.knowledge.place_words.bases.get(&city)?;
        let mut found = bases.iter().copied().filter(|&p| self.bears_word(p, word));
        found.next().filter(|_| found.next().is_none())
    }

    /// The place that "the town", "the governorate" would mean after `place` was named.
    fn as_kind(&self, place: PlaceIdx, kind: Option<PlaceKind>) -> Option<PlaceIdx> {
        let own = self.place(place).kind;
        match kind {
            Some(PlaceKind::Governorate) if own != PlaceKind::Governorate => self.governorate_around(place),
            // A prison, a base or a quarter stands for its city.
            Some(kind) => [Some(place), self.place(place).parent]
                .into_iter()
                .flatten()
                .find(|&p| family(kind) == family(self.place(p).kind)),
            None => Some(place),
        }
    }
}

/// The test of the numbers below `n`, made once for each that it is asked of.
fn asked_once(n: usize, test: impl Fn(usize) -> bool) -> impl Fn(&usize) -> bool {
    let answers: Vec<Cell<Option<bool>>> = vec![Cell::default(); n];
    move |&i| {
        let answer = answers[i].get().unwrap_or_else(|| test(i));
        answers[i].set(Some(answer));
        answer
    }
}
