//! The analyst's thresholds and switches for control, from `control.toml`.

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::gazetteer::Gazetteer;
use super::table::TomlFile;
use super::{Faction, FactionId, Files, PlaceIdx};
use crate::base::Result;

/// How claims move sites: thresholds, switches, and sites that an analyst fixes.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlRules {
    /// Two claims that disagree within this many days make a site contested, days.
    pub dispute_days: u16,
    /// A claim counts as borne out by this many sources.
    pub sources_for_held: u16,
    /// An advance that nothing follows for this many days contests no longer, days; 0 for never.
    pub advance_days: u16,
    /// What is told of an umbrella name goes to its nearest named ally within this distance, km; 0 for never.
    pub umbrella_km: f64,
    /// Words that make a claim about an area one about a part of it.
    pub part_words: Vec<String>,
    /// Words that make it one about the whole all the same.
    pub whole_words: Vec<String>,
    /// Events less sure than this move nothing, 0 to 1.
    pub min_confidence: f32,
    /// Does an advance up to a place (not into it) make it contested?
    pub near_contests: bool,
    /// Do claims about governorates and regions move the sites inside?
    pub area_claims: bool,
    /// Does the loss of a quarter make its city contested?
    pub quarters_contest: bool,
    /// Sites whose holder is fixed.
    pub pins: Vec<Pin>,
}

/// A site whose holder an analyst fixes, whatever the claims say.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// The site.
    pub place: PlaceIdx,
    /// Who holds it.
    pub holder: FactionId,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Why, in words.
    pub note: String,
}

impl Default for ControlRules {
    fn default() -> Self {
        Self {
            dispute_days: 2,
            sources_for_held: 2,
            advance_days: 0,
            umbrella_km: 0.0,
            part_words: Vec::new(),
            whole_words: Vec::new(),
            min_confidence: 0.0,
            near_contests: true,
            area_claims: true,
            quarters_contest: true,
            pins: Vec::new(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    dispute_days: u16,
    sources_for_held: u16,
    #[serde(default)]
    advance_days: u16,
    #[serde(default)]
    umbrella_km: f64,
    #[serde(default)]
    part_words: Vec<String>,
    #[serde(default)]
    whole_words: Vec<String>,
    min_confidence: Spanned<f32>,
    near_contests: bool,
    area_claims: bool,
    quarters_contest: bool,
    #[serde(default)]
    pin: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    place: Spanned<String>,
    holder: Spanned<String>,
    from: Option<Spanned<toml::value::Datetime>>,
    to: Option<Spanned<toml::value::Datetime>>,
    note: String,
}

/// Reads and checks the rules.
///
/// # Errors
/// When a place or faction is unknown, a place is no site, a holder holds no ground, or a value is out of range.
pub(super) fn load(
    files: &Files,
    path: &str,
    gazetteer: &Gazetteer,
    factions: &[Faction],
) -> Result<ControlRules> {
    let sheet = TomlFile::<Sheet>::read(files, path)?;
    let v = &sheet.value;
    let min_confidence = *v.min_confidence.as_ref();
    if !(0.0..=1.0).contains(&min_confidence) {
        return Err(sheet.error(v.min_confidence.span().start, "min_confidence goes from 0 to 1"));
    }
    let pins = v.pin.iter().map(|row| pin(row, &sheet, gazetteer, factions)).collect::<Result<_>>()?;
    Ok(ControlRules {
        dispute_days: v.dispute_days,
        sources_for_held: v.sources_for_held,
        advance_days: v.advance_days,
        umbrella_km: v.umbrella_km,
        part_words: v.part_words.clone(),
        whole_words: v.whole_words.clone(),
        min_confidence,
        near_contests: v.near_contests,
        area_claims: v.area_claims,
        quarters_contest: v.quarters_contest,
        pins,
    })
}

fn pin(row: &Row, sheet: &TomlFile<Sheet>, gazetteer: &Gazetteer, factions: &[Faction]) -> Result<Pin> {
    let at_place = |reason: String| sheet.error(row.place.span().start, reason);
    let place = gazetteer
        .find(row.place.as_ref())
        .ok_or_else(|| at_place(format!("unknown place {}", row.place.as_ref())))?;
    if !gazetteer.place(place).is_site {
        return Err(at_place(format!("{} is no site of the control map", row.place.as_ref())));
    }
    let at_holder = |reason: String| sheet.error(row.holder.span().start, reason);
    let holder = factions
        .iter()
        .position(|f| f.code == *row.holder.as_ref())
        .ok_or_else(|| at_holder(format!("unknown faction {}", row.holder.as_ref())))?;
    if !factions[holder].holds_ground {
        return Err(at_holder(format!("{} holds no ground, says factions.toml", row.holder.as_ref())));
    }
    let day = |value: &Option<Spanned<toml::value::Datetime>>| {
        value.as_ref().map(|v| super::conflict::day(sheet, v)).transpose()
    };
    let (from, to) = (day(&row.from)?, day(&row.to)?);
    if from.zip(to).is_some_and(|(a, b)| a > b) {
        return Err(at_place(format!("the pin of {} ends before it begins", row.place.as_ref())));
    }
    Ok(Pin { place, holder: FactionId(holder as u8), from, to, note: row.note.clone() })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{added, refusal};

    const FILE: &str = "syria-2024/control.toml";

    #[test]
    fn unknown_places_factions_and_switches_are_refused_with_their_line() {
        let pin = |place: &str, holder: &str| {
            added(FILE, &format!("\n[[pin]]\nplace = \"{place}\"\nholder = \"{holder}\"\nnote = \"\"\n"))
        };
        let line = include_str!("../../data/syria-2024/control.toml").lines().count() + 3;
        assert!(pin("atlantis", "SAA").contains(&format!("control.toml:{line}: unknown place atlantis")));
        assert!(pin("hama", "NATO").contains(&format!("control.toml:{}: unknown faction NATO", line + 1)));
        assert!(pin("hama-governorate", "SAA").contains("no site"));
        assert!(pin("hama", "UN").contains("holds no ground"));
        assert!(refusal(FILE, "dispute_days =", "dispute_weeks =").contains("control.toml:"));
        assert!(refusal(FILE, "min_confidence = 0.", "min_confidence = 7.").contains("from 0 to 1"));
    }
}
