//! What changed between two days: sites and land gained and lost, and the clauses of a line that says so.

use std::collections::BTreeMap;

use super::{Control, Ground, SiteState, SiteStatus};
use crate::knowledge::{Conflict, FactionId, PlaceIdx};

/// A site that changed hands or became contested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteChange {
    /// The site.
    pub place: PlaceIdx,
    /// Its holder on the first day.
    pub before: Option<FactionId>,
    /// Its holder on the second.
    pub after: Option<FactionId>,
    /// Its state on the second.
    pub status: SiteStatus,
    /// The other side, where it is contested on the second.
    pub rival: Option<FactionId>,
    /// Events that decided it.
    pub event_ids: Vec<String>,
}

/// Land and sites of one side on a day. Low leaves out contested land, high adds what it contests.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Holding {
    /// Sites held or claimed, contested ones left out.
    pub n_sites: [usize; 2],
    /// Land, km², low and high.
    pub km2: [f64; 2],
    /// Share of the country, percent, low and high.
    pub percent: [f64; 2],
}

/// What a side has before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Balance {
    /// On the first day.
    pub before: Holding,
    /// On the second.
    pub after: Holding,
    /// Sites it holds on the second day and not on the first.
    pub n_gained: usize,
    /// Sites it held on the first day and not on the second.
    pub n_lost: usize,
    /// Land won or, below 0, lost, km²: at the least and at the most, because of what is contested on one of the
    /// days and changed. Land that looks alike on both counts for nothing.
    pub km2_change: [f64; 2],
}

/// Everything that changed between two days.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// Sites that look different, in the order of the gazetteer.
    pub sites: Vec<SiteChange>,
    /// Every side that holds or contests a site on either day.
    pub balance: BTreeMap<FactionId, Balance>,
}

/// Compares two days.
pub fn changes(from: &Control, to: &Control, ground: &Ground) -> Changes {
    let mut balance: BTreeMap<FactionId, Balance> = BTreeMap::new();
    for (side, holding) in holdings(from, ground) {
        balance.entry(side).or_default().before = holding;
    }
    for (side, holding) in holdings(to, ground) {
        balance.entry(side).or_default().after = holding;
    }
    let mut sites = Vec::new();
    for after in &to.sites {
        let Some(before) = from.site(after.place).filter(|b| b.look() != after.look()) else { continue };
        if before.holder != after.holder {
            if let Some(side) = before.holder {
                balance.entry(side).or_default().n_lost += 1;
            }
            if let Some(side) = after.holder {
                balance.entry(side).or_default().n_gained += 1;
            }
        }
        for side in [before.holder, before.rival, after.holder, after.rival].into_iter().flatten() {
            balance.entry(side).or_default();
        }
        let km2 = ground.km2(after.place);
        for (&side, balance) in &mut balance {
            let (had, has) = (share(before, side), share(after, side));
            balance.km2_change[0] += km2 * (has[0] - had[1]);
            balance.km2_change[1] += km2 * (has[1] - had[0]);
        }
        sites.push(change(before, after));
    }
    Changes { sites, balance }
}

fn change(before: &SiteState, after: &SiteState) -> SiteChange {
    SiteChange {
        place: after.place,
        before: before.holder,
        after: after.holder,
        status: after.status,
        rival: after.rival,
        event_ids: after.event_ids.clone(),
    }
}

/// How much of a site is a side's, at the least and at the most: all or nothing of it.
fn share(state: &SiteState, side: FactionId) -> [f64; 2] {
    let is_firm = state.status != SiteStatus::Contested;
    let is_in = state.holder == Some(side) || state.rival == Some(side);
    [f64::from(u8::from(is_in && is_firm)), f64::from(u8::from(is_in))]
}

/// Sites and land of every side on one day.
pub fn holdings(control: &Control, ground: &Ground) -> BTreeMap<FactionId, Holding> {
    let mut out: BTreeMap<FactionId, Holding> = BTreeMap::new();
    let total = ground.total_km2().max(f64::MIN_POSITIVE);
    for site in &control.sites {
        let km2 = ground.km2(site.place);
        let is_firm = site.status != SiteStatus::Contested;
        for side in [site.holder, site.rival].into_iter().flatten() {
            let holding = out.entry(side).or_default();
            for bound in if is_firm { 0..2 } else { 1..2 } {
                holding.n_sites[bound] += 1;
                holding.km2[bound] += km2;
            }
        }
    }
    for holding in out.values_mut() {
        holding.percent = holding.km2.map(|km2| 100.0 * km2 / total);
    }
    out
}

