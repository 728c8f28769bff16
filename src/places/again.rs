//! «The city», «the port»: a place told again by its kind, and which of those named before it is.

use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::aside::is_named;
use super::asked::Asked;
use super::passed::SaidKinds;
use super::resolve::{Resolver, family};
use super::scan::Draft;
use super::{Part, PlaceMention, PlaceRole};
use crate::knowledge::{PartKind, PlaceIdx, PlaceKind};
use crate::text::{ARTICLE, TokenKind};

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
        let named = asked_once(i, |j| self.may_be_meant((drafts, out), (i, j), (kind, country), among));
        // «the prison» is no airport, though both are sites; «the camp» is no quarter.
        let sorted = kind.is_none_or(|k| k == PlaceKind::Base) || self.is_camp_word(&drafts[i]);
        let site = sorted.then(|| self.site_word(&drafts[i])).flatten();
        Asked { resolver: self, drafts, out, i, kind, kinds, site, named: &named }.answer()
    }

    /// The town that the sentence of mention `i` has named since the site `p` of mention `j`, when that lies elsewhere.
    pub(super) fn town_since(
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
    pub(super) fn site_of(&self, city: PlaceIdx, word: &str) -> Option<PlaceIdx> {
        let bases = self.knowledge.place_words.bases.get(&city)?;
        let mut found = bases.iter().copied().filter(|&p| self.bears_word(p, word));
        found.next().filter(|_| found.next().is_none())
    }

    /// The place that "the town", "the governorate" would mean after `place` was named.
    pub(super) fn as_kind(&self, place: PlaceIdx, kind: Option<PlaceKind>) -> Option<PlaceIdx> {
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
