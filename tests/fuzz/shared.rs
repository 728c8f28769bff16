//! What all targets share: knowledge loaded once, and an input of a day and a text.
//!
//! Bytes alone hardly ever make a word, so a byte below 128 after the day stands for itself and one
//! above for a piece of the grammar: words that dates, numbers, places and events are made of.

use std::sync::LazyLock;

use chrono::NaiveDate;
use waqai::base::Span;
use waqai::knowledge::Knowledge;

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| Knowledge::embedded().expect("the embedded data"));

/// The embedded knowledge.
pub fn knowledge() -> &'static Knowledge {
    &KNOWLEDGE
}

/// The pieces, one a line.
static PIECES: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("pieces.txt").lines().collect());

/// A day of publication, or none, and a text. When the bytes after the first four are UTF-8 with Arabic
/// in it, they are the text as they stand.
pub fn input(data: &[u8]) -> (Option<NaiveDate>, String) {
    let (day, rest) = data.split_at(data.len().min(4));
    let day = i32::from_le_bytes([0, 1, 2, 3].map(|i| day.get(i).copied().unwrap_or(0)));
    let reference = (day % 5 != 0).then(|| NaiveDate::from_num_days_from_ce_opt(day % 3_000_000)).flatten();
    if let Ok(text) = std::str::from_utf8(rest)
        && text.chars().any(|c| c > '\u{7F}')
    {
        return (reference, text.to_owned());
    }
    let mut text = String::new();
    for &byte in rest {
        match usize::from(byte).checked_sub(128) {
            None => text.push(char::from(byte)),
            Some(i) => {
                text.push_str(PIECES[i % PIECES.len()]);
                text.push(' ');
            }
        }
    }
    (reference, text)
}

/// A span holds words of the text, from one border of a character to another.
#[allow(dead_code, reason = "every target uses a part of it")]
pub fn assert_inside(span: Span, source: &str) {
    assert!(source.get(span.range()).is_some_and(|words| !words.is_empty()), "{span:?}");
}
