//! Acts that only name a unit: «the assault units», «the men of the attack».

use super::item::What;
use super::spot::Noun;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «the units of (the) assault took X»: does the definite noun stand right behind a bare word for a force, as the second
/// part of its name? What such a verb as «launched» carries is told.
pub(super) fn is_of_unit(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let acts = matches!(reading.frame_of(form), Frame::Enter | Frame::Fight | Frame::Repel);
    let Some(before) = i.checked_sub(1).map(|j| &items[j]).filter(|_| acts) else { return false };
    let What::Actor(a) = before.what else { return false };
    let hit = &reading.actors[a];
    let bare = hit.is_common_noun && hit.tokens.len() == 1 && !reading.text.is_definite(hit.tokens.start);
    let carried =
        clause.finite.is_some_and(|f| f.item < i && matches!(f.cue, Some(Cue::Light | Cue::Speech(_))));
    bare && !carried && items[i].affixes == Affixes::AL && !reading.is_nominative_plural(hit.tokens.start)
}
