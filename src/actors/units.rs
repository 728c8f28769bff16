//! Troops that bear a number, planes, bands with a name that no list knows: whose they are, where their words name nobody.

use super::owner::{Owner, Patron};
use super::phrase::Phrase;
use super::scan::Reader;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::{ActorWord, Camp, HeadClass, Modifier, Relation, StateIdx};
use crate::text::numbers::{Numeral, numeral_at};
use crate::text::{Affixes, Match, TokenKind};

impl<'t> Reader<'t, '_> {
    /// «the ninth division», «brigade 37»: takes in the number of a unit.
    pub(super) fn number(&self, phrase: &mut Phrase, at: usize) -> bool {
        let unit = |i: usize| {
            let found = self.at(i).filter(|m| !m.pronoun);
            found.is_some_and(|m| {
                m.value.particle.is_some_and(|p| p.unit) || self.ranked_unit(i, &m).is_some()
            })
        };
        let force = phrase.head.class == HeadClass::Force && phrase.of.is_none() && phrase.undecided();
        let Some(head) = phrase.bare_end.checked_sub(1).filter(|_| force) else { return false };
        let Some(token) = self.text.tokens.get(at).filter(|_| unit(head)) else { return false };
        let end = if token.kind == TokenKind::Number {
            at + 1
        } else {
            // Its ordinal has the article that the unit has, and so does one with ten: «the sixteenth».
            let Some(n) = numeral_at(self.text, self.numbers, at).filter(Numeral::is_ordinal) else {
                return false;
            };
            n.end
        };
        phrase.of = Some(Owner::Unit);
        phrase.end = end;
        true
    }

    /// «the brigade 37»: a noun that is a rank with its article, too, before the number of a unit.
    pub(super) fn ranked_unit(&self, i: usize, found: &Match<'_, ActorWord>) -> Option<Match<'t, ActorWord>> {
        let next = self.text.tokens.get(i + 1).filter(|_| found.value.rank && found.n_tokens == 1)?;
        let numbered = next.kind == TokenKind::Number
            || numeral_at(self.text, self.numbers, i + 1).is_some_and(|n| n.is_ordinal());
        let readings = self.text.readings_at(i).iter().filter(|r| numbered && r.affixes.has(Affixes::AL));
        readings.into_iter().find_map(|r| {
            let value = self.actors.words.of_word(r.stem).filter(|w| w.particle.is_some_and(|p| p.unit))?;
            Some(Match { value, n_tokens: 1, affixes: r.affixes, pronoun: false })
        })
    }

    /// «the warplanes», «the air force»: planes that the text leaves to whoever bombs there.
    pub(super) fn flies(&self, phrase: &Phrase, i: usize, found: &Match<'_, ActorWord>) -> bool {
        if phrase.head.class != HeadClass::Force || i >= phrase.end {
            return false;
        }
        let planes = |m: &Match<'_, ActorWord>| m.value.particle.is_some_and(|p| p.flies);
        let flies = planes(found) || self.at(phrase.bare_end - 1).is_some_and(|m| planes(&m));
        if !flies {
            return false;
        }
        let via = |j: usize| {
            let cue = self.status.lexicon.longest_at(self.text, j);
            cue.is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::Prep(Prep::Via)))
        };
        // «by means of the air force».
        let by = (1..=2).any(|n| i.checked_sub(n).is_some_and(via));
        let means = found.affixes.has_any(Affixes::BI.with(Affixes::KA)) || by;
        self.text.is_definite(phrase.bare_end - 1) && !means
    }

    /// «the group of helpers of the faith», «the front for freeing X»: a band whose name no list knows, by a word with which
    /// such names begin, `found` at token `at`.
    pub(super) fn band(&self, phrase: &mut Phrase, at: usize, found: Option<Match<'_, ActorWord>>) -> bool {
        // «the brigade of the martyrs of X»: a unit bears such a name too.
        let unit = phrase.head.class == HeadClass::Force && phrase.bare_end == at;
        let group = phrase.head.class == HeadClass::Group || unit;
        let group = group && phrase.of.is_none() && phrase.undecided();
        let begins = |m: &Match<'_, ActorWord>| m.value.particle.is_some_and(|p| p.founds);
        let Some(found) = found.filter(|m| group && begins(m) && !m.pronoun) else { return false };
        // «members of the army»: an army, and no name that begins with that word.
        let army = found.affixes == Affixes::AL && found.value.head.is_some();
        let bare = found.affixes.is_empty() || found.affixes == Affixes::AL && !army;
        let named = phrase.bare_end <= at && at <= phrase.bare_end + 1 && !phrase.definite && bare;
        let aims = phrase.definite && found.affixes == Affixes::LI && !unit;
        let word = |i: usize| self.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word);
        // «the movement of Justice and Equality»: a name of its own, with nothing in the genitive.
        let whole = named && found.affixes == Affixes::AL;
        if !(named || aims) || phrase.pronoun || !whole && !word(at + found.n_tokens) {
            return false;
        }
        let mut end = at + found.n_tokens + usize::from(!whole);
        // «the victory of Islam and the Muslims».
        while word(end)
            && self.text.readings_at(end).iter().any(|r| r.affixes == Affixes::WA.with(Affixes::AL))
            && named
        {
            end += 1;
        }
        phrase.of = Some(Owner::Camp(Camp::Opposition));
        phrase.decide(at);
        phrase.end = end;
        true
    }

    /// «factions of the Free Army that X backs»: a name of the umbrella of the opposition with a patron that has clients in
    /// it is its client.
    pub(super) fn client_owner(&self, phrase: &Phrase) -> Option<Owner> {
        let name = self.actors.name(phrase.name?);
        let (patron, relation) = phrase.patron?;
        let of = match patron {
            Patron::State(state) => self.actors.state(state).origin.government,
            Patron::Name(name) => self.actors.name(name).faction,
            _ => return None,
        };
        let umbrella = name.faction == self.actors.sides.opposition && self.actors.has_client(of);
        (umbrella && relation == Relation::Backed).then_some(Owner::Patron(
            patron,
            relation,
            Some(Camp::Opposition),
        ))
    }

    /// «the two armies, the X and the free one»: the second is the client of X.
    pub(super) fn client(&self, phrase: &mut Phrase, at: usize, next: &Match<'_, ActorWord>) -> bool {
        const DUAL: [&str; 2] = ["\u{627}\u{646}", "\u{64A}\u{646}"];
        let free =
            matches!(next.value.modifier, Some((Modifier::Plain | Modifier::Camp(Camp::Opposition), _)));
        let head = self.text.fold_at(phrase.bare_end - 1);
        let two = phrase.head.class == HeadClass::Force && DUAL.iter().any(|end| head.ends_with(end));
        let (Some(state), true) = (phrase.state, free && two && phrase.second.is_none()) else {
            return false;
        };
        if next.affixes != Affixes::WA.with(Affixes::AL) || Some(state) == self.actors.theatre {
            return false;
        }
        let own = self.bare(at + next.n_tokens).filter(|m| {
            m.affixes.has(Affixes::AL)
                && m.value.modifier == Some((Modifier::State(self.actors.theatre.unwrap_or(state)), false))
        });
        phrase.end = at + next.n_tokens + own.map_or(0, |m| m.n_tokens);
        phrase.second = Some((at..phrase.end, state));
        true
    }
}

impl Phrase {
    /// Whose the second of two is: «the X and Y army», «the two armies, the X and the free Y».
    pub(super) fn second_owner(&self, state: StateIdx) -> Owner {
        match self.state {
            // A second one of the same state is its client; so is a free one beside the army of X.
            Some(first) if first == state || self.side == Some(Camp::Opposition) => {
                Owner::Patron(Patron::State(first), Relation::Sides, Some(Camp::Opposition))
            }
            _ => Owner::State(state, self.head.class, self.side),
        }
    }
}
