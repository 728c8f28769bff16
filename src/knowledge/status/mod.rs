//! `data/language/status.toml`: the small words around an event.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use smallvec::SmallVec;

use self::raw::{Clauses, Prepositions, SpeechWords, Table, Words};
use super::Files;
use crate::base::{Error, Result};
use crate::text::fold::fold;
use crate::text::inflect::{Tense, VerbForm, noun_forms, verb_forms};
use crate::text::{Articles, Lexicon, Vocabulary};

mod raw;

const FILE: &str = "language/status.toml";

/// What a preposition says of the noun that follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Prep {
    /// On, at: what is acted upon.
    On,
    /// Where from.
    From,
    /// Where to.
    To,
    /// What is passed on the way.
    Via,
    /// Where.
    At,
    /// Against whom.
    Against,
    /// With whom.
    With,
    /// By whom.
    By,
    /// Between two.
    Between,
    /// Of another matter.
    About,
}

/// What a verb of speech does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speech {
    /// Tells.
    Say,
    /// Announces, confirms.
    Announce,
    /// Denies.
    Deny,
    /// Demands, threatens, condemns, welcomes.
    Demand,
    /// Threatens, warns.
    Threaten,
    /// Says that somebody else did it.
    Accuse,
    /// Passes on, thinks aloud: never an act of its own.
    Tell,
    /// Goes on speaking.
    More,
}

/// What a small word does in the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cue {
    /// A preposition.
    Prep(Prep),
    /// Opens the content of speech.
    That,
    /// The same, with a pronoun for the subject.
    ThatThey,
    /// Opens a relative clause.
    Relative,
    /// Opens another clause.
    Subordinate,
    /// «after» with a verb behind it: the clause tells what was before.
    AfterThat,
    /// Opens a clause that leaves the words of a speaker («while», «but»).
    Contrast,
    /// Says nothing («still», «especially»), but hides a word that would.
    Skip,
    /// A verb that names a result («led to»).
    Result,
    /// Stands for a place named before.
    There,
    /// The same after «from».
    ThereFrom,
    /// Several places without names.
    VaguePlace,
    /// Two places without names; with the article, two named before.
    TwoPlaces,
    /// Only a part of what follows.
    Partial,
    /// A verb that only carries the noun after it.
    Light,
    /// The same, with nobody named as doer.
    PassiveLight,
    /// A verb of taking in («included», «witnessed»).
    Comprise,
    /// A change of state («became»).
    Became,
    /// Makes the opposite of what follows.
    Negation,
    /// An intention.
    Plan,
    /// What is set down or agreed on for the days to come.
    Scheduled,
    /// An order: what is ordered is to come.
    Order,
    /// A verb of ceasing; denied, the act goes on.
    Ceasing,
    /// A verb whose subject is what falls or goes off («shells fell»).
    GoesOff,
    /// A verb of leaving off what it governs («stopped», «went back on»).
    LeavesOff,
    /// A verb of failing: who fails to take a place is repelled.
    Failing,
    /// A condition, a threat, a fear.
    Hypothetical,
    /// Possibility before an imperfect, certainty before a perfect.
    May,
    /// Long before the story.
    Background,
    /// All through the war: what the sentence goes on to tell is no news of the day either.
    AllAlong,
    /// «was», also the mark of the pluperfect.
    Was,
    /// A verb of speech.
    Speech(Speech),
    /// A participle of speech.
    Saying,
    /// «according to».
    According,
    /// Names whom a verb of passing on quotes («reported, quoting X»).
    Quoted,
    /// Someone who only comments (researcher, analyst).
    Commentator,
    /// A verb that only judges («is a hard blow»).
    Judge,
    /// A verb of firing or taking off: «from X» behind it tells whence.
    Launch,
    /// A noun of beginning or carrying out, before the act that is begun.
    Begin,
    /// A participle after a noun of fighting («the clashes are going on»).
    Going,
    /// «since».
    Since,
    /// «when».
    When,
    /// «what X described as»: a name given by somebody follows.
    Described,
    /// «until», which a verb may follow: «hardly had they left when X entered».
    Until,
    /// «without a fight».
    Unopposed,
    /// «after», «because of»: what follows has happened, whatever is planned or feared before it.
    After,
    /// «in answer to»: what follows is another's act.
    Answer,
    /// Sources named before («the sources said»), each the mouth of a side.
    Sources,
    /// «there is no truth in».
    Refuted,
    /// What is refused when nothing is said («refused to comment»).
    Withheld,
    /// Opens the larger undertaking that an act is part of («as part of»).
    Within,
    /// «then», «after it»: one more of a list follows.
    Then,
    /// A noun before an act that is only spoken of («responsibility for», «breach of»).
    SpokenOf,
    /// A verb of finding or seizing: what it finds are things, no acts.
    Find,
    /// A noun of speech (statement, communiqué).
    SpeechNoun,
    /// «with support from», «under cover of»: names who stands behind those who act.
    Backing,
    /// «side», behind «on the one» and those who fight together.
    OneSide,
    /// «But», «except»: what is denied is so of all else.
    Except,
    /// «Including», before some of what was told.
    Including,
    /// A verb of answering an act, which is told behind «to».
    Replies,
}

