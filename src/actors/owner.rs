//! Whose a phrase is: a side, a state, a patron.

use crate::knowledge::{Actors, Camp, FactionId, HeadClass, NameIdx, Relation, StateIdx};

/// Whose a phrase is, as far as its own words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// A name says it.
    Name(NameIdx),
    /// A state and the class of the head noun say it.
    State(StateIdx, HeadClass, Option<Camp>),
    /// A side of the story.
    Camp(Camp),
    /// A patron says it.
    Patron(Patron, Relation, Option<Camp>),
    /// Civilians.
    Civilians,
    /// Of no side that is known: its words say only whom it fights.
    NoSide,
    /// A unit known by its number.
    Unit,
    /// Planes of nobody told.
    Planes,
    /// Suicide bombers of nobody told.
    Suicide,
    /// Nobody's by its words.
    Unknown,
}

/// Who stands behind a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patron {
    Name(NameIdx),
    State(StateIdx),
    Camp(Camp),
    /// A pronoun: whoever was named last.
    Pronoun,
    /// «his country»: that of the statesman named last.
    Country,
}

/// The faction that a state stands for with a head of this class.
pub(super) fn of_state(actors: &Actors, state: StateIdx, class: HeadClass) -> FactionId {
    let origin = actors.state(state).origin;
    match class {
        HeadClass::Force | HeadClass::Act => origin.force,
        HeadClass::Commander => origin.commander,
        HeadClass::Group => origin.group,
        HeadClass::Civil => origin.people,
        HeadClass::Government | HeadClass::Official | HeadClass::Media | HeadClass::Member => {
            origin.government
        }
    }
}
