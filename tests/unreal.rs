//! What is not done is not told: `tests/unreal.txt` crosses words of refusing, planning, asking and denying with acts.
//!
//! A line `side`, `governor` or of kinds, a tab and words; the same with verbs in lines `clause` and `verb`. Every sentence
//! is an article of its own; see the file.

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

/// The words behind `left` in the lines of the file.
fn lines(left: &str) -> Vec<&'static str> {
    let all = include_str!("unreal.txt").lines().filter(|l| !l.starts_with('#'));
    all.filter_map(|l| l.split_once('\t')).filter(|(word, _)| *word == left).map(|(_, right)| right).collect()
}

/// The sentences that tell acts of one of these kinds as done.
fn told_as_done<'k>(sentences: impl Iterator<Item = (String, Vec<&'k str>)>) -> Vec<String> {
    let knowledge = Knowledge::embedded().expect("the embedded data");
    let published = NaiveDate::from_ymd_opt(2019, 8, 13);
    let mut faults = Vec::new();
    for (text, kinds) in sentences {
        let article = Article { text: text.as_str().into(), published, ..Article::default() };
        let told = extract(&article, &knowledge).events.into_iter();
        let mut done = told.filter(|e| matches!(e.modality, Modality::Asserted | Modality::Claimed));
        if let Some(event) = done.find(|e| kinds.contains(&e.kind.as_str())) {
            faults.push(format!("{text} tells of {}", event.kind.as_str()));
        }
    }
    faults
}

#[test]
fn an_act_that_is_refused_planned_or_denied_is_not_told_as_done() {
    let (sides, governors) = (lines("side"), lines("governor"));
    let all = include_str!("unreal.txt").lines().filter(|l| !l.starts_with('#'));
    let other = ["side", "governor", "clause", "verb"];
    let acts: Vec<_> =
        all.filter_map(|l| l.split_once('\t')).filter(|(left, _)| !other.contains(left)).collect();
    assert!(sides.len() > 3 && governors.len() > 40 && acts.len() > 10, "the file is not whole");
    let pairs = governors.iter().flat_map(|g| acts.iter().map(move |a| (g, a)));
    let sentences = pairs.enumerate().map(|(n, (governor, (kinds, act)))| {
        let text = governor
            .replace("{n}", act)
            .replace("{b}", &with('\u{628}', act))
            .replace("{l}", &with('\u{644}', act))
            .replace("{a}", sides[n % sides.len()]);
        (text + ".", kinds.split(' ').collect())
    });
    let faults = told_as_done(sentences);
    assert!(faults.is_empty(), "{} acts are told as done\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_verb_of_what_did_not_happen_tells_nothing_done() {
    let (sides, clauses, verbs) = (lines("side"), lines("clause"), lines("verb"));
    assert!(sides.len() > 3 && clauses.len() > 40 && verbs.len() > 8, "the file is not whole");
    let pairs = clauses.iter().flat_map(|c| verbs.iter().map(move |v| (c, v)));
    let sentences = pairs.enumerate().map(|(n, (clause, verb))| {
        let parts: Vec<&str> = verb.split('|').collect();
        let [kinds, perfect, imperfect, rest] = parts[..] else { panic!("{verb} has not four parts") };
        let text = clause
            .replace("{p}", perfect)
            .replace("{i}", imperfect)
            .replace("{o}", rest)
            .replace("{a}", sides[n % sides.len()]);
        (text + ".", kinds.split(' ').collect())
    });
    let faults = told_as_done(sentences);
    assert!(faults.is_empty(), "{} acts are told as done\n{}", faults.len(), faults.join("\n"));
}
