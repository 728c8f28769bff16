//! «two unknown gunmen assassinated a colonel»: two who are named behind a verb of killing, and who kill.

use crate::events::mentions::reading::{NumberHit, Reading};
use crate::knowledge::triggers::Frame;
use crate::text::{Affixes, TokenKind};

/// Is `number` a dual in the nominative right behind a verb of killing, of whom the verb in its active form, or the words
/// «unknown» and an object behind them, say that they did it?
pub(super) fn counts_killers(reading: &Reading<'_>, number: NumberHit) -> bool {
    const TWO: &str = "\u{627}\u{646}";
    const ALEF: char = '\u{627}';
    let text = &reading.text;
    let Some(verb) = number.from.checked_sub(1) else { return false };
    let dual = number.to == number.from + 1 && text.fold_at(number.from).ends_with(TWO);
    if !dual || reading.knowledge.triggers.of_frame_at(text, verb, Frame::Harm) != Some(1) {
        return false;
    }
    // The passive would change the vowel of the stem.
    let lists = &reading.knowledge.triggers.lists;
    let active = text.fold_at(verb).chars().rev().nth(1) == Some(ALEF);
    let murder = active && lists.murders.longest_at(text, verb).is_some();
    let unknown = lists.unknown_men.longest_at(text, number.to).map(|m| number.to + m.n_tokens);
    murder || unknown.is_some_and(|next| is_object(reading, next))
}

/// May the word at token `at` be an object: a noun that nothing governs and that is no small word?
fn is_object(reading: &Reading<'_>, at: usize) -> bool {
    let text = &reading.text;
    let Some(token) = text.tokens.get(at).filter(|t| t.kind == TokenKind::Word) else { return false };
    let governed = Affixes::BI.with(Affixes::LI).with(Affixes::WA);
    let small = reading.knowledge.status.lexicon.longest_at(text, at).is_some();
    !small && !text.readings(token).iter().any(|r| r.affixes.has_any(governed))
}
