//! How a language speaks of places: cue words, parts, points of the compass, and the names of the
//! gazetteer as one lexicon.
//!
//! The words come from `language/places.toml`, the names from [`Conflict::places`](super::Conflict).

mod load;
mod of_city;
mod plain;
mod raw;
mod sounds;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use smallvec::SmallVec;

use plain::PlainNames;
use sounds::Sounds;

use super::{Conflict, PlaceIdx, PlaceKind, StateIdx};
use crate::text::{Articles, Lexicon, Text, TokenKind};

/// A word before a name that says what kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The kind; nothing for vague words.
    pub kind: Option<PlaceKind>,
    /// May a list of names follow (dual or plural)?
    pub many: bool,
}

/// A part of the place that is named next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartKind {
    /// The country around a town.
    Countryside,
    /// Its outskirts.
    Outskirts,
    /// Its quarters or streets.
    Quarters,
    /// Its centre.
    Centre,
    /// A front that is named after it.
    Axis,
    /// A building or square in it.
    Landmark,
    /// A road to it.
    Road,
    /// The side of it that a point of the compass names.
    Side,
}

/// Why a name is not the place of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Frame {
    /// It names the clock.
    TimeZone,
    /// It is part of the name of something else.
    PartOfName,
}

/// Everything that one phrase of the language can be. Degrees run clockwise from north.
#[expect(clippy::struct_excessive_bools, reason = "marks of one word, each on its own")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlaceWord {
    /// A cue word.
    pub cue: Option<Cue>,
    /// A part of a place.
    pub part: Option<PartKind>,
    /// A point of the compass before a place, in degrees.
    pub direction: Option<u16>,
    /// The same as an adjective, after a place.
    pub adjective: Option<u16>,
    /// The country of the story.
    pub country: bool,
    /// Its capital.
    pub capital: bool,
    /// A place named before.
    pub again: bool,
    /// The same, where what stands around it says so: it is another noun too.
    pub unsure: bool,
    /// A name after it is a place.
    pub locative: bool,
    /// It governs a place.
    pub governor: bool,
    /// A name after it is something else.
    pub frame: Option<Frame>,
    /// It is no name.
    pub not_name: bool,
    /// A unit of distance.
    pub kilometres: bool,
    /// Names follow it that an earlier cue word said the kind of: «villages, among them».
    pub introduces: bool,
    /// The place after it only lies beside: «close to X».
    pub neighbour: bool,
    /// A verb of which the place after it is the subject: «X saw clashes».
    pub scene: bool,
    /// A verb of what governments do: the capital beside it is one.
    pub of_state: bool,
    /// Before a governorate it is the city that this is governed from.
    pub seat: bool,
}

/// How much a name has to have for itself to be a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Nothing: it is a name only.
    #[default]
    None,
    /// A preposition right before it: it is a verb, an adverb or an adjective too.
    Word,
    /// A cue or governing word, or a firm neighbour: it is a noun too.
    Noun,
}

/// A name of the gazetteer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceName {
    /// The places of this name.
    pub places: SmallVec<[PlaceIdx; 2]>,
    /// Is it a word of the language too?
    pub doubt: Doubt,
    /// Does it begin with a cue word, a part or "capital"?
    pub cued: bool,
    /// Is it the adjective of a state too?
    pub adjective: bool,
    /// Words that, near it, make it something else; a position in [`PlaceWords::unless`].
    pub unless: Option<u16>,
    /// It is the place only in a text in which this country takes part (its ISO 3166 code).
    pub party: Option<String>,
}

/// All that is known about the words for places.
#[derive(Clone, Debug)]
pub struct PlaceWords {
    /// Cue words and the rest.
    pub words: Lexicon<PlaceWord>,
    /// Names.
    pub names: Lexicon<PlaceName>,
    /// Folded words that unmake a name.
    pub unless: Vec<Vec<String>>,
    /// Names of one plain word, to mend misread ones by.
    plain: PlainNames,
    /// The parts of the story's country by degrees clockwise from north; the centre last.
    pub regions: Vec<(Option<u16>, PlaceIdx)>,
    /// Governorates by the town whose name they bear.
    pub governorates: Vec<(PlaceIdx, PlaceIdx)>,
    /// Places that some name of theirs calls a capital, in order.
    pub capitals: Vec<PlaceIdx>,
    /// Cities abroad where news agencies sit, in order.
    pub offices: Vec<PlaceIdx>,
    /// ISO 3166 code of each state of the actor lexicon, where the gazetteer has it.
    pub countries: Vec<Option<String>>,
    /// The country of each such code.
    pub lands: Vec<Option<PlaceIdx>>,
    /// The state of each such code.
    pub states: FxHashMap<String, StateIdx>,
    /// Places whose name begins with a cue word («the town of X»), with that word, by what follows it, folded.
    pub under_cue: FxHashMap<String, Vec<(String, PlaceIdx)>>,
    /// The bases of each city, in the order of the gazetteer.
    pub bases: FxHashMap<PlaceIdx, Vec<PlaceIdx>>,
    /// First words of compound names, folded.
    pub compound: FxHashSet<String>,
    /// Bytes of the longest of them.
    pub longest_compound: usize,
    /// Words for hills, mountains and valleys, which are part of their names, folded.
    pub features: Vec<String>,
    /// The words that, before a governorate, name the city it is governed from.
    pub seats: Vec<String>,
    /// Their names by sound.
    sounds: Sounds,
    /// The codes of countries whose places have Arabic names, spelled in one way.
    pub arabic: Vec<String>,
    /// Words of the vocabulary from this position on stand in names of places only.
    pub only_names_from: usize,
}

impl Default for PlaceWords {
    fn default() -> Self {
        Self {
            words: Lexicon::new(Articles::Free),
            names: Lexicon::new(Articles::Exact),
            unless: Vec::new(),
            plain: PlainNames::default(),
            regions: Vec::new(),
            governorates: Vec::new(),
            countries: Vec::new(),
            lands: Vec::new(),
            states: FxHashMap::default(),
            capitals: Vec::new(),
            offices: Vec::new(),
            under_cue: FxHashMap::default(),
            bases: FxHashMap::default(),
            compound: FxHashSet::default(),
            longest_compound: 0,
            features: Vec::new(),
            seats: Vec::new(),
            arabic: Vec::new(),
            sounds: Sounds::default(),
            only_names_from: usize::MAX,
        }
    }
}

impl PlaceWords {
    /// The spellings, folded, of places of `country` that sound like the folded `name`.
    pub fn alike(&self, conflict: &Conflict, country: &str, name: &str) -> &[(String, PlaceIdx)] {
        self.sounds.alike(conflict, country, name)
    }

    /// Is token `i` a word that no lexicon but those of names knows?
    pub fn is_unheard(&self, text: &Text<'_>, i: usize) -> bool {
        text.tokens.get(i).is_some_and(|t| {
            t.kind == TokenKind::Word
                && text.readings(t).iter().all(|r| r.stem.index() >= self.only_names_from)
        })
    }

    /// The only plain name that differs from `fold` by one letter.
    pub fn mended(&self, fold: &str) -> Option<&str> {
        self.plain.mended(fold)
    }
}
