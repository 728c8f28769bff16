//! Who can act: names, head nouns, adjectives of states, words of allegiance.
//!
//! The words come from `language/actors.toml` (true of any war of the region) and from
//! `<conflict>/actors.toml` (what they mean for the factions of one conflict). Both are checked at
//! load. The result is one lexicon of [`ActorWord`]s: a phrase can be several things at once.

mod inflect;
mod load;
mod raw;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::FactionId;
use crate::text::{Articles, Lexicon, Text};

use inflect::{accusative, adjective_forms, third_persons};

/// A state or people, by its position in [`Actors::states`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateIdx(pub u16);

/// A named actor, by its position in [`Actors::names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameIdx(pub u16);

/// What kind of actor a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// A side, a group, a unit, an institution.
    Faction,
    /// A regular force, or the government it serves, of a side that no state of the lists stands for.
    Army,
    /// A person.
    Person,
    /// A state or a union of states.
    State,
    /// Someone whose part is to tell: an agency, an observer.
    Source,
}

/// What a head noun is; it decides which faction of a state an adjective names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HeadClass {
    /// An army or a part of one.
    Force,
    /// Who leads troops.
    Commander,
    /// A government or a part of one.
    Government,
    /// Who speaks for one.
    Official,
    /// An armed group.
    Group,
    /// Some of the members of whatever is named next.
    Member,
    /// Civilians.
    Civil,
    /// Newspapers, agencies, broadcasters.
    Media,
    /// An act: only an adjective after it names an actor.
    Act,
}

/// The side that a word names without naming a faction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Camp {
    /// The government of the state that the story is about.
    Government,
    /// Those in arms against it.
    Opposition,
    /// Shia groups.
    Shia,
}

impl Camp {
    /// Its word in the data and in reasons.
    pub fn name(self) -> &'static str {
        match self {
            Self::Government => "government",
            Self::Opposition => "opposition",
            Self::Shia => "shia",
        }
    }
}

/// A head noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// What it is.
    pub class: HeadClass,
    /// Whom it means by itself.
    pub side: Option<Camp>,
    /// By itself it means whoever was named last.
    pub weak: bool,
    /// Is it an actor with nothing else around it?
    pub alone: bool,
    /// Is it an office of no side, unless something says whose it is?
    pub apart: bool,
}

/// What an adjective says of the noun before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// It only describes.
    Plain,
    /// It names a side.
    Camp(Camp),
    /// It names a state or people.
    State(StateIdx),
}

/// How a group hangs on whoever is named next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// Supported by, loyal to.
    Backed,
    /// On the side of; said of forces only, as states that support somebody are none of theirs.
    Sides,
    /// Allied with.
    Allied,
    /// A part of.
    Part,
}

/// Everything that one phrase can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ActorWord {
    /// A name.
    pub name: Option<NameIdx>,
    /// A head noun.
    pub head: Option<Head>,
    /// An adjective, and whether this form of it is a plural of persons.
    pub modifier: Option<(Modifier, bool)>,
    /// A word of allegiance, and whether it is a verb whose object is the group and whose subject the patron.
    pub relation: Option<(Relation, bool)>,
    /// The name of a state.
    pub state: Option<StateIdx>,
    /// A capital that stands for its government.
    pub capital: Option<StateIdx>,
    /// A given name.
    pub given: bool,
    /// A title before a name.
    pub title: bool,
    /// A title that is a military rank.
    pub rank: bool,
    /// A particle of the grammar of names.
    pub particle: Option<Particle>,
}

impl ActorWord {
    /// Does no mention begin with it, unless it is another word with its article? Most are particles and adjectives.
    pub fn begins_nothing(&self) -> bool {
        let named =
            self.name.is_some() || self.head.is_some() || self.state.is_some() || self.capital.is_some();
        let people = matches!(self.modifier, Some((_, true)));
        !(named || people || self.rank || self.particle.is_some_and(|p| p.combats || p.local))
    }
}

/// What a particle tells about the words after it.
#[expect(clippy::struct_excessive_bools, reason = "marks of one word, each on its own")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Particle {
    /// It ties some members to their group.
    pub link: bool,
    /// After it the name of a state is a place.
    pub locative: bool,
    /// After it a capital is the subject.
    pub subject_after: bool,
    /// The name after it is one of those named before.
    pub including: bool,
    /// A preposition with the pronoun of a patron.
    pub pronoun: bool,
    /// Behind it stands who leads the force before it.
    pub led_by: bool,
    /// «against», as the part of a force's name that says whom it fights: «the room for combating X».
    pub combats: bool,
    /// It ties a group to the name behind it, to which it is said to belong.
    pub belongs: bool,
    /// It stands between planes or men and the adjective of whose they are believed to be.
    pub believed: bool,
    /// Soldiers of an army, and no gunmen of a group.
    pub soldiers: bool,
    /// The name of a unit may stand behind it.
    pub unit: bool,
    /// A verb of what befalls a town: a capital beside it is the city, not its government.
    pub befalls: bool,
    /// An office over the town or governorate whose name stands right behind it.
    pub local: bool,
    /// Suicide bombers: sent by whoever does such things in the text.
    pub dies: bool,
    /// A noun of control, behind which «the state» is its government.
    pub grip: bool,
    /// Planes: with the article those of whoever bombs where the text plays.
    pub flies: bool,
    /// A word with which the names of armed groups begin («helpers of», «freeing of»).
    pub founds: bool,
}

