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

/// `-o -` is the usual word for standard output, not a file of that name.
#[test]
fn a_lone_dash_is_standard_output() {
    let dir = folder();
    let sentence = "سيطرت هيئة تحرير الشام على مدينة حلب يوم الجمعة 29 نوفمبر 2024.";
    let plain = waqai(dir.path(), &["extract", "-", "-q"], sentence);
    let dashed = waqai(dir.path(), &["extract", "-", "-q", "-o", "-"], sentence);
    assert!(!plain.stdout.is_empty());
    assert_eq!(text(&plain.stdout), text(&dashed.stdout));
    assert!(!dir.path().join("-").exists(), "a file named -");
}

#[test]
fn bad_input_is_named_and_the_rest_is_read() {
    let dir = folder();
    let put = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).expect("written");
    put("good.txt", "سيطرت هيئة تحرير الشام على مدينة حلب يوم الجمعة 29 نوفمبر 2024.".as_bytes());
    put("good.json", br#"{"published":"2024-11-30"}"#);
    put("empty.txt", b"");
    put("none.jsonl", b"\n");
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
        ("none.jsonl", "empty"),
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
    let line =
        |i: usize| format!("{{\"id\":\"a{i}\",\"text\":\"{SENTENCE} {i}\",\"published\":\"2024-12-07\"}}\n");
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

/// The repository's copy of a data file.
fn data(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file)).expect("a data file")
}

/// What the program says of a data file that holds `content` instead.
fn refusal(file: &str, content: &str) -> String {
    let dir = folder();
    let path = dir.path().join("data").join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(&path, content).expect("written");
    let out = waqai(dir.path(), &["control", "--data", "data", "--at", "2024-12-05"], "");
    assert_eq!(out.status.code(), Some(1), "{file} was accepted");
    assert!(out.stdout.is_empty(), "{file} was half used");
    text(&out.stderr)
}

#[test]
fn a_broken_data_file_is_refused_with_file_line_and_reason() {
    let rules = "syria-2024/control.toml";
    let opening = "syria-2024/opening.csv";
    for (file, rows, at, reason) in [
        (
            rules,
            "\n[[pin]]\nplace = \"atlantis\"\nholder = \"SAA\"\nnote = \"\"\n",
            3,
            "unknown place atlantis",
        ),
        (rules, "\n[[pin]]\nplace = \"hama\"\nholder = \"NATO\"\nnote = \"\"\n", 4, "unknown faction NATO"),
        (rules, "\n[rule.captued]\non = false\n", 2, "unknown rule captued; the rules are"),
        (rules, "\n[rule.captured]\ndays = 3\n", 3, "the rule captured has no days"),
        (
            "syria-2024/areas.toml",
            "\n[[area]]\nid = \"void\"\nname_en = \"Void\"\nname_ar = \"فراغ\"\nkind = \"region\"\n",
            3,
            "area void has no sites",
        ),
        (opening, "hama,SAA,assumed,again\n", 1, "place hama stands twice"),
        (opening, "alepo,SAA,assumed,\n", 1, "unknown place alepo"),
        (opening, "hama,NATO,assumed,\n", 1, "unknown faction NATO"),
    ] {
        let whole = data(file);
        let line = whole.lines().count() + at;
        let stderr = refusal(file, &(whole + rows));
        assert!(stderr.contains(&format!("{file}:{line}: {reason}")), "{reason}: {stderr}");
    }
}

/// What `control` writes about `input`.
fn control(arguments: &[&str], input: &str) -> String {
    let out = waqai(folder().path(), &[&["control", "--quiet"], arguments].concat(), input);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    text(&out.stdout)
}

/// Holder and status of each row of a table of control.
fn holders(csv: &str) -> Vec<String> {
    csv.lines().skip(1).map(|l| l.split(',').skip(8).take(2).collect::<Vec<_>>().join(" ")).collect()
}

/// A claim by the gaining side, the same told later as a fact, and another fact.
const REPORTS: &str = concat!(
    r#"{"id":"a","published":"2024-11-30","text":"أعلنت هيئة تحرير الشام سيطرتها على مدينة سراقب يوم الجمعة 29 نوفمبر 2024."}"#,
    "\n",
    r#"{"id":"b","published":"2024-12-03","text":"سيطرت هيئة تحرير الشام على مدينة سراقب يوم الجمعة 29 نوفمبر 2024."}"#,
    "\n",
    r#"{"id":"c","published":"2024-12-05","text":"سيطرت هيئة تحرير الشام على مدينة حماة يوم الخميس 5 ديسمبر 2024."}"#,
    "\n",
);

