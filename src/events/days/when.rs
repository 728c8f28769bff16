//! When an event happened: its own date, a phrase that hangs on another event, or the story's line.

use chrono::{Days, NaiveDate};

use super::chronicle::{DayLines, LedLines};
use super::counted_from::{date_back, first_day};
use super::dated::{dates_deal, is_of_another, is_term, runs, sums_up, within};
use super::keeps_day::{Told, days_before, goes_on_with, is_since_when, keeps_day};
use super::own_day::is_only_before;
use super::same_act::{date_by_same_act, shares_place};
use super::set_apart::{is_later_act, is_set_apart};
use super::to_come::week_later;
use crate::base::{DayRange, Precision};
use crate::dates::{Anchor, Basis, Target};
use crate::events::acts::draft::{Draft, Scope};
use crate::events::acts::named_by_day::names_noun;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{What, all_in};
use crate::events::mentions::reading::Reading;
use crate::events::{EventKind, Modality};
use crate::knowledge::status::Cue;
use crate::knowledge::time::Unit;
use crate::text::inflect::Tense;

/// When an event happened, and how that is known.
#[derive(Clone, Debug, Default)]
pub(in crate::events) struct When {
    /// The days.
    pub(in crate::events) range: Option<DayRange>,
    /// The date mention, by position in the reading's list.
    pub(in crate::events) date: Option<usize>,
    /// The words of the date.
    pub(in crate::events) text: String,
    /// The record's word for how it is known.
    pub(in crate::events) basis: &'static str,
    /// Older than the story told.
    pub(in crate::events) is_background: bool,
    /// Short reasons.
    pub(in crate::events) why: Vec<String>,
}

/// A time since when something goes on, longer ago than this in days, dates only its own clause.
pub(super) const LONGEST_SPAN: i64 = 100;

/// The date that belongs to the trigger at `item`: in its clause the nearest after it, else before it;
/// else the nearest clause of the sentence, an earlier one first.
pub(in crate::events) fn date_of(
    scope: Scope<'_, '_>,
    contents: &[Option<usize>],
    item: usize,
) -> Option<usize> {
    let mut best: Option<(u32, usize)> = None;
    for (c, clause) in scope.clauses.iter().enumerate() {
        for i in all_in(scope.items, clause.items.clone(), |i| matches!(i.what, What::Date(_))) {
            let What::Date(d) = scope.items[i].what else { continue };
            let hit = &scope.reading.dates[d];
            if hit.range.is_none() && hit.anchor.is_none() {
                continue;
            }
            let is_long = hit.is_since && hit.range.is_some_and(|r| r.n_days() > LONGEST_SPAN);
            let opens_when = scope.items[scope.clause().items.start].is_cue(Cue::When);
            let leads_in = c + 1 == scope.c && opens_when && i + 2 >= clause.items.end;
            let elsewhere = || {
                dates_deal(scope, clause.items.start, i, item)
                    || names_noun(scope, i, item)
                    || is_of_another(scope, (c, i), item)
                    || is_term(scope, i, item)
            };
            // «closed the airport until Sunday»: the end of it is still to come.
            if i != item && (hit.is_until && !runs(scope, item) || elsewhere()) {
                continue;
            }
            let names_it = hit.anchor.as_ref().is_some_and(|a| names(a, scope.items[item].from));
            let since = is_long || follows_since(scope, clause, i);
            let lasts = lasts(scope, item) || sums_up(scope, item, i);
            // «since 2016, when they took X» tells when; «for three years, while they shell X» since when.
            let tells_when = leads_in && (lasts || hit.basis == Basis::Absolute.as_str());
            if (since && !(lasts && c == scope.c) && !tells_when) || names_it {
                continue;
            }
            let distance = if c == scope.c {
                if i > item { (i - item) as u32 } else { (item - i) as u32 + 2 }
            } else if leads_in {
                // «the first raid this week since May, when they took X»: the day right before the clause of time.
                100
            } else if c < scope.c && !(hit.is_since && is_set_apart(scope, c)) {
                100 + 40 * (scope.c - c) as u32
            } else if contents[c] == contents[scope.c] && !is_later_act(scope, (c, i), item) {
                120 + 40 * (c - scope.c) as u32
            } else {
                continue;
            };
            // «a year ago, on 30 November»: the more exact one.
            let exact = |before: usize| within(scope.reading, d, before);
            if best.is_none_or(|(b, before)| distance < b || distance == b && exact(before)) {
                best = Some((distance, d));
            }
        }
    }
    best.map(|(_, d)| d)
}

