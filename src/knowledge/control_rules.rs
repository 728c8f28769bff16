//! The analyst's thresholds and switches for control, from `control.toml`: one table a rule.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::gazetteer::Gazetteer;
use super::table::TomlFile;
use super::{Faction, FactionId, Files, PlaceIdx, Rule};
use crate::base::Result;
use crate::text::fold::fold;

/// How claims move sites: thresholds, switches, and sites that an analyst fixes.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlRules {
    /// Rules that decide nothing: what they would have moved stays as it was.
    pub off: BTreeSet<Rule>,
    /// `disputed`: two claims that disagree within this many days make a site contested, days.
    pub dispute_days: u16,
    /// `confirmed`: a claim counts as borne out by this many sources.
    pub sources_for_held: u16,
    /// `lapsed`: an advance that nothing follows for this many days contests no longer, days.
    pub advance_days: u16,
    /// `entered`: who went in has it when nothing contradicted that for this many days.
    pub entered_days: u16,
    /// `named-nearby`: what is told of an umbrella name goes to its nearest named ally within this distance, km.
    pub umbrella_km: f64,
    /// `fell`: a place that fell to nobody named goes to who took the nearest site within this distance, km.
    pub fell_km: f64,
    /// `area`: words that make a claim about an area one about a part of it.
    pub part_words: Vec<String>,
    /// `area`: words that make it one about the whole all the same.
    pub whole_words: Vec<String>,
    /// `advance`: parts of words that make it one up to the place.
    pub near_words: Vec<String>,
    /// `advance`: parts of words that make it one in the direction of the place, which moves nothing.
    pub toward_words: Vec<String>,
    /// `entered`: parts of the verb that make an advance one into the place.
    pub enter_words: Vec<String>,
    /// Events less sure than this move nothing, 0 to 1.
    pub min_confidence: f32,
    /// `advance`: does an advance up to a place (not into it) make it contested?
    pub near_contests: bool,
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
            off: BTreeSet::new(),
            dispute_days: 2,
            sources_for_held: 2,
            advance_days: 4,
            entered_days: 2,
            umbrella_km: 60.0,
            fell_km: 60.0,
            part_words: Vec::new(),
            whole_words: Vec::new(),
            near_words: Vec::new(),
            toward_words: Vec::new(),
            enter_words: Vec::new(),
            min_confidence: 0.0,
            near_contests: false,
            pins: Vec::new(),
        }
    }
}

impl ControlRules {
    /// May this rule decide anything?
    pub fn is_on(&self, rule: Rule) -> bool {
        !self.off.contains(&rule)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    min_confidence: Option<Spanned<f32>>,
    #[serde(default)]
    rule: BTreeMap<Spanned<String>, Table>,
    #[serde(default)]
    pin: Vec<Row>,
}

/// What may be said of a rule; which of it belongs to which rule is checked in [`Table::set`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    on: Option<Spanned<bool>>,
    days: Option<Spanned<u16>>,
    sources: Option<Spanned<u16>>,
    km: Option<Spanned<f64>>,
    near: Option<Spanned<bool>>,
    part_words: Option<Spanned<Vec<String>>>,
    whole_words: Option<Spanned<Vec<String>>>,
    near_words: Option<Spanned<Vec<String>>>,
    toward_words: Option<Spanned<Vec<String>>>,
    enter_words: Option<Spanned<Vec<String>>>,
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
/// When a rule, place or faction is unknown, a rule has no such threshold, a place is no site, a holder holds no
/// ground, or a value is out of range.
pub(super) fn load(
    files: &Files,
    path: &str,
    gazetteer: &Gazetteer,
    factions: &[Faction],
) -> Result<ControlRules> {
    let sheet = TomlFile::<Sheet>::read(files, path)?;
    let mut rules = ControlRules::default();
    if let Some(value) = &sheet.value.min_confidence {
        rules.min_confidence = *value.as_ref();
        if !(0.0..=1.0).contains(&rules.min_confidence) {
            return Err(sheet.error(value.span().start, "min_confidence goes from 0 to 1"));
        }
    }
    for (name, table) in &sheet.value.rule {
        let Some(rule) = Rule::named(name.as_ref()) else {
            let known = Rule::ALL.map(Rule::name).join(", ");
            let reason = format!("unknown rule {}; the rules are {known}", name.as_ref());
            return Err(sheet.error(name.span().start, reason));
        };
        table.set(rule, &mut rules).map_err(|(at, reason)| sheet.error(at, reason))?;
    }
    for row in &sheet.value.pin {
        rules.pins.push(pin(row, &sheet, gazetteer, factions)?);
    }
    Ok(rules)
}

/// Byte offset into the file, and what is wrong there.
type Fault = (usize, String);

impl Table {
    fn set(&self, rule: Rule, rules: &mut ControlRules) -> std::result::Result<(), Fault> {
        if let Some(on) = &self.on
            && !on.as_ref()
        {
            if matches!(rule, Rule::Opening | Rule::Pinned) {
                return Err((on.span().start, format!("the rule {} cannot be switched off", rule.name())));
            }
            rules.off.insert(rule);
        }
        self.set_days(rule, rules)?;
        self.set_words(rule, rules)?;
        if let Some(sources) = belongs(self.sources.as_ref(), "sources", rule == Rule::Confirmed, rule)? {
            rules.sources_for_held = *sources.as_ref();
            if rules.sources_for_held == 0 {
                return Err((sources.span().start, "a claim has at least one source".to_owned()));
            }
        }
        let slot = match rule {
            Rule::NamedNearby => Some(&mut rules.umbrella_km),
            Rule::Fell => Some(&mut rules.fell_km),
            _ => None,
        };
        if let Some((km, slot)) = belongs(self.km.as_ref(), "km", slot.is_some(), rule)?.zip(slot) {
            if !(0.0..=20_000.0).contains(km.as_ref()) {
                return Err((km.span().start, "km goes from 0 to 20000".to_owned()));
            }
            *slot = *km.as_ref();
        }
        if let Some(near) = belongs(self.near.as_ref(), "near", rule == Rule::Advance, rule)? {
            rules.near_contests = *near.as_ref();
        }
        Ok(())
    }

