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
mod inspector;
pub mod map;
mod reader;
mod timeline;
mod words;

pub use captions::{Captions, Chip, ChipPart};
pub use charts::{Charts, Series};
pub use events::{EventList, EventRow};
pub use filters::{FilterRow, FilterScene};
pub use inspector::{Field, Inspector, MentionRow, Relation};
pub use map::MapScene;
pub use reader::{ArticleRow, Highlight, HighlightKind, OpenArticle, ReaderScene};
pub use timeline::{DayCount, Lane, Mark, Outside, Publication, Timeline};
pub use words::{Arg, Words};

use crate::knowledge::Faction;
use crate::state::View;
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
}

impl Scene {
    /// Builds what `view` shows of `corpus`.
    pub fn build(corpus: &Corpus, view: &View, caches: &mut Caches) -> Self {
        let shown = corpus.shown(&view.filters);
        Self {
            captions: Captions::build(corpus, view, &shown),
            timeline: Timeline::build(corpus, view, &shown),
            filters: FilterScene::build(corpus, view),
            events: EventList::build(corpus, view, &shown),
            inspector: Inspector::build(corpus, view),
            reader: ReaderScene::build(corpus, view),
            charts: view.panels.charts.then(|| Charts::build(corpus, view, &shown)),
            map: MapScene::build(corpus, view, &shown, &mut caches.map),
            view: view.clone(),
        }
    }

    /// The words of the scene's language.
    pub fn words(&self) -> &'static Words {
        Words::of(self.view.lang)
    }
}

/// The colour of `faction` in `palette`; its first one when the palette does not name it.
pub fn colour_of(faction: &Faction, palette: &str) -> Rgb {
    let named = faction.colours.iter().find(|(name, _)| name == palette);
    named.or(faction.colours.first()).map_or(UNKNOWN_COLOUR, |(_, rgb)| *rgb)
}

/// The colour of whoever has none.
pub const UNKNOWN_COLOUR: Rgb = [140, 140, 140];
