//! A sentence as a row of items: mentions, triggers, small words, marks, and words that nothing knows.

use smallvec::SmallVec;

use crate::knowledge::status::{Cue, CueForm, Prep};
use crate::knowledge::triggers::{TriggerForm, WordForm};
use crate::text::Affixes;
use crate::text::inflect::{Tense, VerbForm};

/// What an item is.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::events) enum What {
    /// An actor, by position in [`Reading::actors`].
    Actor(usize),
    /// A place, by position in [`Reading::places`].
    Place(usize),
    /// A date, by position in [`Reading::dates`].
    Date(usize),
    /// A number, by position in [`Reading::numbers`].
    Number(usize),
    /// A word with a part in the sentence: it may be several things at once.
    Known(SmallVec<[TriggerForm; 2]>, SmallVec<[CueForm; 2]>),
    /// A comma.
    Comma,
    /// A colon, semicolon, dash or other stop inside a sentence.
    Stop,
    /// A quotation mark or bracket.
    Quote,
    /// Any other word.
    Word,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::events) struct Item {
    /// First token.
    pub(in crate::events) from: usize,
    /// One past the last token.
    pub(in crate::events) to: usize,
    /// What it is.
    pub(in crate::events) what: What,
    /// What was taken off its first word.
    pub(in crate::events) affixes: Affixes,
    /// Does it carry a pronoun?
    pub(in crate::events) has_pronoun: bool,
}

impl Item {
    /// The actor that it is, by position in [`Reading::actors`].
    pub(in crate::events) fn actor(&self) -> Option<usize> {
        match self.what {
            What::Actor(a) => Some(a),
            _ => None,
        }
    }

    /// The cues of it.
    pub(in crate::events) fn cues(&self) -> &[CueForm] {
        match &self.what {
            What::Known(_, cues) => cues,
            _ => &[],
        }
    }

    /// The first cue for which `test` holds.
    pub(in crate::events) fn cue(&self, test: impl Fn(Cue) -> bool) -> Option<CueForm> {
        self.cues().iter().copied().find(|c| test(c.cue))
    }

    /// Is it exactly this cue (among others)?
    pub(in crate::events) fn is_cue(&self, cue: Cue) -> bool {
        self.cue(|c| c == cue).is_some()
    }

    /// The preposition it is or carries as a proclitic.
    pub(in crate::events) fn prep(&self) -> Option<Prep> {
        let word = self.cues().iter().find_map(|c| match c.cue {
            Cue::Prep(prep) => Some(prep),
            _ => None,
        });
        word.or_else(|| self.proclitic())
    }

    /// The preposition written together with it.
    pub(in crate::events) fn proclitic(&self) -> Option<Prep> {
        if self.affixes.has(Affixes::BI) {
            Some(Prep::At)
        } else if self.affixes.has(Affixes::LI) {
            Some(Prep::On)
        } else {
            None
        }
    }

    /// Does «and» or «so» stand before it?
    pub(in crate::events) fn is_joined(&self) -> bool {
        self.affixes.has_any(Affixes::WA.with(Affixes::FA))
    }

    /// The trigger form that is a finite verb.
    pub(in crate::events) fn verb_trigger(&self) -> Option<(TriggerForm, VerbForm)> {
        let What::Known(triggers, _) = &self.what else { return None };
        let fits = !self.affixes.has_any(Affixes::AL.with(Affixes::BI).with(Affixes::KA));
        let verbs = triggers.iter().filter(|_| fits).filter_map(|t| match t.form {
            WordForm::Verb(v) if self.fits_verb(v) => Some((*t, v)),
            _ => None,
        });
        // A form that is perfect of one verb and imperfect of another is the perfect, as news tells; of two
        // readings the one whose words follow.
        verbs.min_by_key(|(t, v)| (v.tense, t.need.is_none()))
    }

    /// The trigger form that is a noun.
    pub(in crate::events) fn noun_trigger(&self) -> Option<TriggerForm> {
        let What::Known(triggers, _) = &self.what else { return None };
        let fits = !self.affixes.has(Affixes::SA);
        let adjective = self.affixes.has(Affixes::AL);
        let nouns = triggers.iter().copied().filter(|t| match t.form {
            WordForm::Noun => fits,
            WordForm::Participle => fits && !adjective,
            WordForm::Verb(_) => false,
        });
        nouns.min_by_key(|t| t.need.is_none()) // the one whose words follow
    }

    /// The verb form of a cue verb.
    pub(in crate::events) fn verb_cue(&self) -> Option<(Cue, VerbForm)> {
        let fits = !self.affixes.has_any(Affixes::AL.with(Affixes::BI).with(Affixes::KA));
        self.cues()
            .iter()
            // An order is a speech act too, and a verb of answering carries a noun.
            .filter(|c| fits && !matches!(c.cue, Cue::Order | Cue::Replies))
            .find_map(|c| c.verb.filter(|v| self.fits_verb(*v)).map(|v| (c.cue, v)))
    }

    fn fits_verb(&self, verb: VerbForm) -> bool {
        verb.tense != Tense::Perfect || !self.affixes.has_any(Affixes::SA.with(Affixes::LI))
    }
}

/// Where the source that a word for «according to» at item `i` names ends: at the next comma, behind the bracket or dash
/// that closes what opens before it, at most at `end`.
pub(in crate::events) fn behind_source(items: &[Item], i: usize, end: usize) -> usize {
    let opens = i.checked_sub(1).is_some_and(|j| items[j].what == What::Quote);
    let closes = |what: &What| *what == What::Comma || opens && *what == What::Quote;
    (i + 1..end).find(|&j| closes(&items[j].what)).unwrap_or(end)
}
