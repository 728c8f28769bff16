//! Years, decades and centuries: "the year 2016", "in 2016", "the uprising of 2011", "the eighties of
//! the last century".

use super::absolute::{self, YearRef};
use crate::base::DayRange;
use crate::dates::scan::{Reading, Scan};
use crate::dates::{Basis, calendar};
use crate::knowledge::time::{Count, Link, Part, Side, TimeWord, Unit};
use crate::text::{ARTICLE, Affixes, TokenKind};

/// Reads a year, a decade or a century.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    named(scan, i).or_else(|| decade(scan, i)).or_else(|| bare(scan, i)).or_else(|| in_words(scan, i))
}

/// "the year 2016", "the two years 2019 and 2020".
fn named(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let (Unit::Year, count, word) = scan.unit(i)? else { return None };
    if count != Count::One {
        return years(scan, word.end);
    }
    if let Some(n) = scan.number(word.end).filter(|n| (1300.0..1600.0).contains(&n.low))
        && let Some(end) = scan.link(n.end, &[Link::Hijri])
    {
        return Some(super::hijri::year(end, n.low as i32));
    }
    let (YearRef::Exact(year), end) = absolute::year_after(scan, i)? else { return None };
    Some(Reading::new(end, DayRange::year(year), Basis::Absolute, "a year in the text"))
}

/// "2019 and 2020" after "the years".
fn years(scan: &Scan<'_>, at: usize) -> Option<Reading> {
    let year = |at: usize| scan.number(at).filter(|n| n.digits && (1000.0..3000.0).contains(&n.low));
    let first = year(at)?;
    let (mut end, mut last) = (first.end, first.low);
    loop {
        let next = scan.skip(end, &["\u{60C}", ",", "-"]);
        let next = scan.and(next).map_or(next, |at| at);
        let next = scan.skip_link(next, &[Link::Until]);
        let next = if scan.fold(next) == "\u{648}" { next + 1 } else { next };
        match year(next).filter(|_| next > end) {
            Some(n) => (end, last) = (n.end, n.low),
            None => break,
        }
    }
    let range = calendar::years(first.low.min(last) as i32, first.low.max(last) as i32);
    (end > first.end)
        .then(|| Reading::new(end, range, Basis::Absolute, "from the first year named to the last"))
}

/// "the eighties [of the last century]".
fn decade(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let word = scan.word(i)?;
    let TimeWord::DecadeName(decade) = word.means else { return None };
    if is_age(scan, i, word.end) {
        return None;
    }
    let (century, end) = century_after(scan, word.end).unwrap_or((None, word.end));
    let century = century.unwrap_or(if decade <= 20 && scan.year().is_some_and(|y| y >= 2020 + decade) {
        2000
    } else {
        1900
    });
    let first = century + decade;
    Some(Reading::new(end, calendar::years(first, first + 9), Basis::Absolute, "a decade of a century"))
}

/// "a woman in her fifties", "in the fifties of his life".
fn is_age(scan: &Scan<'_>, i: usize, end: usize) -> bool {
    let of_life = scan.link(end, &[Link::From]).and_then(|at| scan.link(at, &[Link::Age]));
    let somebody = || {
        let before = i.checked_sub(2).filter(|_| scan.link(i - 1, &[Link::In]).is_some());
        before.and_then(|before| scan.link(before, &[Link::Aged])).is_some()
    };
    of_life.is_some() || somebody()
}

/// "of the last century", "of the nineteenth century": its first year.
fn century_after(scan: &Scan<'_>, i: usize) -> Option<(Option<i32>, usize)> {
    let at = scan.skip_link(i, &[Link::From, Link::In]);
    let (Unit::Century, Count::One, unit) = scan.unit(at)? else { return None };
    let this = scan.year().map_or(2000, |y| y - y.rem_euclid(100));
    if let Some((side, end)) = scan.side(unit.end) {
        let first = match side {
            Side::Past | Side::Preceding => this - 100,
            _ => this,
        };
        return Some((Some(first), end));
    }
    let n = scan.number(unit.end).filter(|n| (1.0..=30.0).contains(&n.low))?;
    Some((Some((n.low as i32 - 1) * 100), n.end))
}

/// Prepositions that a bare year may follow.
const CUES: [Link; 9] = [
    Link::In,
    Link::Since,
    Link::Until,
    Link::By,
    Link::During,
    Link::After,
    Link::Ago,
    Link::From,
    Link::On,
];

