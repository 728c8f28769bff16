//! Page clutter: lines that a page says around an article, each with its reason.

use super::{Articles, Lexicon, Text, Token, TokenKind};

/// What a clutter phrase announces; the phrases come from `data/language/clutter.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClutterWord {
    /// Points to another article.
    Teaser,
    /// Opens a block of other articles.
    Related,
    /// Share, follow, subscribe, comment.
    Share,
    /// Author, picture credit, time of publication.
    Byline,
    /// The foot of a page.
    Footer,
    /// A section of a menu.
    Section,
}

/// All clutter phrases.
#[derive(Clone, Debug)]
pub struct ClutterRules {
    /// Phrase to meaning.
    pub lexicon: Lexicon<ClutterWord>,
}

impl Default for ClutterRules {
    fn default() -> Self {
        Self { lexicon: Lexicon::new(Articles::Free) }
    }
}

/// Why a line is no part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clutter {
    /// A pointer to another article.
    Teaser,
    /// A headline below such a pointer, or after a lone dash.
    TeaserHeadline,
    /// Part of a block of other articles.
    Related,
    /// Share, follow, subscribe, comment.
    Share,
    /// Author, picture credit, time of publication.
    Byline,
    /// The foot of a page.
    Footer,
    /// A menu.
    Menu,
    /// No Arabic in an Arabic article.
    Foreign,
    /// A line of marks.
    Separator,
}

impl Clutter {
    /// The reason in words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Teaser => "pointer to another article",
            Self::TeaserHeadline => "headline of another article",
            Self::Related => "block of other articles",
            Self::Share => "share or subscribe line",
            Self::Byline => "byline, credit or dateline",
            Self::Footer => "foot of the page",
            Self::Menu => "menu",
            Self::Foreign => "no Arabic in it",
            Self::Separator => "separator",
        }
    }
}

/// One line of a text: its tokens without the break.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// First token.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// Number in the text, from 1.
    pub(super) number: u32,
    /// How many of its tokens are words.
    pub(super) n_words: usize,
}

/// Headlines below a teaser are taken along, this many at most.
const MAX_TEASED: usize = 6;
/// A headline has no more words than this.
const HEADLINE_WORDS: usize = 25;
/// "Related news" takes all below it along when it stands past this share of the lines, in percent.
const RELATED_FROM_PERCENT: usize = 50;

/// The reason for every line of `lines`, none for a line of the article.
pub(super) fn judge(text: &Text<'_>, lines: &[Line], rules: &ClutterRules) -> Vec<Option<Clutter>> {
    let mut out: Vec<Option<Clutter>> = lines.iter().map(|l| judge_line(text, *l, rules)).collect();
    let arabic_lines = lines.iter().filter(|l| has_arabic(text, **l)).count();
    if arabic_lines * 2 < lines.len() && arabic_lines == 0 {
        out.iter_mut().filter(|c| **c == Some(Clutter::Foreign)).for_each(|c| *c = None);
    }
    let related = lines.iter().zip(&out).enumerate().find(|(i, (line, reason))| {
        **reason == Some(Clutter::Related)
            && stands_alone(text, **line, rules)
            && i * 100 >= lines.len() * RELATED_FROM_PERCENT
    });
    if let Some((from, _)) = related {
        out[from..].iter_mut().for_each(|c| *c = c.or(Some(Clutter::Related)));
    }
    teased_headlines(text, lines, rules, &mut out);
    out
}

/// Marks the headlines that follow a lone teaser or a lone dash.
fn teased_headlines(text: &Text<'_>, lines: &[Line], rules: &ClutterRules, out: &mut [Option<Clutter>]) {
    let mut left = 0;
    for (i, line) in lines.iter().enumerate() {
        match out[i] {
            Some(Clutter::Teaser | Clutter::Related) if stands_alone(text, *line, rules) => left = MAX_TEASED,
            Some(Clutter::Separator) if line.end - line.start == 1 => left = left.max(1),
            Some(_) => {}
            None if left > 0 && is_headline_like(text, *line) => {
                out[i] = Some(Clutter::TeaserHeadline);
                left -= 1;
            }
            None => left = 0,
        }
    }
}

fn judge_line(text: &Text<'_>, line: Line, rules: &ClutterRules) -> Option<Clutter> {
    let tokens = &text.tokens[line.start..line.end];
    if tokens.iter().all(|t| t.kind == TokenKind::Mark) {
        return Some(Clutter::Separator);
    }
    let copyright = tokens.iter().any(|t| t.kind == TokenKind::Mark && text.fold_of(t) == "\u{A9}");
    if copyright && line.n_words <= 2 * HEADLINE_WORDS {
        return Some(Clutter::Footer);
    }
    if is_tags(text, line) {
        return Some(Clutter::Byline);
    }
    if let Some(reason) = by_phrase(text, line, rules) {
        return Some(reason);
    }
    if is_menu(text, line, rules) {
        return Some(Clutter::Menu);
    }
    (!has_arabic(text, line) && !is_year_or_date(text, line)).then_some(Clutter::Foreign)
}

