//! `data/language/tolls.toml`: words of killed and wounded.

use serde::Deserialize;

use super::Files;
use super::status::{line_of, parse};
use crate::base::{Error, Result};
use crate::text::inflect::{noun_forms, verb_forms};
use crate::text::{Articles, Lexicon, Vocabulary};

const FILE: &str = "language/tolls.toml";

/// What a word says of a toll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TollWord {
    /// The dead, as a noun.
    KilledNoun,
    /// The wounded, as a noun.
    WoundedNoun,
    /// Killing, as a verb or verbal noun.
    Kill,
    /// Falling, which is dying only when persons fall.
    Fall,
    /// A count of all that was told («the toll of the attack»).
    Sum,
    /// «the number of the dead».
    SumOfDead,
    /// Wounding, as a verb or verbal noun.
    Wound,
    /// Hitting, which is wounding only where persons are counted behind the dead («and hit 614»).
    Hit,
    /// Persons who do not fight.
    Civilians,
    /// Persons of whom nothing is said.
    Persons,
    /// Fighters of a group.
    Fighters,
    /// Soldiers of a state.
    Soldiers,
    /// «among them»: what follows is counted already.
    Subset,
    /// «others»: as those before.
    Others,
    /// «in the ranks of».
    InRanks,
    /// A word written like one of harm that tells none, and what is counted behind it is not hurt.
    Unhurt,
    /// Losing: who is lost is missing, but an armed side loses its dead.
    Lose,
    /// «the number of», behind the number.
    NumberOf,
    /// «besides», «against»: the count behind it is of others whom the same befell.
    Besides,
}

/// All words of tolls.
#[derive(Clone, Debug)]
pub struct Tolls {
    /// Every written form.
    pub lexicon: Lexicon<TollWord>,
    /// One person, without a number.
    pub ones: Lexicon<()>,
    /// One of the dead or wounded, as a noun.
    pub one_dead: Lexicon<()>,
    /// Participles of leaving dead behind («leaving one dead»).
    pub leaving: Lexicon<()>,
    /// One of several, told behind it.
    pub one_of: Lexicon<()>,
    /// Deaths and wounds, told without anybody who did it.
    pub deaths: Lexicon<()>,
    /// One person by office or rank, to whom a count may add.
    pub offices: Lexicon<()>,
    /// Floods, quakes, accidents and diseases, in which nobody is killed by anybody.
    pub mishaps: Lexicon<()>,
    /// Words for a war as a whole («the conflict has left …»).
    pub wars: Lexicon<()>,
    /// «their lives»: who loses them is killed.
    pub lives: Lexicon<()>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    killed_nouns: Vec<String>,
    wounded_nouns: Vec<String>,
    sums: Vec<String>,
    #[serde(default)]
    sums_of_dead: Vec<String>,
    fall_verbs: Vec<String>,
    fall_nouns: Vec<String>,
    kill_verbs: Vec<String>,
    kill_nouns: Vec<String>,
    #[serde(default)]
    ones: Vec<String>,
    #[serde(default)]
    one_dead: Vec<String>,
    #[serde(default)]
    leaving: Vec<String>,
    #[serde(default)]
    one_of: Vec<String>,
    #[serde(default)]
    deaths: Vec<String>,
    wound_verbs: Vec<String>,
    wound_nouns: Vec<String>,
    #[serde(default)]
    hit_verbs: Vec<String>,
    civilians: Vec<String>,
    fighters: Vec<String>,
    soldiers: Vec<String>,
    persons: Vec<String>,
    subset: Vec<String>,
    others: Vec<String>,
    in_ranks: Vec<String>,
    #[serde(default)]
    unhurt_verbs: Vec<String>,
    #[serde(default)]
    loss_verbs: Vec<String>,
    #[serde(default)]
    unhurt_nouns: Vec<String>,
    #[serde(default)]
    numbers_of: Vec<String>,
    #[serde(default)]
    besides: Vec<String>,
    #[serde(default)]
    offices: Vec<String>,
    #[serde(default)]
    mishaps: Vec<String>,
    wars: Vec<String>,
    #[serde(default)]
    lives: Vec<String>,
}

impl Tolls {
    /// Loads and checks the file.
    ///
    /// # Errors
    /// When it is missing or says something that cannot be; the error names the line.
    pub fn load(files: &Files, vocabulary: &mut Vocabulary) -> Result<Self> {
        let text = files.read(FILE)?;
        let table: Table = parse(FILE, &text)?;
        let mut lexicon = Lexicon::new(Articles::Free);
        let mut add = |words: Vec<String>, value: TollWord| {
            for word in words {
                // The first meaning of a word stands; later lists only widen.
                let _ = lexicon.insert(vocabulary, &word, value);
            }
        };
        let nouns = |words: &[String]| words.iter().flat_map(|w| noun_forms(w)).collect::<Vec<_>>();
        // First, so that they stand before what they are written like.
        add(nouns(&table.unhurt_nouns), TollWord::Unhurt);
        for (verbs, value) in [
            (&table.loss_verbs, TollWord::Lose),
            (&table.unhurt_verbs, TollWord::Unhurt),
            (&table.kill_verbs, TollWord::Kill),
            (&table.wound_verbs, TollWord::Wound),
            (&table.hit_verbs, TollWord::Hit),
            (&table.fall_verbs, TollWord::Fall),
        ] {
            for verb in verbs {
                let Some((perfect, imperfect)) = verb.split_once(' ') else {
                    let at = text.find(verb.as_str()).unwrap_or(0);
                    let reason = format!("a verb needs perfect and imperfect: {verb}");
                    return Err(Error::data(FILE, line_of(&text, at), reason));
                };
                let forms = verb_forms(perfect, imperfect).into_iter();
                add(forms.filter(|f| !f.1.is_first_person).map(|f| f.0).collect(), value);
            }
        }
        add(table.subset, TollWord::Subset);
        add(table.others, TollWord::Others);
        add(nouns(&table.kill_nouns), TollWord::Kill);
        add(nouns(&table.wound_nouns), TollWord::Wound);
        add(nouns(&table.fall_nouns), TollWord::Fall);
        add(nouns(&table.sums_of_dead), TollWord::SumOfDead);
        add(nouns(&table.sums), TollWord::Sum);
        add(nouns(&table.killed_nouns), TollWord::KilledNoun);
        add(nouns(&table.wounded_nouns), TollWord::WoundedNoun);
        add(table.persons, TollWord::Persons);
        add(table.civilians, TollWord::Civilians);
        add(table.fighters, TollWord::Fighters);
        add(table.soldiers, TollWord::Soldiers);
        add(table.in_ranks, TollWord::InRanks);
        add(table.numbers_of, TollWord::NumberOf);
        add(table.besides, TollWord::Besides);
        let mut words = |words: Vec<String>| {
            let mut out = Lexicon::new(Articles::Free);
            for word in words {
                // A word written twice is one word.
                let _ = out.insert(vocabulary, &word, ());
            }
            out
        };
        let (ones, one_of) = (words(nouns(&table.ones)), words(table.one_of));
        let (one_dead, leaving) = (words(table.one_dead), words(table.leaving));
        let (deaths, offices) = (words(nouns(&table.deaths)), words(nouns(&table.offices)));
        let (mishaps, wars, lives) = (words(table.mishaps), words(table.wars), words(table.lives));
        Ok(Self { lexicon, ones, one_dead, leaving, one_of, deaths, offices, mishaps, wars, lives })
    }
}
