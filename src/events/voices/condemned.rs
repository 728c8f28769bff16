//! What somebody condemns, told with its dead: «condemned the shelling of X, which took the lives of ten».

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::Opener;
use crate::events::clauses::item::What;
use crate::knowledge::triggers::Frame;

/// Is the noun at `item` an attack that the verb of its clause condemns, with a count of its dead in the relative clause right
/// behind it? Then it was done, and nobody asks for it.
pub(super) fn is_told_with_dead(scope: Scope<'_, '_>, item: usize) -> bool {
    let (items, text, knowledge) = (scope.items, &scope.reading.text, scope.reading.knowledge);
    let attacks = items[item]
        .noun_trigger()
        .is_some_and(|t| matches!(scope.trigger(t).frame, Frame::Strike | Frame::Fight | Frame::Harm));
    let condemns = |at: usize| knowledge.triggers.lists.condemns.longest_at(text, items[at].from).is_some();
    if !attacks || !scope.clause().finite.is_some_and(|f| f.item < item && condemns(f.item)) {
        return false;
    }
    let Some(next) = scope.clauses.get(scope.c + 1).filter(|n| n.opener == Opener::Relative) else {
        return false;
    };
    let behind = &items[next.items.clone()];
    behind.iter().any(|i| matches!(i.what, What::Number(_)))
}
