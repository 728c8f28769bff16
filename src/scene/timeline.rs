//! The timeline: one lane a faction, marks and bars, a histogram, publication days.

use chrono::{Datelike, NaiveDate};

use super::words::Words;
use super::{Rgb, UNKNOWN_COLOUR, colour_of};
use crate::base::Precision;
use crate::events::{Event, EventKind, Modality};
use crate::state::View;
use crate::store::{Corpus, NOBODY, lead_faction};

/// More factions than this share a last lane.
const MOST_LANES: usize = 10;
/// Histograms longer than this many days (a century) are cut off.
const MAX_DAYS: i32 = 36_525;

/// An event on the timeline. Days are counted as [`Datelike::num_days_from_ce`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Position of the event in the corpus.
    pub event: usize,
    /// First day.
    pub start: i32,
    /// Last day.
    pub end: i32,
    /// How precisely the source gives it; the ends of all but days are uncertain.
    pub precision: Precision,
    /// What happened.
    pub kind: EventKind,
    /// Told as fact, claimed …
    pub modality: Modality,
    /// Colour of the faction that leads it.
    pub colour: Rgb,
    /// For one day: how many marks of the lane come before it on that day. For several days: the row
    /// of its bar, from 0; bars of one row do not overlap.
    pub row: u16,
}

impl Mark {
    /// Does it fall on one day?
    pub fn is_one_day(&self) -> bool {
        self.start == self.end
    }
}

/// One lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Faction code.
    pub code: String,
    /// Short name.
    pub name: String,
    /// Full name.
    pub full_name: String,
    /// Colour.
    pub colour: Rgb,
    /// Its events in order of first day.
    pub marks: Vec<Mark>,
    /// How many rows its bars need.
    pub n_bar_rows: u16,
    /// Most marks on one day.
    pub n_most: u16,
}

/// How many events cover a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayCount {
    /// The day, counted from the common era.
    pub day: i32,
    /// Events that may have happened on it.
    pub n: u32,
}

/// The day an article came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The day, counted from the common era.
    pub day: i32,
    /// The article's id.
    pub article: String,
    /// Its title.
    pub title: String,
}

/// The timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// First day of the window.
    pub first: i32,
    /// Last day of the window.
    pub last: i32,
    /// The view's day.
    pub day: i32,
    /// First and last day of the story.
    pub story: (i32, i32),
    /// Lanes, in the order of the conflict's factions.
    pub lanes: Vec<Lane>,
    /// Days with at least one event, in order.
    pub histogram: Vec<DayCount>,
    /// The highest count inside the window.
    pub n_most: u32,
    /// Articles by day.
    pub publications: Vec<Publication>,
    /// Events shown that have no day at all.
    pub n_undated: usize,
    /// Events shown that end before the window, with the days they span.
    pub before: Option<Outside>,
    /// Events shown that begin after it.
    pub after: Option<Outside>,
}

/// Events outside the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outside {
    /// How many.
    pub n: usize,
    /// Their first day.
    pub first: i32,
    /// Their last day.
    pub last: i32,
}

impl Timeline {
    /// The timeline of `view`; `shown` are the positions of the events that its filters show.
    pub fn build(corpus: &Corpus, view: &View, shown: &[usize]) -> Self {
        let (first, last) = (view.range.0.num_days_from_ce(), view.range.1.num_days_from_ce());
        let story = corpus.story();
        let histogram = histogram(corpus, shown);
        let inside = |c: &&DayCount| first <= c.day && c.day <= last;
        Self {
            first,
            last,
            day: view.day.num_days_from_ce(),
            story: (story.0.num_days_from_ce(), story.1.num_days_from_ce()),
            lanes: lanes(corpus, view, shown),
            n_most: histogram.iter().filter(inside).map(|c| c.n).max().unwrap_or(0),
            histogram,
            publications: publications(corpus),
            before: outside(corpus, shown, |_, end| end < first),
            after: outside(corpus, shown, |start, _| start > last),
            n_undated: shown.iter().filter(|&&i| days(&corpus.events[i]).is_none()).count(),
        }
    }
}

