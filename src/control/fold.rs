//! Opening control and the claims up to a day → the state of every site.

use chrono::{Days, NaiveDate};

use super::claims::narrow;
use super::sites::Sites;
use super::{Claim, Control, Rule, SiteState, SiteStatus};
use crate::events::Event;
use crate::knowledge::{Conflict, Knowledge, PlaceIdx};

/// From which day of a range a claim counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// From its first day: who may hold it.
    Possible,
    /// From its last day: who must hold it by then.
    #[default]
    Certain,
}

/// What a reading of control depends on besides the events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ControlOptions {
    /// From which day of a range a claim counts.
    pub certainty: Certainty,
    /// Only articles published by this day count; an article without a known day then does not.
    pub as_of: Option<NaiveDate>,
}

/// The claims of a list of events, sorted once, to be folded up to any day.
///
/// Opening control is how things stood on the opening day: claims up to it move nothing afterwards, and
/// for days before it they are folded over it as the best guess there is.
#[derive(Clone, Debug)]
pub struct Fold<'a> {
    conflict: &'a Conflict,
    options: ControlOptions,
    claims: Vec<Claim>,
}

impl<'a> Fold<'a> {
    /// Draws the claims from `events` and sorts them.
    pub fn new(events: &[Event], knowledge: &'a Knowledge, options: ControlOptions) -> Self {
        Self::of_conflict(events, &knowledge.conflict, options)
    }

    /// The same over a conflict alone.
    pub fn of_conflict(events: &[Event], conflict: &'a Conflict, options: ControlOptions) -> Self {
        let claim = |(i, event)| Claim::of(event, i, conflict, options);
        let mut claims: Vec<_> = events.iter().enumerate().filter_map(claim).collect();
        narrow(&mut claims, conflict);
        claims.sort_by_cached_key(Claim::order);
        Self { conflict, options, claims }
    }

    /// All claims in the order of the fold.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// Who holds what on `day`.
    pub fn on(&self, day: NaiveDate) -> Control {
        let mut steps = self.steps(day);
        steps.advance(day);
        steps.control(day)
    }

    /// Who holds what on each day from `from` to `to`, both included. Each claim is applied once.
    pub fn over(&self, from: NaiveDate, to: NaiveDate) -> Vec<Control> {
        let mut out = Vec::new();
        let mut steps = self.steps(from);
        for day in from.iter_days().take_while(|&d| d <= to) {
            if day == self.conflict.opening_day {
                steps = self.steps(day);
            }
            steps.advance(day);
            out.push(steps.control(day));
        }
        out
    }

    /// Every claim for or against a holder of `site`, in order of day: about itself, an area it lies in,
    /// or its city.
    pub fn claims_about(&self, site: PlaceIdx) -> impl Iterator<Item = &Claim> {
        let parent = self.conflict.places.get(site.0 as usize).and_then(|p| p.parent);
        self.claims.iter().filter(move |c| {
            c.place == site
                || Some(c.place) == parent
                || (c.is_area && self.conflict.place(c.place).members.contains(&site))
        })
    }

    fn steps(&self, day: NaiveDate) -> Steps<'_> {
        let opening = self.conflict.opening_day;
        let next = if day < opening { 0 } else { self.claims.partition_point(|c| c.day <= opening) };
        Steps { fold: self, sites: Sites::opening(self.conflict), next }
    }
}

/// A fold under way.
struct Steps<'f> {
    fold: &'f Fold<'f>,
    sites: Sites<'f>,
    next: usize,
}

impl Steps<'_> {
    fn advance(&mut self, day: NaiveDate) {
        while let Some(claim) = self.fold.claims.get(self.next).filter(|c| c.day <= day) {
            self.sites.settle(claim.day);
            self.sites.apply(claim);
            self.next += 1;
        }
        self.sites.settle(day);
    }

    fn control(&self, day: NaiveDate) -> Control {
        let mut sites = self.sites.states.clone();
        pin(&mut sites, self.fold.conflict, day);
        Control { day, as_of: self.fold.options.as_of, sites }
    }
}

fn pin(sites: &mut [SiteState], conflict: &Conflict, day: NaiveDate) {
    for pin in &conflict.control_rules.pins {
        let is_on = pin.from.is_none_or(|d| d <= day) && pin.to.is_none_or(|d| day <= d);
        if let Ok(i) = sites.binary_search_by_key(&pin.place, |s| s.place)
            && is_on
        {
            let state = &mut sites[i];
            state.against.append(&mut state.event_ids);
            state.holder = Some(pin.holder);
            state.rival = None;
            state.status = SiteStatus::Held;
            state.since = pin.from;
            state.rule = Rule::Pinned.name();
        }
    }
}

/// Folds all claims up to `day` over opening control; with `as_of`, only articles published by then.
pub fn control_on(
    events: &[Event],
    knowledge: &Knowledge,
    day: NaiveDate,
    as_of: Option<NaiveDate>,
) -> Control {
    Fold::new(events, knowledge, ControlOptions { as_of, ..ControlOptions::default() }).on(day)
}

/// The same for each day from `from` to `to`, both included.
pub fn controls_over(
    events: &[Event],
    knowledge: &Knowledge,
    from: NaiveDate,
    to: NaiveDate,
    options: ControlOptions,
) -> Vec<Control> {
    Fold::new(events, knowledge, options).over(from, to)
}

/// The day before, for comparing a day with it; the first day of the calendar has none but itself.
pub fn day_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(1)).unwrap_or(day)
}
