//! The five articles inside the program.

use std::path::Path;

use include_dir::{Dir, include_dir};

use super::Article;
use super::metadata::Catalogue;

static SEEDS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/seeds");

/// The embedded articles, in order of their names, with what `seeds/articles.toml` says of them.
pub fn seeds() -> Vec<Article> {
    let text = |name: &str| SEEDS.get_file(name).and_then(include_dir::File::contents_utf8);
    let catalogue = text("articles.toml")
        .and_then(|t| Catalogue::parse(t, "seeds/articles.toml").ok())
        .unwrap_or_default();
    let mut names: Vec<&str> = SEEDS
        .files()
        .filter_map(|f| f.path().to_str())
        .filter(|n| Path::new(n).extension().is_some_and(|e| e == "txt"))
        .collect();
    names.sort_unstable();
    let article = |name: &str| {
        let mut article = Article::new(format!("seeds/{name}"), text(name)?);
        catalogue.apply(name, &mut article).ok()?;
        Some(article)
    };
    names.into_iter().filter_map(article).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_articles_four_with_a_day() {
        let seeds = seeds();
        assert_eq!(seeds.len(), 5);
        assert_eq!(seeds.iter().filter(|a| a.published.is_some()).count(), 4);
        assert!(seeds.iter().all(|a| a.title.is_some() && a.sha256.len() == 64));
    }
}
