//! Claims that disagree: who has the better word, and how a dispute ends.
//!
//! A fact outweighs a party's word, and a word about the site itself one about an area or a city around it. Two
//! facts of different days do not disagree: the place changed hands twice. The better word stands at once; other
//! words within the dispute window contest the site, until one of them has stood uncontradicted for the window.

use std::cmp::Ordering;

use chrono::{Days, NaiveDate};

use super::claims::Claim;
use super::sites::{Dispute, Footing, Memory, Sites, add_sources, after, push};
use super::step::taken_by;
use super::{Rule, SiteStatus};
use crate::knowledge::FactionId;

impl Sites<'_> {
    /// A side takes a site that another side holds.
    pub(super) fn take(&mut self, i: usize, to: FactionId, claim: &Claim) {
        let is_same_day = self.memory[i].footing.is_some_and(|f| f.day == claim.day);
        if is_same_day && self.is_retold(i, claim) {
            return;
        }
        let footing = self.memory[i].footing.filter(|f| self.within_window(f.day, claim.day));
        let holder = self.states[i].holder;
        let stood = self.memory[i].stood.clone();
        let stood = stood.filter(|s| s.day == claim.day && self.allied(holder, s.by));
        let is_on = self.is_on(Rule::Disputed);
        match (footing, stood) {
            (Some(footing), _) if is_on && !outweighs(claim, footing) => {
                self.dispute(i, to, claim, footing, true);
            }
            (_, Some(stood)) if is_on && !claim.is_firm => {
                push(&mut self.states[i].event_ids, &stood.id);
                let footing = Footing { is_firm: stood.is_firm, ..Footing::of(claim, true) };
                self.dispute(i, to, claim, footing, true);
            }
            (_, stood) => {
                self.move_to(i, to, claim, taken_by(self.conflict, to, claim));
                if let Some(stood) = stood {
                    push(&mut self.states[i].against, &stood.id);
                }
            }
        }
    }

    /// The former holder is said to hold on, although another side is said to have taken the site.
    pub(super) fn stand_against(&mut self, i: usize, by: FactionId, claim: &Claim) {
        let footing = self.memory[i].footing.filter(|f| self.within_window(f.day, claim.day));
        let was_holder = self.states[i].previous.filter(|&p| self.allied(Some(p), by));
        let speaks = claim.is_exact && self.states[i].status != SiteStatus::Left;
        match (footing, was_holder) {
            (Some(footing), Some(by))
                if speaks && is_weightier(claim, footing) && self.is_on(Rule::Repelled) =>
            {
                self.move_to(i, by, claim, Rule::Repelled);
            }
            (Some(footing), Some(by)) if speaks && self.is_on(Rule::Disputed) => {
                self.dispute(i, by, claim, footing, !footing.is_firm);
            }
            _ => push(&mut self.states[i].against, &claim.id),
        }
    }

    /// Contests a site by a claim of no better weight than what its holder stands on. A party's word against a
    /// fact passes; of like words the later, or of one day that of more articles, wins if it `may_win`, when nothing
    /// contradicts it.
    fn dispute(&mut self, i: usize, rival: FactionId, claim: &Claim, footing: Footing, may_win: bool) {
        let n_sources = usize::from(self.conflict.control_rules.sources_for_held);
        let ends = self.window_after(claim.day);
        let is_known = self.states[i].status == SiteStatus::Contested && self.states[i].rival == Some(rival);
        let known = self.memory[i].dispute.take().filter(|_| is_known);
        let state = &mut self.states[i];
        let mut dispute = known.unwrap_or_else(|| Dispute {
            ends: None,
            rival_wins: false,
            is_firm: false,
            sources: Vec::new(),
            before: (state.since, state.event_ids.clone()),
        });
        add_sources(&mut dispute.sources, claim);
        dispute.is_firm |= claim.is_firm || dispute.sources.len() >= n_sources;
        let is_better = match footing.day.cmp(&claim.day) {
            Ordering::Equal => footing.n_articles < claim.n_articles,
            order => order == Ordering::Less,
        };
        let is_outnumbered = footing.day == claim.day && footing.n_articles > claim.n_articles;
        dispute.rival_wins = may_win && is_better && (dispute.is_firm || !footing.is_firm);
        let is_weaker = !may_win || is_outnumbered || (footing.is_firm && !dispute.is_firm);
        dispute.ends = ends.filter(|_| dispute.rival_wins || is_weaker);
        push(&mut state.event_ids, &claim.id);
        state.status = SiteStatus::Contested;
        state.rival = Some(rival);
        if state.rule != Rule::Disputed.name() {
            state.since = Some(claim.day);
        }
        state.rule = Rule::Disputed.name();
        self.memory[i].dispute = Some(dispute);
    }

    /// A word for the holder of a contested site: a fact ends what is no fact, a like word turns a dispute.
    pub(super) fn speak_for_holder(&mut self, i: usize, to: FactionId, claim: &Claim) {
        let ends = self.window_after(claim.day);
        match &mut self.memory[i].dispute {
            Some(dispute) if dispute.is_firm || !claim.is_firm => {
                push(&mut dispute.before.1, &claim.id);
                if claim.is_firm || !dispute.is_firm {
                    dispute.rival_wins = false;
                    dispute.ends = ends;
                }
            }
            // Of one day nobody knows which came first.
            _ if claim.is_firm && self.states[i].since.is_none_or(|since| since < claim.day) => {
                let rule = taken_by(self.conflict, to, claim);
                let state = &mut self.states[i];
                state.status = SiteStatus::Held;
                state.rival = None;
                state.since = Some(claim.day);
                state.rule = rule.name();
                self.memory[i] = Memory { footing: Some(Footing::of(claim, true)), ..Memory::default() };
            }
            _ => {}
        }
    }

    /// Ends the disputes that nothing contradicted until `day`, and the advances that nothing followed.
    pub(super) fn settle(&mut self, day: NaiveDate) {
        for i in 0..self.states.len() {
            if self.states[i].status != SiteStatus::Contested {
                continue;
            }
            self.end_entry(i, day);
            self.lapse(i, day);
            let ends = self.memory[i].dispute.as_ref().and_then(|d| d.ends).filter(|&ends| ends <= day);
            if let Some(ends) = ends.filter(|_| self.is_on(Rule::Settled)) {
                self.end_dispute(i, ends);
            }
        }
    }

    fn end_entry(&mut self, i: usize, day: NaiveDate) {
        let days = self.conflict.control_rules.entered_days;
        let ends = self.memory[i].entered.and_then(|d| after(d, days)).filter(|&d| d <= day);
        let is_on = self.is_on(Rule::Entered) && self.states[i].rule == Rule::Advance.name();
        let state = &mut self.states[i];
        if let Some((since, rival)) = ends.zip(state.rival).filter(|_| is_on) {
            state.previous = state.holder;
            state.holder = Some(rival);
            state.rival = None;
            state.status = SiteStatus::Claimed;
            state.since = Some(since);
            state.rule = Rule::Entered.name();
            let footing =
                Footing { day: since, is_firm: false, is_exact: true, is_dated: false, n_articles: 0 };
            self.memory[i] = Memory { footing: Some(footing), ..Memory::default() };
        }
    }

    fn lapse(&mut self, i: usize, day: NaiveDate) {
        let patience = Days::new(self.conflict.control_rules.advance_days.into());
        let ends = self.memory[i].advanced.and_then(|d| d.checked_add_days(patience)).filter(|&d| d <= day);
        let is_on = self.is_on(Rule::Lapsed);
        let state = &mut self.states[i];
        if let Some(since) = ends.filter(|_| is_on && state.rule == Rule::Advance.name()) {
            let is_firm = self.memory[i].footing.is_none_or(|f| f.is_firm);
            state.status = if is_firm { SiteStatus::Held } else { SiteStatus::Claimed };
            state.rival = None;
            state.since = Some(since);
            state.rule = Rule::Lapsed.name();
        }
    }

    fn end_dispute(&mut self, i: usize, ends: NaiveDate) {
        let memory = &mut self.memory[i];
        let (Some(dispute), Some(rival)) = (memory.dispute.take(), self.states[i].rival) else { return };
        let state = &mut self.states[i];
        state.rival = None;
        state.rule = Rule::Settled.name();
        if dispute.rival_wins {
            state.previous = state.holder;
            state.holder = Some(rival);
            state.since = Some(ends);
            state.status = if dispute.is_firm { SiteStatus::Held } else { SiteStatus::Claimed };
            let footing = Footing {
                day: ends,
                is_firm: dispute.is_firm,
                is_exact: true,
                is_dated: false,
                n_articles: 0,
            };
            *memory = Memory { footing: Some(footing), sources: dispute.sources, ..Memory::default() };
        } else {
            let (since, ids) = dispute.before;
            let is_firm = memory.footing.is_none_or(|f| f.is_firm);
            state.status = if is_firm { SiteStatus::Held } else { SiteStatus::Claimed };
            state.since = since;
            let (own, other) =
                std::mem::take(&mut state.event_ids).into_iter().partition(|id| ids.contains(id));
            state.event_ids = own;
            let other: Vec<String> = other;
            for id in &other {
                push(&mut state.against, id);
            }
        }
    }
}

/// Does a claim about the site stand at once against what its holder stands on?
fn outweighs(claim: &Claim, footing: Footing) -> bool {
    let is_sequel = claim.is_dated && footing.is_dated && footing.day < claim.day;
    is_weightier(claim, footing) || (claim.is_firm && is_sequel)
}

/// Is it a fact against a party's word, or about the site against one about an area around it?
fn is_weightier(claim: &Claim, footing: Footing) -> bool {
    claim.is_firm && (!footing.is_firm || !footing.is_exact)
}
