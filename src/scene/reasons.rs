//! The reader's reasons in the language of the window: the record keeps them in English.

use super::words::{Arg, Words};
use crate::knowledge::Conflict;
use crate::state::Lang;

/// A reason of the record in the language of `words`. Names in it become those of the language where the conflict
/// knows them; a reason without a translation stays as it is.
pub(super) fn in_words(words: &Words, conflict: &Conflict, reason: &str) -> String {
    if words.lang == Lang::En {
        return reason.to_owned();
    }
    if let Some(text) = words.find(&key(reason, None)) {
        return text.to_owned();
    }
    let tokens: Vec<&str> = reason.split_whitespace().collect();
    for length in 1..tokens.len() {
        for start in 1..=tokens.len() - length {
            let name = (start, start + length);
            let key = key(reason, Some(name));
            if words.has(&key) {
                let given = tokens[name.0..name.1].join(" ");
                let local = local_name(conflict, &given).unwrap_or(&given);
                return words.with(&key, &[("x", Arg::S(local))]);
            }
        }
    }
    reason.to_owned()
}

/// The key of a reason, with `x` for the words `name` of it.
fn key(reason: &str, name: Option<(usize, usize)>) -> String {
    let mut out = String::from("why");
    for (i, word) in reason.split_whitespace().enumerate() {
        let inside = name.is_some_and(|(start, end)| (start..end).contains(&i));
        if inside && name.is_some_and(|(start, _)| i > start) {
            continue;
        }
        let from = out.len();
        out.push('-');
        if inside {
            out.push('x');
            continue;
        }
        out.extend(word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
        if out.len() == from + 1 {
            out.truncate(from);
            // A word of a name in Arabic: no key has it.
            if word.contains(char::is_alphabetic) {
                out.push_str("-?");
            }
        }
    }
    out
}

/// The Arabic name of a place, faction or country that a reason names in English or by its code.
fn local_name<'c>(conflict: &'c Conflict, given: &str) -> Option<&'c str> {
    let place = || conflict.places.iter().find(|p| p.name_en == given).map(|p| p.name_ar.as_str());
    let faction = || {
        let mut all = conflict.factions.iter();
        all.find(|f| f.code.eq_ignore_ascii_case(given)).map(|f| f.name_ar.as_str())
    };
    let country = || {
        let of = |p: &&crate::knowledge::Place| {
            p.kind == crate::knowledge::PlaceKind::Country && p.country == given
        };
        conflict.places.iter().find(of).map(|p| p.name_ar.as_str())
    };
    faction().or_else(country).or_else(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;
    use crate::store::Corpus;

    #[test]
    fn every_reason_of_the_five_articles_has_arabic_words() {
        let knowledge = std::sync::Arc::new(Knowledge::embedded().expect("the embedded data"));
        let corpus = Corpus::read(crate::ingest::seeds(), Vec::new(), knowledge.clone());
        let words = Words::of(Lang::Ar);
        let mut n = 0;
        for reason in corpus.events.iter().flat_map(|e| &e.why) {
            let text = in_words(words, &knowledge.conflict, reason);
            assert!(!text.contains(|c: char| c.is_ascii_alphabetic()), "{reason} -> {text}");
            n += 1;
        }
        assert!(n > 100, "{n}");
    }

    #[test]
    fn names_inside_a_reason_are_told_in_arabic_too() {
        let knowledge = Knowledge::embedded().expect("the embedded data");
        let ar = |reason: &str| in_words(Words::of(Lang::Ar), &knowledge.conflict, reason);
        let hama = "\u{62D}\u{645}\u{627}\u{629}";
        assert!(ar("a quarter of Hama").ends_with(hama));
        assert!(ar("not in Northern Hama countryside").starts_with("\u{644}\u{64A}\u{633}"));
        assert!(!ar("no other place of SY is named").contains("SY"));
        assert!(ar("the 3 places told before").contains('3'));
        let quarter = "\u{627}\u{644}\u{634}\u{64A}\u{62E} \u{645}\u{642}\u{635}\u{648}\u{62F}";
        assert!(ar(&format!("as {quarter} before")).contains(quarter), "the whole name");
        assert_eq!(ar("a reason that nobody wrote words for"), "a reason that nobody wrote words for");
        assert_eq!(in_words(Words::of(Lang::En), &knowledge.conflict, "passive"), "passive");
    }
}
