//! Readable cases: `tests/cases/KIND/*.txt`.
//!
//! A case is a block: the Arabic text alone on its line (a pilcrow stands for a line break), a line
//! `ref: DAY` when there is a day of publication, then what the reader finds, exactly as the kind's
//! formatter prints it. Blocks are parted by an empty line; a line that begins with `# ` is a comment.
//! `BLESS=1 cargo test --test all cases` rewrites what is expected; look at the difference.
//!
//! A new kind is one line in `KINDS` and a folder.

use std::fmt::Write as _;
use std::path::Path;

use chrono::NaiveDate;
use waqai::events::{Role, annotate, extract, merge};
use waqai::ingest::Article;
use waqai::knowledge::Knowledge;
use waqai::text::{Text, numbers, sentences};
use waqai::{actors, dates, places};

/// One case of a file.
struct Case<'f> {
    comment: String,
    source: &'f str,
    reference: Option<NaiveDate>,
    expected: String,
}

/// Prints what is found in a text as of a day.
type Formatter = fn(&str, Option<NaiveDate>, &Knowledge) -> String;

/// Folder, formatter, and how many cases it holds at least.
const KINDS: [(&str, Formatter, usize); 10] = [
    ("actors", print_actors, 70),
    ("changes", print_changes, 15),
    ("dates", print_dates, 500),
    ("events", print_events, 120),
    ("status", print_status, 40),
    ("numbers", print_numbers, 160),
    ("places", print_places, 130),
    ("published", print_published, 20),
    ("text", print_sentences, 120),
    ("voices", print_voices, 12),
];

#[test]
fn every_case_reads_as_written() {
    let knowledge = Knowledge::embedded().expect("the embedded data");
    let bless = std::env::var_os("BLESS").is_some();
    let mut faults = Vec::new();
    for (kind, print, at_least) in KINDS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(kind);
        let mut files: Vec<_> = std::fs::read_dir(&folder)
            .expect("a folder of cases")
            .map(|entry| entry.expect("a file of cases").path())
            .filter(|path| path.extension().is_some_and(|e| e == "txt"))
            .collect();
        files.sort();
        let mut n_cases = 0;
        for path in files {
            let text = std::fs::read_to_string(&path).expect("a file of cases");
            let cases = parse(&text);
            n_cases += cases.len();
            let mut blessed = String::new();
            for case in cases {
                let found = print(&case.source.replace('\u{B6}', "\n"), case.reference, &knowledge);
                if found != case.expected {
                    let name = path.file_name().unwrap_or_default().display();
                    faults.push(format!(
                        "{kind}/{name}\n{}\nfound:\n{found}\nexpected:\n{}",
                        case.source, case.expected
                    ));
                }
                write_case(&mut blessed, &case, &found);
            }
            if bless {
                std::fs::write(&path, blessed).expect("blessed");
            }
        }
        assert!(n_cases >= at_least, "only {n_cases} cases of {kind} ran, {at_least} should have");
    }
    assert!(bless || faults.is_empty(), "{} cases differ\n\n{}", faults.len(), faults.join("\n"));
}

fn parse(text: &str) -> Vec<Case<'_>> {
    let blocks = text.split("\n\n").map(str::trim).filter(|b| !b.is_empty());
    let mut carried = String::new();
    let mut cases = Vec::new();
    for block in blocks {
        let is_comment = |l: &&str| l.starts_with("# ");
        let comment: String = block.lines().take_while(is_comment).fold(String::new(), |c, l| c + l + "\n");
        let mut lines = block.lines().skip_while(is_comment).peekable();
        let Some(source) = lines.next() else {
            carried = carried + &comment + "\n";
            continue;
        };
        let reference = lines
            .next_if(|l| l.starts_with("ref: "))
            .map(|l| l.trim_start_matches("ref: ").parse().unwrap_or_else(|e| panic!("{l}: {e}")));
        let expected = lines.fold(String::new(), |text, line| text + line + "\n");
        let comment = std::mem::take(&mut carried) + &comment;
        cases.push(Case { comment, source, reference, expected });
    }
    cases
}

fn write_case(out: &mut String, case: &Case<'_>, found: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(&case.comment);
    out.push_str(case.source);
    out.push('\n');
    if let Some(day) = case.reference {
        let _ = writeln!(out, "ref: {day}");
    }
    out.push_str(found);
}

fn or_nothing(found: String) -> String {
    if found.is_empty() { "= nothing\n".to_owned() } else { found }
}

