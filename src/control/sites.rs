//! The sites on the way from day to day: their states, what is remembered beside them, and who is near.

use chrono::{Days, NaiveDate};

use super::claims::Claim;
use super::{Rule, SiteState};
use crate::knowledge::{Conflict, FactionId, PlaceIdx, PlaceKind};

/// What is remembered about a site beside its state.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    /// What the holder stands on; nothing for the opening.
    pub(super) footing: Option<Footing>,
    /// Who told it that the holder holds it.
    pub(super) sources: Vec<Option<String>>,
    /// A dispute that will end by itself.
    pub(super) dispute: Option<Dispute>,
    /// Last day on which somebody advanced on it.
    pub(super) advanced: Option<NaiveDate>,
    /// The day on which that side went in, while nothing contradicted it.
    pub(super) entered: Option<NaiveDate>,
    /// Who left, and when.
    pub(super) left: Option<(NaiveDate, FactionId)>,
    /// The last word that a side holds on.
    pub(super) stood: Option<Stood>,
}

/// The claim that a holder stands on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Footing {
    pub(super) day: NaiveDate,
    /// Told as a fact.
    pub(super) is_firm: bool,
    /// About the site itself, not about an area or a city around it.
    pub(super) is_exact: bool,
    /// On one day that the text itself tells.
    pub(super) is_dated: bool,
    /// How many articles tell it.
    pub(super) n_articles: usize,
}

impl Footing {
    /// The footing that a claim gives.
    pub(super) fn of(claim: &Claim, is_exact: bool) -> Self {
        let &Claim { day, is_firm, is_dated, n_articles, .. } = claim;
        Self { day, is_firm, is_exact, is_dated, n_articles }
    }
}

/// Two claims that disagree, and who wins when nothing more is told.
#[derive(Clone, Debug)]
pub(super) struct Dispute {
    /// The day on which it ends; nothing while neither side has the better word.
    pub(super) ends: Option<NaiveDate>,
    /// Does the rival win? Else the holder keeps it.
    pub(super) rival_wins: bool,
    /// Is the rival's claim told as a fact?
    pub(super) is_firm: bool,
    /// Who told the rival's claim.
    pub(super) sources: Vec<Option<String>>,
    /// Since when the holder had it, and the events that speak for the holder.
    pub(super) before: (Option<NaiveDate>, Vec<String>),
}

/// A word that a side holds on.
#[derive(Clone, Debug)]
pub(super) struct Stood {
    pub(super) day: NaiveDate,
    pub(super) by: FactionId,
    pub(super) is_firm: bool,
    pub(super) id: String,
}

/// The sites on the way from day to day.
#[derive(Clone, Debug)]
pub(super) struct Sites<'a> {
    pub(super) conflict: &'a Conflict,
    /// One state a site, in the order of the gazetteer.
    pub(super) states: Vec<SiteState>,
    pub(super) memory: Vec<Memory>,
    /// For each place its position among the sites.
    index: Vec<Option<usize>>,
}

impl<'a> Sites<'a> {
    /// Every site as it was at the opening.
    pub(super) fn opening(conflict: &'a Conflict) -> Self {
        let holder = |p: PlaceIdx| conflict.opening.get(&p).map(|o| o.holder);
        let states: Vec<_> = conflict.sites().map(|p| SiteState::opening(p, holder(p))).collect();
        let mut index = vec![None; conflict.places.len()];
        for (i, s) in states.iter().enumerate() {
            index[s.place.0 as usize] = Some(i);
        }
        Self { conflict, memory: vec![Memory::default(); states.len()], states, index }
    }

    /// The position of a place among the sites.
    pub(super) fn site(&self, place: PlaceIdx) -> Option<usize> {
        self.index.get(place.0 as usize).copied().flatten()
    }

    pub(super) fn is_on(&self, rule: Rule) -> bool {
        self.conflict.control_rules.is_on(rule)
    }

    pub(super) fn allied(&self, a: Option<FactionId>, b: FactionId) -> bool {
        a.is_some_and(|a| self.conflict.same_side(a, b))
    }

