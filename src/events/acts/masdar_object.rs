//! «the arrest by X of three men», the doer first in the genitive and whom it was done to behind it in the accusative.

use super::draft::{Draft, Scope};
use crate::events::clauses::item::What;
use crate::events::clauses::subject::is_accusative;
use crate::events::mentions::reading::ActorClass;
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
