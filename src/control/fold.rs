//! Opening control and the claims up to a day → the state of every site.

use chrono::NaiveDate;

use crate::events::Event;
use crate::knowledge::{FactionId, Knowledge, PlaceIdx};

/// How firmly, and on what ground, a site is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// The state of one site on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteState {
    /// The site.
    pub place: PlaceIdx,
    /// Who holds it; nothing when nobody is known to.
    pub holder: Option<FactionId>,
    /// The other side, where it is contested.
    pub rival: Option<FactionId>,
    /// How firmly.
    pub status: SiteStatus,
    /// Since which day; nothing for opening control.
    pub since: Option<NaiveDate>,
    /// Ids of the events that decided it.
    pub event_ids: Vec<String>,
    /// Name of the rule that decided it.
    pub rule: &'static str,
}

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

/// Folds all claims up to `day` over opening control; with `as_of`, only articles published by then.
pub fn control_on(
    _events: &[Event],
    _knowledge: &Knowledge,
    day: NaiveDate,
    as_of: Option<NaiveDate>,
) -> Control {
    Control { day, as_of, sites: Vec::new() }
}
