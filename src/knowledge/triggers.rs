//! `data/language/triggers.toml`: the words that tell an event, with all their written forms.

use std::collections::BTreeMap;

use serde::Deserialize;
use smallvec::SmallVec;
use toml::Spanned;

use super::Files;
use crate::base::{Error, Result};
use crate::text::inflect::{VerbForm, noun_forms, participle_forms, verb_forms};
use crate::text::{Articles, Lexicon, Text, Vocabulary, WordId};

const FILE: &str = "language/triggers.toml";

/// How the parts of a sentence fill an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Frame {
    /// X takes PLACE.
    Take,
    /// PLACE falls into the hands of X.
    Fall,
    /// Y loses PLACE.
    Lose,
    /// X enters, reaches, encircles PLACE.
    Enter,
    /// X leaves PLACE (for another).
    Leave,
    /// X moves to PLACE.
    Move,
    /// X arrives at PLACE.
    Reach,
    /// X sends someone to PLACE.
    Send,
    /// X bombs Y or PLACE.
    Strike,
    /// X fights Y at PLACE.
    Fight,
    /// X repels Y at PLACE.
    Repel,
    /// Part of X turns on X.
    Rout,
    /// X kills Y; Y is killed.
    Harm,
    /// X holds or frees Y.
    Hold,
    /// Y flees PLACE.
    Flee,
    /// X destroys a thing at PLACE.
    Damage,
    /// PLACE closes, is cut off.
    Close,
    /// People gather at PLACE.
    Rally,
    /// X meets, visits, calls Y.
    Meet,
    /// X and Y agree.
    Deal,
    /// X puts someone into an office, or out of it.
    Appoint,
}

/// A family of words that tell one kind of event.
#[expect(clippy::struct_excessive_bools, reason = "independent properties of one family of words")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// Word of the record for the kind, checked by the reader's tests.
    pub kind: String,
    /// How the parts of the sentence fill it.
    pub frame: Frame,
    /// Does it need an actor and a place or day of its own?
    pub is_weak: bool,
    /// Does its imperfect tell a state?
    pub is_state: bool,
    /// Does it count only after a verb of becoming?
    pub needs_became: bool,
    /// Does its noun govern those who are driven out, and not those who do it?
    pub expels: bool,
    /// Has what it tells no place?
    pub is_nowhere: bool,
    /// Does it count only before a name, in quotation marks or of a side («the operation X»)?
    pub needs_name: bool,
    /// Does it count only where its sentence tells of no other fighting?
    pub counts_alone: bool,
}

/// What a written form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordForm {
    /// A finite verb.
    Verb(VerbForm),
    /// A noun or verbal noun.
    Noun,
    /// An active participle, which tells what the subject of the clause does.
    Participle,
}

/// A written form and the trigger it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TriggerForm {
    /// Position in [`Triggers::all`].
    pub trigger: u16,
    /// What form it is.
    pub form: WordForm,
    /// Words of which one must follow, by position in [`Triggers::needs`].
    pub need: Option<u16>,
}

/// Words around a trigger: one of the first must follow it, none of the second may.
#[derive(Clone, Debug, Default)]
pub struct Need {
    /// One of them must follow.
    pub any: SmallVec<[WordId; 4]>,
    /// None of them may follow.
    pub none: SmallVec<[WordId; 2]>,
    /// Does a place right behind the word, or behind its subject, do as well?
    pub place: bool,
}

