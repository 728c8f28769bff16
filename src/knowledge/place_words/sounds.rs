//! Foreign names by their sound, to know them in another transliteration by.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::knowledge::{Conflict, PlaceIdx};
use crate::text::fold::fold;

/// So many sounds a name must have to be known by them.
const FEWEST: usize = 3;

/// The spellings of places, by the code of their country and their sound. Made when first asked for, as most texts do not.
#[derive(Clone, Debug, Default)]
pub(super) struct Sounds(OnceLock<FxHashMap<String, Vec<(String, PlaceIdx)>>>);

impl Sounds {
    /// The spellings, folded, of places of `country` that sound like the folded `name`.
    pub(super) fn alike(&self, conflict: &Conflict, country: &str, name: &str) -> &[(String, PlaceIdx)] {
        let by_sound = self.0.get_or_init(|| index(conflict));
        by_sound.get(&key(country, &sounds(name))).map_or(&[], Vec::as_slice)
    }
}

fn index(conflict: &Conflict) -> FxHashMap<String, Vec<(String, PlaceIdx)>> {
    let mut out: FxHashMap<String, Vec<(String, PlaceIdx)>> = FxHashMap::default();
    for (i, place) in conflict.places.iter().enumerate() {
        for name in std::iter::once(&place.name_ar).chain(&place.aliases_ar) {
            let name = fold(name);
            let sounds = sounds(&name);
            if sounds.chars().count() >= FEWEST {
                out.entry(key(&place.country, &sounds)).or_default().push((name, PlaceIdx(i as u32)));
            }
        }
    }
    out
}

fn key(country: &str, sounds: &str) -> String {
    format!("{country} {sounds}")
}

/// What remains of a folded name without its spaces and its vowels but the first, letters that transliterate the same sound
/// being one.
fn sounds(name: &str) -> String {
    const VOWELS: [char; 8] =
        ['\u{627}', '\u{648}', '\u{64A}', '\u{647}', '\u{621}', '\u{626}', '\u{624}', '\u{649}'];
    let mut out = String::new();
    for (i, c) in name.chars().filter(|c| !c.is_whitespace()).enumerate() {
        let sound = match c {
            _ if VOWELS.contains(&c) && i > 0 => continue,
            '\u{62C}' | '\u{63A}' | '\u{642}' => '\u{643}',
            '\u{637}' => '\u{62A}',
            '\u{635}' | '\u{62B}' => '\u{633}',
            '\u{636}' => '\u{62F}',
            c => c,
        };
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_of_a_name_sound_alike() {
        let alike = |a: &str, b: &str| sounds(&fold(a)) == sounds(&fold(b));
        assert!(alike("مسجواي", "مسغواي"));
        assert!(alike("كوبيانسيك", "كوبيانسك"));
        assert!(alike("فيروزكوه", "فيروز كوه"));
        assert!(!alike("غاو", "كيدال"));
    }
}