const TWO_DAYS: [&str; 4] = ["--from", "2024-12-04", "--to", "2024-12-05"];

#[test]
fn control_over_a_range_has_a_row_a_site_and_day() {
    let all = control(&[&TWO_DAYS[..], &["--format", "csv", "-"]].concat(), REPORTS);
    let places = data("syria-2024/places.csv");
    let mut places = csv::Reader::from_reader(places.as_bytes());
    let column = places.headers().expect("a header").iter().position(|h| h == "site").expect("site");
    let n_sites = places.records().filter(|r| &r.as_ref().expect("a row")[column] == "yes").count();
    assert!(n_sites > 400 && all.lines().count() == 2 * n_sites + 1, "{} rows", all.lines().count());
    let columns = "date,place_id,name_en,name_ar,kind,lat,lon,admin1,holder,status,since,event_ids,rule";
    assert_eq!(all.lines().next(), Some(columns));
    let hama = control(&[&TWO_DAYS[..], &["--place", "hama", "-"]].concat(), REPORTS);
    let rows: Vec<&str> = hama.lines().skip(1).collect();
    assert!(rows[0].starts_with("2024-12-04,hama,") && rows[0].ends_with(",SAA,held,,,opening"), "{hama}");
    assert!(rows[1].contains(",HTS,held,2024-12-05,") && rows[1].ends_with(",captured"), "{hama}");
    assert_eq!(rows.len(), 2);
}