/// First and last day of an event; an open end is as long as the known one.
fn days(event: &Event) -> Option<(NaiveDate, NaiveDate)> {
    let date = &event.date;
    Some((date.start.or(date.end)?, date.end.or(date.start)?))
}

/// The events whose first and last day pass `test`.
fn outside(corpus: &Corpus, shown: &[usize], test: impl Fn(i32, i32) -> bool) -> Option<Outside> {
    let mut found: Option<Outside> = None;
    for (start, end) in shown.iter().filter_map(|&i| days(&corpus.events[i])) {
        let (start, end) = (start.num_days_from_ce(), end.num_days_from_ce());
        if test(start, end) {
            let so_far = found.unwrap_or(Outside { n: 0, first: start, last: end });
            let (first, last) = (so_far.first.min(start), so_far.last.max(end));
            found = Some(Outside { n: so_far.n + 1, first, last });
        }
    }
    found
}

fn lanes(corpus: &Corpus, view: &View, shown: &[usize]) -> Vec<Lane> {
    let words = Words::of(view.lang);
    let conflict = &corpus.knowledge.conflict;
    let mut lanes: Vec<Lane> = conflict
        .factions
        .iter()
        .map(|f| Lane {
            code: f.code.clone(),
            name: view.lang.pick(&f.short_en, &f.short_ar).to_owned(),
            full_name: view.lang.pick(&f.name_en, &f.name_ar).to_owned(),
            colour: colour_of(f, view),
            marks: Vec::new(),
            n_bar_rows: 0,
            n_most: 0,
        })
        .collect();
    let nobody = words.text("faction-nobody").to_owned();
    lanes.push(Lane {
        code: NOBODY.to_owned(),
        name: nobody.clone(),
        full_name: nobody,
        colour: UNKNOWN_COLOUR,
        marks: Vec::new(),
        n_bar_rows: 0,
        n_most: 0,
    });
    let last = lanes.len() - 1;
    for &event in shown {
        let e = &corpus.events[event];
        let Some((start, end)) = days(e) else { continue };
        let lane = lead_faction(e).and_then(|c| conflict.faction_of(c)).map_or(last, |f| f.0 as usize);
        let colour = lanes[lane].colour;
        lanes[lane].marks.push(Mark {
            event,
            start: start.num_days_from_ce(),
            end: end.num_days_from_ce(),
            precision: e.date.precision,
            kind: e.kind,
            modality: e.modality,
            colour,
            row: 0,
        });
    }
    lanes.retain(|l| !l.marks.is_empty());
    let mut lanes = gather(lanes, words);
    lanes.iter_mut().for_each(stack);
    lanes
}

/// Keeps the fullest lanes, in their order; the marks of all others share a last lane.
fn gather(lanes: Vec<Lane>, words: &Words) -> Vec<Lane> {
    if lanes.len() <= MOST_LANES {
        return lanes;
    }
    let mut sizes: Vec<usize> = lanes.iter().map(|l| l.marks.len()).collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let least = sizes[MOST_LANES - 2];
    let mut room = MOST_LANES - 1;
    let (mut kept, mut others): (Vec<Lane>, Vec<Lane>) = (Vec::new(), Vec::new());
    for lane in lanes {
        let stays = room > 0 && lane.marks.len() >= least && lane.code != NOBODY;
        room -= usize::from(stays);
        if stays { kept.push(lane) } else { others.push(lane) }
    }
    let names: Vec<&str> = others.iter().map(|l| l.full_name.as_str()).collect();
    let full_name = names.join(" · ");
    let mut marks: Vec<Mark> = others.into_iter().flat_map(|l| l.marks).collect();
    marks.sort_by_key(|m| (m.start, m.end, m.event));
    let name = words.text("lane-others").to_owned();
    kept.push(Lane {
        code: "others".to_owned(),
        name,
        full_name,
        colour: UNKNOWN_COLOUR,
        marks,
        n_bar_rows: 0,
        n_most: 0,
    });
    kept
}

