//! Dates and numbers of an annotation.

use serde_json::{Value, json};

use super::annotation::{DateNote, NumberNote};
use crate::base::CharIndex;
use crate::base::Span;
use crate::dates::DateMention;
use crate::text::Sentence;
use crate::text::numbers::{NumberKind, NumberMention};

/// Where a span lies, in characters.
pub(in crate::events) fn chars(index: &CharIndex, text: &str, span: Span) -> [usize; 2] {
    let range = span.range();
    [index.chars_before(text, range.start), index.chars_before(text, range.end)]
}

/// The resolved days of `mentions`; durations and what only the story can resolve are left out. A date
/// outside any sentence is given in both readings.
pub(in crate::events) fn dates(mentions: &[DateMention], index: &CharIndex, text: &str) -> Vec<DateNote> {
    let told = mentions.iter().filter(|m| !m.is_duration);
    told.flat_map(|m| {
        let span = chars(index, text, m.span);
        m.resolved.into_iter().chain(m.future).map(move |r| DateNote { start: r.start(), end: r.end(), span })
    })
    .collect()
}

/// The numbers that a text states, leaving out page clutter and what belongs to a date. A word like "dozens" states
/// none; it counts in tolls only.
pub(in crate::events) fn numbers(
    mentions: &[NumberMention],
    dates: &[DateMention],
    sentences: &[Sentence],
    index: &CharIndex,
    text: &str,
) -> Vec<NumberNote> {
    let told = |m: &&NumberMention| !m.vague && m.kind != NumberKind::Label;
    let in_date = |m: &NumberMention| {
        let next = dates.partition_point(|d| d.span.end <= m.span.start);
        dates.get(next).is_some_and(|d| !d.is_duration && d.span.overlaps(m.span))
    };
    let in_clutter = |m: &NumberMention| {
        let at = sentences.partition_point(|s| s.span.end <= m.span.start);
        sentences.get(at).is_some_and(|s| s.clutter.is_some())
    };
    mentions
        .iter()
        .filter(told)
        .filter(|m| !in_date(m) && !in_clutter(m))
        .map(|m| NumberNote { value: value(m), span: chars(index, text, m.span) })
        .collect()
}

/// A number, or `[low, high]` with `null` for an open end.
fn value(mention: &NumberMention) -> Value {
    let plain = |v: f64| if v.fract() == 0.0 && v.abs() < 9e15 { json!(v as i64) } else { json!(v) };
    match mention.exact() {
        Some(exact) => plain(exact),
        None => json!([mention.low.map(plain), mention.high.map(plain)]),
    }
}
