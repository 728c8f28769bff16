//! Reads and checks the two `actors.toml`.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use toml::Spanned;

use super::raw::{self, RawActor, RawOrigin};
use super::{
    ActorName, ActorWord, Actors, Camp, Client, Head, Modifier, NameIdx, Origin, Particle, Sides, State,
    StateIdx, Succession, accusative, adjective_forms, third_persons,
};
use crate::base::{Error, Result};
use crate::knowledge::{Conflict, FactionId, Files};
use crate::text::Vocabulary;
use crate::text::fold::{fold, is_word_char};

const LANGUAGE: &str = "language/actors.toml";

impl Actors {
    /// Loads the actors of `conflict`, and those of the region.
    ///
    /// # Errors
    /// When a file is missing, is not TOML of the right shape, names a faction or state that does
    /// not exist, or gives one name to two factions.
    pub fn load(files: &Files, conflict: &Conflict, vocabulary: &mut Vocabulary) -> Result<Self> {
        let path = format!("{}/actors.toml", conflict.id);
        let region = Source::new(LANGUAGE, files.read(LANGUAGE)?.into_owned());
        let own = Source::new(&path, files.read(&path)?.into_owned());
        let language: raw::Language = region.parse()?;
        let conflict_words: raw::Conflict = own.parse()?;
        let mut loader = Loader::new(conflict, &own, &conflict_words)?;
        loader.states((&region, &own), &language, &conflict_words)?;
        loader.actors.theatre = Some(loader.state(&own, &conflict_words.theatre)?);
        if let Some(raw) = &conflict_words.succession {
            let wrong = |e: chrono::ParseError| own.error(raw.day.span().start, e.to_string());
            let day = raw.day.get_ref().parse().map_err(wrong)?;
            let old = raw.old.iter().map(|w| fold(w)).collect();
            let faction = loader.faction(&own, &raw.faction)?;
            loader.actors.succession = Some(Succession { day, faction, old });
        }
        for patron in &conflict_words.patron {
            let client = Client {
                patron: loader.faction(&own, &patron.of)?,
                group: loader.faction(&own, &patron.group)?,
                opposition: patron.opposition,
            };
            loader.actors.clients.push(client);
        }
        loader.language_words(&region, &language)?;
        loader.names(&own, &conflict_words.actor, false)?;
        loader.names(&region, &language.actor, true)?;
        Ok(loader.finish(vocabulary))
    }
}

/// A data file with its text, to tell lines by.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn new(path: &str, text: String) -> Self {
        Self { path: path.to_owned(), text }
    }

    fn parse<T: DeserializeOwned>(&self) -> Result<T> {
        toml::from_str(&self.text).map_err(|e| {
            let at = e.span().map_or(0, |s| s.start);
            self.error(at, e.message())
        })
    }

    fn error(&self, at: usize, reason: impl Into<String>) -> Error {
        let before = self.text.as_bytes().iter().take(at);
        let line = before.filter(|&&b| b == b'\n').count() as u32 + 1;
        Error::data(&self.path, line, reason)
    }
}

struct Loader<'a> {
    conflict: &'a Conflict,
    actors: Actors,
    words: BTreeMap<String, ActorWord>,
}

impl<'a> Loader<'a> {
    fn new(conflict: &'a Conflict, own: &Source, words: &raw::Conflict) -> Result<Self> {
        let mut loader = Self { conflict, actors: Actors::default(), words: BTreeMap::new() };
        loader.actors.sides = Sides {
            government: loader.faction(own, &words.government)?,
            opposition: loader.faction(own, &words.opposition)?,
            civilians: loader.faction(own, &words.civilians)?,
            other: loader.faction(own, &words.other)?,
            shia: loader.faction(own, &words.shia)?,
        };
        Ok(loader)
    }

    fn faction(&self, source: &Source, code: &Spanned<String>) -> Result<FactionId> {
        self.conflict
            .faction_of(code.get_ref())
            .ok_or_else(|| source.error(code.span().start, format!("no faction {}", code.get_ref())))
    }

    fn state(&self, source: &Source, id: &Spanned<String>) -> Result<StateIdx> {
        let found = self.actors.states.iter().position(|s| s.id == *id.get_ref());
        found
            .map(|i| StateIdx(i as u16))
            .ok_or_else(|| source.error(id.span().start, format!("no state {}", id.get_ref())))
    }

