//! `waqai annotate`: single texts in, their mentions out, a JSON line each.

use std::io::{self, BufRead};

use chrono::NaiveDate;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::output::write_to;
use crate::base::{Error, Level, Notice, Result};
use crate::events::{Annotation, annotate};
use crate::knowledge::Knowledge;

#[derive(Deserialize)]
struct Request {
    id: serde_json::Value,
    text: String,
    #[serde(rename = "ref")]
    reference: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    #[serde(flatten)]
    annotation: Annotation,
}

/// How many lines are read before they are answered together, on all cores.
const BATCH: usize = 4096;

/// Answers the lines of standard input in their order; a broken line is named and left out.
pub(super) fn run(knowledge: &Knowledge) -> Result<bool> {
    let mut clean = true;
    let mut lines = io::stdin().lock().lines().zip(1u32..);
    write_to(None, |out| {
        loop {
            let batch: Vec<(io::Result<String>, u32)> = lines.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return Ok(());
            }
            let answers: Vec<_> = batch.into_par_iter().map(|(line, n)| answer(line, n, knowledge)).collect();
            for answer in answers {
                match answer {
                    Ok(Some(json)) => writeln!(out, "{json}")?,
                    Ok(None) => {}
                    Err(notice) => {
                        clean = false;
                        eprintln!("waqai: {notice}");
                    }
                }
            }
        }
    })?;
    Ok(clean)
}

/// The answer to line `n`; nothing for a blank line.
fn answer(
    line: io::Result<String>,
    n: u32,
    knowledge: &Knowledge,
) -> std::result::Result<Option<String>, Notice> {
    let error = |message: String| Notice::new(Level::Error, "-", message).at_line(n);
    let line = line.map_err(|e| error(e.to_string()))?;
    if line.trim().is_empty() {
        return Ok(None);
    }
    let request: Request = serde_json::from_str(&line).map_err(|e| error(format!("not a request: {e}")))?;
    let reference = request.reference.as_deref().map(day).transpose().map_err(error)?;
    let annotation = annotate(&request.text, reference, knowledge);
    let answer = Answer { id: request.id, annotation };
    serde_json::to_string(&answer).map(Some).map_err(|e| error(Error::Output(e.to_string()).to_string()))
}

/// The day of an ISO day or time.
fn day(text: &str) -> std::result::Result<NaiveDate, String> {
    let head = text.get(..10).unwrap_or(text);
    head.parse().map_err(|_| format!("`ref` is \"{text}\", not a day like 2024-12-07"))
}