/// The words of each mention, and below them its days, precision, basis and relation.
fn print_dates(source: &str, reference: Option<NaiveDate>, knowledge: &Knowledge) -> String {
    let mut text = Text::new(source, &knowledge.vocabulary);
    let sentences = sentences(&mut text, &knowledge.clutter);
    let mut out = String::new();
    for mention in dates::find(&text, &sentences, knowledge, reference) {
        let _ = writeln!(out, "{}", mention.span.of(source));
        let days = match (mention.resolved, &mention.anchor) {
            (Some(r), _) if r.start() == r.end() => r.start().to_string(),
            (Some(r), _) => format!("{} .. {}", r.start(), r.end()),
            (None, Some(anchor)) => match &anchor.target {
                dates::Target::Story => {
                    format!("story {:+}..{:+} {:?}", anchor.shift.least, anchor.shift.most, anchor.shift.unit)
                }
                dates::Target::Event(_) => {
                    format!("event {:+}..{:+} {:?}", anchor.shift.least, anchor.shift.most, anchor.shift.unit)
                }
            },
            (None, None) => "open".to_owned(),
        };
        let precision =
            mention.resolved.map_or(String::new(), |r| format!("{:?} ", r.precision).to_lowercase());
        let relation = format!("{:?}", mention.relation).to_lowercase();
        let long = if mention.is_duration { " duration" } else { "" };
        let _ = writeln!(out, "= {days} {precision}{} {relation}{long}", mention.basis.as_str());
    }
    or_nothing(out)
}

/// A line an event: kind, place, doers and those done to, days, status; then its tolls.
fn print_events(source: &str, reference: Option<NaiveDate>, knowledge: &Knowledge) -> String {
    let article = Article { text: source.into(), published: reference, ..Article::default() };
    let mut out = String::new();
    for event in extract(&article, knowledge).events {
        let side = |role| {
            let codes: Vec<_> =
                event.actors.iter().filter(|a| a.role == role).map(|a| a.faction.as_str()).collect();
            if codes.is_empty() { "-".to_owned() } else { codes.join("+") }
        };
        let place = event.place.as_ref().map_or("-", |p| p.id.as_str());
        let to = event.destination.as_ref().map(|p| format!(" to {}", p.id)).unwrap_or_default();
        let day = |d: Option<NaiveDate>| d.map_or("?".to_owned(), |d| d.to_string());
        let days = if event.date.start == event.date.end {
            day(event.date.start)
        } else {
            format!("{}..{}", day(event.date.start), day(event.date.end))
        };
        let (kind, by, on) = (event.kind.as_str(), side(Role::Initiator), side(Role::Target));
        let past = if event.background { " background" } else { "" };
        let _ = writeln!(
            out,
            "= {kind} {place}{to} {by} > {on} {days} {} {:?}{past}",
            event.date.basis, event.modality
        );
        for toll in &event.casualties {
            let _ = writeln!(out, "  {:?} killed {:?} wounded {:?}", toll.who, toll.killed, toll.wounded);
        }
    }
    out
}

/// A line a change of hands, after merging: kind, place, who had it, who has it, how firmly; then how the loser is known.
/// A line any other act of which not its own clause tells whom it hits: kind, place, by whom, whom; then how that is known.
fn print_changes(source: &str, reference: Option<NaiveDate>, knowledge: &Knowledge) -> String {
    let article = Article { text: source.into(), published: reference, ..Article::default() };
    let mut out = String::new();
    for event in merge(vec![extract(&article, knowledge)], knowledge) {
        let place = event.place.as_ref().map_or("-", |p| p.id.as_str());
        let Some(change) = event.control else {
            let aimed: Vec<_> = event.why.iter().filter(|w| w.starts_with("aimed at")).collect();
            let part = |role| event.actors.iter().filter(move |a| a.role == role).map(|a| a.faction.as_str());
            let (by, on): (Vec<_>, Vec<_>) = (part(Role::Initiator).collect(), part(Role::Target).collect());
            if !aimed.is_empty() {
                let _ =
                    writeln!(out, "= {} {place} {} > {}", event.kind.as_str(), by.join("+"), on.join("+"));
            }
            for reason in aimed {
                let _ = writeln!(out, "  {reason}");
            }
            continue;
        };
        let side = |code: &Option<String>| code.clone().unwrap_or_else(|| "-".to_owned());
        let (kind, from, to) = (event.kind.as_str(), side(&change.from), side(&change.to));
        let _ = writeln!(out, "= {kind} {place} {from} > {to} {:?}", change.status);
        for reason in event.why.iter().filter(|w| w.starts_with("lost by")) {
            let _ = writeln!(out, "  {reason}");
        }
    }
    or_nothing(out)
}

/// A line a mention of an event: kind, the words of the trigger, status.
fn print_status(source: &str, reference: Option<NaiveDate>, knowledge: &Knowledge) -> String {
    let mut out = String::new();
    for note in annotate(source, reference, knowledge).events {
        let words: String = source.chars().skip(note.span[0]).take(note.span[1] - note.span[0]).collect();
        let past = if note.background { " background" } else { "" };
        let _ = writeln!(out, "{words}\n= {} {:?}{past}", note.kind.as_str(), note.modality);
    }
    out
}