/// Does «since» stand in the few words before the date («since the war broke out in 2011»)?
fn follows_since(scope: Scope<'_, '_>, clause: &Clause, at: usize) -> bool {
    const REACH: usize = 4;
    let hit = match scope.items[at].what {
        What::Date(d) => &scope.reading.dates[d],
        _ => return false,
    };
    let long = hit.range.is_some_and(|r| r.n_days() > LONGEST_SPAN);
    let from = clause.items.start.max(at.saturating_sub(REACH));
    long && scope.items[from..at].iter().any(|i| i.is_cue(Cue::Since))
}

/// Is the act told as going on, so that a time since when may date it?
pub(in crate::events) fn lasts(scope: Scope<'_, '_>, item: usize) -> bool {
    let Some(finite) = scope.clause().finite else { return true };
    finite.item <= item && finite.verb.tense != Tense::Perfect
}

/// How often anchored dates are resolved against each other; a chain longer than that is left open.
const ROUNDS: usize = 3;

/// Is the word at token `at` part of the event that a date is counted from?
fn names(anchor: &Anchor, at: usize) -> bool {
    matches!(&anchor.target, Target::Event(tokens) if tokens.contains(&at))
}

/// The days of all drafts of an article, in the order of the text.
pub(in crate::events) fn days(reading: &Reading<'_>, drafts: &[Draft]) -> Vec<When> {
    days_and_dates(reading, drafts).0
}

/// The same, and the days of each date mention, those that hang on an event included.
pub(in crate::events) fn days_and_dates(
    reading: &Reading<'_>,
    drafts: &[Draft],
) -> (Vec<When>, Vec<Option<DayRange>>) {
    let line = StoryLine::new(reading);
    let mut ranges: Vec<Option<DayRange>> = reading.dates.iter().map(|d| d.range).collect();
    let mut out = pass(reading, drafts, &line, &ranges);
    for _ in 0..ROUNDS {
        if !anchored(reading, drafts, &out, &mut ranges) {
            break;
        }
        out = pass(reading, drafts, &line, &ranges);
    }
    date_back(reading, drafts, &mut out);
    date_by_same_act(reading, drafts, &mut out);
    (out, ranges)
}

fn pass(reading: &Reading<'_>, drafts: &[Draft], line: &StoryLine, ranges: &[Option<DayRange>]) -> Vec<When> {
    let first_day = reading.knowledge.conflict.first_day;
    let mut context: Option<Told> = None;
    let mut out = Vec::with_capacity(drafts.len());
    for (i, draft) in drafts.iter().enumerate() {
        let own = own(reading, draft, ranges).or_else(|| near(reading, draft, ranges));
        let mut when = own.unwrap_or_else(|| line.surroundings(reading, draft, context));
        let oldest = line.oldest(first_day, reading.is_abroad);
        let is_old = |r: DayRange| r.end() < oldest || r.n_days() > 100;
        when.is_background = when.range.is_some_and(is_old);
        if draft.stance.is_past && when.date.is_none() {
            when.is_background = true;
        }
        let is_near = |r: &DayRange| r.n_days() <= 7;
        let tells = when.date.is_some_and(|d| !reading.dates[d].is_some_time_ago);
        let since = is_since_when(reading, draft);
        let told = when.range.filter(|_| tells && !draft.is_flashback && !since).filter(is_near);
        if let Some(range) = told.filter(|r| !is_only_before(reading, draft, &drafts[..i], *r)) {
            context = Some(Told::after(reading, context, draft.sentence, (range, when.is_background)));
        } else if let Some(told) =
            context.as_mut().filter(|told| when.date.is_none() && goes_on_with(reading, draft, **told))
        {
            told.sentence = draft.sentence;
        }
        out.push(when);
    }
    out
}

/// Resolves dates that hang on events or on the story; says whether one more is known.
fn anchored(
    reading: &Reading<'_>,
    drafts: &[Draft],
    whens: &[When],
    ranges: &mut [Option<DayRange>],
) -> bool {
    let mut found = false;
    for (d, hit) in reading.dates.iter().enumerate() {
        let Some(anchor) = hit.anchor.as_ref().filter(|_| ranges[d].is_none()) else { continue };
        let target = match &anchor.target {
            Target::Story => story_day(drafts, whens, ranges, reading, d),
            Target::Event(tokens) => event_day(reading, drafts, whens, tokens.start, tokens.end)
                .or_else(|| first_day(reading, hit, drafts, whens)),
        };
        if let Some(day) = target {
            ranges[d] = Some(anchor.resolve(day));
            found = true;
        }
    }
    found
}

