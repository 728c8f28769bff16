//! What is on screen as plain data: lanes and marks, rows, spans, captions, areas and pins.
//!
//! [`Scene::build`] is a pure function of a corpus and a view. The window and the off-screen renderer
//! paint the same scene; exports and tests read it. Words of the interface come from `assets/i18n`
//! through [`Words`].

pub mod basemap;
mod captions;
pub mod changelog;
mod charts;
mod events;
mod filters;
mod finder;
mod inspector;
pub mod map;
mod place;
mod reader;
mod reasons;
mod timeline;
mod words;

pub use captions::{Captions, Chip, ChipPart, story_title};
pub use charts::{Band, Charts, Series};
pub use events::{EventList, EventRow};
pub use filters::{FilterRow, FilterScene};
pub use finder::{Findable, Finder};
pub use inspector::{Field, Inspector, MentionRow, Relation};
pub use map::MapScene;
pub use place::{ClaimRow, OtherRow, PlaceStrip, Side, Stand, Standing};
pub use reader::{ArticleRow, Highlight, HighlightKind, OpenArticle, ReaderScene};
pub use timeline::{DayCount, Lane, Mark, Outside, Publication, Timeline};
pub use words::{Arg, Words, thousands};

use std::sync::Arc;

use chrono::NaiveDate;

use crate::events::Event;
use crate::knowledge::Faction;
use crate::state::{Theme, View};
use crate::store::Corpus;

/// A colour of data (a faction's), as red, green, blue.
pub type Rgb = [u8; 3];

/// Everything on screen for one view.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The view it was built for.
    pub view: View,
    /// Title, date, counts, notices.
    pub captions: Captions,
    /// Lanes, marks, histogram.
    pub timeline: Timeline,
    /// Choices with their counts.
    pub filters: FilterScene,
    /// Rows of events.
    pub events: EventList,
    /// The selected event in full.
    pub inspector: Option<Inspector>,
    /// The selected place: who holds it and who says so.
    pub place: Option<PlaceStrip>,
    /// Every place by its names.
    pub finder: Arc<Finder>,
    /// Articles and the open one.
    pub reader: ReaderScene,
    /// Charts, while their panel is open.
    pub charts: Option<Charts>,
    /// The map.
    pub map: MapScene,
}

/// What is dear to build and may be kept from one scene to the next of the same corpus.
#[derive(Debug, Default)]
pub struct Caches {
    /// Of the map.
    pub map: map::MapCache,
    finder: Option<Arc<Finder>>,
    charts: charts::ChartCache,
}

impl Scene {
    /// Builds what `view` shows of `corpus`.
    pub fn build(corpus: &Corpus, view: &View, caches: &mut Caches) -> Self {
        let mut shown = corpus.shown(&view.filters);
        shown.retain(|&i| is_known(&corpus.events[i], view.as_of));
        let new_finder = || Arc::new(Finder::new(&corpus.knowledge.conflict));
        let control = caches.map.control(corpus, view, view.day);
        Self {
            captions: Captions::build(corpus, view, &shown),
            timeline: Timeline::build(corpus, view, &shown),
            filters: FilterScene::build(corpus, view),
            events: EventList::build(corpus, view, &shown),
            inspector: Inspector::build(corpus, view),
            reader: ReaderScene::build(corpus, view),
            place: PlaceStrip::build(corpus, view, &shown, &control),
            finder: caches.finder.get_or_insert_with(new_finder).clone(),
            charts: view.panels.charts.then(|| Charts::build(corpus, view, &shown, caches)),
            map: MapScene::build(corpus, view, &shown, &mut caches.map),
            view: view.clone(),
        }
    }

    /// The words of the scene's language.
    pub fn words(&self) -> &'static Words {
        Words::of(self.view.lang)
    }
}

/// Was some article that tells of `event` out by the as-of day?
fn is_known(event: &Event, as_of: Option<NaiveDate>) -> bool {
    let Some(as_of) = as_of else { return true };
    event.mentions.iter().any(|m| m.published.is_some_and(|p| p <= as_of))
}

/// The colour of `faction` in the palette of `view`, its first one when the palette does not name it; in the dark theme
/// never so dark that it sinks into the ground.
pub fn colour_of(faction: &Faction, view: &View) -> Rgb {
    let named = faction.colours.iter().find(|(name, _)| *name == view.palette);
    let colour = named.or(faction.colours.first()).map_or(UNKNOWN_COLOUR, |(_, rgb)| *rgb);
    if view.theme == Theme::Dark { lifted(colour) } else { colour }
}

/// `colour`, mixed with white until it stands out on black.
fn lifted(colour: Rgb) -> Rgb {
    const STEPS: u16 = 16;
    let mixed = |white: u16| colour.map(|c| ((u16::from(c) * (STEPS - white) + 255 * white) / STEPS) as u8);
    (0..STEPS).map(mixed).find(|c| luminance(*c) >= DIMMEST).unwrap_or(colour)
}

/// The relative luminance below which a colour is lost on the dark theme's panels (their own is 0.01 to 0.02).
const DIMMEST: f64 = 0.09;

/// Relative luminance after WCAG 2, 0 for black to 1 for white.
fn luminance(colour: Rgb) -> f64 {
    let [r, g, b] = colour.map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The colour of whoever has none.
pub const UNKNOWN_COLOUR: Rgb = [140, 140, 140];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn no_side_sinks_into_the_dark_theme() {
        let knowledge = Knowledge::embedded().expect("the embedded data");
        let mut view = View::default();
        for palette in ["default", "isw", "colour-blind"] {
            view.palette = palette.to_owned();
            for faction in &knowledge.conflict.factions {
                view.theme = Theme::Light;
                let light = colour_of(faction, &view);
                view.theme = Theme::Dark;
                let dark = colour_of(faction, &view);
                assert!(luminance(dark) >= DIMMEST, "{palette} {}", faction.code);
                assert_eq!(luminance(light) >= DIMMEST, light == dark, "{palette} {}", faction.code);
            }
        }
    }
}
