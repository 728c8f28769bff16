//! Page clutter, from `data/language/clutter.toml`.

use super::Files;
use super::words::WordTable;
use crate::base::Result;
use crate::text::{ClutterRules, ClutterWord, Vocabulary};

const FILE: &str = "language/clutter.toml";

/// Loads the clutter phrases.
///
/// # Errors
/// When the file is missing or broken; the error names file, line and reason.
pub(super) fn load(files: &Files, vocabulary: &mut Vocabulary) -> Result<ClutterRules> {
    let mut rules = ClutterRules::default();
    WordTable::read(files, FILE)?.each(|section, key, phrase| {
        let word = match (section, key) {
            ("line", "teaser") => ClutterWord::Teaser,
            ("line", "related") => ClutterWord::Related,
            ("line", "share") => ClutterWord::Share,
            ("line", "byline") => ClutterWord::Byline,
            ("line", "footer") => ClutterWord::Footer,
            ("menu", "section") => ClutterWord::Section,
            _ => return Err(format!("unknown entry: [{section}] {key}")),
        };
        rules
            .lexicon
            .insert(vocabulary, phrase, word)
            .map_err(|_| format!("the phrase stands twice, or has no word: {phrase}"))
    })?;
    Ok(rules)
}