    /// Does `day` lie no more than the dispute window after `earlier`?
    pub(super) fn within_window(&self, earlier: NaiveDate, day: NaiveDate) -> bool {
        let window = Days::new(self.conflict.control_rules.dispute_days.into());
        earlier.checked_add_days(window).is_none_or(|last| day <= last)
    }

    /// The day on which a claim of `day` has stood uncontradicted for the window.
    pub(super) fn window_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        after(day, self.conflict.control_rules.dispute_days)
    }

    /// The quarters and bases of a city.
    pub(super) fn quarters(&self, city: PlaceIdx) -> Vec<usize> {
        let is_inside = |p: PlaceIdx| {
            let place = self.conflict.place(p);
            matches!(place.kind, PlaceKind::Quarter | PlaceKind::Base) && place.parent == Some(city)
        };
        (0..self.states.len()).filter(|&i| is_inside(self.states[i].place)).collect()
    }

    /// When a text does not say who lost a place: the government, unless it is the one that gains.
    pub(super) fn loser_unnamed(&self, to: Option<FactionId>) -> Option<FactionId> {
        self.conflict.government().filter(|&g| to.is_none_or(|to| !self.conflict.same_side(g, to)))
    }

    /// Whom an umbrella name stands for at a site: its named ally who holds the nearest site, if near enough.
    pub(super) fn named(&self, i: usize, to: FactionId) -> FactionId {
        if !self.conflict.faction(to).is_umbrella || !self.is_on(Rule::NamedNearby) {
            return to;
        }
        let km = self.conflict.control_rules.umbrella_km;
        let ally = |s: &SiteState| s.holder.filter(|&h| h != to && self.conflict.same_side(h, to));
        self.nearest(i, km, ally).unwrap_or(to)
    }

    /// Who took the nearest site from `loser` in the story, if near enough.
    pub(super) fn taker_near(&self, i: usize, loser: FactionId) -> Option<FactionId> {
        let took = |s: &SiteState| {
            let from_loser = s.since.is_some() && self.allied(s.previous, loser);
            s.holder.filter(|&h| from_loser && !self.conflict.same_side(h, loser))
        };
        self.nearest(i, self.conflict.control_rules.fell_km, took)
    }

    /// What `pick` says of the nearest other site for which it says something, within `km`.
    fn nearest(
        &self,
        i: usize,
        km: f64,
        pick: impl Fn(&SiteState) -> Option<FactionId>,
    ) -> Option<FactionId> {
        let place = |s: &SiteState| self.conflict.place(s.place);
        let at = place(&self.states[i]).at;
        let others = self.states.iter().enumerate().filter(|&(j, _)| j != i);
        let near = others.filter_map(|(_, s)| Some((pick(s)?, place(s).at.distance_km(at))));
        near.filter(|&(_, d)| d <= km).min_by(|a, b| a.1.total_cmp(&b.1)).map(|(side, _)| side)
    }

    /// Does the holder of a site stand on a word about the site itself that may be newer than this claim about
    /// more than the site?
    pub(super) fn has_better_footing(&self, i: usize, claim: &Claim) -> bool {
        self.memory[i].footing.is_some_and(|f| {
            f.is_exact
                && (f.day > claim.range[0] || (f.day == claim.range[0] && f.day == claim.day))
                && (f.is_firm || !claim.is_firm)
        })
    }
}

/// The first day after `day` and `n` days more.
pub(super) fn after(day: NaiveDate, n: u16) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(n) + 1))
}

/// Adds an id to a list that holds each once.
pub(super) fn push(ids: &mut Vec<String>, id: &str) {
    if !ids.iter().any(|known| known == id) {
        ids.push(id.to_owned());
    }
}

/// Adds the sources of a claim to a list that holds each once.
pub(super) fn add_sources(known: &mut Vec<Option<String>>, claim: &Claim) {
    for source in &claim.sources {
        if !known.contains(source) {
            known.push(source.clone());
        }
    }
}
