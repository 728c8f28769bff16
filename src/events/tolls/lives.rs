//! «500 persons lost their lives»: a word that elsewhere tells of the missing tells here of the dead. «The number of the
//! dead may reach a thousand»: nobody has counted them.

use crate::events::mentions::reading::Reading;
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
    matches!(word, TollWord::Unhurt | TollWord::Fall) && near.any(lives)
}

/// «the number of the dead may reach a thousand»: does «may», with a verb in the imperfect, stand right before the count of
/// the dead at token `at`?
pub(super) fn is_feared(reading: &Reading<'_>, at: usize) -> bool {
    const IMPERFECT: [char; 2] = ['\u{64A}', '\u{62A}'];
    let may = at.checked_sub(2).is_some_and(|may| reading.says_cue(may, Cue::May));
    may && reading.text.fold_at(at - 1).starts_with(IMPERFECT)
}
