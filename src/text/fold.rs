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
#[inline]
pub fn fold_char(c: char) -> Folded {
    match c {
        'A'..='Z' => Folded::One(c.to_ascii_lowercase()),
        _ if c.is_ascii() => Folded::One(c),
        '\u{600}'..='\u{6FF}' => match char::from_u32(ARABIC[(c as usize) & 0xFF]) {
            Some('\0') | None => Folded::Nothing,
            Some(folded) => Folded::One(folded),
        },
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            Folded::Nothing
        }
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' => Folded::Decompose,
        _ => Folded::One(c.to_lowercase().next().unwrap_or(c)),
    }
}

/// What the characters U+0600 to U+06FF fold to; 0 for those that vanish.
static ARABIC: [u32; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = fold_arabic(0x600 + i as u32);
        i += 1;
    }
    table
};

/// No letter.
const NO_LETTER: u8 = 0;
/// A letter or mark that folds to another, or vanishes.
const OTHER: u8 = 1;
/// A letter that folds to itself.
const PLAIN: u8 = 3;

/// What the characters U+0600 to U+06FF are within a word.
static CLASS: [u8; 256] = {
    let mut table = [NO_LETTER; 256];
    let mut i = 0;
    while i < 256 {
        let c = 0x600 + i as u32;
        if is_arabic_letter(c) {
            table[i] = if fold_arabic(c) == c { PLAIN } else { OTHER };
        }
        i += 1;
    }
    table
};

/// The class of the character of two bytes that begins with `lead`.
#[inline]
fn class_of(lead: u8, next: u8) -> u8 {
    // 0xD8 leads U+0600 to U+063F, 0xDB U+06C0 to U+06FF.
    match lead.wrapping_sub(0xD8) {
        block @ 0..=3 => CLASS[usize::from(block) << 6 | usize::from(next & 0x3F)],
        _ => NO_LETTER,
    }
}

/// Folds a character of the Arabic block, by its number.
const fn fold_arabic(c: u32) -> u32 {
    match c {
        0x622 | 0x623 | 0x625 | 0x671..=0x673 | 0x675 => 0x627,
        0x624 | 0x676 => 0x648,
        0x626 | 0x649 | 0x6CC | 0x6CD | 0x6D0 | 0x6D2 | 0x678 => 0x64A,
        0x629 | 0x6C0..=0x6C3 | 0x6BE | 0x6D5 => 0x647,
        0x6A9 | 0x6AA | 0x6AF => 0x643,
        0x67E => 0x628,
        0x686 => 0x62C,
        0x698 => 0x632,
        0x6A4 => 0x641,
        0x660..=0x669 => '0' as u32 + c - 0x660,
        0x6F0..=0x6F9 => '0' as u32 + c - 0x6F0,
        0x610..=0x61A
        | 0x61C
        | 0x640
        | 0x64B..=0x65F
        | 0x670
        | 0x6D6..=0x6DC
        | 0x6DF..=0x6E8
        | 0x6EA..=0x6ED => 0,
        _ => c,
    }
}

/// Appends the folded form of `c` to `out`.
#[inline]
pub fn push_folded(c: char, out: &mut String) {
    match fold_char(c) {
        Folded::One(f) => out.push(f),
        Folded::Nothing => {}
        Folded::Decompose => push_decomposed(c, out),
    }
}

#[cold]
fn push_decomposed(c: char, out: &mut String) {
    decompose_compatible(c, |d| {
        if let Folded::One(f) = fold_char(d) {
            out.push(f);
        }
    });
}

/// The folded form of a whole text.
///
/// ```
/// assert_eq!(waqai::text::fold::fold("\u{62d}\u{645}\u{627}\u{629}"), "\u{62d}\u{645}\u{627}\u{647}");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        // Most letters fold to themselves: those before the next other one are copied at once.
        let (plain, other) = rest.split_at(plain_length(rest));
        out.push_str(plain);
        let mut chars = other.chars();
        let Some(c) = chars.next() else { return out };
        push_folded(c, &mut out);
        rest = chars.as_str();
    }
}

/// The length in bytes of the letters at the head of `text` that fold to themselves.
fn plain_length(text: &str) -> usize {
    let pairs = text.as_bytes().chunks_exact(2);
    2 * pairs.take_while(|pair| class_of(pair[0], pair[1]) == PLAIN).count()
}

