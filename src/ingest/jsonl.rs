//! Streams of articles: one JSON object a line.

use std::io::BufRead;

use serde::Deserialize;

use super::Article;
use super::metadata::Metadata;
use crate::base::{Level, Notice};

#[derive(Deserialize)]
struct Line {
    id: Option<String>,
    text: String,
    #[serde(flatten)]
    metadata: Metadata,
}

/// Reads articles from `input` one line at a time, in constant memory. `name` stands for the stream in
/// notices and in ids of lines that have none. A line that cannot be read is a notice, not the end; so is a
/// stream without any.
pub fn articles<'a>(
    input: impl BufRead + 'a,
    name: &'a str,
) -> impl Iterator<Item = Result<Article, Notice>> + 'a {
    let mut reader = input;
    let mut number = 0;
    let mut is_empty = true;
    std::iter::from_fn(move || {
        loop {
            let mut bytes = Vec::new();
            number += 1;
            match reader.read_until(b'\n', &mut bytes) {
                Ok(0) if is_empty => {
                    is_empty = false;
                    return Some(Err(Notice::new(Level::Error, name, "the file is empty")));
                }
                Ok(0) => return None,
                Ok(_) if bytes.iter().all(u8::is_ascii_whitespace) => {}
                Ok(_) => {
                    is_empty = false;
                    return Some(article(&bytes, name, number));
                }
                Err(e) => return Some(Err(Notice::new(Level::Error, name, e.to_string()).at_line(number))),
            }
        }
    })
}

/// The article of one line.
fn article(bytes: &[u8], name: &str, number: u32) -> Result<Article, Notice> {
    let error = |message: String| Notice::new(Level::Error, name, message).at_line(number);
    let line: Line = serde_json::from_slice(bytes).map_err(|e| error(format!("not an article: {e}")))?;
    if line.text.trim().is_empty() {
        return Err(error("the article is empty".into()));
    }
    let id = line.id.unwrap_or_else(|| format!("{name}#{number}"));
    let mut article = Article::new(id, line.text);
    line.metadata.apply(&mut article).map_err(error)?;
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_is_named_and_the_rest_is_read() {
        let input =
            "{\"id\":\"a\",\"text\":\"x\",\"published\":\"2024-12-07\"}\nnot json\n\n{\"text\":\"y\"}\n";
        let read: Vec<_> = articles(input.as_bytes(), "in.jsonl").collect();
        assert_eq!(read.len(), 3);
        assert_eq!(read[0].as_ref().map(|a| a.id.as_str()), Ok("a"));
        assert_eq!(read[1].as_ref().err().and_then(|n| n.line), Some(2));
        assert_eq!(read[2].as_ref().map(|a| a.id.as_str()), Ok("in.jsonl#4"));
    }
}
