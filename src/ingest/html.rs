//! Web pages → articles, by the readability algorithm (crate `dom_smoothie`).

use dom_smoothie::{Config, Readability, TextMode};

use super::Article;

/// The article on the page `html`: its main text with a line a paragraph, the title on top.
///
/// # Errors
/// One sentence when the page has no article in it.
pub(super) fn article(id: &str, html: &str) -> Result<Article, String> {
    let config = Config { text_mode: TextMode::Formatted, char_threshold: 80, ..Config::default() };
    let page = Readability::new(html, None, Some(config))
        .and_then(|mut r| r.parse())
        .map_err(|e| format!("no article found in this page ({e})"))?;
    let body = page.text_content.trim();
    if body.is_empty() {
        return Err("no article found in this page".into());
    }
    let title = page.title.trim();
    let text = if title.is_empty() || body.starts_with(title) {
        body.to_owned()
    } else {
        format!("{title}\n\n{body}")
    };
    let mut article = Article::new(id, text);
    article.title = Some(title.to_owned()).filter(|t| !t.is_empty());
    article.outlet = page.site_name;
    article.url = page.url;
    let published = page.published_time.as_deref().and_then(|t| t.get(..10)).and_then(|d| d.parse().ok());
    if published.is_some() {
        article.published = published;
        article.published_basis = Some("the page's own metadata".into());
    }
    Ok(article)
}
