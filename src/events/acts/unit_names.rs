//! Acts that only name a unit or an office: «the assault units», «the commander of the operations of the liberation of X».

use super::spot::Noun;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::HeadClass;
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

/// «the commander of the operations of the liberation of X said»: does the noun stand in the genitive of an operation, and
/// that in the title of an officer or spokesman?
pub(super) fn is_of_title(noun: Noun<'_, '_>) -> bool {
    const LONGEST: usize = 4;
    let Noun { reading, items, i, .. } = noun;
    let item = &items[i];
    let operates = |t: usize| {
        let found = reading.knowledge.triggers.lists.operations.longest_at(&reading.text, t);
        found.is_some_and(|m| m.affixes.is_empty() && !m.pronoun)
    };
    if !item.affixes.is_empty() || item.has_pronoun {
        return false;
    }
    let mut is_operation = operates(item.from);
    for before in items[i.saturating_sub(LONGEST)..i].iter().rev() {
        let bare = !reading.text.is_definite(before.to - 1);
        let noun = matches!(before.what, What::Word | What::Actor(_)) || before.noun_trigger().is_some();
        if !bare || !noun || before.is_joined() {
            return false;
        }
        is_operation |= operates(before.to - 1);
        if holds_office(reading, before) {
            return is_operation;
        }
    }
    false
}

/// Does the item begin with a word for a commander, a spokesman or an official?
fn holds_office(reading: &Reading<'_>, item: &Item) -> bool {
    let word = reading.knowledge.actors.words.longest_at(&reading.text, item.from);
    let class = word.and_then(|m| m.value.head).map(|h| h.class);
    matches!(class, Some(HeadClass::Official | HeadClass::Commander))
}

/// «to the fronts of the fighting in X»: does the noun at `i` only tell what sort of front it is?
pub(super) fn is_of_front(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    let fight = items[i].noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Fight);
    let front = || i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::VaguePlace));
    fight && items[i].affixes == Affixes::AL && front()
}
