//! Loading `triggers.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use smallvec::SmallVec;
use toml::Spanned;

use super::{Frame, Lists, MetBy, Need, Trigger, TriggerForm, Triggers, WordForm};
use crate::base::{Error, Result};
use crate::knowledge::Files;
use crate::knowledge::status::{line_of, parse};
use crate::text::fold::fold;
use crate::text::inflect::{noun_forms, participle_forms, verb_forms};
use crate::text::{Articles, Lexicon, Vocabulary};

pub(super) const FILE: &str = "language/triggers.toml";

/// The file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileTable {
    #[serde(default)]
    lists: Lists<Vec<String>>,
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
        let table: FileTable = parse(FILE, &text)?;
        let lists = table.lists.map(|words| plain(words, vocabulary));
        let mut forms = Forms { vocabulary, needs: Vec::new(), words: BTreeMap::new() };
        let mut all = Vec::new();
        for row in table.trigger {
            let at = |start: usize, reason: String| Error::data(FILE, line_of(&text, start), reason);
            known_kind(row.kind.get_ref()).map_err(|e| at(row.kind.span().start, e))?;
            let trigger = all.len() as u16;
            let refuse = |word: &Spanned<String>, reason: String| at(word.span().start, reason);
            for verb in &row.verbs {
                forms.verb(trigger, verb.get_ref()).map_err(|reason| refuse(verb, reason))?;
            }
            for noun in &row.nouns {
                forms.noun(trigger, noun.get_ref()).map_err(|reason| refuse(noun, reason))?;
            }
            for deed in &row.deeds {
                forms.deed(trigger, deed.get_ref()).map_err(|reason| refuse(deed, reason))?;
            }
            for form in row.participles.iter().flat_map(|p| participle_forms(p)) {
                forms.add(&form, TriggerForm { trigger, form: WordForm::Participle, need: None });
            }
            all.push(Trigger::from(row));
        }
        let Forms { words, needs, .. } = forms;
        let met_by = MetBy::new(&needs);
        Ok(Self { all, lexicon: joined(words, vocabulary), needs, met_by, lists })
    }
}

/// Every written form so far, folded, with what it belongs to.
struct Forms<'v> {
    vocabulary: &'v mut Vocabulary,
    needs: Vec<Need>,
    words: BTreeMap<String, SmallVec<[TriggerForm; 2]>>,
}

impl Forms<'_> {
    fn add(&mut self, word: &str, value: TriggerForm) {
        let entry = self.words.entry(fold(word)).or_default();
        if !entry.contains(&value) {
            entry.push(value);
        }
    }

    /// «perfect imperfect words that may follow».
    fn verb(&mut self, trigger: u16, verb: &str) -> std::result::Result<(), String> {
        let (perfect, rest) = two_words(verb, "a verb needs perfect and imperfect")?;
        let (imperfect, with) = rest.split_once(' ').unwrap_or((rest, ""));
        let need = self.need(with);
        for (word, form) in verb_forms(perfect, imperfect) {
            self.add(&word, TriggerForm { trigger, form: WordForm::Verb(form), need });
        }
        Ok(())
    }

    /// A noun, which may be a phrase.
    fn noun(&mut self, trigger: u16, noun: &str) -> std::result::Result<(), String> {
        if noun.trim().is_empty() {
            return Err("an empty noun".to_owned());
        }
        for word in noun_forms(noun) {
            self.add(&word, TriggerForm { trigger, form: WordForm::Noun, need: None });
        }
        Ok(())
    }

    /// «noun words that may follow»; an underscore joins the words of a phrase.
    fn deed(&mut self, trigger: u16, deed: &str) -> std::result::Result<(), String> {
        let (noun, with) = two_words(deed, "a deed needs the words that may follow it")?;
        let need = self.need(with);
        for word in noun_forms(&noun.replace('_', " ")) {
            self.add(&word, TriggerForm { trigger, form: WordForm::Noun, need });
        }
        Ok(())
    }

    /// The number of a new need, when there are words for one.
    fn need(&mut self, with: &str) -> Option<u16> {
        let number = (!with.is_empty()).then_some(self.needs.len() as u16)?;
        self.needs.push(needed(with, self.vocabulary));
        Some(number)
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
        let _ = lexicon.insert(vocabulary, &fold(&word), ());
    }
    lexicon
}

/// Stands among the words that may follow for a place.
const PLACE: &str = "@";
/// Stands among them for a count of people.
const CROWD: &str = "#";

/// The words of which one must follow, and with a minus those of which none may, in all written forms.
fn needed(with: &str, vocabulary: &mut Vocabulary) -> Need {
    let mut need = Need::default();
    for word in with.split_whitespace() {
        if word == PLACE {
            need.place = true;
            continue;
        }
        if word == CROWD {
            need.crowd = true;
            continue;
        }
        let (word, barred) = word.strip_prefix('-').map_or((word, false), |w| (w, true));
        for form in noun_forms(word) {
            let id = vocabulary.intern(&fold(&form));
            if barred { need.none.push(id) } else { need.any.push(id) }
        }
    }
    need
}
