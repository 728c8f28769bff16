//! Labels in visual order: what egui is handed so that it shows the right thing.

use unicode_bidi::{BidiClass, BidiInfo, bidi_class};
use unicode_segmentation::UnicodeSegmentation;

/// Parts two pieces of a label so that egui shapes them apart.
const SEPARATOR: char = '\u{200B}';

/// A label in visual order, for egui only: never where text can be copied or edited, and the widget
/// must bear the logical text as its accessible name.
///
/// egui shapes every run of one font face on its own and turns runs of Arabic around. So words stay in
/// logical order, all else inside a right-to-left run is reversed and mirrored, and pieces are parted
/// by a zero-width space. That needs the Arabic face after a Latin one in the font family.
pub fn vis(label: &str) -> String {
    if !label.chars().any(is_rtl) {
        return label.to_owned();
    }
    let info = BidiInfo::new(label, None);
    let mut out = String::with_capacity(label.len() + 16);
    for (i, piece) in pieces(&info, label).iter().enumerate() {
        if i > 0 {
            out.push(SEPARATOR);
        }
        out.extend(piece.chars().filter(|c| !is_control(*c)));
    }
    out
}

/// Marks that only tell the order and have no ink.
fn is_control(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// `text` kept in left-to-right order inside words that run the other way: a path, a command.
pub fn isolated(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// Does `label` hold anything that runs from right to left?
fn is_rtl(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL) || joins_arabic(c)
}

/// Marks and joiners that belong to the Arabic word they stand in.
fn joins_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{61F}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}')
        || matches!(c, '\u{200C}' | '\u{200D}')
}

/// Digits that egui takes for Arabic letters and would turn around as a whole.
fn is_arabic_digit(c: char) -> bool {
    matches!(c, '\u{660}'..='\u{66C}' | '\u{6F0}'..='\u{6F9}')
}

/// The pieces of all lines of `label`, from left to right.
fn pieces(info: &BidiInfo<'_>, label: &str) -> Vec<String> {
    let mut out = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            if levels[run.start].is_ltr() {
                push_ltr(&label[run], &mut out);
            } else {
                push_rtl(&label[run], &mut out);
            }
        }
    }
    out
}

/// A left-to-right run as it is, but Arabic digits one by one.
fn push_ltr(run: &str, out: &mut Vec<String>) {
    let mut joined = false;
    for grapheme in run.graphemes(true) {
        let digit = grapheme.chars().next().is_some_and(is_arabic_digit);
        match out.last_mut().filter(|_| joined && !digit) {
            Some(last) => last.push_str(grapheme),
            None => out.push(grapheme.to_owned()),
        }
        joined = !digit;
    }
}

/// A right-to-left run from left to right: words whole, the rest mirrored, all in reverse.
fn push_rtl(run: &str, out: &mut Vec<String>) {
    let mut tokens: Vec<(bool, String)> = Vec::new();
    for grapheme in run.graphemes(true) {
        let rtl = grapheme.chars().next().is_some_and(is_rtl);
        match tokens.last_mut() {
            Some((true, word)) if rtl => word.push_str(grapheme),
            _ => tokens.push((rtl, if rtl { grapheme } else { mirrored(grapheme) }.to_owned())),
        }
    }
    out.extend(tokens.into_iter().rev().map(|(_, text)| text));
}

/// The mirror image of a bracket, quote or comparison; anything else as it is.
fn mirrored(grapheme: &str) -> &str {
    match grapheme {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "{" => "}",
        "}" => "{",
        "<" => ">",
        ">" => "<",
        "«" => "»",
        "»" => "«",
        "‹" => "›",
        "›" => "‹",
        "≤" => "≥",
        "≥" => "≤",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a label, without the separators.
    fn visual(label: &str) -> Vec<String> {
        vis(label).split(SEPARATOR).map(str::to_owned).collect()
    }

    #[test]
    fn words_are_reversed_and_numbers_are_not() {
        assert_eq!(visual("abc 12"), ["abc 12"]);
        assert_eq!(visual("\u{628}\u{628} 2024 \u{62c}"), ["\u{62c}", " ", "2024", " ", "\u{628}\u{628}"]);
    }

    #[test]
    fn a_path_keeps_its_slashes_inside_arabic() {
        let told = format!("\u{628}: {}", isolated("/tmp/a.png"));
        assert_eq!(vis(&told).replace(SEPARATOR, ""), "/tmp/a.png :\u{628}");
    }

    #[test]
    fn brackets_are_mirrored() {
        assert_eq!(visual("\u{628} (\u{62c})"), ["(", "\u{62c}", ")", " ", "\u{628}"]);
    }

    #[test]
    fn a_latin_label_keeps_its_order_around_an_arabic_word() {
        assert_eq!(visual("a \u{628} \u{62c} b"), ["a ", "\u{62c}", " ", "\u{628}", " b"]);
    }
}
