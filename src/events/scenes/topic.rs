//! «discussed the situation in X»: what is talked about lies there, and the talks need not.

use super::scene_of::{AS_FOR, topic_places};
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Folded «around», which before talks says what they are about.
const AROUND: &str = "\u{62D}\u{648}\u{644}";

/// Takes from talks the places of what they are about.
pub(in crate::events) fn leave_topic(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.frame != Frame::Meet || draft.places.is_empty() {
        return;
    }
    let end = scope.clause().items.end;
    let lies = |p: usize| (item + 1..end).find(|&i| scope.items[i].what == What::Place(p));
    draft.places.retain(|p| !lies(*p).is_some_and(|at| is_of_topic(scope, item, at)));
    if draft.places.is_empty() {
        draft.places.extend((item + 2..end).find_map(|at| is_held_at(scope, item, at)));
    }
}

/// «as for X and Y, the army took them»: a pronoun that was read as the first or last place of the topic means all.
pub(in crate::events) fn mean_topic(scope: Scope<'_, '_>, draft: &mut Draft) {
    let start = scope.items[scope.clause().items.start].from;
    let back = match draft.places[..] {
        [] => draft.points_back,
        [place] => scope.reading.places[place].tokens.start < start,
        _ => false,
    };
    let before = scope.c.checked_sub(1).filter(|_| back).map(|c| &scope.clauses[c]);
    let opens = before.and_then(|b| scope.items.get(b.items.start));
    if opens.is_none_or(|i| scope.reading.text.fold_at(i.from) != AS_FOR) {
        return;
    }
    let topic = topic_places(scope);
    if topic.len() > 1 && draft.places.iter().all(|p| topic.contains(p)) {
        draft.places = topic.into();
        draft.points_back = false;
    }
}

/// «a conference on X in Y»: the place at item `at`, when «in» puts the talks there.
fn is_held_at(scope: Scope<'_, '_>, item: usize, at: usize) -> Option<usize> {
    let What::Place(p) = scope.items[at].what else { return None };
    let inside = scope.items[at].proclitic() == Some(Prep::At) || {
        let before = &scope.items[at - 1];
        before.is_cue(Cue::Prep(Prep::At)) && scope.reading.text.fold_at(before.from) != AROUND
    };
    Some(p).filter(|_| inside && !is_of_topic(scope, item, at))
}

/// Does the place at item `at` stand with «in» right behind a noun of the matter that is talked about?
fn is_of_topic(scope: Scope<'_, '_>, item: usize, at: usize) -> bool {
    const ADJECTIVES: usize = 2;
    let reading = scope.reading;
    let inside = scope.items[at].proclitic() == Some(Prep::At);
    let prep = at - 1;
    // «a session on X»: «about», or «around» right behind the noun for the talks.
    let around = prep > item && reading.text.fold_at(scope.items[prep].from) == AROUND;
    if around || scope.items[prep].is_cue(Cue::Prep(Prep::About)) {
        return true;
    }
    let noun = if inside {
        at
    } else if scope.items[prep].is_cue(Cue::Prep(Prep::At)) {
        prep
    } else {
        return false;
    };
    let topic = |i: &Item| reading.knowledge.status.topics.longest_at(&reading.text, i.from).is_some();
    let mut near = scope.items[item + 1..noun.max(item + 1)].iter().rev().take(ADJECTIVES + 1);
    near.any(topic)
}
