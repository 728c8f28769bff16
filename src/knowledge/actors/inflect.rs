//! The forms of an adjective or a noun of persons, from its masculine singular.

/// A form, and whether it is a plural that stands for persons.
pub(super) type Form = (String, bool);

/// All regular forms of an adjective, folded spelling not needed: the lexicon folds.
///
/// `base` is the masculine singular without article. Given are masculine, feminine, the sound
/// plurals and duals in both cases, and their construct forms. An
/// adjective in hamza or alef maqsura is not handled.
pub(super) fn adjective_forms(base: &str) -> Vec<Form> {
    const PERSONS: [&str; 3] = ["\u{648}\u{646}", "\u{64A}\u{646}", "\u{648}"];
    const OTHERS: [&str; 6] =
        ["", "\u{629}", "\u{627}\u{62A}", "\u{627}\u{646}", "\u{62A}\u{64A}\u{646}", "\u{62A}\u{627}\u{646}"];
    let mut forms: Vec<Form> = OTHERS.iter().map(|s| (format!("{base}{s}"), false)).collect();
    forms.extend(PERSONS.iter().map(|s| (format!("{base}{s}"), true)));
    forms
}

/// The two third persons singular of a verb, given in the masculine of its imperfect.
pub(super) fn third_persons(imperfect: &str) -> [String; 2] {
    let mut rest = imperfect.chars();
    rest.next();
    [imperfect.to_owned(), format!("\u{62A}{}", rest.as_str())]
}

/// The indefinite accusative of a masculine singular. Of some states it reads like their name.
pub(super) fn accusative(base: &str) -> String {
    format!("{base}\u{627}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nisba_has_its_sound_plurals() {
        let forms = adjective_forms("إيراني");
        assert!(forms.contains(&("إيرانيين".to_owned(), true)));
        assert!(forms.contains(&("إيرانية".to_owned(), false)));
        assert_eq!(forms.len(), 9);
    }

    #[test]
    fn a_verb_has_two_third_persons() {
        assert_eq!(third_persons("يقود"), ["يقود", "تقود"]);
    }
}
