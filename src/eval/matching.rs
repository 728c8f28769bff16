//! Pairs of a hand-coded and a read event, one to one, with the greatest total similarity.

use chrono::NaiveDate;
use pathfinding::prelude::{Matrix, kuhn_munkres};

use crate::base::LonLat;
use crate::events::{Event, EventKind, Mention, Modality, Role};
use crate::knowledge::PlaceKind;

/// An event as it is compared, hand-coded or read.
#[derive(Clone, Debug)]
pub struct Coded {
    /// What happened.
    pub kind: EventKind,
    /// First and last day.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Where.
    pub at: Option<LonLat>,
    /// What kind of place.
    pub place_kind: Option<PlaceKind>,
    /// Its English name.
    pub place_name: Option<String>,
    /// Faction codes of those who act.
    pub initiators: Vec<String>,
    /// Who holds the place afterwards.
    pub to: Option<String>,
    /// How far the text stands behind it.
    pub modality: Modality,
    /// Killed, low and high, sorted.
    pub killed: Vec<(u64, Option<u64>)>,
    /// Bytes of the quotes.
    pub spans: Vec<(usize, usize)>,
    /// 1 must have, 2 should, 3 marginal.
    pub importance: u8,
    /// The first quote, to show.
    pub quote: String,
}

impl Coded {
    /// A read event, with its mentions in one article whose text is `text`.
    pub fn from_event(event: &Event, mentions: &[&Mention], text: &str) -> Self {
        let find = |m: &&Mention| text.find(&m.quote).map(|at| (at, at + m.quote.len()));
        let mut killed: Vec<_> = event.casualties.iter().filter_map(|c| c.killed).collect();
        killed.sort_unstable();
        let place = event.place.as_ref();
        Self {
            kind: event.kind,
            days: event.date.start.zip(event.date.end),
            at: place.and_then(crate::events::EventPlace::at),
            place_kind: place.map(|p| p.kind),
            place_name: place.map(|p| p.name_en.clone()),
            initiators: event
                .actors
                .iter()
                .filter(|a| a.role == Role::Initiator)
                .map(|a| a.faction.clone())
                .collect(),
            to: event.control.as_ref().and_then(|c| c.to.clone()),
            modality: event.modality,
            killed,
            spans: mentions.iter().filter_map(find).collect(),
            importance: 1,
            quote: mentions.first().map(|m| m.quote.clone()).unwrap_or_default(),
        }
    }

    /// Are both at one place: 25 km for points, 60 km for governorates and regions, 250 km for
    /// countries; or both nowhere?
    pub fn same_place(&self, other: &Self) -> bool {
        let (Some(a), Some(b)) = (self.at, other.at) else { return self.at.is_none() && other.at.is_none() };
        let any = |kinds: &[PlaceKind]| {
            [self, other].iter().any(|c| c.place_kind.is_some_and(|k| kinds.contains(&k)))
        };
        let tolerance_km = match () {
            () if any(&[PlaceKind::Governorate, PlaceKind::Region]) => 60.0,
            () if any(&[PlaceKind::Country]) => 250.0,
            () => 25.0,
        };
        a.distance_km(b) <= tolerance_km
    }

    /// Do their days meet, with one day of slack?
    pub fn same_days(&self, other: &Self) -> bool {
        let (Some((a, b)), Some((c, d))) = (self.days, other.days) else {
            return self.days.is_none() && other.days.is_none();
        };
        let slack = chrono::Days::new(1);
        let before = |day: NaiveDate| day.checked_sub_days(slack).unwrap_or(day);
        before(a) <= d && before(c) <= b
    }

    /// The greatest share of the shorter quote that two quotes have in common.
    fn overlap(&self, other: &Self) -> f64 {
        let pairs = self.spans.iter().flat_map(|a| other.spans.iter().map(move |b| (a, b)));
        let share = |(a, b): (&(usize, usize), &(usize, usize))| {
            let common = a.1.min(b.1).saturating_sub(a.0.max(b.0));
            common as f64 / (a.1 - a.0).min(b.1 - b.0).max(1) as f64
        };
        pairs.map(share).fold(0.0, f64::max)
    }

    /// 1 the same kind, 0.8 the same family, 0.4 a neighbouring family, 0 otherwise.
    pub fn family_share(&self, other: &Self) -> f64 {
        let (a, b) = (family(self.kind), family(other.kind));
        match () {
            () if self.kind == other.kind => 1.0,
            () if a == b => 0.8,
            () if NEAR.contains(&(a, b)) || NEAR.contains(&(b, a)) => 0.4,
            () => 0.0,
        }
    }

    /// How alike the two are; 0 when they may not be paired.
    fn similarity(&self, other: &Self) -> f64 {
        let (kin, overlap) = (self.family_share(other), self.overlap(other));
        let (place, days) = (self.same_place(other), self.same_days(other));
        let by_facts = place && days && self.at.is_some() && kin >= 0.8;
        let far = self.at.is_some() && other.at.is_some() && !place && overlap < 0.2;
        if kin == 0.0 || far || !(overlap > 0.2 || by_facts) {
            return 0.0;
        }
        kin + overlap + if place { 0.7 } else { 0.0 } + if days { 0.5 } else { 0.0 }
    }
}

/// Families of kinds that coders confuse least across.
fn family(kind: EventKind) -> &'static str {
    use EventKind as K;
    match kind {
        K::Capture | K::Advance | K::Retake => "take",
        K::Withdrawal | K::Deployment => "move",
        K::Clash | K::Infighting | K::Defence => "fight",
        K::AirStrike | K::Shelling => "bomb",
        K::Attack | K::Casualties => "harm",
        K::Detention | K::Release => "hold",
        K::Displacement | K::Protest => "people",
        K::Infrastructure => "damage",
        K::Diplomacy | K::Statement | K::Agreement => "talk",
        K::Leadership => "lead",
    }
}

const NEAR: [(&str, &str); 8] = [
    ("take", "move"),
    ("take", "fight"),
    ("fight", "harm"),
    ("bomb", "harm"),
    ("talk", "lead"),
    ("bomb", "damage"),
    ("talk", "move"),
    ("fight", "move"),
];

/// Pairs `(gold, read)` by index.
pub fn matched(gold: &[Coded], read: &[Coded]) -> Vec<(usize, usize)> {
    if gold.is_empty() || read.is_empty() {
        return Vec::new();
    }
    let turned = gold.len() > read.len();
    let (rows, columns) = if turned { (read, gold) } else { (gold, read) };
    let weight = |r: usize, c: usize| (rows[r].similarity(&columns[c]) * 1e6) as i64;
    let weights = Matrix::from_fn(rows.len(), columns.len(), |(r, c)| weight(r, c));
    let (_, assignment) = kuhn_munkres(&weights);
    let pairs = assignment.into_iter().enumerate().filter(|&(r, c)| weight(r, c) > 0);
    pairs.map(|(r, c)| if turned { (c, r) } else { (r, c) }).collect()
}