impl Cue {
    /// Does it set what stands beside it against each other?
    pub fn sets_apart(self) -> bool {
        matches!(self, Self::Prep(Prep::Against | Prep::Between))
    }

    /// Does it name who does or leads?
    pub fn names_doer(self) -> bool {
        matches!(self, Self::Prep(Prep::By))
    }

    /// Does it put what stands beside it on one side?
    pub fn puts_together(self) -> bool {
        matches!(self, Self::Prep(Prep::With))
    }
}

/// A cue and, for a verb, its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CueForm {
    /// What it does.
    pub cue: Cue,
    /// The form, for verbs.
    pub verb: Option<VerbForm>,
}

/// All small words.
#[derive(Clone, Debug)]
pub struct Status {
    /// Every written form.
    pub lexicon: Lexicon<SmallVec<[CueForm; 2]>>,
    /// Participles that take a day of their own («the truce in force since …»).
    pub dated: Lexicon<()>,
    /// «The heaviest since …».
    pub superlatives: Lexicon<()>,
    /// Participles of dying of what was suffered before.
    pub wounded_before: Lexicon<()>,
    /// Nouns that a day or year tells apart («the revolution of 17 February»).
    pub day_named: Lexicon<()>,
    /// Nouns of fighting that goes on («after a week of fighting»).
    pub lasting: Lexicon<()>,
    /// What a sentence opens with that goes on with the day told before («in the evening», «then»).
    pub goes_on: Lexicon<()>,
    /// Verbs in the present by which somebody tells what he always thinks of another.
    pub judges: Lexicon<()>,
    /// Participles of a speech act of its own («threatening X with»).
    pub urging: Lexicon<()>,
    /// Verbal nouns of such an act, before whoever speaks («the call of X for»).
    pub speech_deeds: Lexicon<()>,
    /// Adjectives of many who speak («Arab and international condemnations»).
    pub speech_of_many: Lexicon<()>,
    /// Names of states that are masculine.
    pub masculine: Lexicon<()>,
    /// Nouns of a matter that is talked about («the situation in X»).
    pub topics: Lexicon<()>,
    /// Nouns of news that may be denied («the reports of the fall of X»).
    pub reports: Lexicon<()>,
    /// What is said of such news when it is false.
    pub untrue: Lexicon<()>,
    /// Nouns that say so («the untruth of the reports»).
    pub untruth: Lexicon<()>,
    /// Codes of factions that are nobody's side.
    pub neutral: Vec<String>,
    /// Code of the faction that stands for civilians.
    pub civilians: Option<String>,
}

