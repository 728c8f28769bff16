//! `waqai render`, and the window itself: a view of what was read.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::input::tell;
use super::output::write_to;
use super::{Common, Inputs};
use crate::base::{Error, Result};
use crate::ingest::Ingested;
use crate::knowledge::Knowledge;
use crate::state::{Lang, Theme, View};
use crate::store::Corpus;
use crate::ui::{self, offscreen};

#[derive(Args, Debug)]
pub(super) struct Render {
    /// The day on the map (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    at: Option<NaiveDate>,
    /// Use only articles published by this day
    #[arg(long, value_name = "DATE")]
    as_of: Option<NaiveDate>,
    /// A view as JSON, or a PNG that waqai drew: everything a picture depends on
    #[arg(long, value_name = "VIEW.json")]
    view: Option<PathBuf>,
    /// Width and height in points
    #[arg(long, default_value = "1600x1000", value_name = "WxH", value_parser = size)]
    size: [u32; 2],
    /// Pixels per point
    #[arg(long, default_value_t = 1.0, value_name = "N")]
    scale: f32,
    /// Language of the interface and the map
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
    /// Light or dark
    #[arg(long, value_enum)]
    theme: Option<ThemeArg>,
    /// The picture to write; - for standard output
    #[arg(long, short, value_name = "FILE.png")]
    output: PathBuf,
    #[command(flatten)]
    inputs: Inputs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LangArg {
    En,
    Ar,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ThemeArg {
    Light,
    Dark,
}

/// `1600x1000` → `[1600, 1000]`.
fn size(text: &str) -> std::result::Result<[u32; 2], String> {
    let sides = text.split_once(['x', 'X', '×']).and_then(|(w, h)| Some([w.parse().ok()?, h.parse().ok()?]));
    sides.filter(|s| s.iter().all(|n| *n > 0)).ok_or_else(|| "a size looks like 1600x1000".to_owned())
}

impl Render {
    /// Reads, draws, writes.
    pub(super) fn run(&self, knowledge: Knowledge, common: &Common) -> Result<bool> {
        let ingested = self.inputs.articles(common);
        let clean = !ingested.has_errors();
        let corpus = corpus(ingested, knowledge, common);
        let view = self.view_of(&corpus)?;
        let png = offscreen::render_png(&corpus, &view, self.size, self.scale)?;
        write_to(Some(&self.output), |out| out.write_all(&png))?;
        Ok(clean)
    }

    /// The opening view, with the file's view over it, with the options over that.
    fn view_of(&self, corpus: &Corpus) -> Result<View> {
        let mut view = View::opening(corpus);
        if let Some(path) = &self.view {
            view = View::from_json(&view_text(path)?, &view)
                .map_err(|e| Error::Usage(format!("{}: {e}", path.display())))?;
        }
        view.day = self.at.unwrap_or(view.day);
        view.as_of = self.as_of.or(view.as_of);
        view.lang = self.lang.map_or(view.lang, |l| match l {
            LangArg::En => Lang::En,
            LangArg::Ar => Lang::Ar,
        });
        view.theme = self.theme.map_or(view.theme, |t| match t {
            ThemeArg::Light => Theme::Light,
            ThemeArg::Dark => Theme::Dark,
        });
        Ok(view)
    }
}

/// The JSON of a view file: the file itself, or the text chunk of a picture.
fn view_text(path: &Path) -> Result<String> {
    let bytes = fs::read(path).map_err(|e| Error::io(path, e))?;
    if bytes.starts_with(b"\x89PNG") {
        let none = || Error::Usage(format!("{}: no view in this picture", path.display()));
        return offscreen::view_in_png(&bytes).ok_or_else(none);
    }
    String::from_utf8(bytes)
        .map_err(|_| Error::Usage(format!("{}: not a view: the file is not UTF-8", path.display())))
}

/// Reads all that came in; what the reading noticed goes to standard error.
fn corpus(ingested: Ingested, knowledge: Knowledge, common: &Common) -> Corpus {
    let n_told = ingested.notices.len();
    let corpus = Corpus::read(ingested.articles, ingested.notices, Arc::new(knowledge));
    tell(corpus.notices.get(n_told..).unwrap_or_default(), common);
    corpus
}

/// Where the opening view goes when there is no display.
const FALLBACK: &str = "waqai.png";

/// Opens the window; with no display, writes the opening view to a file and says so.
pub(super) fn window(inputs: &Inputs, knowledge: Knowledge, common: &Common) -> Result<bool> {
    let ingested = inputs.articles(common);
    let clean = !ingested.has_errors();
    let corpus = Arc::new(corpus(ingested, knowledge, common));
    let view = View::opening(&corpus);
    if has_display() {
        match ui::run(corpus.clone(), view.clone()) {
            Ok(()) => return Ok(clean),
            Err(e) => eprintln!("waqai: {e}"),
        }
    }
    let png = offscreen::render_png(&corpus, &view, [1600, 1000], 1.0)?;
    fs::write(FALLBACK, png).map_err(|e| Error::io(FALLBACK, e))?;
    eprintln!("waqai: no display here; the opening view is in {FALLBACK}");
    Ok(clean)
}

/// Is there a screen to open a window on?
fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    cfg!(any(target_os = "windows", target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
