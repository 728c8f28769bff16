//! «500 persons lost their lives»: a word that elsewhere tells of the missing tells here of the dead. «The number of the
//! dead may reach a thousand»: nobody has counted them.

use super::counted::is_person_word;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::Cue;
use crate::knowledge::tolls::TollWord;
use crate::text::TokenKind;

/// Does a word of losing lead to the life that was lost, told behind it from token `from` on, before the next mark?
pub(super) fn loses_life(reading: &Reading<'_>, word: TollWord, from: usize) -> bool {
    const REACH: usize = 9;
    let text = &reading.text;
    let lives = |i: usize| reading.knowledge.tolls.lives.longest_at(text, i).is_some();
    let ends = |i: usize| matches!(text.tokens[i].kind, TokenKind::Mark | TokenKind::Break);
    let mut near = (from..text.tokens.len().min(from + REACH)).take_while(|&i| !ends(i));
    let loses = matches!(word, TollWord::Unhurt | TollWord::Lose | TollWord::Fall);
    loses && near.any(lives) || word == TollWord::Lose && loses_men(reading, from)
}

/// «the army lost five of its soldiers»: does an armed side stand at token `from`, behind a verb of losing, with a count or
/// one person behind it?
fn loses_men(reading: &Reading<'_>, from: usize) -> bool {
    const ACCUSATIVE: char = '\u{627}';
    let i = reading.actors.partition_point(|a| a.tokens.start < from);
    let side = reading.actors.get(i).filter(|a| a.tokens.start == from);
    let side = side.filter(|a| matches!(a.class, ActorClass::Armed | ActorClass::State));
    let tolls = &reading.knowledge.tolls;
    let person = |at: usize| {
        let word = tolls.lexicon.longest_at(&reading.text, at).map(|m| *m.value);
        let end = at + 1;
        let of = word == Some(TollWord::InRanks);
        word.is_some_and(is_person_word)
            || of && tolls.lexicon.longest_at(&reading.text, end).is_some_and(|m| is_person_word(*m.value))
    };
    side.map(|a| a.tokens.end).is_some_and(|end| {
        let one = tolls.ones.longest_at(&reading.text, end).is_some_and(|m| m.affixes.is_empty());
        let number = reading.numbers.binary_search_by_key(&end, |n| n.from).ok().map(|n| reading.numbers[n]);
        // «two soldiers» is one word.
        let counted = number.is_some_and(|n| person(n.to) || n.to == n.from + 1 && person(n.from));
        counted || one && reading.text.fold_at(end).ends_with(ACCUSATIVE)
    })
}

/// «the number of the dead may reach a thousand»: does «may», with a verb in the imperfect, stand right before the count of
/// the dead at token `at`?
pub(super) fn is_feared(reading: &Reading<'_>, at: usize) -> bool {
    const IMPERFECT: [char; 2] = ['\u{64A}', '\u{62A}'];
    let may = at.checked_sub(2).is_some_and(|may| reading.says_cue(may, Cue::May));
    may && reading.text.fold_at(at - 1).starts_with(IMPERFECT)
}
