//! Whatever comes in: no panic, and every span inside the text, on character borders.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;
use waqai::base::Span;
use waqai::events::annotate;
use waqai::knowledge::Knowledge;
use waqai::text::fold::fold;
use waqai::text::{Text, TokenKind, numbers, sentences};
use waqai::{actors, dates, places};

/// The embedded knowledge, read once.
pub(crate) static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::embedded().expect("the embedded data"));

/// Words that dates, numbers and clutter are made of, and marks that break them.
const PIECES: [&str; 84] = [
    "يوم",
    "اليوم",
    "أمس",
    "الجمعة",
    "والخميس",
    "يومي",
    "الماضي",
    "المقبل",
    "نفسه",
    "التالي",
    "في",
    "من",
    "إلى",
    "بين",
    "منذ",
    "قبل",
    "بعد",
    "خلال",
    "الأسبوع",
    "شهر",
    "عام",
    "سنوات",
    "أيام",
    "ساعات",
    "أواخر",
    "نهاية",
    "آخر",
    "أول",
    "الثالث",
    "كانون الأول",
    "مارس",
    "نوفمبر",
    "/تشرين الثاني",
    "صيف",
    "ثمانينيات",
    "القرن",
    "ليلة",
    "فجر",
    "غداة",
    "27",
    "٤",
    "2016",
    "31/12",
    "2024-11-27",
    "9999",
    "آلاف",
    "مئة",
    "وعشرون",
    "عشر",
    "أكثر من",
    "على الأقل",
    "عشرات",
    "و",
    "-",
    ".",
    "،",
    "\n",
    "«",
    "شاهد أيضا:",
    "[x](#)",
    "وقت لاحق من",
    "وقت سابق من",
    "النصف",
    "الأول",
    "الليلة",
    "ذلك",
    "رمضان",
    "10 محرم",
    "1446 هـ",
    "من الآن",
    "سوق",
    "روسيا اليوم",
    "الأمين العام",
    "السابق",
    "أرباع",
    "نصف مليون",
    "ألف",
    "عدد من",
    "ارتفع",
    "%",
    "إف-16",
    "#",
    "_",
    "سيطرت الفصائل على حلب",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(&PIECES[..]).prop_map(str::to_owned);
    let any = "\\PC{0,12}";
    let mixed = prop::collection::vec(prop_oneof![6 => piece, 1 => any], 0..24);
    prop_oneof![4 => mixed.prop_map(|pieces| pieces.join(" ")), 1 => ".{0,200}"]
}

fn reference() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of(
        (-3_000_000..3_000_000i32).prop_filter_map("a day", NaiveDate::from_num_days_from_ce_opt),
    )
}

fn is_inside(span: Span, source: &str) -> bool {
    source.get(span.range()).is_some_and(|words| !words.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(source in text(), reference in reference()) {
        let knowledge = &*KNOWLEDGE;
        let mut text = Text::new(&source, &knowledge.vocabulary);
        let sentences = sentences(&mut text, &knowledge.clutter);
        prop_assert!(sentences.windows(2).all(|w| w[0].tokens.end <= w[1].tokens.start));
        prop_assert!(sentences.iter().all(|s| is_inside(s.span, &source)));
        let found = dates::find(&text, &sentences, knowledge, reference);
        prop_assert!(found.iter().all(|m| is_inside(m.span, &source) && m.tokens.end <= text.tokens.len()));
        prop_assert!(found.windows(2).all(|w| w[0].tokens.end <= w[1].tokens.start));
        for anchor in found.iter().filter_map(|m| m.anchor.as_ref()) {
            let day = reference.unwrap_or_default();
            anchor.resolve(waqai::base::DayRange::day(day));
        }
        dates::infer_published(&text, &sentences, knowledge);
        let numbers = numbers::find(&text, &knowledge.numbers);
        prop_assert!(numbers.iter().all(|m| is_inside(m.span, &source)));
        prop_assert!(numbers.windows(2).all(|w| w[0].tokens.end <= w[1].tokens.start));
        prop_assert!(numbers.iter().all(|m| m.low.zip(m.high).is_none_or(|(low, high)| low <= high)));
    }

    #[test]
    fn sentences_and_clutter_hold_every_token_but_breaks(source in text()) {
        let knowledge = &*KNOWLEDGE;
        let mut text = Text::new(&source, &knowledge.vocabulary);
        let sentences = sentences(&mut text, &knowledge.clutter);
        let held: usize = sentences.iter().map(|s| s.tokens.len()).sum();
        let n_breaks = text.tokens.iter().filter(|t| t.kind == TokenKind::Break).count();
        prop_assert_eq!(held + n_breaks, text.tokens.len());
        prop_assert!(sentences.windows(2).all(|w| w[0].line <= w[1].line));
        for sentence in &sentences {
            let tokens = &text.tokens[sentence.tokens.clone()];
            prop_assert!(tokens.iter().all(|t| is_inside(t.span, &source)));
        }
    }

    #[test]
    fn annotated_spans_count_characters_of_the_text(source in text(), reference in reference()) {
        let found = annotate(&source, reference, &KNOWLEDGE);
        let n_chars = source.chars().count();
        let spans = found.dates.iter().map(|m| m.span)
            .chain(found.numbers.iter().map(|m| m.span))
            .chain(found.places.iter().map(|m| m.span))
            .chain(found.actors.iter().map(|m| m.span))
            .chain(found.events.iter().map(|m| m.span));
        for [start, end] in spans {
            prop_assert!(start < end && end <= n_chars);
        }
        prop_assert!(found.dates.iter().all(|m| m.start <= m.end));
        prop_assert_eq!(&found, &annotate(&source, reference, &KNOWLEDGE));
    }

    #[test]
    fn folding_twice_changes_nothing(source in any::<String>()) {
        let once = fold(&source);
        prop_assert_eq!(fold(&once), once);
    }
}

#[test]
fn places_and_actors_lie_inside_any_words_in_any_order() {
    let knowledge = &KNOWLEDGE;
    let words = [
        "غارات",
        "حليفة",
        "لها",
        "مدعومة",
        "من",
        "قوات",
        "النظام",
        "السوري",
        "والروسي",
        "و",
        "(",
        "،",
        "مدينة",
        "حي",
        "شمال",
        "البلاد",
        "العاصمة",
        "الليبية",
        "حلب",
        "وحماء",
        "بريف",
        "كم",
        "30",
        "“",
        "أبو",
        "مدينتي",
        "قرية",
    ];
    let mut seed = 7_usize;
    for _ in 0..300 {
        let source: Vec<&str> = (0..12)
            .map(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                words[(seed >> 33) % words.len()]
            })
            .collect();
        let source = source.join(" ");
        let text = Text::new(&source, &knowledge.vocabulary);
        for mention in actors::find(&text, knowledge) {
            inside(&mention.tokens, mention.span, &source);
        }
        for mention in places::find(&text, knowledge) {
            inside(&mention.tokens, mention.span, &source);
        }
    }
}

/// A mention covers tokens, and words of the text.
fn inside(tokens: &Range<usize>, span: Span, source: &str) {
    assert!(tokens.start < tokens.end, "{source}");
    assert!(!span.of(source).is_empty(), "{source}");
}
