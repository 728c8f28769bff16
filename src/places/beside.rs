//! Places that a text names to say something else: whose somebody is, beside what something lies, what a road joins,
//! whither somebody left.

use super::aside::is_named;
use super::resolve::Resolver;
use super::scan::Draft;
use super::{Part, PlaceMention, PlaceRole};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::{Frame, WordForm};
use crate::knowledge::{PartKind, PlaceIdx, PlaceKind, PlaceWord, Relation};
use crate::text::{AND, Affixes, TokenKind};

/// «from», and «by» in its two words.
const FROM: &str = "\u{645}\u{646}";
const BY: &str = "\u{642}\u{628}\u{644}";

impl Resolver<'_, '_> {
    /// Finds the places that only describe, and takes them from the scene.
    pub(super) fn described(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        let mut beside: Option<usize> = None;
        for i in 0..out.len() {
            if matches!(out[i].role, PlaceRole::TimeZone | PlaceRole::PartOfName | PlaceRole::Party) {
                continue;
            }
            if self.is_patron(&drafts[i])
                || self.lacks_party(&drafts[i])
                || self.names_institution(&drafts[i], out, i)
                || self.goes_on_as_party(&drafts[i], out, i)
            {
                out[i].role = PlaceRole::Party;
                continue;
            }
            let joined = drafts[i].affixes.has_any(Affixes::WA.with(Affixes::BI));
            let and = |t: usize| self.text.fold_at(t).starts_with(AND);
            let gap = i.checked_sub(1).map_or(0..usize::MAX, |j| out[j].tokens.end..out[i].tokens.start);
            if self.is_close_ally(&drafts[i]) {
                out[i].role = PlaceRole::Party;
                continue;
            }
            // «overlooking the Syrian X and the Turkish Y»: an adjective may stand between.
            let between = |t: usize| and(t) || self.text.is_definite(t);
            let listed = i > 0 && beside == Some(i - 1) && gap.len() <= 1 && gap.clone().all(between);
            let word = if listed && joined { Some(usize::MAX) } else { self.neighbour_word(&drafts[i]) };
            let Some(word) = word else { continue };
            let road = word != usize::MAX && self.is_road_word(word);
            let before = i.checked_sub(1).map(|j| &out[j]);
            let of_place = before.is_some_and(|b| b.tokens.end <= word && b.tokens.end + 1 >= word && !road);
            if word == usize::MAX {
                (out[i].role, out[i].part) = (out[i - 1].role, out[i - 1].part);
            } else if of_place {
                out[i].role = PlaceRole::Qualifier;
            } else {
                let kind = if road { PartKind::Road } else { PartKind::Outskirts };
                out[i].part.get_or_insert(Part { kind, degrees: None });
            }
            beside = Some(i);
        }
    }

    /// «the buffer zone»: the one of a country that takes no part.
    fn lacks_party(&self, draft: &Draft) -> bool {
        let name = self.knowledge.place_words.names.longest_at(self.text, draft.name.start);
        let needed = name.and_then(|m| m.value.party.as_deref());
        needed.is_some_and(|code| self.story.party.is_none_or(|p| self.place(p).country != code))
    }

    /// «backed by Iran», «forces belonging to Misrata»: does the place say whose somebody is?
    fn is_patron(&self, draft: &Draft) -> bool {
        let at = draft.tokens.start;
        let from =
            draft.locative && at.checked_sub(1).is_some_and(|i| matches!(self.text.fold_at(i), FROM | BY));
        let owned = from || draft.affixes.has(Affixes::LI);
        let Some(j) = self.before_preposition(at, draft).filter(|_| owned) else { return false };
        let actors = &self.knowledge.actors.words;
        let Some(relation) = actors.longest_at(self.text, j).and_then(|m| m.value.relation) else {
            return false;
        };
        relation.0 != Relation::Part || self.is_actor_before(j)
    }

    /// «the factions close to Ankara»: a capital that somebody is near to in mind.
    fn is_close_ally(&self, draft: &Draft) -> bool {
        let words = &self.knowledge.place_words;
        let capital = draft.places.iter().any(|p| words.capitals.binary_search(p).is_ok());
        let own = draft.places.iter().any(|&p| self.story.country == Some(self.place(p).country.as_str()));
        let home = draft.places.first().copied() == self.knowledge.conflict.capital;
        capital && !own && !home && draft.cue.is_none() && {
            let word = self.neighbour_word(draft);
            word.is_some_and(|j| self.is_actor_before(j) && !self.is_road_word(j))
        }
    }

