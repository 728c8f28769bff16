//! «the arrest by X of three men», the doer first in the genitive and whom it was done to behind it in the accusative.

use super::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::subject::is_accusative;
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::PartKind;
use crate::knowledge::triggers::Frame;

/// Does the side at item `at`, in the genitive of a noun of holding or killing, do what the noun tells? So it does with an
/// indefinite object right behind it. Whom the object names.
pub(in crate::events) fn object_behind(
    scope: Scope<'_, '_>,
    item: usize,
    at: usize,
    draft: &Draft,
) -> Option<Vec<usize>> {
    const ONE: &str = "\u{64A}\u{627}";
    const PLURAL: &str = "\u{64A}\u{646}";
    let reading = scope.reading;
    let What::Actor(doer) = scope.items[at].what else { return None };
    let fights = matches!(reading.actors[doer].class, ActorClass::Armed | ActorClass::State);
    let done = matches!(draft.frame, Frame::Hold | Frame::Harm);
    // «the death of the soldiers, struck by …»: nobody does that.
    let deaths = &reading.knowledge.tolls.deaths;
    if !done || !fights || deaths.longest_at(&reading.text, scope.items[item].from).is_some() {
        return None;
    }
    let object = scope.items.get(at + 1).filter(|n| n.affixes.is_empty())?;
    let indefinite = !reading.text.is_definite(object.from);
    match object.what {
        What::Number(_) => Some(Vec::new()),
        // «a leader»: no land is meant by a word that nothing knows.
        What::Word => {
            let word = reading.text.fold_at(object.from);
            (is_accusative(reading, object) || word.ends_with(ONE) && indefinite).then(Vec::new)
        }
        What::Actor(a) => {
            let word = reading.text.fold_at(object.from);
            let accusative = is_accusative(reading, object) || word.ends_with(ONE) || word.ends_with(PLURAL);
            (indefinite && accusative).then(|| vec![a])
        }
        _ => None,
    }
}

/// Is it a noun of fighting that tells of war only with the word right behind it («the pursuit of the remnants»)?
pub(in crate::events) fn needs_object(scope: Scope<'_, '_>, item: usize) -> bool {
    let triggers = &scope.reading.knowledge.triggers;
    scope.items[item].noun_trigger().is_some_and(|t| triggers.asks_words(t))
}

/// «the liberation of the headquarters of X»: does a bare word for a site stand between the noun and the actor at item `at`?
pub(in crate::events) fn is_of_site(scope: Scope<'_, '_>, item: usize, at: usize) -> bool {
    let reading = scope.reading;
    let words = &reading.knowledge.place_words.words;
    let site = |i: &Item| {
        let found = words.longest_at(&reading.text, i.from);
        found.is_some_and(|m| {
            m.value.part == Some(PartKind::Landmark) || m.value.cue.is_some_and(|c| c.kind.is_some())
        })
    };
    at == item + 2 && scope.items[item + 1].affixes.is_empty() && site(&scope.items[item + 1])
}
