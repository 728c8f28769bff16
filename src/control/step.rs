//! One claim applied to the state of every site: what each [`Rule`] does.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::claims::{Claim, Says};
use super::sites::{Footing, Memory, Sites, Stood, add_sources, push};
use super::{Rule, SiteStatus};
use crate::knowledge::{Conflict, FactionId, PlaceKind};

impl Sites<'_> {
    /// Applies one claim.
    pub(super) fn apply(&mut self, claim: &Claim) {
        if claim.is_area { self.apply_to_area(claim) } else { self.apply_to_site(claim) }
    }

    /// Moves the sites of an area that the losing side holds or has left. A part of an area moves nothing, because
    /// nobody says which part; a whole country is too wide to be meant literally.
    fn apply_to_area(&mut self, claim: &Claim) {
        let area = self.conflict.place(claim.place);
        if area.kind == PlaceKind::Country || !self.is_on(Rule::Area) {
            return;
        }
        let members = area.members.iter().filter_map(|&p| self.site(p));
        let open: Vec<usize> = members.filter(|&i| !self.has_better_footing(i, claim)).collect();
        match claim.says {
            Says::Holds { to: Some(to), whole: true } => {
                let lost: Vec<usize> = open.into_iter().filter(|&i| self.is_losers(i, to, claim)).collect();
                let to = self.named_over(&lost, to);
                for i in lost {
                    self.move_to(i, to, claim, Rule::Area);
                }
            }
            Says::Leaves { who } => {
                let left: Vec<usize> = open.into_iter().filter(|&i| self.is_of(i, who)).collect();
                for i in left {
                    self.leave(i, who, claim);
                }
            }
            _ => {}
        }
    }

    /// Whom an umbrella name stands for over many sites: the named ally it stands for at most of them.
    fn named_over(&self, sites: &[usize], to: FactionId) -> FactionId {
        let mut counts: BTreeMap<FactionId, usize> = BTreeMap::new();
        for &i in sites {
            *counts.entry(self.named(i, to)).or_default() += 1;
        }
        counts.into_iter().max_by_key(|&(side, n)| (n, Reverse(side))).map_or(to, |(side, _)| side)
    }

    /// Does a site belong to the side that loses an area to `to`? When the government gains and nobody says from
    /// whom, that is what it lost before.
    fn is_losers(&self, i: usize, to: FactionId, claim: &Claim) -> bool {
        let state = &self.states[i];
        let had = if state.status == SiteStatus::Left { state.previous } else { state.holder };
        let loses = match claim.from.or_else(|| self.loser_unnamed(Some(to))) {
            Some(loser) => self.allied(had, loser),
            None => state.since.is_some() && self.allied(state.previous, to),
        };
        loses && !self.allied(state.holder, to)
    }

    fn apply_to_site(&mut self, claim: &Claim) {
        let Some(i) = self.site(claim.place) else { return };
        match claim.says {
            Says::Holds { to: Some(to), whole: true } if claim.is_exact => self.hold(i, to, claim),
            Says::Holds { to: Some(to), whole: false } if claim.is_exact => {
                if !self.allied(self.states[i].holder, to) && !self.is_retold(i, claim) {
                    self.enter(i, to, claim, Rule::Part);
                }
            }
            Says::Holds { to: None, .. } if claim.is_exact => self.fall(i, claim),
            Says::Advances { by } => self.advance(i, by, claim),
            Says::Leaves { who } if claim.is_exact => self.leave_city(i, who, claim),
            Says::Holds { .. } | Says::Leaves { .. } => {}
            Says::Stands { by } => self.stand(i, by, claim),
            Says::Denies { to } => self.deny(i, to, claim),
            Says::Stays { who } => self.stay(i, who, claim),
        }
    }

    fn hold(&mut self, i: usize, to: FactionId, claim: &Claim) {
        let before = self.states[i].holder;
        let told = to;
        let to = if self.allied(before, told) { told } else { self.named(i, told) };
        if self.allied(before, to) {
            self.support(i, to, claim);
        } else {
            self.take(i, to, claim);
            if self.states[i].holder == Some(to) && to != told {
                self.states[i].rule = Rule::NamedNearby.name();
            }
        }
        self.move_quarters(i, to, before, claim);
        self.contest_city(i, to, before, claim);
    }

    /// The quarters and bases of a city that changed hands go with it, as far as the same side held them.
    fn move_quarters(&mut self, i: usize, to: FactionId, before: Option<FactionId>, claim: &Claim) {
        let has_moved = self.states[i].holder == Some(to) && self.states[i].rule != Rule::Opening.name();
        if !has_moved || !self.is_on(Rule::WholeCity) {
            return;
        }
        let Some(loser) = claim.from.or(before).filter(|&l| !self.conflict.same_side(l, to)) else { return };
        for q in self.quarters(self.states[i].place) {
            if self.allied(self.states[q].holder, loser) && !self.has_better_footing(q, claim) {
                self.move_to(q, to, claim, Rule::WholeCity);
            }
        }
    }

    /// One more voice for the side that holds the site. A named side takes over from an umbrella name.
    fn support(&mut self, i: usize, to: FactionId, claim: &Claim) {
        let holder = self.states[i].holder.unwrap_or(to);
        let is_named = self.conflict.faction(holder).is_umbrella && !self.conflict.faction(to).is_umbrella;
        let confirms = self.is_on(Rule::Confirmed);
        let memory = &mut self.memory[i];
        add_sources(&mut memory.sources, claim);
        // A word about the site itself is a better ground to stand on than one about an area around it.
        let own = memory.footing.filter(|f| f.is_exact && (f.is_firm || !claim.is_firm));
        let n_articles = own.map_or(0, |f| f.n_articles) + claim.n_articles;
        memory.footing = Some(Footing { n_articles, ..own.unwrap_or(Footing::of(claim, true)) });
        let is_confirmed = claim.is_firm
            || memory.sources.len() >= usize::from(self.conflict.control_rules.sources_for_held);
        let state = &mut self.states[i];
        push(&mut state.event_ids, &claim.id);
        if is_named {
            state.holder = Some(to);
        }
        if [Rule::Area.name(), Rule::WholeCity.name()].contains(&state.rule) {
            state.rule = match taken_by(self.conflict, to, claim) {
                Rule::Captured if state.status == SiteStatus::Claimed => Rule::Claimed.name(),
                rule => rule.name(),
            };
        }
        match state.status {
            SiteStatus::Claimed if is_confirmed && confirms => {
                state.status = SiteStatus::Held;
                state.rule = Rule::Confirmed.name();
                memory.footing = Some(Footing { is_firm: true, ..Footing::of(claim, true) });
            }
            SiteStatus::Contested => self.speak_for_holder(i, to, claim),
            _ => {}
        }
    }

    /// The site changes hands. The losing side's own word that it left bears a claim out.
    pub(super) fn move_to(&mut self, i: usize, to: FactionId, claim: &Claim, rule: Rule) {
        let left = self.memory[i].left.is_some_and(|(_, who)| !self.conflict.same_side(who, to));
        let n_sources = usize::from(self.conflict.control_rules.sources_for_held);
        let borne_out = (left || claim.sources.len() >= n_sources) && self.is_on(Rule::Confirmed);
        let is_inferred = matches!(rule, Rule::Followed | Rule::Fell);
        let is_firm = (claim.is_firm || borne_out) && !is_inferred;
        let rule = match rule {
            Rule::Captured if !is_firm => Rule::Claimed,
            Rule::Captured if !claim.is_firm => Rule::Confirmed,
            rule => rule,
        };
        if !self.is_on(rule) {
            return;
        }
        let state = &mut self.states[i];
        let mut against = std::mem::take(&mut state.against);
        against.retain(|id| *id != claim.id);
        if state.status == SiteStatus::Left {
            against.clear();
        }
        state.previous = state.holder.or(state.previous);
        state.holder = Some(to);
        state.rival = None;
        state.status = if is_firm { SiteStatus::Held } else { SiteStatus::Claimed };
        state.since = Some(claim.day);
        state.event_ids = vec![claim.id.clone()];
        state.rule = rule.name();
        let is_exact = !matches!(rule, Rule::Area | Rule::WholeCity);
        self.memory[i] = Memory {
            footing: Some(Footing { is_firm, ..Footing::of(claim, is_exact) }),
            sources: claim.sources.clone(),
            ..Memory::default()
        };
    }

    /// Said to have fallen, but not to whom. Of a place that changed hands before, that is a retelling.
    fn fall(&mut self, i: usize, claim: &Claim) {
        let Some(loser) = claim.from.or_else(|| self.loser_unnamed(None)) else { return };
        let state = &mut self.states[i];
        if !state.holder.is_some_and(|h| self.conflict.same_side(h, loser)) {
            push(&mut state.event_ids, &claim.id);
            return;
        }
        let taker = state.rival.or_else(|| self.taker_near(i, loser));
        match taker {
            Some(taker) if matches!(claim.says, Says::Holds { whole: true, .. }) => {
                self.move_to(i, taker, claim, Rule::Fell);
            }
            taker => self.contest(i, taker, claim, Rule::Fell),
        }
    }

    fn advance(&mut self, i: usize, by: FactionId, claim: &Claim) {
        let near_counts = claim.is_exact || self.conflict.control_rules.near_contests;
        if !near_counts || self.allied(self.states[i].holder, by) || self.is_retold(i, claim) {
            return;
        }
        self.enter(i, by, claim, Rule::Advance);
        if self.states[i].status == SiteStatus::Contested {
            self.memory[i].advanced = Some(claim.day);
            if claim.is_entry && claim.is_exact && claim.is_firm {
                self.memory[i].entered.get_or_insert(claim.day);
            }
        }
    }

    /// Does a claim tell of a side that lost the site to its holder just before? Then it is the same fall, laid to
    /// another of the attackers.
    pub(super) fn is_retold(&mut self, i: usize, claim: &Claim) -> bool {
        let state = &self.states[i];
        let is_fresh = self.memory[i]
            .footing
            .is_some_and(|f| f.is_firm && f.is_exact && self.within_window(f.day, claim.day));
        let is_told = claim.from.is_some_and(|from| self.allied(state.previous, from));
        let is_same = is_fresh && is_told && state.status == SiteStatus::Held;
        if is_same {
            push(&mut self.states[i].against, &claim.id);
        }
        is_same
    }

    /// A side comes in or close: that contests the site, and takes it when its holder has left.
    fn enter(&mut self, i: usize, by: FactionId, claim: &Claim, rule: Rule) {
        let by = self.named(i, by);
        if self.states[i].status != SiteStatus::Left {
            self.contest(i, Some(by), claim, rule);
        } else if claim.is_exact && !self.allied(self.states[i].previous, by) {
            self.move_to(i, by, claim, Rule::Followed);
        }
    }

    /// Contests a site without a claim that its holder lost it.
    pub(super) fn contest(&mut self, i: usize, rival: Option<FactionId>, claim: &Claim, rule: Rule) {
        if !self.is_on(rule) {
            return;
        }
        let state = &mut self.states[i];
        if state.status == SiteStatus::Contested && state.rival == rival {
            push(&mut state.event_ids, &claim.id);
            return;
        }
        state.status = SiteStatus::Contested;
        state.rival = rival;
        state.since = Some(claim.day);
        state.event_ids = vec![claim.id.clone()];
        state.rule = rule.name();
        self.memory[i].dispute = None;
        self.memory[i].entered = None;
    }

    fn leave_city(&mut self, i: usize, who: FactionId, claim: &Claim) {
        self.leave(i, who, claim);
        for q in self.quarters(self.states[i].place) {
            self.leave(q, who, claim);
        }
    }

    /// Is `who` the holder of a site, or a looser or closer name for it?
    fn is_of(&self, i: usize, who: FactionId) -> bool {
        let is_umbrella = |f: FactionId| self.conflict.faction(f).is_umbrella;
        self.states[i].holder.is_some_and(|h| {
            h == who || (self.conflict.same_side(h, who) && (is_umbrella(h) || is_umbrella(who)))
        })
    }

    fn leave(&mut self, i: usize, who: FactionId, claim: &Claim) {
        let is_of = self.is_of(i, who);
        let (confirms, leaves) = (self.is_on(Rule::Confirmed), self.is_on(Rule::Left));
        let follows = self.is_on(Rule::Followed);
        let state = &mut self.states[i];
        if is_of {
            let rival = state.rival.filter(|_| state.status == SiteStatus::Contested);
            if let Some(rival) = rival.filter(|_| follows) {
                self.move_to(i, rival, claim, Rule::Followed);
            } else if leaves {
                state.previous = state.holder;
                state.holder = None;
                state.rival = None;
                state.status = SiteStatus::Left;
                state.since = Some(claim.day);
                state.event_ids = vec![claim.id.clone()];
                state.rule = Rule::Left.name();
                self.memory[i] = Memory { left: Some((claim.day, who)), ..Memory::default() };
            }
            return;
        }
        let owns_loss = match state.status {
            SiteStatus::Claimed => state.previous == Some(who),
            SiteStatus::Contested => state.rival == Some(who) && state.since.is_some(),
            _ => false,
        };
        if owns_loss && confirms {
            state.status = SiteStatus::Held;
            state.rival = None;
            state.rule = Rule::Confirmed.name();
            push(&mut state.event_ids, &claim.id);
            self.memory[i].dispute = None;
            if let Some(footing) = &mut self.memory[i].footing {
                footing.is_firm = true;
            }
        }
    }

    /// A side is said to hold on: that beats off an advance, and speaks against a fresh claim of the other side.
    fn stand(&mut self, i: usize, by: FactionId, claim: &Claim) {
        self.memory[i].entered = None;
        let stood = Stood { day: claim.day, by, is_firm: claim.is_firm, id: claim.id.clone() };
        if !self.allied(self.states[i].holder, by) {
            self.stand_against(i, by, claim);
        } else if self.states[i].status != SiteStatus::Contested {
            push(&mut self.states[i].event_ids, &claim.id);
        } else if self.memory[i].dispute.is_some() {
            self.speak_for_holder(i, by, claim);
            push(&mut self.states[i].event_ids, &claim.id);
        } else if claim.is_firm && self.is_on(Rule::Repelled) {
            let state = &mut self.states[i];
            state.status = SiteStatus::Held;
            state.rival = None;
            state.since = Some(claim.day);
            state.event_ids = std::mem::take(&mut state.against);
            push(&mut state.event_ids, &claim.id);
            state.rule = Rule::Repelled.name();
        } else {
            push(&mut self.states[i].against, &claim.id);
        }
        self.memory[i].stood = Some(stood);
    }

    /// A denial moves nothing, but speaks against whom it is about.
    fn deny(&mut self, i: usize, to: FactionId, claim: &Claim) {
        self.memory[i].entered = None;
        let state = &mut self.states[i];
        if [state.holder, state.rival].into_iter().flatten().any(|f| self.conflict.same_side(f, to)) {
            push(&mut state.against, &claim.id);
        }
    }

    /// Who denies that a side left moves nothing, but speaks for the side while it holds on.
    fn stay(&mut self, i: usize, who: FactionId, claim: &Claim) {
        self.memory[i].entered = None;
        let is_holders = self.allied(self.states[i].holder, who);
        let state = &mut self.states[i];
        let ids = if is_holders && state.rival.is_none() { &mut state.event_ids } else { &mut state.against };
        push(ids, &claim.id);
    }

    /// A quarter fell to `to`: the city around it is no longer all its holder's.
    fn contest_city(&mut self, i: usize, to: FactionId, before: Option<FactionId>, claim: &Claim) {
        let place = self.conflict.place(self.states[i].place);
        if place.kind != PlaceKind::Quarter {
            return;
        }
        let Some(city) = place.parent.and_then(|p| self.site(p)) else { return };
        let holder = self.states[city].holder;
        let is_fresh = self.memory[city].footing.is_some_and(|f| self.within_window(f.day, claim.day));
        if self.states[i].holder == Some(to) && holder == before && !is_fresh && !self.allied(holder, to) {
            self.contest(city, Some(to), claim, Rule::PartOfCity);
        }
    }
}

/// The rule under which a claim moves a site to `to`.
pub(super) fn taken_by(conflict: &Conflict, to: FactionId, claim: &Claim) -> Rule {
    match () {
        () if claim.is_peaceful => Rule::HandedOver,
        () if conflict.faction(to).is_government && claim.is_firm => Rule::Retaken,
        () => Rule::Captured,
    }
}
