//! What somebody failed to do: «failed to advance on X», «the attack of X on Y failed».

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::events::{EventKind, Modality};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «failed to advance on X»: X was held; «the talks failed»: they were held.
pub(in crate::events) fn fail(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if !(fails(scope, item) || comes_to_nothing(scope, item, draft)) {
        return;
    }
    match draft.frame {
        Frame::Take | Frame::Enter | Frame::Fight => {
            (draft.kind, draft.frame) = (EventKind::Defence, Frame::Repel);
            draft.targets.append(&mut draft.initiators);
            draft.is_carried = true;
        }
        Frame::Meet if draft.initiators.is_empty() || draft.is_with_someone || draft.is_noun => {
            draft.is_carried = true;
        }
        _ => return,
    }
    let is_claim = draft.stance.attribution.as_ref().is_some_and(|a| a.is_party);
    draft.stance.modality = if is_claim { Modality::Claimed } else { Modality::Asserted };
    draft.why.push("failed".into());
}

/// «failed to advance on X»: does a verb of failing stand before it?
fn fails(scope: Scope<'_, '_>, item: usize) -> bool {
    let verb = scope.clause().finite.filter(|f| f.item < item);
    verb.is_some_and(|f| scope.items[f.item].is_cue(Cue::Failing))
}

/// «the attack of X on Y failed», «the attempts of X to advance on Y came to nothing»: is it the act of which the verb
/// behind it says that it failed?
fn comes_to_nothing(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let items = scope.items;
    let Some(verb) = scope.clause().finite.filter(|f| f.item > item) else { return false };
    let told = |i: &Item| i.noun_trigger().is_some();
    let subject = items[scope.clause().items.start..item].iter().all(|i| !told(i));
    let alone = items[item + 1..verb.item].iter().all(|i| !told(i) && i.what != What::Comma);
    let free = items[item].affixes == Affixes::AL || items[item].affixes.is_empty() || is_tried(scope, item);
    draft.is_noun
        && !items[verb.item].is_joined()
        && items[verb.item].is_cue(Cue::Failing)
        && subject
        && alone
        && free
}

/// «the attempts of X to advance»: is it «to» do what stands behind a noun of trying?
fn is_tried(scope: Scope<'_, '_>, item: usize) -> bool {
    let to = scope.items[item].affixes.has(Affixes::LI);
    to && scope.items[scope.clause().items.start..item]
        .iter()
        .any(|i| i.is_cue(Cue::Plan) || i.is_cue(Cue::Hypothetical))
}
