//! The words of the interface, from Fluent files in `assets/i18n`, and dates in both languages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::control::SiteStatus;
use crate::events::{EventKind, Modality};
use crate::state::Lang;

const EN: &str = include_str!("../../assets/i18n/en.ftl");
const AR: &str = include_str!("../../assets/i18n/ar.ftl");
/// Reasons stand in the record in English: only their translation is kept.
const REASONS_AR: &str = include_str!("../../assets/i18n/reasons.ar.ftl");

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::new(Lang::En, &[EN]));
static ARABIC: LazyLock<Words> = LazyLock::new(|| Words::new(Lang::Ar, &[AR, REASONS_AR]));

/// The words of one language.
pub struct Words {
    /// Which language.
    pub lang: Lang,
    bundle: FluentBundle<FluentResource>,
    /// Messages without variables, ready to use.
    plain: BTreeMap<String, String>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.lang).finish()
    }
}

/// A value put into a message.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// A count; the language picks its plural.
    N(usize),
    /// Words.
    S(&'a str),
}

impl Words {
    /// The words of `lang`.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Ar => &ARABIC,
        }
    }

    /// Reads Fluent files. Broken entries are left out; the tests see to it that there are none.
    fn new(lang: Lang, sources: &[&str]) -> Self {
        let mut bundle =
            FluentBundle::new_concurrent(vec![lang.pick("en", "ar").parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partly, _)| partly);
            bundle.add_resource_overriding(resource);
        }
        let keys: Vec<String> = sources.iter().flat_map(|s| keys(s)).map(str::to_owned).collect();
        let mut words = Self { lang, bundle, plain: BTreeMap::new() };
        for key in keys {
            let mut errors = Vec::new();
            let text = words.format(&key, None, &mut errors);
            if let Some(text) = text.filter(|_| errors.is_empty()) {
                words.plain.insert(key, text);
            }
        }
        words
    }

    fn format(
        &self,
        key: &str,
        args: Option<&FluentArgs<'_>>,
        errors: &mut Vec<fluent_bundle::FluentError>,
    ) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, args, errors).into_owned())
    }

    /// The words behind `key`; the key itself when the language has none.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The words behind `key`, if the language has any: for keys made from data, such as a rule's name.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(String::as_str)
    }

    /// Has the language words behind `key`, with variables or without?
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The words behind `key` with values put in.
    pub fn with(&self, key: &str, values: &[(&'static str, Arg<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value {
                Arg::N(n) => args.set(*name, FluentValue::from(*n)),
                Arg::S(s) => args.set(*name, FluentValue::from((*s).to_owned())),
            }
        }
        self.format(key, Some(&args), &mut Vec::new()).unwrap_or_else(|| key.to_owned())
    }

    /// Such as "Saturday 30 November 2024".
    pub fn long_date(&self, day: NaiveDate) -> String {
        let weekday = self.text(WEEKDAYS[day.weekday().num_days_from_monday() as usize]);
        format!("{weekday} {} {} {}", day.day(), self.month(day), day.year())
    }

    /// Such as "30 November 2024".
    pub fn date(&self, day: NaiveDate) -> String {
        format!("{} {} {}", day.day(), self.month(day), day.year())
    }

    /// Such as "30 Nov".
    pub fn short_date(&self, day: NaiveDate) -> String {
        format!("{} {}", day.day(), self.short_month(day))
    }

    /// Such as "Saturday 30 Nov".
    pub fn weekday_date(&self, day: NaiveDate) -> String {
        let weekday = self.text(WEEKDAYS[day.weekday().num_days_from_monday() as usize]);
        format!("{weekday} {}", self.short_date(day))
    }

    /// The name of the month, in Arabic the Levantine and the Gregorian one.
    pub fn month(&self, day: NaiveDate) -> &str {
        self.text(MONTHS[day.month0() as usize])
    }

    /// The short name of the month.
    pub fn short_month(&self, day: NaiveDate) -> &str {
        self.text(SHORT_MONTHS[day.month0() as usize])
    }

    /// The short name of the weekday.
    pub fn short_weekday(&self, day: NaiveDate) -> &str {
        self.text(SHORT_WEEKDAYS[day.weekday().num_days_from_monday() as usize])
    }

    /// Such as "30 Nov", or "29–30 Nov"; a year is told where it is not the one of both ends.
    pub fn short_range(&self, start: Option<NaiveDate>, end: Option<NaiveDate>) -> String {
        match (start, end) {
            (Some(a), Some(b)) if a == b => self.short_date(a),
            (Some(a), Some(b)) if (a.month(), a.year()) == (b.month(), b.year()) => {
                format!("{}–{} {}", a.day(), b.day(), self.short_month(a))
            }
            (Some(a), Some(b)) if a.year() == b.year() && a.ordinal() == 1 && b.month() == 12 => {
                a.year().to_string()
            }
            (Some(a), Some(b)) if a.year() == b.year() => {
                format!("{} – {}", self.short_date(a), self.short_date(b))
            }
            (Some(a), Some(b)) => format!("{}–{}", a.year(), b.year()),
            (a, b) => self.date_range(a, b),
        }
    }

    /// The word for a kind of event.
    pub fn kind(&self, kind: EventKind) -> &str {
        self.text(KINDS[kind as usize])
    }

    /// The word for a modality.
    pub fn modality(&self, modality: Modality) -> &str {
        self.text(match modality {
            Modality::Asserted => "modality-asserted",
            Modality::Claimed => "modality-claimed",
            Modality::Denied => "modality-denied",
            Modality::Planned => "modality-planned",
            Modality::Hypothetical => "modality-hypothetical",
        })
    }

    /// The word for how firmly a place is held.
    pub fn status(&self, status: SiteStatus) -> &str {
        self.text(match status {
            SiteStatus::Held => "status-held",
            SiteStatus::Claimed => "status-claimed",
            SiteStatus::Contested => "status-contested",
            SiteStatus::Left => "status-left",
        })
    }

    /// From one day to another, as short as may be; one day when both are the same.
    pub fn date_range(&self, start: Option<NaiveDate>, end: Option<NaiveDate>) -> String {
        match (start, end) {
            (Some(a), Some(b)) if a == b => self.date(a),
            (Some(a), Some(b)) if (a.month(), a.year()) == (b.month(), b.year()) => {
                format!("{}–{} {} {}", a.day(), b.day(), self.month(a), a.year())
            }
            (Some(a), Some(b)) => format!("{} – {}", self.date(a), self.date(b)),
            (Some(a), None) => self.with("date-from", &[("day", Arg::S(&self.date(a)))]),
            (None, Some(b)) => self.with("date-until", &[("day", Arg::S(&self.date(b)))]),
            (None, None) => self.text("date-unknown").to_owned(),
        }
    }
}

