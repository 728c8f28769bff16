//! The real program in a temporary folder.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn waqai(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_waqai"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    // On its own thread: a program that writes while it reads would else wait for us and we for it. One
    // that does not read its input closes the pipe early: no fault of the test.
    let writer = std::thread::spawn(move || drop(pipe.write_all(input.as_bytes())));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// The lines of standard error that are no notices of reading: those that name `files`.
fn naming<'a>(stderr: &'a str, file: &str) -> Vec<&'a str> {
    stderr.lines().filter(|l| l.contains(file)).collect()
}

#[test]
fn bad_input_is_named_and_the_rest_is_read() {
    let dir = folder();
    let put = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).expect("written");
    put("good.txt", "سيطرت هيئة تحرير الشام على مدينة حلب يوم الجمعة 29 نوفمبر 2024.".as_bytes());
    put("good.json", br#"{"published":"2024-11-30"}"#);
    put("empty.txt", b"");
    put("picture.txt", &[0x89, b'P', b'N', b'G', 0, 0xff, 0xfe, 0, 1]);
    put("broken.txt", &["سيطرت الفصائل".as_bytes(), &[0xff]].concat());
    put(
        "old.txt",
        &[
            0xd3, 0xed, 0xd8, 0xd1, 0xca, 0x20, 0xc7, 0xe1, 0xdd, 0xd5, 0xc7, 0xc6, 0xe1, 0x20, 0xda, 0xe1,
            0xec,
        ],
    );
    put("side.txt", "سيطرت الفصائل على حماة.".as_bytes());
    put("side.json", b"{\"published\": ");
    let out = waqai(dir.path(), &["extract", ".", "missing"], "");
    let stderr = text(&out.stderr);
    assert_eq!(out.status.code(), Some(1), "{stderr}");
    for (file, word) in [
        ("empty.txt", "empty"),
        ("picture.txt", "binary"),
        ("broken.txt", "UTF-8"),
        ("old.txt", "windows-1256"),
        ("side.json", "sidecar"),
        ("missing", "no such file"),
    ] {
        let lines = naming(&stderr, file);
        assert!(lines.len() == 1 && lines[0].contains(word), "{file}: {lines:?}");
    }
    let events = text(&out.stdout);
    assert!(events.contains("good.txt") && events.contains("\"capture\""), "{events}");
}

#[test]
fn the_record_has_its_fields_and_its_quotes_are_exact() {
    let out = waqai(folder().path(), &["extract"], "");
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let lines = text(&out.stdout);
    assert!(lines.lines().count() > 60, "{} events", lines.lines().count());
    for line in lines.lines() {
        let event: serde_json::Value = serde_json::from_str(line).expect("JSON");
        for field in [
            "id",
            "kind",
            "acled",
            "date",
            "place",
            "destination",
            "actors",
            "control",
            "modality",
            "attribution",
            "background",
            "casualties",
            "confidence",
            "why",
            "mentions",
        ] {
            assert!(event.get(field).is_some(), "no {field} in {line}");
        }
        for mention in event["mentions"].as_array().expect("mentions") {
            let file =
                Path::new(env!("CARGO_MANIFEST_DIR")).join(mention["article"].as_str().expect("a path"));
            let article: Vec<char> = fs::read_to_string(file).expect("a seed").chars().collect();
            let at = |key: &str| mention[key].as_u64().expect("an offset") as usize;
            let quote: String = article[at("start")..at("end")].iter().collect();
            assert_eq!(Some(quote.as_str()), mention["quote"].as_str());
        }
    }
    let again = waqai(folder().path(), &["extract"], "");
    assert!(text(&again.stdout) == lines, "two readings differ");
}

#[test]
fn wrong_usage_ends_with_two() {
    assert_eq!(waqai(folder().path(), &["extract", "--format", "nonsense"], "").status.code(), Some(2));
    assert_eq!(waqai(folder().path(), &["control", "--at", "yesterday"], "").status.code(), Some(2));
}

#[test]
fn annotate_answers_each_line_and_names_a_broken_one() {
    let input = "{\"id\":\"a\",\"text\":\"حلب يوم الجمعة\",\"ref\":\"2024-11-30\"}\nnonsense\n{\"id\":7,\"text\":\"\",\"ref\":\"2024-11-30\"}\n";
    let out = waqai(folder().path(), &["annotate"], input);
    assert_eq!(out.status.code(), Some(1));
    let answers: Vec<serde_json::Value> =
        text(&out.stdout).lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0]["dates"][0]["start"], "2024-11-29");
    assert_eq!(answers[0]["dates"][0]["span"], serde_json::json!([4, 14]));
    assert_eq!(answers[1]["id"], 7);
    assert!(text(&out.stderr).contains("-:2:"));
}

#[test]
fn a_long_stream_is_read_in_blocks_and_bad_lines_are_named() {
    let dir = folder();
    let line = |i: usize| {
        format!("{{\"id\":\"a{i}\",\"text\":\"{} {i}\",\"published\":\"2024-12-07\"}}\n", SENTENCE)
    };
    let lines: String = line(0) + "no json\n" + &(1..1500).map(line).collect::<String>();
    let out = waqai(dir.path(), &["extract", "-", "--format", "jsonl"], &lines);
    assert_eq!(out.status.code(), Some(1));
    let stderr = text(&out.stderr);
    assert!(stderr.contains("-:2: not an article"), "{stderr}");
    assert!(stderr.contains("merged within 1024 articles"), "{stderr}");
    let stdout = text(&out.stdout);
    let mentions: Vec<usize> = stdout.lines().map(|l| l.matches("\"sha256\"").count()).collect();
    assert_eq!(mentions, [1024, 476], "one event a block, with a mention an article");
}

const SENTENCE: &str = "سيطرت هيئة تحرير الشام على مدينة حلب يوم الجمعة 29 نوفمبر 2024.";
