//! Texts whose lines are broken at a fixed width, in the middle of sentences.

use super::clutter::{self, Clutter, Line};
use super::{Text, TokenKind};

/// Words that stand before another word of their sentence: «in», «from», «on», «about», «to», «between», «that», «which».
const LEADING: [&str; 9] = [
    "\u{641}\u{64A}",
    "\u{645}\u{646}",
    "\u{639}\u{644}\u{64A}",
    "\u{639}\u{646}",
    "\u{627}\u{644}\u{64A}",
    "\u{628}\u{64A}\u{646}",
    "\u{627}\u{646}",
    "\u{627}\u{644}\u{62A}\u{64A}",
    "\u{627}\u{644}\u{630}\u{64A}",
];

/// «that», behind «to»: besides.
const BESIDES: &str = "\u{630}\u{644}\u{643}";

/// A broken line holds no more words than this.
const LONGEST: usize = 20;
/// So many lines must be broken before the width of lines tells anything.
const FEWEST: usize = 4;

/// Removes the breaks of such a text; whether there were any.
pub(super) fn join_wrapped(text: &mut Text<'_>, lines: &[Line], reasons: &[Option<Clutter>]) -> bool {
    let prose: Vec<Line> = lines.iter().zip(reasons).filter(|(_, r)| r.is_none()).map(|(l, _)| *l).collect();
    let width = |l: &Line| text.tokens[l.end - 1].span.end - text.tokens[l.start].span.start;
    let next_to = |pair: &[Line]| pair[1].number == pair[0].number + 1;
    let widest = prose.iter().map(width).max().unwrap_or_default();
    let is_full = |l: &Line| width(l) * 10 >= widest * 7;
    let pairs = || prose.windows(2).filter(|p| next_to(p));
    let n_pairs = pairs().count();
    if n_pairs == 0 {
        return false;
    }
    let n_full = pairs().filter(|p| is_full(&p[0])).count();
    let n_closed = pairs().filter(|p| clutter::ends_sentence(text, p[0])).count();
    let short = prose.iter().all(|l| l.n_words <= LONGEST);
    let stops = |l: &Line| {
        let mut inside = (l.start..l.end - 1).filter(|&i| text.tokens[i].kind == TokenKind::Mark);
        inside.any(|i| clutter::is_final(text.fold_at(i)) && text.tokens[i + 1].spaced)
    };
    let wrapped = n_pairs >= FEWEST
        && short
        && n_full * 10 >= n_pairs * 8
        && n_closed * 10 <= n_pairs * 4
        && prose.iter().any(stops);
    let open = |l: &Line| {
        let last = &text.tokens[l.end - 1];
        last.kind == TokenKind::Word && LEADING.contains(&text.fold_of(last))
    };
    // «to» opens no sentence, but for «to that (comes …)».
    let is_led = |l: &Line| {
        text.fold_at(l.start) == LEADING[4] && l.start + 1 < l.end && text.fold_at(l.start + 1) != BESIDES
    };
    let goes_on = |pair: &[Line]| {
        let word = text.tokens[pair[1].start].kind != TokenKind::Mark;
        let led = is_led(&pair[1]) && !clutter::ends_sentence(text, pair[0]);
        led || open(&pair[0]) && word
            || wrapped && is_full(&pair[0]) && !clutter::ends_sentence(text, pair[0])
    };
    let mut gone = vec![false; text.tokens.len()];
    let mut any = false;
    for pair in pairs().filter(|p| goes_on(p)) {
        gone[pair[0].end..pair[1].start].fill(true);
        any = true;
    }
    text.drop_tokens(&gone);
    any
}
