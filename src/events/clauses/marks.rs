//! Marks inside a sentence: which part words, which only join them, and which say nothing.

use super::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::text::TokenKind;

/// The item of a mark; the inner nothing is a mark that says nothing.
#[expect(clippy::option_option, reason = "no mark, and a mark of no meaning, are told apart")]
pub(in crate::events) fn mark(reading: &Reading<'_>, at: usize, kind: TokenKind) -> Option<Option<What>> {
    match kind {
        TokenKind::Break => Some(None),
        TokenKind::Mark => Some(match reading.text.fold_at(at) {
            "\u{60C}" | "," => Some(What::Comma),
            "-" if is_inside_name(reading, at) => None,
            "-" | "\u{2013}" if is_doubled(reading, at) => None,
            "-" | "\u{2013}" | "\u{2014}" if is_between_places(reading, at) => Some(What::Comma),
            "-" | "\u{2013}" | "\u{2014}" if is_aside(reading, at) => Some(What::Quote),
            ":" | ";" | "\u{61B}" | "-" | "\u{2013}" | "\u{2014}" | "." => Some(What::Stop),
            "(" | ")" => Some(What::Quote),
            mark if crate::text::is_quote(mark) => Some(What::Quote),
            _ => None,
        }),
        TokenKind::Word | TokenKind::Number => None,
    }
}

/// «A-10», «F-16»: a dash with no space to either side belongs to the name of a thing.
fn is_inside_name(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.text.tokens;
    let Some((before, after)) = at.checked_sub(1).and_then(|j| Some((tokens.get(j)?, tokens.get(at + 1)?)))
    else {
        return false;
    };
    let dash = &tokens[at].span;
    before.span.end == dash.start && after.span.start == dash.end
}

/// «X -on Saturday- entered»: one of two dashes that stand like brackets, at least one of them close to the words
/// between.
fn is_aside(reading: &Reading<'_>, at: usize) -> bool {
    const LONGEST: usize = 14;
    let tokens = &reading.text.tokens;
    let sentence = &reading.sentences[reading.sentences.partition_point(|s| s.tokens.end <= at)].tokens;
    let dash = |i: usize| matches!(reading.text.fold_at(i), "-" | "\u{2013}" | "\u{2014}");
    // How a dash may open and close: close to its words, or with a space to both sides.
    let behind = |i: usize| tokens.get(i + 1).is_none_or(|t| t.spaced || t.kind == TokenKind::Mark);
    let opens = |i: usize| i > sentence.start && dash(i) && tokens[i].spaced;
    let closes = |i: usize| dash(i) && behind(i);
    let is_close = |open: usize, close: usize| !tokens[open + 1].spaced || !tokens[close].spaced;
    // «X – according to Y – took Z».
    let sourced = |open: usize| {
        let cues = reading.knowledge.status.lexicon.longest_at(&reading.text, open + 1);
        cues.is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::According))
    };
    let pairs =
        |open: usize, close: usize| opens(open) && closes(close) && (is_close(open, close) || sourced(open));
    let next = (at + 2..sentence.end.min(at + LONGEST)).find(|&i| dash(i));
    let before =
        (sentence.start.max(at.saturating_sub(LONGEST))..at.saturating_sub(1)).rev().find(|&i| dash(i));
    next.is_some_and(|close| pairs(at, close)) || before.is_some_and(|open| pairs(open, at))
}

/// «ground - ground missiles»: a dash between a word and the same word again.
fn is_doubled(reading: &Reading<'_>, at: usize) -> bool {
    let text = &reading.text;
    let before = at.checked_sub(1).map(|j| text.fold_at(j));
    before.is_some_and(|b| at + 1 < text.tokens.len() && b == text.fold_at(at + 1))
}

/// «the following villages: A», «raids on: A, B»: a colon between places told by their kind, or a preposition, and the
/// names says nothing else.
pub(super) fn opens_list(reading: &Reading<'_>, at: usize, before: &[Item]) -> bool {
    const REACH: usize = 10;
    if reading.text.fold_at(at) != ":" {
        return false;
    }
    let governs =
        before.last().is_some_and(|i| i.cue(|c| matches!(c, Cue::Prep(_))).is_some() && !i.has_pronoun);
    let mut near = before.iter().rev().take(REACH).take_while(|i| !matches!(i.what, What::Stop));
    let next = reading.places.partition_point(|p| p.tokens.start <= at);
    reading.places.get(next).is_some_and(|p| p.tokens.start == at + 1)
        && (governs || near.any(|i| i.is_cue(Cue::VaguePlace)))
}

/// «(A – B – C)»: a dash between two names of a list.
fn is_between_places(reading: &Reading<'_>, at: usize) -> bool {
    let next = reading.places.partition_point(|p| p.tokens.start <= at);
    let before = next.checked_sub(1).and_then(|i| reading.places.get(i));
    // «al-X the great- Y»
    let ends = |end: usize| end == at || end + 1 == at && reading.text.is_definite(end);
    before.is_some_and(|p| ends(p.tokens.end))
        && reading.places.get(next).is_some_and(|p| p.tokens.start == at + 1)
}