    fn states(
        &mut self,
        (region, own): (&Source, &Source),
        language: &raw::Language,
        words: &raw::Conflict,
    ) -> Result<()> {
        let nobody = self.actors.sides.other;
        let none = Origin {
            government: nobody,
            force: nobody,
            group: nobody,
            commander: nobody,
            people: self.actors.sides.civilians,
            bombers: nobody,
            at_home: false,
        };
        for state in &language.state {
            self.actors.states.push(State {
                id: state.id.get_ref().clone(),
                names: state.names.clone(),
                origin: Origin { people: if state.armed { nobody } else { none.people }, ..none },
                theatre: state.theatre.then_some(StateIdx(self.actors.states.len() as u16)),
            });
        }
        for (i, state) in language.state.iter().enumerate() {
            if let Some(of) = &state.of {
                self.actors.states[i].theatre = Some(self.state(region, of)?);
            }
        }
        for origin in &words.origin {
            let idx = self.state(own, &origin.state)?;
            self.actors.states[idx.0 as usize].origin = self.origin(own, origin)?;
        }
        self.state_words(language);
        Ok(())
    }

    fn state_words(&mut self, language: &raw::Language) {
        for (i, state) in language.state.iter().enumerate() {
            let idx = StateIdx(i as u16);
            for name in &state.names {
                self.word(name).state = Some(idx);
            }
            for name in &state.capitals {
                self.word(name).capital = Some(idx);
            }
            for (form, plural) in state.nisba.iter().flat_map(|base| adjective_forms(base)) {
                self.word(&form).modifier = Some((Modifier::State(idx), plural));
            }
            for form in state.nisba.iter().map(|base| accusative(base)) {
                let word = self.word(&form);
                if word.state.is_none() {
                    word.modifier = Some((Modifier::State(idx), false));
                }
            }
            for form in &state.plurals {
                self.word(form).modifier = Some((Modifier::State(idx), true));
            }
        }
    }

    fn origin(&self, own: &Source, raw: &RawOrigin) -> Result<Origin> {
        let pick = |one: &Option<Spanned<String>>| match one.as_ref().or(raw.all.as_ref()) {
            Some(code) => self.faction(own, code),
            None => Err(own.error(raw.state.span().start, "an origin needs every class, or all")),
        };
        Ok(Origin {
            government: pick(&raw.government)?,
            force: pick(&raw.force)?,
            group: pick(&raw.group)?,
            commander: pick(&raw.commander)?,
            people: pick(&raw.people)?,
            bombers: pick(if raw.bombers.is_some() { &raw.bombers } else { &raw.force })?,
            at_home: raw.at_home,
        })
    }

    fn particles(&mut self, language: &raw::Language) {
        let mut mark = |words: &[String], set: fn(&mut Particle)| {
            for word in words {
                set(self.word(word).particle.get_or_insert_default());
            }
        };
        mark(&language.links, |p| p.link = true);
        mark(&language.locatives, |p| p.locative = true);
        mark(&language.subject_after, |p| p.subject_after = true);
        mark(&language.befalls, |p| p.befalls = true);
        mark(&language.including, |p| p.including = true);
        mark(&language.led_by, |p| p.led_by = true);
        mark(&language.combats, |p| p.combats = true);
        mark(&language.units, |p| p.unit = true);
        mark(&language.locals, |p| p.local = true);
        mark(&language.belonging, |p| p.belongs = true);
        mark(&language.believed, |p| p.believed = true);
        mark(&language.soldiers, |p| p.soldiers = true);
        mark(&language.planes, |p| p.flies = true);
        mark(&language.suicides, |p| p.dies = true);
        mark(&language.grips, |p| p.grip = true);
        mark(&language.founders, |p| p.founds = true);
        mark(&language.pronouns, |p| p.pronoun = true);
    }