/// Numbers the marks of each day, and gives each bar the first row that is free from its first day on.
fn stack(lane: &mut Lane) {
    let mut free_from: Vec<i32> = Vec::new();
    let (mut day, mut n) = (i32::MIN, 0);
    for mark in &mut lane.marks {
        if mark.is_one_day() {
            (day, n) = if mark.start == day { (day, n + 1) } else { (mark.start, 0) };
            mark.row = n;
            lane.n_most = lane.n_most.max(n + 1);
            continue;
        }
        let row = free_from.iter().position(|&d| d <= mark.start).unwrap_or(free_from.len());
        if row == free_from.len() {
            free_from.push(0);
        }
        free_from[row] = mark.end + 1;
        mark.row = row as u16;
    }
    lane.n_bar_rows = free_from.len() as u16;
}

/// Counts every event in every day that it covers, by differences.
fn histogram(corpus: &Corpus, shown: &[usize]) -> Vec<DayCount> {
    let mut steps: Vec<(i32, i32)> = Vec::with_capacity(shown.len() * 2);
    for (start, end) in shown.iter().filter_map(|&i| days(&corpus.events[i])) {
        steps.push((start.num_days_from_ce(), 1));
        steps.push((end.num_days_from_ce() + 1, -1));
    }
    steps.sort_unstable();
    let mut counts = Vec::new();
    let (mut n, mut from) = (0, steps.first().map_or(0, |s| s.0));
    for (day, step) in steps {
        if n > 0 {
            let from = from.max(day - MAX_DAYS);
            counts.extend((from..day).map(|day| DayCount { day, n: n as u32 }));
        }
        (n, from) = (n + step, day);
    }
    counts
}

fn publications(corpus: &Corpus) -> Vec<Publication> {
    let mut found: Vec<Publication> = corpus
        .articles
        .iter()
        .filter_map(|a| {
            let title = a.title().to_owned();
            Some(Publication { day: a.published?.num_days_from_ce(), article: a.article.id.clone(), title })
        })
        .collect();
    found.sort_by_key(|p| p.day);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::corpus;

    #[test]
    fn an_interval_counts_in_every_day_it_covers() {
        let corpus = corpus();
        let view = View::opening(&corpus);
        let timeline = Timeline::build(&corpus, &view, &corpus.shown(&view.filters));
        let day = |d| NaiveDate::from_ymd_opt(2024, 12, d).unwrap().num_days_from_ce();
        let n = |d| timeline.histogram.iter().find(|c| c.day == day(d)).map_or(0, |c| c.n);
        assert_eq!((n(1), n(2), n(4), n(5), n(6), n(7)), (1, 0, 1, 2, 2, 1));
        assert_eq!(timeline.n_most, 2);
    }

    #[test]
    fn many_factions_share_a_last_lane_and_keep_their_colours() {
        let corpus = corpus();
        let view = View::opening(&corpus);
        let timeline = Timeline::build(&corpus, &view, &corpus.shown(&view.filters));
        let lane = |i: u8| Lane { code: i.to_string(), colour: [i, 0, 0], ..timeline.lanes[0].clone() };
        let lanes = gather((0..14).map(lane).collect(), Words::of(view.lang));
        assert_eq!(lanes.len(), MOST_LANES);
        assert_eq!((lanes[8].code.as_str(), lanes[9].code.as_str()), ("8", "others"));
        assert_eq!(lanes[9].marks.len(), 5 * timeline.lanes[0].marks.len());
    }

    #[test]
    fn bars_of_one_row_do_not_overlap_and_marks_of_a_day_are_numbered() {
        let corpus = corpus();
        let view = View::opening(&corpus);
        let timeline = Timeline::build(&corpus, &view, &corpus.shown(&view.filters));
        let hts = timeline.lanes.iter().find(|l| l.code == "HTS").unwrap();
        assert_eq!((hts.marks.len(), hts.n_bar_rows, hts.n_most), (4, 1, 1));
        let mark = |start, end| {
            let blank = hts.marks[0].clone();
            Mark { start, end, row: 0, ..blank }
        };
        let marks = vec![mark(1, 1), mark(1, 1), mark(1, 4), mark(2, 3), mark(2, 2), mark(5, 6)];
        let mut lane = Lane { marks, ..hts.clone() };
        stack(&mut lane);
        assert_eq!(lane.marks.iter().map(|m| m.row).collect::<Vec<_>>(), [0, 1, 0, 1, 0, 0]);
        assert_eq!((lane.n_bar_rows, lane.n_most), (2, 2));
    }
}