impl Status {
    /// Loads and checks the file.
    ///
    /// # Errors
    /// When it is missing or says something that cannot be; the error names the line.
    pub fn load(files: &Files, vocabulary: &mut Vocabulary) -> Result<Self> {
        let text = files.read(FILE)?;
        let table: Table = parse(FILE, &text)?;
        let mut forms = Forms { text: &text, by_phrase: BTreeMap::new() };
        forms.cues(&table)?;
        let mut lexicon = Lexicon::new(Articles::Free);
        for (phrase, values) in forms.by_phrase {
            // Equal folded phrases were joined above, so nothing can stand there already.
            let _ = lexicon.insert(vocabulary, &phrase, values);
        }
        let mut plain = |words: &[String]| {
            let mut out = Lexicon::new(Articles::Free);
            for word in words {
                // A word that stands twice in the list stands there already.
                let _ = out.insert(vocabulary, word, ());
            }
            out
        };
        let (dated, superlatives) = (plain(&table.dating.participles), plain(&table.dating.superlatives));
        let denials = &table.denials;
        let (reports, untrue) = (plain(&denials.reports), plain(&denials.untrue));
        let untruth = plain(&denials.untruth);
        let sources = table.sources;
        Ok(Self {
            lexicon,
            dated,
            superlatives,
            wounded_before: plain(&table.dating.wounded_before),
            goes_on: plain(&table.dating.goes_on),
            lasting: plain(&table.dating.lasting),
            day_named: plain(&table.dating.named),
            topics: plain(&table.clauses.topics),
            reports,
            untrue,
            untruth,
            judges: plain(&sources.judges),
            urging: plain(&table.speech.urging),
            speech_deeds: plain(&table.speech.deeds),
            speech_of_many: plain(&table.speech.of_many),
            masculine: plain(&sources.masculine),
            neutral: sources.neutral,
            civilians: sources.civilians,
        })
    }
}

struct Forms<'t> {
    text: &'t str,
    by_phrase: BTreeMap<String, SmallVec<[CueForm; 2]>>,
}