/// Is the line nothing but a year or a date in digits, which stands over the lines below it?
fn is_year_or_date(text: &Text<'_>, line: Line) -> bool {
    const LONGEST: usize = 7;
    let tokens = &text.tokens[line.start..line.end];
    let year = |t: &Token| {
        let folded = text.fold_of(t);
        folded.len() == 4 && (folded.starts_with("19") || folded.starts_with("20"))
    };
    tokens.len() <= LONGEST
        && tokens.iter().all(|t| matches!(t.kind, TokenKind::Number | TokenKind::Mark))
        && tokens.iter().any(year)
}

/// The reason that a known phrase at the beginning of the line gives.
fn by_phrase(text: &Text<'_>, line: Line, rules: &ClutterRules) -> Option<Clutter> {
    let first = (line.start..line.end).find(|&i| text.tokens[i].kind == TokenKind::Word)?;
    let found = rules.lexicon.longest_at(text, first)?;
    let end = first + found.n_tokens;
    let next = text.tokens.get(end).filter(|_| end < line.end).map(|t| text.fold_of(t));
    let announced = matches!(next, None | Some(":" | "\u{60C}" | "|" | "." | "\u{2026}" | "/" | "("));
    let latin = text.fold_at(first).is_ascii();
    let short = line.n_words <= 12 && !ends_sentence(text, line);
    let strong = announced || (found.n_tokens >= 2 && (short || latin)) || (latin && short);
    match *found.value {
        ClutterWord::Teaser if strong || (found.n_tokens >= 2 && line.n_words <= 40) => Some(Clutter::Teaser),
        ClutterWord::Related if strong => Some(Clutter::Related),
        ClutterWord::Share if strong => Some(Clutter::Share),
        ClutterWord::Byline if strong => Some(Clutter::Byline),
        ClutterWord::Footer if strong || found.n_tokens >= 2 => Some(Clutter::Footer),
        _ => None,
    }
}

/// Is the line made of hashtags only?
pub(super) fn is_tags(text: &Text<'_>, line: Line) -> bool {
    let tagged = |i: usize| {
        let glued = !text.tokens[i].spaced && i > line.start;
        glued && matches!(text.fold_at(i - 1), "#" | "_")
    };
    text.fold_at(line.start) == "#"
        && (line.start..line.end).all(|i| text.tokens[i].kind == TokenKind::Mark || tagged(i))
}

/// Is the line made of menu entries only, or of entries run together?
fn is_menu(text: &Text<'_>, line: Line, rules: &ClutterRules) -> bool {
    // A menu, and a logo in Latin letters, hold so many other words.
    const MOST_OTHER: usize = 4;
    let mut i = line.start;
    let mut n_sections = 0;
    let mut n_other = 0;
    while i < line.end && n_other <= MOST_OTHER {
        let token = &text.tokens[i];
        if token.kind != TokenKind::Word {
            i += 1;
            continue;
        }
        match rules.lexicon.longest_at(text, i) {
            Some(m) if *m.value == ClutterWord::Section && m.affixes.is_empty() => {
                n_sections += 1;
                i += m.n_tokens;
            }
            _ => {
                n_other += 1;
                i += 1;
            }
        }
    }
    let last = text.fold_at(line.end - 1);
    let latin_logo = last == "logo" && n_other <= MOST_OTHER;
    let run_together = n_other == 1 && n_sections == 0 && line.end - line.start == 1 && {
        text.tokens[line.start].span.len() > 60
    };
    (n_sections > 0 && n_other == 0) || latin_logo || run_together
}

/// Is the line nothing but the phrase that made it clutter (and marks)?
fn stands_alone(text: &Text<'_>, line: Line, rules: &ClutterRules) -> bool {
    let Some(first) = (line.start..line.end).find(|&i| text.tokens[i].kind == TokenKind::Word) else {
        return false;
    };
    let Some(found) = rules.lexicon.longest_at(text, first) else { return false };
    (first + found.n_tokens..line.end).all(|i| text.tokens[i].kind == TokenKind::Mark)
}

fn has_arabic(text: &Text<'_>, line: Line) -> bool {
    text.tokens[line.start..line.end].iter().any(|t| t.kind == TokenKind::Word && !text.fold_of(t).is_ascii())
}

/// Short, and without a full stop at its end.
fn is_headline_like(text: &Text<'_>, line: Line) -> bool {
    !ends_with_stop(text, line) && line.n_words <= HEADLINE_WORDS
}

fn ends_with_stop(text: &Text<'_>, line: Line) -> bool {
    let last = (line.start..line.end).rev().find(|&i| !is_closing(text.fold_at(i)));
    last.is_some_and(|i| text.fold_at(i) == ".")
}

/// Does the line end with a mark that ends a sentence, closing quotes and brackets aside?
pub(super) fn ends_sentence(text: &Text<'_>, line: Line) -> bool {
    let last = (line.start..line.end).rev().find(|&i| !is_closing(text.fold_at(i)));
    last.is_some_and(|i| is_final(text.fold_at(i)) || matches!(text.fold_at(i), ":" | "\u{61B}" | "\u{60C}"))
}

/// A mark that ends a sentence.
pub(super) fn is_final(mark: &str) -> bool {
    matches!(mark, "." | "!" | "?" | "\u{61F}" | "\u{2026}" | "\u{6D4}")
}

/// A closing quote or bracket.
pub(super) fn is_closing(mark: &str) -> bool {
    matches!(mark, "\"" | "\u{BB}" | "\u{201D}" | "\u{2033}" | ")" | "]" | "'" | "\u{2019}" | "*")
}
