//! Who acts: names of factions, units and persons, noun phrases that stand for a side, states.
//!
//! A mention begins at a name, or at a head noun of the actor lexicon followed by whatever says
//! whose it is: adjectives of a state or side, a name in the genitive, a patron. [`find`] reads all
//! of them in one pass from left to right, the longest phrase first; what only context can tell
//! (whose "the fighters" are, which government is meant) is settled in a second pass over the
//! mentions. Every decision leaves a reason.

mod addressed;
mod army_of_name;
mod belongs;
mod combats;
mod context;
mod first_name;
mod for_side;
mod governor;
mod own_army;
mod owner;
mod persons;
mod phrase;
mod reason;
mod relation;
mod repeated;
mod scan;
mod speakers;
mod stage;
mod umbrella;
mod units;
mod whose;
mod whose_fighters;
mod words;

use std::ops::Range;

use smallvec::SmallVec;

pub use reason::Reason;
pub use stage::{Stage, stage, theatre};

use crate::base::Span;
use crate::knowledge::status::{Cue, CueForm, Speech, Status};
use crate::knowledge::{FactionId, HeadClass, Knowledge, StateIdx};
use crate::text::inflect::VerbForm;
use crate::text::{Match, Text};

/// What kind of words name the actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// The name of a faction, group, unit or institution.
    Faction,
    /// A noun phrase that says whose it is.
    Group,
    /// A noun phrase that only context resolves.
    Generic,
    /// A named person.
    Person,
    /// Someone by office.
    Official,
    /// The holder of an office of no known side.
    Office,
    /// A people as actors.
    People,
    /// Civilians.
    Civilians,
    /// The name of a state: an actor, or a place.
    State,
    /// A capital that stands for its government.
    Capital,
    /// An agency, a newspaper, an observer.
    Source,
}

/// An actor as a text names it.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorMention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its words.
    pub span: Span,
    /// The words, without proclitics.
    pub name: String,
    /// The faction it stands for.
    pub faction: FactionId,
    /// What kind of words.
    pub kind: ActorKind,
    /// What its head noun is; nothing for names.
    pub class: Option<HeadClass>,
    /// Who leads it, when it stands for an umbrella and the text says so.
    pub leader: Option<FactionId>,
    /// Is it told by an office, so that whoever holds it then is meant?
    pub by_office: bool,
    /// Does it tell for a side, so that its word is a claim?
    pub for_side: bool,
    /// Was the faction settled by context only?
    pub by_context: bool,
    /// How sure the faction is, 0 to 1.
    pub certainty: f32,
    /// Short reasons.
    pub why: SmallVec<[Reason; 1]>,
}

/// Finds every actor of `text`, in order, not overlapping.
pub fn find(text: &Text<'_>, knowledge: &Knowledge) -> Vec<ActorMention> {
    find_in(theatre(text, knowledge), text, knowledge)
}

/// The same when it is known whose war the text is about.
pub fn find_in(theatre: Option<StateIdx>, text: &Text<'_>, knowledge: &Knowledge) -> Vec<ActorMention> {
    let mut drafts = scan::drafts(text, knowledge);
    relation::forget_names_of_other_wars(theatre, &knowledge.actors, &mut drafts);
    let mut mentions = context::settle(theatre, text, knowledge, &drafts);
    speakers::name_speakers(text, knowledge, &mut mentions);
    persons::name_persons(text, knowledge, &mut mentions);
    mentions
}

/// Adds mentions that overlap none, in the order of the text.
fn insert(mentions: &mut Vec<ActorMention>, mut found: Vec<ActorMention>) {
    if !found.is_empty() {
        mentions.append(&mut found);
        mentions.sort_by_key(|m| m.tokens.start);
    }
}

/// How many tokens the verb of speech at token `i` has, when it is one in a form that `fits`.
fn speech_verb(
    text: &Text<'_>,
    status: &Status,
    i: usize,
    fits: impl Fn(Speech, VerbForm) -> bool,
) -> Option<usize> {
    speaking(&status.lexicon.longest_at(text, i)?, fits)
}

/// How many tokens a verb of speech has, when the word is one in a form that `fits`.
fn speaking(
    word: &Match<'_, SmallVec<[CueForm; 2]>>,
    fits: impl Fn(Speech, VerbForm) -> bool,
) -> Option<usize> {
    let speaks = word.value.iter().any(|c| match (c.cue, c.verb) {
        (Cue::Speech(speech), Some(verb)) => !verb.is_first_person && !verb.is_plural && fits(speech, verb),
        _ => false,
    });
    (speaks && !word.pronoun).then_some(word.n_tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let knowledge = Knowledge::embedded().expect("embedded data");
        let text = Text::new(text, &knowledge.vocabulary);
        find(&text, &knowledge)
            .into_iter()
            .map(|m| (m.name, knowledge.conflict.faction(m.faction).code.clone()))
            .collect()
    }

    #[test]
    fn the_longest_name_wins() {
        assert_eq!(read("كتائب حزب الله العراقية"), [("كتائب حزب الله العراقية".into(), "IRQ".into())]);
        assert_eq!(read("قوات سوريا الديمقراطية"), [("قوات سوريا الديمقراطية".into(), "SDF".into())]);
    }
}