/// More days than these are no day to count on from.
const LONGEST_STORY_DAY: i64 = 7;

/// The day that the story has come to before date mention `d`.
fn story_day(
    drafts: &[Draft],
    whens: &[When],
    ranges: &[Option<DayRange>],
    reading: &Reading<'_>,
    d: usize,
) -> Option<DayRange> {
    let at = reading.dates[d].tokens.start;
    // «Hours later»: later than what its own paragraph told.
    let by_hours = |a: &Anchor| matches!(a.shift.unit, Unit::Hour | Unit::Minute | Unit::Second);
    let hours = reading.dates[d].anchor.as_ref().is_some_and(by_hours);
    let from = if hours { start_of_paragraph(reading, at) } else { 0 };
    // «and a year later»: counted from a month as well.
    let longest = match reading.dates[d].anchor.as_ref().map(|a| a.shift.unit) {
        Some(Unit::Year) => 366,
        Some(Unit::Month) => 31,
        _ => LONGEST_STORY_DAY,
    };
    let named = (0..d).rev().find_map(|i| {
        let here = reading.dates[i].tokens.start >= from && !reading.dates[i].is_some_time_ago;
        let fits = |r: &DayRange| here && r.n_days() <= longest;
        ranges[i].filter(fits).map(|r| (reading.dates[i].tokens.start, r))
    });
    let before = drafts.partition_point(|draft| draft.trigger.0 < at);
    let told = drafts[..before].iter().zip(whens).rev().find_map(|(draft, when)| {
        let tells = when.date.is_some_and(|d| !reading.dates[d].is_some_time_ago);
        let range = when.range.filter(|r| tells && draft.trigger.0 >= from && r.n_days() <= 7)?;
        (when.date != Some(d)).then_some((draft.trigger.0, range))
    });
    named.into_iter().chain(told).max_by_key(|x| x.0).map(|x| x.1)
}

/// The first token of the paragraph in which token `at` stands.
fn start_of_paragraph(reading: &Reading<'_>, at: usize) -> usize {
    let s = reading.sentences.partition_point(|s| s.tokens.end <= at);
    let Some(sentence) = reading.sentences.get(s) else { return 0 };
    let first = reading.sentences.partition_point(|s| s.paragraph < sentence.paragraph);
    reading.sentences.get(first).map_or(0, |s| s.tokens.start)
}

/// The day of the event that the tokens `from..to` name, told with a day of its own elsewhere.
fn event_day(
    reading: &Reading<'_>,
    drafts: &[Draft],
    whens: &[When],
    from: usize,
    to: usize,
) -> Option<DayRange> {
    let n = drafts.partition_point(|d| d.trigger.0 < from);
    let named = drafts.get(n).filter(|d| d.trigger.0 < to)?;
    // «a day after it took X on 30 November».
    let own = named.date.is_some_and(|d| reading.dates[d].tokens.start > named.trigger.0);
    if let Some(day) = whens[n].range.filter(|r| own && r.n_days() == 1) {
        return Some(day);
    }
    let place = named.places.first();
    drafts
        .iter()
        .zip(whens)
        .filter(|(d, w)| {
            let fits = d.kind == named.kind || (takes(d.kind) && takes(named.kind));
            fits && d.trigger != named.trigger && w.date.is_some() && shares_place(reading, place, d)
        })
        .filter_map(|(_, w)| w.range)
        .find(|r| r.n_days() <= 7)
}

fn takes(kind: EventKind) -> bool {
    matches!(kind, EventKind::Capture | EventKind::Advance | EventKind::Retake)
}

/// «in October …, and on the next day»: when no day is known to count on from, the time named before.
fn near(reading: &Reading<'_>, draft: &Draft, ranges: &[Option<DayRange>]) -> Option<When> {
    let d = draft.date.filter(|&d| ranges[d].is_none())?;
    let hit = &reading.dates[d];
    hit.anchor.as_ref().filter(|a| a.target == Target::Story && a.shift.least == a.shift.most)?;
    let before = (0..d).rev().find_map(|i| ranges[i].filter(|_| !reading.dates[i].is_since))?;
    Some(When {
        range: Some(before).filter(|r| (LONGEST_STORY_DAY + 1..=366).contains(&r.n_days())),
        date: Some(d),
        text: hit.span.of(reading.text.source).to_owned(),
        basis: "context",
        why: vec!["counted on from the time named before".into()],
        ..When::default()
    })
    .filter(|w| w.range.is_some())
}

