//! From left to right over the text: names, noun phrases, peoples, states.

use super::ActorKind;
use super::owner::Owner;
use super::phrase::Draft;
use crate::knowledge::status::Status;
use crate::knowledge::{
    ActorWord, Actors, HeadClass, Knowledge, Modifier, NameIdx, NameKind, Particle, PlaceWords, StateIdx,
};
use crate::text::inflect::VerbForm;
use crate::text::numbers::NumberWords;
use crate::text::{AND, ARTICLE, Affixes, Lexicons, Match, Text, TokenKind};

/// Every draft of the text, in order.
pub(super) fn drafts(text: &Text<'_>, knowledge: &Knowledge) -> Vec<Draft> {
    let reader = Reader {
        text,
        actors: &knowledge.actors,
        status: &knowledge.status,
        places: &knowledge.place_words,
        numbers: &knowledge.numbers,
    };
    let words = Lexicons::default().with(&knowledge.actors.words);
    let mut out = Vec::new();
    let mut i = 0;
    while i < text.tokens.len() {
        let begins = words.may_begin_at(text, i);
        i = if begins { reader.read_at(i, &mut out).max(i + 1) } else { i + 1 };
    }
    out
}

pub(super) const PROCLITIC: Affixes =
    Affixes::WA.with(Affixes::FA).with(Affixes::BI).with(Affixes::KA).with(Affixes::LI).with(Affixes::SA);

/// The ending of an indefinite object.
const OBJECT: char = '\u{627}';

/// Does nothing but the article stand before the phrase?
pub(super) fn is_bare(found: &Match<'_, ActorWord>) -> bool {
    !found.affixes.has_any(PROCLITIC)
}

pub(super) struct Reader<'t, 'a> {
    pub(super) text: &'t Text<'a>,
    pub(super) actors: &'t Actors,
    pub(super) status: &'t Status,
    pub(super) places: &'t PlaceWords,
    pub(super) numbers: &'t NumberWords,
}

