//! Which cues a word has, as marks that tell at once of most cues that it has not.

use std::hash::{Hash as _, Hasher as _};
use std::ops::BitOr;

use rustc_hash::FxHasher;

use crate::knowledge::status::Cue;

/// A set of cues that may take some others for its own, but never misses one of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CueSet(u64);

impl CueSet {
    /// Is `cue` in the set? A no is certain.
    #[inline]
    pub(super) fn may_have(self, cue: Cue) -> bool {
        self.0 & mark(cue) != 0
    }
}

impl BitOr for CueSet {
    type Output = Self;

    /// The cues of both.
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl FromIterator<Cue> for CueSet {
    fn from_iter<I: IntoIterator<Item = Cue>>(cues: I) -> Self {
        Self(cues.into_iter().fold(0, |set, cue| set | mark(cue)))
    }
}

/// The mark of a cue: one of its own for each preposition, one among the rest for any other.
#[inline]
fn mark(cue: Cue) -> u64 {
    const PREPOSITIONS: u64 = 10;
    const REST: u64 = u64::BITS as u64 - PREPOSITIONS;
    let at = if let Cue::Prep(prep) = cue {
        prep as u64 % PREPOSITIONS
    } else {
        let mut hasher = FxHasher::default();
        std::mem::discriminant(&cue).hash(&mut hasher);
        PREPOSITIONS + hasher.finish() % REST
    };
    1 << at
}
