//! The map as plain data: areas of control with their fronts, sites, pins, arrows and a legend.
//!
//! [`MapScene::build`] is pure; what is dear (control, areas, fade) is kept in a [`MapCache`] and shared.
//! Coordinates are Web-Mercator 0..1, so that painting needs no trigonometry.

mod fade;
mod ground;
mod legend;
mod pins;
mod sites;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

pub use fade::FadeGrid;
pub use ground::{AreaShape, FrontKind, GroundShapes, Merc, Rings};
pub use legend::{HolderRow, Legend};
pub use pins::{Arrow, Pin};
pub use sites::{NamedPlace, SiteMark};

use super::basemap::{BaseMap, Bounds};
use super::{Rgb, colour_of};
use crate::control::{Area, Control, ControlOptions, Fold, Ground, Look, SiteState};
use crate::state::{Lang, View};
use crate::store::Corpus;

/// Changed land smaller than this is not outlined, in square kilometres.
const LEAST_CHANGE_KM2: f64 = 12.0;

/// One place in so many lies too far off, on either side, to be fitted into the map.
const FAR_ONE_IN: usize = 12;
/// Room around the places that are fitted into the map, Web-Mercator 0..1: some 80 km.
const LEAST_ROOM: f64 = 0.002;

/// What the map shows.
#[derive(Clone, Debug)]
pub struct MapScene {
    /// The places abroad that something is told of.
    pub told: Arc<Vec<NamedPlace>>,
    /// What "fit" shows: the country, or what is told when that is elsewhere.
    pub fit: Bounds,
    /// The country.
    pub bounds: Bounds,
    /// The colour of every faction, in the order of the conflict.
    pub colours: Vec<Rgb>,
    /// The short name of every faction, in the view's language.
    pub names: Vec<String>,
    /// Areas of control and fronts of the day.
    pub ground: Arc<GroundShapes>,
    /// Land that changed its holder since the day before.
    pub changed: Arc<Vec<Rings>>,
    /// Front lines of earlier days: how many days before, and the lines.
    pub ghosts: Vec<(u32, Arc<GroundShapes>)>,
    /// Land that nobody reports from, over [`Self::bounds`].
    pub fade: Arc<FadeGrid>,
    /// Places, the ones named first before the others.
    pub sites: Arc<Vec<SiteMark>>,
    /// Events, the weightiest first.
    pub pins: Vec<Pin>,
    /// Movements.
    pub arrows: Vec<Arrow>,
    /// What the colours and shapes on screen mean.
    pub legend: Legend,
}

/// What the map keeps from one scene to the next of the same corpus.
#[derive(Debug, Default)]
pub struct MapCache {
    ground: Option<Ground>,
    fit: Option<Bounds>,
    told: Option<Arc<Vec<NamedPlace>>>,
    fade: Option<Arc<FadeGrid>>,
    days: BTreeMap<DayKey, Arc<Control>>,
    areas: BTreeMap<StateKey, (Arc<Vec<Area>>, Arc<GroundShapes>)>,
    changes: BTreeMap<(StateKey, StateKey), Arc<Vec<Rings>>>,
    sites: BTreeMap<(DayKey, Lang), Arc<Vec<SiteMark>>>,
}

/// A day, the day up to which articles count, and whether claims count from the day they may be true.
type DayKey = (NaiveDate, Option<NaiveDate>, bool);

fn day_key(view: &View, day: NaiveDate) -> DayKey {
    (day, view.as_of, view.possible)
}

/// Holder, rival and status of every site: states that look alike share their areas.
type StateKey = Arc<Vec<Look>>;

impl MapCache {
    /// Who holds what on `day`, read as `view` asks.
    pub(super) fn control(&mut self, corpus: &Corpus, view: &View, day: NaiveDate) -> Arc<Control> {
        let options: ControlOptions = view.control_options();
        let build = || Arc::new(Fold::new(&corpus.events, &corpus.knowledge, options).on(day));
        self.days.entry(day_key(view, day)).or_insert_with(build).clone()
    }

    /// The cells of all sites.
    pub(super) fn ground(&mut self, corpus: &Corpus) -> &Ground {
        self.ground.get_or_insert_with(|| Ground::new(&corpus.knowledge, &BaseMap::load().land))
    }

