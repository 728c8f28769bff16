//! What is known about an article besides its text: sidecars (`NAME.json`) and `articles.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use serde::Deserialize;

use super::Article;
use crate::base::{Level, Notice};

/// What a sidecar, a row of `articles.toml` or a JSON line may say.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Metadata {
    title: Option<String>,
    outlet: Option<String>,
    url: Option<String>,
    published: Option<String>,
    published_basis: Option<String>,
}

impl Metadata {
    /// Adds what is said here to `article`; a broken day is a sentence, the rest still counts.
    pub(super) fn apply(self, article: &mut Article) -> Result<(), String> {
        let published = self.published.as_deref().map(day).transpose();
        let set = |slot: &mut Option<String>, value: Option<String>| {
            if value.is_some() {
                *slot = value;
            }
        };
        set(&mut article.title, self.title);
        set(&mut article.outlet, self.outlet);
        set(&mut article.url, self.url);
        set(&mut article.published_basis, self.published_basis);
        if let Some(day) = published? {
            article.published = Some(day);
        }
        Ok(())
    }
}

/// An ISO day, or the day of an ISO time.
fn day(text: &str) -> Result<NaiveDate, String> {
    let head = text.get(..10).unwrap_or(text);
    head.parse().map_err(|_| format!("`published` is \"{text}\", not a day like 2024-12-07"))
}

/// Rows of an `articles.toml`, by file name.
#[derive(Debug, Default)]
pub(super) struct Catalogue(BTreeMap<String, Metadata>);

#[derive(Deserialize)]
struct CatalogueFile {
    #[serde(default)]
    article: Vec<CatalogueRow>,
}

#[derive(Deserialize)]
struct CatalogueRow {
    file: String,
    #[serde(flatten)]
    metadata: Metadata,
}

impl Catalogue {
    /// The catalogue in `text`; `name` is the file's name for the notice.
    pub(super) fn parse(text: &str, name: &str) -> Result<Self, Notice> {
        match toml::from_str::<CatalogueFile>(text) {
            Ok(file) => Ok(Self(file.article.into_iter().map(|row| (row.file, row.metadata)).collect())),
            Err(e) => {
                let at = e.span().map_or(0, |s| s.start);
                let line = text[..at.min(text.len())].matches('\n').count() as u32 + 1;
                Err(Notice::new(Level::Error, name, e.message()).at_line(line))
            }
        }
    }

    /// The catalogue of a folder; none when there is no such file.
    pub(super) fn of_folder(folder: &Path, notices: &mut Vec<Notice>) -> Self {
        let path = folder.join("articles.toml");
        let Ok(text) = std::fs::read_to_string(&path) else { return Self::default() };
        Self::parse(&text, &path.display().to_string()).unwrap_or_else(|notice| {
            notices.push(notice);
            Self::default()
        })
    }

    /// Adds the row of `file_name`, if any, to `article`.
    pub(super) fn apply(&self, file_name: &str, article: &mut Article) -> Result<(), String> {
        self.0.get(file_name).cloned().map_or(Ok(()), |m| m.apply(article))
    }
}

/// Adds the sidecar beside `path` (`NAME.txt` → `NAME.json`), if there is one.
pub(super) fn apply_sidecar(path: &Path, article: &mut Article) -> Result<(), Notice> {
    let sidecar = path.with_extension("json");
    if sidecar == path || !sidecar.is_file() {
        return Ok(());
    }
    let name = sidecar.display().to_string();
    let error = |message: String| Notice::new(Level::Error, &name, message);
    let text = std::fs::read_to_string(&sidecar).map_err(|e| error(e.to_string()))?;
    let metadata: Metadata = serde_json::from_str(&text).map_err(|e| {
        error(format!("broken sidecar: {e}")).at_line(u32::try_from(e.line()).unwrap_or(1).max(1))
    })?;
    metadata.apply(article).map_err(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_day_keeps_the_title_and_says_what_is_wrong() {
        let metadata =
            Metadata { title: Some("T".into()), published: Some("yesterday".into()), ..Metadata::default() };
        let mut article = Article::new("a", "text");
        assert!(metadata.apply(&mut article).is_err_and(|e| e.contains("yesterday")));
        assert_eq!((article.title.as_deref(), article.published), (Some("T"), None));
    }

    #[test]
    fn a_broken_catalogue_names_the_line() {
        let notice = Catalogue::parse("[[article]]\nfile = \"a\"\ntitle = 3 4\n", "articles.toml")
            .expect_err("broken");
        assert_eq!(notice.line, Some(3));
    }
}
