//! All numbers of a text, with their bounds and ranges.

use super::numeral::word_at;
use super::{Bound, NumberKind, NumberMention, NumberWord, NumberWords, Numeral, NumeralKind, numeral_at};
use crate::text::{Lexicons, Text, TokenKind};

/// How many tokens after a number a bound such as "at least" may stand.
const BOUND_AFTER_REACH: usize = 4;

/// Finds every number of `text`, in order, none overlapping another. Linear in the length.
pub fn find(text: &Text<'_>, words: &NumberWords) -> Vec<NumberMention> {
    let known = Lexicons::default().with(&words.lexicon);
    let mut found = Vec::new();
    let mut i = 0;
    while let Some(token) = text.tokens.get(i) {
        let may_begin = match token.kind {
            TokenKind::Word => known.may_begin_with(token),
            TokenKind::Number => true,
            TokenKind::Mark => is_percent(text.fold_of(token)),
            TokenKind::Break => false,
        };
        match if may_begin { mention_at(text, words, i) } else { None } {
            Some(mention) => {
                i = mention.tokens.end;
                found.push(mention);
            }
            None => i += 1,
        }
    }
    found
}

fn mention_at(text: &Text<'_>, words: &NumberWords, at: usize) -> Option<NumberMention> {
    if text.tokens[at].kind == TokenKind::Mark {
        return percent_first(text, words, at);
    }
    if text.tokens[at].kind == TokenKind::Number {
        let kind = if is_glued(text, at) { NumberKind::Label } else { NumberKind::Cardinal };
        return range_or_one(text, words, at, at, None, kind);
    }
    match word_at(text, words, at) {
        Some((NumberWord::Bound(bound) | NumberWord::BoundAfter(bound), n)) => {
            let core = skip_quote(text, at + n);
            range_or_one(text, words, at, core, Some(bound), NumberKind::Cardinal)
        }
        Some((NumberWord::Between, n)) => between(text, words, at, at + n),
        Some((NumberWord::Label, n)) => {
            let core = skip_colon(text, at + n);
            let digits = text.tokens.get(core).is_some_and(|t| t.kind == TokenKind::Number);
            if digits { range_or_one(text, words, core, core, None, NumberKind::Label) } else { None }
        }
        Some((NumberWord::TwoFractions(parts), n)) => {
            let low = 2.0 / f64::from(parts);
            Some(NumberMention {
                tokens: at..at + n,
                core: at..at + n,
                span: text.span_of(at, at + n),
                low: Some(low),
                high: Some(low),
                kind: NumberKind::Part,
                vague: false,
                about: false,
                noun: false,
            })
        }
        Some((NumberWord::Dual, n)) => {
            let two = Numeral {
                end: at + n,
                low: 2.0,
                high: Some(2.0),
                kind: NumeralKind::Cardinal,
                digits: false,
                article: false,
                scale: 1.0,
            };
            let mut mention = one(text, at, at, &two, None, NumberKind::Cardinal);
            mention.noun = true;
            bound_after(text, words, &mut mention);
            Some(mention)
        }
        Some(_) => range_or_one(text, words, at, at, None, NumberKind::Cardinal),
        None => None,
    }
}

/// A number, or two joined by "to", "or" or a dash.
fn range_or_one(
    text: &Text<'_>,
    words: &NumberWords,
    at: usize,
    core: usize,
    bound: Option<Bound>,
    kind: NumberKind,
) -> Option<NumberMention> {
    let first = numeral_at(text, words, core)?;
    let may_range = bound.is_none_or(|b| b == Bound::About) && !changes(text, words, at);
    if let Some(second) = second_end(text, words, &first).filter(|_| may_range) {
        let mut mention = range(text, at, core, &first, &second);
        mention.about = bound.is_some();
        bound_after(text, words, &mut mention);
        return Some(mention);
    }
    let mut mention = one(text, at, core, &first, bound, kind);
    if !mention.vague && kind == NumberKind::Cardinal {
        percent(text, words, &mut mention);
        parts(text, words, &mut mention);
        bound_after(text, words, &mut mention);
    }
    Some(mention)
}

/// Is the number a part of a name, glued to a word by a dash: "F-16"?
fn is_glued(text: &Text<'_>, at: usize) -> bool {
    at >= 2
        && !text.tokens[at].spaced
        && !text.tokens[at - 1].spaced
        && matches!(text.fold_at(at - 1), "-" | "\u{2013}")
        && text.tokens[at - 2].kind == TokenKind::Word
}