impl<'t> Reader<'t, '_> {
    pub(super) fn at(&self, i: usize) -> Option<Match<'t, ActorWord>> {
        let found = self.actors.words.longest_at(self.text, i)?;
        if !found.pronoun {
            return Some(found);
        }
        // A noun with the article takes no pronoun; what looks like one is an adjective.
        // So is what looks like «my» with a word for an office («defensive»).
        let class = found.value.head.map(|h| h.class);
        let office = matches!(class, Some(HeadClass::Government | HeadClass::Official));
        let mine = || office && found.n_tokens == 1 && self.text.fold_at(i).ends_with('\u{64A}');
        (!self.has_article(i) && !mine()).then_some(found)
    }

    pub(super) fn has_article(&self, i: usize) -> bool {
        let fold = self.text.fold_at(i);
        let bare = fold.trim_start_matches(['\u{648}', '\u{641}', '\u{628}', '\u{643}']);
        bare.starts_with(ARTICLE)
    }

    /// The phrase at `i` when nothing but the article stands before it.
    pub(super) fn bare(&self, i: usize) -> Option<Match<'t, ActorWord>> {
        self.at(i).filter(is_bare)
    }

    /// Reads the mention that begins at token `i`; gives the token to go on at.
    fn read_at(&self, i: usize, out: &mut Vec<Draft>) -> usize {
        let Some(found) = self.at(i) else { return i };
        let word = *found.value;
        if word.begins_nothing() && !found.affixes.has(Affixes::AL) {
            return i;
        }
        if let Some(name) = word.name {
            if self.excluded(name, i) {
                return i + found.n_tokens;
            }
            return self.name(i, &found, name, out);
        }
        if let Some(end) = self.combating(i, &found, out) {
            return end;
        }
        if let Some(head) = word.head {
            let end = self.phrase(i, &found, head, out);
            if end > i {
                return end;
            }
        }
        if let Some(unit) = self.ranked_unit(i, &found)
            && let Some(head) = unit.value.head
        {
            let end = self.phrase(i, &unit, head, out);
            if end > i {
                return end;
            }
        }
        if let Some(end) = self.governor(i, &found, out) {
            return end;
        }
        if let Some((name, affixes)) = self.name_otherwise(i, &found)
            && !self.excluded(name, i)
        {
            let found = Match { value: found.value, n_tokens: 1, affixes, pronoun: false };
            return self.name(i, &found, name, out);
        }
        if let Some((modifier, true)) = word.modifier {
            let end = people(i, &found, modifier, out);
            if end > i {
                return end;
            }
        }
        let adjective = word.modifier.is_some() || found.affixes.has(Affixes::AL);
        if let Some(state) = word.state.or(word.capital).filter(|_| !adjective) {
            let capital = word.state.is_none() && !joins(i, &found, out);
            self.state(i, &found, state, capital, out);
            return i + found.n_tokens;
        }
        i
    }

    /// «for the coalition»: where a noun that is no actor alone was found, the name that the word with its
    /// article is.
    pub(super) fn name_otherwise(
        &self,
        i: usize,
        found: &Match<'_, ActorWord>,
    ) -> Option<(NameIdx, Affixes)> {
        let readings = self.text.readings_at(i);
        let definite = found.n_tokens == 1 && found.affixes.has(Affixes::AL);
        readings.iter().filter(|_| definite && !found.pronoun).find_map(|r| {
            let word = self.actors.words.of_word(r.stem)?;
            Some((word.name.filter(|_| !r.affixes.has_any(Affixes::AL.with(Affixes::PRONOUN)))?, r.affixes))
        })
    }

    /// Does a word near say that this is not the actor?
    fn excluded(&self, name: NameIdx, i: usize) -> bool {
        const REACH: usize = 8;
        let words = &self.actors.name(name).not_near;
        !words.is_empty()
            && (i.saturating_sub(REACH)..i + REACH).any(|j| {
                let near = self.text.fold_at(j);
                words.iter().any(|w| w == near)
            })
    }

    fn name(&self, i: usize, found: &Match<'_, ActorWord>, name: NameIdx, out: &mut Vec<Draft>) -> usize {
        let kind = match self.actors.name(name).kind {
            NameKind::Faction | NameKind::Army => ActorKind::Faction,
            NameKind::Person => ActorKind::Person,
            NameKind::State => ActorKind::State,
            NameKind::Source => ActorKind::Source,
        };
        let mut end = i + found.n_tokens;
        let mut owner = Owner::Name(name);
        if kind == ActorKind::Faction {
            while let Some(next) = self.bare(end).filter(|m| m.value.modifier.is_some()) {
                let bare =
                    next.affixes.is_empty() && matches!(next.value.modifier, Some((Modifier::Plain, _)));
                // «settlers [killed] a Palestinian»: an object, and no adjective.
                let object = next.affixes.is_empty() && self.text.fold_at(end).ends_with(OBJECT);
                if next.value.name.is_some() || next.value.head.is_some() || bare || object {
                    break;
                }
                // «the forces of the regime, the Turkish one».
                let own = self.actors.name(name).faction == self.actors.sides.government;
                if let Some((Modifier::State(state), false)) = next.value.modifier
                    && own
                    && Some(state) != self.actors.theatre
                {
                    owner = Owner::State(state, HeadClass::Force, None);
                }
                end += next.n_tokens;
            }
        }
        out.push(Draft {
            tokens: i..end,
            affixes: found.affixes,
            owner,
            kind,
            class: (self.actors.name(name).kind == NameKind::Army).then_some(HeadClass::Force),
            pronoun: false,
            camp: None,
        });
        end
    }

    fn state(
        &self,
        i: usize,
        found: &Match<'_, ActorWord>,
        state: StateIdx,
        capital: bool,
        out: &mut Vec<Draft>,
    ) {
        let place = found.affixes.has_any(Affixes::BI) || self.particle_before(i, |p| p.locative);
        let end = i + found.n_tokens;
        let spoken = !found.affixes.has(Affixes::LI)
            && (self.feminine_verb(i.wrapping_sub(1), false)
                || self.speech_before(i)
                || self.feminine_verb(self.behind_particle(end), true)
                || capital && self.feminine_verb(self.behind_others(end), true)
                || self.particle_before(i, |p| p.subject_after)
                || capital && (self.is_spoken_to(i, end, out) || self.acts_upon_it(i) || self.who_said(end)))
            || capital && self.is_laid_to(i, end);
        if place || (capital && (!spoken || self.befalls(i, end))) {
            return;
        }
        let kind = if capital { ActorKind::Capital } else { ActorKind::State };
        let owner = Owner::State(state, HeadClass::Government, None);
        out.push(Draft {
            tokens: i..end,
            affixes: found.affixes,
            owner,
            kind,
            class: None,
            pronoun: false,
            camp: None,
        });
    }

    /// «killed a Palestinian», behind «the army»: an adjective without article in the accusative.
    pub(super) fn is_object(&self, at: usize) -> bool {
        const ACCUSATIVE: char = '\u{627}';
        at > 0 && self.text.is_definite(at - 1) && self.text.fold_at(at).ends_with(ACCUSATIVE)
    }

    /// «X saw clashes», «X falls»: does a verb of what happens to a town stand before or behind the tokens?
    fn befalls(&self, start: usize, end: usize) -> bool {
        let verb = |i: usize| self.at(i).and_then(|m| m.value.particle).is_some_and(|p| p.befalls);
        start.checked_sub(1).is_some_and(verb) || verb(end)
    }

    /// Does a verb of speech with a feminine subject stand before token `i`: «Ankara refuses»?
    fn speech_before(&self, i: usize) -> bool {
        let feminine = |_, verb: VerbForm| verb.is_feminine;
        let before = i.checked_sub(1).and_then(|j| super::speech_verb(self.text, self.status, j, feminine));
        before == Some(1)
    }

    /// The token behind other capitals joined by «and» at token `i` («Washington and London and Paris bomb»).
    fn behind_others(&self, i: usize) -> usize {
        let mut at = i;
        while let Some(next) = self.at(at) {
            if next.affixes != Affixes::WA || next.value.state.or(next.value.capital).is_none() {
                break;
            }
            at += next.n_tokens;
        }
        at
    }

    /// The token behind «has» at token `i` («as for Moscow, it has refused»), else `i`.
    fn behind_particle(&self, i: usize) -> usize {
        const HAS: [&str; 2] = ["\u{641}\u{642}\u{62F}", "\u{642}\u{62F}"];
        let has = i < self.text.tokens.len() && HAS.contains(&self.text.fold_at(i));
        i + usize::from(has)
    }

    fn particle_before(&self, i: usize, is: impl Fn(Particle) -> bool) -> bool {
        (1..=2).any(|n| {
            let before = i.checked_sub(n).and_then(|j| self.at(j));
            before.is_some_and(|m| m.n_tokens == n && m.value.particle.is_some_and(&is))
        })
    }

    /// Does token `i` look like a verb with a feminine subject: perfect in -t, or (when `after` the
    /// subject) imperfect in t- or sat-?
    pub(super) fn feminine_verb(&self, i: usize, after: bool) -> bool {
        const TA: char = '\u{62A}';
        let Some(token) = self.text.tokens.get(i).filter(|t| t.kind == TokenKind::Word) else {
            return false;
        };
        let fold = self.text.fold_of(token);
        let known_noun = self.at(i).is_some();
        // A pronoun after the ending: "which Moscow sponsored".
        let fold = ["\u{647}\u{627}", "\u{647}\u{645}", "\u{647}"]
            .iter()
            .find_map(|suffix| fold.strip_suffix(suffix).filter(|stem| stem.ends_with(TA)))
            .unwrap_or(fold);
        if known_noun || fold.len() < 8 {
            return fold.len() >= 6 && fold.ends_with(TA) && !known_noun;
        }
        let stem = fold.strip_prefix(AND).unwrap_or(fold);
        let imperfect = stem.starts_with(TA) || stem.starts_with("\u{633}\u{62A}");
        let plural_noun = stem.ends_with("\u{627}\u{62A}");
        (fold.ends_with(TA) && !plural_noun) || (after && imperfect)
    }
}

/// A people as actors: an adjective of a state in the plural, with the article.
fn people(i: usize, found: &Match<'_, ActorWord>, modifier: Modifier, out: &mut Vec<Draft>) -> usize {
    let owner = match modifier {
        Modifier::State(state) => Owner::State(state, HeadClass::Civil, None),
        Modifier::Camp(side) => Owner::Camp(side),
        Modifier::Plain => return i,
    };
    if !found.affixes.has(Affixes::AL) {
        return i;
    }
    let end = i + found.n_tokens;
    let class = Some(HeadClass::Civil);
    out.push(Draft {
        tokens: i..end,
        affixes: found.affixes,
        owner,
        kind: ActorKind::People,
        class,
        pronoun: false,
        camp: None,
    });
    end
}

/// Is it joined by wa- to the state or capital read just before?
fn joins(i: usize, found: &Match<'_, ActorWord>, out: &[Draft]) -> bool {
    let before = out.last().filter(|d| d.tokens.end == i && found.affixes == Affixes::WA);
    before.is_some_and(|d| matches!(d.kind, ActorKind::State | ActorKind::Capital))
}
