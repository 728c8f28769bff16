//! All times of a text, sentence by sentence.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::anniversary::anniversary_year;
use super::published::{Inferred, infer};
use super::retold::retell;
use super::rows::{Row, set_in_rows};
use super::scan::{Reading, Scan, Words};
use super::story::Story;
use super::{Basis, DateMention, forms};
use crate::knowledge::Knowledge;
use crate::knowledge::time::{Link, TimeWord};
use crate::text::{Affixes, Sentence, Text, TokenKind};

/// How many tokens back a verb in the future may stand.
const FUTURE_REACH: usize = 16;

/// Finds every time of the sentences that are no clutter, in order, none overlapping another.
///
/// `reference` is the day of publication; without it only absolute dates are resolved. Linear in the
/// length.
pub fn find(
    text: &Text<'_>,
    sentences: &[Sentence],
    knowledge: &Knowledge,
    reference: Option<NaiveDate>,
) -> Vec<DateMention> {
    find_among(text, &Words::new(text, knowledge), sentences, knowledge, reference)
}

/// Works the day of publication out unless it is given, and finds every time as seen from it.
pub fn find_from(
    text: &Text<'_>,
    sentences: &[Sentence],
    knowledge: &Knowledge,
    published: Option<NaiveDate>,
) -> (Option<Inferred>, Vec<DateMention>) {
    let words = Words::new(text, knowledge);
    let inferred = match published {
        Some(_) => None,
        None => infer(text, &words, sentences, knowledge),
    };
    let reference = published.or(inferred.as_ref().map(|i| i.day));
    let found = find_among(text, &words, sentences, knowledge, reference);
    (inferred, found)
}

/// The same with the words looked up.
pub(super) fn find_among(
    text: &Text<'_>,
    words: &Words,
    sentences: &[Sentence],
    knowledge: &Knowledge,
    reference: Option<NaiveDate>,
) -> Vec<DateMention> {
    let told = |story| tell(text, words, sentences, (knowledge, reference), story);
    let (mut found, mut rows) = told(Story::default());
    let Some(reference) = reference else { return found };
    if let Some(year) = anniversary_year(text, knowledge, &found, reference) {
        (found, rows) = told(Story::of_year(year));
    }
    retell(&mut found, sentences, reference);
    set_in_rows(&mut found, &rows, reference);
    found
}

/// Every time as the sentences tell it, and what stands on a line of its own over the mentions that follow.
fn tell(
    text: &Text<'_>,
    words: &Words,
    sentences: &[Sentence],
    (knowledge, reference): (&Knowledge, Option<NaiveDate>),
    mut story: Story,
) -> (Vec<DateMention>, Vec<Row>) {
    let (mut found, mut rows) = (Vec::new(), Vec::new());
    for sentence in sentences.iter().filter(|s| s.clutter.is_none()) {
        story.begin(sentence.line);
        let fresh = Scan::new(text, words, sentence.tokens.end, knowledge, reference);
        let mut scan = Scan { story, ..fresh };
        let n = found.len();
        find_in(&mut scan, sentence.tokens.start, &mut found);
        story = scan.story;
        story.end(&found[n..]);
        match &found[n..] {
            [only] if stands_alone(&scan, sentence.tokens.start, only.tokens.start, only.tokens.end) => {
                story.stand_over(only);
                rows.push(Row { from: n, days: only.resolved });
            }
            [] if sentence.headline && scan.is_word(sentence.tokens.start) => {
                story.end_heading();
                rows.push(Row { from: n, days: None });
            }
            [first, ..] if leads_row(&scan, sentence.tokens.start, first) => {
                rows.push(Row { from: n, days: first.resolved });
            }
            _ => {}
        }
    }
    (found, rows)
}

/// «- 9 June: …»: does the date open its sentence, with a colon behind it?
fn leads_row(scan: &Scan<'_>, start: usize, first: &DateMention) -> bool {
    leads(scan, start, first.tokens.start) && scan.is_mark(first.tokens.end, &[":"])
}

