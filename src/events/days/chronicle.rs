//! Chronicles: a line that is nothing but a day stands over what the lines below it tell, and a day before a colon at
//! the head of a line over what the line tells.

use chrono::Days;

use crate::base::DayRange;
use crate::events::mentions::reading::{DateHit, Reading, SentenceHit};
use crate::text::TokenKind;

/// The days that stand alone on a line, each with its sentence, in order; none where a heading ends their row.
#[derive(Debug, Default)]
pub(super) struct DayLines(Vec<(usize, Option<DayRange>)>);

impl DayLines {
    /// Those of an article, when they are more than datelines: days before that of publication.
    pub(in crate::events) fn of(reading: &Reading<'_>) -> Self {
        let mut found = Vec::new();
        let mut from = 0;
        for (s, sentence) in reading.sentences.iter().enumerate() {
            let tokens = &sentence.tokens;
            while reading.dates.get(from).is_some_and(|d| d.tokens.start < tokens.start) {
                from += 1;
            }
            let date = reading.dates.get(from).filter(|d| d.tokens.end <= tokens.end);
            let Some(date) = date else {
                found.extend(ends_chronicle(reading, sentence).then_some((s, None)));
                continue;
            };
            let is_content =
                |i: usize| matches!(reading.text.tokens[i].kind, TokenKind::Word | TokenKind::Number);
            let alone =
                !(tokens.start..date.tokens.start).any(is_content) || is_set_off(reading, sentence, date);
            let last = !(date.tokens.end..tokens.end).any(is_content);
            let day = date.range.filter(|r| alone && last && r.n_days() <= LONGEST && !date.is_since);
            found.extend(day.map(|day| (s, Some(day))));
        }
        let dateline = reading.published.and_then(|p| p.checked_sub_days(Days::new(1)));
        let is_old = |day: &Option<DayRange>| day.zip(dateline).is_some_and(|(day, d)| day.end() < d);
        if !found.iter().any(|(_, day): &(usize, Option<DayRange>)| is_old(day)) {
            found.clear();
        }
        Self(found)
    }

    /// The day that stands over sentence `s`.
    pub(in crate::events) fn over(&self, s: usize) -> Option<DayRange> {
        let n = self.0.partition_point(|line| line.0 <= s);
        n.checked_sub(1).and_then(|n| self.0[n].1)
    }
}

/// «The fall of X (September 2014)»: a heading that ends with a date in brackets.
fn is_set_off(reading: &Reading<'_>, sentence: &SentenceHit, date: &DateHit) -> bool {
    let before = date.tokens.start.checked_sub(1).filter(|i| *i > sentence.tokens.start);
    sentence.is_headline && before.is_some_and(|i| reading.text.fold_at(i) == "(")
}

/// «Reactions», «What do the sides say?»: a short heading or a question without a date.
fn ends_chronicle(reading: &Reading<'_>, sentence: &SentenceHit) -> bool {
    const WORDS: usize = 2;
    let tokens = &reading.text.tokens[sentence.tokens.clone()];
    let words = || tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
    let asks = tokens.last().is_some_and(|t| matches!(reading.text.fold_of(t), "\u{61F}" | "?"));
    asks || sentence.is_headline
        && words() <= WORDS
        && tokens.first().is_some_and(|t| t.kind == TokenKind::Word)
}

/// The days that lead a line («- 13 June: …», «Moscow, 13 January: …», «On 13 June, …»), each with its paragraph, in order.
#[derive(Debug, Default)]
pub(super) struct LedLines(Vec<(usize, DayRange)>);

impl LedLines {
    /// Those of an article.
    pub(in crate::events) fn of(reading: &Reading<'_>) -> Self {
        let mut found: Vec<(usize, DayRange)> = Vec::new();
        let mut last = None;
        for sentence in &reading.sentences {
            if last.replace(sentence.paragraph) == Some(sentence.paragraph) {
                continue;
            }
            let from = reading.dates.partition_point(|d| d.tokens.start < sentence.tokens.start);
            let led = reading.dates.get(from).filter(|d| leads(reading, sentence.tokens.clone(), d));
            found.extend(led.and_then(|d| d.range).map(|day| (sentence.paragraph, day)));
        }
        Self(found)
    }

    /// The day that leads paragraph `paragraph`.
    pub(super) fn of_line(&self, paragraph: usize) -> Option<DayRange> {
        let n = self.0.binary_search_by_key(&paragraph, |line| line.0).ok()?;
        Some(self.0[n].1)
    }
}

/// Does the date, at its head or with a colon behind it, lead the line that begins with these tokens?
fn leads(reading: &Reading<'_>, sentence: std::ops::Range<usize>, date: &DateHit) -> bool {
    const WORDS: usize = 3;
    const BRACKETS: usize = 2;
    let tokens = &reading.text.tokens;
    let range = date.range.filter(|r| r.n_days() <= LONGEST_MONTH && !date.is_since);
    if range.is_none() || date.tokens.end >= sentence.end {
        return false;
    }
    let words =
        tokens[sentence.start..date.tokens.start].iter().filter(|t| t.kind == TokenKind::Word).count();
    let mut behind = (date.tokens.end..sentence.end).take(BRACKETS);
    let behind = behind.find(|&i| reading.text.fold_at(i) != ")");
    // «On 15 April, …»: the day that a line begins with.
    words == 0 || words <= WORDS && behind.is_some_and(|i| reading.text.fold_at(i) == ":")
}

/// The days of a month.
const LONGEST_MONTH: i64 = 31;

/// A line tells no longer time than a year.
const LONGEST: i64 = 366;
