//! The answer: who holds each site on one day, how firmly, since when and why.

use chrono::NaiveDate;
use serde::Serialize;

use super::Rule;
use crate::knowledge::{FactionId, PlaceIdx};

/// How firmly, and on what ground, a site is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SiteStatus {
    /// Asserted by a source that is no party, or by two sources, or unchanged since the opening.
    Held,
    /// Only the gaining party says so.
    Claimed,
    /// Advanced upon, held in part, or two claims disagree.
    Contested,
    /// The holder left and nobody is said to have followed.
    Left,
}

impl SiteStatus {
    /// The word of the record.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Claimed => "claimed",
            Self::Contested => "contested",
            Self::Left => "left",
        }
    }
}

/// The state of one site on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteState {
    /// The site.
    pub place: PlaceIdx,
    /// Who holds it; nothing when nobody is known to.
    pub holder: Option<FactionId>,
    /// The other side, where it is contested.
    pub rival: Option<FactionId>,
    /// Who held it before the holder did; nothing when it never changed hands.
    pub previous: Option<FactionId>,
    /// How firmly.
    pub status: SiteStatus,
    /// Since which day; nothing for opening control.
    pub since: Option<NaiveDate>,
    /// Ids of the events that decided it, in order of day.
    pub event_ids: Vec<String>,
    /// Ids of the events that speak against it.
    pub against: Vec<String>,
    /// Name of the rule that decided it, see [`Rule`].
    pub rule: &'static str,
}

impl SiteState {
    /// The state of a site before any claim.
    pub fn opening(place: PlaceIdx, holder: Option<FactionId>) -> Self {
        Self {
            place,
            holder,
            rival: None,
            previous: None,
            status: SiteStatus::Held,
            since: None,
            event_ids: Vec::new(),
            against: Vec::new(),
            rule: Rule::Opening.name(),
        }
    }

    /// What a map shows of it: who, against whom, how firmly.
    pub fn look(&self) -> Look {
        (self.holder, self.rival, self.status)
    }
}

/// Holder, rival and status: sites that agree in all three are drawn as one area.
pub type Look = (Option<FactionId>, Option<FactionId>, SiteStatus);

/// The state of every site on one day, in the order of the gazetteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// The day.
    pub day: NaiveDate,
    /// Only articles published by this day count.
    pub as_of: Option<NaiveDate>,
    /// One state a site.
    pub sites: Vec<SiteState>,
}

impl Control {
    /// The state of one site; nothing for a place that is none.
    pub fn site(&self, place: PlaceIdx) -> Option<&SiteState> {
        let i = self.sites.binary_search_by_key(&place, |s| s.place).ok()?;
        self.sites.get(i)
    }
}
