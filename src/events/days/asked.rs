//! «called on both sides to declare a truce on Tuesday»: the day behind what is asked for is its own, and neither that
//! of the asking nor of what the sentence goes on to tell.

use crate::dates::Basis;
use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::text::Affixes;

/// Is the bare weekday at item `at` of clause `c` the day of what a verb of demanding or threatening there asks for,
/// and not that of the act at `item`?
pub(super) fn is_asked_for(scope: Scope<'_, '_>, (c, at): (usize, usize), item: usize) -> bool {
    let clause = &scope.clauses[c];
    let asks =
        clause.finite.filter(|f| matches!(f.cue, Some(Cue::Speech(Speech::Demand | Speech::Threaten))));
    let Some(verb) = asks.filter(|f| f.item < at) else { return false };
    let What::Date(d) = scope.items[at].what else { return false };
    let hit = &scope.reading.dates[d];
    if !hit.is_open || hit.is_since || hit.basis != Basis::Weekday.as_str() {
        return false;
    }
    // «called on Monday for …»: what is asked for comes behind the day.
    let opens = |i: &Item| {
        i.affixes.has(Affixes::BI) || i.is_cue(Cue::Prep(Prep::To)) || i.is_cue(Cue::Prep(Prep::On))
    };
    let mut behind = scope.items[at + 1..clause.items.end].iter().filter(|i| i.what != What::Comma);
    // «called for a meeting on Friday»: it is told already what for.
    let told = (verb.item + 2..at).any(|i| {
        scope.items[i - 1].is_cue(Cue::Prep(Prep::To)) && is_asked(scope, verb.item, i) && at <= i + 2
    });
    if !told && behind.next().is_some_and(opens) {
        return false;
    }
    let asked = (verb.item + 1..at).find(|&i| is_asked(scope, verb.item, i));
    asked.is_some_and(|asked| item < asked || item > at)
}

/// Is the noun at item `i`, without its article, the object of the verb at `verb`?
fn is_asked(scope: Scope<'_, '_>, verb: usize, i: usize) -> bool {
    let (noun, before) = (&scope.items[i], &scope.items[i - 1]);
    let plain = matches!(noun.what, What::Word | What::Known) && !noun.affixes.has(Affixes::AL);
    if !plain || scope.reading.text.is_definite(noun.from) {
        return false;
    }
    let governed = noun.affixes.has(Affixes::BI)
        || before.is_cue(Cue::Prep(Prep::To))
        || before.is_cue(Cue::Prep(Prep::On));
    let bare = noun.prep().is_none() && !noun.is_joined() && noun.proclitic().is_none();
    let subject = i > verb + 1 && matches!(before.what, What::Actor(_));
    governed || bare && (noun.noun_trigger().is_some() || subject)
}

/// «refused to comment»: does the clause only tell that somebody said nothing?
pub(in crate::events) fn withholds(scope: Scope<'_, '_>, clause: &Clause) -> bool {
    let Some(verb) = clause.finite.filter(|f| f.cue == Some(Cue::Speech(Speech::Demand))) else {
        return false;
    };
    let rest = &scope.items[verb.item + 1..clause.items.end];
    let passed = |i: &&Item| matches!(i.what, What::Actor(_) | What::Word | What::Quote | What::Date(_));
    // «refused to suspend the fighting» has no article.
    let whole = |i: &Item| i.to - i.from > 1 || scope.reading.text.is_definite(i.from);
    rest.iter().find(|i| !passed(i)).is_some_and(|i| i.is_cue(Cue::Withheld) && whole(i))
}
