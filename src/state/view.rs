//! The view: everything a screenshot depends on, as one value.

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::base::{Error, LonLat, Result};
use crate::control::{Certainty, ControlOptions};
use crate::store::{Corpus, Filters};

/// The language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Arabic, right to left.
    Ar,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// Does it run from right to left?
    pub fn is_rtl(self) -> bool {
        self == Self::Ar
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        if self == Self::Ar { Self::En } else { Self::Ar }
    }

    /// The mark without ink that runs its way (UAX #9, RLM or LRM): it holds a closing bracket behind other letters.
    pub fn mark(self) -> char {
        if self.is_rtl() { '\u{200F}' } else { '\u{200E}' }
    }

    /// The one of two words that is in this language.
    pub fn pick<'a>(self, en: &'a str, ar: &'a str) -> &'a str {
        if self == Self::Ar { ar } else { en }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        if self == Self::Light { Self::Dark } else { Self::Light }
    }
}

/// Where the map looks. Without one it fits the whole conflict into its panel.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Camera {
    /// Degrees east of the middle.
    pub lon: f64,
    /// Degrees north of the middle.
    pub lat: f64,
    /// Web-map zoom: the world is `256 * 2^zoom` points wide.
    pub zoom: f64,
}

/// Layers of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is one switch of the layer menu")]
pub struct Layers {
    /// Areas of control.
    pub areas: bool,
    /// Event pins.
    pub pins: bool,
    /// Roads.
    pub roads: bool,
    /// Shaded relief.
    pub relief: bool,
    /// Lines between governorates.
    pub governorates: bool,
    /// Names of places.
    pub labels: bool,
    /// What changed since the day before.
    pub changes: bool,
    /// What the colours and signs mean.
    pub legend: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self {
            areas: true,
            pins: true,
            roads: true,
            relief: true,
            governorates: true,
            labels: true,
            changes: true,
            legend: true,
        }
    }
}

/// Panels of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is one switch of the panel menu")]
pub struct Panels {
    /// Filters.
    pub filters: bool,
    /// The list of events with the inspector below it.
    pub events: bool,
    /// The article.
    pub reader: bool,
    /// The timeline.
    pub timeline: bool,
    /// Charts in the timeline's place.
    pub charts: bool,
}

impl Default for Panels {
    fn default() -> Self {
        Self { filters: true, events: true, reader: false, timeline: true, charts: false }
    }
}

/// What a chart is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Land of each faction.
    #[default]
    Area,
    /// Sites held by each faction.
    Sites,
    /// People killed, low to high.
    Tolls,
    /// Events a day by kind.
    Kinds,
}

impl Topic {
    /// All topics, in the order of their charts.
    pub const ALL: [Self; 4] = [Self::Area, Self::Sites, Self::Tolls, Self::Kinds];
}

/// Which days, told from the view's day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Days {
    /// The day itself.
    #[default]
    Day,
    /// The day and the two before it.
    ThreeDays,
    /// All up to the day.
    UpTo,
    /// All.
    All,
}

impl Days {
    /// All choices, the narrowest first.
    pub const ALL: [Self; 4] = [Self::Day, Self::ThreeDays, Self::UpTo, Self::All];

    /// Do these days, told from `day`, meet `start..=end`? Undated events only belong to all.
    pub fn meet(self, day: NaiveDate, start: Option<NaiveDate>, end: Option<NaiveDate>) -> bool {
        let (Some(start), Some(end)) = (start.or(end), end.or(start)) else {
            return self == Self::All;
        };
        match self {
            Self::Day => start <= day && day <= end,
            Self::ThreeDays => start <= day && day - TimeDelta::days(2) <= end,
            Self::UpTo => start <= day,
            Self::All => true,
        }
    }
}

/// Everything a screenshot depends on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct View {
    /// The day shown.
    pub day: NaiveDate,
    /// First and last day of the timeline's window.
    pub range: (NaiveDate, NaiveDate),
    /// Does the timeline's window follow the day?
    pub follow: bool,
    /// Which events are shown.
    pub filters: Filters,
    /// Which days' events the map shows.
    pub pins_of: Days,
    /// Which days' events the list shows.
    pub list_of: Days,
    /// Where the map looks; nothing: fit the conflict.
    pub camera: Option<Camera>,
    /// Id of the selected event.
    pub event: Option<String>,
    /// Id of the selected place.
    pub place: Option<String>,
    /// Id of the article in the reader.
    pub article: Option<String>,
    /// Language.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// Name of the palette of faction colours; empty for the default.
    pub palette: String,
    /// Layers of the map.
    pub layers: Layers,
    /// Opacity of the areas of control, in percent.
    pub area_opacity_percent: u8,
    /// Only articles published by this day count.
    pub as_of: Option<NaiveDate>,
    /// Does a claim that a range of days bounds count from its first day, on which it may be true, and
    /// not from its last, by which it must be?
    pub possible: bool,
    /// Front lines of so many days before are drawn too.
    pub ghost_days: Vec<u32>,
    /// Points of the line that is measured; nothing: the pointer does not measure.
    pub measure: Option<Vec<LonLat>>,
    /// The first of the charts; those after it follow while there is room.
    pub topic: Topic,
    /// Panels of the window.
    pub panels: Panels,
}