    fn areas(&mut self, corpus: &Corpus, control: &Control) -> (StateKey, Arc<Vec<Area>>, Arc<GroundShapes>) {
        let key = state_key(control);
        if let Some((areas, shapes)) = self.areas.get(&key) {
            return (key, areas.clone(), shapes.clone());
        }
        let areas = Arc::new(self.ground(corpus).areas(control));
        let shapes = Arc::new(GroundShapes::new(&areas));
        self.areas.insert(key.clone(), (areas.clone(), shapes.clone()));
        (key, areas, shapes)
    }

    fn fit(&mut self, corpus: &Corpus, home: Bounds) -> Bounds {
        *self.fit.get_or_insert_with(|| if corpus.is_elsewhere() { told_bounds(corpus, home) } else { home })
    }

    fn fade(&mut self, corpus: &Corpus, bounds: Bounds) -> Arc<FadeGrid> {
        let places = corpus.knowledge.conflict.places.iter().filter(|p| p.is_site).map(|p| p.at);
        let build = || Arc::new(FadeGrid::new(bounds, places, &BaseMap::load().land.main_roads));
        self.fade.get_or_insert_with(build).clone()
    }
}

fn state_key(control: &Control) -> StateKey {
    Arc::new(control.sites.iter().map(SiteState::look).collect())
}

impl MapScene {
    /// Builds the map of `view`; `shown` are the positions of the events that its filters show.
    pub fn build(corpus: &Corpus, view: &View, shown: &[usize], cache: &mut MapCache) -> Self {
        let bounds = home_bounds();
        let control = cache.control(corpus, view, view.day);
        // What is known of the days before the opening is too little to tell a change by.
        let opening = corpus.knowledge.conflict.opening_day;
        let eve = view.day.checked_sub_days(Days::new(1)).filter(|d| *d >= opening).unwrap_or(view.day);
        let before = cache.control(corpus, view, eve);
        let (key, areas, ground) = cache.areas(corpus, &control);
        let (key_before, areas_before, _) = cache.areas(corpus, &before);
        let compare = || Arc::new(ground::changed(&areas_before, &areas, LEAST_CHANGE_KM2));
        let changed = cache.changes.entry((key_before, key)).or_insert_with(compare).clone();
        let mark = || Arc::new(sites::marks(corpus, view.lang, &control, &before));
        let sites = cache.sites.entry((day_key(view, view.day), view.lang)).or_insert_with(mark).clone();
        let ghosts = view.ghost_days.iter().filter_map(|&days| {
            let day = view.day.checked_sub_days(Days::new(u64::from(days)))?;
            let control = cache.control(corpus, view, day);
            Some((days, cache.areas(corpus, &control).2))
        });
        let ghosts = ghosts.collect();
        let (pins, arrows) = pins::pins(corpus, view, shown);
        let conflict = &corpus.knowledge.conflict;
        Self {
            fit: cache.fit(corpus, bounds),
            told: cache.told.get_or_insert_with(|| Arc::new(sites::told(corpus))).clone(),
            bounds,
            colours: conflict.factions.iter().map(|f| colour_of(f, view)).collect(),
            names: conflict
                .factions
                .iter()
                .map(|f| view.lang.pick(&f.short_en, &f.short_ar).to_owned())
                .collect(),
            legend: Legend::build(corpus, view, &ground, &pins, !changed.is_empty()),
            fade: cache.fade(corpus, bounds),
            ground,
            changed,
            ghosts,
            sites,
            pins,
            arrows,
        }
    }
}

/// The box around most places of what is told, so that one far place does not make all others small; `home` when
/// there is none.
fn told_bounds(corpus: &Corpus, home: Bounds) -> Bounds {
    let told = corpus.events.iter().filter(|e| !e.background);
    let points: Vec<Merc> = told.filter_map(|e| Some(e.place.as_ref()?.at()?.mercator())).collect();
    if points.is_empty() {
        return home;
    }
    let range = |axis: usize| {
        let mut values: Vec<f64> = points.iter().map(|p| p[axis]).collect();
        values.sort_by(f64::total_cmp);
        let far = values.len() / FAR_ONE_IN;
        let (low, high) = (values[far], values[values.len() - 1 - far]);
        let room = ((high - low) / 10.0).max(LEAST_ROOM);
        (low - room, high + room)
    };
    let ((west, east), (north, south)) = (range(0), range(1));
    Bounds { min: [west, north], max: [east, south] }
}

