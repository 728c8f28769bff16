//! What changed between two days, as one line in either language.

use std::borrow::Cow;

use super::{Arg, Words};
use crate::control::{Changes, Clause, Verb};
use crate::knowledge::{Conflict, Faction, PlaceIdx};
use crate::state::Lang;

/// Places named one by one; more are counted.
const NAMED: usize = 4;

/// The changes in one line, such as "HTS took Hama; the SDF took Deir ez-Zor (claimed)".
pub fn line(changes: &Changes, conflict: &Conflict, lang: Lang) -> String {
    let words = Words::of(lang);
    let clauses: Vec<String> =
        changes.clauses(conflict).iter().map(|c| clause(c, conflict, lang, words)).collect();
    if clauses.is_empty() {
        return words.text("changelog-nothing").to_owned();
    }
    capitalised(&clauses.join(&format!("{} ", words.text("changelog-between"))))
}

fn capitalised(line: &str) -> String {
    let mut chars = line.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The short name of a side, as it stands in a sentence.
fn name(faction: &Faction, lang: Lang) -> Cow<'_, str> {
    match lang {
        Lang::En if faction.takes_the => format!("the {}", faction.short_en).into(),
        _ => lang.pick(&faction.short_en, &faction.short_ar).into(),
    }
}

fn clause(clause: &Clause, conflict: &Conflict, lang: Lang, words: &Words) -> String {
    let side = clause.side.map(|s| name(conflict.faction(s), lang));
    let side = side.as_deref().unwrap_or(words.text("changelog-nobody"));
    let key = match clause.verb {
        Verb::Took => "changelog-took",
        Verb::Claims => "changelog-claims",
        Verb::Contests => "changelog-contests",
        Verb::Left => "changelog-left",
        Verb::Keeps => "changelog-keeps",
    };
    let places = places(&clause.places, conflict, lang, words);
    words.with(key, &[("side", Arg::S(side)), ("places", Arg::S(&places))])
}

fn places(places: &[PlaceIdx], conflict: &Conflict, lang: Lang, words: &Words) -> String {
    let n_named = if places.len() <= NAMED + 1 { places.len() } else { NAMED };
    let name = |&p: &PlaceIdx| lang.pick(&conflict.place(p).name_en, &conflict.place(p).name_ar);
    let named: Vec<&str> = places[..n_named].iter().map(name).collect();
    let named = named.join(&format!("{} ", words.text("changelog-comma")));
    match places.len() - n_named {
        0 => named,
        n => words.with("changelog-more", &[("places", Arg::S(&named)), ("n", Arg::N(n))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::control::{Ground, Land, SiteStatus, changes, control_on};
    use crate::knowledge::Knowledge;

    #[test]
    fn one_line_in_either_language() {
        let knowledge = Knowledge::embedded().expect("embedded data");
        let conflict = &knowledge.conflict;
        let before = control_on(&[], &knowledge, conflict.first_day, None);
        let ground = Ground::new(&knowledge, &Land::default());
        assert_eq!(line(&changes(&before, &before, &ground), conflict, Lang::En), "No change of control");
        let mut after = before.clone();
        for (id, side, status) in
            [("hama", "HTS", SiteStatus::Held), ("deir-ez-zor", "SDF", SiteStatus::Claimed)]
        {
            let place = conflict.place_of(id).expect("a place");
            let state = after.sites.iter_mut().find(|s| s.place == place).expect("a site");
            state.holder = conflict.faction_of(side);
            state.status = status;
        }
        let what = changes(&before, &after, &ground);
        assert_eq!(line(&what, conflict, Lang::En), "HTS took Hama; the SDF took Deir ez-Zor (claimed)");
        let arabic = line(&what, conflict, Lang::Ar);
        assert!(arabic.contains("السيطرة على حماة؛ ") && arabic.contains("دير الزور"), "{arabic}");
    }
}
