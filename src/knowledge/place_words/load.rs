//! Reads `language/places.toml` and makes the lexicon of names.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::of_city::name_with_city;
use super::raw::{Form, Raw};
use super::{Cue, Doubt, PlaceName, PlaceWord, PlaceWords};
use crate::base::Result;
use crate::knowledge::table::TomlFile;
use crate::knowledge::{Actors, Conflict, Files, PlaceIdx, PlaceKind, Side, StateIdx};
use crate::text::fold::{fold, is_word_char};
use crate::text::{ARTICLE, Vocabulary};

const FILE: &str = "language/places.toml";
/// Father of, in its three cases; names begin with it.
const ABU: [&str; 3] = ["\u{627}\u{628}\u{648}", "\u{627}\u{628}\u{64A}", "\u{627}\u{628}\u{627}"];

/// The endings of an adjective.
const ADJECTIVE: [&str; 8] = [
    "",
    "\u{629}",
    "\u{627}\u{646}",
    "\u{62A}\u{627}\u{646}",
    "\u{64A}\u{646}",
    "\u{62A}\u{64A}\u{646}",
    "\u{648}\u{646}",
    "\u{627}\u{62A}",
];

impl PlaceWords {
    /// Loads the words for places, and the names of the gazetteer of `conflict`.
    ///
    /// # Errors
    /// When the file is missing, has another shape, or gives a direction that is no whole eighth.
    pub fn load(
        files: &Files,
        conflict: &Conflict,
        actors: &Actors,
        vocabulary: &mut Vocabulary,
    ) -> Result<Self> {
        let file = TomlFile::<Raw>::read(files, FILE)?;
        let mut loaded = Self::default();
        for (phrase, word) in words(&file)? {
            if let Err(_again) = loaded.words.insert(vocabulary, &phrase, word) {
                debug_assert!(phrase.is_empty(), "keys are unique after folding");
            }
        }
        let mut names = names(conflict, &file.value);
        mark(&file.value, &mut names, &mut loaded.unless);
        name_with_city(conflict, &file.value, &mut names);
        for (phrase, name) in &mut names {
            let opens = phrase.split_once(' ').and_then(|(first, _)| loaded.words.get(vocabulary, first));
            name.cued = opens.is_some_and(|w| w.cue.is_some() || w.part.is_some() || w.capital);
            if let (Some(true), [capital]) = (opens.map(|w| w.capital), &name.places[..]) {
                loaded.capitals.push(*capital);
            }
            if name.cued {
                name.doubt = Doubt::None;
            }
            let cue = opens.and_then(|w| w.cue).filter(|c| !c.many && c.kind.is_some());
            if let (Some((word, bare)), true) = (phrase.split_once(' '), cue.is_some()) {
                let sites = name.places.iter().filter(|p| !conflict.place(**p).kind.is_area());
                let under = loaded.under_cue.entry(bare.to_owned()).or_default();
                under.extend(sites.map(|p| (word.to_owned(), *p)));
            }
            let known = actors.words.get(vocabulary, phrase);
            name.adjective = known.is_some_and(|w| w.modifier.is_some());
        }
        let offices = file.value.offices.iter().filter_map(|office| names.get(&key(office)));
        loaded.offices = offices.flat_map(|name| name.places.iter().copied()).collect();
        loaded.offices.sort_unstable();
        loaded.capitals.sort_unstable();
        loaded.capitals.dedup();
        loaded.countries = countries(conflict, actors, &names);
        loaded.lands = lands(conflict, &loaded.countries);
        for (i, code) in loaded.countries.iter().enumerate() {
            let state = StateIdx(i as u16);
            loaded.states.extend(code.clone().map(|code| (code, state)));
        }
        let site = |n: &PlaceName| n.places.iter().any(|p| conflict.place(*p).is_site);
        let plain = names.iter().filter(|(phrase, n)| {
            !phrase.contains(' ') && phrase.chars().count() >= 4 && n.doubt == Doubt::None && site(n)
        });
        plain.for_each(|(phrase, _)| loaded.plain.add(phrase));
        loaded.regions = regions(conflict);
        loaded.governorates = governorates(conflict);
        for (i, place) in conflict.places.iter().enumerate().filter(|(_, p)| p.kind == PlaceKind::Base) {
            if let Some(city) = place.parent {
                loaded.bases.entry(city).or_default().push(PlaceIdx(i as u32));
            }
        }
        loaded.compound = file.value.compound.iter().map(|w| fold(w)).collect();
        loaded.longest_compound = loaded.compound.iter().map(String::len).max().unwrap_or_default();
        loaded.features = file.value.features.iter().map(|w| fold(w)).collect();
        loaded.seats.clone_from(&file.value.seats);
        loaded.arabic.clone_from(&file.value.arabic);
        loaded.only_names_from = vocabulary.len();
        for (phrase, name) in names {
            if let Err(_again) = loaded.names.insert(vocabulary, &phrase, name) {
                debug_assert!(phrase.is_empty(), "keys are unique after folding");
            }
        }
        Ok(loaded)
    }
}

