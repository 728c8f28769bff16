//! Long streams of articles: read, merged and written a block at a time, in constant memory.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Write};
use std::path::{Path, PathBuf};

use super::{Common, input};
use crate::base::{Level, Notice};
use crate::export::events::Format;
use crate::ingest::{Article, jsonl};
use crate::knowledge::Knowledge;

/// So many articles are merged with each other; tellings further apart in the stream stay two events.
/// A stream that is shorter gives the same bytes as the same articles in a folder.
pub(super) const BLOCK: usize = 1024;

/// Is INPUT one stream of JSON lines, and nothing else?
pub(super) fn is_stream(paths: &[PathBuf]) -> bool {
    let [path] = paths else { return false };
    path.extension().is_some_and(|e| e == "jsonl") && path.is_file() || (is_stdin(path) && stdin_is_json())
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Does standard input begin like a line of JSON? Nothing of it is used up.
fn stdin_is_json() -> bool {
    let mut stdin = io::stdin().lock();
    stdin.fill_buf().is_ok_and(|b| b.trim_ascii_start().starts_with(b"{"))
}

/// Reads the stream at `path` and writes its events; gives whether every line could be read.
///
/// # Errors
/// When `out` fails, or the stream cannot be opened.
pub(super) fn run(
    path: &Path,
    format: Format,
    knowledge: &Knowledge,
    common: &Common,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let name = path.display().to_string();
    let reader: Box<dyn io::BufRead> = if is_stdin(path) {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::with_capacity(1 << 20, File::open(path)?))
    };
    let mut block: Vec<Article> = Vec::with_capacity(BLOCK);
    let mut seen: HashSet<[u8; 16]> = HashSet::new();
    let mut is_whole = true;
    let mut n_blocks = 0;
    let write = |block: &mut Vec<Article>, out: &mut dyn Write| {
        let events = input::events(block, knowledge, common);
        block.clear();
        format.write(&events, out)
    };
    for line in jsonl::articles(reader, &name) {
        match line {
            Ok(article) if seen.insert(key(&article)) => block.push(article),
            Ok(article) => {
                let message = "the same text came before; read once";
                input::tell(&[Notice::new(Level::Info, &article.id, message)], common);
            }
            Err(notice) => {
                is_whole &= notice.level != Level::Error;
                input::tell(&[notice], common);
            }
        }
        if block.len() == BLOCK {
            write(&mut block, out)?;
            n_blocks += 1;
        }
    }
    if !block.is_empty() || n_blocks == 0 {
        write(&mut block, out)?;
        n_blocks += 1;
    }
    if n_blocks > 1 {
        let message =
            format!("a long stream: tellings of one event were merged within {BLOCK} articles each");
        input::tell(&[Notice::new(Level::Info, &name, message)], common);
    }
    Ok(is_whole)
}

/// The first half of the hash of a text, enough to know it again.
fn key(article: &Article) -> [u8; 16] {
    let mut key = [0; 16];
    for (byte, hex) in key.iter_mut().zip(article.sha256.as_bytes().chunks(2)) {
        *byte = std::str::from_utf8(hex).ok().and_then(|h| u8::from_str_radix(h, 16).ok()).unwrap_or(0);
    }
    key
}
