//! First pass: every candidate, with the words around it that matter.

use std::ops::Range;

use smallvec::SmallVec;

use super::openers::Openers;
use super::same_site::is_sort;
use super::unknown::{is_particle, opens};
use super::{Offset, Part};
use crate::knowledge::triggers::WordForm;
use crate::knowledge::{
    ActorWord, Cue, Doubt, Frame, Knowledge, NameKind, PartKind, PlaceIdx, PlaceKind, PlaceName, PlaceWord,
    status,
};
use crate::text::{AND, Affixes, Match, Text, TokenKind};

/// A candidate.
#[expect(clippy::struct_excessive_bools, reason = "what stands around it, each on its own")]
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) tokens: Range<usize>,
    pub(super) name: Range<usize>,
    /// What was taken off the first token of the name.
    pub(super) affixes: Affixes,
    pub(super) places: SmallVec<[PlaceIdx; 2]>,
    pub(super) cue: Option<Cue>,
    pub(super) part: Option<Part>,
    pub(super) offset: Option<Offset>,
    pub(super) frame: Option<Frame>,
    /// Is the name a word of the language too?
    pub(super) doubt: Doubt,
    /// Only a name in a locative position counts.
    pub(super) adjective: bool,
    /// A preposition, or bi-, stands before it.
    pub(super) locative: bool,
    /// A word that governs places stands before it.
    pub(super) governed: bool,
    /// It is named by its kind only.
    pub(super) again: bool,
    /// A word of the list before it, joined by wa- or a comma.
    pub(super) listed: bool,
    /// It shares the cue of the list, or has one inside its name.
    pub(super) shared: bool,
    /// Was its name mended, one letter being off?
    pub(super) mended: bool,
    /// The code of the country that the adjective after it names.
    pub(super) country: Option<String>,
}

/// The countryside of, as it is folded.
pub(super) const COUNTRYSIDE: &str = "\u{631}\u{64A}\u{641}";

pub(super) const PROCLITIC: Affixes =
    Affixes::WA.with(Affixes::FA).with(Affixes::BI).with(Affixes::KA).with(Affixes::LI).with(Affixes::SA);

/// Every draft of the text, in order.
pub(super) fn drafts(text: &Text<'_>, knowledge: &Knowledge) -> Vec<Draft> {
    let scanner = Scanner { text, knowledge };
    let openers = Openers::new(knowledge);
    let (mut out, mut i) = (Vec::new(), 0);
    while let Some(token) = text.tokens.get(i) {
        let passed_by = scanner.passed_by(token, i, &openers);
        i = passed_by.unwrap_or_else(|| scanner.read_at(i, &mut out)).max(i + 1);
    }
    out
}

pub(super) struct Scanner<'t, 'a> {
    pub(super) text: &'t Text<'a>,
    pub(super) knowledge: &'t Knowledge,
}

/// The words before a name, as far as read.
#[derive(Default)]
pub(super) struct Opening {
    pub(super) cue: Option<Cue>,
    pub(super) part: Option<Part>,
    /// Where the next word is expected.
    pub(super) at: usize,
    /// Is the last word read definite, so that the name follows with a preposition only?
    pub(super) definite: bool,
}

