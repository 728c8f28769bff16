//! All ways to read a folded word: proclitics and pronoun suffixes taken off when the rest is a known word.

use smallvec::SmallVec;

use super::{ARTICLE, Affixes, Reading, Vocabulary, WordId};

/// A number that is part of a name, such as that of a division.
pub(super) fn number_reading(digits: &str, vocabulary: &Vocabulary) -> SmallVec<[Reading; 2]> {
    let stem = vocabulary.get(digits);
    stem.map(|stem| Reading { stem, affixes: Affixes::default() }).into_iter().collect()
}

/// All ways to read a folded word, the least stripped first.
pub(super) fn readings(word: &str, marbuta: bool, vocabulary: &Vocabulary) -> SmallVec<[Reading; 2]> {
    let mut out = SmallVec::new();
    let mut push = |stem: WordId, affixes: Affixes| {
        if !out.contains(&Reading { stem, affixes }) {
            out.push(Reading { stem, affixes });
        }
    };
    let pronoun = pronoun(word, marbuta);
    prefixes(word, |rest, affixes| {
        if let Some(stem) = vocabulary.get(rest) {
            push(stem, affixes);
        }
        if !affixes.has(Affixes::AL) && !rest.starts_with(ARTICLE) {
            stems(rest, pronoun, vocabulary, |stem| push(stem, affixes.with(Affixes::PRONOUN)));
        }
        if affixes.has(Affixes::LI.with(Affixes::AL)) {
            // The article that li- has swallowed, for names that are written with it.
            if let Some(stem) = vocabulary.get_joined(ARTICLE, rest) {
                push(stem, affixes.without(Affixes::AL));
            }
        }
    });
    if word.starts_with(ARTICLE) {
        // Rarely a verb; mostly a noun with the article, which takes no pronoun. So last.
        stems(word, pronoun, vocabulary, |stem| push(stem, Affixes::PRONOUN));
    }
    out
}

/// Hands on the word as it stands and with each chain of proclitics taken off.
fn prefixes(word: &str, mut take: impl FnMut(&str, Affixes)) {
    prefixes_after(word, Affixes::default(), &mut take);
    match split(word) {
        Some((WAW, rest)) => prefixes_after(rest, Affixes::WA, &mut take),
        Some((FEH, rest)) => prefixes_after(rest, Affixes::FA, &mut take),
        _ => {}
    }
}

/// The same for what stands after a conjunction.
fn prefixes_after(word: &str, affixes: Affixes, take: &mut impl FnMut(&str, Affixes)) {
    take(word, affixes);
    let Some((letter, rest)) = split(word) else { return };
    let affix = match letter {
        ALEF => {
            if let Some(bare) = without(rest, LAM) {
                take(bare, affixes.with(Affixes::AL));
            }
            return;
        }
        BEH => Affixes::BI,
        KAF => Affixes::KA,
        LAM => Affixes::LI,
        SEEN => Affixes::SA,
        _ => return,
    };
    let affixes = affixes.with(affix);
    take(rest, affixes);
    let article = if letter == LAM { without(rest, LAM) } else { None };
    if let Some(bare) = without(rest, ALEF).and_then(|r| without(r, LAM)).or(article) {
        take(bare, affixes.with(Affixes::AL));
    }
}

const ALEF: [u8; 2] = [0xD8, 0xA7];
const BEH: [u8; 2] = [0xD8, 0xA8];
const SEEN: [u8; 2] = [0xD8, 0xB3];
const FEH: [u8; 2] = [0xD9, 0x81];
const KAF: [u8; 2] = [0xD9, 0x83];
const LAM: [u8; 2] = [0xD9, 0x84];
const MEEM: [u8; 2] = [0xD9, 0x85];
const NOON: [u8; 2] = [0xD9, 0x86];
const HEH: [u8; 2] = [0xD9, 0x87];
const WAW: [u8; 2] = [0xD9, 0x88];
const YEH: [u8; 2] = [0xD9, 0x8A];

/// `word` without its first letter, when it is `letter` and two letters stay.
fn without(word: &str, letter: [u8; 2]) -> Option<&str> {
    split(word).filter(|(first, _)| *first == letter).map(|(_, rest)| rest)
}

/// The first letter of `word` and what stays, when that is two letters or more.
fn split(word: &str) -> Option<([u8; 2], &str)> {
    let first = *word.as_bytes().first_chunk()?;
    word.get(2..).filter(|rest| rest.len() >= 4).map(|rest| (first, rest))
}

/// The length in bytes of the pronoun suffix that a word may carry. A word written with ta `marbuta`,
/// which folds like -h, has none.
fn pronoun(word: &str, marbuta: bool) -> Option<usize> {
    let last = |n: usize| {
        let at = word.len().checked_sub(2 * n)?;
        word.as_bytes()[at..].first_chunk::<2>().copied()
    };
    match last(1)? {
        HEH if marbuta => None,
        // -h, -y, -k
        HEH | YEH | KAF => Some(2),
        // -huma; -ha, -na
        ALEF => match last(2)? {
            MEEM => (last(3)? == HEH).then_some(6),
            letter => matches!(letter, HEH | NOON).then_some(4),
        },
        // -hum, -kum; -hun
        MEEM => matches!(last(2)?, HEH | KAF).then_some(4),
        NOON => (last(2)? == HEH).then_some(4),
        _ => None,
    }
}

/// The known stems that remain when a pronoun is taken off; a ta before it may have been ta marbuta,
/// and a hamza after alef sits on a yeh or waw there («their evacuation»).
fn stems(word: &str, pronoun: Option<usize>, vocabulary: &Vocabulary, mut push: impl FnMut(WordId)) {
    let Some(rest) = pronoun.and_then(|n| word.len().checked_sub(n)).filter(|n| *n >= 6) else { return };
    let Some(rest) = word.get(..rest) else { return };
    if let Some(stem) = vocabulary.get(rest) {
        push(stem);
    }
    if let Some(base) = rest.strip_suffix('\u{62A}')
        && let Some(stem) = vocabulary.get_joined(base, "\u{647}")
    {
        push(stem);
    }
    if let Some(base) = rest.strip_suffix(['\u{64A}', '\u{648}']).filter(|b| b.ends_with('\u{627}'))
        && let Some(stem) = vocabulary.get_joined(base, "\u{621}")
    {
        push(stem);
    }
}
