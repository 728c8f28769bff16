//! News that somebody says is false: «denied the reports that speak of X», «what is said of X is untrue», «claimed X,
//! which Y denied».

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::{Clause, Opener};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::text::{Affixes, Lexicon};

/// How many items may stand between the noun of news and what it tells.
const REACH: usize = 9;

/// Is what stands at `item` told only as news that is denied?
pub(super) fn is_false_report(scope: Scope<'_, '_>, item: usize) -> bool {
    let clause = scope.clause();
    let Some(report) = report_before(scope, item) else { return false };
    let start = scope.clauses.iter().rposition(|c| c.items.start <= report).unwrap_or(0);
    let governs = &scope.clauses[start];
    // «denied the reports that …», «stressed the untruth of the reports».
    let denies = governs.speech() == Some(Speech::Deny) && governs.finite.is_some_and(|f| f.item < report);
    let untruth = report.checked_sub(1).is_some_and(|j| {
        let lexicon = &scope.reading.knowledge.status.untruth;
        (j.saturating_sub(1)..=j).any(|j| is(scope.reading, lexicon, &scope.items[j]))
    });
    // «…, denying the reports that speak of X».
    let denying = report.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Negation));
    // «the reports of … are false»: behind the news, in the same words.
    let untrue = || {
        let rest = scope.items[item + 1..clause.items.end].iter();
        let mut rest = rest.take_while(|i| i.what != What::Comma && i.verb_trigger().is_none());
        rest.any(|i| is(scope.reading, &scope.reading.knowledge.status.untrue, i))
    };
    (denies || denying || untruth) && in_report(scope, report) || untrue()
}

/// «media spoke of X, but Y denied that», «claimed X, which Y denied»: is what a mere source says denied behind it?
pub(super) fn is_denied_later(scope: Scope<'_, '_>) -> bool {
    const THAT: &str = "\u{630}\u{644}\u{643}";
    if scope.clause().opener == Opener::Subordinate {
        return false; // «…, after Y had done that, which Z denies»
    }
    scope.clauses[scope.c + 1..].iter().any(|clause| {
        let Some(verb) = clause.finite.filter(|_| clause.speech() == Some(Speech::Deny)) else {
            return false;
        };
        let next = scope.items.get(verb.item + 1);
        let that = next.is_some_and(|n| scope.reading.text.fold_at(n.from) == THAT);
        that || clause.opener == Opener::Relative && scope.items[verb.item].has_pronoun
    })
}

/// «denied the responsibility of its forces for the shelling», «their part in the attack»: the act was told before.
pub(in crate::events) fn is_answered_for(items: &[Item], clause: &Clause, i: usize) -> bool {
    const NEAR: usize = 5;
    let governed = i.checked_sub(1).filter(|&j| matches!(items[j].prep(), Some(Prep::From | Prep::At)));
    let denies = clause.speech() == Some(Speech::Deny) && clause.finite.is_some_and(|f| f.item < i);
    let Some(prep) = governed.filter(|_| denies && items[i].affixes.has(Affixes::AL)) else { return false };
    let mut near = (clause.items.start..prep).rev().take(NEAR);
    let names = |i: &Item| matches!(i.what, What::Actor(_) | What::Word);
    near.find(|&j| !names(&items[j])).is_some_and(|j| items[j].is_cue(Cue::SpokenOf))
}

/// The noun of news before `item`.
fn report_before(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let from = item.saturating_sub(REACH);
    let reports = &scope.reading.knowledge.status.reports;
    let ends = |i: &Item| matches!(i.what, What::Comma | What::Stop) || i.is_cue(Cue::Saying);
    let mut near = (from..item).rev().take_while(|&i| !ends(&scope.items[i]));
    near.find(|&i| is(scope.reading, reports, &scope.items[i]))
}

/// Does the clause only tell what the news at item `report` says?
fn in_report(scope: Scope<'_, '_>, report: usize) -> bool {
    let clause = scope.clause();
    let same = clause.items.contains(&report);
    let relative = clause.opener == Opener::Relative && clause.items.start == report + 1;
    let that = clause.opener == Opener::That
        && scope.c.checked_sub(1).is_some_and(|p| {
            let before = &scope.clauses[p];
            before.opener == Opener::Relative && before.items.start == report + 1 && before.speech().is_some()
        });
    // «the reports that were passed around about the withdrawal»: a verb that tells no act of its own.
    let passed_on = clause.finite.is_none_or(|f| f.trigger.is_none());
    same || relative && (passed_on || clause.speech().is_some()) || that
}

fn is(reading: &Reading<'_>, lexicon: &Lexicon<()>, item: &Item) -> bool {
    lexicon.longest_at(&reading.text, item.from).is_some()
}
