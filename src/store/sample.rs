//! A small made-up corpus for tests of everything above the store. Not in the program.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::base::{DayRange, Span};
use crate::events::{
    Actor, ControlChange, ControlStatus, Event, EventDate, EventKind, EventPlace, Evidence, Mention,
    Modality, Role, Toll, TollWho,
};
use crate::ingest::Article;
use crate::knowledge::{Conflict, Knowledge};
use crate::store::{Corpus, ReadArticle};

/// Title, outlet, words of a date, of an attribution and of a toll, a line of clutter, then a sentence
/// an event, the last from before the story.
const LINES: &str = include_str!("../../tests/sample.txt");

/// First and last day, kind, place, initiator, target, modality.
type Told = (u32, u32, EventKind, &'static str, &'static str, &'static str, Modality);

/// One line an event: first day, last day (of November 30 days on: 31 is 1 December), kind, place,
/// initiator, target, modality. Their sentences are lines of the file below.
const TOLD: &[Told] = &[
    (27, 27, EventKind::Advance, "aleppo", "HTS", "SAA", Modality::Asserted),
    (29, 30, EventKind::Capture, "aleppo", "HTS", "SAA", Modality::Asserted),
    (30, 30, EventKind::AirStrike, "idlib", "RUS", "CIV", Modality::Asserted),
    (31, 31, EventKind::Capture, "tall-rifat", "SNA", "SDF", Modality::Claimed),
    (34, 35, EventKind::Clash, "hama", "HTS", "SAA", Modality::Asserted),
    (35, 35, EventKind::Capture, "hama", "HTS", "SAA", Modality::Asserted),
    (36, 36, EventKind::Defence, "homs", "SAA", "HTS", Modality::Claimed),
    (36, 37, EventKind::Deployment, "deir-ez-zor", "SDF", "", Modality::Asserted),
    (38, 38, EventKind::Capture, "damascus", "OPP", "SAA", Modality::Asserted),
];

fn line(n: usize) -> &'static str {
    LINES.lines().nth(n).unwrap()
}

/// Nine events of one article, and one older than the story.
pub(crate) fn corpus() -> Corpus {
    let knowledge = Knowledge::embedded().expect("the embedded data loads");
    let n = TOLD.len();
    let sentences: Vec<&str> = (0..n).map(|i| line(6 + i)).collect();
    let text = format!("{}.\n\n{}\n\n{}", sentences.join(". "), line(5), line(6 + n));
    let article = Article {
        id: "sample/one.txt".to_owned(),
        text: text.as_str().into(),
        title: Some(line(0).to_owned()),
        outlet: Some(line(1).to_owned()),
        published: day(39),
        ..Article::default()
    };
    let clutter = Span::new(text.find(line(5)).unwrap(), text.find(line(6 + n)).unwrap());
    let read =
        ReadArticle { published: article.published, article, clutter: vec![(clutter, "related".into())] };
    let mut events: Vec<Event> = TOLD
        .iter()
        .zip(sentences)
        .map(|(t, quote)| event(&text, &knowledge.conflict, (day(t.0), day(t.1)), t, quote))
        .collect();
    events.push(background(&text, &knowledge.conflict));
    let ids: Vec<String> = events.iter().map(|e| e.id.clone()).collect();
    events[6].disputes.push(ids[5].clone());
    Corpus::new(vec![read], events, Vec::new(), Arc::new(knowledge))
}

fn day(n: u32) -> Option<NaiveDate> {
    if n > 30 { NaiveDate::from_ymd_opt(2024, 12, n - 30) } else { NaiveDate::from_ymd_opt(2024, 11, n) }
}

fn event(
    text: &str,
    conflict: &Conflict,
    (start, end): (Option<NaiveDate>, Option<NaiveDate>),
    &(_, _, kind, place, by, on, modality): &Told,
    quote: &str,
) -> Event {
    let at = text.find(quote).unwrap();
    let span = Span::new(at, at + quote.len());
    let range = DayRange::new(start.unwrap(), end.unwrap(), crate::base::Precision::Day);
    let actor = |code: &str, role| Actor {
        name: code.to_owned(),
        faction: code.to_owned(),
        role,
        faction_id: conflict.faction_of(code),
    };
    let mut actors = vec![actor(by, Role::Initiator)];
    if !on.is_empty() {
        actors.push(actor(on, Role::Target));
    }
    let found = conflict.places.iter().find(|p| p.id == place).unwrap();
    Event {
        id: format!("{}-{place}-{}", kind.as_str(), range.start()),
        kind,
        acled: None,
        date: EventDate {
            start,
            end,
            precision: range.natural_precision(),
            text: line(2).to_owned(),
            basis: "weekday".to_owned(),
        },
        place: Some(EventPlace {
            id: found.id.clone(),
            name_en: found.name_en.clone(),
            name_ar: found.name_ar.clone(),
            lat: Some(found.at.lat),
            lon: Some(found.at.lon),
            kind: found.kind,
            precision: 1,
            admin1: Some(found.admin1.clone()),
            idx: conflict.place_of(place),
        }),
        destination: None,
        control: (kind == EventKind::Capture).then(|| ControlChange {
            from: actors.get(1).map(|a| a.faction.clone()),
            to: Some(by.to_owned()),
            status: ControlStatus::Held,
            is_assumed: false,
        }),
        actors,
        modality,
        attribution: (modality == Modality::Claimed).then(|| line(3).to_owned()),
        background: false,
        casualties: tolls(kind),
        confidence: 0.8,
        why: vec!["place: named in the sentence".to_owned()],
        mentions: vec![Mention {
            article: "sample/one.txt".to_owned(),
            sha256: String::new(),
            start: text[..span.start as usize].chars().count(),
            end: text[..span.end as usize].chars().count(),
            quote: quote.to_owned(),
            span,
            sentence: span,
            evidence: Evidence::default(),
            published: day(39),
        }],
        disputes: Vec::new(),
        denies: None,
    }
}

fn tolls(kind: EventKind) -> Vec<Toll> {
    if kind != EventKind::AirStrike {
        return Vec::new();
    }
    vec![Toll {
        who: TollWho::Civilians,
        faction: Some("CIV".to_owned()),
        killed: Some((16, Some(16))),
        wounded: Some((25, None)),
        text: line(4).to_owned(),
    }]
}

fn background(text: &str, conflict: &Conflict) -> Event {
    let told = (0, 0, EventKind::Retake, "aleppo", "SAA", "", Modality::Asserted);
    let quote = line(6 + TOLD.len());
    let year = DayRange::year(2016).unwrap();
    let event = event(text, conflict, (Some(year.start()), Some(year.end())), &told, quote);
    Event { background: true, ..event }
}
