//! Title, date, counts and notices: what stands in the top bar and on every picture.

use chrono::NaiveDate;

use super::words::{Arg, Words};
use crate::base::Level;
use crate::state::{Lang, View};
use crate::store::Corpus;

/// The captions of a scene, in the view's language unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captions {
    /// Title of the conflict.
    pub title: String,
    /// The day, in full.
    pub date: String,
    /// The day in the other language.
    pub date_other: String,
    /// "N of M events".
    pub counts: String,
    /// Events that the filters show.
    pub n_shown: usize,
    /// All events, background only when it is shown.
    pub n_all: usize,
    /// "as known on …", when the view says so.
    pub as_of: Option<String>,
    /// How the areas are to be taken: from the first day a claim may be true, or on a day before control is known.
    pub caveats: Vec<String>,
    /// The active filters in words, one each.
    pub chips: Vec<Chip>,
    /// Notices of the reading: level and line, the gravest first.
    pub notices: Vec<(Level, String)>,
}

/// One active filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Its words.
    pub text: String,
    /// Which filter it is.
    pub part: ChipPart,
}

/// What a chip takes away when it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipPart {
    /// Hidden factions.
    Factions,
    /// Hidden kinds.
    Kinds,
    /// Hidden modalities.
    Modalities,
    /// The search.
    Text,
}

impl Captions {
    /// The captions of `view`; `shown` are the positions of the events that its filters show.
    pub fn build(corpus: &Corpus, view: &View, shown: &[usize]) -> Self {
        let (words, other) = (Words::of(view.lang), Words::of(view.lang.other()));
        let conflict = &corpus.knowledge.conflict;
        let told = |b: bool| corpus.events.iter().filter(|e| b || !e.background).count();
        let n_all = told(view.filters.background);
        let mut notices: Vec<_> = corpus.notices.iter().map(|n| (n.level, n.to_string())).collect();
        notices.sort_by_key(|n| std::cmp::Reverse(n.0));
        Self {
            title: story_title(corpus, view.lang),
            date: words.long_date(view.day),
            date_other: other.long_date(view.day),
            counts: words.with("n-of-m-events", &[("n", Arg::N(shown.len())), ("m", Arg::N(n_all))]),
            n_shown: shown.len(),
            n_all,
            as_of: view.as_of.map(|d| words.with("as-of", &[("day", Arg::S(&words.date(d)))])),
            caveats: caveats(view, words, conflict.opening_day),
            chips: chips(view, words),
            notices,
        }
    }
}

/// What is told: the conflict's own name, or how many articles of which days there are.
pub fn story_title(corpus: &Corpus, lang: Lang) -> String {
    if corpus.is_of_conflict() {
        let conflict = &corpus.knowledge.conflict;
        return lang.pick(&conflict.title_en, &conflict.title_ar).to_owned();
    }
    let words = Words::of(lang);
    let (first, last) = corpus.story();
    let days = words.date_range(Some(first), Some(last));
    format!("{} · {days}", words.with("n-articles", &[("n", Arg::N(corpus.articles.len()))]))
}

fn caveats(view: &View, words: &Words, opening: NaiveDate) -> Vec<String> {
    let possible = view.possible.then(|| words.text("certainty-note").to_owned());
    let early =
        (view.day < opening).then(|| words.with("early-note", &[("day", Arg::S(&words.date(opening)))]));
    possible.into_iter().chain(early).collect()
}

fn chips(view: &View, words: &Words) -> Vec<Chip> {
    let filters = &view.filters;
    let mut chips = Vec::new();
    let mut count = |n: usize, key: &str, part| {
        if n > 0 {
            chips.push(Chip { text: words.with(key, &[("n", Arg::N(n))]), part });
        }
    };
    count(filters.factions_hidden.len(), "chip-factions", ChipPart::Factions);
    count(filters.kinds_hidden.len(), "chip-kinds", ChipPart::Kinds);
    count(filters.modalities_hidden.len(), "chip-modalities", ChipPart::Modalities);
    if !filters.text.trim().is_empty() {
        let text = words.with("chip-text", &[("text", Arg::S(filters.text.trim()))]);
        chips.push(Chip { text, part: ChipPart::Text });
    }
    chips
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::corpus;

    #[test]
    fn a_day_before_control_is_known_says_so() {
        let corpus = corpus();
        let opening = corpus.knowledge.conflict.opening_day;
        let mut view = View::opening(&corpus);
        view.day = opening;
        assert_eq!(Captions::build(&corpus, &view, &[]).caveats, Vec::<String>::new());
        view.day = opening.pred_opt().unwrap();
        assert_eq!(Captions::build(&corpus, &view, &[]).caveats.len(), 1);
    }
}
