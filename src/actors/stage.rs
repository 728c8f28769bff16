//! Whose war a text is about, by the states, sides and places that it names.

use crate::knowledge::{ActorWord, Doubt, Knowledge, Modifier, PlaceKind, StateIdx};
use crate::text::{Lexicons, Text, TokenKind};

/// Whose war a text is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stage {
    /// The state; the conflict's own unless another is named clearly more.
    pub theatre: Option<StateIdx>,
    /// Does the text name it, a side of its war or a place in it?
    pub is_named: bool,
    /// Does it name the conflict's own state so?
    pub names_own: bool,
    /// The state named most of those that are no scene of a war.
    pub party: Option<StateIdx>,
    /// Is that state named once only?
    pub names_party_once: bool,
}

impl Stage {
    /// Whose sides «the army» and «the gunmen» are: those of a state that is no scene of a war, where the text names one
    /// and nothing of the conflict's own; of a state that takes part in the conflict more than once.
    pub fn war(&self, knowledge: &Knowledge) -> Option<StateIdx> {
        let own = self.party.filter(|&s| is_apart(knowledge, s) || !self.names_party_once);
        own.filter(|_| !self.is_named && !self.names_own).or(self.theatre)
    }
}

/// Does the state take no part in the conflict?
fn is_apart(knowledge: &Knowledge, state: StateIdx) -> bool {
    knowledge.actors.state(state).origin.government == knowledge.actors.sides.other
}

/// The state whose war `text` is about; the conflict's own unless another is named clearly more.
pub fn theatre(text: &Text<'_>, knowledge: &Knowledge) -> Option<StateIdx> {
    stage(text, knowledge).theatre
}

/// Reads whose war `text` is about.
pub fn stage(text: &Text<'_>, knowledge: &Knowledge) -> Stage {
    let actors = &knowledge.actors;
    let mut counts = vec![0_u32; actors.states.len()];
    let mut parties = vec![0_u32; actors.states.len()];
    let mut doubtful = vec![0_u32; actors.states.len()];
    let names = Lexicons::default().with(&knowledge.place_words.names).with(&actors.words);
    for i in (0..text.tokens.len()).filter(|&i| names.may_begin_at(text, i)) {
        let place = state_of_place(text, i, knowledge);
        let theatre = place.and_then(|(s, sure)| Some((actors.state(s).theatre?, sure)));
        match theatre {
            Some((state, true)) => {
                counts[state.0 as usize] += 1;
                continue;
            }
            Some((state, false)) => doubtful[state.0 as usize] += 1,
            None => {}
        }
        let found = actors.words.longest_at(text, i);
        // A town of a state that takes part and is no scene of a war, and not its capital, which is its government as often.
        let party = |s: StateIdx| theatre.is_none() && found.is_none() && !is_apart(knowledge, s);
        if let Some((state, true)) = place.filter(|(s, _)| party(*s)) {
            parties[state.0 as usize] += 1;
        }
        let Some(found) = found else { continue };
        let Some(state) = state_of_word(found.value, knowledge) else { continue };
        match actors.state(state).theatre {
            Some(theatre) => counts[theatre.0 as usize] += 1,
            None => parties[state.0 as usize] += 1,
        }
    }
    // A town of that name in one of two countries is abroad at any rate.
    if counts.iter().all(|&n| n == 0) {
        counts = doubtful;
    }
    let Some(own) = actors.theatre else { return Stage::default() };
    let own_count = counts[own.0 as usize];
    let most = |of: &[u32]| (0..of.len()).max_by_key(|&i| (of[i], usize::MAX - i)).unwrap_or_default();
    let best = most(&counts);
    let clear =
        counts[best] >= 3 && 2 * counts[best] > 3 * own_count || (counts[best] >= 1 && own_count == 0);
    let theatre = if clear { StateIdx(best as u16) } else { own };
    let party = most(&parties);
    Stage {
        theatre: Some(theatre),
        is_named: counts[theatre.0 as usize] > 0,
        names_own: own_count > 0,
        party: (parties[party] > 0).then_some(StateIdx(party as u16)),
        names_party_once: parties[party] == 1,
    }
}

/// The state that a word for actors names.
fn state_of_word(word: &ActorWord, knowledge: &Knowledge) -> Option<StateIdx> {
    let named = word.name.and_then(|n| knowledge.actors.name(n).state);
    let adjective = match word.modifier {
        Some((Modifier::State(state), _)) => Some(state),
        _ => None,
    };
    named.or(word.state).or(word.capital).or(adjective)
}

/// The state that the place named at token `i` lies in, and whether it is sure: of two foreign countries with a place of
/// that name it is that of the larger one. A word of the language is a place behind a preposition or a word for a place only.
fn state_of_place(text: &Text<'_>, i: usize, knowledge: &Knowledge) -> Option<(StateIdx, bool)> {
    let words = &knowledge.place_words;
    let found = words.names.longest_at(text, i)?;
    if found.pronoun || found.value.adjective {
        return None;
    }
    let introduced = || {
        let before =
            i.checked_sub(1).and_then(|j| words.words.longest_at(text, j).filter(|m| m.n_tokens == 1));
        found.affixes.is_empty()
            && before.is_some_and(|m| match found.value.doubt {
                Doubt::Word => m.value.locative || m.value.cue.is_some() || m.value.direction.is_some(),
                _ => m.value.cue.is_some_and(|c| c.kind.is_some()),
            })
    };
    if found.value.doubt != Doubt::None && !introduced() {
        return None;
    }
    let country = |p| knowledge.conflict.place(p).country.as_str();
    let (&first, others) = found.value.places.split_first()?;
    // Divisions and academies, without a name of their own, have namesakes in every army.
    let only_names = |t: usize| {
        let readings = text.readings_at(t);
        let word = text.tokens[t].kind == TokenKind::Word && !readings.is_empty();
        word && readings.iter().all(|r| r.stem.index() >= words.only_names_from)
    };
    let unnamed = || !(i..i + found.n_tokens).any(only_names);
    let place = knowledge.conflict.place(first);
    let vague = found.value.doubt != Doubt::None && place.kind == PlaceKind::Region;
    if vague || place.kind == PlaceKind::Base && place.is_site && unnamed() {
        return None;
    }
    let alike = others.iter().all(|&p| country(p) == country(first));
    if alike {
        return words.states.get(country(first)).map(|&s| (s, true));
    }
    let own = knowledge.conflict.country.map(country);
    let places = &found.value.places;
    let largest = places.iter().copied().max_by_key(|&p| knowledge.conflict.place(p).population)?;
    let abroad = places.iter().all(|&p| Some(country(p)) != own);
    words.states.get(country(largest)).filter(|_| abroad).map(|&s| (s, false))
}