/// Finds the times of one sentence that begins at token `start`; the scan takes up the year and month named.
pub(super) fn find_in(scan: &mut Scan<'_>, start: usize, found: &mut Vec<DateMention>) {
    let mut i = scan.words.next(start);
    while i < scan.end {
        if scan.story.is_at_lead() && !leads(scan, start, i) {
            scan.story.leave_lead();
        }
        let Some(reading) = read_at(scan, i) else {
            i = scan.words.next(name_end(scan, i).unwrap_or(i + 1));
            continue;
        };
        let end = reading.end.max(i + 1);
        if !is_namesake(scan, start, i, &reading) {
            let mention = mention(scan, start, i, reading);
            scan.story.take_up(&mention);
            found.push(mention);
        }
        i = scan.words.next(end);
    }
}

/// Does nothing stand between token `start` and token `at` but marks, the number of an item and prepositions of time?
fn leads(scan: &Scan<'_>, start: usize, at: usize) -> bool {
    (start..at).all(|i| match scan.text.tokens[i].kind {
        TokenKind::Mark | TokenKind::Break => true,
        TokenKind::Number => {
            i <= start + 1 && scan.text.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Mark)
        }
        TokenKind::Word => scan.link(i, &[Link::In, Link::On]).is_some(),
    })
}

fn read_at(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    if may_begin(scan, i) { forms::longest(scan, i) } else { None }
}

/// The end of a name that has a word of time in it, when one begins at token `i`.
fn name_end(scan: &Scan<'_>, i: usize) -> Option<usize> {
    if scan.text.readings_at(i).is_empty() {
        return None;
    }
    scan.word(i).filter(|w| w.means == TimeWord::Name).map(|w| w.end)
}

/// Is the day part of a name: "Friday market", "29 May street", "the 17 February battalion"? A noun
/// without article right before a day that nothing places in a year or a week.
fn is_namesake(scan: &Scan<'_>, start: usize, at: usize, reading: &Reading) -> bool {
    if !reading.open || at <= start {
        return false;
    }
    let named = scan.word(at - 1).filter(|w| w.end == at && !w.affixes.has(Affixes::AL));
    let digits = scan.text.tokens[at].kind == TokenKind::Number;
    named.is_some_and(|w| match w.means {
        TimeWord::Link(Link::Named) => true,
        TimeWord::Link(Link::Label) => digits,
        _ => false,
    })
}

/// A cheap look before the forms try: most words of a text begin no time.
fn may_begin(scan: &Scan<'_>, i: usize) -> bool {
    let token = &scan.text.tokens[i];
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word if !token.is_known => false,
        TokenKind::Word => match scan.word(i) {
            Some(w) => match w.means {
                TimeWord::NotFuture | TimeWord::Name => false,
                TimeWord::Link(Link::Morrow | Link::Eve | Link::Ago | Link::After) => true,
                TimeWord::Link(_) => scan.is_timely(w.end),
                _ => true,
            },
            None => scan.is_number(i),
        },
        TokenKind::Mark | TokenKind::Break => false,
    }
}

/// Turns a reading into a mention; a sentence in the future turns an open date ahead.
fn mention(scan: &Scan<'_>, sentence: usize, at: usize, reading: Reading) -> DateMention {
    let ahead = scan.looking_ahead();
    let mut reading = reading;
    let mut future = None;
    if reading.open && !scan.ahead {
        let today = reading.range.is_some_and(|r| Some(r.start()) == scan.reference);
        let set = reading.basis == Basis::Weekday && !today && is_set_for(scan, sentence, at);
        if set || future_before(scan, sentence, at) {
            if let Some(other) = forms::longest(&ahead, at) {
                reading = other.because("the sentence speaks of the future");
            }
        } else if at > sentence + 1 && scan.link(at, &[Link::By]).is_some() {
            let next = forms::longest(&ahead, at).filter(|next| is_nearer(scan, next, &reading));
            reading = next.map_or(reading, |next| next.because("the sentence speaks of the future"));
        } else if stands_alone(scan, sentence, at, reading.end) {
            future = forms::longest(&ahead, at).and_then(|r| r.range).filter(|r| Some(*r) != reading.range);
        }
    }
    DateMention {
        tokens: at..reading.end,
        span: scan.text.span_of(at, reading.end),
        resolved: reading.range,
        anchor: reading.anchor,
        basis: reading.basis,
        relation: reading.relation,
        is_duration: reading.is_duration,
        weekday: reading.weekday,
        from_published: reading.from_published,
        is_ago: reading.ago,
        future,
        is_open: reading.open,
        why: reading.why.into_iter().map(Cow::into_owned).collect(),
    }
}

