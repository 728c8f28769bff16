//! Finding a place by typing its name, in either language and whatever spelling.

use unicode_normalization::UnicodeNormalization;

use crate::knowledge::{Conflict, PlaceKind};
use crate::state::Lang;
use crate::text::fold::fold;

/// One place that can be found.
#[derive(Clone, Debug)]
pub struct Findable {
    /// Its id.
    pub id: String,
    /// English name.
    pub name_en: String,
    /// Arabic name.
    pub name_ar: String,
    /// What kind of place.
    pub kind: PlaceKind,
    /// Governorate, English; empty where it is not known.
    pub admin1: String,
    population: u32,
    /// Every name, as [`plain`] writes it.
    names: Vec<String>,
}

/// All places of a conflict, the greatest first.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    places: Vec<Findable>,
}

impl Finder {
    /// The places of the conflict's country, and the others of its region.
    pub fn new(conflict: &Conflict) -> Self {
        let mut places: Vec<Findable> = conflict
            .places
            .iter()
            .map(|p| {
                let more = p.aliases_ar.iter().chain(&p.aliases_en);
                Findable {
                    id: p.id.clone(),
                    name_en: p.name_en.clone(),
                    name_ar: p.name_ar.clone(),
                    kind: p.kind,
                    admin1: p.admin1.clone(),
                    population: if p.is_site { p.population.max(1) } else { p.population },
                    names: [&p.name_en, &p.name_ar].into_iter().chain(more).map(|n| plain(n)).collect(),
                }
            })
            .collect();
        places.sort_by(|a, b| b.population.cmp(&a.population).then_with(|| a.id.cmp(&b.id)));
        Self { places }
    }

    /// At most `n` places whose name holds what was typed: whole names before beginnings, those before
    /// beginnings of a later word, those before the rest; the greatest first. Nothing typed finds nothing.
    pub fn find(&self, typed: &str, n: usize) -> Vec<&Findable> {
        let typed = plain(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u8, &Findable)> =
            self.places.iter().filter_map(|p| Some((p.fit(&typed)?, p))).collect();
        found.sort_by_key(|(fit, _)| *fit);
        found.into_iter().take(n).map(|(_, p)| p).collect()
    }
}

impl Findable {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.name_en, &self.name_ar)
    }

    fn fit(&self, typed: &str) -> Option<u8> {
        let of = |name: &String| match name.find(typed) {
            Some(0) if name.len() == typed.len() => Some(0),
            Some(0) => Some(1),
            Some(at) if name[..at].ends_with(' ') => Some(2),
            Some(_) => Some(3),
            None => None,
        };
        self.names.iter().filter_map(of).min()
    }
}

/// A name without accents, marks, case and the article: what people type and what the gazetteer has meet.
fn plain(name: &str) -> String {
    let is_mark = |c: &char| ('\u{300}'..='\u{36f}').contains(c) || matches!(c, '\'' | '’' | '‘' | '`');
    let bare: String = name.nfd().filter(|c| !is_mark(c)).collect();
    let folded: String =
        fold(&bare.to_lowercase()).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = folded.split_whitespace().filter(|w| !ARTICLES.contains(w)).collect();
    words.join(" ")
}

/// The article as Latin spellings write it; in Arabic it is part of the word.
const ARTICLES: [&str; 16] =
    ["al", "el", "ar", "as", "at", "ad", "an", "az", "ash", "esh", "es", "et", "er", "ed", "ez", "adh"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn a_name_is_found_in_both_languages_and_loose_spellings() {
        let finder = Finder::new(&Knowledge::embedded().unwrap().conflict);
        let first = |typed: &str| finder.find(typed, 5).first().map(|p| p.id.clone()).unwrap_or_default();
        assert_eq!(first("hama"), "hama");
        assert_eq!(first("Alepp"), "aleppo");
        assert_eq!(first("rastan"), "ar-rastan");
        assert_eq!(first("\u{62d}\u{645}\u{627}\u{647}"), "hama");
        assert_eq!(first("\u{62f}\u{631}\u{639}\u{627}"), "dara");
        assert!(finder.find("  ", 5).is_empty() && finder.find("xyzzy", 5).is_empty());
        assert_eq!(finder.find("a", 7).len(), 7);
    }
}
