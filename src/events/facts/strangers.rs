//! «unknown men killed X»: those whom nobody knows are the doers all the same.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::text::TokenKind;

/// The words for the unknown men who do what the draft tells, near its trigger: no mark stands between.
pub(super) fn unknown_doers(reading: &Reading<'_>, draft: &Draft) -> Option<String> {
    const BEFORE: usize = 3;
    const BEHIND: usize = 12;
    let kills = matches!(
        draft.kind,
        EventKind::Attack | EventKind::Detention | EventKind::Clash | EventKind::Infrastructure
    );
    if !kills || !draft.initiators.is_empty() {
        return None;
    }
    let text = &reading.text;
    let tokens = reading.sentences[draft.sentence].tokens.clone();
    let words =
        |&i: &usize| text.tokens[i].kind != TokenKind::Mark && text.tokens[i].kind != TokenKind::Break;
    let (from, to) = draft.trigger;
    let before = (tokens.start.max(from.saturating_sub(BEFORE))..from).rev().take_while(words);
    let behind = (to..tokens.end.min(to + BEHIND)).take_while(words);
    let lists = &reading.knowledge.triggers.lists;
    // «by the bullets of snipers».
    let shot = |i: usize| i.checked_sub(1).is_some_and(|j| lists.fires.longest_at(text, j).is_some());
    let found = before.chain(behind).find_map(|i| {
        let sniper = || lists.snipers.longest_at(text, i).filter(|_| shot(i));
        let m = lists.unknown_men.longest_at(text, i).or_else(sniper).filter(|m| !m.pronoun)?;
        Some((i, i + m.n_tokens))
    });
    found.map(|(a, b)| text.span_of(a, b).of(text.source).to_owned())
}