/// A whole number with its thousands apart.
pub fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The keys of a Fluent file, in its order.
fn keys(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase())).filter_map(|l| {
        let (key, _) = l.split_once('=')?;
        Some(key.trim())
    })
}

const WEEKDAYS: [&str; 7] =
    ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];
const SHORT_WEEKDAYS: [&str; 7] = [
    "weekday-short-1",
    "weekday-short-2",
    "weekday-short-3",
    "weekday-short-4",
    "weekday-short-5",
    "weekday-short-6",
    "weekday-short-7",
];
const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];
const SHORT_MONTHS: [&str; 12] = [
    "month-short-1",
    "month-short-2",
    "month-short-3",
    "month-short-4",
    "month-short-5",
    "month-short-6",
    "month-short-7",
    "month-short-8",
    "month-short-9",
    "month-short-10",
    "month-short-11",
    "month-short-12",
];

/// The keys of all kinds, in the order of [`EventKind::ALL`].
const KINDS: [&str; 21] = [
    "kind-capture",
    "kind-retake",
    "kind-advance",
    "kind-withdrawal",
    "kind-defence",
    "kind-clash",
    "kind-air-strike",
    "kind-shelling",
    "kind-attack",
    "kind-infighting",
    "kind-deployment",
    "kind-casualties",
    "kind-detention",
    "kind-release",
    "kind-displacement",
    "kind-infrastructure",
    "kind-protest",
    "kind-agreement",
    "kind-diplomacy",
    "kind-statement",
    "kind-leadership",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Rule;
    use std::collections::BTreeSet;

    /// The variables of each message, by key.
    fn variables(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in source.lines() {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split('=').next().unwrap().trim().to_owned();
                found.entry(key.clone()).or_default();
            }
            for part in line.split('$').skip(1) {
                let name = part.split(|c: char| !c.is_alphanumeric()).next().unwrap();
                found.get_mut(&key).unwrap().insert(name.to_owned());
            }
        }
        found
    }

    #[test]
    fn both_languages_are_complete_and_use_the_same_variables() {
        assert!(FluentResource::try_new(EN.to_owned()).is_ok());
        assert!(FluentResource::try_new(AR.to_owned()).is_ok());
        assert!(FluentResource::try_new(REASONS_AR.to_owned()).is_ok());
        assert_eq!(variables(EN), variables(AR));
        assert!(variables(EN).len() > 60);
    }

    #[test]
    fn every_rule_of_control_has_words() {
        for rule in Rule::ALL {
            assert!(Words::of(Lang::En).find(&format!("rule-{}", rule.name())).is_some(), "{}", rule.name());
        }
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!([0.4, 999.0, 1_000.0, 1_234_567.0].map(thousands), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn plurals_and_dates_follow_the_language() {
        let (en, ar) = (Words::of(Lang::En), Words::of(Lang::Ar));
        assert_eq!(en.with("n-events", &[("n", Arg::N(1))]), "1 event");
        assert_eq!(en.with("n-events", &[("n", Arg::N(7))]), "7 events");
        assert_eq!(ar.with("n-events", &[("n", Arg::N(2))]), "حدثان");
        assert_eq!(ar.with("n-events", &[("n", Arg::N(7))]), "7 أحداث");
        assert_eq!(ar.with("n-events", &[("n", Arg::N(15))]), "15 حدثا");
        let day = NaiveDate::from_ymd_opt(2024, 11, 30).unwrap();
        assert_eq!(en.long_date(day), "Saturday 30 November 2024");
        assert_eq!(ar.long_date(day), "السبت 30 تشرين الثاني/نوفمبر 2024");
    }
}
