//! The shape of `actors.toml`, as written.

use serde::Deserialize;
use toml::Spanned;

use super::{Camp, HeadClass, NameKind, Relation};

/// `language/actors.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Language {
    pub(super) given_names: Vec<String>,
    /// Military ranks before the name of a person.
    #[serde(default)]
    pub(super) ranks: Vec<String>,
    /// Titles before the name of a person.
    #[serde(default)]
    pub(super) titles: Vec<String>,
    /// Phrases that only look like actors.
    #[serde(default)]
    pub(super) no_actors: Vec<String>,
    /// Prepositions between some members and their group.
    pub(super) links: Vec<String>,
    /// Prepositions after which the name of a state or capital is a place.
    pub(super) locatives: Vec<String>,
    /// Conjunctions after which a capital is the subject.
    pub(super) subject_after: Vec<String>,
    pub(super) befalls: Vec<String>,
    /// Before the name of one of those just named.
    pub(super) including: Vec<String>,
    /// A preposition with a pronoun, after a word of allegiance.
    pub(super) pronouns: Vec<String>,
    pub(super) units: Vec<String>,
    #[serde(default)]
    pub(super) suicides: Vec<String>,
    /// Before «the state», whose grip they tell of.
    #[serde(default)]
    pub(super) grips: Vec<String>,
    #[serde(default)]
    pub(super) orders: Vec<String>,
    /// Before who leads the force named before them.
    pub(super) led_by: Vec<String>,
    #[serde(default)]
    pub(super) combats: Vec<String>,
    #[serde(default)]
    pub(super) belonging: Vec<String>,
    #[serde(default)]
    pub(super) believed: Vec<String>,
    #[serde(default)]
    pub(super) soldiers: Vec<String>,
    #[serde(default)]
    pub(super) planes: Vec<String>,
    #[serde(default)]
    pub(super) founders: Vec<String>,
    /// Offices over a place that is named right behind them.
    #[serde(default)]
    pub(super) locals: Vec<String>,
    pub(super) state: Vec<RawState>,
    pub(super) head: Vec<RawHead>,
    pub(super) modifier: Vec<RawModifier>,
    pub(super) relation: Vec<RawRelation>,
    #[serde(default)]
    pub(super) actor: Vec<RawActor>,
}

/// `<conflict>/actors.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Conflict {
    pub(super) theatre: Spanned<String>,
    pub(super) government: Spanned<String>,
    pub(super) opposition: Spanned<String>,
    pub(super) civilians: Spanned<String>,
    pub(super) other: Spanned<String>,
    pub(super) shia: Spanned<String>,
    pub(super) succession: Option<RawSuccession>,
    #[serde(default)]
    pub(super) origin: Vec<RawOrigin>,
    #[serde(default)]
    pub(super) patron: Vec<RawPatron>,
    #[serde(default)]
    pub(super) actor: Vec<RawActor>,
}

/// Who governs since when.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSuccession {
    pub(super) day: Spanned<String>,
    pub(super) faction: Spanned<String>,
    pub(super) old: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawState {
    pub(super) id: Spanned<String>,
    /// The state whose affairs a people's are.
    pub(super) of: Option<Spanned<String>>,
    /// Is it a movement in arms, its people no civilians?
    #[serde(default)]
    pub(super) armed: bool,
    /// May a war be told of it?
    #[serde(default)]
    pub(super) theatre: bool,
    #[serde(default)]
    pub(super) names: Vec<String>,
    pub(super) nisba: Vec<String>,
    #[serde(default)]
    pub(super) plurals: Vec<String>,
    #[serde(default)]
    pub(super) capitals: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawHead {
    pub(super) class: HeadClass,
    pub(super) side: Option<Camp>,
    #[serde(default)]
    pub(super) weak: bool,
    pub(super) alone: Option<bool>,
    #[serde(default)]
    pub(super) apart: bool,
    pub(super) words: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawModifier {
    pub(super) effect: Spanned<String>,
    pub(super) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRelation {
    pub(super) kind: Relation,
    pub(super) words: Vec<String>,
    #[serde(default)]
    pub(super) verbs: Vec<String>,
}

#[expect(clippy::struct_excessive_bools, reason = "keys of the data file, each on its own")]
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawActor {
    pub(super) faction: Spanned<String>,
    pub(super) kind: NameKind,
    pub(super) state: Option<Spanned<String>>,
    pub(super) names: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) at_home: bool,
    /// Does it mean the faction only where the text names it otherwise, too, and the government else?
    #[serde(default)]
    pub(super) in_company: bool,
    /// «the occupation»: is it the name of whoever the text names in full with it?
    #[serde(default)]
    pub(super) shared: bool,
    /// Does it fight for the recognised government of its state?
    #[serde(default)]
    pub(super) governs: bool,
    /// Does it tell for a side, so that its word is a claim?
    #[serde(default)]
    pub(super) for_side: bool,
    #[serde(default)]
    pub(super) only_in: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) not_near: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOrigin {
    pub(super) state: Spanned<String>,
    /// Does it stand for these factions in a text about the conflict's own country only?
    #[serde(default)]
    pub(super) at_home: bool,
    pub(super) all: Option<Spanned<String>>,
    pub(super) government: Option<Spanned<String>>,
    pub(super) force: Option<Spanned<String>>,
    pub(super) group: Option<Spanned<String>>,
    pub(super) commander: Option<Spanned<String>>,
    pub(super) people: Option<Spanned<String>>,
    /// Who bombs there, where a text names nobody; its soldiers when not told.
    pub(super) bombers: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPatron {
    pub(super) of: Spanned<String>,
    pub(super) group: Spanned<String>,
    #[serde(default)]
    pub(super) opposition: bool,
}
