//! The places and actors of an annotation.

use super::annotation::{ActorNote, PlaceNote};
use crate::actors::ActorMention;
use crate::base::{CharIndex, Span};
use crate::knowledge::Knowledge;
use crate::places::{PlaceMention, PlaceRole};

/// The places named, false friends and places named by their kind only left out.
pub(in crate::events) fn places(
    found: &[PlaceMention],
    index: &CharIndex,
    source: &str,
    knowledge: &Knowledge,
) -> Vec<PlaceNote> {
    let named =
        found.iter().filter(|m| matches!(m.role, PlaceRole::Event | PlaceRole::Qualifier | PlaceRole::Party));
    named
        .map(|m| {
            let place = m.place.map(|p| knowledge.conflict.place(p));
            PlaceNote {
                id: place.map_or_else(|| format!("x:{}", m.name), |p| p.id.clone()),
                name_en: place.map_or_else(|| m.name.clone(), |p| p.name_en.clone()),
                span: characters(m.span, index, source),
            }
        })
        .collect()
}

/// The actors named, each at its head: the first word, by which a name that lies inside a longer one
/// (a party inside the name of a brigade) is never taken for found by itself.
pub(in crate::events) fn actors(
    found: &[ActorMention],
    index: &CharIndex,
    source: &str,
    knowledge: &Knowledge,
) -> Vec<ActorNote> {
    let note = |m: &ActorMention| ActorNote {
        name: m.name.clone(),
        faction: knowledge.conflict.faction(m.faction).code.clone(),
        span: characters(head(m, source), index, source),
    };
    found.iter().map(note).collect()
}

/// The first word of a mention.
fn head(mention: &ActorMention, source: &str) -> Span {
    let words = mention.span.of(source);
    let n_bytes = words.find(char::is_whitespace).unwrap_or(words.len());
    let start = mention.span.start as usize;
    Span::new(start, start + n_bytes)
}

fn characters(span: Span, index: &CharIndex, source: &str) -> [usize; 2] {
    [span.start, span.end].map(|at| index.chars_before(source, at as usize))
}
