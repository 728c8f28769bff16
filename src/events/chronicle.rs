//! Chronicles: a line that is nothing but a day stands over what the lines below it tell.

use chrono::Days;

use super::reading::Reading;
use crate::base::DayRange;
use crate::text::TokenKind;

/// The days that stand alone on a line, each with its sentence, in order.
#[derive(Debug, Default)]
pub(super) struct DayLines(Vec<(usize, DayRange)>);

impl DayLines {
    /// Those of an article, when they are more than datelines: days before that of publication.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let mut found = Vec::new();
        let mut from = 0;
        for (s, sentence) in reading.sentences.iter().enumerate() {
            let tokens = &sentence.tokens;
            while reading.dates.get(from).is_some_and(|d| d.tokens.start < tokens.start) {
                from += 1;
            }
            let Some(date) = reading.dates.get(from).filter(|d| d.tokens.end <= tokens.end) else { continue };
            let mut others = (tokens.start..date.tokens.start).chain(date.tokens.end..tokens.end);
            let alone =
                others.all(|i| !matches!(reading.text.tokens[i].kind, TokenKind::Word | TokenKind::Number));
            let day = date.range.filter(|r| alone && r.n_days() <= LONGEST && !date.is_since);
            found.extend(day.map(|day| (s, day)));
        }
        let dateline = reading.published.and_then(|p| p.checked_sub_days(Days::new(1)));
        if !found.iter().any(|(_, day): &(usize, DayRange)| dateline.is_some_and(|d| day.end() < d)) {
            found.clear();
        }
        Self(found)
    }

    /// The day that stands over sentence `s`.
    pub(super) fn over(&self, s: usize) -> Option<DayRange> {
        let n = self.0.partition_point(|line| line.0 <= s);
        n.checked_sub(1).map(|n| self.0[n].1)
    }
}

/// More days than these are no day of a chronicle.
const LONGEST: i64 = 7;
