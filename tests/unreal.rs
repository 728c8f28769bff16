//! What is not done is not told: `tests/unreal.txt` crosses words of refusing, planning, asking and denying with acts.
//!
//! A line `side`, `governor` or of kinds, a tab and words. Every sentence is an article of its own; see the file.

use chrono::NaiveDate;
use waqai::events::{Modality, extract};
use waqai::ingest::Article;
use waqai::knowledge::Knowledge;

const ARTICLE: &str = "\u{627}\u{644}";

/// «by the act», «to the act», written in one word with its first noun.
fn with(preposition: char, act: &str) -> String {
    match act.strip_prefix(ARTICLE).filter(|_| preposition == '\u{644}') {
        Some(bare) => format!("{preposition}\u{644}{bare}"),
        None => format!("{preposition}{act}"),
    }
}

#[test]
fn an_act_that_is_refused_planned_or_denied_is_not_told_as_done() {
    let knowledge = Knowledge::embedded().expect("the embedded data");
    let published = NaiveDate::from_ymd_opt(2019, 8, 13);
    let lines = include_str!("unreal.txt").lines().filter(|l| !l.starts_with('#'));
    let (mut sides, mut governors, mut acts) = (Vec::new(), Vec::new(), Vec::new());
    for (left, right) in lines.filter_map(|l| l.split_once('\t')) {
        match left {
            "side" => sides.push(right),
            "governor" => governors.push(right),
            kinds => acts.push((kinds.split(' ').collect::<Vec<_>>(), right)),
        }
    }
    assert!(sides.len() > 3 && governors.len() > 40 && acts.len() > 10, "the file is not whole");
    let mut faults = Vec::new();
    let pairs = governors.iter().flat_map(|g| acts.iter().map(move |a| (g, a)));
    for (n, (governor, (kinds, act))) in pairs.enumerate() {
        let text = governor
            .replace("{n}", act)
            .replace("{b}", &with('\u{628}', act))
            .replace("{l}", &with('\u{644}', act))
            .replace("{a}", sides[n % sides.len()])
            + ".";
        let article = Article { text: text.as_str().into(), published, ..Article::default() };
        let told = extract(&article, &knowledge).events.into_iter();
        let mut done = told.filter(|e| matches!(e.modality, Modality::Asserted | Modality::Claimed));
        if let Some(event) = done.find(|e| kinds.contains(&e.kind.as_str())) {
            faults.push(format!("{text} tells of {}", event.kind.as_str()));
        }
    }
    assert!(faults.is_empty(), "{} acts are told as done\n{}", faults.len(), faults.join("\n"));
}
