//! The written forms of a verb or noun, from the dictionary forms that a data file gives.
//!
//! Only what unvowelled news writes: third person and first person plural, singular, dual and plural,
//! perfect, imperfect and jussive. Active and passive mostly look alike and are told apart later.

/// The tense of a verb form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// Done.
    Perfect,
    /// Doing, or about to.
    Imperfect,
    /// The short imperfect that only a negation brings about («did not say»).
    Jussive,
}

/// One written form of a verb.
#[expect(clippy::struct_excessive_bools, reason = "independent marks of one form")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerbForm {
    /// Its tense.
    pub tense: Tense,
    /// Does the speaker take part in it (first person)?
    pub is_first_person: bool,
    /// Is it marked for a plural or dual subject, so that the subject stands before it or is left out?
    pub is_plural: bool,
    /// Is it marked for a feminine subject (or a group of things)?
    pub is_feminine: bool,
    /// Is it written together with a pronoun for its object? Only the shortest verbs are listed so.
    pub has_object: bool,
    /// Is it written so only before a pronoun (a final alef maqsura turned alef)?
    pub is_bound: bool,
}

const ALEF: char = '\u{627}';
const ALEF_HAMZA: char = '\u{623}';
const ALEF_MAQSURA: char = '\u{649}';
const YEH: char = '\u{64A}';
const YEH_HAMZA: char = '\u{626}';
const WAW: char = '\u{648}';
const WAW_HAMZA: char = '\u{624}';
const TEH: char = '\u{62A}';
const TEH_MARBUTA: char = '\u{629}';
const NOON: char = '\u{646}';
const SEEN: char = '\u{633}';
const HEH: char = '\u{647}';
const MEEM: char = '\u{645}';
const HAMZA: char = '\u{621}';

/// All forms of the verb whose third person masculine singular is `perfect` and `imperfect`; a dash for the
/// imperfect leaves its forms out.
pub fn verb_forms(perfect: &str, imperfect: &str) -> Vec<(String, VerbForm)> {
    let mut out = perfect_forms(perfect);
    if perfect.chars().count() == 2 {
        // Too short for a pronoun to be taken off when read («launched it»).
        for tail in [&[HEH][..], &[HEH, ALEF], &[HEH, MEEM]] {
            let with = VerbForm { has_object: true, ..form(Tense::Perfect, false, false, false) };
            out.push((joined(perfect, tail), with));
        }
    }
    if imperfect != NO_IMPERFECT {
        out.extend(imperfect_forms(perfect, imperfect));
    }
    out
}

/// Stands for the imperfect of a verb that only tells something in the perfect.
const NO_IMPERFECT: &str = "-";

fn form(tense: Tense, is_first_person: bool, is_plural: bool, is_feminine: bool) -> VerbForm {
    VerbForm { tense, is_first_person, is_plural, is_feminine, has_object: false, is_bound: false }
}

fn joined(stem: &str, tail: &[char]) -> String {
    stem.chars().chain(tail.iter().copied()).collect()
}

fn perfect_forms(perfect: &str) -> Vec<(String, VerbForm)> {
    let Some(last) = perfect.chars().next_back() else { return Vec::new() };
    let bare = &perfect[..perfect.len() - last.len_utf8()];
    let is_weak = matches!(last, ALEF | ALEF_MAQSURA);
    let stem = if is_weak { bare } else { perfect };
    let past = |first, plural, feminine| form(Tense::Perfect, first, plural, feminine);
    let mut out = vec![
        (perfect.to_owned(), past(false, false, false)),
        (joined(stem, &[TEH]), past(false, false, true)),
        (joined(stem, &[TEH, ALEF]), past(false, true, true)),
    ];
    let plural_stem = if last == YEH { bare } else { stem };
    out.push((joined(plural_stem, &[WAW, ALEF]), past(false, true, false)));
    // The alef of the plural is not written before a pronoun («left it»).
    let bound = VerbForm { is_bound: true, ..past(false, true, false) };
    out.push((joined(plural_stem, &[WAW]), bound));
    match last {
        ALEF_MAQSURA => {
            out.push((joined(bare, &[YEH, ALEF]), past(false, true, false)));
            out.push((joined(bare, &[YEH, NOON, ALEF]), past(true, true, false)));
            let bound = VerbForm { is_bound: true, ..past(false, false, false) };
            out.push((perfect_before_pronoun(bare), bound));
        }
        ALEF => out.push((joined(bare, &[WAW, NOON, ALEF]), past(true, true, false))),
        ALEF_HAMZA => {
            out.push((joined(bare, &[WAW_HAMZA, WAW, ALEF]), past(false, true, false)));
            out.push((joined(stem, &[NOON, ALEF]), past(true, true, false)));
        }
        _ => {
            out.push((joined(stem, &[ALEF]), past(false, true, false)));
            out.push((joined(stem, &[NOON, ALEF]), past(true, true, false)));
            // «we took back»: a long vowel before the last letter falls.
            let shortened = bare.strip_suffix(ALEF).filter(|s| s.chars().count() >= 2);
            let first = shortened.map(|s| joined(s, &[last, NOON, ALEF]));
            out.extend(first.map(|word| (word, past(true, true, false))));
            // «we repelled»: a doubled last letter is written twice.
            let doubled = is_doubled(perfect).then(|| joined(stem, &[last, NOON, ALEF]));
            out.extend(doubled.map(|word| (word, past(true, true, false))));
        }
    }
    out
}