/// What a clause of the changelog says of its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// The side took them.
    Took,
    /// The side says that it took them.
    Claims,
    /// The side fights for them.
    Contests,
    /// The side left them.
    Left,
    /// The side, which held them already, holds them more firmly.
    Keeps,
}

/// A clause of the changelog: one side, one verb, the places that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What happened.
    pub verb: Verb,
    /// Who; nothing when nobody is known.
    pub side: Option<FactionId>,
    /// The places, the greatest first; what went with its city is not told apart.
    pub places: Vec<PlaceIdx>,
}

impl Changes {
    /// The changes as clauses for a one-line changelog; none when nothing changed.
    pub fn clauses(&self, conflict: &Conflict) -> Vec<Clause> {
        let mut groups: BTreeMap<(Verb, Option<FactionId>), Vec<PlaceIdx>> = BTreeMap::new();
        for site in &self.sites {
            let (verb, side) = match site.status {
                SiteStatus::Held if site.before != site.after => (Verb::Took, site.after),
                SiteStatus::Claimed if site.before != site.after => (Verb::Claims, site.after),
                SiteStatus::Held | SiteStatus::Claimed => (Verb::Keeps, site.after),
                SiteStatus::Contested => (Verb::Contests, site.rival),
                SiteStatus::Left => (Verb::Left, site.before),
            };
            groups.entry((verb, side)).or_default().push(site.place);
        }
        let clause = |(&(verb, side), places): (&(Verb, Option<FactionId>), &Vec<PlaceIdx>)| Clause {
            verb,
            side,
            places: greatest(places, conflict),
        };
        groups.iter().map(clause).collect()
    }
}

fn greatest(all: &[PlaceIdx], conflict: &Conflict) -> Vec<PlaceIdx> {
    let stands_alone = |p: &PlaceIdx| conflict.place(*p).parent.is_none_or(|city| !all.contains(&city));
    let mut places: Vec<PlaceIdx> = all.iter().copied().filter(stands_alone).collect();
    places.sort_by_key(|&p| (std::cmp::Reverse(conflict.place(p).population), p));
    places
}

#[cfg(test)]
mod tests {
    use super::super::cases::event;
    use super::super::{ControlOptions, Fold, Land};
    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn clauses_name_who_took_what_and_counts_are_low_and_high() {
        let knowledge = Knowledge::embedded().expect("embedded data");
        let events = [
            event("2024-12-05 capture hama HTS", 1),
            event("2024-12-06 capture deir-ez-zor SDF claimed", 2),
            event("2024-12-06 advance homs HTS", 3),
            event("2024-12-06 withdrawal dara SAA", 4),
        ];
        let fold = Fold::new(&events, &knowledge, ControlOptions::default());
        let day = |d: u32| chrono::NaiveDate::from_ymd_opt(2024, 12, d).expect("a day");
        let ground = Ground::new(&knowledge, &Land::default());
        let one = changes(&fold.on(day(5)), &fold.on(day(6)), &ground);
        let told: Vec<(Verb, &str, &str)> = one
            .clauses(&knowledge.conflict)
            .iter()
            .map(|c| {
                assert_eq!(c.places.len(), 1, "quarters go with their city: {c:?}");
                let side = c.side.map_or("-", |s| knowledge.conflict.faction(s).code.as_str());
                (c.verb, side, knowledge.conflict.place(c.places[0]).id.as_str())
            })
            .collect();
        let wanted = [
            (Verb::Claims, "SDF", "deir-ez-zor"),
            (Verb::Contests, "HTS", "homs"),
            (Verb::Left, "SAA", "dara"),
        ];
        assert_eq!(told, wanted);
        let hts = knowledge.conflict.faction_of("HTS").expect("a faction");
        let after = one.balance[&hts].after.n_sites;
        assert_eq!(after[1], after[0] + 1);
        assert!(changes(&fold.on(day(6)), &fold.on(day(7)), &ground).sites.is_empty());
    }
}
