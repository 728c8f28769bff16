//! Wars and campaigns whose days the press counts, from `data/region/campaigns.toml`.

use chrono::NaiveDate;

use super::Files;
use super::words::WordTable;
use crate::base::Result;
use crate::text::{Articles, Lexicon, Vocabulary};

const FILE: &str = "region/campaigns.toml";

/// Loads the names, each with the first day of what it names.
///
/// # Errors
/// When the file is missing, or a key is no day; the error names the line.
pub(super) fn load(files: &Files, vocabulary: &mut Vocabulary) -> Result<Lexicon<NaiveDate>> {
    let table = WordTable::read(files, FILE)?;
    let mut lexicon = Lexicon::new(Articles::Free);
    table.each(|_, key, phrase| {
        let day = key.parse::<NaiveDate>().map_err(|_| format!("{key}: a day is written year-month-day"))?;
        lexicon.insert(vocabulary, phrase, day).map_err(|_| format!("{phrase}: written twice"))
    })?;
    Ok(lexicon)
}

#[cfg(test)]
mod tests {
    use crate::knowledge::Files;
    use crate::text::Vocabulary;

    #[test]
    fn a_key_that_is_no_day_is_refused_with_its_line() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(folder.path().join("region")).expect("a folder");
        let text = "[counted]\n\"2014-15-16\" = [\"\u{62D}\u{631}\u{628}\"]\n";
        std::fs::write(folder.path().join(super::FILE), text).expect("a file");
        let files = Files::Folder(folder.path().to_owned());
        let error = super::load(&files, &mut Vocabulary::default()).expect_err("no such day");
        assert_eq!(error.to_string(), "region/campaigns.toml:2: 2014-15-16: a day is written year-month-day");
    }
}
