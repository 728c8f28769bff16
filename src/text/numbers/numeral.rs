//! One number, in words or digits, with no bounds around it: the grammar of Arabic numerals.
//!
//! Units come before tens and are joined by "and"; hundreds before both; what stands before a scale
//! (thousand, million …) is multiplied by it; scales come in falling order.

use super::words::{Alone, NumberWord, NumberWords};
use crate::text::{ARTICLE, Affixes, Text, TokenKind};

/// A number without its bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// One past its last token.
    pub end: usize,
    /// The least it can be.
    pub low: f64,
    /// The most it can be; none when open.
    pub high: Option<f64>,
    /// How it counts.
    pub kind: NumeralKind,
    /// Was all of it written in digits?
    pub digits: bool,
    /// Does its first word carry the article?
    pub article: bool,
    /// What the last scale multiplied by; 1 without one.
    pub scale: f64,
}

/// How a numeral counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumeralKind {
    /// One, two, three …
    Cardinal,
    /// First, second, third …
    Ordinal,
    /// Dozens, hundreds, a few.
    Vague,
}

impl Numeral {
    /// Is it first, second, third …?
    pub fn is_ordinal(&self) -> bool {
        self.kind == NumeralKind::Ordinal
    }

    /// Is it `n`?
    pub fn is(&self, n: f64) -> bool {
        same(self.low, n)
    }
}

/// Are two whole numbers the same?
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// One step of a numeral.
#[derive(Clone, Copy)]
enum Item {
    Value { value: f64, ordinal: bool, compound: bool, digits: bool },
    Scale { factor: f64, alone: Alone },
    ScaleTwo(f64),
    Fraction(f64),
    Vague { low: f64, high: Option<f64> },
}

struct Step {
    item: Item,
    joined: bool,
    article: bool,
    end: usize,
}

/// Sum of the parts read so far.
#[derive(Default)]
struct Sum {
    total: f64,
    group: f64,
    last: f64,
    floor: f64,
    scale: Option<f64>,
    ordinal: bool,
    compound_alone: bool,
    digits: bool,
    n_items: usize,
}

/// The number that begins at token `at`, if one does.
pub fn numeral_at(text: &Text<'_>, words: &NumberWords, at: usize) -> Option<Numeral> {
    let minus = word_at(text, words, at).filter(|(w, _)| *w == NumberWord::Minus);
    if let Some((_, n)) = minus {
        let n = numeral_at(text, words, at + n).filter(|n| n.low > 0.0)?;
        return Some(Numeral { low: -n.low, high: n.high.map(|h| -h), ..n });
    }
    let first = step_at(text, words, at, true)?;
    if let Item::Vague { low, high } = first.item {
        return Some(vague(text, words, &first, low, high));
    }
    if let Item::Scale { factor, alone: Alone::Many } = first.item {
        return Some(vague_of(&first, first.end, 2.0 * factor, None, factor));
    }
    if is_no_count(text, words, &first) {
        return None;
    }
    if let Item::Fraction(part) = first.item {
        return part_of_scale(text, words, &first, part);
    }
    let mut sum = Sum { floor: f64::INFINITY, digits: true, ..Sum::default() };
    if !sum.push(&first, false) {
        return None;
    }
    let mut end = first.end;
    while let Some(step) = step_at(text, words, end, false) {
        let hundred_follows = matches!(step.item, Item::Value { digits: true, .. })
            && matches!(word_at(text, words, step.end), Some((NumberWord::Cardinal(100), _)));
        if begins_another(text, words, &sum, &step) || !sum.push(&step, hundred_follows) {
            break;
        }
        end = match step.item {
            Item::Fraction(_) => whole_named(text, words, step.end),
            _ => step.end,
        };
    }
    let (value, end) = decimal(text, words, sum.total + sum.group, end);
    if sum.compound_alone || (sum.ordinal && rank_follows(text, words, end) && !first.article) {
        return None;
    }
    let tens = (20.0..100.0).contains(&value);
    Some(Numeral {
        end,
        low: value,
        high: Some(value),
        kind: if sum.ordinal || (first.article && tens && !sum.digits) {
            NumeralKind::Ordinal
        } else {
            NumeralKind::Cardinal
        },
        digits: sum.digits,
        article: first.article,
        scale: sum.scale.unwrap_or(1.0),
    })
}