/// How many letters or marks of U+0620 to U+065F begin these bytes. The first byte of such is 0xD8 before a second from
/// 0xA0 on, or 0xD9 before one below that; four are looked at at once.
fn n_letters(bytes: [u8; 8]) -> usize {
    const EACH: u64 = 0x0001_0001_0001_0001;
    let pairs = u64::from_le_bytes(bytes);
    let led_otherwise = (pairs ^ (0xD8 * EACH)) & (0xFE * EACH);
    let goes_on_otherwise = !(pairs ^ (pairs >> 13)) & EACH;
    (led_otherwise | goes_on_otherwise).trailing_zeros() as usize / 16
}

/// The length in bytes of the word that `text` begins with.
pub(super) fn word_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(eight) = bytes[end..].first_chunk() {
        let n = n_letters(*eight);
        end += 2 * n;
        if n < 4 {
            break;
        }
    }
    loop {
        // Most words end with a space or a mark of ASCII.
        match bytes.get(end) {
            None => return end,
            Some(b) if b.is_ascii() && !b.is_ascii_alphabetic() => return end,
            Some(_) => {}
        }
        let pairs = bytes[end..].chunks_exact(2);
        let n = pairs.take_while(|pair| class_of(pair[0], pair[1]) != NO_LETTER).count();
        end += 2 * n;
        match text[end..].chars().next() {
            Some(c) if is_word_char(c) => end += c.len_utf8(),
            _ => return end,
        }
    }
}

/// May `c` stand inside a word (letters and marks of any script, digits apart)?
#[inline]
pub fn is_word_char(c: char) -> bool {
    match c {
        '\u{600}'..='\u{6FF}' => CLASS[(c as usize) & 0xFF] != NO_LETTER,
        'a'..='z' | 'A'..='Z' | '\u{200C}' | '\u{200D}' => true,
        '\0'..='\u{7F}' | '\u{2010}'..='\u{2029}' | '\u{202F}'..='\u{205F}' => false,
        _ => c.is_alphabetic() || matches!(fold_char(c), Folded::Nothing),
    }
}

/// Is it a letter or mark of the Arabic block, by its number?
const fn is_arabic_letter(c: u32) -> bool {
    matches!(
        c,
        0x610..=0x61A
            | 0x61C
            | 0x620..=0x65F
            | 0x66E..=0x6D3
            | 0x6D5..=0x6DC
            | 0x6DF..=0x6E8
            | 0x6EA..=0x6EF
            | 0x6FA..=0x6FC
            | 0x6FF
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_cuts_say_what_unicode_says() {
        for c in '\0'..='\u{FFFF}' {
            let marks = matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200C}' | '\u{200D}');
            let slow = marks || c.is_alphabetic() || matches!(fold_char(c), Folded::Nothing);
            assert_eq!(is_word_char(c), slow, "{:x}", c as u32);
        }
    }

    #[test]
    fn a_word_in_one_go_is_its_characters_one_by_one() {
        let one_by_one = |text: &str| {
            let mut out = String::new();
            text.chars().for_each(|c| push_folded(c, &mut out));
            out
        };
        for word in [
            "\u{642}\u{64F}\u{62A}\u{644}",
            "\u{62D}\u{645}\u{627}\u{629}",
            "F\u{640}x\u{FEFB}\u{644}",
            "",
            "\u{644}",
        ] {
            for after in ["", " ", "\u{60C}", "\u{661}", "\u{D8}!"] {
                let text = [word, after].concat();
                let letters = after.chars().take_while(|c| is_word_char(*c)).collect::<String>();
                let whole = [word, &letters].concat();
                assert_eq!(word_end(&text), whole.len());
                assert_eq!(fold(&text), one_by_one(&text));
            }
        }
    }

    #[test]
    fn four_letters_at_once_are_the_same_letters() {
        for c in (0x80..0x800).filter_map(char::from_u32) {
            let is_letter = matches!(c, '\u{620}'..='\u{65F}');
            for at in 0..4 {
                let mut word = ['\u{633}'; 4];
                word[at] = c;
                let bytes = String::from_iter(word).into_bytes().try_into().expect("eight bytes");
                assert_eq!(n_letters(bytes), if is_letter { 4 } else { at }, "{:x}", c as u32);
            }
        }
        assert_eq!(n_letters(*b"abcdefgh"), 0);
    }

    #[test]
    fn the_table_folds_letters_and_drops_marks() {
        assert_eq!(
            fold("\u{623}\u{64E}\u{6CC}\u{640}\u{6C1}\u{61C}\u{6F3}\u{60C}A"),
            "\u{627}\u{64A}\u{647}3\u{60C}a"
        );
        assert_eq!(fold("\u{FEFB}"), "\u{644}\u{627}");
    }
}
