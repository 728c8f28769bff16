//! Files → articles: folders, text, Markdown, HTML, JSON lines, sidecars; bad input is named and left out.
//!
//! [`ingest`] walks the inputs in order (folders by file name), [`decode`] turns bytes into text or says
//! what is wrong with them, `metadata` adds what sidecars and `articles.toml` know, [`jsonl`] reads
//! streams of articles, [`seeds`] holds the five articles inside the program.

mod article;
pub mod decode;
mod html;
pub mod jsonl;
mod metadata;
mod seeds;
mod walk;

pub use article::Article;
pub(crate) use article::hex;
pub use seeds::seeds;
pub use walk::{Ingested, ingest};
