//! Sentences: the article line by line without its markup, cut at full stops outside quotes.

use std::ops::Range;

use super::clutter::{self, Clutter, ClutterRules, Line};
use super::wrapped::join_wrapped;
use super::{Affixes, Text, Token, TokenKind};
use crate::base::Span;

/// One sentence, or one line of page clutter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// Line it begins on, from 1.
    pub line: u32,
    /// Why it is no part of the article; none for a sentence of it.
    pub clutter: Option<Clutter>,
    /// Is it a headline or a heading: short, with no mark at its end?
    pub headline: bool,
}

/// A sentence shorter than this without a mark at its end is a headline, in words.
const HEADLINE_WORDS: usize = 20;
/// Only a line of this many words may go on after a break.
const BROKEN_LINE_WORDS: usize = 15;

/// Cuts `text` into sentences and lines of clutter, in order.
///
/// Tidies the tokens first: link targets, emphasis and heading marks of Markdown vanish, and so does a
/// break in the middle of a sentence. Spans still point into the original.
pub fn sentences(text: &mut Text<'_>, rules: &ClutterRules) -> Vec<Sentence> {
    let headings = drop_markup(text);
    let mut lines = lines(text);
    let mut reasons = clutter::judge(text, &lines, rules);
    if join_wrapped(text, &lines, &reasons) {
        lines = self::lines(text);
        reasons = clutter::judge(text, &lines, rules);
    }
    if join_broken(text, &lines, &reasons) {
        lines = self::lines(text);
        reasons = clutter::judge(text, &lines, rules);
    }
    let mut out = Vec::new();
    for (line, reason) in lines.iter().zip(reasons) {
        let whole = |tokens: Range<usize>| Sentence {
            span: text.span_of(tokens.start, tokens.end),
            tokens,
            line: line.number,
            clutter: reason,
            headline: false,
        };
        if reason.is_some() {
            out.push(whole(line.start..line.end));
            continue;
        }
        let heading = headings.binary_search(&line.number).is_ok();
        let first = out.len();
        split_line(text, *line, |tokens| out.push(whole(tokens)));
        if out.len() == first + 1 {
            let short = line.n_words <= HEADLINE_WORDS && !clutter::ends_sentence(text, *line);
            out[first].headline = heading || short;
        }
    }
    out
}

/// The lines of a text that hold anything.
fn lines(text: &Text<'_>) -> Vec<Line> {
    let mut out = Vec::new();
    let (mut number, mut counted) = (1, 0);
    let mut push = |start: usize, end: usize, n_words: usize| {
        if start < end {
            let at = text.tokens[start].span.start as usize;
            number += n_ends(&text.source.as_bytes()[counted..at]);
            counted = at;
            out.push(Line { start, end, number, n_words });
        }
    };
    let mut start = 0;
    while let Some(rest) = text.tokens.get(start..) {
        let n_tokens = rest.iter().position(|t| t.kind == TokenKind::Break).unwrap_or(rest.len());
        let n_words = rest[..n_tokens].iter().filter(|t| t.kind == TokenKind::Word).count();
        push(start, start + n_tokens, n_words);
        start += n_tokens + 1;
    }
    out
}

/// The tokens of a line that are marks.
fn marks(text: &Text<'_>, line: Line) -> impl Iterator<Item = usize> {
    let mut next = line.start;
    std::iter::from_fn(move || {
        let i = next_mark(text, next..line.end)?;
        next = i + 1;
        Some(i)
    })
}

/// The first of `tokens` that is a mark.
fn next_mark(text: &Text<'_>, tokens: Range<usize>) -> Option<usize> {
    let start = tokens.start;
    text.tokens[tokens].iter().position(|t| t.kind == TokenKind::Mark).map(|n| start + n)
}

/// Cuts a line at the marks that end a sentence.
fn split_line(text: &Text<'_>, line: Line, mut push: impl FnMut(Range<usize>)) {
    let quotes = balanced_quotes(text, line);
    let mut start = line.start;
    let mut depth = 0_i32;
    let mut i = line.start;
    while let Some(mark) = next_mark(text, i..line.end) {
        i = mark + 1;
        if quotes {
            depth = depth_after(text.fold_at(mark), depth);
        }
        if depth == 0 && ends_here(text, line, mark) {
            while i < line.end && clutter::is_closing(text.fold_at(i)) && !text.tokens[i].spaced {
                i += 1;
            }
            push(start..i);
            start = i;
        }
    }
    if start < line.end {
        push(start..line.end);
    }
}

fn depth_after(mark: &str, depth: i32) -> i32 {
    match mark {
        "\u{AB}" | "\u{201C}" => depth + 1,
        "\u{BB}" | "\u{201D}" => (depth - 1).max(0),
        "\"" => i32::from(depth == 0),
        _ => depth,
    }
}

