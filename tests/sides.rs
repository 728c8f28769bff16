//! Everybody does everything: `tests/sides.txt` crosses the common sentences of war news with the sides of many wars.
//!
//! A line `f`, `m` or `p`, a tab and a name is a side, with its gender or number; a line of kinds, a tab and a sentence is a
//! template. Every sentence is an article of its own.

use chrono::NaiveDate;
use waqai::events::extract;
use waqai::ingest::Article;
use waqai::knowledge::Knowledge;

/// A side, and how a verb before it and a verb behind it agree with it.
struct Side<'f> {
    name: &'f str,
    before: &'static str,
    behind: &'static str,
}

/// «of» with the name, the article run into it.
fn of(name: &str) -> String {
    const ARTICLE: &str = "\u{627}\u{644}";
    match name.strip_prefix(ARTICLE) {
        Some(bare) => format!("\u{644}\u{644}{bare}"),
        None => format!("\u{644}{name}"),
    }
}

#[test]
fn a_common_sentence_tells_its_act_whoever_does_it() {
    let knowledge = Knowledge::embedded().expect("the embedded data");
    let published = NaiveDate::from_ymd_opt(2019, 8, 13);
    let lines = include_str!("sides.txt").lines().filter(|l| !l.starts_with('#'));
    let (mut sides, mut templates) = (Vec::new(), Vec::new());
    for (left, right) in lines.filter_map(|l| l.split_once('\t')) {
        let side = |before, behind| Side { name: right, before, behind };
        match left {
            "m" => sides.push(side("", "")),
            "f" => sides.push(side("\u{62A}", "\u{62A}")),
            "p" => sides.push(side("", "\u{648}\u{627}")),
            kinds => templates.push((kinds.split(' ').collect::<Vec<_>>(), right)),
        }
    }
    assert!(sides.len() > 40 && templates.len() > 60, "{} sides, {} templates", sides.len(), templates.len());
    let mut faults = Vec::new();
    for (kinds, template) in &templates {
        for side in &sides {
            let text = template
                .replace("{t}", side.before)
                .replace("{w}", side.behind)
                .replace("{l}", &of(side.name))
                .replace("{a}", side.name);
            let article = Article { text: text.as_str().into(), published, ..Article::default() };
            let events = extract(&article, &knowledge).events;
            let found: Vec<&str> = events.iter().map(|e| e.kind.as_str()).collect();
            if found.is_empty() || found.iter().any(|k| !kinds.contains(k)) {
                faults.push(format!("{text} should tell {}, and tells {found:?}", kinds.join(" or ")));
            }
        }
    }
    assert!(faults.is_empty(), "{} sentences are misread\n{}", faults.len(), faults.join("\n"));
}