/// How many tokens before "from A to B" a verb of growing or shrinking may stand.
const CHANGE_REACH: usize = 8;

/// Does "from" stand before the number at `at`, and a verb of growing or shrinking before that?
fn changes(text: &Text<'_>, words: &NumberWords, at: usize) -> bool {
    const FROM: &str = "\u{645}\u{646}";
    at > 0
        && text.fold_at(at - 1) == FROM
        && (at.saturating_sub(CHANGE_REACH)..at)
            .any(|i| matches!(word_at(text, words, i), Some((NumberWord::Change, _))))
}

/// "three quarters": the number counts parts.
fn parts(text: &Text<'_>, words: &NumberWords, mention: &mut NumberMention) {
    let end = mention.tokens.end;
    let Some((NumberWord::Fractions(parts), n)) = word_at(text, words, end) else { return };
    if mention.kind != NumberKind::Cardinal {
        return;
    }
    let divided = |v: Option<f64>| v.map(|v| v / f64::from(parts));
    (mention.low, mention.high) = (divided(mention.low), divided(mention.high));
    mention.kind = NumberKind::Part;
    (mention.tokens.end, mention.core.end) = (end + n, end + n);
    mention.span = text.span_of(mention.tokens.start, end + n);
}

/// "between A and B", "between A to B".
fn between(text: &Text<'_>, words: &NumberWords, at: usize, core: usize) -> Option<NumberMention> {
    let first = numeral_at(text, words, core).filter(|n| !n.is_ordinal())?;
    let next = text.tokens.get(first.end)?;
    let and = "\u{648}";
    let apart = text.fold_at(first.end) == and
        || next.kind == TokenKind::Mark
        || matches!(word_at(text, words, first.end), Some((NumberWord::To, _)));
    let second = if apart {
        numeral_at(text, words, first.end + 1)
    } else {
        numeral_at(text, words, first.end).filter(|_| text.fold_at(first.end).starts_with(and))
    };
    let second = second.filter(|s| s.low > first.low && !s.is_ordinal())?;
    Some(range(text, at, core, &first, &second))
}

/// The upper end of a range whose lower end is `first`.
fn second_end(text: &Text<'_>, words: &NumberWords, first: &Numeral) -> Option<Numeral> {
    const OR: &str = "\u{627}\u{648}";
    // «on Monday rose to 94»: a day of the week is written like a number with the article.
    if first.kind != NumeralKind::Cardinal || first.article && !first.digits {
        return None;
    }
    let next = text.tokens.get(first.end)?;
    let joins = match next.kind {
        TokenKind::Word => {
            text.fold_at(first.end) == OR
                || matches!(word_at(text, words, first.end), Some((NumberWord::To, 1)))
        }
        TokenKind::Mark => {
            first.digits
                && matches!(text.fold_at(first.end), "-" | "\u{2013}")
                && !dashes_go_on(text, first.end)
        }
        TokenKind::Number | TokenKind::Break => false,
    };
    let second = numeral_at(text, words, first.end + 1).filter(|_| joins)?;
    (second.kind == NumeralKind::Cardinal && second.low > first.low).then_some(second)
}

/// Is the dash at `dash` one of several, as in a date or a telephone number?
fn dashes_go_on(text: &Text<'_>, dash: usize) -> bool {
    let is_dash = |i: usize| matches!(text.fold_at(i), "-" | "\u{2013}" | "/");
    is_dash(dash + 2) || (dash >= 2 && is_dash(dash - 2))
}

fn range(text: &Text<'_>, at: usize, core: usize, first: &Numeral, second: &Numeral) -> NumberMention {
    let is_shared = first.scale < second.scale && first.low * second.scale < second.low;
    let factor = if is_shared { second.scale } else { 1.0 };
    NumberMention {
        tokens: at..second.end,
        core: core..second.end,
        span: text.span_of(at, second.end),
        low: Some(first.low * factor),
        high: second.high,
        kind: NumberKind::Cardinal,
        vague: false,
        about: false,
        noun: false,
    }
}

fn one(
    text: &Text<'_>,
    at: usize,
    core: usize,
    n: &Numeral,
    bound: Option<Bound>,
    kind: NumberKind,
) -> NumberMention {
    let untold = n.kind == NumeralKind::Vague && n.low <= 0.0;
    let (low, high) = if untold { (None, None) } else { bounded(n.low, n.high, bound) };
    NumberMention {
        tokens: at..n.end,
        core: core..n.end,
        span: text.span_of(at, n.end),
        low,
        high,
        kind: if n.is_ordinal() { NumberKind::Ordinal } else { kind },
        vague: n.kind == NumeralKind::Vague,
        about: bound == Some(Bound::About),
        noun: false,
    }
}

