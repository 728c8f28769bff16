//! «22 were killed in the blowing up of a church»: who blows up a house with people in it attacks them.

use super::draft::{Draft, Scope};
use crate::events::EventKind;
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;

/// Makes an attack of the blowing up of a house whose clause tells of dead or wounded.
pub(in crate::events) fn blow_up(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.frame == Frame::Damage && draft.is_noun && is_blast(scope, item) && harms(scope, item) {
        (draft.kind, draft.frame, draft.is_weak) = (EventKind::Attack, Frame::Strike, false);
    }
}

/// Does the phrase at item `item` begin with a noun that alone tells of a blast?
fn is_blast(scope: Scope<'_, '_>, item: usize) -> bool {
    let (reading, item) = (scope.reading, &scope.items[item]);
    let triggers = &reading.knowledge.triggers;
    let alone = |stem| triggers.lexicon.of_word(stem);
    let strikes = reading.text.readings_at(item.from).iter().filter_map(|r| alone(r.stem)).flatten();
    item.to > item.from + 1
        && strikes.into_iter().any(|t| t.need.is_none() && reading.frame_of(*t) == Frame::Strike)
}

/// Does its clause tell of killing or wounding, or of those killed or wounded?
fn harms(scope: Scope<'_, '_>, item: usize) -> bool {
    let tolls = &scope.reading.knowledge.tolls.lexicon;
    scope.clause().items.clone().filter(|&i| i != item).any(|i| {
        let word = tolls.longest_at(&scope.reading.text, scope.items[i].from);
        word.is_some_and(|m| {
            matches!(m.value, TollWord::Kill | TollWord::Wound | TollWord::KilledNoun | TollWord::WoundedNoun)
        })
    })
}
