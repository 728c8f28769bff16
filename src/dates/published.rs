//! The day of publication, worked out from the text when nobody gives it.

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::anchor::add_days;
use super::find::{find_among, find_in};
use super::scan::{Scan, Words};
use super::{Basis, DateMention, Relation, calendar};
use crate::base::Precision;
use crate::knowledge::Knowledge;
use crate::knowledge::time::{Count, TimeWord, Unit};
use crate::text::{ARTICLE, Clutter, Sentence, Text, TokenKind};

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
/// The lead of a report is among its first sentences, headlines aside.
const LEAD_SENTENCES: usize = 4;
/// A dated day is near "today" when not more than these days lie between.
const NEAR_DAYS: i64 = 10;
/// Days without a year and a weekday are of the story when not more than so many days before it.
const BEFORE_DAYS: i64 = 60;
/// A report of the conflict is published until so many days after it, when it names no year.
const AFTERMATH_DAYS: i64 = 30;

/// Works the day of publication out from the text.
///
/// A dateline among the first lines or in a byline is nearly sure; a counted day of a war says it too; "today
/// Monday" beside dated days gives the first such weekday after them, and so does, less surely, the weekday that the lead names;
/// otherwise the latest date told in full, which only says that it was not published earlier. Where no
/// year is told, days and months are read in the year of the conflict, or in the last year of the war whose
/// calendar the weekdays beside them fit.
pub fn infer_published(text: &Text<'_>, sentences: &[Sentence], knowledge: &Knowledge) -> Option<Inferred> {
    infer(text, &Words::new(text, knowledge), sentences, knowledge)
}

/// The same with the words looked up.
pub(super) fn infer(
    text: &Text<'_>,
    words: &Words,
    sentences: &[Sentence],
    knowledge: &Knowledge,
) -> Option<Inferred> {
    if let Some(found) = dateline(text, words, sentences, knowledge) {
        return Some(found);
    }
    if let Some(found) = counted_day(text, words, sentences, knowledge) {
        return Some(found);
    }
    // Only a year or a weekday can tell; most sentences name neither.
    let may_tell = |s: &&Sentence| words.may_tell_year_or_weekday(text, s.tokens.clone());
    let telling: Vec<Sentence> = sentences.iter().filter(may_tell).cloned().collect();
    let mentions = find_among(text, words, &telling, knowledge, None);
    let (latest, is_framed) = match mentions.iter().filter_map(full_day).max() {
        Some(latest) => (latest, false),
        None => (framed(text, words, sentences, knowledge)?, true),
    };
    let today = mentions.iter().find_map(today_weekday);
    let mut found = match today.or_else(|| lead_weekday(text, sentences, &mentions, knowledge)) {
        Some(weekday) => on_weekday(weekday, latest, today.is_some()),
        None if leads_with(text, sentences, &mentions, latest) => Inferred {
            day: latest,
            confidence: 0.5,
            why: vec![format!("the lead tells of {latest} with its weekday, and no later day is told")],
        },
        None => Inferred {
            day: latest,
            confidence: 0.3,
            why: vec![format!("{latest} is the latest day told in full: not published earlier")],
        },
    };
    if is_framed {
        found.confidence = (found.confidence - 0.2_f32).max(0.1);
        found.why.push("no year is told: that of the conflict, or the last that the weekdays fit".to_owned());
    }
    Some(found)
}

