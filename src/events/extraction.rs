//! The whole reading of an article, and the merging of many.

use super::acts::told::is_told;
use super::days::when::days;
use super::facts::build::{Source, build, side_of_outlet};
use super::facts::losers::name_losers;
use super::facts::merge::{merge_events, sorted};
use super::facts::takers::name_takers;
use super::facts::whom::name_targets;
use super::mentions::reading::Reading;
use super::read::drafts;
use super::scenes::setting::set_scenes;
use super::{Event, EventKind};
use crate::base::{CharIndex, Level, Notice, Span};
use crate::ingest::Article;
use crate::knowledge::Knowledge;

/// What was read in one article.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    /// Its events, in the order of the text, merged within the article.
    pub events: Vec<Event>,
    /// Guesses made and things left out.
    pub notices: Vec<Notice>,
    /// Lines that were taken for page clutter, with the reason.
    pub clutter: Vec<(Span, String)>,
    /// The publication day used, given or inferred.
    pub published: Option<chrono::NaiveDate>,
}

/// Reads one article. Never fails; what could not be read is a notice.
pub fn extract(article: &Article, knowledge: &Knowledge) -> Extraction {
    let reading = Reading::new(&article.text, article.published, knowledge);
    let chars = CharIndex::new(&article.text);
    let outlet_of = side_of_outlet(article.outlet.as_deref(), knowledge);
    let source = Source { article, chars: &chars, outlet_of };
    let mut drafts = drafts(&reading);
    drafts.retain(is_told);
    let whens = days(&reading, &drafts);
    set_scenes(&reading, &mut drafts, &whens);
    let mut told = Vec::with_capacity(drafts.iter().map(|d| d.places.len().max(1)).sum());
    for (draft, when) in drafts.iter().zip(&whens) {
        build(&reading, source, draft, when, &mut told);
    }
    let events = merge_events(told, knowledge);
    let notices = notices(article, &reading, &events);
    Extraction { events, notices, clutter: reading.clutter, published: reading.published }
}

/// Merges the events of many articles: one event a fact, disputes linked, in a stable order.
pub fn merge(readings: Vec<Extraction>, knowledge: &Knowledge) -> Vec<Event> {
    let mut told = Vec::with_capacity(readings.iter().map(|r| r.events.len()).sum());
    for mut reading in readings {
        told.append(&mut reading.events);
    }
    let mut events = merge_events(told, knowledge);
    name_losers(&mut events, knowledge);
    name_takers(&mut events, knowledge);
    name_targets(&mut events, knowledge);
    super::facts::dispute::link(&mut events);
    let order = |k: EventKind| EventKind::ALL.iter().position(|o| *o == k);
    sorted(events, |a, b| {
        (a.date.start.is_none(), a.date.start, a.date.end, order(a.kind), &a.id).cmp(&(
            b.date.start.is_none(),
            b.date.start,
            b.date.end,
            order(b.kind),
            &b.id,
        ))
    })
}

/// What the analyst should know: a guessed publication day, places outside the gazetteer.
fn notices(article: &Article, reading: &Reading<'_>, events: &[Event]) -> Vec<Notice> {
    let mut out = Vec::new();
    if let (None, Some(day)) = (article.published, reading.published) {
        let message = format!("publication day taken to be {day}: {}", reading.published_why.join("; "));
        out.push(Notice::new(Level::Info, &article.id, message));
    }
    if reading.published.is_none() {
        let message = "no publication day is given and none can be inferred; undated events stay undated";
        out.push(Notice::new(Level::Warning, &article.id, message));
    }
    let mut outside: Vec<&str> = events
        .iter()
        .filter_map(|e| e.place.as_ref())
        .filter(|p| p.idx.is_none())
        .map(|p| p.name_ar.as_str())
        .collect();
    outside.sort_unstable();
    outside.dedup();
    if !outside.is_empty() {
        let message = format!("places outside the gazetteer: {}", outside.join(", "));
        out.push(Notice::new(Level::Info, &article.id, message));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_alone_are_no_sentence() {
        let knowledge = Knowledge::embedded().expect("the embedded data is sound");
        for text in ["\u{2dd0}?!\u{fffc}", "...", "\u{ab}\u{bb}", "- - -"] {
            assert!(extract(&Article::new("marks.txt", text), &knowledge).events.is_empty());
        }
    }

    #[test]
    fn whoever_says_so_is_named_without_the_preposition() {
        let knowledge = Knowledge::embedded().expect("the embedded data is sound");
        let text = "وجاء في بيان للجيش السوري أن القوات سيطرت على مدينة الرستن.";
        let events = extract(&Article::new("statement.txt", text), &knowledge).events;
        let speakers: Vec<Option<&str>> = events.iter().map(|e| e.attribution.as_deref()).collect();
        assert_eq!(speakers, [Some("الجيش السوري")]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_text_reads_and_every_quote_lies_in_it(
            words in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,6}",
                    proptest::sample::select(vec![
                        "سيطرت", "على", "الفصائل", "مدينة", "حلب", "،", "قال", "إن", "وحماة", "انسحب", "من",
                        "غارات", "التي", "«", "»", "قتل", "5", "مدنيين", "بينهم", "الذي", "قد", "لم", ".", "\n",
                        "في اليوم التالي", "بعد", "سقوط", "الجيش السوري", "إلى", "هناك", "شن", "هجوما",
                    ]).prop_map(str::to_owned),
                ],
                0..60,
            )
        ) {
            let knowledge = KNOWLEDGE.get_or_init(|| Knowledge::embedded().expect("embedded data"));
            let article = Article { text: words.join(" ").into(), ..Article::default() };
            for event in extract(&article, knowledge).events {
                for mention in &event.mentions {
                    prop_assert_eq!(mention.span.of(&article.text), mention.quote.as_str());
                    prop_assert_eq!(mention.quote.chars().count(), mention.end - mention.start);
                }
            }
        }
    }

    static KNOWLEDGE: std::sync::OnceLock<Knowledge> = std::sync::OnceLock::new();
}
