//! What somebody always says, which is no news.

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::{Clause, Opener};
use crate::events::clauses::item::What;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Speech;
use crate::text::TokenKind;
use crate::text::inflect::Tense;

/// «And X denies that it uses hospitals»: does a verb in the present that opens its clause, with no day, tell what
/// somebody always says? Who demands or threatens acts, and a headline tells so what was just said.
pub(super) fn is_standing(scope: Scope<'_, '_>, clause: &Clause, speech: Speech) -> bool {
    let acts = matches!(speech, Speech::Demand | Speech::Threaten);
    let judges = |i: usize| {
        let words = &scope.reading.knowledge.status.judges;
        words.longest_at(&scope.reading.text, scope.items[i].from).is_some()
    };
    let Some(verb) = clause.finite.filter(|f| !acts || judges(f.item)) else { return false };
    let opens = verb.item == clause.items.start && matches!(clause.opener, Opener::Start | Opener::Joined);
    let dated = scope.items[clause.items.clone()].iter().any(|i| matches!(i.what, What::Date(_)));
    verb.verb.tense == Tense::Imperfect
        && !verb.verb.is_first_person
        && opens
        && !dated
        && !scope.reading.text_is_headline(scope.items[verb.item].from)
        && !is_below_day(scope.reading, scope.items[verb.item].from)
}

/// «Monday 14 July / The minister says that»: does a line that is nothing but a day stand over the paragraph of token
/// `at`? A chronicle tells in the present what was said on that day.
fn is_below_day(reading: &Reading<'_>, at: usize) -> bool {
    /// So many sentences a paragraph may have before the one asked for.
    const SENTENCES: usize = 8;
    let s = reading.sentences.partition_point(|s| s.tokens.end <= at);
    let Some(here) = reading.sentences.get(s).map(|s| s.paragraph) else { return false };
    let above = reading.sentences[..s].iter().rev().take(SENTENCES).find(|b| b.paragraph != here);
    let Some(line) = above.map(|b| b.tokens.clone()) else { return false };
    let first = reading.dates.partition_point(|d| d.tokens.start < line.start);
    let Some(day) = reading.dates.get(first).filter(|d| d.tokens.end <= line.end) else { return false };
    let says = |i: usize| matches!(reading.text.tokens[i].kind, TokenKind::Word | TokenKind::Number);
    day.range.is_some() && !line.clone().any(|i| says(i) && !day.tokens.contains(&i))
}
