//! «Cut the town of X off from Y. The town …»: places that a sentence names only to tell of another one, and a town that
//! only the text knows, told again by its kind.

use super::resolve::{Resolver, family};
use super::scan::Draft;
use super::{PlaceMention, PlaceRole};
use crate::knowledge::status::Cue;
use crate::knowledge::{PartKind, PlaceIdx, PlaceKind};
use crate::text::{Affixes, TokenKind};

/// How many mentions back such a town may have been told.
const FEW: usize = 5;

impl Resolver<'_, '_> {
    /// «X from Y», «X after Y», «X, which looks down on Y»: is Y, told without a word for what it is, no more than the
    /// other end of what is said of X?
    pub(super) fn is_aside(&self, (drafts, out): (&[Draft], &[PlaceMention]), j: usize) -> bool {
        const OFF: [&str; 2] = ["\u{639}\u{646}", "\u{628}\u{639}\u{62F}"];
        const LONGEST: usize = 6;
        let Some(before) = (0..j).rev().find(|&k| out[k].role != PlaceRole::Qualifier).map(|k| &out[k])
        else {
            return false;
        };
        let gap = before.tokens.end..out[j].tokens.start;
        let settles = is_named(before) && family(before.kind) == 0 && before.part.is_none();
        if !settles || drafts[j].cue.is_some() || gap.is_empty() || gap.len() > LONGEST {
            return false;
        }
        let word = |t: usize| self.text.tokens[t].kind == TokenKind::Word;
        let fold = |t: usize| self.text.fold_at(t);
        if OFF.contains(&fold(gap.end - 1)) {
            return gap.clone().all(word);
        }
        let relative = self.knowledge.status.lexicon.longest_at(self.text, gap.start);
        let opens = relative.is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::Relative));
        opens && gap.clone().all(word) && self.is_locative(gap.end - 1)
    }

    /// The mention before `i` of a town that the gazetteer does not have and that the text called by the kind asked for,
    /// when it names no other settlement in between.
    pub(super) fn unknown_before(
        &self,
        (drafts, out): (&[Draft], &[PlaceMention]),
        i: usize,
        kind: Option<PlaceKind>,
    ) -> Option<usize> {
        let kind = kind.filter(|k| family(*k) == 0)?;
        for j in (0..i).rev().take(FEW) {
            let called = self.said_kind(&drafts[j]);
            if !is_named(&out[j]) || family(out[j].kind) != 0 {
                continue;
            }
            if out[j].place.is_none() {
                return (called == Some(kind)).then_some(j);
            }
            let aside = out[j].role == PlaceRole::Qualifier
                || out[j].offset.is_some()
                || self.is_near_by(out, j)
                || self.is_whither(out, j)
                || self.is_aside((drafts, out), j);
            let otherwise = called.is_none() && out[j].place.is_some_and(|p| self.place(p).kind != kind);
            if !aside && !otherwise {
                return None;
            }
        }
        None
    }
}

impl Resolver<'_, '_> {
    /// «The mayor of X said that the city», «people in X said that the city»: the town told with those who speak in the
    /// sentence of mention `i`, before what they say.
    pub(super) fn town_of_speaker(
        &self,
        (drafts, out): (&[Draft], &[PlaceMention]),
        i: usize,
        (kind, country): (Option<PlaceKind>, Option<&str>),
    ) -> Option<usize> {
        const STOP: &str = ".";
        const NEAR: usize = 5;
        let asked = kind?;
        let says = |t: usize, cue: fn(Cue) -> bool| {
            let found = self.knowledge.status.lexicon.longest_at(self.text, t);
            found.is_some_and(|m| m.value.iter().any(|c| cue(c.cue)))
        };
        let j = (0..i).rev().find(|&j| out[j].role != PlaceRole::Qualifier)?;
        let start = out[j].tokens.start;
        let place = self.place(out[j].place.filter(|_| !drafts[j].again)?);
        let fits = family(place.kind) == family(asked) && country.is_none_or(|c| place.country == c);
        let ends = |t: usize| self.text.tokens[t].kind == TokenKind::Break || self.text.fold_at(t) == STOP;
        let mut gap = out[j].tokens.end..out[i].tokens.start;
        let told = !gap.clone().any(ends) && gap.any(|t| says(t, |c| matches!(c, Cue::That | Cue::ThatThey)));
        let lectern = (start.saturating_sub(NEAR)..start).any(|t| says(t, |c| c == Cue::SpeechNoun));
        let seat = fits && told && !lectern && !self.is_speaker(&drafts[j]) && self.is_seat(start);
        seat.then_some(j)
    }
}