    fn language_words(&mut self, source: &Source, language: &raw::Language) -> Result<()> {
        for name in &language.given_names {
            self.word(name).given = true;
        }
        for phrase in &language.no_actors {
            self.word(phrase);
        }
        for title in &language.titles {
            self.word(title).title = true;
        }
        for rank in &language.ranks {
            let word = self.word(rank);
            (word.title, word.rank) = (true, true);
        }
        self.particles(language);
        self.actors.orders = language.orders.iter().map(|w| fold(w)).collect();
        for raw in &language.head {
            let head = Head {
                class: raw.class,
                side: raw.side,
                weak: raw.weak,
                alone: raw.alone.unwrap_or(true),
                apart: raw.apart,
            };
            for word in &raw.words {
                let slot = &mut self.word(word.get_ref()).head;
                if slot.is_some_and(|old| old != head) {
                    let reason = format!("{} is a head noun already", word.get_ref());
                    return Err(source.error(word.span().start, reason));
                }
                *slot = Some(head);
            }
        }
        for raw in &language.modifier {
            let modifier = match raw.effect.get_ref().as_str() {
                "none" => Modifier::Plain,
                "government" => Modifier::Camp(Camp::Government),
                "opposition" => Modifier::Camp(Camp::Opposition),
                "shia" => Modifier::Camp(Camp::Shia),
                other => {
                    return Err(source.error(raw.effect.span().start, format!("no effect {other}")));
                }
            };
            for (form, plural) in raw.words.iter().flat_map(|base| adjective_forms(base)) {
                self.word(&form).modifier.get_or_insert((modifier, plural));
            }
            for form in raw.words.iter().map(|base| accusative(base)).filter(|_| modifier == Modifier::Plain)
            {
                let word = self.word(&form);
                if word.state.is_none() && word.capital.is_none() {
                    word.modifier.get_or_insert((modifier, false));
                }
            }
        }
        for raw in &language.relation {
            for (form, _) in raw.words.iter().flat_map(|base| adjective_forms(base)) {
                self.word(&form).relation = Some((raw.kind, false));
            }
            for form in raw.verbs.iter().flat_map(|verb| third_persons(verb)) {
                self.word(&form).relation = Some((raw.kind, true));
            }
        }
        Ok(())
    }

    /// Adds named actors; with `lenient` a faction that the conflict lacks is its "other", and a
    /// name that stands already keeps its first meaning.
    fn names(&mut self, source: &Source, raw: &[RawActor], lenient: bool) -> Result<()> {
        for actor in raw {
            let faction = match self.faction(source, &actor.faction) {
                Err(_) if lenient => self.actors.sides.other,
                found => found?,
            };
            let state = actor.state.as_ref().map(|s| self.state(source, s)).transpose()?;
            let only_in = actor.only_in.iter().map(|s| self.state(source, s)).collect::<Result<Vec<_>>>()?;
            for name in &actor.names {
                let idx = NameIdx(self.actors.names.len() as u16);
                let text = name.get_ref();
                let slot = self.word(text).name;
                if let Some(old) = slot {
                    if !lenient && self.actors.name(old).faction != faction {
                        let reason = format!("{text} is a name of two factions");
                        return Err(source.error(name.span().start, reason));
                    }
                    continue;
                }
                self.word(text).name = Some(idx);
                self.actors.names.push(ActorName {
                    name: text.clone(),
                    faction,
                    kind: actor.kind,
                    state,
                    at_home: actor.at_home,
                    in_company: actor.in_company,
                    shared: actor.shared,
                    governs: actor.governs,
                    for_side: actor.for_side,
                    only_in: only_in.clone(),
                    not_near: actor.not_near.iter().map(|w| fold(w)).collect(),
                });
            }
        }
        Ok(())
    }

    /// The entry of a phrase; all spellings that fold alike share one.
    fn word(&mut self, phrase: &str) -> &mut ActorWord {
        let words: Vec<String> = phrase
            .split(|c: char| !is_word_char(c) && !c.is_ascii_digit())
            .filter(|w| !w.is_empty())
            .map(fold)
            .collect();
        self.words.entry(words.join(" ")).or_default()
    }

    fn finish(mut self, vocabulary: &mut Vocabulary) -> Actors {
        for (phrase, word) in self.words {
            if let Err(_again) = self.actors.words.insert(vocabulary, &phrase, word) {
                debug_assert!(phrase.is_empty(), "keys are unique after folding");
            }
        }
        let mut actors = self.actors;
        for (i, name) in actors.names.iter().enumerate() {
            actors.by_faction.entry(name.faction).or_default().push(NameIdx(i as u16));
        }
        actors.of_states = actors.states.iter().flat_map(|s| [s.origin.government, s.origin.force]).collect();
        actors.of_states.sort_unstable();
        actors.of_states.dedup();
        actors.of_states.retain(|f| *f != actors.sides.other);
        actors
    }
}