/// The triggers and where their forms are found.
#[derive(Clone, Debug)]
pub struct Triggers {
    /// All triggers, in the order of the file.
    pub all: Vec<Trigger>,
    /// Every written form; nouns with or without article.
    pub lexicon: Lexicon<SmallVec<[TriggerForm; 2]>>,
    /// What must follow a trigger that carries one, and what must not.
    pub needs: Vec<Need>,
    /// Words for aircraft: what they bomb is bombed from the air.
    pub air: Lexicon<()>,
    /// Words for things that are taken, too, but are no places: arms, power.
    pub things: Lexicon<()>,
    /// Words for troops on the move: where they enter they are deployed.
    pub columns: Lexicon<()>,
    /// Shots, which are no battle where civilians are shot at.
    pub shots: Lexicon<()>,
    /// Buses and the convoys that take people away.
    pub buses: Lexicon<()>,
    /// Prisoners, hostages, captives.
    pub prisoners: Lexicon<()>,
    /// What planes are brought down by, before those who fire it.
    pub fires: Lexicon<()>,
    /// Words behind an act that is one more than told before.
    pub seconds: Lexicon<()>,
    /// Words for arms: to destroy them is fighting, and no damage to a place.
    pub arms: Lexicon<()>,
    /// Adjectives of an attack that is made with rockets or guns.
    pub shells: Lexicon<()>,
    /// Verbal nouns of aiming at what stands behind them.
    pub aims: Lexicon<()>,
    /// Nouns of sides that strike from the air («coalition»).
    pub fliers: Lexicon<()>,
    /// Nouns of happening: who tells of it did not do it.
    pub happens: Lexicon<()>,
    /// Verbs of laying an act to somebody, with the pronoun of the act.
    pub lays: Lexicon<()>,
    /// Attacks of one side, and no fighting of two.
    pub assaults: Lexicon<()>,
    /// Nouns of an operation that stand in titles («the commander of the operations of the liberation of X»).
    pub operations: Lexicon<()>,
    /// Words for breaking a deal, or going on in spite of it.
    pub breaches: Lexicon<()>,
    /// Words for flags: whose they are is not acted on.
    pub flags: Lexicon<()>,
    /// Adjectives and nouns that make a figure of speech of the noun of war before them.
    pub figures: Lexicon<()>,
    /// What acts in figures of speech: feelings, weather, sickness.
    pub powers: Lexicon<()>,
    /// Words for those who visit and inspect.
    pub delegations: Lexicon<()>,
    /// Words for missiles and drones, which are also shown, made and kept.
    pub missiles: Lexicon<()>,
    /// Verbs of which arms are a mere object.
    pub shows: Lexicon<()>,
    /// Words for a parade or an exhibition.
    pub parades: Lexicon<()>,
    /// «himself», «themselves»: what those give who surrender.
    pub selves: Lexicon<()>,
    /// Words for owning up to an act told before.
    pub claims: Lexicon<()>,
    /// Words for killings that are no battle, whoever counts the dead.
    pub murders: Lexicon<()>,
    /// Words for what only civilians use: a market, a mosque, a school.
    pub civil_sites: Lexicon<()>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileTable {
    #[serde(default)]
    air: Vec<String>,
    #[serde(default)]
    things: Vec<String>,
    #[serde(default)]
    columns: Vec<String>,
    #[serde(default)]
    shots: Vec<String>,
    #[serde(default)]
    buses: Vec<String>,
    #[serde(default)]
    prisoners: Vec<String>,
    #[serde(default)]
    shells: Vec<String>,
    #[serde(default)]
    fliers: Vec<String>,
    #[serde(default)]
    aims: Vec<String>,
    #[serde(default)]
    happens: Vec<String>,
    #[serde(default)]
    assaults: Vec<String>,
    #[serde(default)]
    lays: Vec<String>,
    #[serde(default)]
    operations: Vec<String>,
    #[serde(default)]
    breaches: Vec<String>,
    #[serde(default)]
    flags: Vec<String>,
    #[serde(default)]
    figures: Vec<String>,
    #[serde(default)]
    powers: Vec<String>,
    #[serde(default)]
    murders: Vec<String>,
    #[serde(default)]
    civil_sites: Vec<String>,
    #[serde(default)]
    claims: Vec<String>,
    #[serde(default)]
    selves: Vec<String>,
    #[serde(default)]
    missiles: Vec<String>,
    #[serde(default)]
    shows: Vec<String>,
    #[serde(default)]
    parades: Vec<String>,
    #[serde(default)]
    delegations: Vec<String>,
    #[serde(default)]
    arms: Vec<String>,
    #[serde(default)]
    fires: Vec<String>,
    #[serde(default)]
    seconds: Vec<String>,
    trigger: Vec<Row>,
}

#[expect(clippy::struct_excessive_bools, reason = "as in `Trigger`")]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    kind: Spanned<String>,
    frame: Frame,
    #[serde(default)]
    weak: bool,
    #[serde(default)]
    state: bool,
    #[serde(default)]
    became: bool,
    #[serde(default)]
    expels: bool,
    #[serde(default)]
    verbs: Vec<Spanned<String>>,
    #[serde(default)]
    nouns: Vec<Spanned<String>>,
    #[serde(default)]
    deeds: Vec<Spanned<String>>,
    #[serde(default)]
    nowhere: bool,
    #[serde(default)]
    named: bool,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    participles: Vec<String>,
}