/// The words of a phrase, folded, with one space between.
pub(super) fn key(phrase: &str) -> String {
    let words: Vec<String> = phrase
        .split(|c: char| !is_word_char(c) && !c.is_ascii_digit())
        .filter(|w| !w.is_empty())
        .map(fold)
        .collect();
    words.join(" ")
}

fn words(file: &TomlFile<Raw>) -> Result<BTreeMap<String, PlaceWord>> {
    let raw = &file.value;
    let mut words: BTreeMap<String, PlaceWord> = BTreeMap::new();
    let mut mark = |phrases: &[String], set: &dyn Fn(&mut PlaceWord)| {
        for phrase in phrases {
            set(words.entry(key(phrase)).or_default());
        }
    };
    mark(&raw.country, &|w| w.country = true);
    mark(&raw.capital, &|w| w.capital = true);
    mark(&raw.again, &|w| w.again = true);
    mark(&raw.unsure, &|w| w.unsure = true);
    mark(&raw.locatives, &|w| w.locative = true);
    mark(&raw.governors, &|w| w.governor = true);
    mark(&raw.not_names, &|w| w.not_name = true);
    mark(&raw.kilometres, &|w| w.kilometres = true);
    mark(&raw.introducers, &|w| w.introduces = true);
    mark(&raw.scenes, &|w| w.scene = true);
    mark(&raw.seats, &|w| w.seat = true);
    mark(&raw.of_states, &|w| w.of_state = true);
    let forms =
        raw.neighbours.iter().flat_map(|word| ADJECTIVE.iter().map(move |end| format!("{word}{end}")));
    mark(&forms.collect::<Vec<_>>(), &|w| w.neighbour = true);
    for cue in &raw.cue {
        mark(&cue.words, &|w| w.cue = Some(Cue { kind: cue.kind, many: cue.form == Form::Many }));
    }
    for part in &raw.part {
        mark(&part.words, &|w| w.part = Some(part.part));
    }
    for direction in &raw.direction {
        let degrees = *direction.degrees.get_ref();
        if degrees % 45 != 0 || degrees >= 360 {
            return Err(file.error(direction.degrees.span().start, "degrees are 0, 45 … 315"));
        }
        mark(&direction.nouns, &|w| w.direction = Some(degrees));
        mark(&direction.adjectives, &|w| w.adjective = Some(degrees));
    }
    for frame in &raw.frame {
        mark(&frame.words, &|w| w.frame = Some(frame.role));
    }
    for phrase in &raw.again {
        let phrase = key(phrase);
        let cue = phrase.strip_prefix(ARTICLE).and_then(|bare| words.get(bare)?.cue);
        words.entry(phrase).or_default().cue = cue;
    }
    Ok(words)
}

/// Every spelling of every name, with the places that bear it.
fn names(conflict: &Conflict, raw: &Raw) -> BTreeMap<String, PlaceName> {
    let compound: BTreeSet<String> = raw.compound.iter().map(|w| fold(w)).collect();
    let mut names: BTreeMap<String, PlaceName> = BTreeMap::new();
    for (i, place) in conflict.places.iter().enumerate() {
        let written = std::iter::once(&place.name_ar).chain(&place.aliases_ar);
        for phrase in written.flat_map(|name| spellings(&key(name), &compound)) {
            let name = names.entry(phrase).or_default();
            if !name.places.contains(&PlaceIdx(i as u32)) {
                name.places.push(PlaceIdx(i as u32));
            }
            name.doubt = name.doubt.max(if place.needs_cue { Doubt::Noun } else { Doubt::None });
        }
    }
    names
}

