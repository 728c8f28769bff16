//! «the targeting of fighters of X in Y»: whom a noun of aiming names is aimed at, unless what he hits stands behind him.

use super::draft::Scope;
use crate::events::clauses::item::What;
use crate::knowledge::status::Cue;
use crate::text::Affixes;

/// Is the actor at item `at` aimed at by the noun at `item`, and not the one who aims?
pub(in crate::events) fn is_aimed_at(scope: Scope<'_, '_>, item: usize, at: usize) -> bool {
    aims(scope, item) && !names_object(scope, at)
}

/// Does what the actor at item `at` hits stand right behind the name, bare or with «to»?
fn names_object(scope: Scope<'_, '_>, at: usize) -> bool {
    scope.items.get(at + 1).is_some_and(|i| {
        let noun =
            matches!(i.what, What::Word | What::Place(_) | What::Actor(_)) || i.is_cue(Cue::VaguePlace);
        let bare = i.prep().is_none() && i.proclitic().is_none() && !i.is_joined();
        noun && (bare || i.affixes.has(Affixes::LI))
    })
}

/// Is it a verbal noun of aiming at somebody?
fn aims(scope: Scope<'_, '_>, item: usize) -> bool {
    scope
        .reading
        .knowledge
        .triggers
        .lists
        .aims
        .longest_at(&scope.reading.text, scope.items[item].from)
        .is_some()
}