/// Does what stands right before token `at` set something for the weekday there («the meeting set for Sunday»)?
fn is_set_for(scan: &Scan<'_>, start: usize, at: usize) -> bool {
    const LONGEST: usize = 2;
    (start.max(at.saturating_sub(LONGEST))..at).any(|i| {
        let word = scan.word(i).filter(|w| w.end == at && !w.affixes.has_any(Affixes::BI.with(Affixes::LI)));
        word.is_some_and(|w| w.means == TimeWord::Link(Link::SetFor))
    })
}

/// «agreed to leave X by 15 May»: is the term nearer to the day of publication when it lies ahead?
fn is_nearer(scan: &Scan<'_>, next: &Reading, past: &Reading) -> bool {
    let days = |r: &Reading| {
        let (range, day) = (r.range?, scan.reference?);
        Some((range.start() - day).num_days().abs())
    };
    days(next).zip(days(past)).is_some_and(|(next, past)| next < past)
}

/// Is there a verb in the future before token `at`?
fn future_before(scan: &Scan<'_>, start: usize, at: usize) -> bool {
    let mut i = start.max(at.saturating_sub(FUTURE_REACH));
    while i < at {
        let word = scan.word(i);
        if speaks_of_future(scan, i, word.map(|w| w.means)) {
            return true;
        }
        i = word.filter(|w| w.means == TimeWord::NotFuture).map_or(i + 1, |w| w.end);
    }
    false
}

/// Is token `i` a verb in the future, or a word that says as much?
fn speaks_of_future(scan: &Scan<'_>, i: usize, means: Option<TimeWord>) -> bool {
    let token = &scan.text.tokens[i];
    if token.kind != TokenKind::Word {
        return false;
    }
    if !token.is_known {
        return looks_future(scan.text.fold_of(token), token.span.of(scan.text.source));
    }
    scan.text.readings(token)[0].affixes.has(Affixes::SA) || means == Some(TimeWord::Link(Link::Will))
}

/// Does an unknown word look like a verb with the prefix sa-: s, then the letter of a person? That of
/// the first person counts only where the text writes its hamza.
fn looks_future(folded: &str, written: &str) -> bool {
    const AND: [char; 2] = ['\u{648}', '\u{641}'];
    let word = folded.strip_prefix(AND).unwrap_or(folded);
    let mut letters = word.chars();
    let first_person = || written.strip_prefix(AND).unwrap_or(written).chars().nth(1) == Some('\u{623}');
    letters.next() == Some('\u{633}')
        && match letters.next() {
            Some('\u{64A}' | '\u{62A}' | '\u{646}') => true,
            Some('\u{627}') => first_person(),
            _ => false,
        }
        && letters.count() >= 3
}

/// Is the sentence nothing but this date (and marks)?
fn stands_alone(scan: &Scan<'_>, start: usize, at: usize, end: usize) -> bool {
    (start..at).chain(end..scan.end).all(|i| {
        scan.text.tokens[i].kind == TokenKind::Mark
            || matches!(
                scan.word(i).map(|w| w.means),
                Some(TimeWord::Link(Link::In | Link::About | Link::Less))
            )
    })
}
