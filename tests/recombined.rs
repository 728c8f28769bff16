//! Clauses of all cases in any order and company: no panic, exact quotes, twice the same.
//!
//! What one rule leaves behind (an act without a place, a doer without a side) the next one has to bear. Cases hold one
//! construction each, so here they meet: whole, cut short, a word lost, and joined as prose joins them.

use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use waqai::events::extract;
use waqai::ingest::Article;

use super::properties::KNOWLEDGE;

/// How prose joins clauses.
const JOINTS: [&str; 17] = [
    " ",
    "، ",
    " و",
    " بعد ",
    " خلال ",
    ". ",
    "، فيما ",
    " حيث ",
    "، بينهم ",
    " إثر ",
    " قبل ",
    "، وذلك بعد ",
    " أن ",
    "، ما أدى إلى ",
    "؛ ",
    "\n",
    "، بحسب ",
];

/// The clauses of all cases, as words.
static CLAUSES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = |folder: &Path| {
        let entries = std::fs::read_dir(folder).expect("a folder of cases");
        let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        files.sort();
        files
    };
    let mut clauses = Vec::new();
    for path in files(&cases).iter().flat_map(|folder| files(folder)) {
        let text = std::fs::read_to_string(&path).expect("a file of cases");
        let lines = text.lines().filter(|l| !l.starts_with(['#', '=']) && !l.contains(": "));
        for clause in lines.flat_map(|line| line.split(['،', '.', ':', '¶'])) {
            let words: Vec<String> = clause.split_whitespace().map(str::to_owned).collect();
            if (2..15).contains(&words.len()) {
                clauses.push(words);
            }
        }
    }
    clauses
});

/// One clause: whole, its first words alone, a part of it, or a word of it lost.
fn clause() -> impl Strategy<Value = String> {
    (any::<Index>(), 0..6_u8, any::<Index>(), any::<Index>()).prop_map(|(clause, how, a, b)| {
        let mut words = clause.get(&CLAUSES).clone();
        let (a, b) = (a.index(words.len()), b.index(words.len()));
        match how {
            0..=1 => words.truncate(a.min(b) + 1),
            2 => words = words.drain(a.min(b)..=a.max(b)).collect(),
            3 => drop(words.remove(a)),
            _ => {}
        }
        words.join(" ")
    })
}

fn article() -> impl Strategy<Value = String> {
    let parts = prop::collection::vec((clause(), prop::sample::select(&JOINTS[..])), 2..5);
    parts.prop_map(|parts| parts.iter().flat_map(|(clause, joint)| [clause.as_str(), joint]).collect())
}

/// Always the same articles, so that what fails here fails for everybody; `PROPTEST_RNG_SEED=7 cargo test recombined`
/// draws others.
fn settings() -> ProptestConfig {
    let given = ProptestConfig::default();
    let rng_seed = if given.rng_seed == RngSeed::Random { RngSeed::Fixed(1) } else { given.rng_seed };
    ProptestConfig { cases: 12_000, failure_persistence: None, rng_seed, ..given }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn clauses_in_any_company_are_read(source in article(), day in 700_000..740_000_i32) {
        let article = Article {
            text: source.as_str().into(),
            published: NaiveDate::from_num_days_from_ce_opt(day),
            ..Article::default()
        };
        let events = extract(&article, &KNOWLEDGE).events;
        for mention in events.iter().flat_map(|e| &e.mentions) {
            prop_assert_eq!(mention.span.of(&source), mention.quote.as_str());
        }
        if day % 16 == 0 {
            prop_assert_eq!(&events, &extract(&article, &KNOWLEDGE).events);
        }
    }
}