/// Does every quote of the line that opens also close?
fn balanced_quotes(text: &Text<'_>, line: Line) -> bool {
    let mut depth = 0_i32;
    let mut straight = 0;
    for i in marks(text, line) {
        match text.fold_at(i) {
            "\u{AB}" | "\u{201C}" => depth += 1,
            "\u{BB}" | "\u{201D}" => depth -= 1,
            "\"" => straight += 1,
            _ => {}
        }
        if !(0..=1).contains(&depth) {
            return false;
        }
    }
    depth == 0 && straight % 2 == 0
}

/// Does the mark at `i` end a sentence? Not inside dots, not after an initial, not before a glued word.
fn ends_here(text: &Text<'_>, line: Line, i: usize) -> bool {
    let mark = text.fold_at(i);
    if !clutter::is_final(mark) {
        return false;
    }
    let next = text.tokens.get(i + 1).filter(|_| i + 1 < line.end);
    if mark != "." {
        return next.is_none_or(|n| n.spaced || !clutter::is_final(text.fold_of(n)));
    }
    let previous = (i > line.start).then(|| &text.tokens[i - 1]);
    if previous.is_some_and(|p| text.fold_of(p) == ".") {
        return next.is_none();
    }
    let initial = previous.is_some_and(|p| p.kind == TokenKind::Word && text.fold_of(p).chars().count() == 1)
        || (i > line.start && is_item_number(text, line, i - 1));
    match next {
        None => true,
        Some(n) if text.fold_of(n) == "." => false,
        Some(_) if initial => false,
        Some(n) => {
            n.spaced
                || clutter::is_closing(text.fold_of(n))
                || n.kind == TokenKind::Mark
                || is_arabic(text, n)
        }
    }
}

/// Does the number at `i` stand before the first word of an item: "1. The army …"?
fn is_item_number(text: &Text<'_>, line: Line, i: usize) -> bool {
    let opens = i == line.start || (i > line.start && clutter::is_final(text.fold_at(i - 1)));
    opens && text.tokens[i].kind == TokenKind::Number && text.fold_at(i).len() <= 2
}

fn is_arabic(text: &Text<'_>, token: &Token) -> bool {
    token.kind == TokenKind::Word && !text.fold_of(token).is_ascii()
}

/// Is there any mark of Markdown in the line?
fn has_markup(text: &Text<'_>, line: Line) -> bool {
    let mut tokens = text.tokens[line.start..line.end].iter();
    tokens.any(|t| t.kind == TokenKind::Mark && text.memory.words[t.word as usize].is_markup)
}

/// How many lines end among these bytes.
fn n_ends(bytes: &[u8]) -> u32 {
    let ends = |piece: &[u8]| piece.iter().fold(0_u8, |n, b| n + u8::from(*b == b'\n'));
    bytes.chunks(255).map(|piece| u32::from(ends(piece))).sum()
}

/// Takes the marks of Markdown away; gives the numbers of the lines that are headings.
fn drop_markup(text: &mut Text<'_>) -> Vec<u32> {
    if !text.has_markup {
        return Vec::new();
    }
    let mut drop = vec![false; text.tokens.len()];
    let mut headings = Vec::new();
    for line in lines(text) {
        if !has_markup(text, line) {
            continue;
        }
        let lead = heading_marks(text, line);
        if lead > 0 {
            headings.push(line.number);
        }
        drop[line.start..line.start + lead].fill(true);
        mark_markup(text, line, &mut drop);
    }
    text.drop_tokens(&drop);
    headings
}

/// How many marks make the line a heading; one glued to a word makes a hashtag.
fn heading_marks(text: &Text<'_>, line: Line) -> usize {
    let n = (line.start..line.end).take_while(|&i| text.fold_at(i) == "#").count();
    let glued = text.tokens.get(line.start + n).is_some_and(|t| !t.spaced && t.kind == TokenKind::Word);
    if n == 1 && glued { 0 } else { n }
}

/// Marks the tokens of a line that are Markdown and not text.
fn mark_markup(text: &Text<'_>, line: Line, drop: &mut [bool]) {
    let is_tags = clutter::is_tags(text, line);
    for i in marks(text, line) {
        let glued = || text.tokens.get(i + 1).is_some_and(|t| !t.spaced && t.kind == TokenKind::Word);
        match text.fold_at(i) {
            // «raids on the town of #X»: the mark of a hashtag within a sentence.
            "#" | "_" => drop[i] |= !is_tags && glued(),
            // «the town of /X/»: the quotation marks of some agencies.
            "/" if (text.tokens[i].spaced || i > 0 && text.fold_at(i - 1) == "\u{648}") && glued() => {
                let closes = |&j: &usize| text.fold_at(j) == "/" && !text.tokens[j].spaced;
                if let Some(close) = (i + 2..line.end.min(i + 6)).find(closes) {
                    drop[i] = true;
                    drop[close] = true;
                }
            }
            "*" => {
                let twin = |j: usize| (line.start..line.end).contains(&j) && text.fold_at(j) == "*";
                let bullet = i == line.start && text.tokens.get(i + 1).is_some_and(|t| t.spaced);
                drop[i] |= twin(i + 1) || (i > 0 && twin(i - 1)) || !bullet;
            }
            "]" if text.fold_at(i + 1) == "(" && !text.tokens[i + 1].spaced => mark_link(text, line, i, drop),
            _ => {}
        }
    }
}

