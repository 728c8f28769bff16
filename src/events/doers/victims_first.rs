//! «dead and wounded in clashes in X»: whom it hit stands before a noun of what happened.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::acts::nominal::is_label;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::Prep;
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Does the indefinite noun at `item` follow victims who open a clause without a verb, and stand its place behind it?
pub(in crate::events) fn follows_victims(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let clause = scope.clause();
    let it = &scope.items[item];
    let tells = matches!(draft.frame, Frame::Fight | Frame::Strike) && draft.is_noun && !draft.is_definite;
    // «dozens fell in X in battles»: the verb only says that they did.
    let fell = clause.finite.filter(|f| f.item < item && falls(scope, f.item));
    let verbless = clause.finite.is_none() || fell.is_some();
    if !tells || draft.places.is_empty() || !verbless || it.is_joined() || it.has_pronoun {
        return false;
    }
    let governed = |i: &Item| matches!(i.prep(), Some(Prep::At | Prep::About));
    let Some(at) = (clause.items.start..=item).rev().take(2).find(|&i| governed(&scope.items[i])) else {
        return false;
    };
    let start = fell.map_or(clause.items.start, |f| f.item + 1);
    let mut before = (start..at).filter(|&i| !is_label(&scope.items[i].what));
    let counts = |i: usize| matches!(scope.items[i].what, What::Number(_));
    let hit = if fell.is_some() { before.next() } else { before.find(|&i| !counts(i)) };
    hit.is_some_and(|i| is_victim(scope, &scope.items[i]))
        && before.all(|i| is_victim(scope, &scope.items[i]) || is_of_side(scope, i, fell.is_some()))
}

/// Does the verb at item `i` tell that persons fell?
fn falls(scope: Scope<'_, '_>, i: usize) -> bool {
    let word = scope.reading.knowledge.tolls.lexicon.longest_at(&scope.reading.text, scope.items[i].from);
    word.is_some_and(|m| *m.value == TollWord::Fall)
}

/// «in the ranks of X», «of both sides»: is item `i` the preposition before the side of the victims, or what it governs, or,
/// behind a verb that says that they fell, where they did?
fn is_of_side(scope: Scope<'_, '_>, i: usize, fell: bool) -> bool {
    let governs = |i: usize| matches!(scope.items[i].prep(), Some(Prep::From | Prep::At));
    let plain = |n: &Item| n.affixes.is_empty() && matches!(n.what, What::Actor(_) | What::Quote);
    let sides = |n: &Item| fell && matches!(n.what, What::Word | What::Place(_));
    let next = scope.items.get(i + 1);
    governs(i) && next.is_some_and(|n| plain(n) || sides(n))
        || sides(&scope.items[i]) && i.checked_sub(1).is_some_and(governs)
}

/// Is it a word for the dead or the wounded, or for the persons that they are?
fn is_victim(scope: Scope<'_, '_>, item: &Item) -> bool {
    let lexicon = &scope.reading.knowledge.tolls.lexicon;
    let harmed = |t: &TollWord| {
        matches!(
            t,
            TollWord::KilledNoun
                | TollWord::WoundedNoun
                | TollWord::Kill
                | TollWord::Wound
                | TollWord::Civilians
        )
    };
    let named = item.affixes.is_empty() || item.affixes == Affixes::WA;
    let word = lexicon.longest_at(&scope.reading.text, item.from);
    matches!(item.what, What::Number(_) | What::Actor(_)) || named && word.is_some_and(|m| harmed(m.value))
}