impl Forms<'_> {
    /// Every cue of the file.
    fn cues(&mut self, table: &Table) -> Result<()> {
        self.prepositions(&table.prepositions);
        self.clauses(&table.clauses)?;
        self.verbs(&table.light.verbs, Cue::Light)?;
        self.verbs(&table.light.passive_verbs, Cue::PassiveLight)?;
        self.verbs(&table.light.comprising, Cue::Comprise)?;
        self.verbs(&table.light.became, Cue::Became)?;
        self.verbs(&table.light.judging, Cue::Judge)?;
        self.words(&table.light.judgements, Cue::Judge);
        self.nouns(&table.light.begin, Cue::Begin);
        self.words(&table.light.going, Cue::Going);
        self.words(&table.clauses.since, Cue::Since);
        self.words(&table.clauses.when, Cue::When);
        self.words(&table.clauses.until, Cue::Until);
        self.words(&table.clauses.described, Cue::Described);
        self.words(&table.clauses.unopposed, Cue::Unopposed);
        self.words(&table.clauses.after, Cue::After);
        self.words(&table.clauses.backing, Cue::Backing);
        self.words(&table.clauses.one_side, Cue::OneSide);
        self.words(&table.clauses.except, Cue::Except);
        self.words(&table.clauses.including, Cue::Including);
        self.words(&table.speech.refuted, Cue::Refuted);
        self.words(&table.speech.withheld, Cue::Withheld);
        self.words(&table.speech.sources_before, Cue::Sources);
        self.all(&table.negation, Cue::Negation)?;
        self.all(&table.plan, Cue::Plan)?;
        self.all(&table.scheduled, Cue::Plan)?;
        self.all(&table.scheduled, Cue::Scheduled)?;
        self.all(&table.orders, Cue::Order)?;
        self.all(&table.launch, Cue::Launch)?;
        self.verbs(&table.light.ceasing, Cue::Ceasing)?;
        self.verbs(&table.light.leaving_off, Cue::LeavesOff)?;
        self.verbs(&table.light.going_off, Cue::GoesOff)?;
        self.verbs(&table.light.failing, Cue::Failing)?;
        self.all(&table.hypothetical, Cue::Hypothetical)?;
        self.words(&table.background.words, Cue::Background);
        self.words(&table.background.all_along, Cue::AllAlong);
        self.verbs(&table.background.was, Cue::Was)?;
        self.words(&table.dating.after_that, Cue::AfterThat);
        self.speech(&table.speech)?;
        self.nouns(&table.sources.commentators, Cue::Commentator);
        Ok(())
    }

    fn add(&mut self, phrase: &str, cue: Cue, verb: Option<VerbForm>) {
        let entry = self.by_phrase.entry(fold(phrase)).or_default();
        let value = CueForm { cue, verb };
        if !entry.contains(&value) {
            entry.push(value);
        }
    }

    fn words(&mut self, words: &[String], cue: Cue) {
        for word in words {
            self.add(word, cue, None);
        }
    }

    fn nouns(&mut self, nouns: &[String], cue: Cue) {
        for word in nouns.iter().flat_map(|n| noun_forms(n)) {
            self.add(&word, cue, None);
        }
    }

    fn verbs(&mut self, verbs: &[String], cue: Cue) -> Result<()> {
        for verb in verbs {
            let Some((perfect, imperfect)) = verb.split_once(' ') else {
                let at = self.text.find(verb.as_str()).unwrap_or(0);
                let reason = format!("a verb needs perfect and imperfect: {verb}");
                return Err(Error::data(FILE, line_of(self.text, at), reason));
            };
            for (word, form) in verb_forms(perfect, imperfect) {
                self.add(&word, cue, Some(form));
            }
        }
        Ok(())
    }

    fn all(&mut self, words: &Words, cue: Cue) -> Result<()> {
        self.words(&words.plain, cue);
        self.nouns(&words.nouns, cue);
        self.words(&words.may, Cue::May);
        self.verbs(&words.verbs, cue)
    }

    fn prepositions(&mut self, table: &Prepositions) {
        for (words, prep) in [
            (&table.on, Prep::On),
            (&table.from, Prep::From),
            (&table.to, Prep::To),
            (&table.at, Prep::At),
            (&table.against, Prep::Against),
            (&table.with, Prep::With),
            (&table.by, Prep::By),
            (&table.between, Prep::Between),
            (&table.about, Prep::About),
            (&table.via, Prep::Via),
        ] {
            self.words(words, Cue::Prep(prep));
        }
    }

    fn clauses(&mut self, table: &Clauses) -> Result<()> {
        self.words(&table.that, Cue::That);
        self.words(&table.that_they, Cue::That);
        self.words(&table.that_they, Cue::ThatThey);
        self.words(&table.relative, Cue::Relative);
        self.words(&table.subordinate, Cue::Subordinate);
        self.words(&table.where_, Cue::Subordinate);
        self.words(&table.where_, Cue::There);
        self.words(&table.contrast, Cue::Subordinate);
        self.words(&table.contrast, Cue::Contrast);
        self.words(&table.skip, Cue::Skip);
        self.words(&table.then, Cue::Then);
        self.words(&table.answering, Cue::Answer);
        self.verbs(&table.replying, Cue::Replies)?;
        self.verbs(&table.ending, Cue::SpokenOf)?;
        self.verbs(&table.finding, Cue::Find)?;
        self.nouns(&table.spoken_of, Cue::SpokenOf);
        self.words(&table.within, Cue::Within);
        self.words(&table.there, Cue::There);
        self.words(&table.there_from, Cue::ThereFrom);
        self.nouns(&table.vague_places, Cue::VaguePlace);
        self.words(&table.two_places, Cue::TwoPlaces);
        self.words(&table.two_places, Cue::VaguePlace);
        self.words(&table.partial, Cue::Partial);
        self.verbs(&table.result_verbs, Cue::Result)
    }

    fn speech(&mut self, table: &SpeechWords) -> Result<()> {
        for (verbs, speech) in [
            (&table.say, Speech::Say),
            (&table.announce, Speech::Announce),
            (&table.deny, Speech::Deny),
            (&table.demand, Speech::Demand),
            (&table.threaten, Speech::Threaten),
            (&table.more, Speech::More),
            (&table.accuse, Speech::Accuse),
            (&table.tell, Speech::Tell),
        ] {
            self.verbs(verbs, Cue::Speech(speech))?;
        }
        self.words(&table.participles, Cue::Saying);
        self.words(&table.according, Cue::According);
        self.words(&table.quoted, Cue::Quoted);
        self.nouns(&table.nouns, Cue::SpeechNoun);
        Ok(())
    }
}

impl CueForm {
    /// Is it a word of setting out that is no verb («coming», «advancing»)?
    pub fn sets_out(self) -> bool {
        self.cue == Cue::Launch && self.verb.is_none()
    }

    /// Is it a verb in the imperfect?
    pub fn is_imperfect(self) -> bool {
        self.verb.is_some_and(|v| v.tense == Tense::Imperfect)
    }
}

/// Parses a TOML data file, with the line of what is wrong.
///
/// # Errors
/// When the file is no TOML or has other fields than `T`.
pub(crate) fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T> {
    toml::from_str(text).map_err(|e| {
        let line = line_of(text, e.span().map_or(0, |s| s.start));
        Error::data(file, line, e.message())
    })
}

/// The line, from 1, of byte `at`.
pub(crate) fn line_of(text: &str, at: usize) -> u32 {
    let head = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    head.split(|&b| b == b'\n').count() as u32
}
