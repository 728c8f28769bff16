//! «ten were killed in X, as the minister announced on Thursday»: who says what was told before, and nothing more.

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::{Clause, Opener};
use crate::events::clauses::item::What;

/// Does a clause of speech behind a mark and «as» only name who speaks, and when?
pub(super) fn is_source_behind(scope: Scope<'_, '_>, clause: &Clause) -> bool {
    const AS: &str = "\u{643}\u{645}\u{627}";
    let items = scope.items;
    let Some(verb) = clause.finite.map(|f| f.item) else { return false };
    let as_told = verb.checked_sub(1).filter(|&j| scope.reading.text.fold_at(items[j].from) == AS);
    let Some(mark) = as_told.and_then(|j| j.checked_sub(1)) else { return false };
    let marked = matches!(items[mark].what, What::Comma | What::Stop | What::Quote);
    let rest = &items[verb + 1..clause.items.end];
    let speaker = rest.first().is_some_and(|i| matches!(i.what, What::Actor(_) | What::Date(_)));
    let bare = rest
        .iter()
        .all(|i| matches!(i.what, What::Actor(_) | What::Date(_) | What::Comma | What::Stop | What::Quote));
    let says = scope.clauses.iter().any(|n| n.items.start == clause.items.end && n.opener == Opener::That);
    marked && speaker && bare && !says
}