/// Is the last letter of the perfect a doubled one? So it is in a verb of two letters, and in one of the longer measures
/// that is a letter short.
fn is_doubled(perfect: &str) -> bool {
    let letters: Vec<char> = perfect.chars().collect();
    match letters[..] {
        [_, _] | [ALEF, NOON, _, _] | [ALEF, _, TEH, _] => true,
        [ALEF, SEEN, TEH, middle, _] => middle != ALEF,
        _ => false,
    }
}

/// A final alef maqsura turns into alef before a pronoun.
fn perfect_before_pronoun(bare: &str) -> String {
    joined(bare, &[ALEF])
}

fn imperfect_forms(perfect: &str, imperfect: &str) -> Vec<(String, VerbForm)> {
    let Some(rest) = imperfect.strip_prefix(YEH) else { return Vec::new() };
    let Some(last) = rest.chars().next_back() else { return Vec::new() };
    let short = &rest[..rest.len() - last.len_utf8()];
    let now = |first, plural, feminine| form(Tense::Imperfect, first, plural, feminine);
    let with = |prefix: char, stem: &str, tail: &[char]| {
        std::iter::once(prefix).chain(stem.chars()).chain(tail.iter().copied()).collect::<String>()
    };
    let mut out = vec![
        (with(YEH, rest, &[]), now(false, false, false)),
        (with(TEH, rest, &[]), now(false, false, true)),
        (with(NOON, rest, &[]), now(true, true, false)),
    ];
    let plural_stem = match last {
        YEH | WAW | ALEF_MAQSURA => short.to_owned(),
        ALEF_HAMZA => {
            out.push((with(YEH, short, &[WAW_HAMZA, WAW, NOON]), now(false, true, false)));
            rest.to_owned()
        }
        YEH_HAMZA => joined(short, &[YEH_HAMZA]),
        _ => rest.to_owned(),
    };
    let dual_stem = if last == ALEF_MAQSURA { joined(short, &[YEH]) } else { rest.to_owned() };
    out.push((with(YEH, &plural_stem, &[WAW, NOON]), now(false, true, false)));
    out.push((with(YEH, &plural_stem, &[WAW, ALEF]), now(false, true, false)));
    out.push((with(YEH, &dual_stem, &[ALEF, NOON]), now(false, true, false)));
    out.push((with(TEH, &dual_stem, &[ALEF, NOON]), now(false, true, true)));
    if matches!(last, YEH | WAW | ALEF_MAQSURA) {
        out.push((with(YEH, short, &[]), now(false, false, false)));
        out.push((with(TEH, short, &[]), now(false, false, true)));
    }
    if let Some(jussive) = hollow_jussive(perfect, rest) {
        let short = |feminine| form(Tense::Jussive, false, false, feminine);
        out.push((with(YEH, &jussive, &[]), short(false)));
        out.push((with(TEH, &jussive, &[]), short(true)));
    }
    out
}

/// The jussive of a verb with a long vowel before its last letter: the vowel falls.
fn hollow_jussive(perfect: &str, rest: &str) -> Option<String> {
    let before_last = |word: &str| word.chars().rev().nth(1);
    let is_hollow = before_last(perfect) == Some(ALEF)
        && matches!(before_last(rest), Some(ALEF | WAW | YEH))
        && rest.chars().count() >= 3;
    let chars: Vec<char> = rest.chars().collect();
    is_hollow.then(|| chars[..chars.len() - 2].iter().chain(chars.last()).collect())
}