/// The day that the head of a text counts: «the 401st day of the war on Gaza».
fn counted_day(
    text: &Text<'_>,
    words: &Words,
    sentences: &[Sentence],
    knowledge: &Knowledge,
) -> Option<Inferred> {
    const REACH: usize = 3;
    const LONGEST: i64 = 5000;
    let mut head = sentences.iter().filter(|s| s.clutter.is_none()).take(DATELINE_SENTENCES);
    let (nth, began, sentence) = head.find_map(|s| {
        let nth = s.tokens.clone().find_map(|i| {
            let word = knowledge.time.lexicon.longest_at(text, i)?;
            let day = matches!(word.value, TimeWord::Unit(Unit::Day, Count::One) | TimeWord::Offset(0));
            let number =
                (i + 1..s.tokens.end.min(i + REACH)).find(|&n| text.tokens[n].kind == TokenKind::Number)?;
            let gap = (i + 1..number).all(|n| text.fold_at(n) == ARTICLE);
            let nth = text.fold_at(number).parse::<i64>().ok()?;
            (day && gap && (2..LONGEST).contains(&nth)).then_some(nth)
        })?;
        let began =
            s.tokens.clone().find_map(|i| knowledge.campaigns.longest_at(text, i).map(|m| *m.value))?;
        Some((nth, began, s))
    })?;
    let counted = add_days(began, nth - 1);
    // Some count from nought: the weekday that the text calls today decides.
    let mentions = find_among(text, words, sentences, knowledge, None);
    let today = mentions.iter().find_map(today_weekday);
    let around = [counted, add_days(counted, 1), add_days(counted, -1)];
    let day = around.into_iter().find(|d| today.is_none_or(|t| t == d.weekday())).unwrap_or(counted);
    let why = vec![format!("line {} counts day {nth} of what began on {began}", sentence.line)];
    Some(Inferred { day, confidence: 0.7, why })
}

/// The latest day and month that a text without years names: in the year of the conflict, or, where weekdays stand
/// beside such dates, in the last year of the war whose calendar they fit; none when they fit no year.
fn framed(
    text: &Text<'_>,
    words: &Words,
    sentences: &[Sentence],
    knowledge: &Knowledge,
) -> Option<NaiveDate> {
    let conflict = &knowledge.conflict;
    let frame = add_days(conflict.last_day, AFTERMATH_DAYS);
    let names_month = |m: &&DateMention| {
        m.tokens.clone().any(|i| {
            let word = knowledge.time.lexicon.longest_at(text, i);
            word.is_some_and(|w| matches!(w.value, TimeWord::Month { .. }))
        })
    };
    let first_year = conflict.war_began.unwrap_or(conflict.first_day).year();
    for back in 0..=(frame.year() - first_year).max(0) {
        let Some(seen_from) = frame.checked_sub_months(Months::new(12 * back.unsigned_abs())) else { break };
        let mentions = find_among(text, words, sentences, knowledge, Some(seen_from));
        // Without a weekday only days near the story speak for its year.
        let near = |d: &NaiveDate| *d <= frame && (conflict.first_day - *d).num_days() <= BEFORE_DAYS;
        let day = |m: &DateMention| {
            let day = m.resolved.filter(|r| r.precision == Precision::Day)?.start();
            Some((day, weekday_of(text, &mentions, m)))
        };
        let days: Vec<(NaiveDate, Option<Weekday>)> =
            mentions.iter().filter(names_month).filter_map(day).collect();
        if days.iter().all(|(day, named)| named.is_none_or(|n| n == day.weekday())) {
            let told = days.iter().any(|d| d.1.is_some());
            return days.iter().map(|d| d.0).max().filter(|d| told || near(d));
        }
    }
    None
}

/// The weekday of a mention: «today, Saturday, the 19th of May» tells it in a mention of its own right before.
fn weekday_of(text: &Text<'_>, mentions: &[DateMention], mention: &DateMention) -> Option<Weekday> {
    let beside = || mentions.iter().find(|b| adjoins(text, b, mention)).and_then(|b| b.weekday);
    mention.weekday.or_else(beside)
}

/// Does no word but an article, set apart from its number, stand between two mentions?
fn adjoins(text: &Text<'_>, before: &DateMention, mention: &DateMention) -> bool {
    const REACH: usize = 2;
    let gap = before.tokens.end..mention.tokens.start;
    let slight = |i: usize| text.tokens[i].kind == TokenKind::Mark || text.fold_at(i) == ARTICLE;
    before.tokens.end <= mention.tokens.start && gap.len() <= REACH && gap.clone().all(slight)
}

/// Does the lead name that day in full, with its weekday?
fn leads_with(text: &Text<'_>, sentences: &[Sentence], mentions: &[DateMention], day: NaiveDate) -> bool {
    mentions.iter().any(|m| {
        full_day(m) == Some(day)
            && weekday_of(text, mentions, m) == Some(day.weekday())
            && is_in_lead(sentences, 2, m)
    })
}