impl<'t> Scanner<'t, '_> {
    pub(super) fn word(&self, i: usize) -> Option<Match<'t, PlaceWord>> {
        self.knowledge.place_words.words.longest_at(self.text, i).filter(|m| !m.pronoun)
    }

    #[inline]
    pub(super) fn name(&self, i: usize) -> Option<Match<'t, PlaceName>> {
        let found = self.knowledge.place_words.names.longest_at(self.text, i)?;
        self.is_name(i, &found).then_some(found)
    }

    /// Is the name found at token `i` none that only looks like one?
    fn is_name(&self, i: usize, found: &Match<'_, PlaceName>) -> bool {
        let split = found.affixes.has(Affixes::BI) && found.n_tokens == 1 && self.is_gate(i);
        let other = found.n_tokens == 1 && (self.is_august(i) || self.opens_longer_name(i));
        !found.pronoun && !found.affixes.has(Affixes::SA) && !split && !other
    }

    pub(super) fn actor(&self, i: usize) -> Option<Match<'t, ActorWord>> {
        self.knowledge.actors.words.longest_at(self.text, i)
    }

    /// Reads what begins at token `i`; gives the token to go on at.
    fn read_at(&self, i: usize, out: &mut Vec<Draft>) -> usize {
        let (name, word) = (self.name(i), self.word(i));
        if let Some(end) = self.other_name(i, name.as_ref()) {
            return end;
        }
        if name.is_none() && word.is_none() {
            if let Some(draft) = self.site_of_it(i) {
                let end = draft.tokens.end;
                out.push(draft);
                return end;
            }
            if self.text.fold_at(i) != ":" {
                return i;
            }
        }
        if name.is_none() && word.is_some_and(|w| is_particle(w.value)) {
            return i;
        }
        let Some(draft) = self.introduced(i).or_else(|| self.place(i)) else { return i };
        let (end, mut draft) = (draft.tokens.end, draft);
        let told = out.last().map_or(0, |d| d.tokens.end);
        out.extend(self.village_before(&draft, told));
        self.mend(&mut draft);
        let cue = draft.cue;
        let twin = self.opens_two(draft.tokens.start);
        out.push(draft);
        let end = if twin { self.second_of_two(end, out) } else { end };
        let end = self.listed_behind(end, cue, out);
        let end = self.vague_behind(end, out);
        self.mended_next(end, out)
    }

    /// Does the word at `i` speak of two countrysides («the countrysides of X and Y»)?
    fn opens_two(&self, i: usize) -> bool {
        let dual = self.text.fold_at(i).ends_with(['\u{64A}', '\u{627}']);
        dual && self.word(i).is_some_and(|w| w.value.part == Some(PartKind::Countryside))
    }

    /// «the countrysides of X and Y»: Y, whose countryside is meant too; gives the token to go on at.
    fn second_of_two(&self, at: usize, out: &mut Vec<Draft>) -> usize {
        let name = self.name(at).filter(|n| n.affixes == Affixes::WA && self.word(at).is_none());
        let Some(name) = name else { return at };
        // The countryside may have a name of its own, with the side that it lies to.
        let bare: Vec<&str> = (at..at + name.n_tokens).map(|i| self.text.fold_at(i)).collect();
        let bare = bare.join(" ");
        let bare = bare.strip_prefix(AND).unwrap_or(&bare);
        let side = self.text.tokens.get(at + name.n_tokens).filter(|t| t.kind == TokenKind::Word);
        let side = side.map_or("", |t| self.text.fold_of(t));
        let whole = [format!("{COUNTRYSIDE} {bare} {side}"), format!("{COUNTRYSIDE} {bare}")];
        let names = &self.knowledge.place_words.names;
        let found = whole.iter().zip([usize::from(!side.is_empty()), 0]).find_map(|(phrase, more)| {
            Some((names.get(&self.knowledge.vocabulary, phrase)?, name.n_tokens + more))
        });
        let part = Some(Part { kind: PartKind::Countryside, degrees: None });
        let opening = Opening { at, part: part.filter(|_| found.is_none()), ..Opening::default() };
        let (value, n_tokens) = found.unwrap_or((name.value, name.n_tokens));
        out.push(self.named(at, &opening, at, &Match { value, n_tokens, ..name }));
        out.last().map_or(at, |d| d.tokens.end)
    }

    /// The end of an actor's name at `i` that no name of a place outdoes.
    #[inline]
    pub(super) fn other_name(&self, i: usize, place: Option<&Match<'_, PlaceName>>) -> Option<usize> {
        let actor = self.actor(i)?;
        let name = actor.value.name?;
        let kind = self.knowledge.actors.name(name).kind;
        let longer = place.is_none_or(|p| p.n_tokens < actor.n_tokens);
        let counts = actor.n_tokens > 1 || kind == NameKind::Person;
        (longer && counts).then_some(i + actor.n_tokens)
    }

    /// The place whose words begin at `i`.
    fn place(&self, i: usize) -> Option<Draft> {
        let mut opening = Opening { at: i, ..Opening::default() };
        loop {
            let at = opening.at;
            let inner =
                |a: Affixes| at == i || !a.has_any(PROCLITIC) || (opening.definite && a == Affixes::LI);
            let name = self.name(at).filter(|m| inner(m.affixes));
            let word = self.word(at).filter(|m| inner(m.affixes));
            let n_word = word.as_ref().filter(|w| opens(w.value)).map_or(0, |w| w.n_tokens);
            let is_name = |n: &Match<'_, PlaceName>| {
                let bare = opening.cue.is_none();
                let no_name = at == i && self.is_no_name(n, i);
                let unmade = bare && self.unmade(n.value, at, n.n_tokens);
                n.n_tokens >= n_word
                    && !self.splits(n, at, &opening)
                    && !no_name
                    && !unmade
                    && !is_sort(&opening, n, word.as_ref())
                    && !self.is_described(n, at)
            };
            if let Some(name) = name.filter(is_name) {
                let capital = name.n_tokens > 1 && self.capital_word(at);
                let named = || self.capital_by_name(i, &opening, at + name.n_tokens);
                let other = capital.then(named).flatten();
                return other.or_else(|| Some(self.named(i, &opening, at, &name)));
            }
            let Some(word) = word else { return self.unknown(i, &opening) };
            if word.value.country || word.value.capital {
                return self.of_story(i, &opening, &word);
            }
            if word.value.again {
                let other = word.value.unsure && self.is_other_noun(i, at);
                return (!other).then(|| self.again(i, &opening, &word));
            }
            if self.open(&mut opening, &word) {
                opening.at += usize::from(opening.cue.is_some() && self.is_bracket(opening.at));
            } else {
                return self.region_by_side(i, &opening, &word).or_else(|| self.unknown(i, &opening));
            }
        }
    }

    /// Does the name begin with a point of the compass and go on with a cue word for a settlement?
    /// Then the side belongs to that settlement: north of the city of Homs. So it does in «quarters in the west of Aleppo».
    fn splits(&self, name: &Match<'_, PlaceName>, at: usize, opening: &Opening) -> bool {
        let first = self.word(at).filter(|w| w.value.direction.is_some());
        let Some(first) = first.filter(|w| w.n_tokens < name.n_tokens) else { return false };
        let next = self.word(at + first.n_tokens).and_then(|w| w.value.cue);
        opening.part.is_some_and(|p| p.kind == PartKind::Quarters)
            || next.is_some_and(|c| {
                matches!(c.kind, Some(PlaceKind::City | PlaceKind::Town | PlaceKind::Village))
            })
    }

    /// Takes a cue, part or side into the opening; false when the word opens nothing.
    fn open(&self, opening: &mut Opening, word: &Match<'_, PlaceWord>) -> bool {
        let definite = word.affixes.has(Affixes::AL);
        if let Some(cue) = word.value.cue.filter(|c| self.lists_quarters(opening, *c, word)) {
            opening.cue = Some(cue);
        } else if let Some(part) = word.value.part {
            let degrees = opening.part.and_then(|p| p.degrees);
            opening.part = Some(Part { kind: part, degrees });
        } else if let Some(cue) = word.value.cue.filter(|_| !definite) {
            // «the villages of Tall X, Y and Z»: the list goes on.
            let many = cue.many || opening.cue.is_some_and(|c| c.many);
            opening.cue = Some(Cue { many, ..cue });
        } else if let Some(degrees) = word.value.direction.filter(|_| !definite) {
            let kind = opening.part.map_or(PartKind::Side, |p| p.kind);
            opening.part = Some(Part { kind, degrees: Some(degrees) });
        } else {
            return false;
        }
        opening.at += word.n_tokens;
        opening.definite = definite;
        self.adjectives(opening);
        self.skip_of(opening);
        true
    }

    /// The northern suburbs: adjectives of a definite part.
    fn adjectives(&self, opening: &mut Opening) {
        while opening.definite {
            let Some(next) = self.word(opening.at).filter(|m| !m.affixes.has_any(PROCLITIC)) else { return };
            let Some(degrees) = next.value.adjective else { return };
            if let Some(part) = &mut opening.part {
                part.degrees = Some(degrees);
            }
            opening.at += next.n_tokens;
        }
    }

    /// Part *of* the place, in two words.
    fn skip_of(&self, opening: &mut Opening) {
        const OF: &str = "\u{645}\u{646}";
        if opening.part.is_some() && self.text.fold_at(opening.at) == OF && opening.definite {
            opening.at += 1;
        }
    }

    pub(super) fn named(&self, i: usize, opening: &Opening, at: usize, name: &Match<'_, PlaceName>) -> Draft {
        let mut draft = self.draft(i, opening, at..at + name.n_tokens, name.affixes);
        draft.places.clone_from(&name.value.places);
        let unmade = self.unmade(name.value, at, name.n_tokens);
        draft.doubt = if unmade { Doubt::Noun } else { name.value.doubt };
        draft.locative &= !unmade;
        draft.governed &= !unmade;
        draft.adjective = name.value.adjective;
        draft.shared = name.value.cued;
        self.said_twice(&mut draft);
        draft.country = self.country_after(draft.tokens.end);
        self.sides_after(&mut draft);
        self.road_ends(&mut draft);
        draft
    }

    /// A place by its kind only: "the city".
    fn again(&self, i: usize, opening: &Opening, word: &Match<'_, PlaceWord>) -> Draft {
        let at = opening.at;
        let mut draft = self.draft(i, opening, at..at + word.n_tokens, word.affixes);
        draft.again = true;
        draft.cue = word.value.cue.or(draft.cue);
        draft
    }

    /// Is the token a verb that tells an event, as after the last name of a list?
    pub(super) fn is_verb(&self, i: usize) -> bool {
        let acts = self.knowledge.triggers.lexicon.longest_at(self.text, i).is_some_and(|m| {
            let verb = |f: &crate::knowledge::triggers::TriggerForm| matches!(f.form, WordForm::Verb(_));
            !m.affixes.has_any(Affixes::AL.with(Affixes::KA)) && m.value.iter().any(verb)
        });
        let says = self.knowledge.status.lexicon.longest_at(self.text, i).is_some_and(|m| {
            let speech = |c: &status::CueForm| matches!(c.cue, status::Cue::Speech(_));
            !m.affixes.has(Affixes::AL) && m.value.iter().any(speech)
        });
        acts || says
    }

    /// «and he blessed», «and it destroyed», «in X, it destroyed»: a verb whose first letter would be the preposition of
    /// this name, or one that is joined to another verb or follows a comma.
    pub(super) fn is_no_name(&self, name: &Match<'_, PlaceName>, i: usize) -> bool {
        let reading = |a: Affixes| name.affixes.has(Affixes::BI) && !a.has(Affixes::BI);
        let whole =
            self.knowledge.status.lexicon.longest_at(self.text, i).is_some_and(|m| reading(m.affixes));
        let comma = i.checked_sub(1).is_some_and(|j| matches!(self.text.fold_at(j), "\u{60C}" | ","));
        let parted = name.affixes == Affixes::WA || comma && name.affixes.is_empty();
        let joins = parted && name.value.doubt != Doubt::None && !self.ends_list_of_names(i);
        name.n_tokens == 1 && (whole || joins) && self.is_verb(i)
    }

    /// The draft of a single token.
    pub(super) fn single(&self, at: usize, cue: Cue, affixes: Affixes) -> Draft {
        let opening = Opening { at, cue: Some(cue), ..Opening::default() };
        self.draft(at, &opening, at..at + 1, affixes)
    }

    pub(super) fn draft(&self, i: usize, opening: &Opening, name: Range<usize>, affixes: Affixes) -> Draft {
        let first = if name.start == i { affixes } else { self.word(i).map_or(affixes, |w| w.affixes) };
        let before = i.checked_sub(1);
        let mark = before.is_some_and(|j| matches!(self.text.fold_at(j), "\u{60C}" | "," | "\u{648}"));
        let (locative, governed, frame) = self.before(i);
        Draft {
            tokens: i..name.end,
            name,
            affixes,
            places: SmallVec::new(),
            cue: opening.cue,
            part: opening.part,
            offset: self.offset(i, opening.part),
            frame,
            doubt: Doubt::None,
            adjective: false,
            locative: locative || first.has(Affixes::BI),
            governed,
            again: false,
            listed: first.has(Affixes::WA) || (mark && !first.has(Affixes::BI)),
            shared: false,
            country: None,
            mended: false,
        }
    }

    /// What the words before token `i` say: a preposition, a governing word, a frame.
    fn before(&self, i: usize) -> (bool, bool, Option<Frame>) {
        let mut found = (false, false, None);
        for back in 1..=2 {
            let Some(at) = i.checked_sub(back) else { break };
            let Some(word) = self.word(at).filter(|w| w.n_tokens == back) else { continue };
            found.0 |= word.value.locative;
            found.1 |= word.value.governor && !word.affixes.has(Affixes::AL); // «the shelling», and no «shelling of X»
            // With the article it is a noun of its own: «the government retook X».
            let frame =
                word.value.frame.filter(|&f| f != Frame::PartOfName || !word.affixes.has(Affixes::AL));
            found.2 = found.2.or(frame);
        }
        // "took control of": a governor one word further, before its preposition.
        if found.0 && !found.1 {
            let at = i.checked_sub(2).and_then(|j| self.word(j));
            found.1 = at.is_some_and(|w| w.value.governor);
        }
        found
    }

    /// "30 kilometres from" before token `i`.
    fn offset(&self, i: usize, part: Option<Part>) -> Option<Offset> {
        let unit = (1..=2).find_map(|back| {
            let at = i.checked_sub(back)?;
            self.word(at).filter(|w| w.value.kilometres && w.n_tokens <= back).map(|_| at)
        })?;
        let number = self.text.tokens.get(unit.checked_sub(1)?)?;
        let km: f64 = self.text.fold_of(number).replace(',', ".").parse().ok()?;
        Some(Offset { km, degrees: part.and_then(|p| p.degrees) })
    }
}
