//! A sentence as a row of items: mentions, triggers, small words, marks, and words that nothing knows.

use std::ops::Range;

use smallvec::SmallVec;

use super::cue_set::CueSet;
use crate::knowledge::status::{Cue, CueForm, Prep};
use crate::knowledge::triggers::{TriggerForm, WordForm};
use crate::text::Affixes;
use crate::text::inflect::{Tense, VerbForm};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    Known,
    /// A comma.
    Comma,
    /// A colon, semicolon, dash or other stop inside a sentence.
    Stop,
    /// A quotation mark or bracket.
    Quote,
    /// Any other word.
    Word,
}

/// What a known word may be. Its parts are asked for over and over, so they are worked out once.
#[derive(Clone, Debug, Default, PartialEq)]
struct Parts {
    triggers: SmallVec<[TriggerForm; 2]>,
    cues: SmallVec<[CueForm; 2]>,
    cue_set: CueSet,
    verb_trigger: Option<(TriggerForm, VerbForm)>,
    /// Which of the triggers is a noun.
    noun_trigger: Option<u8>,
    verb_cue: Option<(Cue, VerbForm)>,
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
    parts: Parts,
}

impl Item {
    /// The item of the tokens `from..to` that is no known word.
    pub(in crate::events) fn new(from: usize, to: usize, what: What, affixes: Affixes) -> Self {
        Self { from, to, what, affixes, has_pronoun: false, parts: Parts::default() }
    }

    /// The item of a word with these `triggers` and `cues`.
    #[inline]
    pub(in crate::events) fn known(
        (from, to): (usize, usize),
        (affixes, has_pronoun): (Affixes, bool),
        triggers: SmallVec<[TriggerForm; 2]>,
        cues: SmallVec<[CueForm; 2]>,
    ) -> Self {
        let is_trigger = !triggers.is_empty(); // few words are
        let parts = Parts {
            cue_set: cues.iter().map(|c| c.cue).collect(),
            verb_trigger: if is_trigger { verb_of(&triggers, affixes) } else { None },
            noun_trigger: if is_trigger { noun_of(&triggers, affixes) } else { None },
            verb_cue: verb_cue_of(&cues, affixes),
            triggers,
            cues,
        };
        Self { from, to, what: What::Known, affixes, has_pronoun, parts }
    }

    /// Leaves a particle of it that only has `affixes`, and no trigger.
    pub(in crate::events) fn drop_triggers(&mut self, affixes: Affixes) {
        let (at, cues) = ((self.from, self.to), std::mem::take(&mut self.parts.cues));
        *self = Self::known(at, (affixes, self.has_pronoun), SmallVec::new(), cues);
    }

    /// Takes in the «and» that stands before it.
    pub(in crate::events) fn join(&mut self) {
        self.affixes = self.affixes.with(Affixes::WA); // no reading hangs on an «and»
    }

    /// The actor that it is, by position in [`Reading::actors`].
    pub(in crate::events) fn actor(&self) -> Option<usize> {
        match self.what {
            What::Actor(a) => Some(a),
            _ => None,
        }
    }

    /// The triggers that it may be.
    pub(in crate::events) fn triggers(&self) -> &[TriggerForm] {
        &self.parts.triggers
    }

    /// Marks of its cues.
    pub(super) fn cue_set(&self) -> CueSet {
        self.parts.cue_set
    }

    /// The cues of it.
    pub(in crate::events) fn cues(&self) -> &[CueForm] {
        &self.parts.cues
    }

    /// The first cue for which `test` holds.
    pub(in crate::events) fn cue(&self, test: impl Fn(Cue) -> bool) -> Option<CueForm> {
        self.cues().iter().copied().find(|c| test(c.cue))
    }