/// A folded name with its other spellings: compound names in one word and in two, the cases of
/// "father of".
fn spellings(name: &str, compound: &BTreeSet<String>) -> Vec<String> {
    let mut out = vec![name.to_owned()];
    if let Some((first, rest)) = name.split_once(' ') {
        if compound.contains(first) && !rest.starts_with(ARTICLE) && !rest.contains(' ') {
            out.push(format!("{first}{rest}"));
        }
        if first == ABU[0] {
            out.extend(ABU[1..].iter().map(|abu| format!("{abu} {rest}")));
        }
    } else {
        let split = compound.iter().filter_map(|first| {
            let rest = name.strip_prefix(first.as_str())?;
            (rest.chars().count() >= 3).then(|| format!("{first} {rest}"))
        });
        out.extend(split);
    }
    out
}

/// Marks the names that are words too, and those that other words unmake.
fn mark(raw: &Raw, names: &mut BTreeMap<String, PlaceName>, unless: &mut Vec<Vec<String>>) {
    for (list, doubt) in [(&raw.ambiguous, Doubt::Noun), (&raw.after_preposition, Doubt::Word)] {
        for word in list {
            if let Some(name) = names.get_mut(&key(word)) {
                name.doubt = doubt;
            }
        }
    }
    for rule in &raw.of_party {
        for word in &rule.names {
            if let Some(name) = names.get_mut(&key(word)) {
                name.party = Some(rule.country.clone());
            }
        }
    }
    for rule in &raw.unless {
        let at = unless.len() as u16;
        unless.push(rule.near.iter().map(|w| key(w)).collect());
        for word in &rule.names {
            if let Some(name) = names.get_mut(&key(word)) {
                name.unless = Some(at);
            }
        }
    }
}

/// The country code of each state that is named as actors name it.
fn countries(
    conflict: &Conflict,
    actors: &Actors,
    names: &BTreeMap<String, PlaceName>,
) -> Vec<Option<String>> {
    let code = |name: &String| {
        let places = &names.get(&key(name))?.places;
        let country = places.iter().map(|&p| conflict.place(p)).find(|p| p.kind == PlaceKind::Country)?;
        Some(country.country.clone())
    };
    actors.states.iter().map(|s| s.names.iter().find_map(code)).collect()
}

/// The country of each code.
fn lands(conflict: &Conflict, codes: &[Option<String>]) -> Vec<Option<PlaceIdx>> {
    let mut by_code = FxHashMap::default();
    for country in conflict.countries() {
        by_code.entry(conflict.place(country).country.as_str()).or_insert(country);
    }
    codes.iter().map(|code| by_code.get(code.as_deref()?).copied()).collect()
}

/// The parts of the story's country.
fn regions(conflict: &Conflict) -> Vec<(Option<u16>, PlaceIdx)> {
    let home = |parent: Option<PlaceIdx>| parent.is_some() && parent == conflict.country;
    let parts = conflict.places.iter().enumerate().filter(|(_, p)| home(p.parent));
    parts.filter_map(|(i, p)| Some((degrees(p.side?), PlaceIdx(i as u32)))).collect()
}

/// Governorates whose Arabic name ends with that of a town in them.
fn governorates(conflict: &Conflict) -> Vec<(PlaceIdx, PlaceIdx)> {
    let mut towns: BTreeMap<String, Vec<PlaceIdx>> = BTreeMap::new();
    for (j, place) in conflict.places.iter().enumerate().filter(|(_, p)| !p.kind.is_area()) {
        towns.entry(key(&place.name_ar)).or_default().push(PlaceIdx(j as u32));
    }
    let mut out = Vec::new();
    for (i, area) in conflict.places.iter().enumerate() {
        if area.kind != PlaceKind::Governorate {
            continue;
        }
        let name = key(&area.name_ar);
        let bearers = name.split_once(' ').and_then(|(_, town)| towns.get(town));
        out.extend(bearers.into_iter().flatten().map(|&town| (town, PlaceIdx(i as u32))));
    }
    out
}

fn degrees(side: Side) -> Option<u16> {
    let sides = [
        Side::North,
        Side::NorthEast,
        Side::East,
        Side::SouthEast,
        Side::South,
        Side::SouthWest,
        Side::West,
        Side::NorthWest,
    ];
    sides.iter().position(|s| *s == side).map(|i| i as u16 * 45)
}
