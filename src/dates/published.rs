//! The day of publication, worked out from the text when nobody gives it.

use chrono::{Datelike, NaiveDate, Weekday};

use super::find::find_in;
use super::scan::Scan;
use super::{Basis, DateMention, calendar};
use crate::base::Precision;
use crate::knowledge::Knowledge;
use crate::text::{Clutter, Sentence, Text};

/// A day of publication that nobody gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Inferred {
    /// The day.
    pub day: NaiveDate,
    /// 0 to 1.
    pub confidence: f32,
    /// Why that day.
    pub why: Vec<String>,
}

/// A dateline stands among the first lines of a page.
const DATELINE_SENTENCES: usize = 12;
/// A dated day is near "today" when not more than these days lie between.
const NEAR_DAYS: i64 = 10;

/// Works the day of publication out from the text.
///
/// A dateline among the first lines or in a byline is nearly sure; "today Monday" beside dated days
/// gives the first such weekday after them; otherwise the latest date told in full, which only
/// says that it was not published earlier.
pub fn infer_published(text: &Text<'_>, sentences: &[Sentence], knowledge: &Knowledge) -> Option<Inferred> {
    if let Some(found) = dateline(text, sentences, knowledge) {
        return Some(found);
    }
    let mentions = super::find(text, sentences, knowledge, None);
    let told = days_told(&mentions);
    let latest = told.iter().max().copied();
    let today = mentions.iter().find_map(today_weekday);
    match (today, latest) {
        (Some(today), Some(latest)) => Some(on_weekday(today, latest)),
        (None, Some(latest)) => Some(Inferred {
            day: latest,
            confidence: 0.3,
            why: vec![format!("{latest} is the latest day told in full: not published earlier")],
        }),
        _ => None,
    }
}

/// A full date in a byline, or alone on a line near the top.
fn dateline(text: &Text<'_>, sentences: &[Sentence], knowledge: &Knowledge) -> Option<Inferred> {
    sentences.iter().enumerate().find_map(|(i, sentence)| {
        let byline = matches!(sentence.clutter, Some(Clutter::Byline | Clutter::Foreign | Clutter::Share));
        let top = sentence.clutter.is_none() && i < DATELINE_SENTENCES && sentence.headline;
        if !(byline || top) {
            return None;
        }
        let mut found = Vec::new();
        let scan = Scan::new(text, sentence.tokens.end, knowledge, None);
        find_in(&scan, sentence.tokens.start, &mut found);
        let mention = found.into_iter().find(|m| full_day(m).is_some())?;
        let alone = sentence.tokens.len() <= mention.tokens.len() + 10;
        let day = full_day(&mention).filter(|_| byline || alone)?;
        Some(Inferred { day, confidence: 0.95, why: vec![format!("dateline on line {}", sentence.line)] })
    })
}

/// The day of a mention that names day, month and year.
fn full_day(mention: &DateMention) -> Option<NaiveDate> {
    let range = mention.resolved.filter(|_| mention.basis == Basis::Absolute)?;
    (range.precision == Precision::Day).then(|| range.start())
}

/// The days told in full, and the days and months that a year told beside them completes.
fn days_told(mentions: &[DateMention]) -> Vec<NaiveDate> {
    mentions.iter().filter_map(full_day).collect()
}

/// The weekday of publication, from "today Monday" or "yesterday Friday".
fn today_weekday(mention: &DateMention) -> Option<Weekday> {
    let (weekday, offset) = mention.weekday.zip(mention.from_published)?;
    let ahead = (-offset).rem_euclid(7);
    Some((0..ahead).fold(weekday, |day, _| day.succ()))
}

/// The first such weekday on or after the latest day told.
fn on_weekday(today: Weekday, latest: NaiveDate) -> Inferred {
    let day = calendar::on_or_after(latest, today);
    let near = (day - latest).num_days() <= NEAR_DAYS && latest.year() > 1990;
    Inferred {
        day,
        confidence: if near { 0.7 } else { 0.4 },
        why: vec![format!("the text says today is {today}, and the latest day told in full is {latest}")],
    }
}

#[cfg(test)]
mod tests {
    use crate::knowledge::Knowledge;
    use crate::text::{Text, sentences};

    fn infer(source: &str) -> Option<(String, f32)> {
        let knowledge = Knowledge::embedded().expect("the embedded data");
        let mut text = Text::new(source, &knowledge.vocabulary);
        let sentences = sentences(&mut text, &knowledge.clutter);
        super::infer_published(&text, &sentences, &knowledge).map(|i| (i.day.to_string(), i.confidence))
    }

    #[test]
    fn a_dateline_is_nearly_sure() {
        let english = infer(include_str!("../../seeds/003_5433ece65a96cf48.txt"));
        assert_eq!(english, Some(("2024-12-05".to_owned(), 0.95)));
        let arabic = infer("عنوان الخبر\n5 ديسمبر 2024\nسيطرت الفصائل على حماة يوم الخميس.");
        assert_eq!(arabic, Some(("2024-12-05".to_owned(), 0.95)));
    }

    #[test]
    fn today_and_a_dated_day_meet() {
        let source = "بدأ الهجوم في 27 نوفمبر 2024.\nوقال مصدران أمس الأحد إن القوات انسحبت.";
        assert_eq!(infer(source), Some(("2024-12-02".to_owned(), 0.7)));
    }

    #[test]
    fn a_caption_is_a_bound_only() {
        let first = infer(include_str!("../../seeds/000_3a718cdaf897f958.txt"));
        assert_eq!(first, Some(("2024-12-11".to_owned(), 0.3)));
        assert_eq!(infer("سيطرت الفصائل على حماة يوم الخميس."), None);
    }
}
