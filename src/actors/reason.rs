//! Why a mention stands for its faction.

use std::borrow::Cow;

use crate::knowledge::{Camp, NameIdx, StateIdx};

/// Why a mention stands for its faction. The reasons that most mentions have hold no words: no mention is without one.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// Its words are this name.
    Name(NameIdx),
    /// Its words say that it is of this state.
    State(StateIdx),
    /// Its words say that it is of this side.
    Side(Camp),
    /// What else tells.
    Told(Cow<'static, str>),
}

impl From<&'static str> for Reason {
    fn from(told: &'static str) -> Self {
        Self::Told(Cow::Borrowed(told))
    }
}

impl From<String> for Reason {
    fn from(told: String) -> Self {
        Self::Told(Cow::Owned(told))
    }
}