/// Words of number that count nothing: "thousand" before a noun with the article is a verb ("he wrote"),
/// and "one of the largest" a rank.
fn is_no_count(text: &Text<'_>, words: &NumberWords, first: &Step) -> bool {
    const OF: &str = "\u{645}\u{646}";
    let next = text.fold_at(first.end);
    match first.item {
        Item::Scale { alone: Alone::One, .. } => {
            !first.article && next.starts_with(ARTICLE) && next != ARTICLE
        }
        Item::Value { value, digits: false, ordinal: false, .. } => {
            same(value, 1.0) && next == OF && rank_follows(text, words, first.end + 1)
        }
        _ => false,
    }
}

/// "ten thousand and forty thousand": what has the scale again, or a greater one, is another number.
fn begins_another(text: &Text<'_>, words: &NumberWords, sum: &Sum, step: &Step) -> bool {
    let Some(before) = sum.scale.filter(|_| step.joined && matches!(step.item, Item::Value { .. })) else {
        return false;
    };
    let mut end = step.end;
    while let Some(next) = step_at(text, words, end, false) {
        match next.item {
            Item::Value { .. } => end = next.end,
            Item::Scale { factor, .. } => return !next.joined && factor >= before,
            _ => return false,
        }
    }
    false
}

/// "half a million": a part of one scale.
fn part_of_scale(text: &Text<'_>, words: &NumberWords, first: &Step, part: f64) -> Option<Numeral> {
    let step = step_at(text, words, first.end, false).filter(|s| !s.joined && !first.article)?;
    let Item::Scale { factor, alone: Alone::One } = step.item else { return None };
    Some(Numeral {
        end: step.end,
        low: factor * part,
        high: Some(factor * part),
        kind: NumeralKind::Cardinal,
        digits: false,
        article: false,
        scale: factor,
    })
}

impl Sum {
    /// Takes one more step in; `false` when it does not belong to the number.
    fn push(&mut self, step: &Step, hundred_follows: bool) -> bool {
        let fits = match step.item {
            Item::Value { value, ordinal, compound, digits } => {
                let fits = self.push_value(value, step.joined, digits, hundred_follows);
                if fits {
                    self.ordinal |= ordinal;
                    self.compound_alone = compound && self.n_items == 0;
                    self.digits &= digits;
                }
                fits
            }
            Item::Scale { factor, alone } => self.push_scale(factor, alone, step.joined),
            Item::ScaleTwo(factor) => self.push_scale_two(factor, step.joined),
            Item::Fraction(part) => self.push_fraction(part, step.joined),
            Item::Vague { .. } => false,
        };
        if fits {
            self.n_items += 1;
        }
        fits
    }

    fn push_value(&mut self, value: f64, joined: bool, digits: bool, hundred_follows: bool) -> bool {
        let unit = (1.0..10.0).contains(&self.last);
        if self.n_items == 0 {
            self.group = value;
            self.floor = if digits || value < 100.0 { 1.0 } else { 100.0 };
            if !digits && (20.0..100.0).contains(&value) {
                self.floor = 1.0;
            }
        } else if same(value, 10.0) && unit && !joined && !digits && self.floor <= 1.0 {
            self.group += 10.0;
        } else if same(value, 100.0) && (3.0..10.0).contains(&self.last) && !joined && !digits {
            self.group += self.last * 99.0;
            self.floor = 100.0;
        } else if (20.0..100.0).contains(&value) && value % 10.0 == 0.0 && unit && joined && !digits {
            self.group += value;
            self.floor = 1.0;
        } else if value > 0.0 && value < self.floor && value.fract() == 0.0 {
            let without_and = !digits && self.floor <= 100.0 || hundred_follows;
            if !joined && !without_and {
                return false;
            }
            self.group += value;
            self.floor = if value >= 100.0 && !digits { 100.0 } else { 1.0 };
        } else {
            return false;
        }
        self.last = value;
        true
    }

