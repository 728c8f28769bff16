//! Whatever comes in: no panic, and every span inside the text, on character borders.

use chrono::NaiveDate;
use proptest::prelude::*;
use std::sync::LazyLock;
use waqai::base::Span;
use waqai::dates;
use waqai::knowledge::Knowledge;
use waqai::text::{Text, numbers, sentences};

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| Knowledge::embedded().expect("the embedded data"));

/// Words that dates, numbers and clutter are made of, and marks that break them.
const PIECES: [&str; 60] = [
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
    }
}
