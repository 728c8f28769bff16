//! One claim applied to the state of every site: what each [`Rule`] does.

use chrono::{Days, NaiveDate};

use super::claims::{Claim, Says, same_side};
use super::{Rule, SiteState, SiteStatus};
use crate::knowledge::{Conflict, FactionId, PlaceIdx, PlaceKind};

/// What is remembered about a site beside its state.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    /// Day and weight of the claim that the holder stands on; nothing for the opening.
    claimed: Option<(NaiveDate, bool)>,
    /// Who told it that the holder holds it.
    sources: Vec<Option<String>>,
    /// A dispute that ends on this day in favour of the rival.
    settles: Option<(NaiveDate, bool)>,
    /// Last day on which somebody advanced on it.
    advanced: Option<NaiveDate>,
    /// Who left, and when.
    left: Option<(NaiveDate, FactionId)>,
}

/// The sites on the way from day to day.
#[derive(Clone, Debug)]
pub(super) struct Sites<'a> {
    conflict: &'a Conflict,
    /// One state a site, in the order of the gazetteer.
    pub(super) states: Vec<SiteState>,
    memory: Vec<Memory>,
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

    /// Ends the disputes that nothing contradicted until `day`, and the advances that nothing followed.
    pub(super) fn settle(&mut self, day: NaiveDate) {
        let patience = Days::new(self.conflict.control_rules.advance_days.into());
        for (state, memory) in self.states.iter_mut().zip(&mut self.memory) {
            let lapses = memory.advanced.and_then(|d| d.checked_add_days(patience)).filter(|&d| d <= day);
            if let Some(since) =
                lapses.filter(|_| state.rule == Rule::Advance.name() && patience != Days::new(0))
            {
                state.status = SiteStatus::Held;
                state.rival = None;
                state.since = Some(since);
                state.rule = Rule::Lapsed.name();
            }
            let Some((ends, is_firm)) = memory.settles.filter(|(ends, _)| *ends <= day) else { continue };
            let Some(winner) = state.rival else { continue };
            state.previous = state.holder;
            state.holder = Some(winner);
            state.rival = None;
            state.status = if is_firm { SiteStatus::Held } else { SiteStatus::Claimed };
            state.since = Some(ends);
            state.rule = Rule::Settled.name();
            *memory = Memory { claimed: Some((ends, is_firm)), ..Memory::default() };
        }
    }

    /// Applies one claim.
    pub(super) fn apply(&mut self, claim: &Claim) {
        if claim.is_area { self.apply_to_area(claim) } else { self.apply_to_site(claim) }
    }

    fn site(&self, place: PlaceIdx) -> Option<usize> {
        self.index.get(place.0 as usize).copied().flatten()
    }

    fn allied(&self, a: Option<FactionId>, b: FactionId) -> bool {
        a.is_some_and(|a| same_side(self.conflict, a, b))
    }

    /// Moves the sites of an area that the losing side holds. A part of an area moves nothing, because
    /// nobody says which part; a whole country is too wide to be meant literally.
    fn apply_to_area(&mut self, claim: &Claim) {
        let area = self.conflict.place(claim.place);
        if !self.conflict.control_rules.area_claims || area.kind == PlaceKind::Country || !claim.is_exact {
            return;
        }
        let members: Vec<usize> = area.members.iter().filter_map(|&p| self.site(p)).collect();
        match claim.says {
            Says::Holds { to: Some(to), whole: true } => {
                let loser = claim.from.or_else(|| self.loser_unnamed(to));
                for i in members {
                    let holder = self.states[i].holder;
                    let is_losers = match loser {
                        Some(loser) => self.allied(holder, loser),
                        None => true,
                    };
                    if is_losers && !self.allied(holder, to) {
                        self.move_to(i, self.named(i, to), claim, Rule::Area);
                    }
                }
            }
            Says::Leaves { who } => {
                for i in members {
                    if self.states[i].holder == Some(who) {
                        self.leave(i, who, claim);
                    }
                }
            }
            _ => {}
        }
    }

    /// When a text does not say who lost an area: the government, unless it is the one that gains.
    fn loser_unnamed(&self, to: FactionId) -> Option<FactionId> {
        self.conflict.government().filter(|&g| !same_side(self.conflict, g, to))
    }

    fn apply_to_site(&mut self, claim: &Claim) {
        let Some(i) = self.site(claim.place) else { return };
        match claim.says {
            Says::Holds { to: Some(to), whole: true } if claim.is_exact => self.hold(i, to, claim),
            Says::Holds { to: Some(to), whole: false } if claim.is_exact => {
                if !self.allied(self.states[i].holder, to) {
                    self.contest(i, Some(self.named(i, to)), claim, Rule::Part);
                }
            }
            Says::Holds { to: None, .. } if claim.is_exact => self.contest(i, None, claim, Rule::Part),
            Says::Advances { by } => self.advance(i, by, claim),
            Says::Leaves { who } if claim.is_exact => self.leave_city(i, who, claim),
            Says::Holds { .. } | Says::Leaves { .. } => {}
            Says::Stands { by } => self.stand(i, by, claim),
            Says::Denies { to } => self.deny(i, to, claim),
        }
    }

    /// Whom an umbrella name stands for at a site: its named ally who holds the nearest site, if near enough.
    fn named(&self, i: usize, to: FactionId) -> FactionId {
        let km = self.conflict.control_rules.umbrella_km;
        if !self.conflict.faction(to).is_umbrella || km <= 0.0 {
            return to;
        }
        let at = self.conflict.place(self.states[i].place).at;
        let near = self.states.iter().filter_map(|s| {
            let holder = s.holder.filter(|&h| h != to && same_side(self.conflict, h, to))?;
            Some((self.conflict.place(s.place).at.distance_km(at), holder))
        });
        let nearest = near.min_by(|a, b| a.0.total_cmp(&b.0));
        nearest.filter(|&(distance, _)| distance <= km).map_or(to, |(_, ally)| ally)
    }

    fn hold(&mut self, i: usize, to: FactionId, claim: &Claim) {
        let before = self.states[i].holder;
        let told = to;
        let to = if self.allied(before, told) { told } else { self.named(i, told) };
        if self.allied(before, to) {
            self.support(i, to, claim);
        } else {
            self.take(i, to, claim);
            if to != told && self.states[i].status != SiteStatus::Contested {
                self.states[i].rule = Rule::NamedNearby.name();
            }
        }
        let rule = self.states[i].rule;
        if self.states[i].holder == Some(to) && rule != Rule::Opening.name() {
            let loser = claim.from.or(before).filter(|&l| !same_side(self.conflict, l, to));
            for q in self.quarters(self.states[i].place) {
                if loser.is_some_and(|l| self.allied(self.states[q].holder, l)) {
                    self.move_to(q, to, claim, Rule::WholeCity);
                }
            }
        }
        self.contest_city(i, to, before, claim);
    }

    /// The quarters and bases of a city.
    fn quarters(&self, city: PlaceIdx) -> Vec<usize> {
        let is_inside = |p: PlaceIdx| {
            let place = self.conflict.place(p);
            matches!(place.kind, PlaceKind::Quarter | PlaceKind::Base) && place.parent == Some(city)
        };
        (0..self.states.len()).filter(|&i| is_inside(self.states[i].place)).collect()
    }

    /// One more voice for the side that holds the site. A named side takes over from an umbrella name.
    fn support(&mut self, i: usize, to: FactionId, claim: &Claim) {
        let holder = self.states[i].holder.unwrap_or(to);
        let is_named = self.conflict.faction(holder).is_umbrella && !self.conflict.faction(to).is_umbrella;
        let memory = &mut self.memory[i];
        if !memory.sources.contains(&claim.source) {
            memory.sources.push(claim.source.clone());
        }
        let is_confirmed = claim.is_firm
            || memory.sources.len() >= usize::from(self.conflict.control_rules.sources_for_held);
        let state = &mut self.states[i];
        push(&mut state.event_ids, &claim.id);
        if is_named {
            state.holder = Some(to);
        }
        match state.status {
            SiteStatus::Claimed if is_confirmed => {
                state.status = SiteStatus::Held;
                state.rule = Rule::Confirmed.name();
                memory.claimed = Some((claim.day, true));
            }
            SiteStatus::Contested if claim.is_firm && memory.settles.is_none_or(|(_, firm)| !firm) => {
                state.status = SiteStatus::Held;
                state.rival = None;
                state.since = Some(claim.day);
                state.rule = taken_by(self.conflict, to, claim).name();
                *memory = Memory { claimed: Some((claim.day, true)), ..Memory::default() };
            }
            _ => {}
        }
    }

    /// A side takes a site that another side holds.
    fn take(&mut self, i: usize, to: FactionId, claim: &Claim) {
        let window = Days::new(self.conflict.control_rules.dispute_days.into());
        let memory = &self.memory[i];
        let recent =
            memory.claimed.filter(|&(day, _)| day.checked_add_days(window).is_none_or(|d| claim.day <= d));
        match recent {
            Some((day, was_firm)) if was_firm || !claim.is_firm => {
                let later = day < claim.day && (claim.is_firm || !was_firm);
                let ends = claim.day.checked_add_days(Days::new(1)).and_then(|d| d.checked_add_days(window));
                let settles = ends.filter(|_| later).map(|ends| (ends, claim.is_firm));
                let ids = self.states[i].event_ids.clone();
                self.contest(i, Some(to), claim, Rule::Disputed);
                let state = &mut self.states[i];
                state.event_ids = ids;
                push(&mut state.event_ids, &claim.id);
                self.memory[i].settles = settles;
            }
            _ => {
                let rule = taken_by(self.conflict, to, claim);
                self.move_to(i, to, claim, rule);
            }
        }
    }

    /// The site changes hands. The losing side's own word that it left bears a claim out.
    fn move_to(&mut self, i: usize, to: FactionId, claim: &Claim, rule: Rule) {
        let borne_out = self.memory[i].left.is_some_and(|(_, who)| !same_side(self.conflict, who, to));
        let is_firm = claim.is_firm || borne_out;
        let state = &mut self.states[i];
        let mut against = std::mem::take(&mut state.against);
        against.retain(|id| *id != claim.id);
        state.previous = state.holder.or(state.previous);
        state.holder = Some(to);
        state.rival = None;
        state.status = if is_firm { SiteStatus::Held } else { SiteStatus::Claimed };
        state.since = Some(claim.day);
        state.event_ids = vec![claim.id.clone()];
        state.rule = match rule {
            Rule::Captured if !is_firm => Rule::Claimed.name(),
            Rule::Captured if !claim.is_firm => Rule::Confirmed.name(),
            rule => rule.name(),
        };
        self.memory[i] = Memory {
            claimed: Some((claim.day, is_firm)),
            sources: vec![claim.source.clone()],
            ..Memory::default()
        };
    }

    fn contest(&mut self, i: usize, rival: Option<FactionId>, claim: &Claim, rule: Rule) {
        let state = &mut self.states[i];
        if state.status == SiteStatus::Contested && state.rival == rival {
            push(&mut state.event_ids, &claim.id);
            return;
        }
        if state.status == SiteStatus::Left {
            state.holder = state.previous;
        }
        state.status = SiteStatus::Contested;
        state.rival = rival;
        state.since = Some(claim.day);
        state.event_ids = vec![claim.id.clone()];
        state.rule = rule.name();
        self.memory[i].settles = None;
    }

    fn advance(&mut self, i: usize, by: FactionId, claim: &Claim) {
        let holder = self.states[i].holder;
        let near_counts = claim.is_exact || self.conflict.control_rules.near_contests;
        if near_counts && !self.allied(holder, by) && self.states[i].status != SiteStatus::Left {
            let by = self.named(i, by);
            self.contest(i, Some(by), claim, Rule::Advance);
            self.memory[i].advanced = Some(claim.day);
        }
    }

    fn leave_city(&mut self, i: usize, who: FactionId, claim: &Claim) {
        self.leave(i, who, claim);
        for q in self.quarters(self.states[i].place) {
            self.leave(q, who, claim);
        }
    }

    fn leave(&mut self, i: usize, who: FactionId, claim: &Claim) {
        let state = &mut self.states[i];
        if state.holder == Some(who) {
            if let Some(rival) = state.rival.filter(|_| state.status == SiteStatus::Contested) {
                let told = Claim { is_firm: false, ..claim.clone() };
                self.move_to(i, rival, &told, Rule::Followed);
                return;
            }
            state.previous = Some(who);
            state.holder = None;
            state.status = SiteStatus::Left;
            state.since = Some(claim.day);
            state.event_ids = vec![claim.id.clone()];
            state.rule = Rule::Left.name();
            self.memory[i] = Memory { left: Some((claim.day, who)), ..Memory::default() };
        } else if state.status == SiteStatus::Claimed && state.previous == Some(who) {
            state.status = SiteStatus::Held;
            state.rule = Rule::Confirmed.name();
            push(&mut state.event_ids, &claim.id);
        }
    }

    /// A side is said to hold on: that beats off an advance, and speaks against a fresh claim of the other side.
    fn stand(&mut self, i: usize, by: FactionId, claim: &Claim) {
        let is_holders = self.allied(self.states[i].holder, by);
        let state = &mut self.states[i];
        if !is_holders {
            push(&mut state.against, &claim.id);
            return;
        }
        match state.status {
            SiteStatus::Contested if claim.is_firm && self.memory[i].settles.is_none() => {
                state.status = SiteStatus::Held;
                state.rival = None;
                state.since = Some(claim.day);
                state.event_ids = vec![claim.id.clone()];
                state.rule = Rule::Repelled.name();
            }
            SiteStatus::Contested => push(&mut state.against, &claim.id),
            _ => push(&mut state.event_ids, &claim.id),
        }
    }

    fn deny(&mut self, i: usize, to: FactionId, claim: &Claim) {
        let state = &mut self.states[i];
        if state.holder == Some(to) || state.rival == Some(to) {
            push(&mut state.against, &claim.id);
        }
    }

    /// A quarter fell to `to`: the city around it is no longer all its holder's.
    fn contest_city(&mut self, i: usize, to: FactionId, before: Option<FactionId>, claim: &Claim) {
        let place = self.conflict.place(self.states[i].place);
        if place.kind != PlaceKind::Quarter || !self.conflict.control_rules.quarters_contest {
            return;
        }
        let Some(city) = place.parent.and_then(|p| self.site(p)) else { return };
        let holder = self.states[city].holder;
        let window = Days::new(self.conflict.control_rules.dispute_days.into());
        let is_fresh = self.memory[city]
            .claimed
            .is_some_and(|(day, _)| day.checked_add_days(window).is_none_or(|d| claim.day <= d));
        if self.states[i].holder == Some(to) && holder == before && !is_fresh && !self.allied(holder, to) {
            self.contest(city, Some(to), claim, Rule::PartOfCity);
        }
    }
}

/// The rule under which a claim moves a site to `to`.
fn taken_by(conflict: &Conflict, to: FactionId, claim: &Claim) -> Rule {
    match () {
        () if claim.is_peaceful => Rule::HandedOver,
        () if conflict.faction(to).is_government && claim.is_firm => Rule::Retaken,
        () => Rule::Captured,
    }
}

fn push(ids: &mut Vec<String>, id: &str) {
    if !ids.iter().any(|known| known == id) {
        ids.push(id.to_owned());
    }
}
