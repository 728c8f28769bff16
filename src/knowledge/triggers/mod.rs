//! `data/language/triggers.toml`: the words that tell an event, with all their written forms.

mod lists;
mod load;
mod met_by;

use serde::Deserialize;
use smallvec::SmallVec;

pub use lists::Lists;
pub use met_by::{Met, MetBy};

use crate::text::inflect::VerbForm;
use crate::text::{Lexicon, Text, TokenKind, WordSet};

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
    pub any: WordSet,
    /// None of them may follow.
    pub none: WordSet,
    /// Does a place right behind the word, or behind its subject, do as well?
    pub place: bool,
    /// Does a count of people that names none do as well («80 thousand came to X»)?
    pub crowd: bool,
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
    /// Which of them each word meets.
    pub met_by: MetBy,
    /// Plain lists of words.
    pub lists: Lists<Lexicon<()>>,
}

impl Triggers {
    /// How many tokens the trigger at token `at` has, when one of its readings takes its parts as `frame` does.
    #[must_use]
    pub fn of_frame_at(&self, text: &Text<'_>, at: usize, frame: Frame) -> Option<usize> {
        self.of_frames_at(text, at, &[frame])
    }

    /// The same when one of its readings takes its parts as one of `frames` does.
    #[must_use]
    pub fn of_frames_at(&self, text: &Text<'_>, at: usize, frames: &[Frame]) -> Option<usize> {
        let found = self.lexicon.longest_at(text, at)?;
        let fits = found.value.iter().any(|t| frames.contains(&self.all[usize::from(t.trigger)].frame));
        fits.then_some(found.n_tokens)
    }

    /// Is there a word of the frame at token `at` with what it needs behind it («signed» with a deal, and not «took place»,
    /// which is written alike)?
    #[must_use]
    pub fn is_met_at(&self, text: &Text<'_>, at: usize, frame: Frame) -> bool {
        const REACH: usize = 9;
        let Some(found) = self.lexicon.longest_at(text, at) else { return false };
        let behind = at + found.n_tokens;
        let rest = || {
            (behind..text.tokens.len().min(behind + REACH))
                .take_while(|&i| text.tokens[i].kind != TokenKind::Break)
        };
        // «the parties signed in X an agreement»: the noun itself.
        let named = || {
            rest().filter_map(|i| self.lexicon.longest_at(text, i)).flat_map(|m| m.value.iter()).any(|t| {
                t.form == WordForm::Noun
                    && t.need.is_none()
                    && self.all[usize::from(t.trigger)].frame == frame
            })
        };
        let met = |n: u16| {
            let need = &self.needs[usize::from(n)];
            need.any.is_empty() || need.place || named() || rest().any(|i| need.any.stands_at(text, i))
        };
        found.value.iter().any(|t| self.all[usize::from(t.trigger)].frame == frame && t.need.is_none_or(met))
    }

    /// Must a word of a list follow this form? Words that may not follow ask for none.
    #[must_use]
    pub fn asks_words(&self, form: TriggerForm) -> bool {
        form.need.is_some_and(|n| !self.needs[usize::from(n)].any.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::load::FILE;
    use super::*;
    use crate::base::Result;
    use crate::knowledge::Files;
    use crate::text::Vocabulary;

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
