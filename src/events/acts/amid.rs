//! Nouns of war that a word of time or cause sets beside another act: «after the sending of reinforcements to X, …».

use super::draft::{Draft, Scope};
use super::nominal::tells_of_war;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «in spite of the attack on X that was thrown back», «after fighting among brothers in X», «amid clashes in X»: does a
/// word for what came before, or goes on beside it, stand right before the noun, with a place behind? It has happened.
pub(super) fn is_told_amid(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let tells = tells_of_war(draft) || draft.frame == Frame::Fight;
    let own = |p: &usize| scope.reading.places[*p].tokens.start >= scope.items[item].to;
    if !tells || !draft.is_noun || scope.items[item].has_pronoun || !draft.places.iter().any(own) {
        return false;
    }
    follows_amid(scope, item)
}

/// Does «after», «amid», «in spite of» stand right before the noun, which nothing else governs?
fn follows_amid(scope: Scope<'_, '_>, item: usize) -> bool {
    /// Tokens of the longest such word.
    const LONGEST: usize = 3;
    let it = &scope.items[item];
    let after = item.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::After));
    let (text, amid) = (&scope.reading.text, &scope.reading.knowledge.triggers.lists.amid);
    let ends_here = |n: usize| {
        let from = it.from.checked_sub(n)?;
        amid.longest_at(text, from).filter(|m| m.n_tokens == n)
    };
    let within = || (1..=LONGEST).any(|n| ends_here(n).is_some());
    let bare = it.affixes.is_empty() || it.affixes == Affixes::AL;
    bare && (after || within()) && !is_hoped_for(scope, item)
}

/// «they demand, after the withdrawal from X, …»: is the whole of it only hoped for?
fn is_hoped_for(scope: Scope<'_, '_>, item: usize) -> bool {
    let start = scope.clause().items.start;
    let hopes = |i: &Item| i.what == What::Known && (i.is_cue(Cue::Hypothetical) || i.is_cue(Cue::Plan));
    scope.items[start..item].iter().any(hopes)
}