/// The written forms of a noun or verbal noun, without article: as it stands and in the accusative.
pub fn noun_forms(noun: &str) -> Vec<String> {
    let mut out = vec![noun.to_owned()];
    let first = noun.split(' ').next().unwrap_or(noun);
    let takes_alef = !matches!(
        first.chars().next_back(),
        None | Some(TEH_MARBUTA | ALEF | ALEF_MAQSURA | HAMZA | YEH | NOON)
    ) && !first.ends_with("\u{627}\u{62A}");
    if takes_alef {
        let tail = &noun[first.len()..];
        let words: Vec<&str> = tail.split_whitespace().collect();
        let all_bare = words.iter().all(|w| w.ends_with(YEH));
        if words.is_empty() {
            out.push(joined(first, &[ALEF]));
        } else if all_bare {
            let mut phrase = joined(first, &[ALEF]);
            for word in words {
                phrase.push(' ');
                phrase.push_str(word);
                phrase.push(ALEF);
            }
            out.push(phrase);
        }
    }
    // «its military operation»: the pronoun stands on the noun, the article on its adjective.
    if let Some((noun, adjective)) = noun.split_once(' ').filter(|(_, a)| is_adjective(a)) {
        let stem = match noun.strip_suffix(TEH_MARBUTA) {
            Some(bare) => joined(bare, &[TEH]),
            None => noun.to_owned(),
        };
        for tail in [&[HEH][..], &[HEH, ALEF], &[HEH, MEEM]] {
            out.push(format!("{} {adjective}", joined(&stem, tail)));
        }
    }
    out
}

/// Does a word look like an adjective of relation (-i, -iyya), alone behind its noun?
fn is_adjective(word: &str) -> bool {
    !word.contains(' ') && (word.ends_with(YEH) || word.ends_with("\u{64A}\u{629}"))
}

/// The forms of an active participle without article: singular, accusative, feminine, plurals.
pub fn participle_forms(participle: &str) -> Vec<String> {
    let mut out = vec![participle.to_owned(), joined(participle, &[ALEF])];
    for tail in [&[TEH_MARBUTA][..], &[WAW, NOON], &[YEH, NOON]] {
        out.push(joined(participle, tail));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(perfect: &str, imperfect: &str) -> Vec<String> {
        verb_forms(perfect, imperfect).into_iter().map(|(w, _)| w).collect()
    }

    #[test]
    fn sound_verbs_take_all_endings() {
        let forms = written("سيطر", "يسيطر");
        for word in ["سيطر", "سيطرت", "سيطروا", "سيطرا", "تسيطر", "يسيطرون", "يسيطروا", "تسيطران"]
        {
            assert!(forms.iter().any(|f| f == word), "{word}");
        }
    }

    #[test]
    fn a_doubled_letter_is_written_twice_in_the_first_person() {
        for (verb, we) in [
            ("صد يصد", "صددنا"),
            ("احتل يحتل", "احتللنا"),
            ("انضم ينضم", "انضممنا"),
            ("استعد يستعد", "استعددنا"),
        ] {
            let (perfect, imperfect) = verb.split_once(' ').expect("two words");
            assert!(written(perfect, imperfect).iter().any(|f| f == we), "{we}");
        }
        assert!(!written("استعاد", "يستعيد").iter().any(|f| f == "استعاددنا"));
    }

    #[test]
    fn weak_verbs_drop_their_last_letter_before_the_plural() {
        let forms = written("استولى", "يستولي");
        for word in ["استولى", "استولت", "استولوا", "يستولون", "تستولي", "يستول"]
        {
            assert!(forms.iter().any(|f| f == word), "{word}");
        }
        assert!(!forms.iter().any(|f| f == "استولىت"));
    }

    #[test]
    fn hollow_verbs_lose_their_vowel_in_the_jussive() {
        assert!(written("عاد", "يعود").iter().any(|f| f == "يعد"));
        assert!(written("أعاد", "يعيد").iter().any(|f| f == "تعد"));
    }

    #[test]
    fn nouns_take_the_accusative_alef_unless_they_end_in_a_vowel() {
        assert_eq!(noun_forms("هجوم"), ["هجوم", "هجوما"]);
        assert_eq!(noun_forms("غارات"), ["غارات"]);
        assert_eq!(noun_forms("سيطرة"), ["سيطرة"]);
        assert_eq!(noun_forms("قصف مدفعي")[..2], ["قصف مدفعي", "قصفا مدفعيا"]);
    }

    #[test]
    fn a_noun_with_its_adjective_takes_the_pronoun_on_the_noun() {
        let forms = noun_forms("عملية عسكرية");
        assert!(forms.iter().any(|f| f == "عمليتها عسكرية"));
        assert!(noun_forms("قصف مدفعي").iter().any(|f| f == "قصفه مدفعي"));
        assert_eq!(noun_forms("وقف إطلاق نار"), ["وقف إطلاق نار"]);
    }
}