impl View {
    /// The view a window opens with: the whole story, on the day with the most changes of control.
    pub fn opening(corpus: &Corpus) -> Self {
        let (first, last) = corpus.story();
        let eve = first.pred_opt().unwrap_or(first);
        Self {
            day: busiest_day(corpus, first, last),
            range: (eve, last.succ_opt().unwrap_or(last)),
            follow: true,
            list_of: Days::All,
            palette: "default".to_owned(),
            area_opacity_percent: 70,
            ..Self::default()
        }
    }

    /// What control on the map and in the charts is read with.
    pub fn control_options(&self) -> ControlOptions {
        let certainty = if self.possible { Certainty::Possible } else { Certainty::Certain };
        ControlOptions { certainty, as_of: self.as_of }
    }

    /// A view from JSON that may leave fields out: they are taken from `base`.
    ///
    /// # Errors
    /// When it is no JSON, or holds an unknown field or a value of the wrong kind.
    pub fn from_json(text: &str, base: &Self) -> Result<Self> {
        let wrong = |e: serde_json::Error| Error::Usage(format!("view: {e}"));
        let given: serde_json::Value = serde_json::from_str(text).map_err(wrong)?;
        let mut merged = serde_json::to_value(base).map_err(wrong)?;
        overlay(&mut merged, given);
        serde_json::from_value(merged).map_err(wrong)
    }

    /// As JSON, the fields in the order of their definition.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// Lays `given` over `base`, object by object.
fn overlay(base: &mut serde_json::Value, given: serde_json::Value) {
    match (base, given) {
        (serde_json::Value::Object(base), serde_json::Value::Object(given)) => {
            for (key, value) in given {
                overlay(base.entry(key).or_insert(serde_json::Value::Null), value);
            }
        }
        (base, given) => *base = given,
    }
}

/// The day of the story on which most changes of control are dated; the first of equals.
fn busiest_day(corpus: &Corpus, first: NaiveDate, last: NaiveDate) -> NaiveDate {
    let n_days = (last.num_days_from_ce() - first.num_days_from_ce()).clamp(0, 3650) as usize + 1;
    let mut counts = vec![0_u32; n_days];
    for event in corpus.events.iter().filter(|e| e.control.is_some() && !e.background) {
        let Some(start) = event.date.start else { continue };
        let at = (start - first).num_days();
        if let Some(count) = usize::try_from(at).ok().and_then(|i| counts.get_mut(i)) {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    let at = counts.iter().position(|&c| c == most).unwrap_or(0);
    first + TimeDelta::days(at as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::corpus;

    #[test]
    fn a_view_survives_json_and_may_be_given_in_part() {
        let view = View::opening(&corpus());
        assert_eq!(View::from_json(&view.to_json(), &View::default()).unwrap(), view);
        let part = r#"{"lang":"ar","filters":{"text":"x"},"camera":{"lon":37.0,"lat":36.0,"zoom":8.5}}"#;
        let given = View::from_json(part, &view).unwrap();
        assert_eq!((given.lang, given.filters.text.as_str(), given.day), (Lang::Ar, "x", view.day));
        let error = View::from_json(r#"{"colour":1}"#, &view).unwrap_err().to_string();
        assert!(error.contains("colour"), "{error}");
    }

    #[test]
    fn days_meet_intervals() {
        let d = |n| NaiveDate::from_ymd_opt(2024, 12, n);
        let day = d(5).unwrap();
        assert!(Days::Day.meet(day, d(4), d(6)) && !Days::Day.meet(day, d(6), d(7)));
        assert!(Days::ThreeDays.meet(day, d(1), d(3)) && !Days::ThreeDays.meet(day, d(1), d(2)));
        assert!(Days::All.meet(day, None, None) && !Days::UpTo.meet(day, None, None));
    }
}
