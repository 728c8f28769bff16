//! Number words, from `data/language/numbers.toml`.

use super::Files;
use super::words::WordTable;
use crate::base::Result;
use crate::text::Vocabulary;
use crate::text::numbers::{Alone, Bound, NumberWord, NumberWords};

const FILE: &str = "language/numbers.toml";

/// Loads the number words.
///
/// # Errors
/// When the file is missing or broken; the error names file, line and reason.
pub(super) fn load(files: &Files, vocabulary: &mut Vocabulary) -> Result<NumberWords> {
    let mut words = NumberWords::default();
    let table = WordTable::read(files, FILE)?;
    table.each(|section, key, phrase| {
        for (form, value) in forms(section, key, phrase)? {
            words
                .lexicon
                .insert(vocabulary, &form, value)
                .map_err(|_| format!("the phrase stands twice, or has no word: {form}"))?;
        }
        Ok(())
    })?;
    Ok(words)
}

/// The phrases that an entry stands for, each with its meaning.
fn forms(section: &str, key: &str, phrase: &str) -> std::result::Result<Vec<(String, NumberWord)>, String> {
    let whole = || key.parse::<u32>().map_err(|_| format!("not a whole number: {key}"));
    let factor = |key: &str| key.parse::<f64>().map_err(|_| format!("not a number: {key}"));
    let value = match section {
        "cardinal" => NumberWord::Cardinal(whole()?),
        "compound" => NumberWord::Compound(whole()?),
        "scale" => match key.split_once(' ') {
            Some((key, "many")) => NumberWord::Scale { factor: factor(key)?, alone: Alone::Many },
            Some((key, "two")) => NumberWord::Scale { factor: factor(key)?, alone: Alone::Two },
            _ => NumberWord::Scale { factor: factor(key)?, alone: Alone::One },
        },
        "scale_two" => NumberWord::ScaleTwo(factor(key)?),
        "ordinal" => NumberWord::Ordinal(whole()?),
        "fraction" => match whole()? {
            0 => return Err("a fraction needs a denominator above 0".to_owned()),
            parts => NumberWord::Fraction(parts),
        },
        "fractions" => match (whole_key(key), key.ends_with("two")) {
            (Some(parts @ 1..), false) => NumberWord::Fractions(parts),
            (Some(parts @ 1..), true) => NumberWord::TwoFractions(parts),
            _ => return Err(format!("not a denominator: {key}")),
        },
        "vague" => vague(key)?,
        "bound" => NumberWord::Bound(bound(key)?),
        "bound_after" => NumberWord::BoundAfter(bound(key)?),
        "mark" => match key {
            "point" => NumberWord::Point,
            "minus" => NumberWord::Minus,
            "between" => NumberWord::Between,
            "to" => NumberWord::To,
            "percent" => NumberWord::Percent,
            "label" => NumberWord::Label,
            "superlative" => NumberWord::Superlative,
            "change" => NumberWord::Change,
            _ => return Err(format!("unknown key in [mark]: {key}")),
        },
        "counted" => return duals(key, phrase),
        _ => return Err(format!("unknown section: [{section}]")),
    };
    Ok(vec![(phrase.to_owned(), value)])
}

/// The number that a key such as `3` or `3 two` begins with.
fn whole_key(key: &str) -> Option<u32> {
    key.split(' ').next()?.parse().ok()
}

fn vague(key: &str) -> std::result::Result<NumberWord, String> {
    let (low, high) = match key.split_once('-') {
        Some((low, high)) => (low, Some(high)),
        None => (key, None),
    };
    if key == "some" {
        return Ok(NumberWord::Vague { low: 0, high: None });
    }
    let whole = |s: &str| s.parse::<u32>().map_err(|_| format!("not a number or a range: {key}"));
    Ok(NumberWord::Vague { low: whole(low)?, high: high.map(whole).transpose()? })
}

fn bound(key: &str) -> std::result::Result<Bound, String> {
    Ok(match key {
        "above" => Bound::Above,
        "from" => Bound::From,
        "below" => Bound::Below,
        "to" => Bound::To,
        "about" => Bound::About,
        "exact" => Bound::Exact,
        _ => return Err(format!("unknown bound: {key}")),
    })
}

/// The dual forms of a counted noun that cannot be taken for its plural.
fn duals(key: &str, noun: &str) -> std::result::Result<Vec<(String, NumberWord)>, String> {
    const NOMINATIVE: &str = "\u{627}\u{646}";
    const OBLIQUE: &str = "\u{64A}\u{646}";
    // «her two children», before the pronoun.
    const WITH_PRONOUN: [&str; 8] = [
        "\u{64A}\u{647}",
        "\u{64A}\u{647}\u{627}",
        "\u{64A}\u{647}\u{645}",
        "\u{64A}\u{647}\u{645}\u{627}",
        "\u{627}\u{647}",
        "\u{627}\u{647}\u{627}",
        "\u{627}\u{647}\u{645}",
        "\u{627}\u{647}\u{645}\u{627}",
    ];
    let noun = crate::text::fold::fold(noun);
    let endings: &[&str] = match key {
        "kin" => &WITH_PRONOUN,
        "broken" | "feminine" => &[NOMINATIVE, OBLIQUE],
        "sound" => &[NOMINATIVE],
        _ => return Err(format!("unknown key in [counted]: {key}")),
    };
    let stem = match key {
        "feminine" => {
            let bare = noun.strip_suffix('\u{647}').ok_or_else(|| format!("not feminine: {noun}"))?;
            format!("{bare}\u{62A}")
        }
        _ => match noun.strip_suffix('\u{647}').filter(|_| key == "kin") {
            Some(bare) => format!("{bare}\u{62A}"),
            None => noun,
        },
    };
    Ok(endings.iter().map(|ending| (format!("{stem}{ending}"), NumberWord::Dual)).collect())
}