/// The box around the country that the map is about.
fn home_bounds() -> Bounds {
    let home = BaseMap::load().countries.iter().filter(|c| c.is_home).flat_map(|c| &c.shapes);
    let corners: Vec<Merc> = home.flat_map(|s| [s.bounds.min, s.bounds.max]).collect();
    Bounds::of(&corners)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::LonLat;
    use crate::control::SiteStatus;
    use crate::knowledge::PlaceKind;
    use crate::store::sample::corpus;

    /// Who holds the land at a place, and how firmly.
    fn holder_at(map: &MapScene, corpus: &Corpus, id: &str) -> (String, SiteStatus) {
        let conflict = &corpus.knowledge.conflict;
        let site = map.sites.iter().find(|s| s.id == id).expect("a site of the gazetteer");
        (site.holder.map_or_else(String::new, |f| conflict.faction(f).code.clone()), site.status)
    }

    #[test]
    fn the_map_follows_the_day_and_shares_what_is_alike() {
        let corpus = corpus();
        let mut cache = MapCache::default();
        let shown: Vec<usize> = (0..corpus.events.len()).collect();
        let mut view = View::opening(&corpus);
        let mut on = |day: &str| {
            view.day = day.parse().expect("a day");
            MapScene::build(&corpus, &view, &shown, &mut cache)
        };
        let eve = on("2024-11-26");
        assert_eq!(holder_at(&eve, &corpus, "hama"), ("SAA".to_owned(), SiteStatus::Held));
        assert!(eve.pins.is_empty() && eve.changed.is_empty() && !eve.ground.fronts.is_empty());
        let fall = on("2024-12-05");
        assert_eq!(holder_at(&fall, &corpus, "hama").0, "HTS");
        assert!(!fall.changed.is_empty() && fall.legend.has_changed);
        assert_eq!(fall.pins[0].place, "hama");
        assert!(fall.legend.holders.iter().any(|h| h.faction == corpus.knowledge.conflict.faction_of("HTS")));
        let again = on("2024-11-26");
        assert!(Arc::ptr_eq(&eve.ground, &again.ground) && Arc::ptr_eq(&eve.sites, &again.sites));
        let red = corpus.knowledge.conflict.faction_of("SAA").expect("a faction");
        let faction = corpus.knowledge.conflict.faction(red);
        assert_eq!(eve.colours[usize::from(red.0)], colour_of(faction, &view));
    }

    #[test]
    fn what_is_told_of_another_country_is_fitted_and_named() {
        let mut corpus = corpus();
        let view = View::opening(&corpus);
        let shown: Vec<usize> = (0..corpus.events.len()).collect();
        let built = |corpus: &Corpus| MapScene::build(corpus, &view, &shown, &mut MapCache::default());
        assert_eq!(built(&corpus).fit, home_bounds());
        let conflict = &corpus.knowledge.conflict;
        let abroad = conflict.places.iter().find(|p| p.country == "YE" && p.kind == PlaceKind::City);
        let (id, at) = abroad.map(|p| (p.id.clone(), p.at.mercator())).expect("a city of Yemen");
        let idx = conflict.place_of(&id).expect("its position");
        for place in corpus.events.iter_mut().filter_map(|e| e.place.as_mut()) {
            let LonLat { lon, lat } = corpus.knowledge.conflict.place(idx).at;
            (place.idx, place.lon, place.lat) = (Some(idx), Some(lon), Some(lat));
        }
        let map = built(&corpus);
        assert!(corpus.is_elsewhere() && !corpus.is_of_conflict());
        assert!(map.fit.meets(Bounds { min: at, max: at }) && !map.fit.meets(home_bounds()));
        assert_eq!(map.told.iter().map(|t| t.at).collect::<Vec<_>>(), [at]);
    }
}