    /// «Moscow said», «and Moscow speaks of»: does the foreign capital stand beside a verb of speech?
    pub(super) fn is_speaking(&self, draft: &Draft, place: PlaceIdx) -> bool {
        let capital = self.knowledge.place_words.capitals.binary_search(&place).is_ok();
        let country = self.place(place).country.as_str();
        let own = Some(place) == self.knowledge.conflict.capital || self.story.country == Some(country);
        let speech = |i: usize| {
            let found = self.knowledge.status.lexicon.longest_at(self.text, i).filter(|m| m.n_tokens == 1);
            found.is_some_and(|m| {
                m.value
                    .iter()
                    .any(|c| matches!(c.cue, Cue::Speech(_)) && c.verb.is_some_and(|v| v.is_feminine))
            })
        };
        let beside = |acts: &dyn Fn(usize) -> bool| {
            draft.tokens.start.checked_sub(1).is_some_and(acts) || acts(draft.tokens.end)
        };
        // «Damascus has sent troops»: its government, at home too.
        capital && (!own && beside(&speech) || beside(&|i| self.sends(i)) || self.governs(draft))
    }

    /// «a truce that Riyadh sponsored», «in which Washington mediated»: does a verb of what governments do stand beside it?
    fn governs(&self, draft: &Draft) -> bool {
        let acts = |i: usize| {
            let word = self.knowledge.place_words.words.longest_at(self.text, i);
            word.is_some_and(|m| m.value.of_state)
        };
        let it = |i: &usize| {
            let found = self.knowledge.status.lexicon.longest_at(self.text, *i);
            found.is_some_and(|m| m.pronoun || m.value.iter().any(|c| c.cue == Cue::There))
        };
        let before = draft.tokens.start.checked_sub(1);
        let parted = before.filter(it).and_then(|i| i.checked_sub(1));
        before.into_iter().chain(parted).any(acts) || acts(draft.tokens.end)
    }

    /// «in which Doha and Washington mediated»: is it a capital that goes on a list of governments?
    fn goes_on_as_party(&self, draft: &Draft, out: &[PlaceMention], i: usize) -> bool {
        let before = i.checked_sub(1).map(|j| &out[j]).filter(|b| b.role == PlaceRole::Party);
        let next = before.is_some_and(|b| b.tokens.end == draft.tokens.start && draft.affixes == Affixes::WA);
        let capital = |p: &PlaceIdx| self.knowledge.place_words.capitals.binary_search(p).is_ok();
        next && draft.cue.is_none() && draft.part.is_none() && draft.places.iter().any(capital)
    }

    /// Does a capital send somebody, with the verb at token `i`?
    fn sends(&self, i: usize) -> bool {
        let triggers = &self.knowledge.triggers;
        let found = triggers.lexicon.longest_at(self.text, i);
        found.is_some_and(|m| {
            m.value.iter().any(|t| {
                let feminine = matches!(t.form, WordForm::Verb(v) if v.is_feminine);
                feminine && t.need.is_none() && triggers.all[usize::from(t.trigger)].frame == Frame::Send
            })
        })
    }

    /// «the police of X in the centre of Y», «the university of X in Y»: an institution bears the name of the governorate,
    /// and the town tells where.
    fn names_institution(&self, draft: &Draft, out: &[PlaceMention], i: usize) -> bool {
        const GAP: usize = 2;
        let governorate = out[i].kind == PlaceKind::Governorate && draft.cue.is_none();
        let Some(next) = out.get(i + 1).filter(|_| governorate) else { return false };
        let gap = draft.tokens.end..next.tokens.start;
        let tied = gap.clone().any(|t| self.is_locative(t)) || next.part.is_some();
        let town = matches!(next.kind, PlaceKind::City | PlaceKind::Town);
        let head = || {
            let before = draft.tokens.start.checked_sub(1).filter(|&j| !self.text.is_definite(j));
            let found = before.and_then(|j| self.knowledge.actors.words.longest_at(self.text, j));
            found.is_some_and(|m| m.value.head.is_some() && m.n_tokens == 1)
        };
        let named = draft.part.is_some_and(|p| p.kind == PartKind::Landmark) || head();
        town && tied && gap.len() <= GAP && named
    }

    /// «the building of the governorate in X»: an office is named, and the town behind it tells where.
    pub(super) fn is_office(&self, (drafts, out): (&[Draft], &[PlaceMention]), i: usize) -> bool {
        let Some(next) = out.get(i + 1).filter(|_| self.is_landmark(&drafts[i])) else { return false };
        let gap = drafts[i].tokens.end..next.tokens.start;
        let tied = gap.len() == 1 && self.is_locative(gap.start)
            || gap.is_empty() && drafts[i + 1].affixes.has(Affixes::BI);
        tied && next.place.is_some_and(|p| !self.place(p).kind.is_area())
    }

