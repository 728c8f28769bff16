//! The places of the map: every site with its state, and how early it earns a name.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::ground::Merc;
use crate::control::{Control, SiteState, SiteStatus};
use crate::knowledge::{FactionId, Place, PlaceIdx, PlaceKind};
use crate::scene::Words;
use crate::scene::events::title;
use crate::state::Lang;
use crate::store::Corpus;

/// What a place is named by on the map, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPlace {
    /// Where.
    pub at: Merc,
    /// English name.
    pub name_en: String,
    /// Arabic name.
    pub name_ar: String,
    /// What kind of place.
    pub kind: PlaceKind,
    /// Inhabitants; 0 when not known.
    pub population: u32,
    /// Zoom from which it is named.
    pub from_zoom: f32,
}

impl NamedPlace {
    fn new(place: &Place, from_zoom: f32) -> Self {
        Self {
            at: place.at.mercator(),
            name_en: place.name_en.clone(),
            name_ar: place.name_ar.clone(),
            kind: place.kind,
            population: place.population,
            from_zoom,
        }
    }

    /// Named first, then most people.
    fn order(&self, other: &Self) -> Ordering {
        self.from_zoom.total_cmp(&other.from_zoom).then(other.population.cmp(&self.population))
    }
}

/// One place on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteMark {
    /// Which place.
    pub place: PlaceIdx,
    /// Its id.
    pub id: String,
    /// Where it is and what it is called.
    pub named: NamedPlace,
    /// Who holds it.
    pub holder: Option<FactionId>,
    /// The other side, where it is contested.
    pub rival: Option<FactionId>,
    /// How firmly.
    pub status: SiteStatus,
    /// Since which day; nothing for opening control.
    pub since: Option<NaiveDate>,
    /// The events that decided it.
    pub event_ids: Vec<String>,
    /// The last of them in words: what, when, and who says so.
    pub decided_by: Option<String>,
    /// Did it change hands since the day before?
    pub is_changed: bool,
}

/// All sites of `control`, the ones that are named first before the others.
pub(super) fn marks(corpus: &Corpus, lang: Lang, control: &Control, before: &Control) -> Vec<SiteMark> {
    let conflict = &corpus.knowledge.conflict;
    let old = |i: usize| before.sites.get(i);
    let mut told: BTreeMap<&str, Option<String>> = BTreeMap::new();
    let mut marks: Vec<SiteMark> = Vec::with_capacity(control.sites.len());
    for (i, state) in control.sites.iter().enumerate() {
        let place = conflict.place(state.place);
        let is_changed = old(i).is_some_and(|o| o.place == state.place && o.holder != state.holder);
        let is_minor = matches!(place.kind, PlaceKind::Quarter | PlaceKind::Base | PlaceKind::Crossing);
        let earlier = if is_changed && !is_minor { 1.2 } else { 0.0 };
        marks.push(SiteMark {
            place: state.place,
            id: place.id.clone(),
            named: NamedPlace::new(place, named_from_zoom(place) - earlier),
            holder: state.holder,
            rival: state.rival,
            status: state.status,
            since: state.since,
            event_ids: state.event_ids.clone(),
            decided_by: decided_by(corpus, lang, state, &mut told),
            is_changed,
        });
    }
    marks.sort_by(|a, b| a.named.order(&b.named).then(a.id.cmp(&b.id)));
    marks
}

/// The last event that decided a state, in words; many sites share one.
fn decided_by<'a>(
    corpus: &Corpus,
    lang: Lang,
    state: &'a SiteState,
    told: &mut BTreeMap<&'a str, Option<String>>,
) -> Option<String> {
    let id = state.event_ids.last()?;
    let tell = || {
        let event = corpus.event(id)?;
        let day = Words::of(lang).short_range(event.date.start, event.date.end);
        let by = event.attribution.as_ref().map(|by| format!(" · {by}")).unwrap_or_default();
        Some(format!("{} · {day}{by}", title(event, lang)))
    };
    told.entry(id).or_insert_with(tell).clone()
}

/// Capitals of governorates and great cities first, quarters last.
/// The places of the events that are no sites, the ones that are named first before the others.
pub(super) fn told(corpus: &Corpus) -> Vec<NamedPlace> {
    let conflict = &corpus.knowledge.conflict;
    let events = corpus.events.iter().filter(|e| !e.background);
    let idx: BTreeSet<PlaceIdx> = events.filter_map(|e| e.place.as_ref()?.idx).collect();
    let places = idx.into_iter().map(|p| conflict.place(p));
    let is_point = |p: &&Place| {
        !p.is_site && !matches!(p.kind, PlaceKind::Governorate | PlaceKind::Region | PlaceKind::Country)
    };
    let named = places.filter(is_point).map(|place| NamedPlace::new(place, told_from_zoom(place)));
    let mut told: Vec<NamedPlace> = named.collect();
    told.sort_by(|a, b| a.order(b).then(a.name_en.cmp(&b.name_en)));
    told
}

/// Places abroad are few on the map, so those of the news are named early.
fn told_from_zoom(place: &Place) -> f32 {
    match place.kind {
        PlaceKind::City => 4.5,
        PlaceKind::Town => 5.5,
        PlaceKind::Quarter => 9.0,
        _ => 6.5,
    }
}

fn named_from_zoom(place: &Place) -> f32 {
    let by_people: f32 = match place.population {
        1_000_000.. => 4.0,
        400_000.. => 5.0,
        150_000.. => 5.9,
        70_000.. => 6.6,
        35_000.. => 7.2,
        15_000.. => 7.8,
        6_000.. => 8.4,
        _ => 8.9,
    };
    match place.kind {
        PlaceKind::Quarter => 10.3,
        PlaceKind::Base | PlaceKind::Crossing => 8.2,
        _ if place.name_en == place.admin1 => by_people.min(5.8),
        _ => by_people,
    }
}