/// A named actor.
#[expect(clippy::struct_excessive_bools, reason = "marks of one name, each on its own")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorName {
    /// The first name of its list, for reasons.
    pub name: String,
    /// Its faction.
    pub faction: FactionId,
    /// What it is.
    pub kind: NameKind,
    /// The state whose affairs it belongs to, for telling which war a text is about.
    pub state: Option<StateIdx>,
    /// Does it mean this faction only where the text is about the conflict's own country?
    pub at_home: bool,
    /// Does it mean this faction only where the text names it otherwise, too, and the government else?
    pub in_company: bool,
    /// «the occupation»: is it the name of whoever the text names in full with it («the occupation of X»), and of this
    /// faction where it names nobody?
    pub shared: bool,
    /// Does it fight for the recognised government of its state?
    pub governs: bool,
    /// Does it tell for a side, so that its word is a claim: the channel of a movement, the agency of a government at war?
    pub for_side: bool,
    /// The states in the wars of which alone it is the actor, beside the conflict's own when `at_home`; everywhere when empty.
    pub only_in: Vec<StateIdx>,
    /// Folded words that, in the same sentence, mean that this is not the actor.
    pub not_near: Vec<String>,
}

/// The factions that a state's name or adjective stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Its government, ministries, officials.
    pub government: FactionId,
    /// Its soldiers.
    pub force: FactionId,
    /// Its armed groups.
    pub group: FactionId,
    /// Its commanders.
    pub commander: FactionId,
    /// Its people.
    pub people: FactionId,
    /// Whose planes and guns are meant where a text tells of bombing in it and names nobody.
    pub bombers: FactionId,
    /// Does it stand for them in a text about the conflict's own country only?
    pub at_home: bool,
}

/// A state or people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Stable name in the data files.
    pub id: String,
    /// Its names.
    pub names: Vec<String>,
    /// What its adjective means for the conflict's factions.
    pub origin: Origin,
    /// The state whose war a mention of it speaks for.
    pub theatre: Option<StateIdx>,
}

/// The factions that sides stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The government's.
    pub government: FactionId,
    /// The opposition's.
    pub opposition: FactionId,
    /// Civilians.
    pub civilians: FactionId,
    /// Everybody without a faction.
    pub other: FactionId,
    /// Shia groups of no named state.
    pub shia: FactionId,
}

/// The faction of groups of which only the patron is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    /// The patron.
    pub patron: FactionId,
    /// The faction of its groups.
    pub group: FactionId,
    /// Of opposition groups too.
    pub opposition: bool,
}

/// Another faction governs since a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// Its first day.
    pub day: chrono::NaiveDate,
    /// Who governs since then.
    pub faction: FactionId,
    /// Folded words that still mean the old government.
    pub old: Vec<String>,
}

/// All that is known about actors.
#[derive(Clone, Debug)]
pub struct Actors {
    /// Every phrase.
    pub words: Lexicon<ActorWord>,
    /// The named actors.
    pub names: Vec<ActorName>,
    /// Those of each faction.
    by_faction: FxHashMap<FactionId, Vec<NameIdx>>,
    /// The factions of states' governments and armies, everybody without a faction aside.
    of_states: Vec<FactionId>,
    /// States and peoples.
    pub states: Vec<State>,
    /// The state whose sides are meant when a text says no more.
    pub theatre: Option<StateIdx>,
    /// What sides mean.
    pub sides: Sides,
    /// Groups of which only the patron is named.
    pub clients: Vec<Client>,
    /// Folded nouns with which the names begin of those who send suicide bombers.
    pub orders: Vec<String>,
    /// Since which day another faction governs.
    pub succession: Option<Succession>,
}

impl Actors {
    /// The named actor behind an index.
    pub fn name(&self, idx: NameIdx) -> &ActorName {
        &self.names[idx.0 as usize]
    }

    /// Is token `at` a noun of control, behind which «the state» is its government?
    pub fn is_grip(&self, text: &Text<'_>, at: usize) -> bool {
        let found = self.words.longest_at(text, at);
        found.is_some_and(|m| m.n_tokens == 1 && m.value.particle.is_some_and(|p| p.grip))
    }

    /// Those named actors that are of `faction`.
    pub fn names_of(&self, faction: FactionId) -> impl Iterator<Item = &ActorName> {
        self.by_faction.get(&faction).into_iter().flatten().map(|&idx| self.name(idx))
    }

    /// Is it the faction of a state's government or army?
    pub fn is_of_state(&self, faction: FactionId) -> bool {
        self.of_states.contains(&faction)
    }

    /// The state behind an index.
    pub fn state(&self, idx: StateIdx) -> &State {
        &self.states[idx.0 as usize]
    }

    /// The faction of a group that is known by its patron only.
    pub fn client_of(&self, patron: FactionId) -> FactionId {
        self.clients.iter().find(|c| c.patron == patron).map_or(patron, |c| c.group)
    }

    /// Is an opposition group of this patron a faction of its own?
    pub fn has_client(&self, patron: FactionId) -> bool {
        self.clients.iter().any(|c| c.patron == patron && c.opposition)
    }
}

impl Default for Actors {
    fn default() -> Self {
        let nobody = FactionId(0);
        Self {
            words: Lexicon::new(Articles::Free),
            names: Vec::new(),
            by_faction: FxHashMap::default(),
            of_states: Vec::new(),
            states: Vec::new(),
            theatre: None,
            sides: Sides {
                government: nobody,
                opposition: nobody,
                civilians: nobody,
                other: nobody,
                shia: nobody,
            },
            clients: Vec::new(),
            orders: Vec::new(),
            succession: None,
        }
    }
}
