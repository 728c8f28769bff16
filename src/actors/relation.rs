//! Backed by, loyal to, part of: the patron that a phrase names.

use super::owner::{Owner, Patron};
use super::phrase::{Draft, Phrase};
use super::scan::{PROCLITIC, Reader};
use crate::knowledge::{ActorWord, Actors, Camp, HeadClass, Modifier, NameIdx, Relation, StateIdx};
use crate::text::Match;

/// Who, which: the relative pronouns of one, feminine and masculine, and of many.
const RELATIVES: [&str; 3] =
    ["\u{627}\u{644}\u{62A}\u{64A}", "\u{627}\u{644}\u{630}\u{64A}", "\u{627}\u{644}\u{630}\u{64A}\u{646}"];

/// Forgets names that mean somebody in other wars only («the enemy»), and keeps what is told with them.
pub(super) fn forget_names_of_other_wars(
    theatre: Option<StateIdx>,
    actors: &Actors,
    drafts: &mut Vec<Draft>,
) {
    drafts.retain(|d| match d.owner {
        Owner::Name(name) => {
            let known = actors.name(name);
            d.class.is_some() || known.at_home || known.only_in.is_empty() || is_meant(theatre, actors, name)
        }
        _ => true,
    });
}

/// Does the name mean its faction in the war of this state?
pub(super) fn is_meant(theatre: Option<StateIdx>, actors: &Actors, name: NameIdx) -> bool {
    let name = actors.name(name);
    let listed = theatre.is_some_and(|t| name.only_in.contains(&t));
    if name.at_home {
        theatre.is_none() || theatre == actors.theatre || listed
    } else {
        name.only_in.is_empty() || listed
    }
}

impl Reader<'_, '_> {
    /// «came under the control of the state»: does the noun of government at token `i` say whose control is told?
    pub(super) fn is_gripping(&self, phrase: &Phrase, i: usize) -> bool {
        let governs = phrase.head.class == HeadClass::Government && self.text.is_definite(i);
        governs && i.checked_sub(1).is_some_and(|j| self.actors.is_grip(self.text, j))
    }

    /// Backed by, loyal to, part of: whom?
    pub(super) fn relation(
        &self,
        phrase: &mut Phrase,
        at: usize,
        found: &Match<'_, ActorWord>,
        (relation, verb): (Relation, bool),
    ) -> bool {
        let fights = matches!(phrase.head.class, HeadClass::Force | HeadClass::Group);
        if relation == Relation::Sides && !fights {
            return false;
        }
        let mut j = at + found.n_tokens;
        if verb {
            // «forces that X leads», «the coalition that Y leads», and no «X leads forces».
            j = self.past_rank(j);
            let led = found.pronoun && !found.affixes.has_any(PROCLITIC);
            return led && self.tie(phrase, at, j, relation);
        }
        if self.at(j).is_some_and(|m| m.value.particle.is_some_and(|p| p.pronoun)) {
            phrase.patron.get_or_insert((Patron::Pronoun, relation));
            phrase.decide(at);
            phrase.end = j + 1;
            return true;
        }
        // «loyal to Marshal X».
        j = self.past_rank_of(j);
        // The preposition, which may be two words.
        let is_small = |j: usize| {
            self.text.fold_at(j).len() <= 6 && self.at(j).is_none_or(|m| m.value.particle.is_some())
        };
        for _ in 0..2 {
            j += usize::from(is_small(j));
        }
        self.tie(phrase, at, j, relation) || self.loyal(phrase, at, found, relation)
    }

    /// «loyal factions», «loyal gunmen»: where nobody is named to whom, those who are loyal to the government.
    fn loyal(
        &self,
        phrase: &mut Phrase,
        at: usize,
        found: &Match<'_, ActorWord>,
        relation: Relation,
    ) -> bool {
        const LOYAL: &str = "\u{645}\u{648}\u{627}\u{644}";
        let bare = crate::text::without_article(self.text.fold_at(at));
        let loyal =
            relation == Relation::Backed && bare.starts_with(LOYAL) && !found.affixes.has_any(PROCLITIC);
        if !loyal || !phrase.undecided() {
            return false;
        }
        phrase.side = Some(Camp::Government);
        phrase.decide(at);
        phrase.end = at + found.n_tokens;
        true
    }