    /// «the building of the governorate»: does a word for a building stand before it?
    pub(super) fn is_landmark(&self, draft: &Draft) -> bool {
        let words = &self.knowledge.place_words.words;
        let before = draft.tokens.start.checked_sub(1).and_then(|j| words.longest_at(self.text, j));
        let part = draft.part.map(|p| p.kind).or(before.and_then(|m| m.value.part));
        part == Some(PartKind::Landmark)
    }

    /// The token before the preposition of the place, of one word or two («by X»).
    fn before_preposition(&self, at: usize, draft: &Draft) -> Option<usize> {
        if draft.affixes.has(Affixes::LI) {
            return at.checked_sub(1);
        }
        let by = usize::from(at > 0 && self.text.fold_at(at - 1) == BY);
        at.checked_sub(2 + by)
    }

    /// Does somebody who acts, and no place, stand before token `j`?
    fn is_actor_before(&self, j: usize) -> bool {
        const REACH: usize = 3;
        let from = j.saturating_sub(REACH);
        let place = |i: usize| {
            let words = &self.knowledge.place_words;
            let cue = |w: &PlaceWord| w.cue.is_some() || w.part.is_some();
            words.words.longest_at(self.text, i).is_some_and(|m| cue(m.value))
                || words.names.longest_at(self.text, i).is_some()
        };
        let acts = |i: usize| {
            let found = self.knowledge.actors.words.longest_at(self.text, i);
            found.is_some_and(|m| m.value.head.is_some() || m.value.name.is_some())
        };
        (from..j).any(acts) && !(from..j).any(place)
    }

    /// The token of the word right before the place, its preposition aside, that says that something lies beside it.
    fn neighbour_word(&self, draft: &Draft) -> Option<usize> {
        let mut at = draft.tokens.start.checked_sub(1)?;
        at = if self.is_locative(at) { at.checked_sub(1)? } else { at };
        let found = self.knowledge.place_words.words.longest_at(self.text, at)?;
        if !found.value.neighbour || found.n_tokens != 1 {
            return None;
        }
        // «it reaches X»: only what joins two.
        let verb = !self.text.is_definite(at) && found.affixes.is_empty() && self.is_trigger(at);
        (!verb || self.joins_two(draft)).then_some(at)
    }

    fn is_trigger(&self, i: usize) -> bool {
        self.knowledge.triggers.lexicon.longest_at(self.text, i).is_some()
    }

    /// «joins X with Y»: does another name with its preposition follow?
    fn joins_two(&self, draft: &Draft) -> bool {
        let next = draft.tokens.end;
        let name = self.knowledge.place_words.names.longest_at(self.text, next);
        name.is_some_and(|m| m.affixes.has(Affixes::BI)) && !draft.locative
    }

    /// Does the word at `at` describe a road or a bridge that stands before it?
    fn is_road_word(&self, at: usize) -> bool {
        const REACH: usize = 3;
        let road = |i: usize| {
            let word = self.knowledge.place_words.words.longest_at(self.text, i);
            word.is_some_and(|m| {
                let bridge = m.value.cue.is_some_and(|c| c.kind == Some(PlaceKind::Crossing));
                m.value.part == Some(PartKind::Road) || bridge
            })
        };
        (at.saturating_sub(REACH)..at).any(road)
    }

    /// «left X for Y»: is it the Y of those who left? «The city» is X then.
    pub(super) fn is_whither(&self, out: &[PlaceMention], j: usize) -> bool {
        const GAP: usize = 2;
        const REACH: usize = 10;
        let Some(left) = j.checked_sub(1).map(|i| &out[i]) else { return false };
        let gap = left.tokens.end..out[j].tokens.start;
        let from = |i: usize| self.text.fold_at(i) == FROM;
        let ends = left.tokens.start.checked_sub(1).is_some_and(from);
        if !is_named(left)
            || !ends
            || gap.is_empty()
            || gap.len() > GAP
            || !gap.clone().any(|i| self.is_locative(i))
            || !gap.clone().all(|i| self.text.tokens[i].kind == TokenKind::Word)
        {
            return false;
        }
        let leaves = |i: usize| {
            let triggers = &self.knowledge.triggers;
            let found = triggers.lexicon.longest_at(self.text, i);
            found.is_some_and(|m| {
                m.value.iter().any(|t| {
                    matches!(
                        triggers.all[usize::from(t.trigger)].frame,
                        Frame::Leave | Frame::Rout | Frame::Flee
                    )
                })
            })
        };
        let start = left.tokens.start;
        let words = (start.saturating_sub(REACH)..start).rev();
        words.take_while(|&i| self.text.tokens[i].kind != TokenKind::Break).any(leaves)
    }
}