/// Does the mention stand in the first `n` sentences of the report, headlines aside?
fn is_in_lead(sentences: &[Sentence], n: usize, mention: &DateMention) -> bool {
    let mut lead = sentences.iter().filter(|s| s.clutter.is_none() && !s.headline).take(n);
    lead.any(|s| s.tokens.contains(&mention.tokens.start))
}

/// The weekday that the lead names, with nothing that says which week is meant.
fn lead_weekday(
    text: &Text<'_>,
    sentences: &[Sentence],
    mentions: &[DateMention],
    knowledge: &Knowledge,
) -> Option<Weekday> {
    let in_lead = |m: &&DateMention| is_in_lead(sentences, LEAD_SENTENCES, m);
    let plain = |m: &&DateMention| {
        let last = knowledge.time.lexicon.longest_at(text, m.tokens.end - 1);
        m.basis == Basis::Weekday
            && m.relation == Relation::At
            && last.is_some_and(|w| matches!(w.value, TimeWord::Weekday(_)))
    };
    mentions.iter().filter(in_lead).filter(plain).find_map(|m| m.weekday)
}

/// A full date in a byline, or alone on a line near the top.
fn dateline(
    text: &Text<'_>,
    words: &Words,
    sentences: &[Sentence],
    knowledge: &Knowledge,
) -> Option<Inferred> {
    sentences.iter().enumerate().find_map(|(i, sentence)| {
        let byline = matches!(sentence.clutter, Some(Clutter::Byline | Clutter::Foreign | Clutter::Share));
        let top = sentence.clutter.is_none() && i < DATELINE_SENTENCES;
        if !(byline || top) {
            return None;
        }
        let mut found = Vec::new();
        let mut scan = Scan::new(text, words, sentence.tokens.end, knowledge, None);
        find_in(&mut scan, sentence.tokens.start, &mut found);
        let mention = found.into_iter().find(|m| full_day(m).is_some())?;
        let alone = sentence.headline && sentence.tokens.len() <= mention.tokens.len() + 10;
        let leads = || opens_report(text, sentence, &mention);
        let day = full_day(&mention).filter(|_| byline || alone || leads())?;
        Some(Inferred { day, confidence: 0.95, why: vec![format!("dateline on line {}", sentence.line)] })
    })
}

/// Does the sentence open with town, day and agency, then a dash: "Beirut, 5 December 2024 (Agency) –"?
fn opens_report(text: &Text<'_>, sentence: &Sentence, mention: &DateMention) -> bool {
    const REACH: usize = 7;
    let end = (mention.tokens.end + REACH).min(sentence.tokens.end);
    let plain = text.tokens[mention.tokens.start].kind == TokenKind::Number || mention.weekday.is_some();
    plain
        && mention.tokens.start < sentence.tokens.start + REACH
        && (mention.tokens.end..end).any(|i| {
            let dash = matches!(text.fold_at(i), "-" | "\u{2013}" | "\u{2014}");
            dash && (i == mention.tokens.end || text.fold_at(i - 1) == ")")
        })
}

/// The day of a mention that names day, month and year.
fn full_day(mention: &DateMention) -> Option<NaiveDate> {
    let range = mention.resolved.filter(|_| mention.basis == Basis::Absolute)?;
    (range.precision == Precision::Day).then(|| range.start())
}

/// The weekday of publication, from "today Monday" or "yesterday Friday".
fn today_weekday(mention: &DateMention) -> Option<Weekday> {
    let (weekday, offset) = mention.weekday.zip(mention.from_published)?;
    let ahead = (-offset).rem_euclid(7);
    Some((0..ahead).fold(weekday, |day, _| day.succ()))
}

/// The first such weekday on or after the latest day told.
fn on_weekday(weekday: Weekday, latest: NaiveDate, is_today: bool) -> Inferred {
    let day = calendar::on_or_after(latest, weekday);
    let near = (day - latest).num_days() <= NEAR_DAYS && latest.year() > 1990;
    let said = if is_today { "the text says today is" } else { "the lead names" };
    let confidence = match (is_today, near) {
        (true, true) => 0.7,
        (false, true) => 0.5,
        _ => 0.4,
    };
    let why = vec![format!("{said} {weekday}, and the latest day told is {latest}")];
    Inferred { day, confidence, why }
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
