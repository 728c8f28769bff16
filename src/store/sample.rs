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

/// One line an event: first day, last day (of November 30 days on: 31 is 1 December), kind, place,
/// initiator, target, modality, the sentence.
const TOLD: &[(u32, u32, EventKind, &str, &str, &str, Modality, &str)] = &[
    (
        27,
        27,
        EventKind::Advance,
        "aleppo",
        "HTS",
        "SAA",
        Modality::Asserted,
        "شنت الفصائل هجوما واسعا على ريف حلب الغربي فجر الأربعاء",
    ),
    (
        29,
        30,
        EventKind::Capture,
        "aleppo",
        "HTS",
        "SAA",
        Modality::Asserted,
        "سيطرت هيئة تحرير الشام على معظم مدينة حلب (بحسب المرصد)",
    ),
    (
        30,
        30,
        EventKind::AirStrike,
        "idlib",
        "RUS",
        "CIV",
        Modality::Asserted,
        "قتل 16 مدنيا في غارات روسية على إدلب يوم السبت",
    ),
    (
        31,
        31,
        EventKind::Capture,
        "tall-rifat",
        "SNA",
        "SDF",
        Modality::Claimed,
        "أعلن الجيش الوطني السيطرة على مدينة تل رفعت",
    ),
    (
        34,
        35,
        EventKind::Clash,
        "hama",
        "HTS",
        "SAA",
        Modality::Asserted,
        "دارت اشتباكات عنيفة على مشارف حماة بين 3 و4 كانون الأول",
    ),
    (
        35,
        35,
        EventKind::Capture,
        "hama",
        "HTS",
        "SAA",
        Modality::Asserted,
        "دخلت الفصائل مدينة حماة وسيطرت عليها بالكامل",
    ),
    (
        36,
        36,
        EventKind::Defence,
        "homs",
        "SAA",
        "HTS",
        Modality::Claimed,
        "قال الجيش إنه عزز خطوط دفاعه في حمص «ولا صحة للأنباء»",
    ),
    (
        36,
        37,
        EventKind::Deployment,
        "deir-ez-zor",
        "SDF",
        "",
        Modality::Asserted,
        "انتشرت قوات سوريا الديمقراطية في دير الزور",
    ),
    (
        38,
        38,
        EventKind::Capture,
        "damascus",
        "OPP",
        "SAA",
        Modality::Asserted,
        "دخلت الفصائل العاصمة دمشق فجر الأحد",
    ),
];

/// Nine events of two articles, and one older than the story.
pub(crate) fn corpus() -> Corpus {
    let knowledge = Knowledge::embedded().expect("the embedded data loads");
    let text = TOLD.iter().map(|t| t.7).collect::<Vec<_>>().join(". ")
        + ".\n\nشاهد أيضا: خبر آخر\n\nفي عام 2016 استعادت القوات الحكومية شرق حلب";
    let article = Article {
        id: "sample/one.txt".to_owned(),
        text: text.as_str().into(),
        title: Some("تقدم الفصائل في شمال سوريا".to_owned()),
        outlet: Some("وكالة (تجريبية)".to_owned()),
        published: day(39),
        ..Article::default()
    };
    let clutter = Span::new(text.find("شاهد").unwrap(), text.find("في عام").unwrap());
    let read =
        ReadArticle { published: article.published, article, clutter: vec![(clutter, "related".into())] };
    let mut events: Vec<Event> =
        TOLD.iter().map(|t| event(&text, &knowledge.conflict, day(t.0), day(t.1), t)).collect();
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
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    &(_, _, kind, place, by, on, modality, quote): &(u32, u32, EventKind, &str, &str, &str, Modality, &str),
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
            text: "يوم السبت".to_owned(),
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
        }),
        actors,
        modality,
        attribution: (modality == Modality::Claimed).then(|| "الجيش".to_owned()),
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
        text: "16 مدنيا".to_owned(),
    }]
}

fn background(text: &str, conflict: &Conflict) -> Event {
    let told = (
        0,
        0,
        EventKind::Retake,
        "aleppo",
        "SAA",
        "",
        Modality::Asserted,
        "في عام 2016 استعادت القوات الحكومية شرق حلب",
    );
    let year = DayRange::year(2016).unwrap();
    let event = event(text, conflict, Some(year.start()), Some(year.end()), &told);
    Event { background: true, ..event }
}
