//! «the fighters of the revolution of 17 February took X»: a day or year that only tells apart the noun before it.

use super::draft::{Draft, Scope};
use crate::dates::Basis;
use crate::events::clauses::item::What;
use crate::knowledge::triggers::Frame;
use crate::text::{Affixes, BEFORE, TokenKind};

/// A span longer than this in days is a year.
const LONG: i64 = 100;
/// A span as long as this in days, and no year, is a month.
const MONTH: i64 = 28;

/// Does the date at item `at` belong to a noun without article right before it that is named by its day, and is not
/// itself the act at `item`?
pub(in crate::events) fn names_noun(scope: Scope<'_, '_>, at: usize, item: usize) -> bool {
    let reading = scope.reading;
    let What::Date(d) = scope.items[at].what else { return false };
    let hit = &reading.dates[d];
    if hit.is_since || hit.is_until || hit.anchor.is_some() || !scope.items[at].affixes.is_empty() {
        return false;
    }
    let figure = reading.text.tokens[hit.tokens.start].kind == TokenKind::Number;
    let n_days = hit.range.map_or(0, crate::base::DayRange::n_days);
    let full = hit.basis == Basis::Absolute.as_str();
    let Some(before) = at.checked_sub(1).filter(|_| figure || full || n_days >= MONTH) else { return false };
    let named = |i: usize| {
        let last = scope.items[i].to - 1;
        let noun = reading.knowledge.status.day_named.longest_at(&reading.text, last);
        noun.is_some_and(|m| m.n_tokens == 1 && !m.pronoun && !m.affixes.has(Affixes::AL))
    };
    // «the memorandum of Budapest of 1994».
    let placed = || matches!(scope.items[before].what, What::Place(_)) && n_days > LONG;
    let noun = if named(before) {
        before
    } else {
        match before.checked_sub(1).filter(|&i| placed() && named(i)) {
            Some(noun) => noun,
            None => return false,
        }
    };
    // «X and Y signed the agreement of Z in 2020»: what was signed then.
    let deals = |i: usize| {
        let item = scope.items.get(i)?;
        let form = item.noun_trigger().or(item.verb_trigger().map(|t| t.0))?;
        (scope.reading.frame_of(form) == Frame::Deal).then_some(())
    };
    let same = deals(noun).is_some() && deals(item).is_some();
    !same && (noun != item || scope.items[noun].noun_trigger().is_none())
}

/// «the leaders of the protests of October»: does the noun at item `i` only say which people are meant, right behind the
/// word for them and named by its day?
pub(super) fn tells_which(scope: Scope<'_, '_>, i: usize) -> bool {
    let people = i.checked_sub(1).is_some_and(|j| {
        let before = &scope.items[j];
        matches!(before.what, What::Word | What::Actor(_)) && !scope.reading.text.is_definite(before.to - 1)
    });
    let plain = scope.items[i].affixes.is_empty() && !scope.items[i].has_pronoun;
    let dated = scope.items.get(i + 1).is_some_and(|n| matches!(n.what, What::Date(_)));
    people && plain && dated && names_noun(scope, i + 1, usize::MAX)
}

/// «X said that the war of 1994 …»: is a year behind a verb of speech and its speaker part of what is said? The day of
/// the statement stands before the verb, or right behind the speaker.
pub(in crate::events) fn dates_words(scope: Scope<'_, '_>, verb: usize, statement: &Draft) -> bool {
    let Some(d) = statement.date else { return false };
    if is_deadline(scope, verb, d) {
        return true;
    }
    let long = scope.reading.dates[d].range.is_some_and(|r| r.n_days() > LONG);
    let at = scope.items.iter().position(|i| i.what == What::Date(d)).filter(|&at| long && at > verb);
    let Some(at) = at else { return false };
    let told = |i: usize| match scope.items[i].what {
        What::Actor(_) | What::Date(_) => true,
        What::Word => i > verb && matches!(scope.items[i - 1].what, What::Actor(_)),
        _ => scope.items[i].prep().is_some() && i + 1 == at,
    };
    !(verb + 1..at).all(told)
}

/// «gave them until 15 May», «vowed to end it by the end of the month»: does the day say by when, and not when?
fn is_deadline(scope: Scope<'_, '_>, verb: usize, d: usize) -> bool {
    // Folded: «until», «by», «before».
    const BY: [&str; 2] = ["\u{62D}\u{62A}\u{64A}", "\u{628}\u{62D}\u{644}\u{648}\u{644}"];
    let hit = &scope.reading.dates[d];
    let behind = scope.items.get(verb).is_some_and(|v| v.to <= hit.tokens.start);
    // «two days before» is a day that is counted back.
    let whole = hit.basis != "relative";
    let by = |t: usize| {
        let word = scope.reading.text.fold_at(t);
        BY.contains(&word) || whole && word == BEFORE
    };
    let first = hit.tokens.start;
    behind && (hit.is_until || by(first) || first.checked_sub(1).is_some_and(by))
}
