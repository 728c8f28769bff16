//! «the killing of President X» above, «X was killed in Y» below: one killing, told once with its place.

use crate::events::{Event, EventKind, Role};

/// Is it the killing of somebody named, told without a place?
pub(in crate::events) fn is_killing_nowhere(event: &Event) -> bool {
    event.kind == EventKind::Attack && event.place.is_none() && victims(event).next().is_some()
}

/// Do two tellings of an attack name one victim, by the last word of his name?
pub(in crate::events) fn share_victim(a: &Event, b: &Event) -> bool {
    a.kind == EventKind::Attack && victims(a).any(|x| victims(b).any(|y| x == y))
}

/// The last words of the names, of more than one word, of those whom it hit.
fn victims(event: &Event) -> impl Iterator<Item = &str> {
    const LONG: usize = 4;
    let hit = event.actors.iter().filter(|a| a.role == Role::Target);
    hit.filter_map(|a| a.name.split_whitespace().last()).filter(|n| n.chars().count() >= LONG)
}
