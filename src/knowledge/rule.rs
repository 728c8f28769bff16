//! The rules by which claims move sites: a short list, each with a name that a state carries.
//!
//! What each does is in `control/step.rs`; cases for each are in `tests/cases/control`. The thresholds and
//! switches are an analyst's, in `data/<conflict>/control.toml` ([`ControlRules`](super::ControlRules)).

/// Why a site is in the state it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// No claim has moved it since the opening.
    Opening,
    /// A capture, told as a fact.
    Captured,
    /// A capture that only the gaining side tells.
    Claimed,
    /// A claim borne out: by a second source, or by the losing side.
    Confirmed,
    /// The government took it back.
    Retaken,
    /// Given over without a fight: by a withdrawal or a deal that names who follows.
    HandedOver,
    /// Moved by a claim about an area that it lies in.
    Area,
    /// A quarter, moved by a claim about its whole city.
    WholeCity,
    /// A side advanced into it or up to it.
    Advance,
    /// A side took a part of it.
    Part,
    /// A side took one of its quarters.
    PartOfCity,
    /// Two claims of like weight within the dispute window say different things.
    Disputed,
    /// A dispute that the later claim won, because nothing contradicted it for the window.
    Settled,
    /// The holder left; nobody is said to have followed.
    Left,
    /// The holder left and a rival stood inside, or entered after.
    Followed,
    /// Said to have fallen to nobody named: to the side that was fighting for it, or took the places around.
    Fell,
    /// The holder is said to have beaten off the advance.
    Repelled,
    /// An advance into it that nothing contradicted.
    Entered,
    /// An advance that nothing followed.
    Lapsed,
    /// Told of an umbrella name, given to its nearest named ally.
    NamedNearby,
    /// Fixed by an analyst in `control.toml`.
    Pinned,
}

impl Rule {
    /// All rules, in the order in which a reader should meet them.
    pub const ALL: [Self; 21] = [
        Self::Opening,
        Self::Captured,
        Self::Claimed,
        Self::Confirmed,
        Self::Retaken,
        Self::HandedOver,
        Self::Area,
        Self::WholeCity,
        Self::Advance,
        Self::Part,
        Self::PartOfCity,
        Self::Disputed,
        Self::Settled,
        Self::Left,
        Self::Followed,
        Self::Fell,
        Self::Repelled,
        Self::Entered,
        Self::Lapsed,
        Self::NamedNearby,
        Self::Pinned,
    ];

    /// The name that states, exports and cases use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Captured => "captured",
            Self::Claimed => "claimed",
            Self::Confirmed => "confirmed",
            Self::Retaken => "retaken",
            Self::HandedOver => "handed-over",
            Self::Area => "area",
            Self::WholeCity => "whole-city",
            Self::Advance => "advance",
            Self::Part => "part",
            Self::PartOfCity => "part-of-city",
            Self::Disputed => "disputed",
            Self::Settled => "settled",
            Self::Left => "left",
            Self::Followed => "followed",
            Self::Fell => "fell",
            Self::Repelled => "repelled",
            Self::Entered => "entered",
            Self::Lapsed => "lapsed",
            Self::NamedNearby => "named-nearby",
            Self::Pinned => "pinned",
        }
    }

    /// The rule of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.name() == name)
    }

    /// What it means, one line of English.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Opening => "no claim has moved it since the opening",
            Self::Captured => "its capture is told as a fact: held",
            Self::Claimed => "only the gaining side tells of its capture: claimed",
            Self::Confirmed => "a claim borne out by a second source or by the losing side: held",
            Self::Retaken => "the government took it back",
            Self::HandedOver => "given over without a fight",
            Self::Area => "moved with the area it lies in, because the losing side held it",
            Self::WholeCity => "a quarter that moved with its whole city",
            Self::Advance => "a side advanced into it or up to it: contested",
            Self::Part => "a side took a part of it: contested",
            Self::PartOfCity => "a side took one of its quarters: contested",
            Self::Disputed => "two claims of like weight disagree within the dispute window: contested",
            Self::Settled => "the later of two claims stood uncontradicted for the dispute window",
            Self::Left => "the holder left and nobody is said to have followed",
            Self::Followed => {
                "the holder left, and a rival stood inside or entered after: claimed by the rival"
            }
            Self::Fell => {
                "said to have fallen to nobody named: to the side that fights for it, or that took the nearest site"
            }
            Self::Repelled => "the holder is said to have beaten off the advance: held",
            Self::Entered => "a side went in and nothing contradicted it for some days: claimed",
            Self::Lapsed => "an advance that nothing followed for some days: held again",
            Self::NamedNearby => "told of an umbrella name, given to its named ally with the nearest site",
            Self::Pinned => "fixed by an analyst in control.toml",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = Rule::ALL.iter().map(|r| r.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Rule::ALL.len());
        assert!(Rule::ALL.into_iter().all(|r| Rule::named(r.name()) == Some(r)));
    }
}
