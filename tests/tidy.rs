//! The shape of the tree: what no type and no lint can hold.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `dir` with this ending, sorted.
fn files(dir: &str, ending: &str) -> Vec<PathBuf> {
    fn walk(dir: &Path, ending: &str, out: &mut Vec<PathBuf>) {
        let Ok(entries) = fs::read_dir(dir) else { return };
        for path in entries.filter_map(Result::ok).map(|e| e.path()) {
            if path.is_dir() {
                walk(&path, ending, out);
            } else if path.extension().is_some_and(|e| e == ending) {
                out.push(path);
            }
        }
    }
    let mut out = Vec::new();
    walk(&root().join(dir), ending, &mut out);
    out.sort();
    assert!(!out.is_empty(), "no .{ending} files below {dir}: the test looks at nothing");
    out
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The part of a source file before its unit tests.
fn without_tests(source: &str) -> &str {
    source.split("#[cfg(test)]\nmod ").next().unwrap_or(source)
}

fn is_arabic_letter(c: char) -> bool {
    ('\u{620}'..='\u{64A}').contains(&c)
}

/// Lists what is wrong, all at once.
fn report(rule: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn every_source_file_says_what_it_is() {
    let faults: Vec<_> =
        files("src", "rs").iter().filter(|p| !read(p).starts_with("//!")).map(|p| name(p)).collect();
    report("files without a //! header", &faults);
}

#[test]
fn no_source_file_outgrows_its_reader() {
    let long = |p: &PathBuf| {
        let lines = read(p).lines().count();
        (lines > 500).then(|| format!("{} has {lines} lines", name(p)))
    };
    report("files over 500 lines", &files("src", "rs").iter().filter_map(long).collect::<Vec<_>>());
}

/// Modules in the order of `lib.rs`; each may name only those above it.
const LAYERS: [&str; 16] = [
    "base",
    "text",
    "knowledge",
    "dates",
    "places",
    "actors",
    "ingest",
    "events",
    "store",
    "control",
    "state",
    "scene",
    "export",
    "eval",
    "ui",
    "cli",
];

#[test]
fn layers_point_one_way() {
    let mut faults = Vec::new();
    for path in files("src", "rs") {
        let own = path.strip_prefix(root().join("src")).expect("below src").iter().next().expect("a name");
        let own = own.to_string_lossy().trim_end_matches(".rs").to_owned();
        let Some(rank) = LAYERS.iter().position(|l| *l == own) else { continue };
        let source = read(&path);
        for above in &LAYERS[rank + 1..] {
            if without_tests(&source).contains(&format!("crate::{above}")) {
                faults.push(format!("{} names {above}", name(&path)));
            }
        }
    }
    report("modules that name a module below them", &faults);
}

#[test]
fn the_library_prints_nothing() {
    let own = |p: &PathBuf| !name(p).starts_with("src/cli") && !name(p).ends_with("src/main.rs");
    let prints = |p: &PathBuf| {
        let source = read(p);
        let source = without_tests(&source);
        let says = ["println!(", "eprint!(", " print!(", "dbg!("].iter().any(|word| source.contains(word));
        says.then(|| name(p))
    };
    let faults: Vec<_> = files("src", "rs").iter().filter(|p| own(p)).filter_map(prints).collect();
    report("files that print, which is for the command line", &faults);
}

#[test]
fn dates_places_and_actors_are_strangers() {
    let mut faults = Vec::new();
    let three = ["dates", "places", "actors"];
    for own in three {
        for path in files(&format!("src/{own}"), "rs") {
            for other in three.iter().filter(|o| **o != own) {
                if without_tests(&read(&path)).contains(&format!("crate::{other}")) {
                    faults.push(format!("{} names {other}", name(&path)));
                }
            }
        }
    }
    report("mention modules that know each other", &faults);
}

#[test]
fn nothing_below_ui_knows_egui() {
    let outside = files("src", "rs").into_iter().filter(|p| !p.starts_with(root().join("src/ui")));
    let faults: Vec<_> = outside
        .filter(|p| {
            let source = read(p);
            ["egui::", "eframe::", "walkers::"].iter().any(|c| without_tests(&source).contains(c))
        })
        .map(|p| name(&p))
        .collect();
    report("files outside ui that name egui", &faults);
}

/// What can reach the network, by the names it goes by in code.
const NETWORK: [&str; 8] =
    ["reqwest", "HttpTiles", "tokio::", "rustls", "std::net", "TcpStream", "TcpListener", "UdpSocket"];

#[test]
fn only_online_tiles_reach_the_network_and_one_place_starts_them() {
    let tiles = root().join("src/ui/map/tiles");
    let mut faults = Vec::new();
    for path in files("src", "rs") {
        let source = read(&path);
        let source = without_tests(&source);
        let named = NETWORK.iter().filter(|word| source.contains(**word) && !path.starts_with(&tiles));
        faults.extend(named.map(|word| format!("{} names {word}", name(&path))));
        let starts = source.contains("OnlineTiles::start(") || source.contains("Fetcher::start(");
        if starts && !path.starts_with(&tiles) && !path.ends_with("ui/online.rs") {
            faults.push(format!("{} starts online tiles", name(&path)));
        }
    }
    report("files that reach the network", &faults);
    assert_eq!(read(&root().join("src/ui/online.rs")).matches("OnlineTiles::start(").count(), 1);
}

/// Words belong into `data/` or `assets/i18n`; letters and affixes of the grammar may stand in code.
#[test]
fn source_holds_no_words_of_a_conflict() {
    let mut faults = Vec::new();
    for path in files("src", "rs") {
        let source = read(&path);
        for (n, line) in without_tests(&source).lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            let longest =
                code.split(|c: char| !is_arabic_letter(c)).map(|w| w.chars().count()).max().unwrap_or(0);
            if longest > 3 && !GRAMMAR_FILES.iter().any(|g| path.ends_with(g)) {
                faults.push(format!("{}:{}: {}", name(&path), n + 1, code.trim()));
            }
        }
    }
    report("Arabic words in code", &faults);
}

/// Files that hold the grammar of dates and numbers, where words may stand.
const GRAMMAR_FILES: [&str; 0] = [];

#[test]
fn reasons_of_the_reader_have_arabic_words() {
    let words = read(&root().join("assets/i18n/reasons.ar.ftl"));
    let has = |key: &str| words.lines().any(|l| l.split(" = ").next() == Some(key));
    let mut n = 0;
    let mut faults = Vec::new();
    for path in files("src", "rs") {
        let source = read(&path);
        let source = without_tests(&source);
        for call in ["why.push(\"", "because(\""] {
            for rest in source.split(call).skip(1) {
                let reason = rest.split('"').next().unwrap_or_default();
                let word = |w: &str| -> String {
                    w.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
                };
                let mut parts: Vec<String> = reason.split_whitespace().map(word).collect();
                parts.retain(|p| !p.is_empty());
                let key = format!("why-{}", parts.join("-"));
                n += 1;
                if !has(&key) {
                    faults.push(format!("{}: {reason}", name(&path)));
                }
            }
        }
    }
    assert!(n > 40, "only {n} reasons found: the test looks at nothing");
    report("reasons without words in reasons.ar.ftl", &faults);
}

#[test]
fn clippy_opt_outs_are_counted() {
    let manifest = read(&root().join("Cargo.toml"));
    let n = manifest.lines().filter(|l| l.ends_with("= \"allow\"")).count();
    assert_eq!(n, 6, "the opt-outs in Cargo.toml changed: is the new one worth it?");
}