    /// «planes believed to be Russian»: the token behind the words of belief, when an adjective stands there.
    fn past_belief(&self, i: usize) -> Option<usize> {
        let of_belief =
            |m: Match<'_, ActorWord>| m.value.particle.is_some_and(|p| p.believed).then_some(m.n_tokens);
        let n = self.at(i).and_then(of_belief)?;
        let state = |m: &Match<'_, ActorWord>| matches!(m.value.modifier, Some((Modifier::State(_), _)));
        self.at(i + n).filter(|m| m.affixes.is_empty() && state(m)).map(|_| i + n)
    }

    /// «the forces that X leads»: the token behind the relative pronoun, when a verb of allegiance stands there; «who are believed
    /// to be of X»: that behind the belief.
    pub(super) fn past_relative(&self, i: usize) -> usize {
        if let Some(behind) = self.past_belief(i) {
            return behind;
        }
        let relative = RELATIVES.contains(&self.text.fold_at(i));
        let ties = || self.bare(i + 1).is_some_and(|m| m.pronoun && m.value.relation.is_some_and(|r| r.1));
        i + usize::from(relative && ties())
    }

    /// Ties the phrase to the patron named at token `j`, by what is told at token `at`.
    fn tie(&self, phrase: &mut Phrase, at: usize, j: usize, relation: Relation) -> bool {
        let Some((patron, n_tokens)) = self.patron(j) else { return false };
        if phrase.patron.is_none() {
            phrase.patron = Some((patron, relation));
            phrase.decide(at);
        }
        phrase.end = j + n_tokens;
        true
    }

    /// Members of a group: the group after a preposition.
    pub(super) fn linked(&self, phrase: &mut Phrase, at: usize) -> bool {
        let at = self.skip_quotes(at);
        let Some(next) = self.bare(at) else { return false };
        // «the factions were able to capture two»: what could be «families» is none of theirs.
        // «the opposition took from the forces of X»: who has a side is none of another.
        let many = self.text.fold_at(phrase.bare_end - 1).ends_with('\u{646}'); // «the fighters of X»
        if phrase.is_definite_group() && phrase.head.side.is_some() && !many {
            return false;
        }
        let outsiders = phrase.is_definite_group() && next.affixes.is_empty();
        let inner = next
            .value
            .head
            .is_some_and(|h| h.class != HeadClass::Act && !(h.class == HeadClass::Civil && outsiders));
        (inner || next.value.name.is_some()) && self.nest(phrase, at, &next)
    }

    /// "of the jihadist factions" after a name says no more whose it is.
    pub(super) fn out_of_groups(&self, phrase: &mut Phrase, at: usize) -> bool {
        let Some(next) = self.bare(at) else { return false };
        let group = next.value.head.is_some_and(|h| h.class == HeadClass::Group && h.weak);
        if group && phrase.name.is_some() {
            phrase.end = at + next.n_tokens;
        }
        group && phrase.name.is_some()
    }

    fn patron(&self, j: usize) -> Option<(Patron, usize)> {
        let next = self.at(j)?;
        let word = next.value;
        if let Some(name) = word.name {
            return Some((Patron::Name(name), next.n_tokens));
        }
        if let Some(state) = word.state.or(word.capital) {
            return Some((Patron::State(state), next.n_tokens));
        }
        if let Some((name, _)) = self.name_otherwise(j, &next) {
            return Some((Patron::Name(name), 1));
        }
        let head = word.head?;
        let after = self.bare(j + next.n_tokens);
        if let Some((Modifier::State(state), _)) = after.and_then(|m| m.value.modifier) {
            return Some((Patron::State(state), next.n_tokens + 1));
        }
        if let Some(name) = after.and_then(|m| m.value.name) {
            return Some((Patron::Name(name), next.n_tokens + after.map_or(0, |m| m.n_tokens)));
        }
        // «a patrol that belongs to the police».
        let own = (head.class == HeadClass::Force && self.has_article(j + next.n_tokens - 1))
            .then_some(Camp::Government);
        Some((Patron::Camp(head.side.or(own)?), next.n_tokens))
    }
}
