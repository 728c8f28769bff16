//! The rows of the event list.

use chrono::{Datelike, NaiveDate};

use super::words::Words;
use super::{Rgb, UNKNOWN_COLOUR, colour_of};
use crate::events::{Event, EventKind, Modality, Role};
use crate::state::{Lang, View};
use crate::store::{Corpus, lead_faction};

/// One event in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRow {
    /// Position in the corpus.
    pub event: usize,
    /// Its id.
    pub id: String,
    /// What happened.
    pub kind: EventKind,
    /// Kind and place, such as "Capture · Hama".
    pub title: String,
    /// Who against whom.
    pub who: String,
    /// When, short.
    pub date: String,
    /// First day, for the headings.
    pub start: Option<NaiveDate>,
    /// Colour of the faction that leads it.
    pub colour: Rgb,
    /// Told as fact, claimed, denied …
    pub modality: Modality,
    /// Does another event contradict it?
    pub disputed: bool,
    /// From before the story?
    pub background: bool,
    /// 0 to 1.
    pub confidence: f32,
    /// In how many places of the articles is it told?
    pub n_mentions: usize,
    /// Does it fall on the view's day?
    pub on_day: bool,
    /// The heading of its day, when it is the first of it.
    pub heading: Option<String>,
    /// Headings up to this row, its own included.
    pub n_headings: u32,
}

/// The event list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventList {
    /// Rows in order of time.
    pub rows: Vec<EventRow>,
    /// The row of the selected event.
    pub selected: Option<usize>,
    /// The first row that falls on the view's day or after it.
    pub at_day: Option<usize>,
    /// How many of the corpus's events the filters hide.
    pub n_hidden: usize,
}

impl EventList {
    /// The list of `view`; `shown` are the positions of the events that its filters show.
    pub fn build(corpus: &Corpus, view: &View, shown: &[usize]) -> Self {
        let listed = shown.iter().copied().filter(|&i| {
            let date = &corpus.events[i].date;
            view.list_of.meet(view.day, date.start, date.end)
        });
        let mut rows: Vec<EventRow> = listed.map(|i| row(corpus, view, i)).collect();
        head(&mut rows, Words::of(view.lang));
        Self {
            selected: rows.iter().position(|r| Some(&r.id) == view.event.as_ref()),
            at_day: rows.iter().position(|r| r.start.is_some_and(|d| d >= view.day)),
            n_hidden: corpus.events.len() - shown.len(),
            rows,
        }
    }
}

fn row(corpus: &Corpus, view: &View, event: usize) -> EventRow {
    let e = &corpus.events[event];
    let words = Words::of(view.lang);
    let conflict = &corpus.knowledge.conflict;
    let lead = lead_faction(e).and_then(|code| conflict.faction_of(code));
    EventRow {
        event,
        id: e.id.clone(),
        kind: e.kind,
        title: title(e, view.lang),
        who: who(corpus, e, view.lang),
        date: words.short_range(e.date.start, e.date.end),
        start: e.date.start,
        colour: lead.map_or(UNKNOWN_COLOUR, |f| colour_of(conflict.faction(f), view)),
        modality: e.modality,
        disputed: !e.disputes.is_empty(),
        background: e.background,
        confidence: e.confidence,
        n_mentions: e.mentions.len(),
        on_day: e.date.range().is_some_and(|r| r.contains(view.day)),
        heading: None,
        n_headings: 0,
    }
}

/// Gives the first row of every day its heading: the weekday and day, for background the year alone.
fn head(rows: &mut [EventRow], words: &Words) {
    let mut before: Option<(bool, Option<NaiveDate>)> = None;
    let mut n_headings = 0;
    for row in rows {
        let group = (row.background, row.start.map(|d| if row.background { year_of(d) } else { d }));
        if before != Some(group) {
            n_headings += 1;
            row.heading = Some(match group {
                (_, None) => words.text("no-day").to_owned(),
                (true, Some(day)) => day.year().to_string(),
                (false, Some(day)) => words.weekday_date(day),
            });
        }
        (before, row.n_headings) = (Some(group), n_headings);
    }
}

/// The first day of a day's year.
fn year_of(day: NaiveDate) -> NaiveDate {
    day.with_ordinal(1).unwrap_or(day)
}

/// Kind and place of an event.
pub(super) fn title(e: &Event, lang: Lang) -> String {
    let words = Words::of(lang);
    let place = |p: &crate::events::EventPlace| lang.pick(&p.name_en, &p.name_ar).to_owned();
    let to = e.destination.as_ref().map(place);
    let arrow = if lang.is_rtl() { "←" } else { "→" };
    match (e.place.as_ref().map(place), to) {
        (Some(from), Some(to)) => format!("{} · {from} {arrow} {to}", words.kind(e.kind)),
        (Some(at), None) | (None, Some(at)) => format!("{} · {at}", words.kind(e.kind)),
        (None, None) => words.kind(e.kind).to_owned(),
    }
}

/// Initiators, an arrow, targets; by the short names of their factions.
fn who(corpus: &Corpus, e: &Event, lang: Lang) -> String {
    let names = |role: Role| {
        let mut names: Vec<&str> = Vec::new();
        for actor in e.actors.iter().filter(|a| a.role == role) {
            let name = faction_name(corpus, &actor.faction, lang);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(if lang.is_rtl() { "، " } else { ", " })
    };
    let (by, on, other) = (names(Role::Initiator), names(Role::Target), names(Role::Other));
    let arrow = if lang.is_rtl() { " ← " } else { " → " };
    let parts = [by, on].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>();
    if parts.is_empty() { other } else { parts.join(arrow) }
}

/// The short name of a faction; its code when the conflict does not know it.
pub(super) fn faction_name<'a>(corpus: &'a Corpus, code: &'a str, lang: Lang) -> &'a str {
    let conflict = &corpus.knowledge.conflict;
    conflict.faction_of(code).map_or(code, |id| {
        let faction = conflict.faction(id);
        lang.pick(&faction.short_en, &faction.short_ar)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Days;
    use crate::store::sample::corpus;

    #[test]
    fn rows_follow_time_and_the_days_asked_for() {
        let corpus = corpus();
        let mut view = View::opening(&corpus);
        let shown = corpus.shown(&view.filters);
        let all = EventList::build(&corpus, &view, &shown);
        assert_eq!((all.rows.len(), all.n_hidden), (9, 1));
        assert_eq!(all.rows[0].heading.as_deref(), Some("Wednesday 27 Nov"));
        assert_eq!(all.rows.iter().filter(|r| r.heading.is_some()).count(), 8);
        view.list_of = Days::Day;
        view.day = NaiveDate::from_ymd_opt(2024, 12, 4).unwrap();
        let one = EventList::build(&corpus, &view, &shown);
        assert_eq!(one.rows.iter().map(|r| r.title.as_str()).collect::<Vec<_>>(), ["Clash · Hama"]);
        assert_eq!(one.rows[0].who, "HTS → Government");
        view.lang = Lang::Ar;
        assert_eq!(EventList::build(&corpus, &view, &shown).rows[0].title, "اشتباك · حماة");
    }
}
