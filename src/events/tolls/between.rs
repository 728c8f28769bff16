//! «forty fighters, between dead and wounded»: both befell those who are counted.

use crate::events::mentions::reading::Reading;
use crate::knowledge::tolls::TollWord;

const BETWEEN: [&str; 2] = ["\u{628}\u{64A}\u{646}", "\u{645}\u{627}"];

/// Does «between», or the word before it, stand at token `at`, with a noun for the dead or wounded behind it?
pub(super) fn is_between(reading: &Reading<'_>, at: usize) -> bool {
    let harmed = |i: usize| {
        let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, i);
        word.is_some_and(|m| matches!(m.value, TollWord::KilledNoun | TollWord::WoundedNoun))
    };
    let fold = |i: usize| if i < reading.text.tokens.len() { reading.text.fold_at(i) } else { "" };
    let [between, what] = BETWEEN;
    fold(at) == between && harmed(at + 1) || fold(at) == what && fold(at + 1) == between && harmed(at + 2)
}
