//! Which of the places named before «the city», «the port» is asked for.

use super::PlaceMention;
use super::passed::SaidKinds;
use super::resolve::{Resolver, family, is_village};
use super::scan::Draft;
use crate::knowledge::{PlaceIdx, PlaceKind};
use crate::text::LONGEST_IN_NAMES;

/// So far back, in mentions, a place of just the kind asked for may stand.
const FEW: usize = 5;

/// So far back a site may stand that is told by its own word.
const FEW_SITES: usize = 15;

/// A mention and the place it means.
type Found = (usize, PlaceIdx);

/// «The city», and what stands before it.
pub(super) struct Asked<'a> {
    pub(super) resolver: &'a Resolver<'a, 'a>,
    pub(super) drafts: &'a [Draft],
    pub(super) out: &'a [PlaceMention],
    /// The mention that asks.
    pub(super) i: usize,
    /// What it calls the place.
    pub(super) kind: Option<PlaceKind>,
    /// What the text itself has called its places.
    pub(super) kinds: &'a SaidKinds,
    /// The word of a site, «prison», where it asks for one.
    pub(super) site: Option<&'a str>,
    /// May a mention before it be meant at all?
    pub(super) named: &'a dyn Fn(&usize) -> bool,
}

impl Asked<'_> {
    /// The mention that is meant, and its place.
    pub(super) fn answer(&self) -> Option<Found> {
        let exact = self.exact();
        let in_city = || self.back().take(FEW).find_map(|j| self.found(j, |p| family(self.own(p)) == 0));
        if let Some(word) = self.site {
            // «in the port of X …, while in Y they took the bank and the port»: the one of Y.
            let other = exact.and_then(|e| self.resolver.town_since((self.drafts, self.out), e, self.i));
            if let Some((k, town)) = other {
                return Some((k, self.resolver.site_of(town, word).unwrap_or(town)));
            }
            let of_city = |j| Some((j, self.resolver.site_of(self.place(j)?, word)?));
            let of_city = || self.back().take(FEW).find_map(of_city);
            return exact.or_else(|| self.near()).or_else(of_city).or_else(in_city);
        }
        // «the quarters of X and Y …, and in the city»: the one that they lie in.
        let around = |j| Some((j, self.resolver.city_of_quarter(self.place(j)?, self.kind)?));
        let around = || self.back().take(FEW).find_map(around);
        let far = || self.back().find_map(|j| self.is_exact(j)).filter(|_| self.is_city());
        let through =
            || self.back().find_map(|j| Some((j, self.resolver.as_kind(self.place(j)?, self.kind)?)));
        let there = || self.resolver.city_of_site(self.back(), self.out, self.kind).or_else(through);
        let quarter = || in_city().filter(|_| self.kind == Some(PlaceKind::Quarter));
        exact.or_else(around).or_else(|| self.near()).or_else(far).or_else(there).or_else(quarter)
    }

    /// One of just the kind asked for, or that the text has called so, among the last few.
    fn exact(&self) -> Option<Found> {
        let (resolver, drafts, out) = (self.resolver, self.drafts, self.out);
        let few = if self.site.is_some() { FEW_SITES } else { FEW };
        let exact = self.back().take(few).find_map(|j| self.is_exact(j).or_else(|| self.bears(j)));
        // «stormed the city of X. Baghdad lies an hour away. In the city …»: a bare capital that nothing happens in.
        let called = || self.back().take(few).filter(|&j| self.called(j)).find_map(|j| self.is_exact(j));
        // «storms the airport of X, and the envoy is in the capital»: a bare capital is where they sit and talk.
        let seat = exact.filter(|&(j, p)| self.is_city() && resolver.is_seat_only(&drafts[j], p));
        let passed =
            |(j, _): Found| !resolver.is_at_of(&drafts[j]) && !resolver.is_acted_on(drafts[j].tokens.start);
        let exact = match seat {
            Some(seat) if passed(seat) => called().or(exact),
            Some(_) => resolver.city_of_site(self.back().take(few), out, self.kind).or(exact),
            None => exact,
        };
        // «attacked the city of X. He had fled from Y. The city …»: X.
        let told_so = |j: usize| self.called(j) || self.says(j);
        let parted = |j: usize| resolver.is_parted_by_line(out, j, self.i);
        let here = exact.is_some_and(|(j, _)| !parted(j));
        let beside = |&j: &usize| told_so(j) && !(here && parted(j));
        // «sent troops to X and set up a line north of the city»: X.
        let reached = |j: usize| j + 1 == self.i && resolver.is_reached(out, j, self.i);
        let passed_by = |j: usize| resolver.is_passed(&drafts[j], self.kind) && !reached(j);
        let bare = exact.is_some_and(|(j, _)| !told_so(j) && passed_by(j));
        let beside = bare.then(|| self.back().take(few).filter(beside).find_map(|j| self.is_exact(j)));
        let exact = beside.flatten().or(exact);
        // «took the city of X, from where the assault on the capital was led»: «the city» is X.
        let capital = exact.is_some_and(|(j, _)| self.is_city() && resolver.says_capital(&drafts[j]));
        let exact = if capital { called().or(exact) } else { exact };
        if !self.is_city() {
            return exact;
        }
        // «in X, the army entered the city»: the town that the paragraph tells of, and no city told above it.
        let told_here = |&k: &usize| resolver.is_town_here((drafts, out), k, self.i);
        let here = || self.back().take(FEW).find(told_here).and_then(|k| Some((k, self.place(k)?)));
        let exact = exact.filter(|e| !parted(e.0)).or_else(here).or(exact);
        resolver.seat_told((drafts, out), self.i, exact.map(|e| e.1)).or(exact)
    }

    /// The nearest that may be called so, and no village where «the city» is asked for.
    fn near(&self) -> Option<Found> {
        let alike =
            |p: PlaceIdx| self.kind.is_some_and(|k| family(self.own(p)) == family(k)) && self.is_of_sort(p);
        // «the village of X …, and on the outskirts of the city»: another place.
        let village = |j: usize| self.is_city() && is_village(&self.drafts[j]);
        let near = self.back().take(FEW).find_map(|j| self.found(j, |p| alike(p) && !village(j)));
        let misfit = |&(j, p): &Found| self.otherwise(j) || self.own(p) == PlaceKind::Village;
        // «the villages of X and Y in the countryside of Z …, and in the city»: Z.
        let of_land = |j| Some((j, self.resolver.city_of_land(&self.drafts[j], self.place(j)?)?));
        let land = || (0..self.i).rev().take(FEW).find_map(of_land).filter(|_| self.is_city());
        near.filter(|n| !misfit(n)).or_else(land).or(near)
    }

    /// The mentions that may be meant, the nearest first.
    fn back(&self) -> impl Iterator<Item = usize> {
        (0..self.i).rev().take(LONGEST_IN_NAMES).filter(self.named)
    }

    fn place(&self, j: usize) -> Option<PlaceIdx> {
        self.out[j].place
    }

    fn own(&self, place: PlaceIdx) -> PlaceKind {
        self.resolver.place(place).kind
    }

    fn is_city(&self) -> bool {
        self.kind == Some(PlaceKind::City)
    }

    fn found(&self, j: usize, test: impl Fn(PlaceIdx) -> bool) -> Option<Found> {
        Some((j, self.place(j).filter(|&p| test(p))?))
    }

    /// A prison or airport that bears the name of its city names the city.
    fn bears(&self, j: usize) -> Option<Found> {
        let bearer = self.resolver.place(self.place(j)?);
        let is_area = matches!(bearer.kind, PlaceKind::Region | PlaceKind::Governorate | PlaceKind::Country);
        let city = bearer.parent.filter(|&c| !is_area && Some(self.own(c)) == self.kind)?;
        self.out[j].name.contains(self.resolver.place(city).name_ar.as_str()).then_some((j, city))
    }

    /// What the text itself has called a city is one, whatever the gazetteer says.
    fn called(&self, j: usize) -> bool {
        let bears_kind = || self.place(j).zip(self.kind).is_some_and(|named| self.kinds.contains(&named));
        self.kind.is_some() && (self.resolver.said_kind(&self.drafts[j]) == self.kind || bears_kind())
    }

    fn otherwise(&self, j: usize) -> bool {
        self.resolver.said_kind(&self.drafts[j]).is_some() && !self.called(j)
    }

    fn says(&self, j: usize) -> bool {
        self.site.is_some_and(|word| self.resolver.says_word(&self.drafts[j], word))
    }

    /// Does the name of the place tell that it is a site such as is asked for?
    fn is_of_sort(&self, place: PlaceIdx) -> bool {
        self.site.is_none_or(|word| self.resolver.bears_word(place, word))
    }

    fn is_exact(&self, j: usize) -> Option<Found> {
        let is_kind = |p: PlaceIdx| {
            let of_kind = self.called(j) || Some(self.own(p)) == self.kind && !self.otherwise(j);
            self.says(j) || of_kind && self.is_of_sort(p)
        };
        self.found(j, is_kind)
    }
}
