//! The choices of the filter panel, each with what it would show.

use std::collections::{BTreeMap, BTreeSet};

use super::words::Words;
use super::{Rgb, UNKNOWN_COLOUR, colour_of};
use crate::events::{EventKind, Modality};
use crate::state::View;
use crate::store::{Corpus, FilterPart, NOBODY};

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterRow<K> {
    /// What it shows or hides.
    pub key: K,
    /// Its name.
    pub name: String,
    /// A longer name, for a tooltip.
    pub full_name: String,
    /// Its colour.
    pub colour: Rgb,
    /// How many events it would show, all other filters applied.
    pub count: usize,
    /// Is it shown?
    pub shown: bool,
}

/// The filter panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterScene {
    /// Factions with any event, in the order of the conflict; [`NOBODY`] last.
    pub factions: Vec<FilterRow<String>>,
    /// Kinds with any event.
    pub kinds: Vec<FilterRow<EventKind>>,
    /// Modalities with any event.
    pub modalities: Vec<FilterRow<Modality>>,
    /// Events from before the story that the other filters would show.
    pub n_background: usize,
    /// Palette names.
    pub palettes: Vec<String>,
}

impl FilterScene {
    /// The choices of `view`.
    pub fn build(corpus: &Corpus, view: &View) -> Self {
        Self {
            factions: factions(corpus, view),
            kinds: kinds(corpus, view),
            modalities: modalities(corpus, view),
            n_background: n_background(corpus, view),
            palettes: palettes(corpus),
        }
    }
}

fn factions(corpus: &Corpus, view: &View) -> Vec<FilterRow<String>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for &i in &corpus.shown_without(&view.filters, Some(FilterPart::Factions)) {
        for code in codes_of(&corpus.events[i]) {
            *counts.entry(code).or_default() += 1;
        }
    }
    let mut ever: BTreeSet<&str> = BTreeSet::new();
    for event in &corpus.events {
        ever.extend(codes_of(event));
    }
    let hidden = &view.filters.factions_hidden;
    let row = |code: &str, name: &str, full: &str, colour: Rgb| FilterRow {
        key: code.to_owned(),
        name: name.to_owned(),
        full_name: full.to_owned(),
        colour,
        count: counts.get(code).copied().unwrap_or(0),
        shown: !hidden.contains(code),
    };
    let known = corpus.knowledge.conflict.factions.iter().filter(|f| ever.contains(f.code.as_str()));
    let mut rows: Vec<_> = known
        .map(|f| {
            let name = view.lang.pick(&f.short_en, &f.short_ar);
            row(&f.code, name, view.lang.pick(&f.name_en, &f.name_ar), colour_of(f, view))
        })
        .collect();
    if ever.contains(NOBODY) {
        let name = Words::of(view.lang).text("faction-nobody");
        rows.push(row(NOBODY, name, name, UNKNOWN_COLOUR));
    }
    rows
}

/// The factions an event is counted under, each once.
fn codes_of(event: &crate::events::Event) -> Vec<&str> {
    let mut codes: Vec<&str> = event.actors.iter().map(|a| a.faction.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    if codes.is_empty() {
        codes.push(NOBODY);
    }
    codes
}

fn kinds(corpus: &Corpus, view: &View) -> Vec<FilterRow<EventKind>> {
    let words = Words::of(view.lang);
    let shown = corpus.shown_without(&view.filters, Some(FilterPart::Kinds));
    let count = |kind| shown.iter().filter(|&&i| corpus.events[i].kind == kind).count();
    let known = EventKind::ALL.into_iter().filter(|&k| corpus.events.iter().any(|e| e.kind == k));
    known
        .map(|kind| {
            let name = words.kind(kind).to_owned();
            let shown = !view.filters.kinds_hidden.contains(&kind);
            let (full_name, count) = (name.clone(), count(kind));
            FilterRow { key: kind, name, full_name, colour: UNKNOWN_COLOUR, count, shown }
        })
        .collect()
}

fn modalities(corpus: &Corpus, view: &View) -> Vec<FilterRow<Modality>> {
    use Modality::{Asserted, Claimed, Denied, Hypothetical, Planned};
    let words = Words::of(view.lang);
    let shown = corpus.shown_without(&view.filters, Some(FilterPart::Modalities));
    let known = [Asserted, Claimed, Denied, Planned, Hypothetical];
    let known = known.into_iter().filter(|&m| corpus.events.iter().any(|e| e.modality == m));
    known
        .map(|modality| {
            let name = words.modality(modality).to_owned();
            let count = shown.iter().filter(|&&i| corpus.events[i].modality == modality).count();
            let shown = !view.filters.modalities_hidden.contains(&modality);
            let full_name = name.clone();
            FilterRow { key: modality, name, full_name, colour: UNKNOWN_COLOUR, count, shown }
        })
        .collect()
}

fn n_background(corpus: &Corpus, view: &View) -> usize {
    let shown = corpus.shown_without(&view.filters, Some(FilterPart::Background));
    shown.iter().filter(|&&i| corpus.events[i].background).count()
}

/// The palettes that some faction has: the default one first, then in order of first naming.
fn palettes(corpus: &Corpus) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (name, _) in corpus.knowledge.conflict.factions.iter().flat_map(|f| &f.colours) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names.sort_by_key(|name| name != "default");
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::corpus;

    #[test]
    fn counts_tell_what_a_choice_would_show_not_what_it_hides() {
        let corpus = corpus();
        let mut view = View::opening(&corpus);
        let open = FilterScene::build(&corpus, &view);
        let of = |s: &FilterScene, code: &str| s.factions.iter().find(|r| r.key == code).cloned().unwrap();
        assert_eq!((of(&open, "SNA").count, of(&open, "SNA").shown), (1, true));
        view.filters.factions_hidden.insert("SNA".to_owned());
        let hidden = FilterScene::build(&corpus, &view);
        assert_eq!((of(&hidden, "SNA").count, of(&hidden, "SNA").shown), (1, false));
        view.filters.text = "Hama".to_owned();
        assert_eq!(of(&FilterScene::build(&corpus, &view), "SNA").count, 0);
        assert_eq!(open.n_background, 1);
    }
}
