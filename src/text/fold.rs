//! The folded form: what two spellings of one Arabic word have in common.
//!
//! Alef with hamza or madda becomes bare alef, hamza on a seat its seat, ta marbuta ha, alef maqsura
//! and Farsi yeh yeh, keheh kaf; tatweel, diacritics and direction controls vanish; Arabic-Indic and
//! Persian digits become ASCII; presentation forms are decomposed (NFKC); Latin is lower-cased.

use unicode_normalization::char::decompose_compatible;

/// What a character folds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folded {
    /// It stays, or turns into this one.
    One(char),
    /// It vanishes without parting the word (diacritic, tatweel, direction control).
    Nothing,
    /// A presentation form: fold its compatibility decomposition instead.
    Decompose,
}

/// Folds one character.
pub fn fold_char(c: char) -> Folded {
    use Folded::{Decompose, Nothing, One};
    match c {
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}'..='\u{673}' | '\u{675}' => One('\u{627}'),
        '\u{624}' | '\u{676}' => One('\u{648}'),
        '\u{626}' | '\u{649}' | '\u{6CC}' | '\u{6CD}' | '\u{6D0}' | '\u{6D2}' | '\u{678}' => One('\u{64A}'),
        '\u{629}' | '\u{6C0}'..='\u{6C3}' | '\u{6BE}' | '\u{6D5}' => One('\u{647}'),
        '\u{6A9}' | '\u{6AA}' | '\u{6AF}' => One('\u{643}'),
        '\u{67E}' => One('\u{628}'),
        '\u{686}' => One('\u{62C}'),
        '\u{698}' => One('\u{632}'),
        '\u{6A4}' => One('\u{641}'),
        '\u{660}'..='\u{669}' => One(digit(c, 0x660)),
        '\u{6F0}'..='\u{6F9}' => One(digit(c, 0x6F0)),
        '\u{610}'..='\u{61A}'
        | '\u{640}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{6D6}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E8}'
        | '\u{6EA}'..='\u{6ED}'
        | '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => Nothing,
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' => Decompose,
        'A'..='Z' => One(c.to_ascii_lowercase()),
        _ if c.is_ascii() || ('\u{600}'..='\u{6FF}').contains(&c) => One(c),
        _ => One(c.to_lowercase().next().unwrap_or(c)),
    }
}

fn digit(c: char, zero: u32) -> char {
    char::from(b'0' + (c as u32 - zero) as u8)
}

/// Appends the folded form of `c` to `out`.
pub fn push_folded(c: char, out: &mut String) {
    match fold_char(c) {
        Folded::One(f) => out.push(f),
        Folded::Nothing => {}
        Folded::Decompose => decompose_compatible(c, |d| {
            if let Folded::One(f) = fold_char(d) {
                out.push(f);
            }
        }),
    }
}

/// The folded form of a whole text.
///
/// ```
/// assert_eq!(waqai::text::fold::fold("\u{62d}\u{645}\u{627}\u{629}"), "\u{62d}\u{645}\u{627}\u{647}");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_folded(c, &mut out);
    }
    out
}

/// May `c` stand inside a word (letters and marks of any script, digits apart)?
pub fn is_word_char(c: char) -> bool {
    match c {
        '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200C}' | '\u{200D}' => true,
        _ => c.is_alphabetic() || matches!(fold_char(c), Folded::Nothing),
    }
}
