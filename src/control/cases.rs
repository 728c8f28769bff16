//! Runs the cases of `tests/cases/control`: a few events, then who holds what on a day, and why.
//!
//! A case begins with `# title`. An event is `DAY[..DAY] KIND PLACE FACTION [word…]`, its id is its number
//! in the case; FACTION is `-` when nobody is named. Words: `claimed denied planned hypothetical
//! background part near area vague to=F from=F by=F source=S published=DAY quote=Q`; `+ word…` tells the event again
//! in another article (`claimed part by=F source=S published=DAY quote=Q`); `off RULE…` switches rules off
//! in a case. An expectation is
//! `= DAY PLACE HOLDER STATUS RULE [ids] [!ids against]`, with `possible` or `as-of=DAY` after the day when asked for;
//! a contested site names its rival as `HOLDER/RIVAL`.

use chrono::NaiveDate;

use super::{Certainty, Control, ControlOptions, Fold, Rule};
use crate::base::{Precision, Span};
use crate::events::{
    Actor, ControlChange, ControlStatus, Event, EventDate, EventKind, EventPlace, Mention, Modality, Role,
};
use crate::knowledge::{Conflict, FactionId};

/// How many cases and expectations ran.
#[derive(Default)]
pub(super) struct Count {
    pub(super) cases: usize,
    pub(super) expectations: usize,
    /// What was found against what was wanted.
    pub(super) faults: Vec<String>,
}

/// Runs all cases of one file.
pub(super) fn run(file: &str, text: &str, conflict: &Conflict) -> Count {
    let mut count = Count::default();
    let mut events: Vec<Event> = Vec::new();
    let mut conflict = conflict.clone();
    for (i, line) in text.lines().enumerate().map(|(i, l)| (i + 1, l.trim())) {
        if line.starts_with('#') {
            count.cases += 1;
            events.clear();
            conflict.control_rules.off.clear();
        } else if let Some(rest) = line.strip_prefix("+ ") {
            let last = events.last_mut().unwrap_or_else(|| panic!("{file}:{i}: no event to tell again"));
            last.mentions.push(telling(rest, i, &conflict));
        } else if let Some(rest) = line.strip_prefix("off ") {
            let rule = |name| Rule::named(name).unwrap_or_else(|| panic!("{file}:{i}: no rule {name}"));
            conflict.control_rules.off.extend(rest.split_whitespace().map(rule));
        } else if let Some(rest) = line.strip_prefix("= ") {
            count.expectations += 1;
            let (found, wanted) = expectation(rest, &events, &conflict);
            if found != wanted {
                count.faults.push(format!("{file}:{i}:\n  found  {found}\n  wanted {wanted}"));
            }
        } else if !line.is_empty() {
            let mut event = event(line, events.len() + 1);
            event.mentions[0].evidence.told_by = value(line, "by").and_then(|f| conflict.faction_of(f));
            events.push(event);
        }
    }
    count
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|e| panic!("{text}: {e}"))
}

/// An event from one line of a case.
pub(super) fn event(line: &str, number: usize) -> Event {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (start, end) = words[0].split_once("..").unwrap_or((words[0], words[0]));
    let kind = EventKind::from_word(words[1]).unwrap_or_else(|| panic!("{line}: no such kind"));
    let value = |key: &str| value(line, key);
    let has = |word: &str| words[4..].contains(&word);
    let modality = match () {
        () if has("claimed") => Modality::Claimed,
        () if has("denied") => Modality::Denied,
        () if has("planned") => Modality::Planned,
        () if has("hypothetical") => Modality::Hypothetical,
        () => Modality::Asserted,
    };
    let actor =
        |code: &str, role| Actor { name: code.to_owned(), faction: code.to_owned(), role, faction_id: None };
    let status = if has("part") { ControlStatus::Contested } else { ControlStatus::Held };
    let named = has("part") || value("to").is_some() || value("from").is_some();
    let change = |key| value(key).map(str::to_owned);
    Event {
        id: number.to_string(),
        kind,
        acled: None,
        date: EventDate {
            start: Some(day(start)),
            end: Some(day(end)),
            precision: Precision::Day,
            text: String::new(),
            basis: if has("vague") { "published" } else { "absolute" }.to_owned(),
        },
        place: Some(place(
            words[2],
            if has("near") {
                2
            } else if has("area") {
                3
            } else {
                1
            },
        )),
        destination: None,
        actors: Some(words[3]).filter(|&c| c != "-").map(|c| actor(c, Role::Initiator)).into_iter().collect(),
        control: named.then(|| ControlChange {
            from: change("from"),
            to: change("to"),
            status,
            is_assumed: false,
        }),
        modality,
        attribution: change("source"),
        background: has("background"),
        casualties: Vec::new(),
        confidence: 1.0,
        why: Vec::new(),
        mentions: vec![mention(value("published").map(day), value("quote").unwrap_or_default())],
        disputes: Vec::new(),
        denies: None,
    }
}