    fn set_days(&self, rule: Rule, rules: &mut ControlRules) -> std::result::Result<(), Fault> {
        let slot = match rule {
            Rule::Disputed => Some(&mut rules.dispute_days),
            Rule::Lapsed => Some(&mut rules.advance_days),
            Rule::Entered => Some(&mut rules.entered_days),
            _ => None,
        };
        if let Some((days, slot)) = belongs(self.days.as_ref(), "days", slot.is_some(), rule)?.zip(slot) {
            *slot = *days.as_ref();
        }
        Ok(())
    }

    fn set_words(&self, rule: Rule, rules: &mut ControlRules) -> std::result::Result<(), Fault> {
        for (value, name, owner, slot) in [
            (&self.part_words, "part_words", Rule::Area, &mut rules.part_words),
            (&self.whole_words, "whole_words", Rule::Area, &mut rules.whole_words),
            (&self.near_words, "near_words", Rule::Advance, &mut rules.near_words),
            (&self.toward_words, "toward_words", Rule::Advance, &mut rules.toward_words),
            (&self.enter_words, "enter_words", Rule::Entered, &mut rules.enter_words),
        ] {
            if let Some(words) = belongs(value.as_ref(), name, rule == owner, rule)? {
                *slot = words.as_ref().iter().map(|w| fold(w)).collect();
            }
        }
        Ok(())
    }
}

/// The value, if it is given and is a threshold of this rule.
fn belongs<'a, T>(
    value: Option<&'a Spanned<T>>,
    name: &str,
    is_its: bool,
    rule: Rule,
) -> std::result::Result<Option<&'a Spanned<T>>, Fault> {
    match value {
        Some(value) if !is_its => {
            Err((value.span().start, format!("the rule {} has no {name}", rule.name())))
        }
        value => Ok(value),
    }
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
    use super::super::testing::{accepted, added, refusal};
    use super::*;

    const FILE: &str = "syria-2024/control.toml";

    /// The line after `n` more lines than the file has.
    fn line(n: usize) -> usize {
        include_str!("../../data/syria-2024/control.toml").lines().count() + n
    }

    #[test]
    fn unknown_places_and_factions_are_refused_with_their_line() {
        let pin = |place: &str, holder: &str| {
            added(FILE, &format!("\n[[pin]]\nplace = \"{place}\"\nholder = \"{holder}\"\nnote = \"\"\n"))
        };
        assert!(
            pin("atlantis", "SAA").contains(&format!("control.toml:{}: unknown place atlantis", line(3)))
        );
        assert!(pin("hama", "NATO").contains(&format!("control.toml:{}: unknown faction NATO", line(4))));
        assert!(pin("hama-governorate", "SAA").contains("no site"));
        assert!(pin("hama", "UN").contains("holds no ground"));
    }

    #[test]
    fn unknown_rules_and_thresholds_are_refused_with_their_line() {
        for (rows, n, reason) in [
            ("\n[rule.captued]\non = false\n", 2, "unknown rule captued; the rules are opening, captured,"),
            ("\n[rule.captured]\ndays = 3\n", 3, "the rule captured has no days"),
            ("\n[rule.captured]\nkm = 3.0\n", 3, "the rule captured has no km"),
            ("\n[rule.captured]\noff = true\n", 3, "unknown field `off`"),
            ("\n[rule.opening]\non = false\n", 3, "the rule opening cannot be switched off"),
        ] {
            let error = added(FILE, rows);
            assert!(error.contains(&format!("control.toml:{}: {reason}", line(n))), "{error}");
        }
        for (from, to, reason) in [
            ("km = 60.0", "km = -1.0", "km goes from 0 to 20000"),
            ("sources = 2", "sources = 0", "at least one source"),
            ("days = 2", "days = -2", "control.toml:"),
            ("min_confidence = 0.", "min_confidence = 7.", "from 0 to 1"),
            ("min_confidence =", "max_confidence =", "unknown field"),
        ] {
            let error = refusal(FILE, from, to);
            assert!(error.contains("control.toml:") && error.contains(reason), "{error}");
        }
    }

    #[test]
    fn a_rule_is_switched_off_by_its_name() {
        let rules = accepted(FILE, "\n[rule.whole-city]\non = false\n").control_rules;
        assert!(!rules.is_on(Rule::WholeCity) && rules.is_on(Rule::Captured));
    }
}