impl Resolver<'_, '_> {
    /// «the road Damascus – Aleppo»: does the mention only name a road, or its other end?
    pub(super) fn is_of_road(&self, out: &[PlaceMention], j: usize) -> bool {
        const DASHES: [&str; 2] = ["-", "\u{2013}"];
        let start = out[j].tokens.start;
        let road = |k: usize| {
            let named = out[k].part.is_some_and(|p| p.kind == PartKind::Road);
            named || self.road_before(out[k].tokens.start)
        };
        let end = || {
            let before = j.checked_sub(1).filter(|&k| out[k].tokens.end + 1 == start)?;
            DASHES.contains(&self.text.fold_at(start - 1)).then_some(before)
        };
        road(j) || end().is_some_and(road)
    }

    /// The city that the land bears the name of.
    pub(super) fn city_of_land(&self, draft: &Draft, land: PlaceIdx) -> Option<PlaceIdx> {
        let land = self.place(land);
        let area = matches!(land.kind, PlaceKind::Region | PlaceKind::Governorate);
        let last = draft.name.end.checked_sub(1).filter(|_| area)?;
        let mut words = (draft.tokens.start..=last).rev();
        let city = |&p: &PlaceIdx| {
            let place = self.place(p);
            place.kind == PlaceKind::City && place.country == land.country
        };
        words.find_map(|t| {
            let name = self.knowledge.place_words.names.longest_at(self.text, t)?;
            name.value.places.iter().copied().find(city)
        })
    }

    /// May the mention `j` be what «the city» at mention `i` means: no road's end, no measure, nowhere that somebody only
    /// went to?
    pub(super) fn may_be_meant(
        &self,
        (drafts, out): (&[Draft], &[PlaceMention]),
        (i, j): (usize, usize),
        (kind, country): (Option<PlaceKind>, Option<&str>),
        among: Option<&[bool]>,
    ) -> bool {
        let role = matches!(out[j].role, PlaceRole::Event | PlaceRole::Qualifier);
        // «X (90 km from Y)»: Y only measures.
        let measures = out[j].offset.is_some() && i > 0;
        // «Moscow keeps in touch with Ankara»: a state, and no city of the story.
        let scene = among.is_none_or(|scenes| scenes[j]) || j + 1 == i && self.is_reached(out, j, i);
        role && !measures
            && scene
            && out[j].place.is_some_and(|p| country.is_none_or(|c| self.place(p).country == c))
            && !self.is_surroundings((drafts, out), j, kind)
            && !self.is_whither(out, j)
            && !self.is_hospital_town(&drafts[j])
            && !self.is_measure((drafts, out), j)
            && !self.is_only_when((drafts, out), j)
            && !self.is_near_by(out, j)
            && !self.is_aside((drafts, out), j)
            && !self.is_of_road(out, j)
            && !self.ends_road((drafts, out), j)
    }

    /// Is there a line break between the mentions `j` and `i`?
    pub(super) fn is_parted_by_line(&self, out: &[PlaceMention], j: usize, i: usize) -> bool {
        (out[j].tokens.end..out[i].tokens.start).any(|t| self.text.tokens[t].kind == TokenKind::Break)
    }

    /// «in X, the army entered the city»: is the mention `k` of a town, told without another word for it, where the
    /// paragraph of mention `i` puts what it tells?
    pub(super) fn is_town_here(
        &self,
        (drafts, out): (&[Draft], &[PlaceMention]),
        k: usize,
        i: usize,
    ) -> bool {
        let settles = |p: PlaceIdx| matches!(self.place(p).kind, PlaceKind::City | PlaceKind::Town);
        let bare = drafts[k].cue.is_none() && out[k].role == PlaceRole::Event && out[k].part.is_none();
        bare && drafts[k].locative
            && out[k].place.is_some_and(settles)
            && self.is_at_of(&drafts[k])
            && !self.is_parted_by_line(out, k, i)
    }

    /// What the text calls the place, by a cue word before its name or by one that the name begins with («the city of X»).
    pub(super) fn said_kind(&self, draft: &Draft) -> Option<PlaceKind> {
        let cue = || {
            let word = self.knowledge.place_words.words.longest_at(self.text, draft.name.start)?;
            let cue = word.value.cue.filter(|c| !c.many && word.n_tokens < draft.name.len())?;
            cue.kind.filter(|k| family(*k) == 0)
        };
        let said = draft.cue.and_then(|c| c.kind);
        said.or_else(|| if draft.again { None } else { cue() })
    }

    /// Does «in» put what is told into the place?
    pub(super) fn is_at_of(&self, draft: &Draft) -> bool {
        let before = draft.tokens.start.checked_sub(1);
        draft.affixes.has(Affixes::BI) || before.is_some_and(|t| self.is_at(t))
    }
}

/// Does the mention name a place by a name of its own, whether the gazetteer has it or not?
pub(super) fn is_named(mention: &PlaceMention) -> bool {
    let scene = matches!(mention.role, PlaceRole::Event | PlaceRole::Qualifier);
    scene && (mention.place.is_some() || mention.cued)
}