/// A line each act: kind, status, and whose words the text gives it in.
fn print_voices(source: &str, reference: Option<NaiveDate>, knowledge: &Knowledge) -> String {
    let article = Article { text: source.into(), published: reference, ..Article::default() };
    let mut out = String::new();
    for event in extract(&article, knowledge).events {
        let voice = event.attribution.as_deref().unwrap_or("-");
        let _ = writeln!(out, "= {} {:?} {voice}", event.kind.as_str(), event.modality);
    }
    or_nothing(out)
}

/// The day of publication as inferred, how sure in percent, and why.
fn print_published(source: &str, _: Option<NaiveDate>, knowledge: &Knowledge) -> String {
    let mut text = Text::new(source, &knowledge.vocabulary);
    let sentences = sentences(&mut text, &knowledge.clutter);
    match dates::infer_published(&text, &sentences, knowledge) {
        Some(i) => format!("= {} {:.0}%: {}\n", i.day, i.confidence * 100.0, i.why.join("; ")),
        None => or_nothing(String::new()),
    }
}

/// The words of each number, and below them its value or range and what kind it is.
fn print_numbers(source: &str, _: Option<NaiveDate>, knowledge: &Knowledge) -> String {
    let text = Text::new(source, &knowledge.vocabulary);
    let mut out = String::new();
    for mention in numbers::find(&text, &knowledge.numbers) {
        let _ = writeln!(out, "{}", mention.span.of(source));
        let end = |v: Option<f64>| v.map_or("open".to_owned(), |v| v.to_string());
        let value = match mention.exact() {
            Some(v) => v.to_string(),
            None => format!("{} .. {}", end(mention.low), end(mention.high)),
        };
        let _ = write!(out, "= {value} {}", format!("{:?}", mention.kind).to_lowercase());
        for (is, word) in [(mention.vague, " vague"), (mention.about, " about"), (mention.noun, " noun")] {
            out.push_str(if is { word } else { "" });
        }
        out.push('\n');
    }
    or_nothing(out)
}

/// Each sentence, and below it what it is.
fn print_sentences(source: &str, _: Option<NaiveDate>, knowledge: &Knowledge) -> String {
    let mut text = Text::new(source, &knowledge.vocabulary);
    let mut out = String::new();
    for sentence in sentences(&mut text, &knowledge.clutter) {
        let _ = writeln!(out, "{}", sentence.span.of(source).replace('\n', "\u{B6}"));
        let what = match (sentence.clutter, sentence.headline) {
            (Some(clutter), _) => clutter.as_str(),
            (None, true) => "headline",
            (None, false) => "sentence",
        };
        let _ = writeln!(out, "= line {}: {what}", sentence.line);
    }
    or_nothing(out)
}

/// The words of each place, and below them its id, kind, role, part and distance.
fn print_places(source: &str, _: Option<NaiveDate>, knowledge: &Knowledge) -> String {
    let mut text = Text::new(source, &knowledge.vocabulary);
    sentences(&mut text, &knowledge.clutter);
    let mut out = String::new();
    for mention in places::find(&text, knowledge) {
        let id = |p| knowledge.conflict.place(p).id.as_str();
        let _ = writeln!(out, "{}", mention.span.of(source));
        let place = mention.place.map_or("outside the gazetteer", id);
        let role = format!("{:?}", mention.role).to_lowercase();
        let _ = write!(out, "= {place} {} {role}", mention.kind.as_str());
        if let Some(part) = mention.part {
            let side = part.degrees.map_or(String::new(), |d| format!(" {d} degrees"));
            let _ = write!(out, ", {}{side}", format!("{:?}", part.kind).to_lowercase());
        }
        if let Some(offset) = mention.offset {
            let _ = write!(out, ", {} km", offset.km);
        }
        if let Some(area) = mention.within {
            let _ = write!(out, ", in {}", id(area));
        }
        out.push('\n');
    }
    or_nothing(out)
}

/// The words of each actor, and below them its faction, kind and reasons.
fn print_actors(source: &str, _: Option<NaiveDate>, knowledge: &Knowledge) -> String {
    let mut text = Text::new(source, &knowledge.vocabulary);
    sentences(&mut text, &knowledge.clutter);
    let mut out = String::new();
    for mention in actors::find(&text, knowledge) {
        let _ = writeln!(out, "{}", mention.name);
        let code = &knowledge.conflict.faction(mention.faction).code;
        let kind = format!("{:?}", mention.kind).to_lowercase();
        let context = if mention.by_context { " by context" } else { "" };
        let _ = writeln!(out, "= {code} {kind}{context}");
    }
    or_nothing(out)
}
