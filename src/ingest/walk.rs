//! Inputs as the user names them → articles and notices.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use super::decode::decode;
use super::metadata::{Catalogue, apply_sidecar};
use super::{Article, html, jsonl};
use crate::base::{Level, Notice};

/// What came in: the articles that could be read, and a notice for each that could not.
#[derive(Clone, Debug, Default)]
pub struct Ingested {
    /// In the order of the inputs, folders by file name; an article that came twice only once.
    pub articles: Vec<Article>,
    /// One line each.
    pub notices: Vec<Notice>,
}

/// The endings that are articles.
const ENDINGS: [&str; 6] = ["txt", "md", "markdown", "html", "htm", "jsonl"];

/// Reads files, folders and `-` (standard input: JSON lines, or one text).
pub fn ingest(inputs: &[PathBuf]) -> Ingested {
    let mut out = Ingested::default();
    for input in inputs {
        if input.as_os_str() == "-" {
            out.stdin();
        } else if input.is_dir() {
            out.folder(input);
        } else {
            out.file(input, &Catalogue::of_folder(input.parent().unwrap_or(Path::new(".")), &mut Vec::new()));
        }
    }
    out.drop_doubles();
    out
}

impl Ingested {
    /// Was some input unreadable?
    pub fn has_errors(&self) -> bool {
        self.notices.iter().any(|n| n.level == Level::Error)
    }

    fn error(&mut self, file: impl Into<String>, message: impl Into<String>) {
        self.notices.push(Notice::new(Level::Error, file, message));
    }

    fn stdin(&mut self) {
        let mut bytes = Vec::new();
        if let Err(e) = std::io::stdin().lock().read_to_end(&mut bytes) {
            return self.error("-", e.to_string());
        }
        if bytes.trim_ascii_start().starts_with(b"{") {
            self.lines(bytes.as_slice(), "-");
        } else {
            match decode(bytes) {
                Ok(text) => self.articles.push(Article::new("-", text)),
                Err(message) => self.error("-", message),
            }
        }
    }

    fn lines(&mut self, input: impl std::io::BufRead, name: &str) {
        for article in jsonl::articles(input, name) {
            match article {
                Ok(article) => self.articles.push(article),
                Err(notice) => self.notices.push(notice),
            }
        }
    }

    fn folder(&mut self, folder: &Path) {
        let mut paths = match fs::read_dir(folder) {
            Ok(entries) => entries.filter_map(Result::ok).map(|e| e.path()).collect::<Vec<_>>(),
            Err(e) => return self.error(folder.display().to_string(), e.to_string()),
        };
        paths.sort();
        let catalogue = Catalogue::of_folder(folder, &mut self.notices);
        let before = (self.articles.len(), self.notices.len());
        for path in &paths {
            if path.is_dir() {
                self.folder(path);
            } else if has_ending(path) {
                self.file(path, &catalogue);
            }
        }
        if before == (self.articles.len(), self.notices.len()) {
            self.error(folder.display().to_string(), "no article in this folder (.txt .md .html .jsonl)");
        }
    }

    fn file(&mut self, path: &Path, catalogue: &Catalogue) {
        let name = path.display().to_string();
        if !has_ending(path) && path.is_file() {
            return self.error(name, "not a kind of file that is read (.txt .md .html .jsonl)");
        }
        if path.extension().is_some_and(|e| e == "jsonl") {
            return match fs::File::open(path) {
                Ok(file) => self.lines(BufReader::new(file), &name),
                Err(e) => self.error(name, sentence(&e)),
            };
        }
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(e) => return self.error(name, sentence(&e)),
        };
        match decode(bytes) {
            Ok(text) => self.article(path, name, text, catalogue),
            Err(message) => self.error(name, message),
        }
    }

    fn article(&mut self, path: &Path, name: String, text: String, catalogue: &Catalogue) {
        let is_html = path.extension().is_some_and(|e| e == "html" || e == "htm");
        let read = if is_html { html::article(&name, &text) } else { Ok(Article::new(name.clone(), text)) };
        let mut article = match read {
            Ok(article) => article,
            Err(message) => return self.error(name, message),
        };
        let file_name = path.file_name().unwrap_or_default().to_string_lossy();
        if let Err(message) = catalogue.apply(&file_name, &mut article) {
            self.error(name, message);
        }
        if let Err(notice) = apply_sidecar(path, &mut article) {
            self.notices.push(notice);
        }
        self.articles.push(article);
    }

    /// Keeps the first of articles with the same text; says which were left out.
    fn drop_doubles(&mut self) {
        let mut seen = BTreeSet::new();
        let notices = &mut self.notices;
        self.articles.retain(|a| {
            let fresh = seen.insert(a.sha256.clone());
            if !fresh {
                notices.push(Notice::new(Level::Info, &a.id, "the same text came before; read once"));
            }
            fresh
        });
    }
}

/// Does the name end like an article's?
fn has_ending(path: &Path) -> bool {
    path.extension()
        .and_then(|e| e.to_str())
        .is_some_and(|e| ENDINGS.contains(&e.to_ascii_lowercase().as_str()))
}

/// The system's word without its error number.
fn sentence(e: &std::io::Error) -> String {
    match e.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".into(),
        std::io::ErrorKind::PermissionDenied => "may not be read (permission denied)".into(),
        _ => e.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_bad_files_names_each_and_reads_the_rest() {
        let dir = tempfile::tempdir().expect("temporary folder");
        let put = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).expect("write");
        put("a.txt", "سيطرت الفصائل على حلب".as_bytes());
        put("a.json", br#"{"title":"T","published":"2024-11-30"}"#);
        put("b.txt", b"");
        put("c.txt", "سيطرت الفصائل على حماة".as_bytes());
        put("c.json", b"{broken");
        put("d.txt", "سيطرت الفصائل على حلب".as_bytes());
        let page = "<html><head><title>عنوان</title></head><body><nav>الرئيسية</nav><article><p>سيطرت الفصائل على مدينة حمص يوم الأحد بعد معارك عنيفة استمرت ساعات، وفق ما قاله سكان في المدينة لوكالات الأنباء.</p></article></body></html>";
        put("e.html", page.as_bytes());
        let read = ingest(&[dir.path().to_path_buf(), dir.path().join("missing.txt")]);
        let ids: Vec<_> = read.articles.iter().map(|a| a.id.rsplit('/').next().unwrap_or("")).collect();
        assert_eq!(ids, ["a.txt", "c.txt", "e.html"]);
        assert_eq!(read.articles[0].published.map(|d| d.to_string()).as_deref(), Some("2024-11-30"));
        assert!(read.articles[2].text.contains("حمص") && !read.articles[2].text.contains('<'));
        let errors: Vec<_> =
            read.notices.iter().filter(|n| n.level == Level::Error).map(ToString::to_string).collect();
        assert_eq!(errors.len(), 3, "{errors:?}");
        assert!(
            errors[0].contains("b.txt: the file is empty")
                && errors[1].contains("c.json:1: broken sidecar")
                && errors[2].contains("missing.txt: no such file")
        );
    }
}