/// The day that the draft's own date mention gives.
fn own(reading: &Reading<'_>, draft: &Draft, ranges: &[Option<DayRange>]) -> Option<When> {
    let d = draft.date?;
    let hit = &reading.dates[d];
    // What has happened has not happened on a day to come.
    let known = |r: &DayRange| is_to_come(draft) || reading.published.is_none_or(|p| r.start() <= p);
    let range = ranges[d].map(|r| if draft.is_ahead { week_later(r) } else { r }).filter(known)?;
    let mut why = hit.why.clone();
    let until = reading.published.filter(|p| draft.is_since && *p > range.end());
    let range = until.map_or(range, |p| DayRange::new(range.start(), p, Precision::Days));
    if until.is_some() {
        why.push("some day since then, up to publication".into());
    }
    if hit.range.is_none() {
        why.push("counted from an event of the story".into());
    }
    Some(When {
        range: Some(range),
        date: Some(d),
        text: hit.span.of(reading.text.source).to_owned(),
        basis: if hit.range.is_none() { "event" } else { hit.basis },
        is_background: false,
        why,
    })
}

/// May the draft lie on a day after publication?
fn is_to_come(draft: &Draft) -> bool {
    matches!(draft.stance.modality, Modality::Planned | Modality::Hypothetical)
}

/// Does the day lie in the week before publication?
fn is_near(day: NaiveDate, published: NaiveDate) -> bool {
    (0..7).contains(&(published - day).num_days())
}

/// The last day of the conflict's story, and what the news tells of it in the week after.
fn story_end(reading: &Reading<'_>) -> NaiveDate {
    let last = reading.knowledge.conflict.last_day;
    last.checked_add_days(Days::new(7)).unwrap_or(last)
}

/// What the article says of its own time.
struct StoryLine {
    published: Option<NaiveDate>,
    /// Does it tell its story along days given in full, and not as news of the day?
    is_narrative: bool,
    /// The last day named before the day of publication.
    last_named: Option<NaiveDate>,
    /// Every single day that is named, with its sentence's first token.
    named: Vec<(usize, NaiveDate)>,
    /// The days that stand over what follows.
    lines: DayLines,
    /// The days that lead a line.
    led: LedLines,
}

impl StoryLine {
    fn new(reading: &Reading<'_>) -> Self {
        let published = reading.published;
        let first = reading.knowledge.conflict.first_day;
        let mut named: Vec<(usize, NaiveDate)> = Vec::new();
        for hit in &reading.dates {
            let Some(range) = hit.range.filter(|r| r.n_days() <= 2 && !hit.is_until) else { continue };
            named.push((hit.tokens.start, range.end()));
        }
        let last_named = published.and_then(|p| {
            let recent = p.checked_sub_days(Days::new(7))?;
            named.iter().map(|n| n.1).filter(|&d| d < p && d >= recent).max()
        });
        let ends = story_end(reading);
        // Told after the story, or of another war: days of that time make no story of it.
        let later = published.filter(|p| reading.is_abroad || *p > ends).map(|_| ends);
        // Such a story began in the last weeks.
        let weeks = published.filter(|_| later.is_some()).and_then(|p| p.checked_sub_days(Days::new(21)));
        let oldest = weeks.map_or(first, |w| w.max(first));
        let last_named = last_named.or_else(|| named.iter().map(|n| n.1).filter(|&d| d >= oldest).min());
        let full = reading.dates.iter().filter(|h| {
            let of_story = |r: DayRange| r.end() >= first && later.is_none_or(|end| r.end() <= end);
            let near = h.range.is_some_and(|r| r.n_days() <= 2 && of_story(r));
            near && h.basis != "weekday" && h.has_digits && h.anchor.is_none()
        });
        let is_narrative = full.count() >= 2;
        Self {
            published,
            is_narrative,
            last_named,
            named,
            lines: DayLines::of(reading),
            led: LedLines::of(reading),
        }
    }

    /// Events before this day are older than the story told.
    fn oldest(&self, first_day: NaiveDate, is_abroad: bool) -> NaiveDate {
        let earlier = self.published.filter(|p| *p < first_day || is_abroad);
        earlier.and_then(|p| p.checked_sub_days(Days::new(60))).unwrap_or(first_day)
    }

