//! Files → articles: folders, text, Markdown, HTML, JSON lines, sidecars; bad input is named and left out.

mod article;

pub use article::Article;