    /// Is it exactly this cue (among others)?
    #[inline]
    pub(in crate::events) fn is_cue(&self, cue: Cue) -> bool {
        self.parts.cue_set.may_have(cue) && self.cues().iter().any(|c| c.cue == cue)
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
    #[inline]
    pub(in crate::events) fn verb_trigger(&self) -> Option<(TriggerForm, VerbForm)> {
        self.parts.verb_trigger
    }

    /// The trigger form that is a noun.
    #[inline]
    pub(in crate::events) fn noun_trigger(&self) -> Option<TriggerForm> {
        self.parts.noun_trigger.map(|n| self.parts.triggers[usize::from(n)])
    }

    /// Is it a trigger, as a verb or as a noun?
    #[inline]
    pub(in crate::events) fn is_trigger(&self) -> bool {
        self.parts.noun_trigger.is_some() || self.parts.verb_trigger.is_some()
    }

    /// Is there a verb that it may be?
    #[inline]
    pub(in crate::events) fn may_be_verb(&self) -> bool {
        self.parts.verb_trigger.is_some() || self.parts.verb_cue.is_some()
    }

    /// The verb form of a cue verb.
    #[inline]
    pub(in crate::events) fn verb_cue(&self) -> Option<(Cue, VerbForm)> {
        self.parts.verb_cue
    }
}

/// The first item of `within` for which `test` holds. A loop of its own: within a long function it would be a slow one.
#[inline(never)]
pub(in crate::events) fn first_in(
    items: &[Item],
    within: Range<usize>,
    test: impl Fn(&Item) -> bool,
) -> Option<usize> {
    let found = items.get(within.clone())?.iter().position(test);
    found.map(|n| within.start + n)
}

/// All items of `within` for which `test` holds, by position.
pub(in crate::events) fn all_in(
    items: &[Item],
    mut within: Range<usize>,
    test: impl Fn(&Item) -> bool,
) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let found = first_in(items, within.clone(), &test)?;
        within.start = found + 1;
        Some(found)
    })
}

/// May a word with these affixes be a finite verb?
fn may_be_verb(affixes: Affixes) -> bool {
    !affixes.has_any(Affixes::AL.with(Affixes::BI).with(Affixes::KA))
}

fn fits_verb(affixes: Affixes, verb: VerbForm) -> bool {
    verb.tense != Tense::Perfect || !affixes.has_any(Affixes::SA.with(Affixes::LI))
}

/// The form among `triggers` that is a finite verb.
fn verb_of(triggers: &[TriggerForm], affixes: Affixes) -> Option<(TriggerForm, VerbForm)> {
    let fits = may_be_verb(affixes);
    let verbs = triggers.iter().filter(|_| fits).filter_map(|t| match t.form {
        WordForm::Verb(v) if fits_verb(affixes, v) => Some((*t, v)),
        _ => None,
    });
    // A form that is perfect of one verb and imperfect of another is the perfect, as news tells; of two
    // readings the one whose words follow.
    verbs.min_by_key(|(t, v)| (v.tense, t.need.is_none()))
}

/// Which form among `triggers` is a noun.
fn noun_of(triggers: &[TriggerForm], affixes: Affixes) -> Option<u8> {
    let fits = !affixes.has(Affixes::SA);
    let adjective = affixes.has(Affixes::AL);
    let nouns = triggers.iter().enumerate().filter(|(_, t)| match t.form {
        WordForm::Noun => fits,
        WordForm::Participle => fits && !adjective,
        WordForm::Verb(_) => false,
    });
    nouns.min_by_key(|(_, t)| t.need.is_none()).map(|(n, _)| n as u8) // the one whose words follow
}

/// The verb among `cues`.
fn verb_cue_of(cues: &[CueForm], affixes: Affixes) -> Option<(Cue, VerbForm)> {
    let fits = may_be_verb(affixes);
    cues.iter()
        // An order is a speech act too, a verb of answering carries a noun, one of leaving off may tell an act.
        .filter(|c| fits && !matches!(c.cue, Cue::Order | Cue::Replies | Cue::LeavesOff | Cue::GoesOff))
        .find_map(|c| c.verb.filter(|v| fits_verb(affixes, *v)).map(|v| (c.cue, v)))
}

/// Where the source that a word for «according to» at item `i` names ends: at the next comma, behind the bracket or dash
/// that closes what opens before it, at most at `end`.
pub(in crate::events) fn behind_source(items: &[Item], i: usize, end: usize) -> usize {
    let opens = i.checked_sub(1).is_some_and(|j| items[j].what == What::Quote);
    let closes = |what: &What| *what == What::Comma || opens && *what == What::Quote;
    (i + 1..end).find(|&j| closes(&items[j].what)).unwrap_or(end)
}