    /// The days that the surroundings of an undated draft support.
    fn surroundings(&self, reading: &Reading<'_>, draft: &Draft, context: Option<Told>) -> When {
        let conflict = &reading.knowledge.conflict;
        if draft.stance.is_past {
            return self.all_through_the_war(reading);
        }
        if let Some(range) = self.since_offensive(reading).filter(|_| draft.is_from_start) {
            return When {
                range: Some(range),
                basis: "context",
                why: vec!["since the first day of the offensive".into()],
                ..When::default()
            };
        }
        let statement = matches!(draft.kind, EventKind::Statement | EventKind::Diplomacy);
        let fresh = |range, basis, why: &str| When {
            range: Some(range),
            basis,
            why: vec![why.to_owned()],
            ..When::default()
        };
        let paragraph = reading.sentences[draft.sentence].paragraph;
        let led = self.led.of_line(paragraph);
        if let Some(told) = context
            && keeps_day(reading, draft, told, led.is_some())
            && (is_to_come(draft) || self.published.is_none_or(|p| told.range.start() <= p))
        {
            return match days_before(reading, draft, told, led.is_some()) {
                Some(days) => fresh(days, "context", "told as done before the day of the sentence before"),
                None => fresh(told.range, "context", "day of the sentence before, in the same paragraph"),
            };
        }
        if let Some(day) = led.or_else(|| self.lines.over(draft.sentence)) {
            return fresh(day, "context", "the day that stands over it");
        }
        if let Some(published) = self.published.filter(|_| !self.is_narrative) {
            let ends = story_end(reading);
            // One that has come to no day of the story yet does as well.
            let mut before = self.named.iter().take_while(|n| n.0 <= draft.trigger.0);
            // An article of later years that names no day, or one of its own week, tells its own news.
            let its_own = self.named.is_empty() || self.named.iter().any(|n| is_near(n.1, published));
            let is_news = published <= ends
                || its_own
                || !before.any(|n| n.1 >= conflict.first_day && n.1 <= ends)
                || published < conflict.first_day
                || reading.is_abroad;
            if is_news {
                let before = published.checked_sub_days(Days::new(1)).unwrap_or(published);
                let start = self.last_named.filter(|&l| l < published).unwrap_or(before);
                let start = if statement { start.max(before) } else { start };
                let range = DayRange::new(start, published, Precision::Days);
                return fresh(range, "published", "undated: from the last day named to publication");
            }
        }
        self.told_later(reading, draft, context.filter(|c| !c.is_background))
    }

    /// From the first day of the conflict's offensive to the day of publication, while it goes on.
    fn since_offensive(&self, reading: &Reading<'_>) -> Option<DayRange> {
        let conflict = &reading.knowledge.conflict;
        let (published, first) = (self.published?, conflict.first_day);
        let ends = conflict.last_day.checked_add_days(Days::new(7))?;
        let goes_on = !reading.is_abroad && published >= first && published <= ends;
        goes_on.then(|| DayRange::new(first, published, Precision::Days))
    }

    /// «all through the war», «earlier»: from the beginning of the war to the day of publication.
    fn all_through_the_war(&self, reading: &Reading<'_>) -> When {
        let conflict = &reading.knowledge.conflict;
        let began = conflict.war_began.filter(|_| !reading.is_abroad);
        let ended = self.published.unwrap_or(conflict.last_day);
        let range = began.filter(|b| *b <= ended).map(|b| DayRange::new(b, ended, Precision::Year));
        When { range, basis: "context", why: vec!["told as long past".into()], ..When::default() }
    }

    /// A story told later: between the last day named before and the next one named after.
    fn told_later(&self, reading: &Reading<'_>, draft: &Draft, context: Option<Told>) -> When {
        let conflict = &reading.knowledge.conflict;
        let start = context.map_or(conflict.first_day, |c| c.range.start());
        let after = &self.named[self.named.partition_point(|n| n.0 <= draft.trigger.0)..];
        let next = after.iter().map(|n| n.1).find(|&day| day > start && day <= conflict.last_day);
        let latest = self.published.map_or(conflict.last_day, |p| p.min(conflict.last_day));
        let end = next.unwrap_or(latest).max(start);
        // Days of another time only: nothing says that this is of the story's own days.
        let of_another_time = self.published.is_none() && self.named.iter().all(|n| n.1 < conflict.first_day);
        if context.is_none() && of_another_time {
            return When { basis: "context", why: vec!["no day is known".into()], ..When::default() };
        }
        When {
            range: Some(DayRange::new(start, end, Precision::Days)),
            basis: "context",
            why: vec!["undated: between the days that the story names around it".into()],
            ..When::default()
        }
    }
}
