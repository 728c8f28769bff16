//! What can be asked of the window.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::view::{Camera, Days, Lang, Layers, Panels, Theme, Topic};
use crate::base::LonLat;
use crate::events::EventKind;

/// One change of the view, or one deed. The panels return these and change nothing themselves.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Show this day.
    SetDay(NaiveDate),
    /// So many days later, or earlier.
    StepDay(i64),
    /// To the next (or previous) day on which a shown event begins.
    StepEvent(i64),
    /// To the first day of the timeline's window.
    GoStart,
    /// To its last day.
    GoEnd,
    /// Start or stop playing.
    TogglePlay,
    /// So many seconds passed while playing.
    Tick(f64),
    /// Show these days in the timeline.
    SetRange(NaiveDate, NaiveDate),
    /// Show the whole story in the timeline.
    FitTimeline,
    /// Does the timeline follow the day?
    SetFollow(bool),
    /// Hide exactly these factions.
    HideFactions(BTreeSet<String>),
    /// Hide exactly these kinds.
    HideKinds(BTreeSet<EventKind>),
    /// Show or hide one modality.
    HideModalities(BTreeSet<crate::events::Modality>),
    /// Show events from before the story?
    SetBackground(bool),
    /// Search for these words.
    SetText(String),
    /// Show everything.
    ClearFilters,
    /// Which days' events the map shows.
    SetPinsOf(Days),
    /// Which days' events the list shows.
    SetListOf(Days),
    /// Look here.
    SetCamera(Camera),
    /// Fit the conflict into the map.
    FitMap,
    /// Select an event: inspector, reader and map follow.
    SelectEvent(Option<String>),
    /// Select an event and show its day.
    GoToEvent(String),
    /// Select a place instead of an event: what is known of it opens.
    SelectPlace(Option<String>),
    /// Select a place and look at it.
    GoToPlace(String),
    /// Select an event and open one of its articles at the sentence that tells it.
    ReadEvent {
        /// The event's id.
        event: String,
        /// The article's id.
        article: String,
    },
    /// Open an article in the reader, or close it.
    OpenArticle(Option<String>),
    /// Change the language.
    SetLang(Lang),
    /// Change to light or dark.
    SetTheme(Theme),
    /// Change the palette of faction colours.
    SetPalette(String),
    /// Switch layers of the map.
    SetLayers(Layers),
    /// Opacity of areas, in percent.
    SetAreaOpacity(u8),
    /// Only articles published by this day count.
    SetAsOf(Option<NaiveDate>),
    /// Do claims count from the day they may be true?
    SetPossible(bool),
    /// Measure along these points, or stop measuring.
    SetMeasure(Option<Vec<LonLat>>),
    /// Which chart comes first?
    SetTopic(Topic),
    /// Draw front lines of so many days before too.
    SetGhostDays(Vec<u32>),
    /// Open and close panels.
    SetPanels(Panels),
    /// The pointer or key was let go: what came before is one step of undo.
    Release,
    /// Take the last step back.
    Undo,
    /// Take it again.
    Redo,
    /// Save a picture of the window.
    Screenshot,
    /// Put this text on the clipboard.
    Copy(String),
}
