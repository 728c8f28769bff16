//! Whom the pronoun on a verbal noun means.

use super::sides::is_of_border;
use super::told_next::attackers;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::gender::fits_pronoun;
use crate::events::clauses::item::What;
use crate::events::mentions::reading::ActorClass;
use crate::events::scenes::apposed::is_of_apposition;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Whom the pronoun on a verbal noun means: the last actor before it, else the subject of its clause. «Their» is
/// no state's.
pub(super) fn pronoun_owner(scope: Scope<'_, '_>, item: usize) -> Vec<usize> {
    const THEIR: &str = "\u{647}\u{645}";
    let reading = scope.reading;
    let at = scope.items[item].to - 1;
    let many = reading.text.fold_at(at).ends_with(THEIR);
    let attacks = attackers(scope, item);
    // «the crossing on the border with X, after its capture»: whose the border is captured nothing.
    let next_door =
        |n: usize| n > 0 && scope.items[n - 1].is_cue(Cue::Prep(Prep::With)) && is_of_border(scope, n - 1);
    let before = scope.items[..item].iter().enumerate().rev().find_map(|(n, i)| match i.what {
        What::Actor(a)
            if i.proclitic().is_none() && !(many && reading.actors[a].is_land) && !next_door(n) =>
        {
            let harmed = attacks && reading.actors[a].class == ActorClass::Civilians;
            let fits = fits_pronoun(reading, at, a);
            let owns = fits && !harmed && !is_of_apposition(scope, a, item);
            owns.then_some(a)
        }
        _ => None,
    });
    before.map_or_else(|| scope.clause().subject.clone(), |a| vec![a])
}

/// «X announced its capture of Y after Z announced the withdrawal of its units and their redeployment»: is whoever the pronoun
/// on a noun of leaving means an armed side that does not speak?
pub(super) fn leaves_of_another(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let moves = matches!(draft.frame, Frame::Leave | Frame::Move | Frame::Send);
    let other = |a: &usize| {
        let hit = &scope.reading.actors[*a];
        hit.class == ActorClass::Armed && !scope.clause().subject.contains(a)
    };
    moves && pronoun_owner(scope, item).iter().any(other)
}
