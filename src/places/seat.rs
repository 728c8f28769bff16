//! «The capital of the governorate of X», «the centre of the governorate of X»: the city that it is governed from.

use super::resolve::Resolver;
use super::scan::Draft;
use super::{PlaceMention, PlaceRole};
use crate::knowledge::{PlaceIdx, PlaceKind};
use crate::text::TokenKind;

impl Resolver<'_, '_> {
    /// Gives such words the city, unless they only describe the one named right before them.
    pub(super) fn seats(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        for i in 0..out.len() {
            let same = i > 0 && drafts[i].places.iter().any(|p| drafts[i - 1].places.contains(p));
            if same && self.is_seat_word(drafts[i].tokens.start) && self.describes_town(out, i) {
                out[i].role = PlaceRole::Qualifier;
                continue;
            }
            let area = out[i].place.filter(|_| out[i].role == PlaceRole::Event);
            let area = area.filter(|&p| self.place(p).kind == PlaceKind::Governorate);
            let seat = area.filter(|_| self.says_seat(&drafts[i]) && !self.describes_town(out, i));
            let Some(city) = seat.and_then(|area| self.seat_of(area)) else { continue };
            out[i].why.push(format!("the seat of {}", out[i].name));
            (out[i].place, out[i].kind, out[i].part) = (Some(city), PlaceKind::City, None);
            out[i].name.clone_from(&self.place(city).name_ar);
        }
    }

    /// «in the governorate of X, Y fired at a street of the city»: the seat of the governorate that the sentence of
    /// mention `i` has told last, with no settlement behind it; not where `city`, told before, lies in it.
    pub(super) fn seat_told(
        &self,
        (drafts, out): (&[Draft], &[PlaceMention]),
        i: usize,
        city: Option<PlaceIdx>,
    ) -> Option<(usize, PlaceIdx)> {
        const STOP: &str = ".";
        let told = |m: &PlaceMention| m.role == PlaceRole::Event && m.place.is_some();
        let j = (0..i).rev().find(|&j| told(&out[j]))?;
        let area =
            out[j].place.filter(|&p| drafts[j].locative && self.place(p).kind == PlaceKind::Governorate)?;
        let ends = |t: usize| self.text.tokens[t].kind == TokenKind::Break || self.text.fold_at(t) == STOP;
        let inside = city.is_some_and(|c| self.governorate_around(c) == Some(area));
        if inside || (out[j].tokens.end..out[i].tokens.start).any(ends) {
            return None;
        }
        Some((j, self.seat_of(area)?))
    }

    /// Does the mention open with a word for a seat?
    fn says_seat(&self, draft: &Draft) -> bool {
        draft.tokens.start < draft.name.start && self.is_seat_word(draft.tokens.start)
    }

    fn is_seat_word(&self, at: usize) -> bool {
        let word = self.knowledge.place_words.words.longest_at(self.text, at);
        word.is_some_and(|m| m.value.seat && m.n_tokens == 1)
    }

    /// «X, the capital of the governorate of Y», «X (the centre of the governorate of Y)».
    fn describes_town(&self, out: &[PlaceMention], i: usize) -> bool {
        const MARKS: usize = 2;
        let Some(before) = i.checked_sub(1).map(|j| &out[j]) else { return false };
        let gap = before.tokens.end..out[i].tokens.start;
        let marks = gap.clone().all(|t| self.text.tokens[t].kind == TokenKind::Mark);
        gap.len() <= MARKS && marks && !before.kind.is_area()
    }

    /// The city that bears the name of the governorate, or is known as its capital.
    pub(super) fn seat_of(&self, area: PlaceIdx) -> Option<PlaceIdx> {
        let words = &self.knowledge.place_words;
        let own = words.governorates.iter().find(|(_, g)| *g == area).map(|(town, _)| *town);
        let city = |p: &PlaceIdx| {
            self.place(*p).country == self.place(area).country && !self.place(*p).kind.is_area()
        };
        let name = self.place(area).name_ar.as_str();
        let bare = name.split_once(' ').map_or(name, |(word, rest)| {
            let cue = words.words.get(&self.knowledge.vocabulary, word).and_then(|w| w.cue);
            if cue.is_some_and(|c| c.kind == Some(PlaceKind::Governorate)) { rest } else { name }
        });
        let known = |seat: &String| {
            let found = words.names.get(&self.knowledge.vocabulary, &format!("{seat} {bare}"))?;
            found.places.iter().copied().find(city)
        };
        words.seats.iter().find_map(known).or(own.filter(city))
    }
}
