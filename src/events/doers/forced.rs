//! «before the planes of X forced it to withdraw»: whom the pronoun of a verb means leaves, and not who forces.

use crate::events::acts::draft::Scope;
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::subject::incited;

/// Who is made to do what the noun at `item` tells.
pub(super) fn forced(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    const THEM: [&str; 3] = ["\u{647}", "\u{647}\u{627}", "\u{647}\u{645}"];
    let found = incited(scope, item)?;
    let at = scope.items[..item].iter().rposition(|i| i.actor() == Some(found))?;
    let Some(verb) = at.checked_sub(1) else { return Some(found) };
    let word = &scope.items[verb];
    let fold = scope.reading.text.fold_at(word.from);
    let imperfect = fold.starts_with(['\u{62A}', '\u{64A}']) && !scope.reading.text.is_definite(word.from);
    let him = word.what == What::Word && imperfect && THEM.iter().any(|end| fold.ends_with(end));
    if !him {
        return Some(found);
    }
    scope.items[..verb].iter().rev().filter(|i| i.proclitic().is_none()).find_map(Item::actor)
}