/// Four digits that are a year by what stands around them.
fn bare(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let token = scan.text.tokens.get(i).filter(|_| i < scan.end)?;
    if token.kind != TokenKind::Number || scan.text.fold_of(token).len() != 4 {
        return None;
    }
    let n = scan.number(i).filter(|n| (1900.0..2100.0).contains(&n.low) && n.end == i + 1)?;
    // «2014:» by itself in a line.
    if super::led::begins_line(scan, i) && (i + 1..scan.end).all(|at| !is_content(scan, at)) {
        let year = DayRange::year(n.low as i32);
        return Some(Reading::new(n.end, year, Basis::Absolute, "a year by itself in a line"));
    }
    let before = i.checked_sub(1).and_then(|b| scan.text.tokens.get(b))?;
    let before_word = i.checked_sub(1).and_then(|b| scan.word(b)).map(|w| w.means);
    let cue = match before_word {
        Some(TimeWord::Link(link)) if CUES.contains(&link) => true,
        Some(TimeWord::Part(part)) => part != Part::Last && part != Part::Rest,
        Some(TimeWord::Link(Link::Label | Link::Age)) => return None,
        _ => false,
    };
    let closed = closes(scan, i + 1);
    let after_noun = before.kind == TokenKind::Word && token.spaced && !is_label(scan, i - 1);
    let in_brackets =
        before.kind == TokenKind::Mark && scan.text.fold_of(before) == "(" && scan.is_mark(i + 1, &[")"]);
    let closed = closed || is_definite(scan, i + 1) || scan.fold(i + 1) == "\u{628}";
    let year =
        (cue && follows_year(scan, i + 1)) || (after_noun && closed && !counts(scan, i - 1)) || in_brackets;
    let end = scan.skip_link(n.end, &[Link::Gregorian]);
    year.then(|| {
        Reading::new(end, DayRange::year(n.low as i32), Basis::Absolute, "four digits used as a year")
    })
}

fn is_content(scan: &Scan<'_>, at: usize) -> bool {
    matches!(scan.text.tokens[at].kind, TokenKind::Word | TokenKind::Number)
}

/// "in one thousand nine hundred and seventy": a year in words that closes the sentence; a round number
/// may count anything.
fn in_words(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    i.checked_sub(1).and_then(|b| scan.link(b, &[Link::In, Link::Since])).filter(|end| *end == i)?;
    let n = scan.number(i).filter(|n| !n.digits && !n.is_ordinal())?;
    let year = (1000.0..2100.0).contains(&n.low) && n.low % 100.0 > 0.0 && closes(scan, n.end);
    year.then(|| Reading::new(n.end, DayRange::year(n.low as i32), Basis::Absolute, "a year in words"))
}

/// Does the sentence close, or a new clause begin, at token `at`?
fn closes(scan: &Scan<'_>, at: usize) -> bool {
    if at >= scan.end {
        return true;
    }
    match scan.text.tokens[at].kind {
        TokenKind::Mark => !matches!(scan.fold(at), "%" | "\u{66A}" | "/" | "-" | "x"),
        TokenKind::Break => true,
        TokenKind::Word => {
            scan.text.readings_at(at).iter().any(|r| r.affixes.has_any(Affixes::WA.with(Affixes::FA)))
                || scan.link(at, &[Link::Until, Link::In, Link::From, Link::After, Link::Ago]).is_some()
        }
        TokenKind::Number => false,
    }
}

/// After "in 2016" anything may follow but a noun that is counted ("in 2000 places").
fn follows_year(scan: &Scan<'_>, at: usize) -> bool {
    closes(scan, at) || {
        let token = &scan.text.tokens[at];
        let article = is_definite(scan, at);
        let accusative = scan.fold(at).ends_with('\u{627}') && scan.fold(at).chars().count() > 3;
        token.kind == TokenKind::Word
            && (article || !accusative || is_lately(scan, at - 1))
            && scan.unit(at).is_none()
            && !round_count(scan, at - 1, at)
    }
}

/// «in 2015, taking advantage of»: a number of the last twenty years tells one, whatever follows.
fn is_lately(scan: &Scan<'_>, number: usize) -> bool {
    const LATELY: i32 = 20;
    let year = scan.number(number).filter(|n| n.digits).map(|n| n.low as i32);
    let lately =
        year.zip(scan.year()).is_some_and(|(y, now)| (now - LATELY..=now).contains(&y) && y % 10 > 0);
    lately && number.checked_sub(1).is_some_and(|b| scan.link(b, &[Link::In, Link::Since]) == Some(number))
}

/// Does the word at `at` carry the article? What a number counts never does.
fn is_definite(scan: &Scan<'_>, at: usize) -> bool {
    at < scan.end && scan.text.tokens[at].kind == TokenKind::Word && scan.fold(at).starts_with(ARTICLE)
}

/// A round thousand before a bare singular noun counts it.
fn round_count(scan: &Scan<'_>, number: usize, next: usize) -> bool {
    let round = scan.fold(number).ends_with("000");
    round && !scan.fold(next).starts_with(ARTICLE)
}

/// Is token `i` a word that numbers things ("resolution", "brigade")?
fn is_label(scan: &Scan<'_>, i: usize) -> bool {
    scan.link(i, &[Link::Label, Link::Age, Link::About, Link::Less]).is_some() || scan.labels_number(i)
}

/// Does token `i` bound or count the number after it?
fn counts(scan: &Scan<'_>, i: usize) -> bool {
    scan.bounds_number(i)
}