    fn push_scale(&mut self, factor: f64, alone: Alone, joined: bool) -> bool {
        if self.scale.is_some_and(|s| factor >= s) {
            return false;
        }
        if self.n_items == 0 || (joined && self.scale.is_some() && same(self.group, 0.0)) {
            self.total += if alone == Alone::Two { 2.0 * factor } else { factor };
        } else if !joined && self.group > 0.0 && !self.ordinal {
            self.total += self.group * factor;
        } else {
            return false;
        }
        self.close(factor);
        true
    }

    fn push_scale_two(&mut self, factor: f64, joined: bool) -> bool {
        if self.n_items > 0 && !(joined && self.scale.is_some_and(|s| factor < s) && same(self.group, 0.0)) {
            return false;
        }
        self.total += 2.0 * factor;
        self.close(factor);
        true
    }

    fn push_fraction(&mut self, part: f64, joined: bool) -> bool {
        let Some(scale) = self.scale.filter(|_| joined && self.group <= 0.0) else { return false };
        self.total += scale * part;
        self.floor = 0.0;
        true
    }

    fn close(&mut self, factor: f64) {
        (self.group, self.last) = (0.0, 0.0);
        (self.scale, self.floor) = (Some(factor), factor);
        (self.digits, self.compound_alone) = (false, false);
    }
}

/// Dozens, hundreds, a few; and thousands of them.
fn vague(text: &Text<'_>, words: &NumberWords, first: &Step, low: f64, high: Option<f64>) -> Numeral {
    let mut end = first.end;
    let mut factor = 1.0;
    if let Some(step) = step_at(text, words, end, false).filter(|s| !s.joined) {
        match step.item {
            Item::Scale { factor: f, .. } => (factor, end) = (f, step.end),
            Item::Vague { low: l, high: None } if high.is_some() => (factor, end) = (l / 2.0, step.end),
            _ => {}
        }
    }
    vague_of(first, end, low * factor, high.map(|h| h * factor), factor)
}

fn vague_of(first: &Step, end: usize, low: f64, high: Option<f64>, scale: f64) -> Numeral {
    Numeral { end, low, high, kind: NumeralKind::Vague, digits: false, article: first.article, scale }
}

/// Adds the digits after a spoken decimal point.
fn decimal(text: &Text<'_>, words: &NumberWords, value: f64, end: usize) -> (f64, usize) {
    let Some((NumberWord::Point, n)) = word_at(text, words, end) else { return (value, end) };
    match step_at(text, words, end + n, false) {
        Some(Step { item: Item::Value { value: part, ordinal: false, .. }, joined: false, end, .. })
            if part.fract() == 0.0 && part >= 0.0 =>
        {
            let mut scale = 10.0;
            while scale <= part {
                scale *= 10.0;
            }
            (value + part / scale, end)
        }
        _ => (value, end),
    }
}

/// "a million and a half of the million": the scale said again.
fn whole_named(text: &Text<'_>, words: &NumberWords, end: usize) -> usize {
    match words.lexicon.longest_at(text, end) {
        Some(m) if matches!(m.value, NumberWord::Scale { .. }) && m.affixes.has(Affixes::AL) => {
            end + m.n_tokens
        }
        _ => end,
    }
}

fn rank_follows(text: &Text<'_>, words: &NumberWords, end: usize) -> bool {
    matches!(word_at(text, words, end), Some((NumberWord::Superlative, _)))
}

/// The number word at token `i` and how many tokens it covers.
pub(super) fn word_at(text: &Text<'_>, words: &NumberWords, i: usize) -> Option<(NumberWord, usize)> {
    words.lexicon.longest_at(text, i).filter(|m| !m.pronoun).map(|m| (*m.value, m.n_tokens))
}

