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
    if !tells || draft.places.is_empty() || clause.finite.is_some() || it.is_joined() || it.has_pronoun {
        return false;
    }
    let governed = |i: &Item| matches!(i.prep(), Some(Prep::At | Prep::About));
    let Some(at) = (clause.items.start..=item).rev().take(2).find(|&i| governed(&scope.items[i])) else {
        return false;
    };
    let mut before = scope.items[clause.items.start..at].iter().filter(|i| !is_label(&i.what));
    let counts = |i: &&Item| matches!(i.what, What::Number(_));
    before.find(|i| !counts(i)).is_some_and(|i| is_victim(scope, i)) && before.all(|i| is_victim(scope, i))
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
