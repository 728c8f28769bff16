//! Hand-coded events: a file an article, a JSON object a line, the article record first.

use std::path::Path;

use chrono::NaiveDate;
use serde::Deserialize;

use super::Coded;
use crate::base::{Error, LonLat, Result};
use crate::events::{ControlChange, EventKind, Modality, Role};
use crate::ingest::Article;
use crate::knowledge::PlaceKind;

/// The hand-coded events of one article.
#[derive(Debug)]
pub struct GoldFile {
    /// Name of the file without its ending; the beginning of the article's name.
    pub key: String,
    /// The events.
    pub events: Vec<Coded>,
}

#[derive(Deserialize)]
struct Row {
    kind: EventKind,
    date_start: Option<String>,
    date_end: Option<String>,
    lat: Option<f64>,
    lon: Option<f64>,
    place_kind: Option<PlaceKind>,
    place_en: Option<String>,
    #[serde(default)]
    actors: Vec<RowActor>,
    control: Option<ControlChange>,
    #[serde(default)]
    modality: Modality,
    #[serde(default)]
    casualties: Option<Vec<RowToll>>,
    importance: Option<u8>,
    #[serde(default)]
    quotes: Vec<String>,
}

#[derive(Deserialize)]
struct RowActor {
    faction: String,
    role: Role,
}

#[derive(Deserialize)]
struct RowToll {
    killed: Option<(u64, Option<u64>)>,
}

/// Reads every `KEY.jsonl` of `dir` whose article is among `articles` (its file name is `KEY`, or begins
/// with `KEY_`).
///
/// # Errors
/// When the folder or a file cannot be read; a broken line is named.
pub fn read_dir(dir: &Path, articles: &[Article]) -> Result<Vec<GoldFile>> {
    let entries = std::fs::read_dir(dir).map_err(|e| Error::io(dir, e))?;
    let mut paths: Vec<_> = entries.filter_map(std::result::Result::ok).map(|e| e.path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "jsonl"));
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let key = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(article) = articles.iter().find(|a| article_key(&a.id) == key) {
            files.push(GoldFile { events: read_file(&path, article)?, key });
        }
    }
    if files.is_empty() {
        return Err(Error::Usage(format!("{}: no KEY.jsonl whose article was read", dir.display())));
    }
    Ok(files)
}

/// What an article's id is matched by: its file name up to the first `_` or its ending.
pub fn article_key(id: &str) -> &str {
    let name = id.rsplit('/').next().unwrap_or(id);
    let name = name.strip_suffix(".txt").unwrap_or(name);
    name.split('_').next().unwrap_or(name)
}

fn read_file(path: &Path, article: &Article) -> Result<Vec<Coded>> {
    let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, e))?;
    let mut events = Vec::new();
    for (line, number) in text.lines().zip(1u32..).filter(|(l, _)| !l.trim().is_empty()) {
        let error = |e: String| Error::data(path.display().to_string(), number, e);
        let value: serde_json::Value = serde_json::from_str(line).map_err(|e| error(e.to_string()))?;
        if value.get("kind").is_some() {
            let row: Row = serde_json::from_value(value).map_err(|e| error(e.to_string()))?;
            events.push(row.coded(&article.text).map_err(error)?);
        }
    }
    Ok(events)
}

impl Row {
    fn coded(self, text: &str) -> std::result::Result<Coded, String> {
        let start = self.date_start.as_deref().map(|d| day(d, false)).transpose()?;
        let end = self.date_end.as_deref().map(|d| day(d, true)).transpose()?.or(start);
        let find = |q: &String| text.find(q.as_str()).map(|at| (at, at + q.len()));
        let mut killed: Vec<_> =
            self.casualties.unwrap_or_default().iter().filter_map(|c| c.killed).collect();
        killed.sort_unstable();
        Ok(Coded {
            kind: self.kind,
            days: start.zip(end),
            at: self.lat.zip(self.lon).map(|(lat, lon)| LonLat::new(lon, lat)),
            place_kind: self.place_kind,
            place_name: self.place_en,
            initiators: self
                .actors
                .into_iter()
                .filter(|a| a.role == Role::Initiator)
                .map(|a| a.faction)
                .collect(),
            to: self.control.and_then(|c| c.to),
            modality: self.modality,
            killed,
            spans: self.quotes.iter().filter_map(find).collect(),
            importance: self.importance.unwrap_or(2),
            quote: self.quotes.into_iter().next().unwrap_or_default(),
        })
    }
}

/// An ISO day, month (`2024-12`) or year; the last day of it when `last`.
fn day(text: &str, last: bool) -> std::result::Result<NaiveDate, String> {
    let bad = || format!("\"{text}\" is no day, month or year");
    let parts: Vec<i32> =
        text.split('-').map(|p| p.parse().map_err(|_| bad())).collect::<std::result::Result<_, _>>()?;
    let range = match parts[..] {
        [y] => crate::base::DayRange::year(y),
        [y, m] => crate::base::DayRange::month(y, m as u32),
        [y, m, d] => NaiveDate::from_ymd_opt(y, m as u32, d as u32).map(crate::base::DayRange::day),
        _ => None,
    };
    range.map(|r| if last { r.end() } else { r.start() }).ok_or_else(bad)
}