fn place(id: &str, precision: u8) -> EventPlace {
    EventPlace {
        id: id.to_owned(),
        name_en: String::new(),
        name_ar: String::new(),
        lat: None,
        lon: None,
        kind: crate::knowledge::PlaceKind::Town,
        precision,
        admin1: None,
        idx: None,
    }
}

/// The value of `key=` in a line.
fn value<'l>(line: &'l str, key: &str) -> Option<&'l str> {
    line.split_whitespace().find_map(|w| w.strip_prefix(key)?.strip_prefix('='))
}

/// One more telling of an event, in an article of its own.
fn telling(line: &str, number: usize, conflict: &Conflict) -> Mention {
    let has = |word: &str| line.split_whitespace().any(|w| w == word);
    let mut mention = mention(value(line, "published").map(day), value(line, "quote").unwrap_or_default());
    mention.sha256 = number.to_string();
    mention.evidence.modality = Some(if has("claimed") { Modality::Claimed } else { Modality::Asserted });
    mention.evidence.told_by = value(line, "by").and_then(|f| conflict.faction_of(f));
    mention.evidence.source = value(line, "source").map(str::to_owned);
    mention.evidence.is_whole = Some(!has("part"));
    mention
}

/// A telling in words; what stands in brackets is the place.
fn mention(published: Option<NaiveDate>, quote: &str) -> Mention {
    let place = quote.find('[').zip(quote.find(']')).map(|(from, to)| Span::new(from, to - 1));
    Mention {
        article: String::new(),
        sha256: String::new(),
        start: 0,
        end: 0,
        quote: quote.replace('_', " ").replace(['[', ']'], ""),
        span: Span::default(),
        sentence: Span::default(),
        evidence: crate::events::Evidence { place, ..crate::events::Evidence::default() },
        published,
    }
}

fn expectation(rest: &str, events: &[Event], conflict: &Conflict) -> (String, String) {
    let mut words: Vec<&str> = rest.split_whitespace().collect();
    let on = day(words.remove(0));
    let mut options = ControlOptions::default();
    if words[0] == "possible" {
        options.certainty = Certainty::Possible;
        words.remove(0);
    }
    if let Some(as_of) = words[0].strip_prefix("as-of=") {
        options.as_of = Some(day(as_of));
        words.remove(0);
    }
    let fold = Fold::of_conflict(events, conflict, options);
    let control = fold.on(on);
    let stepwise = fold.over(conflict.opening_day.min(on), on).pop();
    assert_eq!(stepwise.as_ref(), Some(&control), "{rest}: day by day and at once differ");
    (state(&control, words[0], conflict), words.join(" "))
}

fn state(control: &Control, place: &str, conflict: &Conflict) -> String {
    let idx = conflict.place_of(place).unwrap_or_else(|| panic!("unknown place {place}"));
    let s = control.site(idx).unwrap_or_else(|| panic!("{place} is no site"));
    let code = |f: Option<FactionId>| f.map_or("-", |f| conflict.faction(f).code.as_str());
    let rival = s.rival.map(|r| format!("/{}", code(Some(r)))).unwrap_or_default();
    let against = if s.against.is_empty() { String::new() } else { format!("!{}", s.against.join(",")) };
    let holder = format!("{}{rival}", code(s.holder));
    let words = [place, &holder, s.status.as_str(), s.rule, &s.event_ids.join(","), &against];
    words.into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_cases_of_control_hold() {
    let conflict = crate::knowledge::testing::conflict();
    let text = include_str!("../../tests/cases/control/rules.txt");
    let count = run("tests/cases/control/rules.txt", text, &conflict);
    assert!(count.faults.is_empty(), "{}", count.faults.join("\n"));
    assert!(count.cases >= 40 && count.expectations >= 60, "{} cases", count.cases);
    for rule in Rule::ALL {
        let is_told = text.split_whitespace().any(|w| w == rule.name());
        assert!(is_told || rule == Rule::Pinned, "no case for the rule {}", rule.name());
    }
}