/// The kinds a trigger may name; the record's words.
const KINDS: [&str; 21] = [
    "capture",
    "retake",
    "advance",
    "withdrawal",
    "defence",
    "clash",
    "air_strike",
    "shelling",
    "attack",
    "infighting",
    "deployment",
    "casualties",
    "detention",
    "release",
    "displacement",
    "infrastructure",
    "protest",
    "agreement",
    "diplomacy",
    "leadership",
    "statement",
];

/// The first word of a row and the rest; what is wrong with it when there is none.
fn two_words<'w>(row: &'w str, needed: &str) -> std::result::Result<(&'w str, &'w str), String> {
    row.split_once(' ').ok_or_else(|| format!("{needed}: {row}"))
}

/// Is it one of the kinds of event? Says so when it is not.
fn known_kind(kind: &str) -> std::result::Result<(), String> {
    if KINDS.contains(&kind) { Ok(()) } else { Err(format!("no such kind of event: {kind}")) }
}

impl Triggers {
    /// Loads and checks the file.
    ///
    /// # Errors
    /// When it is missing or says something that cannot be; the error names the line.
    pub fn load(files: &Files, vocabulary: &mut Vocabulary) -> Result<Self> {
        let text = files.read(FILE)?;
        let table: FileTable = super::status::parse(FILE, &text)?;
        let mut all = Vec::new();
        let mut needs: Vec<Need> = Vec::new();
        let mut forms: BTreeMap<String, SmallVec<[TriggerForm; 2]>> = BTreeMap::new();
        for row in table.trigger {
            let line = |at: usize| super::status::line_of(&text, at);
            known_kind(row.kind.get_ref()).map_err(|e| Error::data(FILE, line(row.kind.span().start), e))?;
            let trigger = all.len() as u16;
            let mut add = |word: String, form: WordForm, need: Option<u16>| {
                let entry = forms.entry(word).or_default();
                let value = TriggerForm { trigger, form, need };
                if !entry.contains(&value) {
                    entry.push(value);
                }
            };
            for verb in &row.verbs {
                let (perfect, rest) = two_words(verb.get_ref(), "a verb needs perfect and imperfect")
                    .map_err(|reason| Error::data(FILE, line(verb.span().start), reason))?;
                let (imperfect, with) = rest.split_once(' ').unwrap_or((rest, ""));
                let need = (!with.is_empty()).then_some(needs.len() as u16);
                needs.extend(need.map(|_| needed(with, vocabulary)));
                for (word, form) in verb_forms(perfect, imperfect) {
                    add(crate::text::fold::fold(&word), WordForm::Verb(form), need);
                }
            }
            for noun in &row.nouns {
                let empty = || Error::data(FILE, line(noun.span().start), "an empty noun");
                (!noun.get_ref().trim().is_empty()).then_some(()).ok_or_else(empty)?;
                for word in noun_forms(noun.get_ref()) {
                    add(crate::text::fold::fold(&word), WordForm::Noun, None);
                }
            }
            for deed in &row.deeds {
                let (noun, with) = two_words(deed.get_ref(), "a deed needs the words that may follow it")
                    .map_err(|reason| Error::data(FILE, line(deed.span().start), reason))?;
                let need = Some(needs.len() as u16);
                needs.push(needed(with, vocabulary));
                for word in noun_forms(noun) {
                    add(crate::text::fold::fold(&word), WordForm::Noun, need);
                }
            }
            let participles = row.participles.iter().flat_map(|p| participle_forms(p));
            participles.for_each(|p| add(crate::text::fold::fold(&p), WordForm::Participle, None));
            all.push(Trigger::from(row));
        }
        let lexicon = joined(forms, vocabulary);
        let mut plain = |words: &[String]| plain(words, vocabulary);
        Ok(Self {
            all,
            lexicon,
            needs,
            air: plain(&table.air),
            things: plain(&table.things),
            columns: plain(&table.columns),
            shots: plain(&table.shots),
            buses: plain(&table.buses),
            prisoners: plain(&table.prisoners),
            arms: plain(&table.arms),
            fires: plain(&table.fires),
            seconds: plain(&table.seconds),
            shells: plain(&table.shells),
            fliers: plain(&table.fliers),
            aims: plain(&table.aims),
            operations: plain(&table.operations),
            breaches: plain(&table.breaches),
            flags: plain(&table.flags),
            figures: plain(&table.figures),
            powers: plain(&table.powers),
            murders: plain(&table.murders),
            civil_sites: plain(&table.civil_sites),
            happens: plain(&table.happens),
            lays: plain(&table.lays),
            assaults: plain(&table.assaults),
            claims: plain(&table.claims),
            delegations: plain(&table.delegations),
            missiles: plain(&table.missiles),
            shows: plain(&table.shows),
            parades: plain(&table.parades),
            selves: plain(&table.selves),
        })
    }
}

