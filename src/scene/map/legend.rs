//! What the colours, textures and shapes on the map mean: only what is on screen.

use std::collections::BTreeSet;

use super::ground::GroundShapes;
use super::pins::Pin;
use crate::control::SiteStatus;
use crate::events::EventKind;
use crate::knowledge::FactionId;
use crate::scene::Rgb;
use crate::scene::colour_of;
use crate::state::View;
use crate::store::Corpus;

/// One holder of land.
#[derive(Clone, Debug, PartialEq)]
pub struct HolderRow {
    /// Which faction; nothing for land that nobody is known to hold.
    pub faction: Option<FactionId>,
    /// Its short name; empty for nobody.
    pub name: String,
    /// Its colour in the view's palette.
    pub colour: Option<Rgb>,
    /// Square kilometres held, contested land included.
    pub km2: f64,
}

/// The legend of the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Legend {
    /// Holders, in the order of the conflict.
    pub holders: Vec<HolderRow>,
    /// How firmly land is held, besides plainly held.
    pub statuses: Vec<SiteStatus>,
    /// Did any land change hands since the day before?
    pub has_changed: bool,
    /// Kinds of event that have a pin.
    pub kinds: Vec<EventKind>,
}

impl Legend {
    pub(super) fn build(
        corpus: &Corpus,
        view: &View,
        ground: &GroundShapes,
        pins: &[Pin],
        has_changed: bool,
    ) -> Self {
        let has = |status: SiteStatus| ground.areas.iter().any(|a| a.status == status);
        let statuses = [SiteStatus::Contested, SiteStatus::Claimed, SiteStatus::Left];
        let holders: BTreeSet<Option<FactionId>> = ground.areas.iter().map(|a| a.holder).collect();
        let (nobody, known): (Vec<_>, Vec<_>) = holders.into_iter().partition(Option::is_none);
        let kinds: BTreeSet<EventKind> = pins.iter().map(|p| p.kind).collect();
        let rows = known.into_iter().chain(nobody);
        Self {
            holders: rows.map(|f| holder_row(corpus, view, ground, f)).collect(),
            statuses: statuses.into_iter().filter(|s| has(*s)).collect(),
            has_changed,
            kinds: kinds.into_iter().collect(),
        }
    }
}

fn holder_row(corpus: &Corpus, view: &View, ground: &GroundShapes, id: Option<FactionId>) -> HolderRow {
    let faction = id.map(|id| corpus.knowledge.conflict.faction(id));
    let held = ground.areas.iter().filter(|a| a.holder == id);
    HolderRow {
        faction: id,
        name: faction.map_or_else(String::new, |f| view.lang.pick(&f.short_en, &f.short_ar).to_owned()),
        colour: faction.map(|f| colour_of(f, view)),
        km2: held.map(|a| a.km2).sum(),
    }
}