fn step_at(text: &Text<'_>, words: &NumberWords, at: usize, first: bool) -> Option<Step> {
    const WAW: &str = "\u{648}";
    let token = text.tokens.get(at)?;
    if token.kind == TokenKind::Number {
        let value = digits_value(text, at)?;
        let item = Item::Value { value, ordinal: false, compound: false, digits: true };
        return Some(Step { item, joined: false, article: false, end: at + 1 });
    }
    if !first && token.kind == TokenKind::Word && text.fold_at(at) == WAW {
        let step = step_at(text, words, at + 1, true)?;
        return Some(Step { joined: true, ..step });
    }
    if !words.lexicon.begins_at(text, at) {
        return None;
    }
    let affixes = if begins_with_and(text, at) { Affixes::WA } else { Affixes::default() };
    let found = words.lexicon.longest_with(text, at, affixes).filter(|m| !m.pronoun)?;
    let item = match *found.value {
        NumberWord::Cardinal(n) => {
            Item::Value { value: f64::from(n), ordinal: false, compound: false, digits: false }
        }
        NumberWord::Compound(n) => {
            Item::Value { value: f64::from(n), ordinal: false, compound: true, digits: false }
        }
        NumberWord::Ordinal(n) => {
            Item::Value { value: f64::from(n), ordinal: true, compound: false, digits: false }
        }
        NumberWord::Scale { factor, alone } => Item::Scale { factor, alone },
        NumberWord::ScaleTwo(factor) => Item::ScaleTwo(factor),
        NumberWord::Fraction(parts) => Item::Fraction(1.0 / f64::from(parts)),
        NumberWord::Vague { low, high } => Item::Vague { low: f64::from(low), high: high.map(f64::from) },
        _ => return None,
    };
    Some(Step {
        item,
        joined: found.affixes.has(Affixes::WA),
        article: found.affixes.has(Affixes::AL),
        end: at + found.n_tokens,
    })
}

/// Is the first letter "and" by its spelling? Folding makes "and one of" look like "one".
fn begins_with_and(text: &Text<'_>, at: usize) -> bool {
    const HAMZA: [char; 3] = ['\u{622}', '\u{623}', '\u{625}'];
    text.tokens[at].span.of(text.source).strip_prefix('\u{648}').is_some_and(|rest| rest.starts_with(HAMZA))
}

/// The value of a digit token; none when it is glued to Latin letters (a road, a rifle) or is no number.
pub fn digits_value(text: &Text<'_>, at: usize) -> Option<f64> {
    let token = text.tokens.get(at).filter(|t| t.kind == TokenKind::Number)?;
    let glued = !token.spaced
        && at > 0
        && text.tokens[at - 1].kind == TokenKind::Word
        && text.fold_at(at - 1).is_ascii();
    if glued { None } else { parse_digits(text.fold_of(token)) }
}

/// Reads folded digits with thousands and decimal separators. A separator before exactly three
/// digits parts thousands, unless the number begins with zero.
fn parse_digits(folded: &str) -> Option<f64> {
    const DECIMAL: char = '\u{66B}';
    const THOUSANDS: char = '\u{66C}';
    if folded.bytes().all(|b| b.is_ascii_digit()) {
        return folded.parse().ok();
    }
    let groups = folded.split([',', '.', THOUSANDS]).skip(1);
    let thousands = !folded.contains(DECIMAL)
        && groups.clone().count() > 0
        && groups.clone().all(|g| g.len() == 3)
        && !folded.starts_with('0')
        && folded.find([',', '.', THOUSANDS]).is_some_and(|at| at <= 3);
    let plain: String = folded
        .chars()
        .filter_map(|c| match c {
            '0'..='9' => Some(c),
            ',' | '.' | THOUSANDS if thousands => None,
            ',' | '.' | DECIMAL => Some('.'),
            _ => None,
        })
        .collect();
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::parse_digits;

    #[test]
    fn separators_part_thousands_or_decimals() {
        let read: Vec<_> = ["1,200", "1.200.000", "3.5", "180,25", "0.125", "12\u{66B}5", "1.2.3"]
            .into_iter()
            .map(parse_digits)
            .collect();
        let want = [Some(1200.0), Some(1_200_000.0), Some(3.5), Some(180.25), Some(0.125), Some(12.5), None];
        assert_eq!(read, want);
    }
}