impl Triggers {
    /// How many tokens the trigger at token `at` has, when one of its readings takes its parts as `frame` does.
    #[must_use]
    pub fn of_frame_at(&self, text: &Text<'_>, at: usize, frame: Frame) -> Option<usize> {
        let found = self.lexicon.longest_at(text, at)?;
        let fits = found.value.iter().any(|t| self.all[usize::from(t.trigger)].frame == frame);
        fits.then_some(found.n_tokens)
    }

    /// Must a word of a list follow this form? Words that may not follow ask for none.
    #[must_use]
    pub fn asks_words(&self, form: TriggerForm) -> bool {
        form.need.is_some_and(|n| !self.needs[usize::from(n)].any.is_empty())
    }
}

impl From<Row> for Trigger {
    fn from(row: Row) -> Self {
        Self {
            kind: row.kind.into_inner(),
            frame: row.frame,
            is_weak: row.weak,
            is_state: row.state,
            needs_became: row.became,
            expels: row.expels,
            is_nowhere: row.nowhere,
            needs_name: row.named,
            counts_alone: row.alone,
        }
    }
}

/// All forms in one lexicon.
fn joined(
    forms: BTreeMap<String, SmallVec<[TriggerForm; 2]>>,
    vocabulary: &mut Vocabulary,
) -> Lexicon<SmallVec<[TriggerForm; 2]>> {
    let mut lexicon = Lexicon::new(Articles::Free);
    for (word, values) in forms {
        // Equal folded phrases were joined before, so nothing can stand there already.
        let _ = lexicon.insert(vocabulary, &word, values);
    }
    lexicon
}

/// A list of nouns in all their written forms.
fn plain(words: &[String], vocabulary: &mut Vocabulary) -> Lexicon<()> {
    let mut lexicon = Lexicon::new(Articles::Free);
    for word in words.iter().flat_map(|w| noun_forms(w)) {
        // A word written twice is one word.
        let _ = lexicon.insert(vocabulary, &crate::text::fold::fold(&word), ());
    }
    lexicon
}

/// Stands among the words that may follow for a place.
const PLACE: &str = "@";

/// The words of which one must follow, and with a minus those of which none may, in all written forms.
fn needed(with: &str, vocabulary: &mut Vocabulary) -> Need {
    let mut need = Need::default();
    for word in with.split_whitespace() {
        if word == PLACE {
            need.place = true;
            continue;
        }
        let (word, barred) = word.strip_prefix('-').map_or((word, false), |w| (w, true));
        for form in noun_forms(word) {
            let id = vocabulary.intern(&crate::text::fold::fold(&form));
            if barred { need.none.push(id) } else { need.any.push(id) }
        }
    }
    need
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Result<Triggers> {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(dir.path().join("language")).expect("a folder");
        std::fs::write(dir.path().join(FILE), text).expect("a file");
        Triggers::load(&Files::Folder(dir.path().into()), &mut Vocabulary::default())
    }

    #[test]
    fn broken_files_are_refused_with_their_line() {
        let bad_kind = load("[[trigger]]\nkind = \"picnic\"\nframe = \"take\"\n");
        assert_eq!(
            bad_kind.expect_err("bad").to_string(),
            "language/triggers.toml:2: no such kind of event: picnic"
        );
        let lone_verb = load("[[trigger]]\nkind = \"clash\"\nframe = \"fight\"\nverbs = [\"سيطر\"]\n");
        assert!(lone_verb.expect_err("bad").to_string().starts_with("language/triggers.toml:4: "));
        let bad_frame = load("[[trigger]]\nkind = \"clash\"\nframe = \"dance\"\n");
        assert!(bad_frame.expect_err("bad").to_string().starts_with("language/triggers.toml:3: "));
    }
}