/// The range that a bound leaves of `low..=high`.
fn bounded(low: f64, high: Option<f64>, bound: Option<Bound>) -> (Option<f64>, Option<f64>) {
    let step = if low.fract() == 0.0 { 1.0 } else { 0.0 };
    match bound {
        Some(Bound::Above) => (Some(low + step), None),
        Some(Bound::From) => (Some(low), None),
        Some(Bound::Below) => (None, high.map(|h| h - step)),
        Some(Bound::To) => (None, high),
        Some(Bound::About | Bound::Exact) | None => (Some(low), high),
    }
}

/// Looks for "at least", "or more" and the like behind the number and the noun it counts.
fn bound_after(text: &Text<'_>, words: &NumberWords, mention: &mut NumberMention) {
    let from = mention.tokens.end;
    for i in from..(from + BOUND_AFTER_REACH).min(text.tokens.len()) {
        match text.tokens[i].kind {
            TokenKind::Word => {}
            _ => return,
        }
        match word_at(text, words, i) {
            Some((NumberWord::BoundAfter(bound), _)) => {
                if bound == Bound::About {
                    mention.about = true;
                } else if let (Some(low), Some(_)) = (mention.low, mention.high) {
                    (mention.low, mention.high) = bounded(low, mention.high, Some(bound));
                }
                return;
            }
            Some((NumberWord::Bound(_), _)) => return,
            _ => {}
        }
    }
}

fn percent(text: &Text<'_>, words: &NumberWords, mention: &mut NumberMention) {
    let end = mention.tokens.end;
    let n = match text.fold_at(end) {
        mark if is_percent(mark) => 1,
        _ => match word_at(text, words, end) {
            Some((NumberWord::Percent, n)) => n,
            _ => return,
        },
    };
    mention.kind = NumberKind::Percent;
    mention.tokens.end = end + n;
    mention.span = text.span_of(mention.tokens.start, mention.tokens.end);
}

/// The mark of percent at `at` before its digits.
fn percent_first(text: &Text<'_>, words: &NumberWords, at: usize) -> Option<NumberMention> {
    text.tokens.get(at + 1).filter(|t| t.kind == TokenKind::Number && !t.spaced)?;
    let mention = range_or_one(text, words, at + 1, at + 1, None, NumberKind::Cardinal)?;
    let tokens = at..mention.tokens.end;
    let span = text.span_of(tokens.start, tokens.end);
    Some(NumberMention { tokens, span, kind: NumberKind::Percent, ..mention })
}

fn is_percent(mark: &str) -> bool {
    matches!(mark, "%" | "\u{66A}")
}

fn skip_quote(text: &Text<'_>, at: usize) -> usize {
    let quote = matches!(text.fold_at(at), "\"" | "\u{AB}" | "\u{201C}" | "\u{201D}");
    at + usize::from(quote)
}

fn skip_colon(text: &Text<'_>, at: usize) -> usize {
    at + usize::from(matches!(text.fold_at(at), ":"))
}

#[cfg(test)]
mod tests {
    use crate::knowledge::Knowledge;
    use crate::text::Text;

    fn read(source: &str) -> Vec<(Option<f64>, Option<f64>)> {
        let knowledge = Knowledge::embedded().expect("the embedded data");
        let text = Text::new(source, &knowledge.vocabulary);
        super::find(&text, &knowledge.numbers).into_iter().map(|m| (m.low, m.high)).collect()
    }

    #[test]
    fn bounds_and_ranges_stay_around_their_number() {
        let (n, open) = (|n| (Some(n), Some(n)), |n| (Some(n), None));
        assert_eq!(read("أكثر من 410 قتلى"), [open(411.0)]);
        assert_eq!(read("412 قتيلا على الأقل بينهم 61 مدنيا"), [open(412.0), n(61.0)]);
        assert_eq!(read("ما بين 40 إلى 50 مقاتلا"), [(Some(40.0), Some(50.0))]);
        assert_eq!(read("عشرات القتلى وآلاف النازحين"), [open(20.0), open(2000.0)]);
        assert_eq!(read("أربعة وتسعون مقاتلا"), [n(94.0)]);
        assert_eq!(read("بينهم طفلان ومدنيين"), [n(2.0)]);
        assert_eq!(read("ثالث أكبر مدينة وقال أحد سكان حمص"), []);
    }
}