#[test]
fn a_reader_that_stops_early_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_waqai"))
        .args(["control", "--quiet", "--from", "2024-11-26", "--to", "2024-12-08"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let out = child.wait_with_output().expect("the program ends");
    assert_eq!((out.status.code(), text(&out.stderr).as_str()), (Some(0), ""));
}

#[test]
fn the_five_articles_tell_who_holds_the_cities() {
    let days = ["--from", "2024-11-28", "--to", "2024-12-08", "--format", "csv"];
    let of = |place: &str| holders(&control(&[&days[..], &["--place", place]].concat(), ""));
    let aleppo = of("aleppo");
    assert_eq!(aleppo[0], "SAA held");
    assert_eq!(aleppo[2..], ["HTS held"; 9], "from 30 November on");
    let hama = of("hama");
    assert_eq!([&hama[5], &hama[7], &hama[8]], ["SAA held", "HTS held", "HTS held"], "{hama:?}");
    let homs = of("homs");
    assert!(homs[..9].iter().all(|h| h == "SAA held") && homs[9].ends_with("contested"), "{homs:?}");
    let damascus = of("damascus");
    assert!(
        damascus[9..].iter().all(|h| h.ends_with("contested")),
        "fought over on the 7th and 8th: {damascus:?}"
    );
    assert_eq!(of("tall-rifat")[2..5], ["SDF held", "SNA held", "SNA held"]);
}

#[test]
fn the_five_articles_contradict_each_other_where_they_do() {
    let out = waqai(folder().path(), &["extract", "--quiet", "--format", "jsonl"], "");
    let events: Vec<serde_json::Value> =
        text(&out.stdout).lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    let disputed = |a: &dyn Fn(&serde_json::Value) -> bool, b: &dyn Fn(&serde_json::Value) -> bool| {
        let names = |x: &serde_json::Value, y: &serde_json::Value| {
            x["disputes"].as_array().is_some_and(|d| d.contains(&y["id"]))
        };
        let pairs = |x| events.iter().filter(|y| b(y)).any(move |y| names(x, y) && names(y, x));
        events.iter().filter(|x| a(x)).any(pairs)
    };
    let on = |place: &'static str, day: &'static str| {
        move |e: &serde_json::Value| e["place"]["id"] == place && e["date"]["start"] == day
    };
    assert!(disputed(&on("hama", "2024-12-04"), &on("hama", "2024-12-05")), "the day of Hama");
    let holds_homs = |e: &serde_json::Value| e["place"]["id"] == "homs" && e["control"]["to"] == "SAA";
    let enters_homs = |e: &serde_json::Value| e["place"]["id"] == "homs" && e["kind"] == "advance";
    assert!(disputed(&holds_homs, &enters_homs), "Homs held or entered");
    let moves = |e: &serde_json::Value| e["kind"] == "deployment" && e["modality"] != "denied";
    let denies = |e: &serde_json::Value| {
        e["kind"] == "statement" && e["actors"].as_array().is_some_and(|a| a[0]["faction"] == "IRQ_GOV")
    };
    assert!(disputed(&moves, &denies), "fighters from Iraq");
    let killed = |n: u64| move |e: &serde_json::Value| e["casualties"][0]["killed"][0] == n;
    assert!(disputed(&killed(411), &killed(412)), "more than 410 dead, and 412");
}

#[test]
fn as_of_a_day_a_claim_is_no_fact_yet() {
    let saraqib = |as_of: &str| {
        let arguments = ["--at", "2024-12-08", "--as-of", as_of, "--place", "saraqib", "-"];
        holders(&control(&arguments, REPORTS)).concat()
    };
    assert_eq!(saraqib("2024-11-29"), "SAA held");
    assert_eq!(saraqib("2024-11-30"), "HTS claimed");
    assert_eq!(saraqib("2024-12-03"), "HTS held");
}

#[test]
fn what_somebody_denies_moves_nothing() {
    let denials = [
        "نفى الجيش السوري سقوط مدينة حماة.",
        "نفى الجيش السوري انسحابه من مدينة حماة.",
        "نفت وزارة الدفاع دخول مدينة حماة.",
        "نفى الجيش السوري سيطرة هيئة تحرير الشام على مدينة حماة.",
    ];
    for text in denials {
        let report = serde_json::json!({"id": "d", "published": "2024-12-04", "text": text}).to_string();
        let holder = holders(&control(&["--at", "2024-12-05", "--place", "hama", "-"], &report)).concat();
        assert_eq!(holder, "SAA held", "{text}");
    }
}

#[test]
fn control_as_geojson_has_areas_and_sites_of_each_day() {
    let json = control(&[&TWO_DAYS[..], &["--format", "geojson", "-"]].concat(), REPORTS);
    let all: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let features = all["features"].as_array().expect("features");
    let of = |date: &str, kind: &str| {
        let is = |p: &serde_json::Value| p["date"] == date && p["feature"] == kind;
        features.iter().filter(|f| is(&f["properties"])).collect::<Vec<_>>()
    };
    for date in ["2024-12-04", "2024-12-05"] {
        let km2: f64 = of(date, "area").iter().filter_map(|a| a["properties"]["km2"].as_f64()).sum();
        assert!((km2 / 187_500.0 - 1.0).abs() < 0.01, "{km2} km2");
        let sites = of(date, "site");
        assert!(sites.len() > 400 && sites.iter().all(|s| s["geometry"]["type"] == "Point"));
    }
    let hts = |date: &str| {
        let area = of(date, "area").into_iter().find(|a| a["properties"]["holder"] == "HTS");
        area.expect("an area")["properties"].clone()
    };
    let (before, after) = (hts("2024-12-04"), hts("2024-12-05"));
    assert!(after["km2"].as_f64() > before["km2"].as_f64());
    assert_eq!((&after["since"], &after["status"]), (&"2024-12-05".into(), &"held".into()));
    assert!(!after["event_ids"].as_array().expect("ids").is_empty());
}

#[test]
fn changes_tell_each_day_and_the_whole_range_in_both_languages() {
    let lines = control(&[&["--changes"], &TWO_DAYS[..], &["-"]].concat(), REPORTS);
    assert!(lines.contains("2024-12-04  No change of control\n"), "{lines}");
    assert!(lines.contains("2024-12-05  HTS took Hama"), "{lines}");
    assert!(lines.contains("2024-12-03 to 2024-12-05  HTS took Hama"), "{lines}");
    assert!(lines.contains("السيطرة على حماة"), "{lines}");
    let land = lines.lines().find(|l| l.trim_start().starts_with("HTS")).expect("a line of HTS");
    assert!(land.contains(" km2 (+") && land.ends_with('%'), "{land}");
}

#[test]
fn the_table_has_a_row_a_place_and_tells_why() {
    let table = control(&[&TWO_DAYS[..], &["--format", "table", "-"]].concat(), REPORTS);
    let hama = table.lines().find(|l| l.starts_with("Hama ")).expect("a row of Hama");
    assert_eq!(hama.split_whitespace().collect::<Vec<_>>(), ["Hama", "SAA", "HTS"]);
    assert!(table.contains("\nHama (hama)\n  2024-12-04  "), "{table}");
    let rules = control(&["--rules"], "");
    assert!(rules.contains("captured") && rules.contains("disputed"), "{rules}");
    let wrong = waqai(folder().path(), &["control", "--place", "atlantis"], "");
    assert_eq!(wrong.status.code(), Some(2), "{}", text(&wrong.stderr));
}
