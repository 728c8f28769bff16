//! The 21 kinds of event and the five modalities.

use serde::{Deserialize, Serialize};

/// What happened. The words are those of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A side takes a place.
    Capture,
    /// The government takes a place back.
    Retake,
    /// A side reaches, enters or encircles a place.
    Advance,
    /// A side leaves a place.
    Withdrawal,
    /// A side holds, repels or fortifies.
    Defence,
    /// Armed fighting.
    Clash,
    /// By aircraft or drones.
    AirStrike,
    /// Artillery, rockets, missiles, unspecified bombing.
    Shelling,
    /// On persons, not battle.
    Attack,
    /// Own side shoots at own side, mutiny, defection, refusal.
    Infighting,
    /// Troops or commanders arrive, move, are sent.
    Deployment,
    /// A toll tied to no single act.
    Casualties,
    /// Arrests.
    Detention,
    /// Prisoners freed.
    Release,
    /// Civilians flee, are evacuated, return.
    Displacement,
    /// Closure, damage.
    Infrastructure,
    /// Demonstrations.
    Protest,
    /// Ceasefire, deal.
    Agreement,
    /// Meetings, visits, calls.
    Diplomacy,
    /// Formal statement, demand, denial.
    Statement,
    /// Appointment, dismissal.
    Leadership,
}

impl EventKind {
    /// Is it fighting between sides, or what that does to ground and people?
    pub(in crate::events) fn is_fighting(self) -> bool {
        matches!(
            self,
            Self::Clash
                | Self::AirStrike
                | Self::Shelling
                | Self::Attack
                | Self::Capture
                | Self::Retake
                | Self::Advance
                | Self::Withdrawal
                | Self::Defence
                | Self::Casualties
        )
    }

    /// Is it fire that hits somebody or somewhere, or the dead and wounded of it?
    pub(in crate::events) fn is_fire(self) -> bool {
        matches!(self, Self::Clash | Self::AirStrike | Self::Shelling | Self::Attack | Self::Casualties)
    }

    /// All kinds, in the order of the product's table.
    pub const ALL: [Self; 21] = [
        Self::Capture,
        Self::Retake,
        Self::Advance,
        Self::Withdrawal,
        Self::Defence,
        Self::Clash,
        Self::AirStrike,
        Self::Shelling,
        Self::Attack,
        Self::Infighting,
        Self::Deployment,
        Self::Casualties,
        Self::Detention,
        Self::Release,
        Self::Displacement,
        Self::Infrastructure,
        Self::Protest,
        Self::Agreement,
        Self::Diplomacy,
        Self::Statement,
        Self::Leadership,
    ];

    /// The word of the record.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Capture => "capture",
            Self::Retake => "retake",
            Self::Advance => "advance",
            Self::Withdrawal => "withdrawal",
            Self::Defence => "defence",
            Self::Clash => "clash",
            Self::AirStrike => "air_strike",
            Self::Shelling => "shelling",
            Self::Attack => "attack",
            Self::Infighting => "infighting",
            Self::Deployment => "deployment",
            Self::Casualties => "casualties",
            Self::Detention => "detention",
            Self::Release => "release",
            Self::Displacement => "displacement",
            Self::Infrastructure => "infrastructure",
            Self::Protest => "protest",
            Self::Agreement => "agreement",
            Self::Diplomacy => "diplomacy",
            Self::Statement => "statement",
            Self::Leadership => "leadership",
        }
    }

    /// The kind of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.as_str() == word)
    }
}

/// How far the text stands behind what it tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// Told as a fact, or by a source that is no party.
    #[default]
    Asserted,
    /// Only a party's own word.
    Claimed,
    /// Said not to be so.
    Denied,
    /// Intended.
    Planned,
    /// A condition, a threat, a fear.
    Hypothetical,
}