/// Marks `[`, `](target)` of the link whose text ends at `close`.
fn mark_link(text: &Text<'_>, line: Line, close: usize, drop: &mut [bool]) {
    let mut depth = 0;
    let open = (line.start..close).rev().find(|&i| match text.fold_at(i) {
        "]" => {
            depth += 1;
            false
        }
        "[" if depth > 0 => {
            depth -= 1;
            false
        }
        mark => mark == "[",
    });
    let end = (close + 2..line.end).find(|&i| text.fold_at(i) == ")");
    let (Some(open), Some(end)) = (open, end) else { return };
    drop[open] = true;
    drop[close..=end].fill(true);
}

/// Removes breaks in the middle of sentences; `false` when there were none.
///
/// A line goes on after a break (with at most one empty line between) only when the article closes
/// its lines with full stops, the line has one inside but none at its end, and the next line is a
/// sentence that does not begin with "and".
fn join_broken(text: &mut Text<'_>, lines: &[Line], reasons: &[Option<Clutter>]) -> bool {
    let long = |l: &Line| l.n_words >= BROKEN_LINE_WORDS;
    let prose: Vec<&Line> =
        lines.iter().zip(reasons).filter(|(l, r)| r.is_none() && long(l)).map(|(l, _)| l).collect();
    let closed = prose.iter().filter(|l| clutter::ends_sentence(text, ***l)).count();
    if closed * 10 < prose.len() * 7 {
        return false;
    }
    let mut drop: Vec<Range<usize>> = Vec::new();
    for (pair, why) in lines.windows(2).zip(reasons.windows(2)) {
        let [line, next] = pair else { continue };
        if why.iter().all(Option::is_none) && next.number - line.number <= 2 && goes_on(text, *line, *next) {
            drop.push(line.end..next.start);
        }
    }
    if drop.is_empty() {
        return false;
    }
    let mut gone = vec![false; text.tokens.len()];
    for range in drop {
        gone[range].fill(true);
    }
    text.drop_tokens(&gone);
    true
}

fn goes_on(text: &Text<'_>, line: Line, next: Line) -> bool {
    let stops_inside =
        || marks(text, line).take_while(|&i| i + 1 < line.end).any(|i| ends_here(text, line, i));
    let comma_near_end =
        || (line.end.saturating_sub(12).max(line.start)..line.end).any(|i| text.fold_at(i) == "\u{60C}");
    let last = &text.tokens[line.end - 1];
    let first = &text.tokens[next.start];
    let conjunction = text.readings(first).iter().any(|r| r.affixes.has_any(Affixes::WA.with(Affixes::FA)))
        || text.fold_of(first).starts_with('\u{648}');
    line.n_words >= BROKEN_LINE_WORDS
        && last.kind == TokenKind::Word
        && first.kind == TokenKind::Word
        && is_arabic(text, first)
        && !conjunction
        && clutter::ends_sentence(text, next)
        && (comma_near_end() || stops_inside())
}

#[cfg(test)]
mod tests {
    use crate::knowledge::Knowledge;
    use crate::text::{Clutter, Text, sentences};

    fn read(source: &str) -> Vec<(String, Option<Clutter>, bool)> {
        let knowledge = Knowledge::embedded().expect("the embedded data");
        let mut text = Text::new(source, &knowledge.vocabulary);
        let found = sentences(&mut text, &knowledge.clutter);
        found.into_iter().map(|s| (s.span.of(source).to_owned(), s.clutter, s.headline)).collect()
    }

    #[test]
    fn quotes_hold_a_sentence_together() {
        let found = read("قال: \"دخلنا البلدة. لم نجد أحدا.\" ثم غادر. انتهى.");
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn seeds_lose_their_clutter() {
        let count = |source: &str, why: Clutter| read(source).iter().filter(|s| s.1 == Some(why)).count();
        let first = include_str!("../../seeds/000_3a718cdaf897f958.txt");
        assert_eq!(count(first, Clutter::Teaser), 16);
        let second = include_str!("../../seeds/001_4ad9e107abaa6dbd.txt");
        assert_eq!(count(second, Clutter::TeaserHeadline), 14);
        let fourth = include_str!("../../seeds/003_5433ece65a96cf48.txt");
        assert!(read(fourth).iter().any(|s| s.0.contains("عجز الجيش\n\nالسوري")));
    }
}
