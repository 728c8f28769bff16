//! Finding a place by typing part of its name, in either language.

use super::{Conflict, Place, PlaceIdx};
use crate::text::fold::fold;

impl Conflict {
    /// Places whose name, alias or id fits what was typed, best first: whole names before beginnings,
    /// beginnings before words within a name, those before any part of it; then sites before the rest,
    /// then by population. Spelling is folded, the article may be left out, and marks do not count.
    pub fn search(&self, typed: &str) -> Vec<PlaceIdx> {
        let typed = key(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<_> = self
            .places
            .iter()
            .enumerate()
            .filter_map(|(i, p)| Some((fit(p, &typed)?, !p.is_site, u32::MAX - p.population, i as u32)))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(.., i)| PlaceIdx(i)).collect()
    }
}

/// How well a place fits, 0 best: in tens by the place in the name, plus one for an alias.
fn fit(place: &Place, typed: &str) -> Option<u32> {
    let names = [&place.name_ar, &place.name_en].into_iter().map(|n| (n, 0));
    let aliases = place.aliases_ar.iter().chain(&place.aliases_en).map(|n| (n, 1));
    names.chain(aliases).filter_map(|(name, alias)| Some(fit_name(&key(name), typed)? * 10 + alias)).min()
}

fn fit_name(name: &str, typed: &str) -> Option<u32> {
    let bare = |s: &str| s.strip_prefix("ال").map(str::to_owned);
    if name == typed || bare(name).is_some_and(|b| b == typed) {
        Some(0)
    } else if name.starts_with(typed) || bare(name).is_some_and(|b| b.starts_with(typed)) {
        Some(1)
    } else if name.split(' ').any(|word| word.starts_with(typed)) {
        Some(2)
    } else {
        name.contains(typed).then_some(3)
    }
}

/// The folded name without apostrophes, hyphens and the Latin article.
fn key(name: &str) -> String {
    let folded = fold(name).replace(['\'', '\u{2019}', '\u{2018}', '(', ')'], "").replace('-', " ");
    let words: Vec<&str> = folded.split_whitespace().collect();
    match words.as_slice() {
        [article, rest @ ..] if !rest.is_empty() && LATIN_ARTICLES.contains(article) => rest.join(" "),
        _ => words.join(" "),
    }
}

/// The article as transliterations of Arabic names write it before sun and moon letters.
const LATIN_ARTICLES: [&str; 12] = ["al", "ad", "an", "ar", "as", "ash", "at", "az", "adh", "el", "es", "et"];

#[cfg(test)]
mod tests {
    use super::super::testing::conflict;

    #[test]
    fn a_place_is_found_by_either_name_and_loose_spelling() {
        let c = conflict();
        for (typed, id) in [
            ("حلب", "aleppo"),
            ("حماه", "hama"),
            ("القنيطره", "al-qunaytirah"),
            ("رستن", "ar-rastan"),
            ("كوباني", "ayn-al-arab"),
            ("aleppo", "aleppo"),
            ("Rastan", "ar-rastan"),
            ("al-bab", "al-bab"),
            ("kobani", "ayn-al-arab"),
            ("Daraa", "dara"),
            ("sarmad", "sarmada"),
        ] {
            let first = c.search(typed)[0];
            assert_eq!(c.place(first).id, id, "{typed}");
        }
        assert!(c.search("qwxz").is_empty() && c.search("  ").is_empty());
    }

    #[test]
    fn namesakes_come_largest_first() {
        let c = conflict();
        let ids: Vec<_> = c.search("الزهراء").into_iter().map(|i| c.place(i).id.as_str()).collect();
        assert!(ids.len() >= 3 && ids[0] == "az-zahra-nubl", "{ids:?}");
    }
}
